import { absent, type Value } from "../briefing/value.ts";
import { sharesByBand, shareWhere } from "./distribution.ts";
import { mean, median } from "./statistics.ts";

/** Lower edges of the bands of analysts a company; the first band is none. */
export const ANALYST_EDGES = [1, 3, 6, 11, 21] as const;

export interface AnalystCoverage {
  readonly mean: Value;
  readonly median: Value;
  /** Companies that nobody follows, percent. */
  readonly noneShare: Value;
  /** Companies with at most two analysts, percent. */
  readonly fewShare: Value;
  /** Mean over the companies that somebody follows. */
  readonly meanOfFollowed: Value;
  /** Shares of companies by band, percent; one more than `ANALYST_EDGES`. */
  readonly bands: readonly Value[];
  /** Companies whose number of analysts is reported, zero included, of all; percent. */
  readonly reportedShare: Value;
  readonly n: number;
  readonly followed: number;
  readonly members: number;
}

const NOBODY = "no member's number of analysts is reported";

/** Analysts a company (DOMAIN 2i). None is a number, and counts; null is not reported, and does not. */
export function analystCoverage(members: readonly { readonly analysts: number | null }[]): AnalystCoverage {
  const counts = members.flatMap(({ analysts }) => (analysts === null ? [] : [analysts]));
  const followed = counts.filter((count) => count > 0);
  const nobody = absent("not_reported", NOBODY);
  const of = (statistic: (values: readonly number[]) => Value) =>
    counts.length === 0 ? nobody : statistic(counts);
  return {
    mean: of(mean),
    median: of(median),
    noneShare: shareWhere(counts, (count) => count === 0, NOBODY),
    fewShare: shareWhere(counts, (count) => count <= 2, NOBODY),
    meanOfFollowed:
      followed.length > 0
        ? mean(followed)
        : counts.length === 0
          ? nobody
          : absent("not_meaningful", "nobody follows any of the members"),
    bands: sharesByBand(counts, ANALYST_EDGES),
    reportedShare:
      members.length === 0
        ? absent("not_reported", "the data have no member of this side")
        : (100 * counts.length) / members.length,
    n: counts.length,
    followed: followed.length,
    members: members.length,
  };
}
