import { type Absent, absent, mapValue, type Value } from "../briefing/value.ts";
import { daysBetween } from "./calendar.ts";
import { dailySteps, type PairSeries } from "./returns.ts";
import { beta, correlation, standardDeviation } from "./statistics.ts";

const YEAR = 252;
const LEAST = Math.ceil(YEAR * 0.95);
/** 252 trading days take about 365 calendar days; more for each return means that over 5 % are missing. */
const LONGEST_SPAN_PER_RETURN = 385 / YEAR;

export interface CoMovement {
  /** Standard deviation of daily returns (ddof 1) times √252, percent. */
  readonly smallVolatility: Value;
  readonly largeVolatility: Value;
  /** Slope of small on large. */
  readonly beta: Value;
  readonly correlation: Value;
  readonly n: number;
}

function whyNot(frequency: PairSeries["frequency"], levels: PairSeries["levels"], n: number): Absent | null {
  if (frequency !== "daily") return absent("unavailable", "needs daily levels; the source is monthly");
  const enough =
    n >= LEAST &&
    daysBetween(levels[0]?.date ?? "", levels.at(-1)?.date ?? "") <= n * LONGEST_SPAN_PER_RETURN;
  return enough
    ? null
    : absent(
        "too_few_points",
        `needs ${LEAST} of the last ${YEAR} daily returns without gaps; has ${n}, or closes are missing between them`,
      );
}

/** Volatility, beta and correlation of simple daily returns over the last 252 days, at least 95 % of them there. */
export function coMovement(series: PairSeries): CoMovement {
  const levels = series.levels.slice(-YEAR - 1);
  const steps = dailySteps(levels);
  const n = steps.length;
  const gap = whyNot(series.frequency, levels, n);
  if (gap) return { smallVolatility: gap, largeVolatility: gap, beta: gap, correlation: gap, n: 0 };
  const small = steps.map((step) => step.small);
  const large = steps.map((step) => step.large);
  const yearly = (daily: Value) => mapValue(daily, (value) => value * Math.sqrt(YEAR));
  return {
    smallVolatility: yearly(standardDeviation(small)),
    largeVolatility: yearly(standardDeviation(large)),
    beta: beta(small, large),
    correlation: correlation(small, large),
    n,
  };
}
