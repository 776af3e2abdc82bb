import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAbsent } from "../../src/briefing/value.ts";
import {
  breadthHistory,
  breadthPercentile,
  companyBreadth,
  expectedGrowth,
  type Outlook,
  realisedGrowth,
  revisionBreadth,
} from "../../src/maths/earnings.ts";

const months = (count: number, of: (at: number) => readonly [up: number, down: number, kept: number]) =>
  Array.from({ length: count }, (_, at) => {
    const [up, down, unchanged] = of(at);
    return {
      month: `${2010 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`,
      up,
      down,
      unchanged,
    };
  });
const outlook = (ticker: string, given: Partial<Outlook>): Outlook => ({
  asOf: "2025-12-31",
  ticker,
  price: 10,
  shares: 100,
  marketCap: 1000,
  epsTtm: 1,
  epsFy1: 1,
  epsFy2: 1,
  fy1End: "2026-12-31",
  epsFy1ThreeMonthsAgo: null,
  ...given,
});

describe("the breadth of revisions", () => {
  const anyMonth = fc.tuple(fc.nat(500), fc.nat(500), fc.nat(500));

  it("lies between -100 and 100, turns its sign when up and down are swapped, and ignores what was kept", () => {
    fc.assert(
      fc.property(fc.array(anyMonth, { minLength: 3, maxLength: 3 }), (given) => {
        const rows = months(3, (at) => given[at]!);
        const { breadth } = revisionBreadth(rows, "2010-03", 3);
        const swapped = revisionBreadth(
          rows.map((row) => ({ ...row, up: row.down, down: row.up, unchanged: 0 })),
          "2010-03",
          3,
        );
        if (isAbsent(breadth)) {
          expect(given.every(([up, down]) => up + down === 0)).toBe(true);
          return;
        }
        expect(Math.abs(breadth)).toBeLessThanOrEqual(100);
        expect(swapped.breadth).toBeCloseTo(-breadth, 10);
      }),
    );
  });

  it("of three months is that of their sums, not the mean of three breadths", () => {
    const rows = months(
      3,
      (at) =>
        [
          [10, 0, 5],
          [0, 30, 0],
          [0, 0, 100],
        ][at] as [number, number, number],
    );
    expect(revisionBreadth(rows, "2010-03", 3)).toEqual({
      breadth: (100 * (10 - 30)) / 40,
      unchanged: (100 * 105) / 145,
      changed: 40,
    });
    expect(revisionBreadth(rows, "2010-03", 1).breadth).toMatchObject({ absent: "not_meaningful" });
  });

  it("needs its months in a row", () => {
    const rows = months(4, () => [1, 2, 3]).filter(({ month }) => month !== "2010-03");
    expect(revisionBreadth(rows, "2010-04", 3).breadth).toMatchObject({
      absent: "too_few_points",
      note: "needs 3 months of revisions in a row to 2010-04, has 2",
    });
    expect(breadthHistory(rows, 3)).toEqual([]);
    expect(
      breadthHistory(
        months(4, () => [1, 2, 3]),
        3,
      ).map(({ month }) => month),
    ).toEqual(["2010-03", "2010-04"]);
  });

  it("has a place in its history from 120 readings on: the highest of them is above all but itself", () => {
    const rising = months(122, (at) => [at, 200, 0]);
    expect(breadthPercentile(rising, "2020-02")).toEqual({ value: (100 * 119.5) / 120, n: 120 });
    expect(breadthPercentile(rising.slice(1), "2020-02").value).toMatchObject({ absent: "too_few_points" });
  });
});

describe("growth of earnings", () => {
  it("has no growth from a loss, and counts losses in the sum alone", () => {
    const rows = [outlook("A", { epsTtm: 2, epsFy1: 3 }), outlook("B", { epsTtm: -1, epsFy1: 0.5 })];
    const { aggIncl, profitable, median } = expectedGrowth(rows); // 200 and -100; 300 and 50
    expect(aggIncl).toEqual({ value: expect.closeTo(250, 9), n: 2 });
    expect(profitable).toEqual({ value: expect.closeTo(50, 9), n: 1 });
    expect(median.value).toBeCloseTo(50, 9);
    const losing = rows.map((row) => ({ ...row, epsTtm: -1 }));
    expect(expectedGrowth(losing).aggIncl.value).toMatchObject({ absent: "not_meaningful" });
    expect(expectedGrowth(losing).median.value).toMatchObject({ absent: "not_reported" });
  });

  it("is the same in another currency, and that of one company is its own", () => {
    const eps = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(eps, eps, fc.double({ min: 0.1, max: 10, noNaN: true }), (last, next, rate) => {
        const of = (scale: number) =>
          expectedGrowth([
            outlook("A", { epsTtm: last * scale, epsFy1: next * scale, epsFy2: next * scale }),
          ]);
        const expected = 100 * (next / last - 1);
        for (const each of Object.values(of(rate)))
          expect(Math.abs(Number(each.value) - expected)).toBeLessThan(1e-6 * (1 + Math.abs(expected)));
      }),
    );
  });

  it("by companies counts each once, and none whose estimate stayed", () => {
    const rows = [
      outlook("A", { epsFy1: 2, epsFy1ThreeMonthsAgo: 1 }),
      outlook("B", { epsFy1: -2, epsFy1ThreeMonthsAgo: -1 }),
      outlook("C", { epsFy1: 5, epsFy1ThreeMonthsAgo: 4 }),
      outlook("D", { epsFy1: 5, epsFy1ThreeMonthsAgo: 5 }),
      outlook("E", { epsFy1: 5 }),
    ];
    expect(companyBreadth(rows)).toEqual({ value: expect.closeTo(100 / 3, 12), n: 3 });
    expect(companyBreadth([]).value).toMatchObject({ absent: "not_reported" });
  });

  it("of five years is that of survivors, split or not", () => {
    const then = [
      outlook("A", { asOf: "2020-12-31", epsTtm: 1 }),
      outlook("GONE", { asOf: "2020-12-31", epsTtm: 50 }),
    ];
    const now = [outlook("A", { epsTtm: 1, shares: 200 }), outlook("NEW", { epsTtm: 70 })]; // earnings doubled
    const { value, n } = realisedGrowth(then, now);
    expect(n).toBe(1);
    expect(value).toBeCloseTo(100 * (2 ** (1 / (1826 / 365.25)) - 1), 10);
    expect(realisedGrowth(then.slice(1), now).value).toMatchObject({ absent: "too_few_points" });
  });
});
