import { describe, expect, it } from "vitest";
import { sampleDatasets } from "../../../src/data/sample/sample.ts";
import type { PolicyDecision } from "../../../src/market/datasets.ts";
import { mean, rank, tStatistic } from "./arithmetic.ts";

/** The sample must not argue for the case that the product tests: small-caps neither win nor lose in it. */
const data = sampleDatasets();
const { small_total: small = [], large_total: large = [] } = data.levels;
const monthIndex = new Map(small.map((point, index) => [point.date.slice(0, 7), index]));

/** Small less large over `months` from a month-end, percentage points; null where it is not over. */
function relative(start: number, months: number): number | null {
  const end = start + months;
  if (end >= small.length) return null;
  return 100 * (small[end]!.value / small[start]!.value - large[end]!.value / large[start]!.value);
}

function relativesAfter(decisions: readonly PolicyDecision[], months: number): readonly number[] {
  return decisions.flatMap((row) => relative(monthIndex.get(row.announced.slice(0, 7))!, months) ?? []);
}

const since1990 = data.policyDecisions.filter((row) => row.announced >= "1990");
const cuts = since1990.filter((row) => row.changeBp < 0);
const firstCuts = since1990.filter(
  (row, index) => row.changeBp < 0 && (index === 0 || since1990[index - 1]!.changeBp > 0),
);

describe("the sample is neutral", () => {
  it("in the long run: small lags by less than 2 points a year", () => {
    const annual = [small, large].map(
      (points) => (points.at(-1)!.value / points[0]!.value) ** (12 / (points.length - 1)) - 1,
    );
    expect(annual[0]! - annual[1]!).toBeLessThan(0);
    expect(annual[0]! - annual[1]!).toBeGreaterThan(-0.02);
  });

  it("in the size premium: no significant mean, in the full sample or since 1990", () => {
    expect(Math.abs(tStatistic(data.factors.map((row) => row.smb)))).toBeLessThan(1);
    expect(
      Math.abs(tStatistic(data.factors.filter((row) => row.month >= "1990").map((row) => row.smb))),
    ).toBeLessThan(1);
  });

  it.each([1, 3, 6, 12, 24])("after all cuts, over %i months", (months) => {
    expect(Math.abs(mean(relativesAfter(cuts, months)))).toBeLessThan(months === 24 ? 2 : 1);
  });

  it.each([3, 6, 12, 24])("but negative after first cuts, over %i months", (months) => {
    expect(mean(relativesAfter(firstCuts, months))).toBeLessThan(-0.5);
    expect(mean(relativesAfter(firstCuts, months))).toBeGreaterThan(-7);
  });

  it("with enough cycles to show", () => {
    expect(firstCuts.length).toBe(8);
    expect(cuts.length).toBeGreaterThan(40);
  });

  it("in recoveries, which go either way", () => {
    for (const months of [12, 24, 36]) {
      const paths = data.recessions.map((row) => relative(monthIndex.get(row.trough)!, months)!);
      expect(
        paths.some((value) => value > 0),
        `${months} months: ${paths}`,
      ).toBe(true);
      expect(
        paths.some((value) => value < 0),
        `${months} months: ${paths}`,
      ).toBe(true);
    }
  });

  it("in the latest year, which is unremarkable", () => {
    for (const months of [1, 3, 6, 12])
      expect(Math.abs(relative(small.length - 1 - months, months)!)).toBeLessThan(4);
  });

  it("in valuation: discount or premium by definition, near the middle of its history", () => {
    const ratios = (variant: string) => {
      const side = (index: string) =>
        data.valuationHistory.filter((row) => row.variant === variant && row.index === index);
      const other = side("large");
      return side("small").map((row, index) => row.forwardPe / other[index]!.forwardPe);
    };
    expect(ratios("aggIncl").at(-1)!).toBeGreaterThan(1.1);
    for (const variant of ["aggExLoss", "median", "profitable"])
      expect(ratios(variant).at(-1)!).toBeLessThan(0.97);
    for (const variant of ["aggIncl", "aggExLoss", "median", "profitable"]) {
      const history = ratios(variant).slice(-240);
      expect(rank(history.at(-1)!, history), variant).toBeGreaterThan(0.3);
      expect(rank(history.at(-1)!, history), variant).toBeLessThan(0.7);
    }
  });

  it("in revisions: more estimates are cut than raised", () => {
    for (const side of ["small", "large"]) {
      const breadth = data.revisions
        .filter((row) => row.index === side)
        .map((row) => (row.up - row.down) / (row.up + row.down));
      expect(mean(breadth)).toBeLessThan(0);
      expect(mean(breadth)).toBeGreaterThan(-0.25);
    }
  });
});
