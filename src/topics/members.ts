import { formatDate } from "../briefing/format.ts";
import { type Absent, absent } from "../briefing/value.ts";
import { companiesOf } from "../market/companies.ts";
import type { Constituent, Side } from "../market/datasets.ts";

export const SIDES = ["small", "large"] as const;

/** One side's members on the newest date that the data have of it; no date where it has none. */
export interface SideMembers {
  readonly asOf: string;
  readonly rows: readonly Constituent[];
}

export function membersOf(rows: readonly Constituent[], side: Side): SideMembers {
  const ofSide = rows.filter((member) => member.index === side);
  const asOf = ofSide.reduce((latest, member) => (member.asOf > latest ? member.asOf : latest), "");
  return { asOf, rows: ofSide.filter((member) => member.asOf === asOf) };
}

/** As `membersOf`, with one row a company: for what is counted by companies. */
export function companiesOfSide(rows: readonly Constituent[], side: Side): SideMembers {
  const members = membersOf(rows, side);
  return { ...members, rows: companiesOf(members.rows) };
}

/** How definitions say it. Without a company's number no list tells all of its share classes. */
export const ONCE =
  "each once whatever its share classes, told by the company's number, else by one name with a class and tickers that differ in a letter";

/** "5 May 2026", or both where the sides are not of one date. */
export function datesOf({ small, large }: Readonly<Record<Side, { readonly asOf: string }>>): string {
  if (!small.asOf || !large.asOf || small.asOf === large.asOf) return formatDate(small.asOf || large.asOf);
  return `${formatDate(small.asOf)} (small), ${formatDate(large.asOf)} (large)`;
}

/** Of a side of which no member was known by the as-of date nothing was counted, zero least of all. */
export const noMembers = (side: Side): Absent =>
  absent("not_reported", `no member of the ${side} side is known by the as-of date`);

/** The older of the two sides' dates, of those that have one. */
export function olderDate(...sides: readonly { readonly asOf: string }[]): string {
  return (
    sides
      .map(({ asOf }) => asOf)
      .filter((date) => date !== "")
      .sort()[0] ?? ""
  );
}

/** A caveat, where the two sides are not of one date. */
export function differentDates({ small, large }: Readonly<Record<Side, { readonly asOf: string }>>) {
  return small.asOf !== large.asOf && small.asOf && large.asOf
    ? [`The sides are of different dates: small ${formatDate(small.asOf)}, large ${formatDate(large.asOf)}.`]
    : [];
}
