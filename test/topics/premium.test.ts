import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import type { Datasets } from "../../src/market/datasets.ts";
import { marketData, noMarketData } from "../data/shared-market-data.ts";
import { briefingOf, figureValue, folderOf, numberOf } from "../support/folder-assistant.ts";

const monthAt = (index: number, year: number) => new Date(Date.UTC(year, index, 1)).toISOString().slice(0, 7);
const factors = (smb: readonly number[], year: number): Datasets["factors"] =>
  smb.map((value, index) => ({ month: monthAt(index, year), mktRf: 0, smb: value, hml: 0, rf: 0 }));
/** So that the as-of date of the folder, the newest level, is that of the factors. */
const until = (date: string): Datasets["levels"] => ({
  small_total: [{ date, value: 100 }],
  large_total: [{ date, value: 100 }],
});
const brief = async (smb: readonly number[], year: number, line = "premium") => {
  const end = new Date(Date.UTC(year, smb.length, 0)).toISOString().slice(0, 10);
  return briefingOf(await folderOf({ factors: factors(smb, year), levels: until(end) }), line);
};

describe("premium, by pencil", () => {
  let briefing: Briefing;
  /** 1989 to 2000: Januaries 5 % and 7 % in turn, all other months −0.1 % and +0.1 % in turn. */
  const smb = Array.from({ length: 144 }, (_, index) => {
    const year = Math.floor(index / 12);
    if (index % 12 === 0) return year % 2 === 0 ? 0.05 : 0.07;
    return index % 2 === 0 ? 0.001 : -0.001;
  });
  beforeAll(async () => {
    briefing = await brief(smb, 1989);
  });

  it("computes each era and season", () => {
    // Twelve Januaries, six of 5 %, six of 7 %: mean 6 %, each 1 off it, sd √(12/11).
    expect(numberOf(briefing, "premium.january.meanAnnual")).toBeCloseTo(72, 9);
    expect(numberOf(briefing, "premium.january.t")).toBeCloseTo(6 / (Math.sqrt(12 / 11) / Math.sqrt(12)), 9);
    expect(numberOf(briefing, "premium.january.n")).toBe(12);
    // Of a year's eleven other months six are −0.1 % (February, April, …) and five +0.1 %.
    expect(numberOf(briefing, "premium.otherMonths.meanAnnual")).toBeCloseTo(12 * (-0.1 / 11), 9);
    expect(numberOf(briefing, "premium.otherMonths.n")).toBe(132);
    expect(numberOf(briefing, "premium.full.meanAnnual")).toBeCloseTo((12 * (12 * 6 - 12 * 0.1)) / 144, 9);
    // Since 1990: eleven years, their Januaries five of 5 % and six of 7 %.
    expect(numberOf(briefing, "premium.since1990.n")).toBe(132);
    expect(numberOf(briefing, "premium.since1990.meanAnnual")).toBeCloseTo((12 * (67 - 1.1)) / 132, 9);
  });

  it("does not pass the data off as an era that began before them", () => {
    for (const era of ["since1963", "since1981"])
      expect(figureValue(briefing, `premium.${era}.meanAnnual`)).toMatchObject({
        absent: "too_few_points",
        note: "the data begin in Jan 1989, after this era",
      });
    expect(briefing.charts[0]?.kind === "dots" && briefing.charts[0].rows.map(({ label }) => label)).toEqual([
      "Full sample",
      "Since Jan 1990",
      "January alone, month ×12",
    ]);
  });

  it("rolls ten years and sums discrete ones", () => {
    expect(numberOf(briefing, "premium.rolling10y.n")).toBe(25);
    expect(numberOf(briefing, "premium.rolling10y.positiveShare")).toBe(100);
    // Every window holds ten Januaries, five of each kind (60 %), and 110 other months (−1 % in all).
    expect(numberOf(briefing, "premium.rolling10y.latest")).toBeCloseTo((12 * 59) / 120, 9);
    expect(numberOf(briefing, "premium.discrete12m.1.relative")).toBeCloseTo(7 - 0.1, 9);
    expect(numberOf(briefing, "premium.discrete12m.5.relative")).toBeCloseTo(7 - 0.1, 9);
  });

  it("says which months carry it", () => {
    expect(briefing.headline).toMatch(
      /^Small beat big clearly since Jan 1989, and the same in the other eras shown; January alone stands clear of zero ·/,
    );
    for (const { sources } of briefing.figures) expect(sources[0]?.dataset).toBe("factors");
  });
});

describe("premium of data that are overdue", () => {
  const smb = Array.from({ length: 144 }, (_, index) => (index % 2 === 0 ? 0.02 : -0.01));
  const asked = async (day: string) => {
    const folder = await folderOf({ factors: factors(smb, 1989), levels: until("2000-12-31") });
    return briefingOf(folder, `premium asof=${day}`);
  };
  // To December 2000; January's end and 75 days: 28 of February, 31 of March, and 16 of April.
  it("posts statistics of a closed sample, which are never overdue, with their last month", async () => {
    const [fresh, late] = [await asked("2001-04-16"), await asked("2001-04-17")];
    // Each pair of months adds 1 %, so that ten years' mean is half of it a month.
    expect(numberOf(fresh, "premium.rolling10y.latest")).toBeCloseTo(6, 9);
    for (const key of [
      "premium.rolling10y.latest",
      "premium.rolling10y.positiveShare",
      "premium.full.meanAnnual",
    ])
      expect(numberOf(late, key), key).toBe(numberOf(fresh, key));
    expect(late.notes.join(" ")).toContain(" a year, the latest, to Dec 2000, +6.0%");
    const alt = late.charts.map((each) => each.alt).join(" ");
    expect(alt).toContain("The latest, to Dec 2000, is +6.0%.");
    const line = late.charts.find(({ id }) => id === "premium-rolling");
    expect(line?.kind === "line" && line.series.map(({ name }) => name)).toEqual(["Ten years to Dec 2000"]);
  });
});

describe("a mean of Januaries", () => {
  it("is nowhere called a year's", async () => {
    // Four Januaries, 1.9 % and 2.1 % in turn: a January adds 2 %, and times twelve that is 24.
    const smb = Array.from({ length: 48 }, (_, index) =>
      index % 12 === 0 ? 0.019 + 0.002 * (index % 24 ? 1 : 0) : index % 2 ? 0.001 : -0.001,
    );
    const briefing = await brief(smb, 1989);
    const figure = briefing.figures.find(({ key }) => key === "premium.january.meanAnnual");
    expect(figure?.value).toBeCloseTo(24, 9);
    expect(figure?.label).toBe("January alone: mean of a month, times 12");
    expect(briefing.tables[0]?.rows.slice(-2).map(({ label }) => label)).toEqual([
      "January alone, month ×12",
      "All other months, month ×12",
    ]);
    expect(briefing.notes.find((note) => note.startsWith("January"))).toMatch(
      /^January months, mean of one month times twelve: \+24\.0% .*, of which a January adds a twelfth; /,
    );
    expect(briefing.charts[0]?.footnote).toContain("Of January alone that is no year's return");
    for (const text of [...briefing.notes, ...briefing.charts.map(({ alt }) => alt)])
      expect(text).not.toMatch(/January[^.;]*24\.0% a year/);
  });
});

describe("premium on little data", () => {
  it("has a mean of one month, and nothing to say", async () => {
    const briefing = await brief([0.02], 2020);
    expect(numberOf(briefing, "premium.full.meanAnnual")).toBeCloseTo(24, 9);
    expect(figureValue(briefing, "premium.full.t")).toMatchObject({ absent: "too_few_points" });
    expect(briefing.headline).toMatch(/^The size premium: too few months since Jan 2020 to say ·/);
    expect(briefing.caveats[0]).toContain("one month in all");
    expect(briefing.charts).toEqual([]);
  });

  it("is refused before the data begin", async () => {
    const refused = brief([0.02, 0.01], 2020, "premium asof=2019-12-31");
    await expect(refused).rejects.toMatchObject({
      code: "data_unavailable",
      message: expect.stringContaining("no month that ended by 31 Dec 2019"),
    });
  });

  it("names another era's finding where it differs", async () => {
    // Since 1980: seven good years, then noise around a small loss from January 1990 on.
    const smb = Array.from({ length: 240 }, (_, index) =>
      index < 120 ? 0.01 + (index % 2) * 0.001 : -0.01 - (index % 2) * 0.001,
    );
    const led = await brief(smb, 1980, "premium era=since1990");
    expect(led.headline).toMatch(
      /^Small lagged big clearly since Jan 1990; no clear size premium since Jan 1980 ·/,
    );
    expect(led.tables[0]?.rows[0]?.label).toBe("Since Jan 1990");
  });
});

/**
 * Computed apart, in Python with plain sums over factors.csv (1,196 months to February 2026): mean × 1200 and
 * mean / (sd / √n) with ddof 1, rounded to six decimals.
 */
const DERIVED = {
  "premium.full.meanAnnual": 1.990435,
  "premium.full.t": 1.821007,
  "premium.full.n": 1196,
  "premium.since1963.meanAnnual": 1.7625,
  "premium.since1963.t": 1.334259,
  "premium.since1981.meanAnnual": 0.3,
  "premium.since1981.t": 0.196797,
  "premium.since1990.meanAnnual": 0.543594,
  "premium.since1990.t": 0.303667,
  "premium.january.meanAnnual": 22.8756,
  "premium.january.t": 5.520359,
  "premium.otherMonths.meanAnnual": 0.084854,
  "premium.otherMonths.t": 0.076155,
  "premium.rolling10y.n": 1077,
  "premium.rolling10y.positiveShare": 68.430826,
  "premium.rolling10y.latest": -1.577,
  "premium.rolling10y.lowest": -4.892,
  "premium.rolling10y.highest": 11.273,
  "premium.discrete12m.1.relative": 1.58,
  "premium.discrete12m.2.relative": -11.13,
  "premium.discrete12m.5.relative": -16.58,
};

describe.skipIf(noMarketData)("premium on real data", () => {
  it("agrees with a derivation that shares no code", async () => {
    const briefing = await briefingOf(join(marketData, "russell"), "premium asof=2026-03-31");
    for (const [key, expected] of Object.entries(DERIVED))
      expect(numberOf(briefing, key), key).toBeCloseTo(expected, 5);
    expect(briefing.headline).toMatch(
      /^No clear size premium since Jul 1926, and the same in the other eras shown/,
    );
  });
});
