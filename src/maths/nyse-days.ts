import { getHolidays } from "nyse-holidays";
import { addDays } from "./calendar.ts";

/** Closed days are known from here on. */
export const NYSE_FIRST_YEAR = 2000;

/** Whole days closed out of turn since 2000, as NYSE announced them. Planned holidays come from the library. */
const UNSCHEDULED: Readonly<Record<string, string>> = {
  "2001-09-11": "the attacks of 11 September 2001",
  "2001-09-12": "the attacks of 11 September 2001",
  "2001-09-13": "the attacks of 11 September 2001",
  "2001-09-14": "the attacks of 11 September 2001",
  "2004-06-11": "day of mourning for President Reagan",
  "2007-01-02": "day of mourning for President Ford",
  "2012-10-29": "Hurricane Sandy",
  "2012-10-30": "Hurricane Sandy",
  "2018-12-05": "day of mourning for President George H. W. Bush",
  "2025-01-09": "day of mourning for President Carter",
};

/**
 * Why the New York Stock Exchange is closed on a day: "Thanksgiving Day", "Saturday"; null where it trades.
 * @param announced closures that this version does not know yet: date -> reason
 */
export function nyseClosures(
  announced: Readonly<Record<string, string>> = {},
): (date: string) => string | null {
  const unscheduled = { ...UNSCHEDULED, ...announced };
  const years = new Map<number, ReadonlyMap<string, string>>();

  function holidaysOf(year: number): ReadonlyMap<string, string> {
    const known = years.get(year) ?? new Map(getHolidays(year).map((each) => [each.dateString, each.name]));
    years.set(year, known);
    return known;
  }

  return (date) => {
    const year = Number(date.slice(0, 4));
    if (year < NYSE_FIRST_YEAR)
      throw new RangeError(`the trading calendar begins in ${NYSE_FIRST_YEAR}, not on ${date}`);
    const weekday = new Date(Date.parse(`${date}T00:00:00Z`)).getUTCDay();
    if (weekday === 6 || weekday === 0) return weekday === 6 ? "Saturday" : "Sunday";
    return unscheduled[date] ?? holidaysOf(year).get(date) ?? null;
  };
}

const closed = nyseClosures();

/**
 * Whether the exchange trades on a day after one and up to another. Before 2000 by weekends and planned holidays alone:
 * no closure out of turn then ended a month.
 */
export function tradesWithin(after: string, to: string): boolean {
  for (let date = addDays(after, 1); date <= to; date = addDays(date, 1)) if (isSession(date)) return true;
  return false;
}

function isSession(date: string): boolean {
  if (Number(date.slice(0, 4)) >= NYSE_FIRST_YEAR) return closed(date) === null;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  return !getHolidays(Number(date.slice(0, 4))).some(({ dateString }) => dateString === date);
}

/** The days of trading from one date to another, both included where they are such days; none before 2000. */
export function nyseDays(from: string, to: string): readonly string[] {
  const days: string[] = [];
  const start = from < `${NYSE_FIRST_YEAR}-01-01` ? `${NYSE_FIRST_YEAR}-01-01` : from;
  for (let date = start; date <= to; date = addDays(date, 1)) if (closed(date) === null) days.push(date);
  return days;
}
