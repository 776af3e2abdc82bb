import { describe, expect, it } from "vitest";
import { MACRO_SERIES } from "../../src/market/datasets.ts";
import { overdue } from "../../src/market/freshness.ts";

describe("data are overdue once the next should have been out", () => {
  it.each([
    // Daily: Thursday before Easter to the Tuesday after is five days.
    { dataset: "levels", newest: { date: "2026-04-02", cadence: "daily" }, last: "2026-04-07" },
    // Monthly: 75 days after the end of the month that comes next.
    { dataset: "levels", newest: { date: "2024-12-31", cadence: "monthly" }, last: "2025-04-16" },
    { dataset: "levels", newest: { date: "2025-11-28", cadence: "monthly" }, last: "2026-03-16" },
    // A fund's next three months: its quarter ends on 31 December, its filing is public by 1 March, with eight days of grace.
    {
      dataset: "levels",
      newest: { date: "2026-09-30", cadence: "monthly", quarterly: true },
      last: "2027-03-09",
    },
    { dataset: "factors", newest: { date: "2024-12-31" }, last: "2025-04-16" },
    { dataset: "constituents", newest: { date: "2025-12-31" }, last: "2026-06-19" },
    { dataset: "valuationHistory", newest: { date: "2025-12-31" }, last: "2026-03-17" },
    { dataset: "revisions", newest: { date: "2025-12-31" }, last: "2026-03-17" },
    { dataset: "universe", newest: { date: "2025-01-01" }, last: "2026-02-05" },
    // Unemployment of October is out by 10 November at the latest, and a week is grace.
    { dataset: "macro", newest: { date: "2026-09-01", series: "unemployment_rate" }, last: "2026-11-17" },
    // September 2025 came on 20 November, and nothing after it until 16 December.
    { dataset: "macro", newest: { date: "2025-08-31", series: "unemployment_rate" }, last: "2025-11-27" },
    { dataset: "macro", newest: { date: "2025-09-30", series: "sahm" }, last: "2025-12-23" },
    // The week to 27 September came on 20 November, October's production with November's on 23 December.
    { dataset: "macro", newest: { date: "2025-09-20", series: "initial_claims" }, last: "2025-11-27" },
    { dataset: "macro", newest: { date: "2025-11-15", series: "initial_claims" }, last: "2025-12-04" },
    { dataset: "macro", newest: { date: "2025-09-30", series: "industrial_production" }, last: "2025-12-30" },
    { dataset: "macro", newest: { date: "2026-11-14", series: "initial_claims" }, last: "2026-12-03" },
    { dataset: "macro", newest: { date: "2026-11-19", series: "vix" }, last: "2026-11-27" },
  ] as const)("$dataset $newest: fresh up to $last", ({ dataset, newest, last }) => {
    expect(overdue(dataset, newest, newest.date)).toBeNull();
    expect(overdue(dataset, newest, last)).toBeNull();
    const dayAfter = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
    expect(overdue(dataset, newest, dayAfter)).toMatch(/^the data end on .* \d{4}; the next were due by/);
  });

  it("names both dates", () => {
    expect(overdue("levels", { date: "2024-12-31", cadence: "monthly" }, "2026-11-23")).toBe(
      "the data end on 31 Dec 2024; the next were due by 16 Apr 2025",
    );
  });

  it.each(["policyDecisions", "recessions", "calendar", "deals"] as const)(
    "%s are events: never due",
    (dataset) => {
      expect(overdue(dataset, { date: "1990-01-01" }, "2026-11-23")).toBeNull();
    },
  );

  it("knows every macro series, and wants to know which", () => {
    for (const series of MACRO_SERIES) {
      expect(overdue("macro", { date: "2026-11-01", series }, "2026-11-02"), series).toBeNull();
      expect(overdue("macro", { date: "2020-11-01", series }, "2026-11-02"), series).not.toBeNull();
    }
    expect(() => overdue("macro", { date: "2026-11-01" }, "2026-11-02")).toThrow(TypeError);
    expect(() => overdue("levels", { date: "2026-11-01" }, "2026-11-02")).toThrow(TypeError);
  });

  it("has nothing to say of an empty dataset", () => {
    expect(overdue("constituents", { date: "" }, "2026-11-23")).toBeNull();
  });
});
