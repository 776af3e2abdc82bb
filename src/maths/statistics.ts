import { type Absent, absent, type Value } from "../briefing/value.ts";

function tooFew(needed: number, got: number): Absent {
  return absent(
    "too_few_points",
    `needs at least ${needed} observation${needed === 1 ? "" : "s"}, has ${got}`,
  );
}

/** Arithmetic mean; needs one observation. */
export function mean(values: readonly number[]): Value {
  return values.length === 0 ? tooFew(1, 0) : sum(values) / values.length;
}

export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Middle value, or the mean of the middle two (type-7 quantile at one half). */
export function median(values: readonly number[]): Value {
  return quantile(values, 0.5);
}

/** Sample quantile, type 7 of Hyndman and Fan (1996), the default of R and NumPy. `p` in 0..1. */
export function quantile(values: readonly number[], p: number): Value {
  return quantileOfSorted(Float64Array.from(values).sort(), p);
}

export function quantileOfSorted(sorted: ArrayLike<number>, p: number): Value {
  const position = (sorted.length - 1) * p;
  const low = sorted[Math.floor(position)];
  const high = sorted[Math.ceil(position)];
  if (low === undefined || high === undefined) return tooFew(1, sorted.length);
  return low + (high - low) * (position - Math.floor(position));
}

/** Standard deviation with ddof 1; needs two observations. */
export function standardDeviation(values: readonly number[]): Value {
  if (values.length < 2) return tooFew(2, values.length);
  const centre = centreOf(values);
  let squares = 0;
  for (const value of values) squares += (value - centre) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}

interface Moments {
  readonly covariance: number;
  readonly varianceX: number;
  readonly varianceY: number;
}

function moments(x: readonly number[], y: readonly number[]): Moments | Absent {
  if (x.length !== y.length)
    throw new RangeError(`series of ${x.length} and ${y.length} observations do not pair`);
  if (x.length < 3) return tooFew(3, x.length);
  const meanX = centreOf(x);
  const meanY = centreOf(y);
  let covariance = 0;
  let varianceX = 0;
  let varianceY = 0;
  for (const [index, value] of x.entries()) {
    const dx = value - meanX;
    const dy = (y[index] ?? meanY) - meanY;
    covariance += dx * dy;
    varianceX += dx * dx;
    varianceY += dy * dy;
  }
  return { covariance, varianceX, varianceY };
}

/** The mean; of equal values the value itself, which a rounded sum would miss: their variance is then exactly 0. */
function centreOf(values: readonly number[]): number {
  const [first = 0] = values;
  return values.every((value) => value === first) ? first : sum(values) / values.length;
}

const NO_VARIATION = absent("not_meaningful", "one of the series does not vary");

/** Pearson correlation, -1..1; needs three pairs. */
export function correlation(x: readonly number[], y: readonly number[]): Value {
  const m = moments(x, y);
  if ("absent" in m) return m;
  if (m.varianceX === 0 || m.varianceY === 0) return NO_VARIATION;
  return Math.max(-1, Math.min(1, m.covariance / (Math.sqrt(m.varianceX) * Math.sqrt(m.varianceY))));
}

/** Slope of `y` on `x` by least squares; needs three pairs. */
export function beta(y: readonly number[], x: readonly number[]): Value {
  const m = moments(x, y);
  if ("absent" in m) return m;
  return m.varianceX === 0 ? NO_VARIATION : m.covariance / m.varianceX;
}

/** Share of observations strictly above zero, in percent. */
export function hitRate(values: readonly number[]): Value {
  return values.length === 0
    ? tooFew(1, 0)
    : (100 * values.filter((value) => value > 0).length) / values.length;
}

/**
 * Percentile by mid-rank, 0..100: the share of `history` below `value` plus half the share equal to it.
 */
export function midRankPercentile(history: readonly number[], value: number, atLeast: number): Value {
  if (history.length < atLeast) return tooFew(atLeast, history.length);
  const below = history.filter((past) => past < value).length;
  const equal = history.filter((past) => past === value).length;
  return (100 * (below + equal / 2)) / history.length;
}

/**
 * Two-sided sign test: the probability, were ups and downs equally likely, of a split at least as uneven.
 * Zeros are left out. Exact binomial.
 */
export function signTest(values: readonly number[]): Value {
  const signs = values.filter((value) => value !== 0);
  const n = signs.length;
  if (n === 0) return tooFew(1, 0);
  const up = signs.filter((value) => value > 0).length;
  const extreme = Math.max(up, n - up);
  let tail = 0;
  let coefficient = 1; // C(n, k), from k = n downwards
  for (let k = n; k >= extreme; k -= 1) {
    tail += coefficient;
    coefficient = (coefficient * k) / (n - k + 1);
  }
  return Math.min(1, (2 * tail) / 2 ** n);
}

/** Place of `value` among `values` from the highest: 1 is the highest. */
export function rankOf(values: readonly number[], value: number): number {
  return 1 + values.filter((other) => other > value).length;
}

/** The mid-rank of each value among the last `window` of them, itself included: 0..window; from the `window`-th on. */
export function trailingRanks(values: readonly number[], window: number): readonly number[] {
  const sorted: number[] = [];
  return values.flatMap((value, at) => {
    const leaving = values[at - window];
    if (leaving !== undefined) sorted.splice(countBelow(sorted, leaving), 1);
    const below = countBelow(sorted, value);
    sorted.splice(below, 0, value);
    if (sorted.length < window) return [];
    let equal = 1;
    while (sorted[below + equal] === value) equal += 1;
    return [below + equal / 2];
  });
}

/** By halving. */
function countBelow(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
