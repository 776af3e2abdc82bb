import { BriefingError } from "../briefing/errors.ts";
import { absent, isAbsent } from "../briefing/value.ts";
import { companiesOf } from "../market/companies.ts";
import type { Constituent, Side } from "../market/datasets.ts";
import { LATER_REMEDY, laterEstimates } from "../market/estimates.ts";
import { addMonthsToDate, daysBetween, monthEnd } from "../maths/calendar.ts";
import {
  type Breadth,
  breadthHistory,
  breadthPercentile,
  companyBreadth,
  expectedGrowth,
  type Growth,
  type GrowthVariant,
  losingShare,
  type Revised,
  realisedGrowth,
  revisionBreadth,
} from "../maths/earnings.ts";
import type { NEEDS } from "./earnings-figures.ts";
import { membersOf, olderDate } from "./members.ts";
import type { Inputs, View } from "./topic.ts";

/** Revisions of one side. */
interface Revisions {
  readonly "1m": Breadth;
  readonly "3m": Breadth;
  readonly percentile: ReturnType<typeof breadthPercentile>;
  readonly history: ReturnType<typeof breadthHistory>;
}

/** Members of one side. */
export interface Outlooks {
  readonly asOf: string;
  readonly growth: Readonly<Record<GrowthVariant, Growth>>;
  readonly losing: ReturnType<typeof losingShare>;
  readonly companies: Growth;
  readonly realised: Growth;
  /** Companies with reported and expected earnings. */
  readonly covered: number;
  /** Companies. */
  readonly members: number;
}

export interface EarningsResult {
  /** The last month that both sides have; "" where there is none. */
  readonly lastMonth: string;
  readonly revised: Readonly<Record<Side, Revisions>>;
  /** The older of the two sides' dates. */
  readonly asOf: string;
  /** Why estimates are left out, where some came after the as-of date. */
  readonly later: string | null;
  readonly small: Outlooks;
  readonly large: Outlooks;
}

export type EarningsView = View<object, EarningsResult>;

export function computeEarnings(
  { revisions, constituents }: Inputs<typeof NEEDS>,
  asked: string,
): EarningsResult {
  const months = isAbsent(revisions) ? [] : revisions.data;
  const rows = isAbsent(constituents) ? [] : constituents.data;
  const [small, large] = [outlooks(rows, "small"), outlooks(rows, "large")];
  const later = laterEstimates(rows, asked);
  if (months.length === 0 && small.growth.aggIncl.n + large.growth.aggIncl.n === 0) {
    if (later !== null) throw new BriefingError("data_unavailable", `earnings: ${later}`, LATER_REMEDY);
    throw new BriefingError(
      "data_unavailable",
      "earnings: there are no revisions of estimates, and no member has reported and expected earnings",
      "fill revisions.csv, or eps_ttm, eps_fy1, eps_fy2 and fy1_end with price and market_cap in constituents.csv",
    );
  }
  const lastMonth = lastCommonMonth(months);
  return {
    lastMonth,
    later,
    revised: { small: revisedBy(months, "small", lastMonth), large: revisedBy(months, "large", lastMonth) },
    asOf: olderDate(small, large),
    small,
    large,
  };
}

/** The last month of both sides, or of the one that has any. */
function lastCommonMonth(rows: readonly { readonly month: string; readonly index: Side }[]): string {
  const lasts = (["small", "large"] as const).flatMap((side) => {
    const own = rows.filter(({ index }) => index === side).map(({ month }) => month);
    return own.length > 0 ? [own.reduce((a, b) => (b > a ? b : a))] : [];
  });
  return lasts.sort()[0] ?? "";
}

function revisedBy(
  rows: readonly (Revised & { readonly index: Side })[],
  side: Side,
  last: string,
): Revisions {
  const own = rows.filter(({ index, month }) => index === side && month <= last);
  return {
    "1m": revisionBreadth(own, last, 1),
    "3m": revisionBreadth(own, last, 3),
    percentile: breadthPercentile(own, last),
    history: breadthHistory(own, 3),
  };
}

const FIVE_YEARS = 60;
const NEAR_DAYS = 92;

/** Sums are over lines, each with its own shares; what is counted is counted by companies. */
function outlooks(rows: readonly Constituent[], side: Side): Outlooks {
  const { asOf, rows: now } = membersOf(rows, side);
  const companies = companiesOf(now);
  const counted = expectedGrowth(companies);
  return {
    asOf,
    growth: { ...expectedGrowth(now), median: counted.median },
    losing: losingShare(companies),
    covered: counted.aggIncl.n,
    companies: companyBreadth(companies),
    realised: realisedSince(rows, side, asOf, now),
    members: companies.length,
  };
}

/** From the members' date that is nearest to five years before; none is near enough where the data are younger. */
function realisedSince(
  rows: readonly Constituent[],
  side: Side,
  asOf: string,
  now: readonly Constituent[],
): Growth {
  const ofSide = rows.filter(({ index }) => index === side);
  const target = asOf === "" ? "" : addMonthsToDate(asOf, -FIVE_YEARS);
  const distance = (date: string) => Math.abs(daysBetween(date, target));
  const [date] = [...new Set(ofSide.map((row) => row.asOf))].sort((a, b) => distance(a) - distance(b));
  if (date === undefined || distance(date) > NEAR_DAYS) {
    const note = "the data hold no members of about five years before, with their earnings of then";
    return { value: absent("too_few_points", note), n: 0 };
  }
  return realisedGrowth(
    ofSide.filter((row) => row.asOf === date),
    now,
  );
}

/** The day that a month of revisions speaks of. */
export const endOf = (month: string, otherwise: string) => (month === "" ? otherwise : monthEnd(month));
