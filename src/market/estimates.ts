import { formatDate } from "../briefing/format.ts";
import type { Constituent, Side } from "./datasets.ts";

/** Of a side's market value: below it a forward multiple would speak of a few companies. */
const ENOUGH = 0.5;

export const isEstimated = ({ epsFy1, epsFy2 }: Constituent): boolean => epsFy1 !== null && epsFy2 !== null;

/** Whether estimates cover enough of the market value of one side's members. */
export function estimatesSuffice(members: readonly Constituent[]): boolean {
  return worthOf(members.filter(isEstimated)) >= worthOf(members) * ENOUGH;
}

const worthOf = (members: readonly Constituent[]) =>
  members.reduce((sum, { position, marketCap }) => sum + (position?.valueUsd ?? marketCap ?? 0), 0);

/**
 * Members without what was expected later than `asOf`. Where too little of a side is left, all of its estimates go:
 * what was retrieved by then would speak of a few companies.
 */
export function withoutLaterEstimates(rows: readonly Constituent[], asOf: string): readonly Constituent[] {
  if (!rows.some(isLaterThan(asOf))) return rows;
  const known = rows.map((row) => (isLaterThan(asOf)(row) ? { ...row, ...NOTHING } : row));
  const sides = (["small", "large"] as const).filter((side) => isThin(known, side));
  return known.map((row) => (sides.includes(row.index) ? { ...row, ...NOTHING } : row));
}

const isLaterThan =
  (asOf: string) =>
  ({ estimatedOn }: Constituent): boolean =>
    estimatedOn !== undefined && estimatedOn > asOf;

const isThin = (rows: readonly Constituent[], side: Side) =>
  !estimatesSuffice(rows.filter(({ index }) => index === side));

const NOTHING = { epsFy1: null, epsFy2: null, fy1End: null, epsFy1ThreeMonthsAgo: null, analysts: null };

/** Why members have no estimates on `asOf`, in words; null where none came later. */
export function laterEstimates(rows: readonly Constituent[], asOf: string): string | null {
  const [first] = rows.flatMap((row) => (isLaterThan(asOf)(row) ? [row.estimatedOn ?? ""] : [])).sort();
  if (first === undefined) return null;
  return `estimates were retrieved from ${formatDate(first)} on, after the as-of date ${formatDate(asOf)}, and none of before is kept`;
}

/** What to do about it. */
export const LATER_REMEDY =
  "ask as of a day on or after their retrieval; estimates are not known point in time";
