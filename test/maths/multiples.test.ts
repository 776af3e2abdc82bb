import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  aggregateMultiple,
  lossShares,
  type Member,
  medianMultiple,
  multiplesOf,
  nextTwelveMonthsEps,
  VARIANTS,
} from "../../src/maths/multiples.ts";
import { present, reason } from "./build.ts";

/** A member whose shares are market cap / price. */
function member(price: number, marketCap: number, eps: number, epsTtm: number | null = eps): Member {
  return { price, marketCap, shares: marketCap / price, eps, epsTtm };
}

describe("earnings of the next twelve months", () => {
  it("weigh the two years by the days to the end of the first", () => {
    // 2026-12-31 less 2026-08-08 is 23 + 30 + 31 + 30 + 31 = 145 days.
    expect(nextTwelveMonthsEps("2026-08-08", "2026-12-31", 4, 5)).toBeCloseTo((145 * 4 + 220 * 5) / 365, 12);
    expect(nextTwelveMonthsEps("2026-12-30", "2026-12-31", 4, 5)).toBeCloseTo((4 + 364 * 5) / 365, 12);
  });
  it("are the first year's from 365 days on, and no more than that", () => {
    expect(nextTwelveMonthsEps("2025-12-31", "2026-12-31", 4, 5)).toBe(4);
    expect(nextTwelveMonthsEps("2023-12-31", "2024-12-31", 4, 5)).toBe(4); // 366 days
    expect(nextTwelveMonthsEps("2025-06-30", "2026-12-31", 4, 5)).toBe(4);
  });
  it("are the second year's once the first has ended", () => {
    expect(nextTwelveMonthsEps("2026-12-31", "2026-12-31", 4, 5)).toBe(5);
    expect(nextTwelveMonthsEps("2027-03-01", "2026-12-31", 4, 5)).toBe(5);
  });
  it("lie between the two", () => {
    const eps = fc.integer({ min: -100, max: 100 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 12 }),
        eps,
        eps,
        (day, month, a, b) => {
          const two = (value: number) => String(value).padStart(2, "0");
          const value = nextTwelveMonthsEps(`2026-${two(month)}-${two(day)}`, "2026-09-30", a, b);
          expect(value).toBeGreaterThanOrEqual(Math.min(a, b) - 1e-9);
          expect(value).toBeLessThanOrEqual(Math.max(a, b) + 1e-9);
        },
      ),
    );
  });
});

// Earnings = EPS × shares. A: 10 × 10 = 100. B: −5 × 10 = −50. C: 1 × 20 = 20. Z: 0 × 10 = 0.
const A = member(100, 1000, 10);
const B = member(50, 500, -5);
const C = member(20, 400, 1, -2);
const Z = member(30, 300, 0);

describe("the variants", () => {
  it("by hand", () => {
    const { aggIncl, aggExLoss, median, profitable } = multiplesOf([A, B, C, Z]);
    expect(aggIncl.pe).toBeCloseTo(2200 / 70, 12); // losses in
    expect(aggExLoss.pe).toBeCloseTo(1700 / 120, 12); // B out of both sums; Z earns 0 and is no loss-maker
    expect(median.pe).toBeCloseTo((10 + 20) / 2, 12); // A 10x, C 20x; Z has no multiple
    expect(profitable.pe).toBeCloseTo(10, 12); // trailing above 0: A alone
    expect([aggIncl.n, aggExLoss.n, median.n, profitable.n]).toEqual([4, 3, 2, 1]);
    expect(present(aggIncl.earningsYield)).toBeCloseTo(7000 / 2200, 12);
  });

  it("take the median of an odd and an even count", () => {
    const at = (pe: number) => member(pe, 1, 1);
    expect(medianMultiple([at(30), at(10), at(12)]).pe).toBe(12);
    expect(medianMultiple([at(30), at(10), at(12), at(20)]).pe).toBe(16);
    expect(medianMultiple([at(30)]).pe).toBe(30);
  });

  it("screen on trailing earnings that are positive and reported", () => {
    const screened = [
      member(10, 100, 1, 0),
      member(20, 100, 1, null),
      member(30, 100, 1, -1),
      member(40, 100, 1, 0.01),
    ];
    expect(multiplesOf(screened).profitable).toMatchObject({ n: 1, pe: expect.closeTo(40, 9) });
  });

  it("keep a loss-to-come in the profitable sum when the trailing year was positive", () => {
    // Σ cap 1500 / Σ earnings (100 − 50).
    expect(multiplesOf([A, member(50, 500, -5, 3)]).profitable.pe).toBeCloseTo(30, 12);
  });

  it("use the shares given, where they differ from market cap / price", () => {
    expect(aggregateMultiple([{ price: 10, marketCap: 500, shares: 100, eps: 1, epsTtm: 1 }]).pe).toBe(5);
  });

  it("are not meaningful where earnings are zero or less, and the yield passes through zero", () => {
    const yields = [50, 1, 0, -1, -50].map((earned) => aggregateMultiple([member(10, 1000, earned / 100)]));
    expect(yields.map(({ earningsYield }) => Number(present(earningsYield).toFixed(9)))).toEqual([
      5, 0.1, 0, -0.1, -5,
    ]);
    expect(yields.map(({ pe }) => (typeof pe === "number" ? "number" : pe.absent))).toEqual([
      "number",
      "number",
      "not_meaningful",
      "not_meaningful",
      "not_meaningful",
    ]);
    const { aggIncl, aggExLoss, median } = multiplesOf([B, Z]);
    expect([aggIncl.pe, aggExLoss.pe, median.pe, median.earningsYield].map(reason)).toEqual(
      Array(4).fill("not_meaningful"),
    );
    expect(present(aggIncl.earningsYield)).toBeCloseTo(-6.25, 12); // −50 / 800
    expect(aggExLoss.earningsYield).toBe(0);
  });

  it("of nobody are absent, and of one member that member's", () => {
    const none = multiplesOf([]);
    for (const variant of VARIANTS) expect(typeof none[variant].pe).toBe("object");
    const one = multiplesOf([A]);
    for (const variant of VARIANTS) expect(one[variant].pe).toBeCloseTo(10, 12);
  });

  const anyMember = (eps: fc.Arbitrary<number>) =>
    fc
      .record({ price: fc.integer({ min: 1, max: 500 }), cap: fc.integer({ min: 1, max: 1e6 }), eps })
      .map(({ price, cap, eps: earned }) => member(price, cap, earned));
  const profits = fc.array(anyMember(fc.integer({ min: 1, max: 50 })), { minLength: 1, maxLength: 20 });
  const mixed = fc.array(anyMember(fc.integer({ min: -20, max: 50 })), { minLength: 1, maxLength: 20 });

  it("among profitable members: the cap-weighted harmonic mean, between the lowest and the highest", () => {
    fc.assert(
      fc.property(profits, (members) => {
        const pe = present(aggregateMultiple(members).pe);
        const each = members.map(({ price, eps }) => price / eps);
        const cap = members.reduce((total, { marketCap }) => total + marketCap, 0);
        const weighted = members.reduce(
          (total, { marketCap }, index) => total + marketCap / cap / each[index]!,
          0,
        );
        expect(pe * weighted).toBeCloseTo(1, 9);
        expect(pe).toBeGreaterThanOrEqual(Math.min(...each) * (1 - 1e-9));
        expect(pe).toBeLessThanOrEqual(Math.max(...each) * (1 + 1e-9));
        const { aggIncl, aggExLoss, profitable } = multiplesOf(members);
        expect([aggExLoss, profitable]).toEqual([aggIncl, aggIncl]);
      }),
    );
  });

  it("with loss-makers: taking them out never makes the multiple higher", () => {
    fc.assert(
      fc.property(mixed, (members) => {
        const { aggIncl, aggExLoss } = multiplesOf(members);
        if (typeof aggIncl.pe !== "number") return;
        expect(present(aggExLoss.pe)).toBeLessThanOrEqual(aggIncl.pe * (1 + 1e-9));
        expect(aggIncl.pe * present(aggIncl.earningsYield)).toBeCloseTo(100, 6);
      }),
    );
  });

  it("do not mind the currency's unit", () => {
    fc.assert(
      fc.property(mixed, (members) => {
        const inMillions = members.map((each) => ({
          ...each,
          marketCap: each.marketCap / 4,
          shares: each.shares / 4,
        }));
        for (const variant of VARIANTS) {
          const [pe, same] = [multiplesOf(members)[variant].pe, multiplesOf(inMillions)[variant].pe];
          if (typeof pe === "number") expect(present(same) / pe).toBeCloseTo(1, 9);
          else expect(same).toEqual(pe);
        }
      }),
    );
  });
});

describe("loss-makers", () => {
  it("are members with earnings below zero, by count and by market cap", () => {
    // B of four; 500 of 2,200. EPS of exactly 0 is no loss.
    expect(lossShares([A, B, C, Z])).toEqual({ byCount: 25, byCap: expect.closeTo(50_000 / 2200, 9) });
    expect(lossShares([A, Z])).toEqual({ byCount: 0, byCap: 0 });
    expect(lossShares([B])).toEqual({ byCount: 100, byCap: 100 });
  });
  it("of nobody are absent", () => {
    const { byCount, byCap } = lossShares([]);
    expect([byCount, byCap].map(reason)).toEqual(["too_few_points", "too_few_points"]);
  });
});
