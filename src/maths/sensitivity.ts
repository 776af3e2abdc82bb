import { absent, isAbsent, type Value } from "../briefing/value.ts";
import { addMonths } from "./calendar.ts";
import type { MonthSeries } from "./regime.ts";
import { beta, correlation } from "./statistics.ts";

/** Change from the month before; a month whose predecessor is missing has none. */
export function monthlyChange(series: MonthSeries): MonthSeries {
  return new Map(
    [...series].flatMap(([month, value]): [string, number][] => {
      const before = series.get(addMonths(month, -1));
      return before === undefined ? [] : [[month, value - before]];
    }),
  );
}

/** Change from the month before, in percent. */
export function monthlyGrowth(series: MonthSeries): MonthSeries {
  return new Map(
    [...series].flatMap(([month, value]): [string, number][] => {
      const before = series.get(addMonths(month, -1));
      return before === undefined || before <= 0 ? [] : [[month, 100 * (value / before - 1)]];
    }),
  );
}

const WINDOW = 36;

/** A sensitivity over rolling windows. */
export interface RollingBeta {
  /** Share of windows whose beta has not the sign that most have, in percent. */
  readonly flips: Value;
  /** Of the last window. */
  readonly latest: Value;
  /** The month it ends with ("2025-10"), or null. */
  readonly to: string | null;
  /** Number of windows. */
  readonly n: number;
}

/** Betas of `y` on `x` over each 36 months in a row that have both. */
export function rollingBeta(y: MonthSeries, x: MonthSeries): RollingBeta {
  const months = [...y.keys()].filter((month) => x.has(month)).sort();
  const [ys, xs] = [y, x].map((series) => months.map((month) => series.get(month) ?? 0));
  const betas = months.flatMap((month, index) => {
    const from = index - WINDOW + 1;
    if (from < 0 || months[from] !== addMonths(month, 1 - WINDOW)) return [];
    const slope = beta(ys?.slice(from, index + 1) ?? [], xs?.slice(from, index + 1) ?? []);
    return isAbsent(slope) ? [] : [{ month, slope }];
  });
  const none = absent("too_few_points", `needs ${WINDOW} months in a row of both`);
  const up = betas.filter(({ slope }) => slope > 0).length;
  return {
    flips: betas.length === 0 ? none : (100 * Math.min(up, betas.length - up)) / betas.length,
    latest: betas.at(-1)?.slope ?? none,
    to: betas.at(-1)?.month ?? null,
    n: betas.length,
  };
}

/** Correlation of `leader` with `follower` so many months later, and its t statistic, r·√((n−2)/(1−r²)). */
export function leadOf(
  leader: MonthSeries,
  follower: MonthSeries,
  months: number,
): { readonly correlation: Value; readonly t: Value; readonly n: number } {
  const pairs = [...leader].flatMap(([month, value]): [number, number][] => {
    const later = follower.get(addMonths(month, months));
    return later === undefined ? [] : [[value, later]];
  });
  const n = pairs.length;
  const r = correlation(
    pairs.map(([value]) => value),
    pairs.map(([, later]) => later),
  );
  if (isAbsent(r)) return { correlation: r, t: r, n };
  const t = r * Math.sqrt((n - 2) / (1 - r * r));
  return { correlation: r, t: Number.isFinite(t) ? t : absent("not_meaningful", "the two move as one"), n };
}
