import type { CalendarEvent } from "../../market/datasets.ts";
import { RELEASE_DAYS } from "../../market/releases.ts";

interface Schedule {
  readonly event: string;
  readonly dates: readonly string[];
}

/**
 * Dates that their publishers announced; what is not announced yet is not here, and is never guessed.
 * - Bureau of Labor Statistics: see `market/releases.ts`, which says of which month each release tells.
 * - FTSE Russell, press release "Russell US Indexes to move to a semi-annual reconstitution frequency from 2026" (2025):
 *   the fourth Friday in June and the second Friday in November, after the close. Read on 23 Nov 2026.
 */
const SCHEDULES: readonly Schedule[] = [
  { event: "CPI", dates: RELEASE_DAYS.cpi },
  { event: "Payrolls", dates: RELEASE_DAYS.payrolls },
  { event: "Russell reconstitution", dates: ["2026-06-26", "2026-11-13", "2027-06-25", "2027-11-12"] },
];

/** By kind, each in order. */
export const RELEASES: readonly CalendarEvent[] = SCHEDULES.flatMap(({ event, dates }) =>
  dates.map((date) => ({ date, event })),
);
