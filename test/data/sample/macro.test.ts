import { describe, expect, it } from "vitest";
import { sampleDatasets } from "../../../src/data/sample/sample.ts";
import { MACRO_SERIES, type MacroObservation, type MacroSeries } from "../../../src/market/datasets.ts";
import { MACRO_CALENDAR } from "../../../src/market/macro-series.ts";
import { mean } from "./arithmetic.ts";

const { macro, recessions, policyDecisions } = sampleDatasets();
const bySeries = new Map<MacroSeries, MacroObservation[]>(MACRO_SERIES.map((series) => [series, []]));
for (const row of macro) bySeries.get(row.series)!.push(row);
const rowsOf = (series: MacroSeries) => bySeries.get(series)!;

/** What a reader of the real series would find plausible: lowest, highest. */
const BANDS: Readonly<Record<MacroSeries, readonly [number, number]>> = {
  unemployment_rate: [3, 12],
  cpi: [100, 400],
  industrial_production: [50, 120],
  initial_claims: [150_000, 1_000_000],
  consumer_sentiment: [45, 115],
  treasury_3m: [0.01, 10],
  treasury_2y: [0.01, 10],
  treasury_10y: [0.5, 11],
  baa_spread: [1, 7],
  high_yield_spread: [2, 22],
  vix: [9, 90],
  stress_index: [-2, 9],
  nfci: [-1.5, 5],
  cfnai: [-6, 3],
  cfnai_ma3: [-5, 2],
  ism_manufacturing: [30, 65],
  sahm: [-0.3, 5],
  policy_uncertainty: [3, 1100],
  oil_wti: [5, 150],
};

describe("the sample's macro series", () => {
  it.each(MACRO_SERIES)("%s has its cadence, its range and no gap", (series) => {
    const rows = rowsOf(series);
    const [low, high] = BANDS[series];
    expect(rows.filter((row) => row.value < low || row.value > high)).toEqual([]);
    const days = rows
      .slice(1)
      .map((row, index) => (Date.parse(row.date) - Date.parse(rows[index]!.date)) / 86_400_000);
    const { cadence } = MACRO_CALENDAR[series];
    const allowed = { daily: [1, 5], weekly: [7, 7], monthly: [28, 31] }[cadence];
    expect(days.filter((gap) => gap < allowed[0]! || gap > allowed[1]!)).toEqual([]);
    expect(rows[0]!.date >= "1985-01-01" && rows[0]!.date < "1998").toBe(true);
    expect(rows.at(-1)!.date >= (cadence === "monthly" ? "2026-09-01" : "2026-10-24")).toBe(true);
    if (cadence === "monthly") expect(rows.every((row) => row.date.endsWith("-01"))).toBe(true);
  });

  it("publishes unemployment on the first Friday after the month", () => {
    expect(rowsOf("unemployment_rate").slice(-2)).toMatchObject([
      { date: "2026-08-01", vintage: "2026-09-04" },
      { date: "2026-09-01", vintage: "2026-10-02" },
    ]);
  });

  it("derives the three-month activity mean and the Sahm gap from their parents", () => {
    const activity = rowsOf("cfnai").map((row) => row.value);
    expect(rowsOf("cfnai_ma3").at(-1)!.value).toBeCloseTo(mean(activity.slice(-3)), 2);
    const rates = rowsOf("unemployment_rate").map((row) => row.value);
    const means = rates.map((_, index) => mean(rates.slice(index - 2, index + 1)));
    expect(rowsOf("sahm").at(-1)!.value).toBeCloseTo(means.at(-1)! - Math.min(...means.slice(-13, -1)), 2);
  });

  it("signals the invented recessions and no others", () => {
    const fired = rowsOf("sahm")
      .filter((row) => row.value >= 0.5)
      .map((row) => row.date.slice(0, 7));
    for (const { peak, trough } of recessions)
      expect(fired.some((month) => month >= peak && month <= trough)).toBe(true);
    const stray = fired.filter(
      (month) =>
        !recessions.some(
          ({ peak, trough }) => month >= peak && Number(month.slice(0, 4)) <= Number(trough.slice(0, 4)) + 1,
        ),
    );
    expect(stray).toEqual([]);
  });

  it("keeps the bill near the target", () => {
    const target = policyDecisions.at(-1)!.targetUpper;
    expect(Math.abs(rowsOf("treasury_3m").at(-1)!.value - target)).toBeLessThan(0.4);
  });
});
