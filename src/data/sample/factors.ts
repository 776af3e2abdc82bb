import type { FactorMonth, PolicyDecision } from "../../market/datasets.ts";
import { LAST_FULL_MONTH } from "./days.ts";
import { totalMonths } from "./levels.ts";
import type { MarketDay } from "./path.ts";
import { targetsOn } from "./policy.ts";
import { autoregression, makeRandom, round } from "./random.ts";

/** Large companies' weight in the market factor. */
const LARGE_WEIGHT = 0.92;

/** Monthly factors out of the levels: SMB is most of small minus large, with noise of its own. */
export function makeFactors(
  path: readonly MarketDay[],
  decisions: readonly PolicyDecision[],
): readonly FactorMonth[] {
  const random = makeRandom("factors");
  const value = autoregression(random, 0.15, 0.028);
  const totals = totalMonths(path);
  const targets = targetsOn(
    totals.map((month) => month.date),
    decisions,
  );
  const rows = totals.slice(1).map(({ date, small, large }, index): FactorMonth => {
    const before = totals[index] ?? { small, large };
    const [smallReturn, largeReturn] = [small / before.small - 1, large / before.large - 1];
    const rf = round(((targets[index] ?? 0) - 0.15) / 1200, 4);
    return {
      month: date.slice(0, 7),
      mktRf: round(LARGE_WEIGHT * largeReturn + (1 - LARGE_WEIGHT) * smallReturn - rf, 4),
      smb: round(0.85 * (smallReturn - largeReturn) + 0.009 * random.normal(), 4),
      hml: round(0.001 + value(), 4),
      rf,
    };
  });
  return rows.filter((row) => row.month <= LAST_FULL_MONTH);
}
