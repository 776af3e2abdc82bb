import { absent, type Value } from "../briefing/value.ts";
import { addMonths, addMonthsToDate, daysBetween, monthEnd, monthOf } from "./calendar.ts";
import { median, midRankPercentile, sum } from "./statistics.ts";

/** One announcement; value in USD, null where it was not disclosed. */
export interface Announced {
  readonly announced: string;
  readonly target: string;
  readonly valueUsd: number | null;
}

export interface Events<Row extends Announced> {
  /** In date order. */
  readonly deals: readonly Row[];
  /** Announcements that are a later word on an earlier deal. */
  readonly repeated: number;
  readonly blankCheques: number;
}

const SAME_DEAL_DAYS = 180;

/** A company that exists to buy another one: the usual name of its kind. */
const BLANK_CHEQUE =
  /\bacquisitions? (corp|corporation|company|co|ltd|limited|inc|plc|holdings)\b|\bblank[ -]che(que|ck)\b|\bSPAC\b/i;

/**
 * One event per target per 180 days, counted from the event that stands: a bid that is raised or contested is one
 * deal, a second bid half a year later another. Targets are compared without case and punctuation. No blank-cheque
 * companies, by their names. `rows` in date order.
 */
export function distinctDeals<Row extends Announced>(rows: readonly Row[]): Events<Row> {
  const last = new Map<string, string>();
  const operating = rows.filter(({ target }) => !BLANK_CHEQUE.test(target.replace(/[.,]/g, "")));
  const deals = operating.filter(({ target, announced }) => {
    const name = target
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    const before = last.get(name);
    const isNew = before === undefined || daysBetween(before, announced) >= SAME_DEAL_DAYS;
    if (isNew) last.set(name, announced);
    return isNew;
  });
  return {
    deals,
    repeated: operating.length - deals.length,
    blankCheques: rows.length - operating.length,
  };
}

/** Deals announced after `from` and up to `to`. */
export function between<Row extends Announced>(
  deals: readonly Row[],
  from: string,
  to: string,
): readonly Row[] {
  return deals.filter(({ announced }) => announced > from && announced <= to);
}

/** Deals of the twelve months that end on a day. */
export function trailingYear<Row extends Announced>(deals: readonly Row[], to: string): readonly Row[] {
  return between(deals, addMonthsToDate(to, -12), to);
}

/** A count of a window, or why there is none: the data may begin within it. */
export function countOf(deals: readonly Announced[], from: string, to: string): Value {
  const [first] = deals;
  if (first === undefined || first.announced > from)
    return absent("too_few_points", `the data do not reach back to ${from}`);
  return between(deals, from, to).length;
}

/** The trailing-twelve-month count at each month-end from the first that is full, up to `to`. */
export function trailingCounts(
  deals: readonly Announced[],
  to: string,
): readonly { readonly date: string; readonly count: number }[] {
  const [first] = deals;
  if (first === undefined) return [];
  const counts: { date: string; count: number }[] = [];
  for (
    let month = addMonths(monthOf(first.announced), 12);
    monthEnd(month) <= to;
    month = addMonths(month, 1)
  ) {
    const date = monthEnd(month);
    counts.push({ date, count: trailingYear(deals, date).length });
  }
  return counts;
}

const LEAST_MONTHS = 120;

/** Mid-rank of a count among the trailing-twelve-month counts of month-ends; 120 of them or none. */
export function percentileOfCount(history: readonly { readonly count: number }[], count: number): Value {
  return midRankPercentile(
    history.map((each) => each.count),
    count,
    LEAST_MONTHS,
  );
}

/** Deals from 1 January to the same day of each year that the data hold whole up to it. */
export function yearToDate(
  deals: readonly Announced[],
  to: string,
): readonly { readonly year: string; readonly count: number }[] {
  const [first] = deals;
  if (first === undefined) return [];
  const from = Number(first.announced.slice(0, 4)) + 1;
  const last = Number(to.slice(0, 4));
  return Array.from({ length: Math.max(0, last - from + 1) }, (_, at) => {
    const end = addMonthsToDate(to, -12 * (last - from - at));
    return { year: `${from + at}`, count: between(deals, `${from + at - 1}-12-31`, end).length };
  });
}

/** Disclosed values: sum and median in billions, and the share of the deals that disclose one, percent. */
export function disclosedValues(deals: readonly Announced[]) {
  const values = deals.flatMap(({ valueUsd }) => (valueUsd === null ? [] : [valueUsd / 1e9]));
  const none = absent("not_reported", "no deal of the twelve months discloses its value");
  return {
    total: values.length > 0 ? sum(values) : none,
    median: values.length > 0 ? median(values) : none,
    share:
      deals.length > 0
        ? (100 * values.length) / deals.length
        : absent("too_few_points", "no deal was announced in the twelve months"),
    n: values.length,
  } satisfies Record<string, Value | number>;
}
