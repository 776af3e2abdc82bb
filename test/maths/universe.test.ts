import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAbsent } from "../../src/briefing/value.ts";
import { companySizes } from "../../src/maths/company-sizes.ts";
import { SHARES, type SizeCount, shareOfWorld, usShareOfSmall } from "../../src/maths/universe.ts";

const count = (region: string, size: string, companies: number | null): SizeCount => ({
  region,
  size,
  companies,
  marketCap: companies,
});
const value = (rows: readonly SizeCount[], share: (typeof SHARES)[number]) =>
  shareOfWorld(rows, "companies", share).value;

describe("shares of the world", () => {
  const cell = fc.integer({ min: 1, max: 10_000 });
  const region = fc.tuple(cell, cell, cell);

  it("are a total's, whether it is given or added up, and order with what counts as small", () => {
    fc.assert(
      fc.property(fc.array(region, { minLength: 1, maxLength: 6 }), (regions) => {
        const rows = regions.flatMap(([large, small, micro], at) => [
          count(`R${at}`, "large", large),
          count(`R${at}`, "small", small),
          count(`R${at}`, "micro", micro),
        ]);
        const sum = (at: number) => regions.reduce((total, cells) => total + cells[at]!, 0);
        const world = [
          count("World", "Small-cap", sum(1)),
          count("World", "Micro", sum(2)),
          count("World", "All", sum(0) + sum(1) + sum(2)),
        ];
        for (const share of SHARES) {
          const added = Number(value(rows, share));
          expect(Number(value([...rows, ...world], share))).toBeCloseTo(added, 9);
          expect(added).toBeGreaterThan(0);
          expect(added).toBeLessThan(100);
        }
        expect(Number(value(rows, "smallOfAll"))).toBeLessThan(Number(value(rows, "smallAndMicroOfAll")));
        expect(Number(value(rows, "smallOfAll"))).toBeLessThan(Number(value(rows, "smallWithoutMicro")));
      }),
    );
  });

  it("leave out a region whole that lacks a number, but not where that size is left out anyway", () => {
    const rows = [
      count("US", "large", 10),
      count("US", "small", 30),
      count("US", "micro", 60),
      count("Rest", "large", 50),
      count("Rest", "small", 50),
      count("Rest", "micro", null),
    ];
    expect(shareOfWorld(rows, "companies", "smallOfAll")).toEqual({
      value: 30,
      regions: 1,
      leftOut: ["Rest"],
    });
    expect(shareOfWorld(rows.slice(0, 5), "companies", "smallOfAll").leftOut).toEqual(["Rest"]);
    expect(shareOfWorld(rows, "companies", "smallWithoutMicro")).toEqual({
      value: (100 * 80) / 140,
      regions: 2,
      leftOut: [],
    });
  });

  it("need something that is not small, and the sizes they name", () => {
    expect(value([count("US", "small", 5)], "smallOfAll")).toMatchObject({ absent: "not_reported" });
    expect(value([count("US", "large", 5), count("US", "small", 5)], "smallAndMicroOfAll")).toMatchObject({
      note: "the data count no micro-caps",
    });
    expect(value([], "smallOfAll")).toMatchObject({ absent: "not_reported" });
  });

  it("give the US of all small-caps, and none where a region's number is missing", () => {
    const rows = [
      count("United States", "small", 65),
      count("Japan", "small", 35),
      count("Japan", "large", 9),
    ];
    expect(usShareOfSmall(rows, "companies").value).toBe(65);
    expect(usShareOfSmall([...rows, count("Asia", "small", null)], "companies").value).toMatchObject({
      note: "small-caps are not counted for Asia",
    });
    expect(usShareOfSmall(rows.slice(1), "companies").value).toMatchObject({ absent: "not_reported" });
    expect(usShareOfSmall([count("US", "small", 30), count("World", "small", 120)], "companies").value).toBe(
      25,
    );
  });
});

describe("sizes of members", () => {
  it("are shares that add up, whatever the caps", () => {
    const cap = fc.double({ min: 1e6, max: 5e12, noNaN: true });
    fc.assert(
      fc.property(fc.array(cap, { minLength: 1, maxLength: 40 }), (caps) => {
        const of = companySizes(caps.map((marketCap) => ({ marketCap, usRevenueShare: 0.5 })));
        expect(of.bands.reduce<number>((sum, band) => sum + Number(band), 0)).toBeCloseTo(100, 9);
        expect(Number(of.inBandCount) + Number(of.aboveBandCount)).toBeLessThanOrEqual(100 + 1e-9);
        expect(of.smallestCap).toBeCloseTo(Math.min(...caps) / 1e9, 9);
        expect(of.largestCap).toBeCloseTo(Math.max(...caps) / 1e9, 9);
        expect(of.usRevenueShare).toBeCloseTo(50, 9);
      }),
    );
  });

  it("count both ends of the band as in it, and 10 bn as not above", () => {
    const at = (marketCap: number) => companySizes([{ marketCap, usRevenueShare: null }]);
    expect([at(249e6), at(250e6), at(2e9), at(2.001e9)].map((each) => each.inBandCount)).toEqual([
      0, 100, 100, 0,
    ]);
    expect([at(10e9).above10bn, at(10.1e9).above10bn]).toEqual([0, 100]);
    expect(isAbsent(at(1e9).usRevenueShare)).toBe(true);
    expect(companySizes([{ marketCap: null, usRevenueShare: 1 }]).medianCap).toMatchObject({
      absent: "not_reported",
    });
  });
});
