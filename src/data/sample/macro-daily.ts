import type { MacroObservation, MacroSeries, PolicyDecision } from "../../market/datasets.ts";
import { daysFrom, END_DATE } from "./days.ts";
import { stressOn } from "./downturns.ts";
import type { MarketDay } from "./path.ts";
import { targetsOn } from "./policy.ts";
import { autoregression, makeRandom, round } from "./random.ts";

/** A series as dates and values; `observations` gives it the record's form. */
export function observations(
  series: MacroSeries,
  points: Iterable<readonly [date: string, value: number]>,
): readonly MacroObservation[] {
  return Array.from(points, ([date, value]) => ({ date, series, value, vintage: null }));
}

/** How far ahead, in trading days, the two-year yield looks along the invented path of the target. */
const LOOK_AHEAD = 190;

function treasuries(
  days: readonly string[],
  decisions: readonly PolicyDecision[],
): readonly MacroObservation[] {
  const random = makeRandom("treasuries");
  const [bill, two, ten] = [
    autoregression(random, 0.98, 0.03),
    autoregression(random, 0.995, 0.2),
    autoregression(random, 0.998, 0.45),
  ];
  const targets = targetsOn(days, decisions);
  const last = targets.at(-1) ?? 0;
  const yields = days.map((date, index) => {
    const target = targets[index] ?? last;
    const later = targets[index + LOOK_AHEAD] ?? last;
    const longRun = 3.4 + 4.2 * Math.exp(-index / 3000);
    const twoYear = 0.45 * target + 0.4 * later + 0.15 * longRun + 0.1 + two();
    const tenYear = 0.4 * twoYear + 0.6 * longRun + 0.45 + ten();
    return { date, bill: target - 0.12 + bill(), two: twoYear, ten: tenYear };
  });
  const column = (series: MacroSeries, pick: (row: (typeof yields)[number]) => number) =>
    observations(
      series,
      yields.map((row) => [row.date, round(Math.max(0.02, pick(row)), 2)] as const),
    );
  return [
    ...column("treasury_3m", (row) => row.bill),
    ...column("treasury_2y", (row) => row.two),
    ...column("treasury_10y", (row) => row.ten),
  ];
}

/** One daily series from `first` on, out of stress and its own autoregression. */
function daily(
  series: MacroSeries,
  days: readonly string[],
  first: string,
  value: (stress: number, index: number) => number,
): readonly MacroObservation[] {
  const held = days.filter((day) => day >= first);
  return observations(
    series,
    held.map((day, index) => [day, round(value(stressOn(day), index), 2)] as const),
  );
}

function volatilityIndex(path: readonly MarketDay[]): readonly MacroObservation[] {
  const noise = autoregression(makeRandom("vix"), 0.92, 1.1);
  const level = (day: MarketDay) => round(Math.max(9.1, 3.5 + 105 * day.volatility + noise()), 2);
  return observations(
    "vix",
    path.filter((day) => day.date >= "1990").map((day) => [day.date, level(day)] as const),
  );
}

export function dailyMacro(
  path: readonly MarketDay[],
  decisions: readonly PolicyDecision[],
): readonly MacroObservation[] {
  const days = path.slice(1).map((day) => day.date);
  const baa = autoregression(makeRandom("baa"), 0.996, 0.25);
  const highYield = autoregression(makeRandom("high yield"), 0.996, 0.6);
  const oil = autoregression(makeRandom("oil"), 0.9985, 0.4);
  const mood = autoregression(makeRandom("uncertainty"), 0.99, 0.3);
  const news = makeRandom("news");
  return [
    ...treasuries(days, decisions),
    ...daily("baa_spread", days, "1986-01-02", (stress) => Math.max(1.2, 1.9 + 2.4 * stress + baa())),
    ...daily("high_yield_spread", days, "1997-01-02", (stress) =>
      Math.max(2.4, 3.9 + 8 * stress + highYield()),
    ),
    ...volatilityIndex(path),
    ...daily("policy_uncertainty", daysFrom("1985-01-01", END_DATE), "1985", (stress) =>
      Math.max(4, 85 * Math.exp(0.7 * stress + mood() + 0.35 * news.normal())),
    ),
    ...daily(
      "oil_wti",
      days,
      "1986-01-02",
      (stress, index) => 22 * Math.exp(index / 9000 - 0.4 * stress + oil()),
    ),
  ];
}
