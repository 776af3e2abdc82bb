import type { Figure } from "../../briefing/figure.ts";
import { isAbsent } from "../../briefing/value.ts";
import { cutInput } from "../../topics/inputs.ts";
import type { Topic } from "../../topics/topic.ts";
import { byAll, figureOf, figuresOf } from "../decide.ts";
import { evidence } from "../evidence.ts";
import { type Market, marketAt, readTopic } from "../facts.ts";
import type { Facts, Verdict } from "../port.ts";
import { holds, inWords } from "./predicates.ts";
import type { HouseClaim, HouseView } from "./view.ts";

/** A firm's claim, tested as of a day. */
export interface HouseReading {
  readonly claim: HouseClaim;
  readonly verdict: Verdict;
  /** What decided, as it stands in its topic, absent or not; null: the data at hand have no such figure. */
  readonly figure: Figure | null;
  /** The opposite case, or what else to look at. */
  readonly beside: readonly Figure[];
}

/**
 * Every claim against what is known on a day, by the tests that the ledger's claims are put to. Pure.
 * @param read topics that were read for that day already
 */
export function readHouse(
  { claims }: HouseView,
  topics: readonly Topic[],
  market: Market,
  asOf: string,
  read: Facts["topics"] = new Map(),
): readonly HouseReading[] {
  const reads = new Map(read);
  const known = marketAt(market, asOf);
  const readOf = (name: string) => {
    const kept = reads.get(name);
    if (kept !== undefined) return kept;
    const topic = [...topics, evidence].find((each) => each.name === name);
    const found =
      topic === undefined
        ? `there is no topic ${name}`
        : readTopic(topic, { ...known, ...lookedBack(topic, market, asOf) }, asOf);
    reads.set(name, found);
    return found;
  };
  return claims.map((claim) => {
    const { figure: key, predicate, thresholds, unit, signed } = claim;
    const own = readOf(key.split(".")[0] ?? "");
    const verdict = byAll(own, [key], {
      holds: (value) => holds(predicate, thresholds, value),
      note: `it holds where the figure is ${inWords(predicate, thresholds, unit, signed)}`,
      missing: `the data at hand hold no ${key}`,
    });
    return { claim, verdict, figure: figureOf(own, key) ?? null, beside: figuresOf(own, besideOf(key)) };
  });
}

/** What it reads of every vintage that was public. */
function lookedBack({ needs }: Topic, market: Market, asOf: string): Market {
  return Object.fromEntries(
    Object.values(needs).flatMap(({ dataset, vintages }) => {
      const input = market[dataset];
      if (vintages !== true || input === undefined) return [];
      return [[dataset, isAbsent(input) ? input : cutInput(dataset, input, asOf, true)]];
    }),
  );
}

/** A favourable figure travels with its counter-figure: all cuts with first cuts, a discount with loss shares. */
function besideOf(key: string): readonly string[] {
  const cuts = /^ratecut\.(all|first|scheduled)\.(.+)$/.exec(key);
  if (cuts !== null) return [`ratecut.${cuts[1] === "first" ? "all" : "first"}.${cuts[2]}`];
  if (/^valuation\.(discount|percentile\d+y)\./.test(key))
    return ["valuation.small.lossShareCount", "valuation.large.lossShareCount"];
  return [];
}
