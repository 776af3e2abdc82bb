import { absent, type Value } from "../briefing/value.ts";
import { daysBetween } from "./calendar.ts";
import { median, sum } from "./statistics.ts";

/** One index member with what a multiple needs; money in one currency. `eps` on the basis asked for. */
export interface Member {
  readonly price: number;
  readonly marketCap: number;
  readonly shares: number;
  readonly eps: number;
  /** Trailing twelve months, for the profitability screen; null where not reported. */
  readonly epsTtm: number | null;
}

/** A multiple with its inverse, which stays continuous where earnings pass through zero. */
export interface Multiple {
  /** Price over earnings, x. */
  readonly pe: Value;
  /** Earnings over price, percent. */
  readonly earningsYield: Value;
  readonly n: number;
}

export const VARIANTS = ["aggIncl", "aggExLoss", "median", "profitable"] as const;
export type Variant = (typeof VARIANTS)[number];

/**
 * Next-twelve-months earnings per share: w·FY1 + (1−w)·FY2 with w = days to the end of FY1 / 365, clipped to
 * 0..1, so once FY1 has ended it is FY2.
 */
export function nextTwelveMonthsEps(asOf: string, fy1End: string, epsFy1: number, epsFy2: number): number {
  const weight = Math.min(1, Math.max(0, daysBetween(asOf, fy1End) / 365));
  return weight * epsFy1 + (1 - weight) * epsFy2;
}

/** Σ market cap / Σ earnings: the cap-weighted harmonic mean, losses in. */
export function aggregateMultiple(members: readonly Member[], nobody = "no member is covered"): Multiple {
  const cap = sum(members.map((member) => member.marketCap));
  const earnings = sum(members.map((member) => member.eps * member.shares));
  if (members.length === 0 || cap <= 0) {
    const none = absent("too_few_points", nobody);
    return { pe: none, earningsYield: none, n: members.length };
  }
  const earningsYield = (100 * earnings) / cap;
  const pe: Value =
    earnings > 0
      ? cap / earnings
      : absent("not_meaningful", "aggregate earnings are not positive: see the earnings yield");
  return { pe, earningsYield, n: members.length };
}

/** Median of price / EPS over members with positive EPS. */
export function medianMultiple(members: readonly Member[]): Multiple {
  const multiples = members.filter((member) => member.eps > 0).map((member) => member.price / member.eps);
  const pe =
    multiples.length > 0 ? median(multiples) : absent("not_meaningful", "no member has positive earnings");
  return { pe, earningsYield: typeof pe === "number" ? 100 / pe : pe, n: multiples.length };
}

/** Every variant side by side; the definition can decide the sign. */
export function multiplesOf(members: readonly Member[]): Readonly<Record<Variant, Multiple>> {
  return {
    aggIncl: aggregateMultiple(members),
    aggExLoss: aggregateMultiple(
      members.filter((member) => member.eps >= 0),
      "no covered member is without a loss",
    ),
    median: medianMultiple(members),
    profitable: profitableMultiple(members),
  };
}

/** The aggregate over members with positive trailing earnings, in the manner of the S&P 600's screen. */
function profitableMultiple(members: readonly Member[]): Multiple {
  if (members.length > 0 && members.every((member) => member.epsTtm === null)) {
    const none = absent("not_reported", "no member's trailing earnings are reported");
    return { pe: none, earningsYield: none, n: 0 };
  }
  return aggregateMultiple(
    members.filter((member) => member.epsTtm !== null && member.epsTtm > 0),
    "no covered member has positive trailing earnings",
  );
}

/** Loss-makers' share of the covered members, by count and by market cap, in percent. */
export function lossShares(members: readonly Member[]): { readonly byCount: Value; readonly byCap: Value } {
  const none = absent("too_few_points", "no member is covered");
  if (members.length === 0) return { byCount: none, byCap: none };
  const losing = members.filter((member) => member.eps < 0);
  const cap = sum(members.map((member) => member.marketCap));
  return {
    byCount: (100 * losing.length) / members.length,
    byCap: cap > 0 ? (100 * sum(losing.map((member) => member.marketCap))) / cap : none,
  };
}
