import { describe, expect, it } from "vitest";
import { tradingDays } from "../../../src/data/sample/days.ts";
import { openSample, sampleDatasets } from "../../../src/data/sample/sample.ts";
import { REAL_POLICY_DATES, REAL_RECESSIONS } from "./real-dates.ts";

const data = sampleDatasets();
const END = "2026-10-30";

function expectOrdered(dates: readonly string[]): void {
  expect(dates.filter((date, index) => index > 0 && date < dates[index - 1]!)).toEqual([]);
}

function expectUnique(keys: readonly string[]): void {
  expect(new Set(keys).size).toBe(keys.length);
}

/** Every number anywhere in a dataset, with its path. */
function numbersIn(value: unknown, path: string): readonly (readonly [string, number])[] {
  if (typeof value === "number") return [[path, value]];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, `${path}.${key}`));
}

describe("the sample's records", () => {
  it("hold no number that is not finite, nor a minus zero", () => {
    const bad = numbersIn(data, "").filter(([, value]) => !Number.isFinite(value) || Object.is(value, -0));
    expect(bad).toEqual([]);
  });

  it("list days ahead to the last one of the calendar, known at the end date", async () => {
    const { source } = await openSample().fetch("calendar");
    const [last] = data.calendar
      .map(({ date }) => date)
      .toSorted()
      .slice(-1);
    expect(last).toMatch(/^2027-12-/);
    expect([source.asOf, source.listsTo]).toEqual([END, last]);
  });

  it("are in date order", () => {
    for (const points of Object.values(data.levels)) expectOrdered(points.map((point) => point.date));
    expectOrdered(data.policyDecisions.map((row) => row.announced));
    expectOrdered(data.recessions.map((row) => row.peak));
    expectOrdered(data.factors.map((row) => row.month));
    expectOrdered(data.macro.map((row) => row.date));
    expectOrdered(data.calendar.map((row) => row.date));
    expectOrdered(data.constituents.map((row) => row.asOf));
    expectOrdered(data.valuationHistory.map((row) => row.month));
    expectOrdered(data.revisions.map((row) => row.month));
    expectOrdered(data.deals.map((row) => row.announced));
  });

  it("have no key twice", () => {
    for (const points of Object.values(data.levels)) expectUnique(points.map((point) => point.date));
    expectUnique(data.policyDecisions.map((row) => row.announced));
    expectUnique(data.recessions.map((row) => row.peak));
    expectUnique(data.factors.map((row) => row.month));
    expectUnique(data.macro.map((row) => `${row.date} ${row.series}`));
    expectUnique(data.calendar.map((row) => `${row.date} ${row.event}`));
    expectUnique(data.constituents.map((row) => `${row.asOf} ${row.index} ${row.ticker}`));
    expectUnique(data.constituents.filter((row) => row.asOf === END).map((row) => row.name));
    expectUnique(data.valuationHistory.map((row) => `${row.month} ${row.index} ${row.variant}`));
    expectUnique(data.revisions.map((row) => `${row.month} ${row.index}`));
    expectUnique(data.deals.map((row) => row.target));
    expectUnique(data.universe.map((row) => `${row.region} ${row.size}`));
  });

  it("leave unknown fields null, never zero", () => {
    const never = [
      "price",
      "shares",
      "marketCap",
      "epsTtm",
      "epsFy1",
      "epsFy2",
      "epsFy1ThreeMonthsAgo",
    ] as const;
    for (const field of [...never, "ebit", "interestExpense", "usRevenueShare"] as const) {
      expect(
        data.constituents.filter((row) => row[field] === 0),
        field,
      ).toEqual([]);
    }
    expect(data.deals.filter((deal) => deal.valueUsd === 0 || deal.acquirer === "")).toEqual([]);
    expect(data.universe.filter((row) => row.companies === 0 || row.marketCap === 0)).toEqual([]);
    expect(data.factors.filter((row) => row.rf <= 0)).toEqual([]);
  });

  it("count deals as a year has them, some without acquirer or value", () => {
    for (let year = 2001; year <= 2025; year += 1) {
      const count = data.deals.filter((deal) => deal.announced.startsWith(String(year))).length;
      expect(count, String(year)).toBeGreaterThanOrEqual(60);
      expect(count, String(year)).toBeLessThanOrEqual(200);
    }
    expect(data.deals.some((deal) => deal.valueUsd === null)).toBe(true);
    expect(data.deals.some((deal) => deal.acquirer === null)).toBe(true);
    expect(data.deals.every((deal) => deal.valueUsd === null || Number.isInteger(deal.valueUsd))).toBe(true);
  });

  it("list dates ahead only in the calendar, of every kind", () => {
    expect(data.calendar.every((row) => row.date > END)).toBe(true);
    const open = new Set(tradingDays("2026-10-31", "2027-12-31"));
    expect(data.calendar.filter((row) => !open.has(row.date))).toEqual([]);
    expect(new Set(data.calendar.map((row) => row.event))).toEqual(
      new Set(["FOMC", "CPI", "payrolls", "reconstitution"]),
    );
  });

  it("describe the world by region and size, with gaps", () => {
    expect(new Set(data.universe.map((row) => row.size))).toEqual(new Set(["large", "small", "micro"]));
    expect(data.universe.some((row) => row.companies === null)).toBe(true);
    expect(data.universe.some((row) => row.region === "US")).toBe(true);
  });
});

describe("the sample's policy", () => {
  const decisions = data.policyDecisions;

  it("has a target that is the sum of its changes and never below 0.25 %", () => {
    let target = 8;
    for (const row of decisions) {
      target += row.changeBp / 100;
      expect(row.targetUpper, row.announced).toBe(target);
      expect(row.targetUpper).toBeGreaterThanOrEqual(0.25);
      expect(row.effective > row.announced).toBe(true);
    }
  });

  it("is decided on trading days", () => {
    const open = new Set(tradingDays("1985-01-01", END));
    expect(decisions.filter((row) => !open.has(row.announced) || !open.has(row.effective))).toEqual([]);
  });

  it("knows schedules from 1994 on, some cuts between meetings, and two cuts in one month", () => {
    expect(decisions.every((row) => (row.scheduled === null) === row.announced < "1994-02")).toBe(true);
    expect(
      decisions.filter((row) => row.scheduled === false && row.changeBp < 0).length,
    ).toBeGreaterThanOrEqual(4);
    const cutMonths = decisions.filter((row) => row.changeBp < 0).map((row) => row.announced.slice(0, 7));
    expect(cutMonths.filter((month, index) => month === cutMonths[index - 1]).length).toBeGreaterThanOrEqual(
      1,
    );
  });

  it("shares no date with the Federal Reserve's decisions or with NBER's recessions", () => {
    const dates = decisions.flatMap((row) => [row.announced, row.effective]);
    expect(dates.filter((date) => REAL_POLICY_DATES.includes(date))).toEqual([]);
    const months = data.recessions.flatMap((row) => [row.peak, row.trough]);
    expect(months.filter((month) => REAL_RECESSIONS.includes(month))).toEqual([]);
    expect(data.recessions.every((row) => row.peak < row.trough)).toBe(true);
  });
});
