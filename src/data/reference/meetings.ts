import type { CalendarEvent } from "../../market/datasets.ts";

/**
 * Scheduled meetings of the Federal Open Market Committee, each by its second day, on which the decision is published.
 * Source: the Federal Reserve's releases of 9 Aug 2024 (2026) and 5 Sep 2025 (2027), tentative as they say.
 */
const SECOND_DAYS = [
  ["2025", "01-29 03-19 05-07 06-18 07-30 09-17 10-29 12-10"],
  ["2026", "01-28 03-18 04-29 06-17 07-29 09-16 10-28 12-09"],
  ["2027", "01-27 03-17 04-28 06-09 07-28 09-15 10-27 12-08"],
] as const;

export const MEETINGS: readonly CalendarEvent[] = SECOND_DAYS.flatMap(([year, days]) =>
  days.split(" ").map((day) => ({ date: `${year}-${day}`, event: "FOMC" })),
);
