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
/**
 * Federal Reserve, G.17, which waited for other agencies' counts: September 2025 came on 3 December, October and November
 * together on 23 December. December came in time again, so that the usual lag says it.
 */
const INDUSTRIAL_PRODUCTION: Releases = { from: "2025-09", days: "2025-12-03 2025-12-23 2025-12-23" };
/**
 * Chicago Fed, which waited likewise: its release of 22 Dec 2025 told of September only, and named no day for the next
 * months. They are held as not known before the first later release that is typed here, that of January 2026.
 */
const NATIONAL_ACTIVITY: Releases = {
  from: "2025-09",
  days: "2025-12-22 2026-02-23 2026-02-23 2026-02-23",
};

/**
 * Department of Labor: no national count of claims came out between 25 Sep (the week to 20 Sep) and 20 Nov 2025, when
 * the weeks held back came together with the week to 15 Nov.
 */
const CLAIMS_HELD_BACK = { after: "2025-09-20", to: "2025-11-15", released: "2025-11-20" } as const;

const byMonth = ({ from, days }: Releases): ReadonlyMap<string, string> =>
  new Map(days.split(" ").map((day, at) => [addMonths(from, at), day]));

const EMPLOYMENT = byMonth(EMPLOYMENT_SITUATION);
const PRICES = byMonth(CONSUMER_PRICES);
const ACTIVITY = byMonth(NATIONAL_ACTIVITY);

const RELEASED: { readonly [S in MacroSeries]?: ReadonlyMap<string, string> } = {
  unemployment_rate: EMPLOYMENT,
  sahm: EMPLOYMENT,
  cpi: PRICES,
  industrial_production: byMonth(INDUSTRIAL_PRODUCTION),
  cfnai: ACTIVITY,
  cfnai_ma3: ACTIVITY,
};

function claimsReleasedOn(week: string): string | null {
  const { after, to, released } = CLAIMS_HELD_BACK;
  return week > after && week <= to ? released : null;
}

/** The day on which a date's month or week of a series came out; null: not typed here, so that its usual lag says it. */
export const releasedOn = (series: MacroSeries, date: string): string | null =>
  series === "initial_claims" ? claimsReleasedOn(date) : (RELEASED[series]?.get(monthOf(date)) ?? null);

const daysOf = (releases: ReadonlyMap<string, string>): readonly string[] => [...new Set(releases.values())];

/** The days of the labour bureau's two reports, in order: what a calendar lists. */
export const RELEASE_DAYS = { payrolls: daysOf(EMPLOYMENT), cpi: daysOf(PRICES) } as const;
