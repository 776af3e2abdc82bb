import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAbsent } from "../../src/briefing/value.ts";
import { clusterInterval, type Interval, seededRandom } from "../../src/maths/bootstrap.ts";
import { reason } from "./build.ts";

function intervalOf(clusters: readonly (readonly number[])[]): Interval {
  const interval = clusterInterval(clusters);
  if (isAbsent(interval)) throw new TypeError(interval.note);
  return interval;
}

describe("the seeded generator", () => {
  /** mulberry32 as published, in 64-bit integers cut to 32 bits. */
  function mulberry32(seed: number, count: number): readonly number[] {
    const cut = (value: bigint) => BigInt.asUintN(32, value);
    let state = BigInt(seed);
    return Array.from({ length: count }, () => {
      state = cut(state + 0x6d2b79f5n);
      let t = cut((state ^ (state >> 15n)) * (state | 1n));
      t = cut(t ^ cut(t + cut((t ^ (t >> 7n)) * (t | 61n))));
      return Number(t ^ (t >> 14n)) / 2 ** 32;
    });
  }

  it.each([0, 1, 1990, 4_294_967_295])("with seed %i is mulberry32", (seed) => {
    const random = seededRandom(seed);
    expect(Array.from({ length: 50 }, random)).toEqual(mulberry32(seed, 50));
  });

  it("repeats itself, lies in 0..1 and is even", () => {
    const [a, b] = [seededRandom(7), seededRandom(7)];
    const draws = Array.from({ length: 20_000 }, a);
    expect(Array.from({ length: 20_000 }, b)).toEqual(draws);
    expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
    // Ten bins of 2,000 expected, standard deviation √(20,000·0.1·0.9) = 42; within five of them.
    for (let bin = 0; bin < 10; bin += 1) {
      const count = draws.filter((draw) => Math.floor(10 * draw) === bin).length;
      expect(Math.abs(count - 2_000)).toBeLessThan(5 * 42);
    }
  });
});

interface Outcome {
  readonly value: number;
  readonly weight: number;
}

/**
 * Every resample of k clusters out of k: counts c₁ + … + c_k = k with probability k!/(c₁!…c_k!)/k^k, its value the
 * pooled mean Σ cᵢ·sumᵢ / Σ cᵢ·sizeᵢ.
 */
function everyResample(clusters: readonly (readonly number[])[]): readonly Outcome[] {
  const k = clusters.length;
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  const counts = (places: number, left: number): readonly (readonly number[])[] =>
    places === 1
      ? [[left]]
      : Array.from({ length: left + 1 }, (_, first) =>
          counts(places - 1, left - first).map((rest) => [first, ...rest]),
        ).flat();
  return counts(k, k)
    .map((times) => {
      const pooled = clusters.flatMap(
        (cluster, index) => Array(times[index]!).fill(cluster).flat() as number[],
      );
      const ways = times.reduce((all, each) => all / factorial(each), factorial(k));
      return { value: pooled.reduce((a, b) => a + b, 0) / pooled.length, weight: ways / k ** k };
    })
    .sort((a, b) => a.value - b.value);
}

function exactQuantile(outcomes: readonly Outcome[], p: number): number {
  let cumulated = 0;
  for (const { value, weight } of outcomes) {
    cumulated += weight;
    if (cumulated >= p) return value;
  }
  return outcomes.at(-1)!.value;
}

/**
 * Of 5,000 draws the share below a point has a standard error of √(0.025·0.975/5,000) = 0.0022. The interval's ends
 * must lie between the exact quantiles four of these to either side.
 */
const SLACK = 4 * Math.sqrt((0.025 * 0.975) / 5_000);

describe("the interval over clusters", () => {
  it.each([
    ["three of one event", [[1], [2], [6]]],
    ["three of different sizes", [[10, 5, 3, 1], [-10], [2, 2]]],
    ["four", [[4, -2], [7], [-1, -3, 0], [12, 8]]],
    ["four, far apart", [[-100], [0, 0, 0], [1, 2], [50]]],
    ["seven first cuts", [[1], [2], [3], [-4], [5], [-6], [7]]],
  ])("agrees with every resample of %s", (_name, clusters) => {
    const outcomes = everyResample(clusters);
    expect(outcomes.reduce((all, { weight }) => all + weight, 0)).toBeCloseTo(1, 9);
    const { low, high } = intervalOf(clusters);
    expect(low).toBeGreaterThanOrEqual(exactQuantile(outcomes, 0.025 - SLACK) - 1e-9);
    expect(low).toBeLessThanOrEqual(exactQuantile(outcomes, 0.025 + SLACK) + 1e-9);
    expect(high).toBeGreaterThanOrEqual(exactQuantile(outcomes, 0.975 - SLACK) - 1e-9);
    expect(high).toBeLessThanOrEqual(exactQuantile(outcomes, 0.975 + SLACK) + 1e-9);
  });

  it("of three single events spans the two extremes, each drawn thrice in one of 27 resamples", () => {
    // P(1, 1, 1) = 1/27 = 3.7 % > 2.5 %: the interval's ends are the extremes themselves.
    expect(intervalOf([[1], [2], [6]])).toEqual({ low: 1, high: 6 });
  });

  it("resamples clusters, not events, and pools their events", () => {
    // One long cluster at 0 and three single events at 8. By events the mean hardly moves (0 is 30 of 33); by
    // clusters the long one is missing from (3/4)⁴ = 32 % of the resamples, so the upper end is 8.
    const clusters = [Array(30).fill(0) as number[], [8], [8], [8]];
    const { low, high } = intervalOf(clusters);
    expect(high).toBe(8);
    // Pooled: drawing the long one alone (1/256) is under 2.5 %; with thrice it and one 8, 4·3/256 = 4.7 % lies above.
    expect(low).toBeCloseTo(8 / 91, 12);
  });

  it("does not see the width of a single cluster's events, only their pooled mean", () => {
    expect(
      intervalOf([
        [5, 5],
        [0, 10],
        [-20, 30],
      ]),
    ).toEqual({ low: 5, high: 5 });
  });

  it("wants three clusters that are not empty", () => {
    for (const clusters of [[], [[1]], [[1], [2]], [[1, 2], [3, 4], []], [[], [], []]]) {
      expect(reason(clusterInterval(clusters))).toBe("too_few_points");
    }
    expect(intervalOf([[1], [], [2], [6]])).toEqual(intervalOf([[1], [2], [6]]));
  });

  const anyClusters = fc.array(
    fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 5 }),
    { minLength: 3, maxLength: 6 },
  );

  it("is ordered, within the clusters' means, and the same every time", () => {
    fc.assert(
      fc.property(anyClusters, (clusters) => {
        const { low, high } = intervalOf(clusters);
        const means = clusters.map((each) => each.reduce((a, b) => a + b, 0) / each.length);
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(Math.min(...means) - 1e-9);
        expect(high).toBeLessThanOrEqual(Math.max(...means) + 1e-9);
        expect(intervalOf(clusters)).toEqual({ low, high });
      }),
      { numRuns: 60 },
    );
  });

  it("moves with its clusters", () => {
    fc.assert(
      fc.property(anyClusters, fc.integer({ min: -50, max: 50 }), (clusters, shift) => {
        const { low, high } = intervalOf(clusters);
        const moved = intervalOf(clusters.map((each) => each.map((value) => value + shift)));
        expect(moved.low).toBeCloseTo(low + shift, 8);
        expect(moved.high).toBeCloseTo(high + shift, 8);
      }),
      { numRuns: 60 },
    );
  });

  it("of identical clusters is a point", () => {
    expect(
      intervalOf([
        [3, -1],
        [3, -1],
        [3, -1],
        [3, -1],
      ]),
    ).toEqual({ low: 1, high: 1 });
  });
});
