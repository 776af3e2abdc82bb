import { absent, type Value } from "../briefing/value.ts";
import type { Member } from "./multiples.ts";
import { nextTwelveMonthsEps } from "./multiples.ts";

/** What a multiple needs of a constituent; null is not reported. */
export interface Reported {
  readonly asOf: string;
  readonly price: number | null;
  readonly shares: number | null;
  readonly marketCap: number | null;
  readonly epsTtm: number | null;
  readonly epsFy1: number | null;
  readonly epsFy2: number | null;
  readonly fy1End: string | null;
  /** A fund's holding, where that is what members are weighed by. */
  readonly position?: { readonly shares: number; readonly valueUsd: number };
}

export type EarningsBasis = "forward" | "trailing";

/**
 * The member as a multiple sees it, or null where it is not covered: a member lacking any one of price,
 * market cap and what its earnings are made of is left out, whatever its weight, and never counted as zero.
 * Shares that are blank are market cap / price. Of a fund's holding its value stands for the market cap, its shares for
 * the company's.
 */
export function coveredMember(row: Reported, basis: EarningsBasis): Member | null {
  const { price, epsTtm } = row;
  const marketCap = weightOf(row);
  const eps = basis === "forward" ? forwardEps(row) : epsTtm;
  if (price === null || marketCap === null || eps === null) return null;
  const shares = row.position?.shares ?? row.shares ?? marketCap / price;
  return { price, marketCap, shares, eps, epsTtm };
}

const weightOf = ({ position, marketCap }: Reported) => position?.valueUsd ?? marketCap;

function forwardEps({ asOf, epsFy1, epsFy2, fy1End }: Reported): number | null {
  if (epsFy1 === null || epsFy2 === null || fy1End === null) return null;
  return nextTwelveMonthsEps(asOf, fy1End, epsFy1, epsFy2);
}

/** One side's members on one basis, with the share of its market cap that they cover, in percent. */
export interface CoveredSide {
  readonly members: readonly Member[];
  readonly listed: number;
  readonly coverage: Value;
}

export function coveredSide(rows: readonly Reported[], basis: EarningsBasis): CoveredSide {
  const members = rows.flatMap((row) => coveredMember(row, basis) ?? []);
  const total = rows.reduce((cap, row) => cap + (weightOf(row) ?? 0), 0);
  const covered = members.reduce((cap, member) => cap + member.marketCap, 0);
  return {
    members,
    listed: rows.length,
    coverage: total > 0 ? (100 * covered) / total : absent("not_reported", "no member has a market cap"),
  };
}

/** Forward where both sides have it, else trailing where both have it, else null; the two are never mixed. */
export function commonBasis(small: readonly Reported[], large: readonly Reported[]): EarningsBasis | null {
  const sides = [small, large].filter((rows) => rows.length > 0);
  const bases: readonly EarningsBasis[] = ["forward", "trailing"];
  const has = (basis: EarningsBasis) =>
    sides.every((rows) => rows.some((row) => coveredMember(row, basis) !== null));
  return sides.length > 0 ? (bases.find(has) ?? null) : null;
}
