import type { MacroObservation, MacroSeries, PolicyDecision } from "../market/datasets.ts";
import { addMonths, addMonthsToDate, daysBetween, monthEnd } from "../maths/calendar.ts";
import { bridged, type MonthSeries } from "../maths/regime.ts";
import { lastOnOrBefore } from "../maths/returns.ts";
import { sum, trailingRanks } from "../maths/statistics.ts";
import type { Print } from "../maths/trigger.ts";
import { monthMeans } from "./macro-months.ts";

export interface MeasureInputs {
  readonly macro: readonly MacroObservation[];
  readonly decisions: readonly PolicyDecision[];
  readonly asOf: string;
}

/** The prints of one measure, what they are made of and by whose release calendar they are due; null: not in the data. */
export interface Measured {
  readonly prints: readonly Print[];
  readonly made: string;
  /** null: of Fed decisions, which are never due. */
  readonly series: MacroSeries | null;
  /** Every economic series that the prints were made from. */
  readonly from: readonly MacroSeries[];
  /** Months ("2025-10") without a value of their own, which took that of the month before. */
  readonly carried?: readonly string[];
  /** Of how many months one print is made. */
  readonly reach?: number;
  /** What the last print was set against: of the Fed's target the last that was announced by its day. */
  readonly against?: PolicyDecision;
}

export type Measure = (inputs: MeasureInputs) => Measured | null;

function rowsOf(macro: readonly MacroObservation[], series: MacroSeries): readonly Print[] {
  return macro.filter((row) => row.series === series).map(({ date, value }) => ({ date, value }));
}

/** A month is dated by its last day. */
const atMonthEnds = (months: MonthSeries): readonly Print[] =>
  [...months].map(([month, value]) => ({ date: monthEnd(month), value }));

/** Differences of decimals: 3.3 − 2.8 must not miss a threshold of 0.5 by what a double cannot hold. */
const exact = ({ date, value }: Print): Print => ({ date, value: Number(value.toFixed(9)) });

const measured = (
  prints: readonly Print[],
  series: MacroSeries | null,
  made: string,
  from: readonly MacroSeries[] = series === null ? [] : [series],
): Measured | null => (prints.length === 0 ? null : { prints: prints.map(exact), series, made, from });

/** A daily or weekly series as it is. */
export const asPrinted =
  (series: MacroSeries, made: string): Measure =>
  ({ macro }) =>
    measured(rowsOf(macro, series), series, made);

/** A monthly series as it is, else what a maker makes of another, of so many months (`reach`) each. */
export const monthly =
  (
    series: MacroSeries,
    made: string,
    other?: {
      readonly of: MacroSeries;
      readonly made: string;
      readonly make: (months: MonthSeries) => MonthSeries;
      readonly reach: number;
    },
  ): Measure =>
  ({ macro, asOf }) => {
    const own = atMonthEnds(monthMeans(macro, series, asOf));
    if (own.length > 0 || other === undefined) return measured(own, series, made);
    const months = monthMeans(macro, other.of, asOf);
    const whole = bridged(months);
    const said = `${other.made}; a single month that is missing takes the value of the month before`;
    const found = measured(atMonthEnds(other.make(whole)), other.of, said);
    const carried = [...whole.keys()].filter((month) => !months.has(month));
    return found && { ...found, carried, reach: other.reach };
  };

/** Mean of each three months in a row. */
export function threeMonthMeans(months: MonthSeries): MonthSeries {
  return new Map(
    [...months].flatMap(([month]): [string, number][] => {
      const window = [0, -1, -2].flatMap((back) => months.get(addMonths(month, back)) ?? []);
      return window.length === 3 ? [[month, sum(window) / 3]] : [];
    }),
  );
}

/** Sahm (2019): three-month mean of unemployment over the lowest such mean of the twelve months before. */
export function sahmGap(unemployment: MonthSeries): MonthSeries {
  const means = threeMonthMeans(unemployment);
  return new Map(
    [...means].flatMap(([month, value]): [string, number][] => {
      const before = Array.from({ length: 12 }, (_, at) => means.get(addMonths(month, -1 - at))).filter(
        (each) => each !== undefined,
      );
      return before.length === 12 ? [[month, value - Math.min(...before)]] : [];
    }),
  );
}

const WEEKS = 52;

/** Four-week mean over the lowest of the last 52, percent. */
export const claims: Measure = ({ macro }) => {
  const rows = rowsOf(macro, "initial_claims");
  const means = rows.slice(3).map(({ date }, at) => ({
    date,
    value: sum(rows.slice(at, at + 4).map(({ value }) => value)) / 4,
  }));
  const prints = means.slice(WEEKS - 1).map(({ date, value }, at) => {
    const low = Math.min(...means.slice(at, at + WEEKS).map((each) => each.value));
    return { date, value: 100 * (value / low - 1) };
  });
  return measured(prints, "initial_claims", "four-week mean of initial claims over its 52-week low");
};

/** Ten-year less three-month yield, basis points. */
export const curve: Measure = ({ macro }) => {
  const bills = new Map(rowsOf(macro, "treasury_3m").map(({ date, value }) => [date, value]));
  const prints = rowsOf(macro, "treasury_10y").flatMap(({ date, value }) => {
    const bill = bills.get(date);
    return bill === undefined ? [] : [{ date, value: 100 * (value - bill) }];
  });
  return measured(prints, "treasury_10y", "10-year less 3-month Treasury yield", [
    "treasury_10y",
    "treasury_3m",
  ]);
};

/** Each change of the target, basis points. */
export const policyRise: Measure = ({ decisions }) =>
  measured(
    decisions.map(({ announced, changeBp }) => ({ date: announced, value: changeBp })),
    null,
    "latest change of the Fed's target",
  );

/** Two-year yield less the target's upper bound as announced by the print's day, basis points. */
export const twoYear: Measure = ({ macro, decisions }) => {
  const dated = decisions.map((decision) => ({ ...decision, date: decision.announced }));
  const targetOn = (date: string) => dated[lastOnOrBefore(dated, date)];
  const prints = rowsOf(macro, "treasury_2y").flatMap(({ date, value }) => {
    const target = targetOn(date);
    return target === undefined ? [] : [{ date, value: 100 * (value - target.targetUpper) }];
  });
  const found = measured(
    prints,
    "treasury_2y",
    "2-year Treasury yield less the upper bound of the Fed's target as announced by that day",
  );
  const against = targetOn(prints.at(-1)?.date ?? "");
  return found && against ? { ...found, against } : found;
};

/** Against the last price on or before the same day three months earlier, percent. */
export const oil: Measure = ({ macro }) => {
  const rows = rowsOf(macro, "oil_wti").filter(({ value }) => value > 0);
  const prints = rows.flatMap(({ date, value }) => {
    const then = addMonthsToDate(date, -3);
    const before = rows[lastOnOrBefore(rows, then)];
    return before && daysBetween(before.date, then) <= 7
      ? [{ date, value: 100 * (value / before.value - 1) }]
      : [];
  });
  return measured(prints, "oil_wti", "oil price (WTI) against three months before");
};

const MEAN_DAYS = 30;
const TEN_YEARS = 3652;
/** 30-day mean among those of ten years (mid-rank), 0 to 100; ten years of it or none. */
export const policyUncertainty: Measure = ({ macro }) => {
  const rows = rowsOf(macro, "policy_uncertainty");
  const means = rows.slice(MEAN_DAYS - 1).map(({ date }, at) => ({
    date,
    value: sum(rows.slice(at, at + MEAN_DAYS).map(({ value }) => value)) / MEAN_DAYS,
  }));
  const prints = trailingRanks(
    means.map(({ value }) => value),
    TEN_YEARS,
  ).map((rank, at) => ({ date: means[at + TEN_YEARS - 1]?.date ?? "", value: (100 * rank) / TEN_YEARS }));
  return measured(
    prints,
    "policy_uncertainty",
    "30-day mean of the policy-uncertainty index, percentile of ten years",
  );
};
