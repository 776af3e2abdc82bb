import type { MacroObservation, MacroSeries, PolicyDecision } from "../../market/datasets.ts";
import { daysFrom, END_DATE, FIRST_MONTH, LAST_FULL_MONTH, monthsFrom, payrollsDay } from "./days.ts";
import { stressOn } from "./downturns.ts";
import { dailyMacro, observations } from "./macro-daily.ts";
import type { MarketDay } from "./path.ts";
import { autoregression, makeRandom, round } from "./random.ts";

const MONTHS = monthsFrom(FIRST_MONTH, LAST_FULL_MONTH);

/** One value a month, dated on its first day; `step` sees the stress in mid-month. */
function monthly(
  series: MacroSeries,
  decimals: number,
  step: (stress: number) => number,
): readonly MacroObservation[] {
  return observations(
    series,
    MONTHS.map((month) => [`${month}-01`, round(step(stressOn(`${month}-15`)), decimals)] as const),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Rises in recessions, heals slowly; published on the next month's first Friday. */
function unemployment(): readonly MacroObservation[] {
  const noise = autoregression(makeRandom("unemployment"), 0.5, 0.06);
  let rate = 6.6;
  return monthly("unemployment_rate", 1, (stress) => {
    rate += stress > 0.15 ? 0.38 * stress : -0.03 * (rate - 4.2);
    return rate + noise();
  }).map((row, index) => ({ ...row, vintage: payrollsDay(monthAfter(index)) }));
}

function monthAfter(index: number): string {
  return MONTHS[index + 1] ?? END_DATE.slice(0, 7);
}

/** Three-month mean of unemployment over its lowest of the twelve months before. */
function sahm(rates: readonly MacroObservation[]): readonly MacroObservation[] {
  const means = rates.map((_, index) =>
    mean(rates.slice(Math.max(0, index - 2), index + 1).map((row) => row.value)),
  );
  const gap = (index: number) => (means[index] ?? 0) - Math.min(...means.slice(index - 12, index));
  const rows = rates.map((row, index) => [row.date, round(gap(index), 2)] as const);
  return observations("sahm", rows.slice(14));
}

function threeMonthMean(series: MacroSeries, rows: readonly MacroObservation[]): readonly MacroObservation[] {
  const means = rows.map((row, index) => {
    const window = rows.slice(Math.max(0, index - 2), index + 1).map((entry) => entry.value);
    return [row.date, round(mean(window), 2)] as const;
  });
  return observations(series, means.slice(2));
}

function growing(
  name: string,
  start: number,
  drift: number,
  fall: number,
  deviation: number,
): (s: number) => number {
  const noise = autoregression(makeRandom(name), 0.6, deviation);
  let level = start;
  return (stress) => {
    level *= 1 + drift / 12 - fall * stress + noise();
    return level;
  };
}

function monthlyMacro(): readonly MacroObservation[] {
  const rates = unemployment();
  const sentiment = autoregression(makeRandom("sentiment"), 0.93, 6);
  const orders = autoregression(makeRandom("orders"), 0.85, 2.4);
  const activity = autoregression(makeRandom("activity"), 0.2, 0.45);
  const cfnai = monthly("cfnai", 2, (stress) => 0.12 - 2 * stress + activity());
  return [
    ...rates,
    ...monthly("cpi", 3, growing("prices", 105.7, 0.026, 0.001, 0.0014)),
    ...monthly("industrial_production", 4, growing("production", 55.4, 0.021, 0.011, 0.003)),
    ...monthly("consumer_sentiment", 1, (stress) => 91 - 27 * stress + sentiment()),
    ...cfnai,
    ...threeMonthMean("cfnai_ma3", cfnai),
    ...monthly("ism_manufacturing", 1, (stress) => 53 - 11 * stress + orders()),
    ...sahm(rates),
  ];
}

function weeklyMacro(): readonly MacroObservation[] {
  const layoffs = autoregression(makeRandom("claims"), 0.96, 0.09);
  const stressNoise = autoregression(makeRandom("stress index"), 0.96, 0.3);
  const conditions = autoregression(makeRandom("conditions"), 0.98, 0.15);
  const weekly = (series: MacroSeries, first: string, value: (stress: number) => number) =>
    observations(
      series,
      daysFrom(first, END_DATE, 7).map((day) => [day, value(stressOn(day))] as const),
    );
  return [
    ...weekly(
      "initial_claims",
      "1985-01-05",
      (stress) => round(270 * Math.exp(0.8 * stress + layoffs()), 0) * 1000,
    ),
    ...weekly("stress_index", "1993-12-31", (stress) => round(3.4 * stress - 0.45 + stressNoise(), 4)),
    ...weekly("nfci", "1985-01-04", (stress) => round(1.9 * stress - 0.5 + conditions(), 5)),
  ];
}

/** Every macro series, in date order. */
export function makeMacro(
  path: readonly MarketDay[],
  decisions: readonly PolicyDecision[],
): readonly MacroObservation[] {
  const rows = [...monthlyMacro(), ...weeklyMacro(), ...dailyMacro(path, decisions)];
  return rows.sort((left, right) => (left.date < right.date ? -1 : Number(left.date > right.date)));
}
