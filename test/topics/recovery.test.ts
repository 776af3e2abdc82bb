import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { marketData, noMarketData } from "../data/shared-market-data.ts";
import { briefingOf, figureValue, folderOf, monthlyLevels, numberOf } from "../support/folder-assistant.ts";

/**
 * Small from January 2000 on: 100 and two more a month, 160 from July 2002 on; large 100 throughout. Troughs in
 * October 1999 (before the data), January 2001 (124) and August 2002 (160), known to December 2004.
 */
const small = Array.from({ length: 60 }, (_, at) => (at < 30 ? 100 + 2 * at : 160));
const MARKET = {
  levels: {
    small_total: monthlyLevels("2000-01", small),
    large_total: monthlyLevels(
      "2000-01",
      small.map(() => 100),
    ),
  },
  recessions: [
    { peak: "1999-03", trough: "1999-10" },
    { peak: "2000-06", trough: "2001-01" },
    { peak: "2001-12", trough: "2002-08" },
  ],
};

describe("recovery, by pencil", () => {
  let folder: string;
  let briefing: Briefing;
  beforeAll(async () => {
    folder = await folderOf(MARKET);
    briefing = await briefingOf(folder, "recovery");
  });

  it("measures each trough", () => {
    // January 2001: 124; twelve months on 148, twenty-four and thirty-six on 160.
    expect(numberOf(briefing, "recovery.2001-01.12m.small")).toBeCloseTo((100 * 24) / 124, 9);
    expect(numberOf(briefing, "recovery.2001-01.12m.large")).toBe(0);
    expect(numberOf(briefing, "recovery.2001-01.24m.relative")).toBeCloseTo((100 * 36) / 124, 9);
    expect(numberOf(briefing, "recovery.2001-01.36m.relative")).toBeCloseTo((100 * 36) / 124, 9);
    expect(numberOf(briefing, "recovery.2002-08.24m.relative")).toBe(0);
    expect(figureValue(briefing, "recovery.2002-08.36m.relative")).toMatchObject({
      absent: "too_few_points",
      note: "the window ends only in Aug 2005",
    });
    expect(figureValue(briefing, "recovery.1999-10.12m.small")).toMatchObject({
      note: "the data hold no month-end of Oct 1999",
    });
  });

  it("counts a difference of nothing as no lead", () => {
    expect(numberOf(briefing, "recovery.all.12m.n")).toBe(2);
    expect(numberOf(briefing, "recovery.all.12m.ahead")).toBe(1);
    expect(numberOf(briefing, "recovery.all.12m.mean")).toBeCloseTo((100 * 12) / 124, 9);
    // Starts from January 2000 (48 of them); from July 2002 on, the 31st, nothing is gained: 18 of them.
    expect(numberOf(briefing, "recovery.base.12m.n")).toBe(48);
    expect(numberOf(briefing, "recovery.base.12m.hit")).toBeCloseTo((100 * 30) / 48, 9);
  });

  it.skipIf(noMarketData)("says both of two", async () => {
    const real = await briefingOf(join(marketData, "russell"), "recovery asof=2009-06-30");
    expect(real.headline).toContain("Small-caps led after both troughs over twelve months");
    expect(real.charts.map(({ title }) => title)).toContain(
      "Small-caps were ahead three years after both troughs",
    );
  });

  it("says how many led, and what lies outside the data", () => {
    expect(briefing.headline).toMatch(
      /^Small-caps led after one of two troughs over twelve months, after the one trough measured over three years/,
    );
    expect(briefing.notes.at(-1)).toBe("Outside the data: the troughs of Oct 1999");
    expect(briefing.tables[0]?.rows.map(({ label }) => label)).toEqual([
      "Jan 2001",
      "Aug 2002",
      "Mean of recoveries",
      "Any month (base rate)",
    ]);
    const [paths] = briefing.charts;
    expect(paths?.kind === "panels" && paths.panels.map(({ label }) => label)).toEqual([
      "Jan 2001",
      "Aug 2002",
    ]);
  });

  it("sweeps the start months of the trough asked for", async () => {
    const asked = await briefingOf(folder, "recovery trough=2001");
    // Nine months before January 2001: April 2000 (106) to April 2003 (160).
    expect(numberOf(asked, "recovery.sweep.2000-04.36m.relative")).toBeCloseTo((100 * 54) / 106, 9);
    expect(numberOf(asked, "recovery.sweep.36m.n")).toBe(10);
    expect(numberOf(asked, "recovery.sweep.36m.ahead")).toBe(10);
    expect(asked.charts[1]?.title).toBe("Around Jan 2001, small-caps led from every start month");
    await expect(briefingOf(folder, "recovery trough=1975")).rejects.toMatchObject({
      code: "bad_command",
      hint: "give 1999-10, 2001-01, 2002-08",
    });
  });

  it("knows no trough before its month has ended", async () => {
    const early = await briefingOf(folder, "recovery asof=2002-08-30");
    expect(early.figures.some(({ key }) => key.includes("2002-08"))).toBe(false);
    expect(early.figures.some(({ key }) => key.startsWith("recovery.2001-01"))).toBe(true);
  });
});

describe("recovery on little data", () => {
  it("answers with reasons where one month is all there is", async () => {
    const one = await briefingOf(
      await folderOf({
        levels: { small_total: monthlyLevels("2001-01", [1]), large_total: monthlyLevels("2001-01", [1]) },
        recessions: MARKET.recessions.slice(1, 2),
      }),
      "recovery",
    );
    expect(one.headline).toMatch(/^After recessions: no complete twelve months after a trough in the data/);
    expect(figureValue(one, "recovery.all.12m.mean")).toMatchObject({ absent: "too_few_points" });
    expect(one.charts).toEqual([]);
  });

  it("is refused without recessions", async () => {
    const refused = briefingOf(await folderOf({ levels: MARKET.levels }), "recovery");
    await expect(refused).rejects.toMatchObject({ code: "data_unavailable" });
  });
});

/** Computed apart, in Python over levels.csv keyed by month, rounded to six decimals. */
const DERIVED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  russell: {
    "recovery.1991-03.12m.relative": 9.961325,
    "recovery.1991-03.24m.relative": 11.039702,
    "recovery.1991-03.36m.relative": 24.403762,
    "recovery.2001-11.36m.relative": 34.438796,
    "recovery.2009-06.36m.small": 63.459397,
    "recovery.2009-06.36m.large": 57.697448,
    "recovery.2009-06.36m.relative": 5.761949,
    "recovery.2020-04.12m.relative": 28.73036,
    "recovery.2020-04.36m.relative": -10.272436,
    "recovery.all.12m.mean": 12.915749,
    "recovery.all.24m.ahead": 3,
    "recovery.all.36m.n": 4,
    "recovery.base.12m.mean": -1.314004,
    "recovery.base.24m.hit": 41.685649,
    "recovery.base.36m.n": 427,
    "recovery.sweep.2008-09.12m.relative": -2.640126,
    "recovery.sweep.2008-09.24m.relative": -0.027323,
    "recovery.sweep.2008-09.36m.relative": -4.818024,
    "recovery.sweep.2008-10.36m.relative": 5.502664,
    "recovery.sweep.2009-02.36m.relative": 19.110932,
    "recovery.sweep.2009-06.36m.relative": 5.761949,
    "recovery.sweep.36m.ahead": 9,
  },
  french: {
    "recovery.1975-03.12m.relative": 21.487769,
    "recovery.1982-11.36m.relative": -9.734754,
    "recovery.2020-04.36m.relative": 3.976412,
    "recovery.all.36m.mean": 36.586168,
    "recovery.all.36m.ahead": 6,
    "recovery.base.36m.mean": 14.425683,
    "recovery.base.12m.n": 1181,
    "recovery.sweep.2008-09.36m.relative": -4.658636,
    "recovery.sweep.2009-04.36m.relative": 7.907605,
  },
};

describe.skipIf(noMarketData)("recovery on real data", () => {
  it.each(Object.keys(DERIVED))("%s agrees with a derivation that shares no code", async (name) => {
    const briefing = await briefingOf(join(marketData, name), "recovery");
    for (const [key, expected] of Object.entries(DERIVED[name] ?? {}))
      expect(numberOf(briefing, key), key).toBeCloseTo(expected, 5);
    expect(briefing.headline).toContain("around Jun 2009 the start month decides");
  });
});
