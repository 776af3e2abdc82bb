import { type Absent, absent, combine, isAbsent, mapValue, type Value } from "../briefing/value.ts";
import { addMonths, daysBetween, monthOf } from "./calendar.ts";
import { dailySteps, monthEnds, monthlyReturns, type PairSeries } from "./returns.ts";
import { beta, correlation, standardDeviation } from "./statistics.ts";

const YEAR = 252;
const LEAST_SHARE = 0.95;
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

function whyNot(
  frequency: PairSeries["frequency"],
  levels: PairSeries["levels"],
  n: number,
  days: number,
): Absent | null {
  if (frequency !== "daily") return absent("unavailable", "needs daily levels; the source is monthly");
  const least = Math.ceil(days * LEAST_SHARE);
  const enough =
    n >= least &&
    daysBetween(levels[0]?.date ?? "", levels.at(-1)?.date ?? "") <= n * LONGEST_SPAN_PER_RETURN;
  return enough
    ? null
    : absent(
        "too_few_points",
        `needs ${least} of the last ${days} daily returns without gaps; has ${n}, or closes are missing between them`,
      );
}

function allAbsent(gap: Absent): CoMovement {
  return { smallVolatility: gap, largeVolatility: gap, beta: gap, correlation: gap, n: 0 };
}

function measured(
  steps: readonly { readonly small: number; readonly large: number }[],
  aYear: number,
): CoMovement {
  const small = steps.map((step) => step.small);
  const large = steps.map((step) => step.large);
  const yearly = (one: Value) => mapValue(one, (value) => value * Math.sqrt(aYear));
  return {
    smallVolatility: yearly(standardDeviation(small)),
    largeVolatility: yearly(standardDeviation(large)),
    beta: beta(small, large),
    correlation: correlation(small, large),
    n: steps.length,
  };
}

/** Volatility, beta and correlation of simple daily returns over the last `days`, at least 95 % of them there. */
export function coMovement(series: PairSeries, days = YEAR): CoMovement {
  const levels = series.levels.slice(-days - 1);
  const steps = dailySteps(levels);
  const gap = whyNot(series.frequency, levels, steps.length, days);
  return gap ? allAbsent(gap) : measured(steps, YEAR);
}

/** The same of simple monthly returns over the last `months` up to the last month-end, every one of them there; times √12. */
export function monthlyCoMovement(series: PairSeries, months: number): CoMovement {
  const returns = monthlyReturns(monthEnds(series));
  const since = addMonths(returns.at(-1)?.month ?? "0000-01", 1 - months);
  const last = returns.filter(({ month }) => month >= since);
  return last.length === months
    ? measured(last, 12)
    : allAbsent(absent("too_few_points", `needs ${months} monthly returns in a row, has ${last.length}`));
}

/** Small's volatility over large's, at each month-end that has a window. */
export type RatioHistory = readonly { readonly date: string; readonly ratio: number }[];

/**
 * The volatility ratio through time: of daily data over the 252 returns up to each month-end, none of them over a
 * hole; of monthly data over 36. A month that has not run out has no month-end.
 */
export function ratioHistory(series: PairSeries): RatioHistory {
  const isDaily = series.frequency === "daily";
  const ends = monthEnds(series);
  const steps = isDaily ? dailySteps(series.levels) : monthlyReturns(ends);
  const length = isDaily ? YEAR : 36;
  const longest = isDaily ? YEAR * LONGEST_SPAN_PER_RETURN : 36 * 31;
  return steps.flatMap((step, at) => {
    const isMonthEnd = ends.get(monthOf(step.to))?.date === step.to;
    const window = isMonthEnd && at + 1 >= length ? steps.slice(at + 1 - length, at + 1) : [];
    const from = window[0]?.from;
    if (from === undefined || daysBetween(from, step.to) > longest) return [];
    const ratio = volatilityRatio({
      smallVolatility: standardDeviation(window.map(({ small }) => small)),
      largeVolatility: standardDeviation(window.map(({ large }) => large)),
    });
    return isAbsent(ratio) ? [] : [{ date: step.to, ratio }];
  });
}

export function volatilityRatio({
  smallVolatility,
  largeVolatility,
}: Pick<CoMovement, "smallVolatility" | "largeVolatility"> & Partial<CoMovement>): Value {
  return combine(smallVolatility, largeVolatility, (small, large) =>
    large === 0 ? absent("not_meaningful", "large does not vary, so there is no ratio") : small / large,
  );
}
