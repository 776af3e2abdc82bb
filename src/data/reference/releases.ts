import type { CalendarEvent } from "../../market/datasets.ts";

interface Schedule {
  readonly event: string;
  readonly dates: string;
}

/**
 * Dates ahead that their publishers announced; what is not announced yet is not here, and is never guessed.
 * - Bureau of Labor Statistics, "Schedule of Releases" for the Consumer Price Index and for the Employment Situation
 *   (bls.gov/schedule/news_release/cpi.htm and empsit.htm), with the dates revised after the lapse in appropriations of
 *   2025; as copies of 20 Sep 2026 have them. Later dates were not out by then.
 * - FTSE Russell, press release "Russell US Indexes to move to a semi-annual reconstitution frequency from 2026" (2025):
 *   the fourth Friday in June and the second Friday in November, after the close. Read on 23 Nov 2026.
 */
const SCHEDULES: readonly Schedule[] = [
  {
    event: "CPI",
    dates:
      "2025-12-18 2026-01-13 2026-02-13 2026-03-11 2026-04-10 2026-05-12 2026-06-10 2026-07-14 2026-08-12 2026-09-11 2026-10-14 2026-11-10 2026-12-10",
  },
  {
    event: "Payrolls",
    dates:
      "2025-12-16 2026-01-09 2026-02-11 2026-03-06 2026-04-03 2026-05-08 2026-06-05 2026-07-02 2026-08-07 2026-09-04 2026-10-02 2026-11-06 2026-12-04",
  },
  { event: "Russell reconstitution", dates: "2026-06-26 2026-11-13 2027-06-25 2027-11-12" },
];

/** By kind, each in order. */
export const RELEASES: readonly CalendarEvent[] = SCHEDULES.flatMap(({ event, dates }) =>
  dates.split(" ").map((date) => ({ date, event })),
);
