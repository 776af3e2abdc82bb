import { addMonths, monthOf } from "../maths/calendar.ts";
import type { MacroSeries } from "./datasets.ts";

/** A report's releases month by month: the first month that they are about, and the days on which they came. */
interface Releases {
  readonly from: string;
  /** In order; one that names a day twice told of both months at once. */
  readonly days: string;
}

/**
 * When months came out, where the publisher's calendar is typed here: from the autumn of 2025 on, when a lapse in
 * appropriations put releases off. October 2025 was not surveyed: whatever stands in for it is known with November.
 * Source: Bureau of Labor Statistics, "Schedule of Releases" for the Consumer Price Index and for the Employment
 * Situation (bls.gov/schedule/news_release/cpi.htm and empsit.htm), with the dates revised after the lapse; as copies of
 * 20 Sep 2026 have them. Later dates were not out by then. September 2025: the releases themselves.
 */
const EMPLOYMENT_SITUATION: Releases = {
  from: "2025-09",
  days: "2025-11-20 2025-12-16 2025-12-16 2026-01-09 2026-02-11 2026-03-06 2026-04-03 2026-05-08 2026-06-05 2026-07-02 2026-08-07 2026-09-04 2026-10-02 2026-11-06 2026-12-04",
};
const CONSUMER_PRICES: Releases = {
  from: "2025-09",
  days: "2025-10-24 2025-12-18 2025-12-18 2026-01-13 2026-02-13 2026-03-11 2026-04-10 2026-05-12 2026-06-10 2026-07-14 2026-08-12 2026-09-11 2026-10-14 2026-11-10 2026-12-10",
};

const byMonth = ({ from, days }: Releases): ReadonlyMap<string, string> =>
  new Map(days.split(" ").map((day, at) => [addMonths(from, at), day]));

const EMPLOYMENT = byMonth(EMPLOYMENT_SITUATION);
const PRICES = byMonth(CONSUMER_PRICES);

const RELEASED: { readonly [S in MacroSeries]?: ReadonlyMap<string, string> } = {
  unemployment_rate: EMPLOYMENT,
  sahm: EMPLOYMENT,
  cpi: PRICES,
};

/** The day on which a date's month of a series came out; null: not typed here, so that its usual lag says it. */
export const releasedOn = (series: MacroSeries, date: string): string | null =>
  RELEASED[series]?.get(monthOf(date)) ?? null;

const daysOf = (releases: ReadonlyMap<string, string>): readonly string[] => [...new Set(releases.values())];

/** The days of both reports, in order: what a calendar lists. */
export const RELEASE_DAYS = { payrolls: daysOf(EMPLOYMENT), cpi: daysOf(PRICES) } as const;
