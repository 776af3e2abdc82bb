import { BriefingError } from "../briefing/errors.ts";
import type { Pair } from "../briefing/figure.ts";
import { quotable } from "../briefing/quotable.ts";
import { suggestion } from "../briefing/suggest.ts";
import type { DatasetName } from "./datasets.ts";
import type { MarketData } from "./port.ts";

/** Whose numbers speak of the two sides: these carry their source's pair, facts of the whole market none. */
export const ABOUT_THE_PAIR: ReadonlySet<DatasetName> = new Set([
  "levels",
  "constituents",
  "valuationHistory",
  "revisions",
]);

/** The size factor compares two sides of its own, not the indices of the source that holds it. */
const FACTOR_PAIR: Pair = {
  label: "Small / big of the size factor",
  small: "the small portfolios of the size factor (SMB)",
  large: "the big portfolios of the size factor (SMB)",
};

/** The pair that a dataset carries, given its source's. */
export function pairFor(dataset: DatasetName, own: Pair): { readonly pair?: Pair } {
  if (dataset === "factors") return { pair: FACTOR_PAIR };
  return ABOUT_THE_PAIR.has(dataset) ? { pair: own } : {};
}

/** What is about one pair is its own or missing; the size factor has a pair of its own in every source. */
const NEVER_BORROWED: ReadonlySet<DatasetName> = new Set([...ABOUT_THE_PAIR, "factors"]);

/**
 * The market of another pair at hand: what is about the two sides from that pair alone, facts of the whole market
 * from it or else from the market's own. @throws BriefingError `bad_command` for a pair that is not at hand
 */
export function marketOfPair(market: MarketData, name: string): MarketData {
  const other = market.pairs?.get(name);
  if (other === undefined) throw unknownPair(market, name);
  const own = other.market;
  const borrowed = [...market.provides].filter((dataset) => !NEVER_BORROWED.has(dataset));
  const isOwn = (dataset: DatasetName) => own.provides.has(dataset) || NEVER_BORROWED.has(dataset);
  return {
    mode: market.mode,
    provides: new Set([...own.provides, ...borrowed]),
    remedy: (dataset) => (isOwn(dataset) ? own : market).remedy(dataset),
    fetch: (dataset, progress) => (isOwn(dataset) ? own : market).fetch(dataset, progress),
  };
}

/** "french (smallest 30 % / largest 30 %)", a pair each. */
export const pairsAtHand = ({ pairs }: Pick<MarketData, "pairs">): readonly string[] =>
  [...(pairs ?? [])].map(([name, { label }]) => `${name} (${label})`);

function unknownPair(market: MarketData, name: string): BriefingError {
  const known = pairsAtHand(market);
  return new BriefingError(
    "bad_command",
    `pair=${quotable(name)}: there is no such pair at hand`,
    known.length === 0
      ? "leave pair= out; another pair is a data folder of its own below pairs/ in the data folder"
      : `${suggestion(name, [...(market.pairs?.keys() ?? [])])}leave pair= out, or give one of ${known.join(", ")}`,
  );
}
