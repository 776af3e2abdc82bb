import { BriefingError } from "../briefing/errors.ts";
import { formatDate } from "../briefing/format.ts";
import type { Levels } from "../market/datasets.ts";
import { monthOf } from "../maths/calendar.ts";
import { type PairSeries, pairUp } from "../maths/returns.ts";

export type Basis = "total" | "price";

export const BASIS_WORDS: Record<Basis, string> = { total: "total return", price: "price return" };

/** The series a figure is read from, with its basis. */
export interface Read {
  readonly basis: Basis;
  readonly series: PairSeries;
}

/** Both sides on a basis, or null where the source lacks one of them. */
export function pairSeries(levels: Levels, basis: Basis): PairSeries | null {
  const [small, large] = [levels[`small_${basis}`], levels[`large_${basis}`]];
  if (!small?.length || !large?.length) return null;
  const series = pairUp(small, large);
  return series.levels.length > 0 ? series : null;
}

/** Small's own levels on a basis, as far back as they reach, beside themselves. */
export function smallAlone(levels: Levels, { basis, series }: Read): PairSeries {
  const own = levels[`small_${basis}`] ?? [];
  const last = series.levels.at(-1)?.date ?? "";
  const known = own.filter(({ date }) => monthOf(date) <= monthOf(last));
  return pairUp(known, known);
}

/** Total return where the data have it, price otherwise or on request. */
export function chooseBasis(levels: Levels, asked: Basis | "auto", asOf: string): Read {
  for (const basis of asked === "auto" ? (["total", "price"] as const) : [asked]) {
    const series = pairSeries(levels, basis);
    if (series) return { basis, series };
  }
  // The as-of cut empties a series that begins later.
  if (Object.values(levels).some(({ length }) => length === 0)) {
    throw new BriefingError(
      "data_unavailable",
      `the levels of both sides begin only after the as-of date, ${formatDate(asOf)}`,
      "choose a later as-of date, or add older levels to levels.csv",
    );
  }
  throw new BriefingError(
    "data_unavailable",
    `the data hold no ${asked === "auto" ? "levels" : BASIS_WORDS[asked]} of both sides on common dates`,
    asked === "auto"
      ? "add the series small_total and large_total (or small_price and large_price) to levels.csv"
      : `ask with basis=${asked === "total" ? "price" : "total"}, or add the series small_${asked} and large_${asked}`,
  );
}

/** Days are counted on daily levels: the chosen basis if it is daily, else the price series. */
export function dailyRead(levels: Levels, main: Read): Read {
  if (main.series.frequency === "daily") return main;
  const price = pairSeries(levels, "price");
  return price?.frequency === "daily" ? { basis: "price", series: price } : main;
}
