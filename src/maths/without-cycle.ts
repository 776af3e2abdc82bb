import { absent, type Value } from "../briefing/value.ts";
import { type EventSummary, eventReturns, summarise, windowsOf } from "./event-study.ts";
import { HORIZON_NAMES, HORIZONS, type Horizon } from "./rate-cut-study.ts";
import { cutsSince, type RateChange } from "./rate-cycles.ts";
import type { PairSeries } from "./returns.ts";
import { mean, sum } from "./statistics.ts";

export const LEFT_SAMPLES = ["all", "first"] as const;

/** One sample of cuts at one horizon, without the cuts of one cycle. */
export interface WithoutCycle {
  readonly sample: (typeof LEFT_SAMPLES)[number];
  readonly horizon: Horizon;
  readonly summary: EventSummary;
  /** Mean over the cuts that are left out, percentage points. */
  readonly leftOut: Value;
  /** What that mean would have to be for the mean of the whole sample to be zero. */
  readonly breakEven: Value;
}

/**
 * The event study of all cuts and of first cuts without one cycle, named by the year of its first cut. What counts as
 * a first cut is decided by every decision, the left-out cycle's too.
 */
export function withoutCycle(
  series: PairSeries,
  decisions: readonly RateChange[],
  since: string,
  cycle: string,
  asOf?: string,
): readonly WithoutCycle[] {
  const windows = windowsOf(series, asOf);
  const cuts = cutsSince(decisions, since);
  return LEFT_SAMPLES.flatMap((sample) => {
    const members = sample === "all" ? cuts : cuts.filter(({ first }) => first);
    const kept = members.filter((cut) => cut.cycle !== cycle);
    const left = members.filter((cut) => cut.cycle === cycle);
    return HORIZON_NAMES.map((horizon): WithoutCycle => {
      const returns = eventReturns(windows, kept, HORIZONS[horizon]);
      const gone = eventReturns(windows, left, HORIZONS[horizon]).map(({ relative }) => relative);
      const none = absent("too_few_points", "no complete window of that cycle at this horizon");
      return {
        sample,
        horizon,
        summary: summarise(returns, kept.length),
        leftOut: gone.length === 0 ? none : mean(gone),
        breakEven:
          gone.length === 0
            ? none
            : returns.length === 0
              ? absent("too_few_points", "no cut of another cycle has a complete window at this horizon")
              : -sum(returns.map(({ relative }) => relative)) / gone.length,
      };
    });
  });
}
