import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { formatFigure } from "../../src/briefing/format.ts";
import { absent, type Value } from "../../src/briefing/value.ts";
import { zeroIn } from "../../src/topics/ratecut-figures.ts";
import { marketData, noMarketData } from "../data/shared-market-data.ts";
import {
  assistantOn,
  briefingOf,
  figureValue,
  folderOf,
  monthlyLevels,
  numberOf,
} from "../support/folder-assistant.ts";

/*
 * Large stays at 100. Small jumps three times: +10 % in July 2001, −5 % in January 2008, +20 % in October 2019.
 * Cuts in January and March 2001 (rise in June 2004), September 2007 (rise in December 2015), July 2019.
 * Twelve months on: +10, +10 | −5 | +20.
 * all: 35/4; without 2001: 15/2, one of two above zero; without 2007: 40/3; zero if 2001 were −15/2, 2007 −40
 * first: 25/3; without 2001: 15/2, without 2007: 15; zero if 2001 were −15
 */
const JUMPS: Readonly<Record<string, number>> = { "2001-07": 1.1, "2008-01": 0.95, "2019-10": 1.2 };
const months = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => new Date(Date.UTC(from, at, 1)).toISOString().slice(0, 7));
let level = 100;
const SMALL = months(2000, 260).map((month) => {
  level *= JUMPS[month] ?? 1;
  return level;
});
const decided = (announced: string, changeBp: number) => ({
  announced,
  effective: announced,
  changeBp,
  targetUpper: 4,
  scheduled: true,
});
const DECISIONS = [
  decided("2000-05-16", 50),
  decided("2001-01-31", -50),
  decided("2001-03-20", -50),
  decided("2004-06-30", 25),
  decided("2007-09-18", -50),
  decided("2015-12-16", 25),
  decided("2019-07-31", -25),
];

describe("cuts from before the data begin", () => {
  it("are said to be had from then on", async () => {
    const levels = {
      small_total: monthlyLevels("2000-01", SMALL),
      large_total: monthlyLevels(
        "2000-01",
        SMALL.map(() => 100),
      ),
    };
    const folder = await folderOf({ levels, policyDecisions: DECISIONS });
    // Levels from January 2000, decisions from 16 May: no cut before that could have been measured.
    for (const line of ["ratecut", "ratecut since=1890"]) {
      const briefing = await briefingOf(folder, line);
      expect(briefing.subtitle).toContain(" · cuts from May 2000, where the data begin · ");
      expect(briefing.charts[0]?.subtitle).toContain("cuts since May 2000");
    }
    expect((await briefingOf(folder, "ratecut since=2007")).subtitle).toContain(" · cuts from Jan 2007 · ");
  });
});

describe("ratecut without a cycle", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await folderOf({
      levels: {
        small_total: monthlyLevels("2000-01", SMALL),
        large_total: monthlyLevels(
          "2000-01",
          SMALL.map(() => 100),
        ),
      },
      policyDecisions: DECISIONS,
    });
  });

  it.each([
    ["2001", "all", { mean: 7.5, hit: 50, n: 2, cycles: 2, leftOut: 10, breakEven: -7.5 }],
    ["2001", "first", { mean: 7.5, hit: 50, n: 2, cycles: 2, leftOut: 10, breakEven: -15 }],
    ["2007", "all", { mean: 40 / 3, hit: 100, n: 3, cycles: 2, leftOut: -5, breakEven: -40 }],
    ["2007", "first", { mean: 15, hit: 100, n: 2, cycles: 2, leftOut: -5, breakEven: -30 }],
  ])("of %s, %s cuts", async (cycle, sample, expected) => {
    const briefing = await briefingOf(folder, `whatif exclude=${cycle}`);
    for (const [what, value] of Object.entries(expected))
      expect(numberOf(briefing, `ratecut.whatIf.${sample}.12m.${what}`), what).toBeCloseTo(value, 9);
    expect(numberOf(briefing, "ratecut.all.12m.mean")).toBeCloseTo(35 / 4, 9);
    // Two cycles are too few to resample.
    expect(figureValue(briefing, `ratecut.whatIf.${sample}.12m.ciLow`)).toMatchObject({
      absent: "too_few_points",
    });
  });

  it("is hypothetical, says what it leaves out, and stays with the asker", async () => {
    const answer = await (await assistantOn(folder)).answer("whatif exclude=2001");
    if (answer.kind !== "briefing") throw new Error("a page");
    const { briefing } = answer;
    expect([answer.private, briefing.hypothetical]).toEqual([true, true]);
    expect(briefing.headline).toBe(
      "Hypothetical, without the cycle of 2001: too few episodes to say after Fed cuts; neither mean would change sign · Test Small / Test Large",
    );
    const notes = briefing.notes.join("\n");
    expect(notes).toContain("the cycle of 2001 is left out (2 cuts, 31 Jan 2001 to 20 Mar 2001)");
    expect(notes).toContain("the mean is zero if that cycle's were −7.5 pp; it was +10.0 pp");
    expect(briefing.charts.map(({ id }) => id)).toEqual(["ratecut-without"]);
  });

  it("has nothing left without the only cycle, and names the cycles there are", async () => {
    const alone = await briefingOf(folder, "ratecut exclude=2019 since=2019");
    expect(alone.headline).toMatch(
      /^Hypothetical, without the cycle of 2019: no complete twelve-month window is left/,
    );
    expect(figureValue(alone, "ratecut.whatIf.all.12m.breakEven")).toMatchObject({
      absent: "too_few_points",
    });
    await expect(briefingOf(folder, "whatif exclude=2002")).rejects.toMatchObject({
      code: "bad_command",
      message: "exclude=2002: no cycle of cuts begins in that year",
      hint: "type one of 2001, 2007, 2019",
    });
  });
});

/** From the same files by a script in another language: means over the cuts of other cycles, one by one. */
describe.skipIf(noMarketData)("ratecut without a cycle on real data", () => {
  const real = async (line: string): Promise<Briefing> => briefingOf(join(marketData, "russell"), line);

  it.each([
    ["2001", "all.12m", 4.11927692250862, 57.142857142857146, 42, -13.30843313425862],
    ["2001", "all.24m", 8.851457505471288, 76.92307692307692, 39, -26.554372516413864],
    ["2001", "first.12m", -6.20258580178048, 16.666666666666668, 6, 37.21551481068288],
    ["2007", "all.12m", 6.639684795538408, 64.44444444444444, 45, -29.878581579922837],
    ["2007", "first.24m", -6.262550684207941, 40, 5, 31.312753421039705],
    ["1990", "all.12m", 3.313171170740752, 62.16216216216216, 37, -6.810407406522657],
    ["1990", "first.12m", -3.6018879646935624, 33.333333333333336, 6, 21.611327788161375],
  ])("of %s, %s", async (cycle, at, mean, hit, n, breakEven) => {
    const briefing = await real(`whatif exclude=${cycle}`);
    const found = ["mean", "hit", "n", "breakEven"].map((what) =>
      numberOf(briefing, `ratecut.whatIf.${at}.${what}`),
    );
    for (const [index, expected] of [mean, hit, n, breakEven].entries())
      expect(found[index]).toBeCloseTo(expected, 8);
  });

  it("says on which side of zero an end lies that prints as zero", async () => {
    const briefing = await real("whatif exclude=2001");
    const high = briefing.figures.find(({ key }) => key === "ratecut.whatIf.first.12m.ciHigh");
    expect(high && formatFigure(high)).toBe("0.0");
    const side = Number(high?.value) >= 0 ? "includes" : "excludes";
    expect(briefing.notes).toContain(`First cut of a cycle, without, 12m: the 95% range just ${side} zero`);
    expect(briefing.notes.filter((note) => note.includes("the 95% range"))).toHaveLength(1);
  });

  it("lies within the range of leaving out one cycle at a time", async () => {
    const briefing = await real("whatif exclude=2007");
    const mean = numberOf(briefing, "ratecut.whatIf.all.12m.mean");
    expect(mean).toBeGreaterThanOrEqual(numberOf(briefing, "ratecut.all.12m.leaveOneOutLow") - 1e-9);
    expect(mean).toBeLessThanOrEqual(numberOf(briefing, "ratecut.all.12m.leaveOneOutHigh") + 1e-9);
  });
});

describe("a range with an end that prints as zero", () => {
  const range = (low: Value, high: Value) =>
    zeroIn({ value: (key) => (key === "some.12m.ciLow" ? low : high) }, "some.12m");

  it.each<[Value, Value, string | null]>([
    [-11.6, 0.04, ", just includes zero"],
    [-11.6, 0, ", just includes zero"],
    [-11.6, -0.04, ", just excludes zero"],
    [0.0499, 3, ", just excludes zero"],
    [-0.0499, 3, ", just includes zero"],
    [-11.6, -0.06, null], // prints -0.1
    [-2, 3, null],
    [absent("too_few_points", "none"), 0, null],
  ])("%j to %j", (low, high, said) => {
    expect(range(low, high)).toBe(said);
  });
});
