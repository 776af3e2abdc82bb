import type { Side, ValuationMonth } from "../../market/datasets.ts";
import { LAST_FULL_MONTH } from "./days.ts";
import { type MarketDay, monthEnds } from "./path.ts";
import { autoregression, makeRandom, round } from "./random.ts";

const FIRST = "2000-01";
/** Prices against this many months' mean: dear after a rise, cheap after a fall. */
const TREND_MONTHS = 36;

/** Where each history ends: what the constituents of the end date give (a test holds the two together). */
const LATEST: Readonly<Record<Side, Readonly<Record<string, number>>>> = {
  small: { aggIncl: 29.2, aggExLoss: 18.7, median: 20.2, profitable: 19 },
  large: { aggIncl: 22.4, aggExLoss: 21.9, median: 21.9, profitable: 22 },
};
/** How far the multiple swings with the market, by variant: losses in the sum make it swing most. */
const SWING: Readonly<Record<string, number>> = {
  aggIncl: 0.7,
  aggExLoss: 0.45,
  median: 0.4,
  profitable: 0.45,
};

/** Log price against its trend, a month. */
function stretch(ends: readonly MarketDay[], side: Side): readonly number[] {
  return ends.map((day, index) => {
    const window = ends.slice(Math.max(0, index - TREND_MONTHS + 1), index + 1);
    return Math.log(day[side] / (window.reduce((sum, entry) => sum + entry[side], 0) / window.length));
  });
}

/** A side's own slow mood, shared by its variants, so that small trades now above and now below large. */
function history(path: readonly MarketDay[], side: Side): readonly ValuationMonth[] {
  const random = makeRandom(`valuation ${side} 27`);
  const mood = autoregression(random, 0.975, side === "small" ? 0.13 : 0.09);
  const ends = monthEnds(path).filter((day) => day.date.slice(0, 7) <= LAST_FULL_MONTH);
  const stretched = stretch(ends, side);
  const moods = ends.map(() => mood());
  const rows = Object.entries(LATEST[side]).flatMap(([variant, latest]) => {
    const swing = SWING[variant] ?? 0;
    const own = autoregression(random, 0.8, 0.012);
    const logs = ends.map((_, index) => swing * (stretched[index] ?? 0) + (moods[index] ?? 0) + own());
    const gap = Math.log(latest) - (logs.at(-1) ?? 0);
    return ends.map(({ date }, index) => ({
      month: date.slice(0, 7),
      index: side,
      variant,
      forwardPe: round(Math.exp((logs[index] ?? 0) + gap), 2),
    }));
  });
  return rows.filter((row) => row.month >= FIRST);
}

export function makeValuationHistory(path: readonly MarketDay[]): readonly ValuationMonth[] {
  const rows = [...history(path, "small"), ...history(path, "large")];
  return rows.sort((left, right) => (left.month < right.month ? -1 : Number(left.month > right.month)));
}
