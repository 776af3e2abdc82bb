import type { MacroObservation, MacroSeries } from "../market/datasets.ts";
import { MACRO_CALENDAR } from "../market/macro-series.ts";
import { addMonths, monthEnd, monthOf } from "../maths/calendar.ts";
import type { MonthSeries } from "../maths/regime.ts";

type Rows = readonly MacroObservation[];

/** Of one dataset every topic reads several series: it is gone through once. */
const bySeries = new WeakMap<Rows, ReadonlyMap<MacroSeries, Rows>>();

function rowsOf(rows: Rows, series: MacroSeries): Rows {
  const known = bySeries.get(rows) ?? Map.groupBy(rows, (row) => row.series);
  bySeries.set(rows, known);
  return known.get(series) ?? [];
}

/** The last day of a series' newest period; null: the rows hold none. */
export function lastPeriodEnd(rows: Rows, series: MacroSeries): string | null {
  const newest = rowsOf(rows, series).at(-1)?.date;
  if (newest === undefined) return null;
  return MACRO_CALENDAR[series].cadence === "monthly" ? monthEnd(monthOf(newest)) : newest;
}

/** One series by month: the mean of a month's values; a month still running on the as-of date is left out. */
export function monthMeans(rows: Rows, series: MacroSeries, asOf: string): MonthSeries {
  const running = monthEnd(monthOf(asOf)) <= asOf ? addMonths(monthOf(asOf), 1) : monthOf(asOf);
  const byMonth = Map.groupBy(
    rowsOf(rows, series).filter(({ date }) => date < running),
    ({ date }) => monthOf(date),
  );
  const means = [...byMonth].map(
    ([month, own]) => [month, own.reduce((total, { value }) => total + value, 0) / own.length] as const,
  );
  return new Map(means.sort(([a], [b]) => (a < b ? -1 : 1)));
}
