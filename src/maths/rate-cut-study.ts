import type { Absent, Value } from "../briefing/value.ts";
import {
  type EventSummary,
  eventReturns,
  leaveOneCycleOut,
  longestCycles,
  meanWithout,
  pathRank,
  relativePath,
  summarise,
  windowsOf,
} from "./event-study.ts";
import { type Cut, cutsSince, type RateChange } from "./rate-cycles.ts";
import type { PairSeries } from "./returns.ts";

export const HORIZONS = { "1m": 1, "3m": 3, "6m": 6, "12m": 12, "24m": 24 } as const;
export type Horizon = keyof typeof HORIZONS;
export const HORIZON_NAMES = Object.keys(HORIZONS) as readonly Horizon[];

export const SAMPLE_NAMES = ["all", "first", "scheduled"] as const;
export type Sample = (typeof SAMPLE_NAMES)[number];

/** One sample of cuts at one horizon. */
export interface SampleStudy {
  readonly sample: Sample;
  readonly horizon: Horizon;
  readonly summary: EventSummary;
  /** Lowest and highest mean when one cycle at a time is left out. */
  readonly leaveOneOut: { readonly low: number; readonly high: number } | Absent;
  /** Without the two cycles that have most measured windows at this horizon, over all cuts. */
  readonly exTwoLongest: Value;
  readonly nExTwoLongest: number;
}

/** Small minus large, month by month since a cycle's first cut, in percentage points. */
export interface CyclePath {
  readonly cycle: string;
  readonly announced: string;
  readonly path: readonly (readonly [month: number, relative: number])[];
}

export interface RateCutStudy {
  readonly cuts: readonly Cut[];
  readonly cycles: readonly string[];
  /** The cycle that began before the sample's start, of which only the later cuts count. */
  readonly truncated: string | null;
  readonly studies: readonly SampleStudy[];
  /** Relative returns of every window that starts at a month-end since the start of the sample. */
  readonly base: readonly { readonly horizon: Horizon; readonly returns: readonly number[] }[];
  /** In order of the first cuts; of a cycle that the data do not reach yet only its start. */
  readonly paths: readonly CyclePath[];
  /** The last cycle, and whether no rise has ended it yet. */
  readonly latest: CyclePath | undefined;
  readonly running: boolean;
  readonly rank: ReturnType<typeof pathRank>;
}

const PATH_MONTHS = 24;

/**
 * The event study of DOMAIN 2b: every sample at every horizon, base rate, and where the latest cycle stands.
 * @param asOf the day by which a daily window has run out or not; left out: the last of the data
 */
export function studyRateCuts(
  series: PairSeries,
  decisions: readonly RateChange[],
  since: string,
  asOf?: string,
): RateCutStudy {
  const windows = windowsOf(series, asOf);
  const cuts = cutsSince(decisions, since);
  const members: Readonly<Record<Sample, readonly Cut[]>> = {
    all: cuts,
    first: cuts.filter((cut) => cut.first),
    scheduled: cuts.filter((cut) => cut.scheduled),
  };
  const measured = new Map(
    HORIZON_NAMES.map((horizon) => [horizon, eventReturns(windows, cuts, HORIZONS[horizon])]),
  );
  const study = (sample: Sample, horizon: Horizon): SampleStudy => {
    const all = measured.get(horizon) ?? [];
    const inSample = new Set(members[sample].map(({ announced }) => announced));
    const returns = all.filter(({ announced }) => inSample.has(announced));
    const longest = new Set(longestCycles(all, 2));
    const summary = summarise(returns, members[sample].length);
    return {
      sample,
      horizon,
      summary,
      leaveOneOut: leaveOneCycleOut(returns),
      exTwoLongest: meanWithout(returns, longest),
      nExTwoLongest: returns.filter(({ cycle }) => !longest.has(cycle)).length,
    };
  };
  const starts = windows.monthEndStarts(since.slice(0, 7));
  const dataEnd = series.levels.at(-1)?.date ?? "";
  const paths = members.first.flatMap(({ cycle, announced }): CyclePath[] => {
    const start = windows.start(announced);
    if (start) return [{ cycle, announced, path: relativePath(windows, start, PATH_MONTHS) }];
    // A cycle that the data do not reach yet is the latest one all the same; one from before the data is none.
    return announced > dataEnd ? [{ cycle, announced, path: [[0, 0]] }] : [];
  });
  // A cycle whose first cut falls into a hole of the data has no path; the one before is not the latest then.
  const latest = paths.find(({ cycle }) => cycle === members.first.at(-1)?.cycle);
  const lastCut = cuts.at(-1)?.announced ?? "";
  return {
    cuts,
    cycles: [...new Set(cuts.map((cut) => cut.cycle))],
    truncated: cuts[0] && !cuts[0].first ? cuts[0].cycle : null,
    studies: SAMPLE_NAMES.flatMap((sample) => HORIZON_NAMES.map((horizon) => study(sample, horizon))),
    base: HORIZON_NAMES.map((horizon) => ({
      horizon,
      returns: starts.flatMap((start) => windows.over(start, HORIZONS[horizon])?.relative ?? []),
    })),
    paths,
    latest,
    running: !decisions.some(({ announced, changeBp }) => announced > lastCut && changeBp > 0),
    rank: latest
      ? pathRank(
          latest.path,
          paths.filter((each) => each !== latest).map(({ path }) => path),
        )
      : null,
  };
}
