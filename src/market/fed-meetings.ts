import { addDays } from "../maths/calendar.ts";

/**
 * Scheduled meetings of the Federal Open Market Committee, each by its second day, on which the decision is published.
 * Source: the Federal Reserve's releases of 9 Aug 2024 (2026) and 5 Sep 2025 (2027), tentative as they say.
 */
const SECOND_DAYS = [
  ["2025", "01-29 03-19 05-07 06-18 07-30 09-17 10-29 12-10"],
  ["2026", "01-28 03-18 04-29 06-17 07-29 09-16 10-28 12-09"],
  ["2027", "01-27 03-17 04-28 06-09 07-28 09-15 10-27 12-08"],
] as const;

/** ISO dates, in order. */
export const FED_MEETINGS: readonly string[] = SECOND_DAYS.flatMap(([year, days]) =>
  days.split(" ").map((day) => `${year}-${day}`),
);

/** The longest that two scheduled meetings lie apart is eight weeks. */
const MOST_DAYS = 60;

/**
 * To which day a list of decisions that is whole to `newest` can be taken as whole: the day before the next scheduled
 * meeting, at most sixty days on.
 */
export function decisionsCompleteTo(newest: string): string {
  const limit = addDays(newest, MOST_DAYS);
  const next = FED_MEETINGS.find((meeting) => meeting > newest);
  return next !== undefined && next <= limit ? addDays(next, -1) : limit;
}
