import { BriefingError } from "../briefing/errors.ts";
import type { Source } from "../briefing/figure.ts";
import { overdueIn } from "../market/ages.ts";
import { newestDate } from "../market/as-of.ts";
import type { DatasetName } from "../market/datasets.ts";
import type { MarketData, Progress } from "../market/port.ts";
import { type DatasetFault, dated } from "../topics/inputs.ts";

export interface AsOfRule {
  /** ISO date, UTC. */
  readonly today: () => string;
  /** "newest": the newest date of levels or constituents (folders, sample); "today": live. */
  readonly defaultAsOf: "newest" | "today";
}

/** How long the menu waits for what it says of the data, and of the case. */
export const MENU_WAIT_MS = 1_000;

/**
 * The as-of date of a question that names none, as an ISO date. A dataset at fault is no hindrance here: the question
 * that needs it is told. @throws BriefingError `bad_input` where the data are dated ahead of today
 */
export async function defaultAsOf(
  market: MarketData,
  { today, defaultAsOf: rule }: AsOfRule,
  progress?: Progress,
): Promise<string> {
  return rule === "today" ? today() : ((await newestOf(market, today(), progress)) ?? today());
}

/** As `defaultAsOf`, where data at fault are no hindrance: whoever asks is told of them anyway. */
export const asOfNow = (
  { market, ...rule }: AsOfRule & { readonly market: MarketData },
  progress?: Progress,
): Promise<string> =>
  defaultAsOf(market, rule, progress).catch((error: unknown) => {
    if (error instanceof BriefingError) return rule.today();
    throw error;
  });

/**
 * The as-of date of a briefing that is about one session: the session's own date, or that of a snapshot made the
 * morning after, where the data hold one. @throws BriefingError `bad_input` where the data are dated ahead of today
 */
export async function asOfSession(market: MarketData, session: string, today: string): Promise<string> {
  const newest = await newestOf(market, today);
  return newest !== null && newest > session ? newest : session;
}

async function newestOf(market: MarketData, today: string, progress?: Progress): Promise<string | null> {
  const dates = await Promise.all(
    PAIRED.filter((dataset) => market.provides.has(dataset)).map((dataset) =>
      market
        .fetch(dataset, progress)
        .then(({ data }) => [newestDate(dataset, data) ?? ""])
        .catch(noneWhenUnusable),
    ),
  );
  const newest = dates.flat().sort().at(-1) ?? "";
  if (newest > today) {
    const hint = "correct the date in levels.csv or constituents.csv, or ask with an earlier as-of date";
    throw new BriefingError("bad_input", `the data hold a date that lies ahead of today: ${newest}`, hint);
  }
  return newest === "" ? null : newest;
}

/** The datasets that date a market and name its pair. */
const PAIRED = ["levels", "constituents"] as const;

function noneWhenUnusable(error: unknown): never[] {
  if (error instanceof BriefingError) return [];
  throw error;
}

/** For the menu: asks for every dataset at hand. `all` is fulfilled once each is read or known not to be; `found`: so far. */
export function readAtHand(market: MarketData) {
  const read = new Map<DatasetName, Source>();
  const faults = new Map<DatasetName, DatasetFault>();
  const all = Promise.all(
    [...market.provides].map((dataset) =>
      market.fetch(dataset).then(
        ({ source }) => void read.set(dataset, source),
        (error: unknown) => {
          if (!(error instanceof BriefingError)) throw error;
          faults.set(dataset, faultOf(dataset, error));
        },
      ),
    ),
  );
  const found = () => {
    const paired = PAIRED.filter((dataset) => market.provides.has(dataset));
    const sources = paired.flatMap((dataset) => read.get(dataset) ?? []);
    return {
      sources: sources.filter(
        (source, index) => sources.findIndex((other) => other.provider === source.provider) === index,
      ),
      asking: paired.filter((dataset) => !read.has(dataset) && !faults.has(dataset)),
      faults: [...faults.values()],
    };
  };
  return { all, found };
}

const faultOf = (dataset: DatasetName, { code, message, hint }: BriefingError): DatasetFault => ({
  dataset,
  problem: `${message}; ${hint}`,
  isFaulty: code === "bad_input",
});

/** A source with what of it is overdue, in words. */
export type Found = Source & { readonly overdue: readonly string[] };

/** Each dataset's source, as of a day, with what was due by then; or why there is none. */
export async function everySource(market: MarketData, asOf: string, progress?: Progress) {
  return Promise.all(
    [...market.provides].map(async (dataset): Promise<Found | { dataset: string; problem: string }> => {
      try {
        const { data, source } = await market.fetch(dataset, progress);
        return { ...dated(dataset, source, asOf), overdue: overdueIn(dataset, data, source, asOf) };
      } catch (error) {
        if (!(error instanceof BriefingError)) throw error;
        return { dataset, problem: `${error.message}; ${error.hint}` };
      }
    }),
  );
}
