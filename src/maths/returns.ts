import { type Absent, absent, type Value } from "../briefing/value.ts";
import { addDays, addMonths, addMonthsToDate, daysBetween, monthEnd, monthOf } from "./calendar.ts";
import { tradesWithin } from "./nyse-days.ts";

interface Level {
  readonly date: string;
  readonly value: number;
}

/** Both sides' levels on one date. */
export interface PairLevel {
  readonly date: string;
  readonly small: number;
  readonly large: number;
}

export interface PairSeries {
  readonly frequency: "daily" | "monthly";
  /** In date order, dates common to both sides. */
  readonly levels: readonly PairLevel[];
}

/** Simple return in percent. */
export function percentChange(from: number, to: number): number {
  return 100 * (to / from - 1);
}

/** Returns of both sides in percent, and small minus large in percentage points (arithmetic). */
export interface PairReturn {
  readonly from: string;
  readonly to: string;
  readonly small: number;
  readonly large: number;
  readonly relative: number;
}

export function pairReturn(start: PairLevel, end: PairLevel): PairReturn {
  const small = percentChange(start.small, end.small);
  const large = percentChange(start.large, end.large);
  return { from: start.date, to: end.date, small, large, relative: small - large };
}

/** A series with at most one value a month is monthly (the canonical folder's rule). */
export function isMonthly(levels: readonly Level[]): boolean {
  return levels.every(
    (level, index) => index === 0 || monthOf(levels[index - 1]?.date ?? "") !== monthOf(level.date),
  );
}

/**
 * Puts two level series side by side. Two daily ones keep their common dates; where either is monthly both
 * become monthly, by the last value of each common month (dated by the later of the two).
 */
export function pairUp(small: readonly Level[], large: readonly Level[]): PairSeries {
  if (isMonthly(small) || isMonthly(large)) {
    const largeByMonth = lastOfMonths(large);
    const smallByMonth = lastOfMonths(small);
    const levels = [...smallByMonth].flatMap(([month, s]) => {
      const l = largeByMonth.get(month);
      return l ? [{ date: s.date > l.date ? s.date : l.date, small: s.value, large: l.value }] : [];
    });
    return { frequency: "monthly", levels };
  }
  const largeByDate = new Map(large.map((level) => [level.date, level.value]));
  const levels = small.flatMap(({ date, value }) => {
    const other = largeByDate.get(date);
    return other === undefined ? [] : [{ date, small: value, large: other }];
  });
  return { frequency: "daily", levels };
}

/** A level a month; of daily data a last month that has not run out is left out. */
function lastOfMonths(levels: readonly Level[]): ReadonlyMap<string, Level> {
  const last = levels.at(-1)?.date ?? "";
  const byMonth = new Map(levels.map((level) => [monthOf(level.date), level]));
  if (last !== "" && !isMonthly(levels) && !endsItsMonth(last)) byMonth.delete(monthOf(last));
  return byMonth;
}

/** Position of the last level on or before `date`, or -1. */
export function lastOnOrBefore(levels: readonly { readonly date: string }[], date: string): number {
  let low = 0;
  let high = levels.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((levels[middle]?.date ?? "") <= date) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A close further than this from the date it stands for is a gap in the data, not a holiday. */
const LONGEST_CLOSURE_DAYS = 7;

/** The level that stands for `date`: the last close on or before it, unless the data have a hole there. */
export function levelAt(levels: readonly PairLevel[], date: string): PairLevel | null {
  const level = levels[lastOnOrBefore(levels, date)];
  return level && daysBetween(level.date, date) <= LONGEST_CLOSURE_DAYS ? level : null;
}

/** Whether a later close could still come to stand for `date`: the data end before a session up to it. */
export function awaitsClose(levels: readonly PairLevel[], date: string): boolean {
  const last = levels.at(-1)?.date;
  if (last === undefined) return true;
  return date > last && (daysBetween(last, date) > LONGEST_CLOSURE_DAYS || tradesWithin(last, date));
}

/** The first close on or after `date`, unless the data have a hole there. */
export function nextLevel(levels: readonly PairLevel[], date: string): PairLevel | null {
  const level = levels[lastOnOrBefore(levels, addDays(date, -1)) + 1];
  return level && daysBetween(date, level.date) <= LONGEST_CLOSURE_DAYS ? level : null;
}

/**
 * Month-end levels, keyed by month. Of daily data a last month that has not run out is left out (it has on the close of
 * its last session in New York), and a month whose closes stop over a week before its end.
 */
export function monthEnds(series: PairSeries): ReadonlyMap<string, PairLevel> {
  const ends = new Map(series.levels.map((level) => [monthOf(level.date), level]));
  if (series.frequency === "monthly") return ends;
  const last = series.levels.at(-1)?.date ?? "";
  const reachesEnd = (month: string, { date }: PairLevel) =>
    date === last ? endsItsMonth(date) : daysBetween(date, monthEnd(month)) <= LONGEST_CLOSURE_DAYS;
  return new Map([...ends].filter(([month, level]) => reachesEnd(month, level)));
}

/** No session follows in its month: 28 May 2021, a Friday before Memorial Day. */
const endsItsMonth = (date: string): boolean => !tradesWithin(date, monthEnd(monthOf(date)));

/** Month-on-month returns in month order; a month whose predecessor is missing has none. */
export function monthlyReturns(
  ends: ReadonlyMap<string, PairLevel>,
): readonly (PairReturn & { month: string })[] {
  return [...ends].flatMap(([month, end]) => {
    const start = ends.get(addMonths(month, -1));
    return start ? [{ month, ...pairReturn(start, end) }] : [];
  });
}

/**
 * The return over the `months` to the last common date: monthly data from the month-end that many months
 * earlier, daily data from the last close on or before the same day that many months earlier.
 */
export function trailingReturn(series: PairSeries, months: number, skipMonths = 0): PairReturn | Absent {
  const last = series.levels.at(-1);
  if (!last) return absent("too_few_points", "the two series share no date");
  const end =
    series.frequency === "monthly" ? byMonth(series, last, -skipMonths) : byDay(series, last, -skipMonths);
  const start =
    series.frequency === "monthly"
      ? byMonth(series, last, -skipMonths - months)
      : byDay(series, last, -skipMonths - months);
  const back = months + skipMonths;
  if (!start || !end)
    return absent(
      "too_few_points",
      `the data do not reach back ${back === 1 ? "a month" : `${back} months`}`,
    );
  return pairReturn(start, end);
}

function byMonth(series: PairSeries, last: PairLevel, offset: number): PairLevel | null {
  const month = addMonths(monthOf(last.date), offset);
  return series.levels.findLast((level) => monthOf(level.date) === month) ?? null;
}

function byDay(series: PairSeries, last: PairLevel, offset: number): PairLevel | null {
  return levelAt(series.levels, addMonthsToDate(last.date, offset));
}

/** The return from the month-end before `periodStartMonth` to the last level: month-, quarter-, year-to-date. */
export function returnSince(series: PairSeries, periodStartMonth: string): PairReturn | Absent {
  const last = series.levels.at(-1);
  const previous = addMonths(periodStartMonth, -1);
  const start =
    series.frequency === "monthly"
      ? series.levels.findLast((level) => monthOf(level.date) === previous)
      : levelAt(series.levels, monthEnd(previous));
  if (!last || !start || monthOf(start.date) !== previous) {
    return absent("too_few_points", `the data hold no close at the end of ${previous}`);
  }
  return pairReturn(start, last);
}

/** The return over the last `days` trading days; daily data only. */
export function returnOverDays(series: PairSeries, days: number): PairReturn | Absent {
  if (series.frequency !== "daily") return absent("unavailable", "needs daily levels; the source is monthly");
  const last = series.levels.at(-1);
  const start = series.levels.at(-1 - days);
  if (!last || !start) return absent("too_few_points", `the data hold fewer than ${days + 1} closes`);
  return dailySteps(series.levels.slice(-1 - days)).length === days
    ? pairReturn(start, last)
    : absent("too_few_points", `the last ${days + 1} closes have a hole of over a week between them`);
}

/** Returns from one close to the next in percent; a step over a hole in the data is no daily return. */
export function dailySteps(levels: readonly PairLevel[]): readonly PairReturn[] {
  return levels.flatMap((level, index) => {
    const before = levels[index - 1];
    return before && daysBetween(before.date, level.date) <= LONGEST_CLOSURE_DAYS
      ? [pairReturn(before, level)]
      : [];
  });
}

/** How far the last level stands below the highest before it, in percent (0 at a high). */
export function drawdown(values: readonly number[]): { readonly current: Value; readonly deepest: Value } {
  let peak = Number.NEGATIVE_INFINITY;
  let deepest = 0;
  let current = 0;
  for (const value of values) {
    peak = Math.max(peak, value);
    current = percentChange(peak, value);
    deepest = Math.min(deepest, current);
  }
  if (values.length < 2) {
    const reason = absent("too_few_points", "needs at least two levels");
    return { current: reason, deepest: reason };
  }
  return { current, deepest };
}
