import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAbsent } from "../../src/briefing/value.ts";
import {
  beta,
  correlation,
  hitRate,
  mean,
  median,
  midRankPercentile,
  quantile,
  quantileOfSorted,
  rankOf,
  signTest,
  standardDeviation,
  sum,
  trailingRanks,
} from "../../src/maths/statistics.ts";
import { present, reason } from "./build.ts";

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const numbers = fc.array(number, { minLength: 1, maxLength: 40 });
const share = fc.double({ min: 0, max: 1, noNaN: true });
/** Thousandths, so that variances lose no digits to rounding or underflow. */
const thousandths = fc.integer({ min: -1e6, max: 1e6 }).map((value) => value / 1000);
const pairs = fc.array(fc.tuple(thousandths, thousandths), { minLength: 3, maxLength: 30 });

describe("mean, sum and median", () => {
  it("are absent, or zero, of nothing", () => {
    expect([mean([]), median([]), quantile([], 0.3), hitRate([])].map(reason)).toEqual(
      Array(4).fill("too_few_points"),
    );
    expect(sum([])).toBe(0);
  });
  it("of one value are that value", () => {
    expect([mean([-3]), median([-3]), quantile([-3], 0.975)]).toEqual([-3, -3, -3]);
  });
  it("of two and more", () => {
    expect(mean([1, 2])).toBe(1.5);
    expect(mean([-10, 5, 2])).toBe(-1);
    expect(median([9, 1])).toBe(5);
    expect(median([9, 1, 2])).toBe(2);
    expect(median([10, 2, 9, 100])).toBe(9.5); // of numbers, not of their digits: 2 9 | 10 100
    expect(median([-1, -2, -10, -20])).toBe(-6);
  });
  it("leave their input in place", () => {
    const values = [3, 1, 2];
    median(values);
    quantile(values, 0.1);
    expect(values).toEqual([3, 1, 2]);
  });
});

/** Type 7 by its other formula, n − 1 intervals searched by counting: h = 1 + (n − 1)p, j = ⌊h⌋, g = h − j. */
function naiveTypeSeven(values: readonly number[], p: number): number {
  const ordered = [...values].sort((a, b) => a - b);
  const h = 1 + (ordered.length - 1) * p;
  let j = 1;
  while (j + 1 <= h) j += 1;
  const g = h - j;
  const [here, next] = [ordered[j - 1]!, ordered[Math.min(j, ordered.length - 1)]!];
  return (1 - g) * here + g * next;
}

describe("quantile, type 7", () => {
  it("is R's default", () => {
    // R: quantile(c(1, 2, 4, 8), c(.1, .25, .5, .75, .9)) is 1.3 1.75 3 5 6.8: positions .3 .75 1.5 2.25 2.7.
    const values = [8, 1, 4, 2];
    expect(quantile(values, 0.1)).toBeCloseTo(1.3, 12);
    expect(quantile(values, 0.25)).toBeCloseTo(1.75, 12);
    expect(quantile(values, 0.5)).toBe(3);
    expect(quantile(values, 0.75)).toBeCloseTo(5, 12);
    expect(quantile(values, 0.9)).toBeCloseTo(6.8, 12);
    expect([quantile(values, 0), quantile(values, 1)]).toEqual([1, 8]);
  });
  it("is the naive one", () => {
    fc.assert(
      fc.property(numbers, share, (values, p) => {
        expect(present(quantile(values, p))).toBeCloseTo(naiveTypeSeven(values, p), 5);
      }),
    );
  });
  it("rises with p, within the range", () => {
    fc.assert(
      fc.property(numbers, share, share, (values, p, q) => {
        const [low, high] = [quantile(values, Math.min(p, q)), quantile(values, Math.max(p, q))].map(present);
        expect(low).toBeLessThanOrEqual(high! + 1e-9);
        expect(low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(high).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      }),
    );
  });
  it("takes values that are sorted already", () => {
    fc.assert(
      fc.property(numbers, share, (values, p) => {
        const sorted = [...values].sort((a, b) => a - b);
        expect(quantileOfSorted(sorted, p)).toBe(quantile(values, p));
      }),
    );
  });
});

describe("standard deviation", () => {
  it("divides by n − 1", () => {
    // 2 4 4 4 5 5 7 9: mean 5, squares 9 1 1 1 0 0 4 16 = 32; 32/7, not 32/8 = 4.
    expect(present(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])) ** 2).toBeCloseTo(32 / 7, 12);
    expect(standardDeviation([0, 2])).toBeCloseTo(Math.SQRT2, 12);
  });
  it("wants two values", () => {
    expect([standardDeviation([]), standardDeviation([1])].map(reason)).toEqual(
      Array(2).fill("too_few_points"),
    );
  });
  it("is exactly 0 of equal values, whose rounded mean may differ from them", () => {
    expect((0.1 + 0.1 + 0.1) / 3).not.toBe(0.1);
    expect(standardDeviation([0.1, 0.1, 0.1])).toBe(0);
  });
  it("scales and does not shift", () => {
    const few = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(few, fc.integer({ min: -50, max: 50 }), (values, factor) => {
        const moved = values.map((value) => factor * value + 7);
        const expected = Math.abs(factor) * present(standardDeviation(values));
        expect(present(standardDeviation(moved))).toBeCloseTo(expected, 6);
      }),
    );
  });
});

describe("correlation and beta", () => {
  it("by hand", () => {
    // x 1 2 3 (deviations −1 0 1), y 1 3 2 (−1 1 0): covariance 1, variances 2 and 2.
    expect(correlation([1, 2, 3], [1, 3, 2])).toBeCloseTo(0.5, 12);
    expect(beta([1, 3, 2], [1, 2, 3])).toBeCloseTo(0.5, 12);
    // y = 3 − 2x
    expect(correlation([1, 2, 4], [1, -1, -5])).toBe(-1);
    expect(beta([1, -1, -5], [1, 2, 4])).toBeCloseTo(-2, 12);
    // The slope is of the first on the second. x 0 0 3: −1 −1 2; y 0 6 6: −4 2 2; products 4 − 2 + 4 = 6.
    expect(beta([0, 6, 6], [0, 0, 3])).toBeCloseTo(1, 12);
    expect(beta([0, 0, 3], [0, 6, 6])).toBeCloseTo(6 / 24, 12);
  });
  it("want three pairs", () => {
    for (const n of [0, 1, 2]) {
      expect(reason(correlation(Array(n).fill(1), Array(n).fill(1)))).toBe("too_few_points");
      expect(reason(beta(Array(n).fill(1), Array(n).fill(1)))).toBe("too_few_points");
    }
    expect(() => correlation([1, 2, 3], [1, 2])).toThrow(RangeError);
  });
  it("mean nothing where a side does not vary", () => {
    for (const constant of [0, 5, 0.1, 1 / 3]) {
      const flat = Array(7).fill(constant);
      const rising = [1, 2, 3, 4, 5, 6, 8];
      expect(reason(correlation(flat, rising))).toBe("not_meaningful");
      expect(reason(correlation(rising, flat))).toBe("not_meaningful");
      expect(reason(beta(rising, flat))).toBe("not_meaningful");
      expect(beta(flat, rising)).toBeCloseTo(0, 12);
    }
  });
  it("survive tiny numbers, whose product of variances is no longer a number", () => {
    const tiny = [1e-120, 2e-120, 3e-120];
    expect(correlation(tiny, [1, 2, 3])).toBeCloseTo(1, 12);
    expect(correlation(tiny, [1e-120, 3e-120, 2e-120])).toBeCloseTo(0.5, 12);
  });
  it("correlation lies in −1..1, is symmetric, and minds neither scale nor shift", () => {
    fc.assert(
      fc.property(pairs, (points) => {
        const [x, y] = [points.map(([a]) => a), points.map(([, b]) => b)];
        const value = correlation(x, y);
        expect(correlation(y, x)).toEqual(value);
        if (isAbsent(value)) return;
        expect(Math.abs(value)).toBeLessThanOrEqual(1);
        const doubled = present(
          correlation(
            x.map((each) => 2 * each),
            y,
          ),
        ); // exact in binary
        expect(doubled).toBeCloseTo(value, 12);
      }),
    );
  });
  it("beta is correlation times the ratio of standard deviations", () => {
    fc.assert(
      fc.property(pairs, (points) => {
        const [x, y] = [points.map(([a]) => a), points.map(([, b]) => b)];
        const [sx, sy] = [present(standardDeviation(x)), present(standardDeviation(y))];
        fc.pre(sx > 1e-3 && sy > 1e-3);
        const expected = (present(correlation(x, y)) * sy) / sx;
        expect(present(beta(y, x)) / (sy / sx)).toBeCloseTo(expected / (sy / sx), 8);
      }),
    );
  });
});

describe("hit rate", () => {
  it("counts what is strictly above zero", () => {
    expect(hitRate([1, 0, -1, 2])).toBe(50);
    expect(hitRate([0])).toBe(0);
    expect(hitRate([-0, 0])).toBe(0);
    expect(hitRate([1e-12])).toBe(100);
  });
});

describe("percentile by mid-rank", () => {
  it("counts half of the ties", () => {
    expect(midRankPercentile([1, 2, 2, 3], 2, 1)).toBe(50); // 1 below, 2 equal: (1 + 1)/4
    expect(midRankPercentile([1, 2, 2, 3], 3, 1)).toBe(87.5); // (3 + ½)/4
    expect(midRankPercentile([1, 2, 2, 3], 0, 1)).toBe(0);
    expect(midRankPercentile([1, 2, 2, 3], 9, 1)).toBe(100);
    expect(midRankPercentile([5], 5, 1)).toBe(50);
    expect(midRankPercentile([5, 5, 5], 5, 3)).toBe(50);
  });
  it("wants enough history", () => {
    expect(reason(midRankPercentile(Array(119).fill(1), 1, 120))).toBe("too_few_points");
    expect(midRankPercentile(Array(120).fill(1), 1, 120)).toBe(50);
  });
  it("lies in 0..100 and mirrors", () => {
    const few = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(few, fc.integer({ min: -6, max: 6 }), (history, value) => {
        const percentile = present(midRankPercentile(history, value, 1));
        expect(percentile).toBeGreaterThanOrEqual(0);
        expect(percentile).toBeLessThanOrEqual(100);
        const mirrored = present(
          midRankPercentile(
            history.map((each) => -each),
            -value,
            1,
          ),
        );
        expect(percentile + mirrored).toBeCloseTo(100, 9);
      }),
    );
  });
});

/** Every assignment of signs to n values; the share at least as uneven as the one seen. */
function signTestByEnumeration(ups: number, n: number): number {
  const unevenness = (count: number) => Math.abs(2 * count - n);
  let asUneven = 0;
  for (let signs = 0; signs < 2 ** n; signs += 1) {
    let count = 0;
    for (let bit = 0; bit < n; bit += 1) count += (signs >> bit) & 1;
    if (unevenness(count) >= unevenness(ups)) asUneven += 1;
  }
  return asUneven / 2 ** n;
}

describe("sign test", () => {
  it("is exact for up to ten values", () => {
    for (let n = 1; n <= 10; n += 1) {
      for (let ups = 0; ups <= n; ups += 1) {
        const values = Array.from({ length: n }, (_, index) => (index < ups ? 2 : -3));
        expect(signTest(values), `${ups} of ${n}`).toBeCloseTo(signTestByEnumeration(ups, n), 12);
      }
    }
  });
  it("of seven cycles", () => {
    expect(signTest([1, 1, 1, 1, 1, 1, 1])).toBe(2 / 128);
    expect(signTest([1, 1, 1, 1, 1, 1, -9])).toBe((2 * (1 + 7)) / 128);
    expect(signTest([1, 1, 1, 1, -9, -9, -9])).toBe(1);
  });
  it("leaves zeros out and says nothing of nothing", () => {
    expect(signTest([0, 1, 0, 1, -1, 0])).toBe(signTest([1, 1, -1]));
    expect(reason(signTest([]))).toBe("too_few_points");
    expect(reason(signTest([0, 0]))).toBe("too_few_points");
  });
});

describe("rank", () => {
  it("counts from the highest; ties share the better place", () => {
    expect([5, 3, 3, 1].map((value) => rankOf([5, 3, 3, 1], value))).toEqual([1, 2, 2, 4]);
  });
});

describe("trailingRanks", () => {
  it("is the mid-rank among the last values, by counting", () => {
    const values = [3, 1, 3, 2, 2, 5, 1, 1, 1];
    const window = 4;
    const counted = values.slice(window - 1).map((value, at) => {
      const own = values.slice(at, at + window);
      return own.filter((each) => each < value).length + own.filter((each) => each === value).length / 2;
    });
    expect(trailingRanks(values, window)).toEqual(counted);
  });
});
