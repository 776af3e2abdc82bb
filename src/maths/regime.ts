import { isAbsent } from "../briefing/value.ts";
import { addMonths } from "./calendar.ts";
import { mean, standardDeviation } from "./statistics.ts";

/** Values by month "YYYY-MM", in month order. */
export type MonthSeries = ReadonlyMap<string, number>;

const LEAST_MONTHS = 120;
const CLIP = 3;

/**
 * Each month against all months up to it: (value − mean) / sd (ddof 1), from the 120th on, clipped at ±3. A month
 * sees nothing that came after it.
 */
export function expandingScores(series: MonthSeries): MonthSeries {
  const scores = new Map<string, number>();
  const past: number[] = [];
  for (const [month, value] of series) {
    past.push(value);
    const [centre, deviation] = [mean(past), standardDeviation(past)];
    if (past.length < LEAST_MONTHS || isAbsent(centre) || isAbsent(deviation) || deviation === 0) continue;
    scores.set(month, Math.max(-CLIP, Math.min(CLIP, (value - centre) / deviation)));
  }
  return scores;
}

/** Percent change over twelve months, of the months that have both. */
export function yearlyChange(series: MonthSeries): MonthSeries {
  return new Map(
    [...series].flatMap(([month, value]): [string, number][] => {
      const before = series.get(addMonths(month, -12));
      return before === undefined || before === 0 ? [] : [[month, 100 * (value / before - 1)]];
    }),
  );
}

/** A single month between two others that was never published takes the value of the month before it. */
export const bridged = (series: MonthSeries): MonthSeries => filled(series, (before) => before);

/**
 * It takes the mean of the months on either side. Of a level that rises, as prices do, the month before carried on would
 * say that it stood still, in that month and in the one a year later.
 */
export const midway = (series: MonthSeries): MonthSeries =>
  filled(series, (before, after) => (before + after) / 2);

/** Each single month that is missing between two others, known once the later of them is. */
function filled(series: MonthSeries, between: (before: number, after: number) => number): MonthSeries {
  return new Map(
    [...series].flatMap(([month, value]): [string, number][] => {
      const next = addMonths(month, 1);
      const after = series.get(addMonths(month, 2));
      if (series.has(next) || after === undefined) return [[month, value]];
      return [
        [month, value],
        [next, between(value, after)],
      ];
    }),
  );
}

/** Codes that a figure can hold: in the order in which a cycle runs through them. */
export const PHASES = ["recovery", "expansion", "slowdown", "contraction"] as const;
export type Phase = (typeof PHASES)[number];

export interface RegimeMonth {
  readonly month: string;
  /** Three-month mean of the equally weighted scores. */
  readonly level: number;
  /** Against three months before. */
  readonly change: number;
  /** What level and change say of this month alone. */
  readonly reading: Phase;
  /** What two months in a row have said. */
  readonly phase: Phase;
}

function phaseOf(level: number, change: number): Phase {
  if (level >= 0) return change > 0 ? "expansion" : "slowdown";
  return change > 0 ? "recovery" : "contraction";
}

/** DOMAIN 2f, from the first month in which every input has a score. Months without one of them end the reckoning's run. */
export function regimeOf(scores: readonly MonthSeries[]): readonly RegimeMonth[] {
  const [first, ...others] = scores;
  if (first === undefined) return [];
  const composite = new Map(
    [...first].flatMap(([month, score]): [string, number][] => {
      const rest = others.flatMap((other) => other.get(month) ?? []);
      if (rest.length < others.length) return [];
      return [[month, rest.reduce((total, each) => total + each, score) / scores.length]];
    }),
  );
  const levels = new Map(
    [...composite.keys()].flatMap((month): [string, number][] => {
      const last = [0, -1, -2].flatMap((back) => composite.get(addMonths(month, back)) ?? []);
      return last.length < 3 ? [] : [[month, last.reduce((total, each) => total + each, 0) / 3]];
    }),
  );
  return confirmed(
    [...levels].flatMap(([month, level]) => {
      const before = levels.get(addMonths(month, -3));
      if (before === undefined) return [];
      const change = level - before;
      return [{ month, level, change, reading: phaseOf(level, change) }];
    }),
  );
}

/** A phase holds until two months in a row have said another one. */
function confirmed(months: readonly Omit<RegimeMonth, "phase">[]): readonly RegimeMonth[] {
  let phase: Phase | null = null;
  return months.map((each, at) => {
    const before = months[at - 1];
    const isTwice = before?.reading === each.reading && addMonths(before.month, 1) === each.month;
    if (phase === null || isTwice) phase = each.reading;
    return { ...each, phase };
  });
}

/**
 * A month's return to each phase, two months after the month that was said to be in it: by then its data were out.
 * @param returns by month
 */
export function returnsByPhase(
  months: readonly RegimeMonth[],
  returns: MonthSeries,
): ReadonlyMap<Phase, readonly number[]> {
  const ofPhase = (wanted: Phase) =>
    months.flatMap(({ month, phase }) => (phase === wanted ? (returns.get(addMonths(month, 2)) ?? []) : []));
  return new Map(PHASES.map((phase) => [phase, ofPhase(phase)]));
}

/** The month in which the last month's phase was confirmed, and how many months it has held. */
export function spell(
  months: readonly RegimeMonth[],
): { readonly since: string; readonly months: number } | null {
  const last = months.at(-1);
  if (last === undefined) return null;
  const before = months.findLastIndex(({ phase }) => phase !== last.phase);
  return { since: months[before + 1]?.month ?? last.month, months: months.length - before - 1 };
}
