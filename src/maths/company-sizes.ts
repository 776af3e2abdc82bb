import { absent, type Value } from "../briefing/value.ts";
import { sharesByBand, shareWhere } from "./distribution.ts";
import { quantile, sum } from "./statistics.ts";

/** Lower edges of the bands of market cap, USD; the second band is what the article calls small, 250 m to 2 bn. */
export const SIZE_EDGES = [250e6, 2e9, 10e9, 50e9] as const;
const [BAND_FROM, BAND_TO, LARGE_FROM] = SIZE_EDGES;

export interface Sized {
  readonly marketCap: number | null;
  /** Of revenue, a decimal share. */
  readonly usRevenueShare: number | null;
}

/** Shares in percent, market caps in billions of the data's currency. */
export interface CompanySizes {
  readonly inBandCount: Value;
  readonly inBandCap: Value;
  readonly aboveBandCount: Value;
  readonly aboveBandCap: Value;
  /** Members above 10 bn. */
  readonly above10bn: Value;
  readonly smallestCap: Value;
  readonly fifthPercentileCap: Value;
  readonly medianCap: Value;
  readonly largestCap: Value;
  /** By count, one more than `SIZE_EDGES`. */
  readonly bands: readonly Value[];
  /** Weighted by market cap, over members that report it. */
  readonly usRevenueShare: Value;
  readonly usRevenueReported: Value;
  readonly n: number;
  readonly nRevenue: number;
}

const NO_CAP = "no member has a market cap";

/** How large the members of one side are, and how much of their revenue is domestic. */
export function companySizes(members: readonly Sized[]): CompanySizes {
  const sized = members.flatMap((member) =>
    member.marketCap === null ? [] : [{ ...member, cap: member.marketCap }],
  );
  const caps = sized.map(({ cap }) => cap);
  const total = sum(caps);
  const inBand = (cap: number) => cap >= BAND_FROM && cap <= BAND_TO;
  const above = (cap: number) => cap > BAND_TO;
  const byCount = (is: (cap: number) => boolean) => shareWhere(caps, is, NO_CAP);
  const byCap = (is: (cap: number) => boolean): Value =>
    total > 0 ? (100 * sum(caps.filter(is))) / total : absent("not_reported", NO_CAP);
  const at = (p: number): Value => {
    const cap = quantile(caps, p);
    return typeof cap === "number" ? cap / 1e9 : absent("not_reported", NO_CAP);
  };
  const revenues = sized.flatMap(({ cap, usRevenueShare }) =>
    usRevenueShare === null ? [] : [{ cap, share: usRevenueShare }],
  );
  const reported = sum(revenues.map(({ cap }) => cap));
  return {
    inBandCount: byCount(inBand),
    inBandCap: byCap(inBand),
    aboveBandCount: byCount(above),
    aboveBandCap: byCap(above),
    above10bn: byCount((cap) => cap > LARGE_FROM),
    smallestCap: at(0),
    fifthPercentileCap: at(0.05),
    medianCap: at(0.5),
    largestCap: at(1),
    bands: sharesByBand(caps, SIZE_EDGES),
    usRevenueShare:
      reported > 0
        ? (100 * sum(revenues.map(({ cap, share }) => cap * share))) / reported
        : absent("not_reported", "no member reports its share of US revenue"),
    usRevenueReported: total > 0 ? (100 * reported) / total : absent("not_reported", NO_CAP),
    n: caps.length,
    nRevenue: revenues.length,
  };
}
