import type { Point } from "../../../src/market/datasets.ts";

/** Plain arithmetic for the tests, apart from the program's own. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

export function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1));
}

export function correlation(left: readonly number[], right: readonly number[]): number {
  const [a, b] = [mean(left), mean(right)];
  const products = left.map((value, index) => (value - a) * (right[index]! - b));
  return sum(products) / (left.length - 1) / (deviation(left) * deviation(right));
}

export function tStatistic(values: readonly number[]): number {
  return mean(values) / (deviation(values) / Math.sqrt(values.length));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** Share of `values` below `value`. */
export function rank(value: number, values: readonly number[]): number {
  return values.filter((other) => other < value).length / values.length;
}

export function simpleReturns(points: readonly Point[]): readonly number[] {
  return points.slice(1).map(({ value }, index) => value / points[index]!.value - 1);
}
