import { absent, type Value } from "../briefing/value.ts";
import { addMonths, daysBetween } from "./calendar.ts";
import { coveredMember, type Reported } from "./covered.ts";
import { shareWhere } from "./distribution.ts";
import { percentChange } from "./returns.ts";
import { median, midRankPercentile, sum } from "./statistics.ts";

/** Estimates that were raised, cut and kept in a month. */
export interface Revised {
  readonly month: string;
  readonly up: number;
  readonly down: number;
  readonly unchanged: number;
}

/** Net share of the changed estimates that were raised, percent, -100..100; and the share of all that were kept. */
export interface Breadth {
  readonly breadth: Value;
  readonly unchanged: Value;
  /** Estimates that were changed. */
  readonly changed: number;
}

/** Over `count` months that end with `last`; none may be missing. `rows` of one side. */
export function revisionBreadth(rows: readonly Revised[], last: string, count: number): Breadth {
  const wanted = new Set(Array.from({ length: count }, (_, back) => addMonths(last, -back)));
  const months = rows.filter(({ month }) => wanted.has(month));
  if (months.length < count) {
    const note = `needs ${count} months of revisions in a row to ${last}, has ${months.length}`;
    const few = absent("too_few_points", note);
    return { breadth: few, unchanged: few, changed: 0 };
  }
  const [up, down, kept] = (["up", "down", "unchanged"] as const).map((what) =>
    sum(months.map((month) => month[what])),
  ) as [number, number, number];
  const all = up + down + kept;
  return {
    breadth:
      up + down > 0
        ? (100 * (up - down)) / (up + down)
        : absent("not_meaningful", "no estimate was raised or cut"),
    unchanged: all > 0 ? (100 * kept) / all : absent("not_meaningful", "no estimate is counted"),
    changed: up + down,
  };
}

/** Breadth over `count` months at each month that has them. */
export function breadthHistory(
  rows: readonly Revised[],
  count: number,
): readonly { readonly month: string; readonly breadth: number }[] {
  return rows.flatMap(({ month }, at) => {
    const { breadth } = revisionBreadth(rows.slice(Math.max(0, at - count + 1), at + 1), month, count);
    return typeof breadth === "number" ? [{ month, breadth }] : [];
  });
}

const LEAST_MONTHS = 120;

/** Mid-rank of the last three months' breadth in its own monthly history up to `last`, 120 months or none. */
export function breadthPercentile(rows: readonly Revised[], last: string) {
  const past = breadthHistory(rows, 3).filter(({ month }) => month <= last);
  const now = past.at(-1);
  const values = past.map(({ breadth }) => breadth);
  const value: Value =
    now?.month === last
      ? midRankPercentile(values, now.breadth, LEAST_MONTHS)
      : absent("too_few_points", `there is no breadth over three months to ${last}`);
  return { value, n: values.length };
}

/** A company's earnings expected over the next twelve months beside those reported over the last twelve. */
export interface Outlook extends Reported {
  readonly ticker: string;
  readonly epsFy1ThreeMonthsAgo: number | null;
}

export const GROWTH_VARIANTS = ["aggIncl", "profitable", "median"] as const;
export type GrowthVariant = (typeof GROWTH_VARIANTS)[number];

export interface Growth {
  readonly value: Value;
  readonly n: number;
}

interface Earner {
  readonly next: number;
  readonly last: number;
}

/** Members with both earnings, in money. */
function earners(members: readonly Outlook[]): readonly Earner[] {
  return members.flatMap((row) => {
    const member = coveredMember(row, "forward");
    if (member === null || row.epsTtm === null) return [];
    return [{ next: member.eps * member.shares, last: row.epsTtm * member.shares }];
  });
}

/**
 * Growth of earnings from the last twelve months to the next twelve, percent, three ways: of the sum of all, losses
 * included; of the sum of companies with positive earnings over the last twelve; and their median.
 */
export function expectedGrowth(members: readonly Outlook[]): Readonly<Record<GrowthVariant, Growth>> {
  const all = earners(members);
  const earning = all.filter(({ last }) => last > 0);
  return {
    aggIncl: { value: growthOfSums(all), n: all.length },
    profitable: { value: growthOfSums(earning), n: earning.length },
    median: {
      value:
        earning.length > 0
          ? median(earning.map(({ next, last }) => percentChange(last, next)))
          : growthOfSums(earning),
      n: earning.length,
    },
  };
}

const NO_EARNER = "no member has both trailing earnings and estimates for the next twelve months";

function growthOfSums(all: readonly Earner[]): Value {
  if (all.length === 0) return absent("not_reported", NO_EARNER);
  const last = sum(all.map((each) => each.last));
  return last > 0
    ? percentChange(last, sum(all.map(({ next }) => next)))
    : absent("not_meaningful", "trailing earnings are not positive in sum, so there is no growth from them");
}

/** Share of the companies with both earnings that lost money over the last twelve months, percent. */
export function losingShare(members: readonly Outlook[]): Value {
  return shareWhere(earners(members), ({ last }) => last < 0, NO_EARNER);
}

/** Companies whose FY1 estimate is above what it was three months ago, less those below, of those changed; percent. */
export function companyBreadth(members: readonly Outlook[]): Growth {
  const changes = members.flatMap(({ epsFy1, epsFy1ThreeMonthsAgo }) =>
    epsFy1 === null || epsFy1ThreeMonthsAgo === null || epsFy1 === epsFy1ThreeMonthsAgo
      ? []
      : [Math.sign(epsFy1 - epsFy1ThreeMonthsAgo)],
  );
  const n = changes.length;
  const none = absent("not_reported", "no member's FY1 estimate is known to have changed in three months");
  return { value: n > 0 ? (100 * sum(changes)) / n : none, n };
}

/**
 * Growth a year of reported earnings between two dates, percent, of companies that are members on both: survivors,
 * which flatters. Earnings are EPS times the shares of each date, so that splits do not matter.
 */
export function realisedGrowth(then: readonly Outlook[], now: readonly Outlook[]): Growth {
  const money = (row: Outlook) => {
    const member = coveredMember(row, "trailing");
    return member === null ? null : member.eps * member.shares;
  };
  const before = new Map(then.map((row) => [row.ticker, money(row)]));
  const pairs = now.flatMap((row) => {
    const [first, last] = [before.get(row.ticker) ?? null, money(row)];
    return first === null || last === null ? [] : [{ first, last }];
  });
  const n = pairs.length;
  if (n === 0) return { value: absent("too_few_points", "no company is a member on both dates"), n };
  const [first, last] = [sum(pairs.map((each) => each.first)), sum(pairs.map((each) => each.last))];
  const years = daysBetween(then[0]?.asOf ?? "", now[0]?.asOf ?? "") / 365.25;
  const value: Value =
    first > 0 && last > 0
      ? 100 * ((last / first) ** (1 / years) - 1)
      : absent("not_meaningful", "earnings are not positive in sum at both ends");
  return { value, n };
}
