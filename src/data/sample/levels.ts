import type { Levels } from "../../market/datasets.ts";
import { type MarketDay, monthEnds } from "./path.ts";
import { round } from "./random.ts";

/** Of the past year's mean price, in a year; the yield on the latest price is lower when prices have risen. */
const DIVIDENDS = { small: 0.0145, large: 0.0195 };
const TOTAL_BASE = { small: 200, large: 300 };
const SMOOTHING_MONTHS = 12;

/** A month-end's total-return levels, unrounded. */
interface TotalMonth {
  readonly date: string;
  readonly small: number;
  readonly large: number;
}

/** Month-ends from the base month on: price return plus a month of smoothed dividends, reinvested. */
export function totalMonths(path: readonly MarketDay[]): readonly TotalMonth[] {
  const ends = monthEnds(path);
  const growth = (index: number, side: "small" | "large"): number => {
    const recent = ends.slice(Math.max(0, index - SMOOTHING_MONTHS), index).map((day) => day[side]);
    const dividend = (DIVIDENDS[side] / 12) * (recent.reduce((sum, price) => sum + price, 0) / recent.length);
    const before = ends[index - 1]?.[side] ?? 1;
    return ((ends[index]?.[side] ?? before) + dividend) / before;
  };
  let total = { ...TOTAL_BASE };
  return ends.map(({ date }, index) => {
    if (index > 0)
      total = { small: total.small * growth(index, "small"), large: total.large * growth(index, "large") };
    return { date, ...total };
  });
}

export function makeLevels(path: readonly MarketDay[]): Levels {
  const totals = totalMonths(path).slice(1);
  const prices = path.slice(1);
  return {
    small_total: totals.map(({ date, small }) => ({ date, value: round(small, 4) })),
    large_total: totals.map(({ date, large }) => ({ date, value: round(large, 4) })),
    small_price: prices.map(({ date, small }) => ({ date, value: round(small, 4) })),
    large_price: prices.map(({ date, large }) => ({ date, value: round(large, 4) })),
  };
}
