import type { MacroObservation, MacroSeries } from "../market/datasets.ts";
import { addMonths, monthEnd, monthOf } from "../maths/calendar.ts";
import type { MonthSeries } from "../maths/regime.ts";

/** One series by month: the mean of a month's values; a month still running on the as-of date is left out. */
export function monthMeans(
  rows: readonly MacroObservation[],
  series: MacroSeries,
  asOf: string,
): MonthSeries {
  const running = monthEnd(monthOf(asOf)) <= asOf ? addMonths(monthOf(asOf), 1) : monthOf(asOf);
  const byMonth = Map.groupBy(
    rows.filter((row) => row.series === series && row.date < running),
    ({ date }) => monthOf(date),
  );
  const means = [...byMonth].map(
    ([month, own]) => [month, own.reduce((total, { value }) => total + value, 0) / own.length] as const,
  );
  return new Map(means.sort(([a], [b]) => (a < b ? -1 : 1)));
}
