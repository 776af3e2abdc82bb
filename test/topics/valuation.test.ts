import { describe, expect, it } from "vitest";
import type { Constituent } from "../../src/market/datasets.ts";
import { briefingOf, figureValue, folderOf, member, numberOf } from "../support/folder-assistant.ts";

/*
 * A market small enough for a pencil, as of 31 Dec 2025.
 *
 * Small:
 *   A  price 20, cap 2,000 (shares blank: 2000/20 = 100), FY1 ends 31 Dec 2026 = 365 days: w = 1, EPS = FY1 = 2.
 *      Earnings 200. Trailing EPS 1: profitable.
 *   B  price 10, cap 1,000, shares 100, FY1 ended 30 Nov 2025: w = 0, EPS = FY2 = −1. Earnings −100. Trailing −2.
 *   C  price 30, cap 3,000, shares 90 (not cap/price), FY1 ends 1 Jul 2026 = 182 days: w = 182/365,
 *      EPS = (182·1 + 183·3)/365 = 731/365. Earnings 90·731/365 = 180.2466. Trailing 0.5: profitable.
 *   D  FY2 blank: uncovered. Cap 500.
 * Large:
 *   L  price 100, cap 50,000 (shares 500), FY1 ends 31 Dec 2026, EPS 5: earnings 2,500. Trailing 4.
 *   M  price 40, cap 10,000 (shares 250), EPS 4: earnings 1,000. Trailing −1: loss-maker then, not now.
 */
const MARKET: readonly Constituent[] = [
  member("small", "A", { price: 20, marketCap: 2000, epsFy1: 2, epsFy2: 9, fy1End: "2026-12-31", epsTtm: 1 }),
  member("small", "B", {
    price: 10,
    marketCap: 1000,
    shares: 100,
    epsFy1: 5,
    epsFy2: -1,
    fy1End: "2025-11-30",
    epsTtm: -2,
  }),
  member("small", "C", {
    price: 30,
    marketCap: 3000,
    shares: 90,
    epsFy1: 1,
    epsFy2: 3,
    fy1End: "2026-07-01",
    epsTtm: 0.5,
  }),
  member("small", "D", { price: 5, marketCap: 500, epsFy1: 1, fy1End: "2026-12-31", epsTtm: 1 }),
  member("large", "L", {
    price: 100,
    marketCap: 50_000,
    epsFy1: 5,
    epsFy2: 6,
    fy1End: "2026-12-31",
    epsTtm: 4,
  }),
  member("large", "M", {
    price: 40,
    marketCap: 10_000,
    epsFy1: 4,
    epsFy2: 6,
    fy1End: "2026-12-31",
    epsTtm: -1,
  }),
];
const C_EARNINGS = (90 * 731) / 365;

describe("valuation, by pencil", () => {
  it("computes every variant", async () => {
    const briefing = await briefingOf(await folderOf({ constituents: MARKET }), "valuation");
    const expected = {
      "valuation.small.aggIncl.pe": 6000 / (200 - 100 + C_EARNINGS), // 21.408…
      "valuation.small.aggExLoss.pe": 5000 / (200 + C_EARNINGS),
      "valuation.small.median.pe": (10 + 30 / (731 / 365)) / 2, // A 20/2, C 30/2.00274
      "valuation.small.profitable.pe": 5000 / (200 + C_EARNINGS), // A and C
      "valuation.large.aggIncl.pe": 60_000 / 3500,
      "valuation.large.aggExLoss.pe": 60_000 / 3500,
      "valuation.large.median.pe": 15, // 100/5 and 40/4
      "valuation.large.profitable.pe": 20, // L alone
      "valuation.small.lossShareCount": 100 / 3,
      "valuation.small.lossShareCap": 100 / 6,
      "valuation.large.lossShareCount": 0,
      "valuation.small.coverage": (100 * 6000) / 6500,
      "valuation.large.coverage": 100,
      "valuation.discount.aggIncl": 100 * (6000 / (100 + C_EARNINGS) / (60_000 / 3500) - 1),
      "valuation.discount.profitable": 100 * (5000 / (200 + C_EARNINGS) / 20 - 1),
      "valuation.small.aggIncl.earningsYield": (100 * (100 + C_EARNINGS)) / 6000,
      "valuation.basis": 12,
    };
    for (const [key, value] of Object.entries(expected))
      expect(numberOf(briefing, key), key).toBeCloseTo(value, 10);
    expect(figureValue(briefing, "valuation.percentile20y.aggIncl")).toMatchObject({ absent: "unavailable" });
  });

  it("says n/m and gives the earnings yield where aggregate earnings are not positive", async () => {
    const losing = [
      member("small", "A", {
        price: 10,
        marketCap: 1000,
        epsFy1: -3,
        epsFy2: -3,
        fy1End: "2026-06-30",
        epsTtm: -3,
      }),
      member("small", "B", {
        price: 10,
        marketCap: 1000,
        epsFy1: 1,
        epsFy2: 1,
        fy1End: "2026-06-30",
        epsTtm: 1,
      }),
      ...MARKET.filter(({ index }) => index === "large"),
    ];
    const briefing = await briefingOf(await folderOf({ constituents: losing }), "valuation");
    expect(figureValue(briefing, "valuation.small.aggIncl.pe")).toMatchObject({ absent: "not_meaningful" });
    expect(figureValue(briefing, "valuation.discount.aggIncl")).toMatchObject({ absent: "not_meaningful" });
    expect(numberOf(briefing, "valuation.small.aggIncl.earningsYield")).toBeCloseTo(-10, 10); // (−300+100)/2000
    expect(numberOf(briefing, "valuation.small.aggExLoss.pe")).toBeCloseTo(10, 10);
    expect(briefing.headline).toContain("with them the P/E means nothing");
    expect(briefing.notes.join("\n")).toContain("earnings yield −10.0%");
  });

  it("answers with one member a side", async () => {
    const pair = MARKET.filter(({ ticker }) => ticker === "A" || ticker === "L");
    const briefing = await briefingOf(await folderOf({ constituents: pair }), "valuation");
    for (const variant of ["aggIncl", "aggExLoss", "median", "profitable"]) {
      expect(numberOf(briefing, `valuation.small.${variant}.pe`)).toBeCloseTo(10, 10);
      expect(numberOf(briefing, `valuation.discount.${variant}`)).toBeCloseTo(-50, 10);
    }
    expect(briefing.headline).toContain("below large-caps on every definition");
  });

  it("falls back to trailing earnings for both sides when one has no estimates, never mixing", async () => {
    const mixed = MARKET.map((row) =>
      row.index === "large" ? { ...row, epsFy1: null, epsFy2: null, fy1End: null } : row,
    );
    const briefing = await briefingOf(await folderOf({ constituents: mixed }), "valuation");
    expect(numberOf(briefing, "valuation.basis")).toBe(-12);
    // A 1·100, B −2·100, C 0.5·90, D 1·100: Σ = 45; caps 2000 + 1000 + 3000 + 500
    expect(numberOf(briefing, "valuation.small.aggIncl.pe")).toBeCloseTo(6500 / 45, 10);
    expect(figureValue(briefing, "valuation.percentile20y.aggIncl")).toMatchObject({ absent: "unavailable" });
  });

  it("refuses when no earnings are there at all", async () => {
    const bare = MARKET.map((row) => ({ ...row, epsFy1: null, epsTtm: null }));
    await expect(briefingOf(await folderOf({ constituents: bare }), "valuation")).rejects.toMatchObject({
      code: "data_unavailable",
    });
  });

  it("ranks the gap by mid-rank in 20 years of its own history", async () => {
    const briefing = await briefingOf(
      await folderOf({ constituents: MARKET, valuationHistory: historyOf(250) }),
      "valuation",
    );
    // Gaps of the months up to Dec 2025 are 1, 2, … 250 %, the last 240 of them 11 … 250. The gap by the median is
    // (10 + 14.979…)/2 / 15 − 1 = −16.7 %: below them all, rank 0. Profitable: 13.15/20 − 1 < 0, too.
    expect(numberOf(briefing, "valuation.percentile20y.median")).toBe(0);
    // aggIncl: 21.408/17.143 − 1 = 24.88 %. Of 240 months (gaps 11…250) 14 lie below (11…24).
    expect(numberOf(briefing, "valuation.percentile20y.aggIncl")).toBeCloseTo((100 * 14) / 240, 10);
    // Of the last 120 (131…250) none.
    expect(numberOf(briefing, "valuation.percentile10y.aggIncl")).toBe(0);
  });

  it("wants 120 months before it ranks", async () => {
    const briefing = await briefingOf(
      await folderOf({ constituents: MARKET, valuationHistory: historyOf(119) }),
      "valuation",
    );
    expect(figureValue(briefing, "valuation.percentile20y.aggIncl")).toMatchObject({
      absent: "too_few_points",
    });
  });

  it("what-if scales small-cap earnings and gives the break-even", async () => {
    const folder = await folderOf({ constituents: MARKET });
    const briefing = await briefingOf(folder, "whatif eps=-20%");
    const pe = 6000 / (100 + C_EARNINGS);
    expect(briefing.hypothetical).toBe(true);
    expect(briefing.headline).toContain("Hypothetical");
    expect(numberOf(briefing, "valuation.whatIf.aggIncl.pe")).toBeCloseTo(pe / 0.8, 10);
    const breakEven = numberOf(briefing, "valuation.whatIf.aggIncl.breakEven");
    const closed = await briefingOf(folder, `whatif eps=${breakEven.toFixed(4)}%`);
    expect(numberOf(closed, "valuation.whatIf.aggIncl.discount")).toBeCloseTo(0, 3);
  });

  it("takes the newest date on or before the as-of date", async () => {
    const older = MARKET.map((row) => ({
      ...row,
      asOf: "2025-11-28",
      price: row.price === null ? null : row.price * 2,
    }));
    const dir = await folderOf({ constituents: [...older, ...MARKET] });
    expect(numberOf(await briefingOf(dir, "valuation"), "valuation.large.median.pe")).toBeCloseTo(15, 10);
    expect(
      numberOf(await briefingOf(dir, "valuation asof=2025-12-30"), "valuation.large.median.pe"),
    ).toBeCloseTo(30, 10);
  });
});

/** `count` months up to Dec 2025 whose gap is 1 %, 2 %, … in every variant. */
function historyOf(count: number) {
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const month = new Date(Date.UTC(2025, 11 - (count - 1 - index), 1)).toISOString().slice(0, 7);
    return (["large", "small"] as const).flatMap((side) =>
      ["aggIncl", "aggExLoss", "median", "profitable"].map((variant) => ({
        month,
        index: side,
        variant,
        forwardPe: side === "large" ? 100 : 100 + index + 1,
      })),
    );
  });
}
