import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Datasets, MacroSeries } from "../../src/market/datasets.ts";
import { marketData, noMarketData } from "../data/shared-market-data.ts";
import { briefingOf, figureValue, folderOf, monthlyLevels, numberOf } from "../support/folder-assistant.ts";

const COUNT = 140;
/** To August 2025, by index from January 2014. */
const monthly = (series: MacroSeries, value: (at: number) => number, count = COUNT): Datasets["macro"] =>
  Array.from({ length: count }, (_, at) => ({
    date: new Date(Date.UTC(2014, at, 1)).toISOString().slice(0, 10),
    series,
    value: value(at),
    vintage: null,
  }));
const swing = (at: number) => (at % 2 === 0 ? 1 : -1);
/** Swings that cancel over three months are small; the last six months rise steadily. */
const rising = (at: number) => (at < COUNT - 6 ? swing(at) : 2 + at - (COUNT - 6));
const LEVELS: Datasets["levels"] = {
  small_total: monthlyLevels(
    "2014-01",
    Array.from({ length: 141 }, (_, at) => 100 + at),
  ),
  large_total: monthlyLevels(
    "2014-01",
    Array.from({ length: 141 }, () => 100),
  ),
};
const MACRO = [
  ...monthly("cfnai", rising),
  ...monthly("treasury_10y", rising),
  ...monthly("baa_spread", (at) => -rising(at)),
].sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));

describe("regime, by pencil", () => {
  it("scores each input and reads the phase", async () => {
    const briefing = await briefingOf(
      await folderOf({ macro: MACRO, levels: LEVELS }),
      "regime asof=2025-10-05",
    );
    // All three scores are equal: the inverted spread is the same series. 134 swings (67 of each), then 2 to 7.
    const values = Array.from({ length: COUNT }, (_, at) => rising(at));
    const mean = 27 / COUNT;
    const squares = 134 + 4 + 9 + 16 + 25 + 36 + 49 - COUNT * mean ** 2;
    const score = Math.min(3, (7 - mean) / Math.sqrt(squares / (COUNT - 1)));
    expect(values.reduce((a, b) => a + b, 0)).toBe(27);
    for (const input of ["activity", "yield", "credit"])
      expect(numberOf(briefing, `regime.${input}.score`), input).toBeCloseTo(score, 9);
    expect(numberOf(briefing, "regime.phase")).toBe(2);
    expect(numberOf(briefing, "regime.reading")).toBe(2);
    expect(numberOf(briefing, "regime.inputs")).toBe(3);
    expect(figureValue(briefing, "regime.inflation.score")).toMatchObject({
      absent: "unavailable",
      note: "inflation: add cpi to macro.csv",
    });
    // The first score is of December 2023, the first mean of February 2024, the first change of May; the swings
    // after it never say the same twice, the rise at the end says expansion.
    expect(briefing.headline).toMatch(
      /^The regime by our replica: expansion since May 2024; four of seven inputs missing ·/,
    );
    expect(briefing.notes.at(-1)).toBe(
      "Inputs missing from the data: inflation, leading index, capacity utilisation, estimate revisions",
    );
  });

  it("is withheld once the slowest input is overdue; past months are not", async () => {
    const folder = await folderOf({ macro: MACRO, levels: LEVELS });
    // August's CFNAI; September's came on 22 December, and a week is grace. What was put off is not overdue before.
    const late = await briefingOf(folder, "regime asof=2025-12-30");
    expect(figureValue(late, "regime.phase")).toMatchObject({ absent: "stale" });
    expect(numberOf(late, "regime.month.2025-08.phase")).toBe(2);
    expect(late.headline).toContain("withheld, the data end on 31 Aug 2025");
    const intime = await briefingOf(folder, "regime asof=2025-12-29");
    expect(numberOf(intime, "regime.phase")).toBe(2);
  });
});

describe("regime on little data", () => {
  it.each([
    ["one month", MACRO.slice(0, 3)],
    ["two inputs", MACRO.filter(({ series }) => series !== "baa_spread")],
    [
      "no activity",
      [...MACRO.filter(({ series }) => series !== "cfnai"), ...monthly("cpi", (at) => 100 + at)],
    ],
  ])("%s: says what it needs", async (_, rows) => {
    const macro = [...rows].sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
    const briefing = await briefingOf(await folderOf({ macro, levels: LEVELS }), "regime asof=2025-10-05");
    expect(figureValue(briefing, "regime.phase")).toMatchObject({
      absent: "unavailable",
      note: expect.stringContaining("needs activity and 2 other inputs with 120 months each: "),
    });
    expect(briefing.headline).toMatch(/^The regime by our replica: too few of its inputs in the data to say/);
    expect(briefing.charts.filter(({ id }) => id === "regime-level")).toEqual([]);
  });

  it("is refused before the data begin", async () => {
    const folder = await folderOf({ macro: MACRO, levels: LEVELS });
    await expect(briefingOf(folder, "regime asof=2010-01-31")).rejects.toMatchObject({
      code: "data_unavailable",
    });
  });
});

/** Computed apart, in Python over macro.csv and levels.csv, rounded to six decimals. */
const DERIVED = {
  "regime.phase": 2,
  "regime.level": 0.350238,
  "regime.change3m": 0.266077,
  "regime.activity.score": -0.085801,
  "regime.inflation.score": 0.405917,
  "regime.yield.score": -0.084149,
  "regime.credit.score": 1.072636,
  "regime.month.2025-09.phase": 2,
  "regime.month.2025-09.level": 0.173199,
  // October's consumer prices were never published: between those of September and November.
  "regime.month.2025-10.level": 0.167422,
  "regime.month.2025-12.level": 0.11783,
  "regime.after.recovery.n": 135,
  "regime.after.recovery.mean": -0.034506,
  "regime.after.expansion.mean": 0.070163,
  "regime.after.slowdown.mean": -0.408637,
  "regime.after.contraction.hit": 48.611111,
};

describe.skipIf(noMarketData)("regime on real data", () => {
  it("agrees with a derivation that shares no code", async () => {
    const briefing = await briefingOf(join(marketData, "russell"), "regime");
    for (const [key, expected] of Object.entries(DERIVED))
      expect(numberOf(briefing, key), key).toBeCloseTo(expected, 5);
    const phase = briefing.figures.find(({ key }) => key === "regime.phase");
    expect(phase?.n).toBe(350);
    expect(phase?.definition).toContain(
      "no value of a single month, the mean of the months on either side stands for it",
    );
    expect(briefing.caveats).toContain(
      "Inflation: the data hold no value of Oct 2025; the mean of the months on either side stands for it, known with the later of them.",
    );
  });

  it("says of no month that it was made up before the one after it is known", async () => {
    const before = await briefingOf(join(marketData, "russell"), "regime asof=2025-12-17");
    expect(before.caveats.join(" ")).not.toContain("Oct 2025");
    // November's consumer prices came on 18 December; production of October and November on the 23rd.
    const after = await briefingOf(join(marketData, "russell"), "regime asof=2025-12-23");
    expect(after.caveats.join(" ")).toContain("Inflation: the data hold no value of Oct 2025");
    expect(after.subtitle).toContain("data to 30 Nov 2025");
  });
});
