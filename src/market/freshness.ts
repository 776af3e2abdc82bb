import { formatDate } from "../briefing/format.ts";
import { addDays, addMonths, monthEnd, monthOf } from "../maths/calendar.ts";
import type { DatasetName, MacroSeries } from "./datasets.ts";
import { MACRO_CALENDAR } from "./macro-series.ts";
import { releasedOn } from "./releases.ts";

/** Counted from the end of the next day, week or month, or, "once", from the newest date itself. */
interface Rhythm {
  readonly cadence: "daily" | "weekly" | "monthly" | "once";
  readonly days: number;
  readonly why: string;
}

const DAILY_LEVELS: Rhythm = {
  cadence: "once",
  days: 5,
  why: "the longest closures, a weekend with holidays at Easter or Christmas, last under five calendar days",
};
const MONTHLY_LEVELS: Rhythm = {
  cadence: "monthly",
  days: 75,
  why: "Kenneth French's data come four to eight weeks after the month's end, plus grace",
};
/** A filing's last month is the quarter's third, so that the next three come with the next filing. */
const FUND_MONTHS: Rhythm = {
  cadence: "once",
  days: 160,
  why: "fund filings tell a quarter's months sixty days after it: 92 + 60 days, plus grace",
};

/** How late a dataset may be before what it says of the present is withheld; null: events, never due. */
const RHYTHMS: Readonly<Record<Exclude<DatasetName, "levels" | "macro">, Rhythm | null>> = {
  policyDecisions: null, // `completeTo` says how far they are known
  recessions: null, // dated many months later
  calendar: null,
  deals: null,
  factors: MONTHLY_LEVELS,
  constituents: {
    cadence: "once",
    days: 170,
    why: "fund filings are made quarterly and published sixty days later: 91 + 60 days, plus grace",
  },
  valuationHistory: { cadence: "monthly", days: 45, why: "month-end multiples, exported a month later" },
  revisions: { cadence: "monthly", days: 45, why: "month-end counts, exported a month later" },
  universe: { cadence: "once", days: 400, why: "providers count companies once a year" },
};

/** Late releases: holidays, and shutdowns of a few days. */
const MACRO_GRACE_DAYS = 7;

/** The newest date of what a figure was read from, and what its dataset needs to say when the next was due. */
export interface Newest {
  readonly date: string;
  /** For levels. */
  readonly cadence?: "daily" | "monthly";
  /** For levels that come a quarter's months at a time. */
  readonly quarterly?: boolean;
  /** For macro. */
  readonly series?: MacroSeries;
}

/** How often a dataset speaks and when its next values are due; null: events, never due. */
export function rhythmOf(
  dataset: DatasetName,
  { cadence, quarterly, series }: Omit<Newest, "date">,
): Rhythm | null {
  if (dataset === "levels") {
    if (cadence === undefined) throw new TypeError("levels are daily or monthly: freshness needs to know");
    if (cadence === "daily") return DAILY_LEVELS;
    return quarterly ? FUND_MONTHS : MONTHLY_LEVELS;
  }
  if (dataset === "macro") {
    if (series === undefined) throw new TypeError("freshness of macro data needs the series");
    const release = MACRO_CALENDAR[series];
    return { ...release, days: release.lagDays + MACRO_GRACE_DAYS, why: "the release calendar, plus grace" };
  }
  return RHYTHMS[dataset];
}

function dueBy(date: string, { cadence, days }: Rhythm): string {
  const next = {
    once: () => date,
    daily: () => addDays(date, 1),
    weekly: () => addDays(date, 7),
    monthly: () => monthEnd(addMonths(monthOf(date), 1)),
  }[cadence]();
  return addDays(next, days);
}

/** The last day on which a dataset that ends on `newest.date` is not overdue; null: never due. */
export function freshUntil(dataset: DatasetName, newest: Newest): string | null {
  const rhythm = rhythmOf(dataset, newest);
  if (rhythm === null || newest.date === "") return null;
  const [usual, release] = [dueBy(newest.date, rhythm), putOff(newest)];
  return release !== null && release > usual ? release : usual;
}

/** The day by which the month or week after the newest is due where its release was put off, with grace. */
function putOff({ date, series }: Newest): string | null {
  if (series === undefined) return null;
  const isWeekly = MACRO_CALENDAR[series].cadence === "weekly";
  const released = releasedOn(series, isWeekly ? addDays(date, 7) : addMonths(monthOf(date), 1));
  return released === null ? null : addDays(released, MACRO_GRACE_DAYS);
}

/** Why a dataset is overdue on the as-of date, or null: "data end on 31 Dec 2024, the next were due by …". */
export function overdue(dataset: DatasetName, newest: Newest, asOf: string): string | null {
  const due = freshUntil(dataset, newest);
  return due === null || asOf <= due
    ? null
    : `the data end on ${formatDate(newest.date)}; the next were due by ${formatDate(due)}`;
}
