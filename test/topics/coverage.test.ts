import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { isAbsent } from "../../src/briefing/value.ts";
import { analystCoverage } from "../../src/maths/analysts.ts";
import { briefingOf, figureValue, folderOf, member, numberOf } from "../support/folder-assistant.ts";

/*
 * Small: 0, 1, 3, 8, not reported. Mean 12/4 = 3, median (1+3)/2 = 2, none 1 of 4, two or fewer 2 of 4,
 *   mean of followed 12/3 = 4; reported 4 of 5.
 * Large: 6, 12, 24. Mean 14, median 12. Ratios 14/3, 12/2, 14/4.
 */
const members = (index: "small" | "large", counts: readonly (number | null)[]) =>
  counts.map((analysts, at) => member(index, `${index[0]}${at}`, { analysts }));
const MARKET = [...members("small", [0, 1, 3, 8, null]), ...members("large", [6, 12, 24])];

describe("coverage", () => {
  let briefing: Briefing;
  beforeAll(async () => {
    briefing = await briefingOf(await folderOf({ constituents: MARKET }), "coverage");
  });

  it.each([
    ["small.mean", 3],
    ["small.median", 2],
    ["small.noneShare", 25],
    ["small.fewShare", 50],
    ["small.meanOfFollowed", 4],
    ["small.reportedShare", 80],
    ["small.members", 5],
    ["small.analysts.0", 25],
    ["small.analysts.1to2", 25],
    ["small.analysts.3to5", 25],
    ["small.analysts.6to10", 25],
    ["small.analysts.11to20", 0],
    ["large.mean", 14],
    ["large.median", 12],
    ["large.noneShare", 0],
    ["large.analysts.6to10", 100 / 3],
    ["large.analysts.21andMore", 100 / 3],
    ["ratio.mean", 14 / 3],
    ["ratio.median", 6],
    ["ratio.meanOfFollowed", 3.5],
  ])("coverage.%s", (key, expected) => {
    expect(numberOf(briefing, `coverage.${key}`)).toBeCloseTo(expected, 12);
  });

  it("says both findings in words, and how many are behind each number", () => {
    expect(briefing.headline).toBe(
      "Small-caps have fewer analysts a company than large-caps, and more of them have none · Test Small / Test Large",
    );
    expect(briefing.notes[0]).toMatch(
      /4\.67 by the mean, 6\.00 by the median, 3\.50 by the mean of followed/,
    );
    const n = (key: string) => briefing.figures.find((each) => each.key === key)?.n;
    expect([n("coverage.small.mean"), n("coverage.small.meanOfFollowed")]).toEqual([4, 3]);
  });
});

describe("coverage where less is reported", () => {
  const answer = async (constituents: typeof MARKET) =>
    briefingOf(await folderOf({ constituents }), "coverage");

  it("has no ratio to nobody, and no mean of followed companies", async () => {
    const briefing = await answer([...members("small", [0, 0]), ...members("large", [4])]);
    expect(figureValue(briefing, "coverage.ratio.mean")).toMatchObject({ absent: "not_meaningful" });
    expect(figureValue(briefing, "coverage.small.meanOfFollowed")).toMatchObject({
      absent: "not_meaningful",
    });
    expect(numberOf(briefing, "coverage.small.mean")).toBe(0);
  });

  it("takes a blank for unknown, never for none", async () => {
    const briefing = await answer([...members("small", [null, null]), ...members("large", [4])]);
    expect(figureValue(briefing, "coverage.small.noneShare")).toMatchObject({ absent: "not_reported" });
    expect(briefing.headline).toContain("one side reports none to compare");
    expect(briefing.charts).toEqual([]);
    await expect(answer(members("small", [null]))).rejects.toMatchObject({ code: "data_unavailable" });
  });

  it("is withheld when the members are overdue", async () => {
    const stale = await briefingOf(await folderOf({ constituents: MARKET }), "coverage asof=2026-06-20");
    expect(stale.headline).toContain("withheld, the data end on 31 Dec 2025");
    expect(stale.caveats[0]).toMatch(/^Withheld: analysts a company/);
    expect(stale.charts).toEqual([]);
  });
});

describe("analysts of any companies", () => {
  it("bands add up, the mean of the followed is that of all over the share of followed", () => {
    const counts = fc.array(fc.option(fc.integer({ min: 0, max: 60 })), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(counts, (analysts) => {
        const of = analystCoverage(analysts.map((count) => ({ analysts: count })));
        if (isAbsent(of.mean) || isAbsent(of.noneShare) || isAbsent(of.fewShare)) {
          expect(analysts.every((count) => count === null)).toBe(true);
          return;
        }
        expect(of.bands.reduce<number>((sum, band) => sum + Number(band), 0)).toBeCloseTo(100, 9);
        expect(of.bands[0]).toBeCloseTo(of.noneShare, 12);
        expect(of.noneShare).toBeLessThanOrEqual(of.fewShare);
        if (!isAbsent(of.meanOfFollowed))
          expect(of.meanOfFollowed * (1 - of.noneShare / 100)).toBeCloseTo(of.mean, 9);
      }),
    );
  });
});
