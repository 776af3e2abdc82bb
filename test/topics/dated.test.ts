import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { frameOf, sourceLine } from "../../src/briefing/frame.ts";
import { isAbsent } from "../../src/briefing/value.ts";
import type { Point } from "../../src/market/datasets.ts";
import { marketData, noMarketData } from "../data/shared-market-data.ts";
import { briefingOf, folderOf, monthlyLevels } from "../support/folder-assistant.ts";

/** The weekdays from `from` to `to`, each a little above or below the one before. */
function dailyLevels(from: string, to: string, slope: number): readonly Point[] {
  const points: Point[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
    const weekday = new Date(at).getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    const value = 100 + slope * points.length + Math.sin(points.length);
    points.push({ date: new Date(at).toISOString().slice(0, 10), value });
  }
  return points;
}

const growing = (slope: number) => Array.from({ length: 37 }, (_, month) => 100 + slope * month);
/** Total returns by the month to 31 Jan 2026, prices by the day to 25 Feb 2026. */
const LEVELS = {
  small_total: monthlyLevels("2023-01", growing(1)),
  large_total: monthlyLevels("2023-01", growing(1.2)),
  small_price: dailyLevels("2024-12-02", "2026-02-25", 0.05),
  large_price: dailyLevels("2024-12-02", "2026-02-25", 0.04),
};
const CUTS = ["2023-03-15", "2024-09-18"].map((announced) => ({
  announced,
  effective: announced,
  changeBp: -25,
  targetUpper: 4,
  scheduled: true,
}));

let dir = "";
beforeAll(async () => {
  dir = await folderOf({ levels: LEVELS, policyDecisions: CUTS });
});

const lineUnder = (briefing: Briefing, id: string) => {
  const chart = briefing.charts.find((each) => each.id === id);
  if (!chart) throw new Error(`no chart ${id} among ${briefing.charts.map((each) => each.id).join(", ")}`);
  return frameOf(briefing, chart).sourceLine;
};
const figureOf = (briefing: Briefing, key: string) => briefing.figures.find((each) => each.key === key);

describe("a source line, where monthly total returns end before daily prices", () => {
  it("is dated under each chart by the series drawn", async () => {
    const briefing = await briefingOf(dir, "performance");
    expect(lineUnder(briefing, "performance-year")).toMatch(/, to 25 Feb 2026, retrieved/);
    for (const id of ["performance-history", "performance-discrete"])
      expect(lineUnder(briefing, id)).toMatch(/, to 31 Jan 2026, retrieved/);
    expect(sourceLine(briefing.sources)).toMatch(/, to 31 Jan 2026 and 25 Feb 2026, retrieved/);
  });

  it.each([
    ["ratecut", "31 Jan 2026"],
    ["ratecut basis=price", "25 Feb 2026"],
    ["performance basis=price", "25 Feb 2026"],
    ["ratecut asof=2026-02-10", "31 Jan 2026"],
    ["ratecut asof=2026-01-15", "31 Dec 2025"],
    ["performance basis=price asof=2026-01-15", "15 Jan 2026"],
  ])("of %s is dated %s", async (line, to) => {
    const briefing = await briefingOf(dir, line);
    expect(sourceLine(briefing.sources)).toContain(`Hand-made test market, to ${to}, retrieved`);
    // Of daily levels the history draws month-ends only, and is dated by the last of them.
    for (const chart of briefing.charts.filter(({ id }) => id !== "performance-history"))
      expect(frameOf(briefing, chart).sourceLine).toContain(`, to ${to}, retrieved`);
  });

  it("of daily levels drawn by the month is dated by the last month-end", async () => {
    const briefing = await briefingOf(dir, "performance basis=price");
    expect(lineUnder(briefing, "performance-history")).toMatch(/, to 30 Jan 2026, retrieved/);
  });

  it("agrees with the figures: each has its own date, and so has its source", async () => {
    const briefing = await briefingOf(dir, "performance");
    for (const [key, to] of [
      ["performance.12m.small", "2026-01-31"],
      ["performance.5d.small", "2026-02-25"],
    ] as const) {
      const figure = figureOf(briefing, key);
      expect([figure?.asOf, figure?.sources[0]?.asOf], key).toEqual([to, to]);
    }
  });
});

describe.skipIf(noMarketData)("a source line on real data", () => {
  it.each([
    ["russell", "performance asof=2026-02-25", "30 Jan 2026 and 25 Feb 2026"],
    ["russell", "performance basis=price asof=2026-02-25", "25 Feb 2026"],
    ["russell", "ratecut asof=2026-02-25", "30 Jan 2026"],
    ["russell", "ratecut basis=price asof=2026-02-25", "25 Feb 2026"],
    ["russell", "ratecut", "31 Jul 2026"],
    ["french", "ratecut", "30 Nov 2025"],
    ["french", "performance asof=2025-06-15", "31 May 2025"],
  ])("%s: %s", async (folder, line, to) => {
    const briefing = await briefingOf(join(marketData, folder), line);
    expect(sourceLine(briefing.sources)).toContain(`, to ${to}, retrieved`);
  });
});

describe("window=", () => {
  it("puts figures, table, note and chart of that window first", async () => {
    const briefing = await briefingOf(dir, "performance window=3m");
    expect(briefing.figures[0]?.key).toBe("performance.3m.small");
    expect(briefing.tables[0]?.rows[0]?.cells[0]).toBe("performance.3m.small");
    expect(briefing.notes[0]).toMatch(/^Three months, 31 Oct 2025 to 31 Jan 2026: small \+\d/);
    const [chart] = briefing.charts;
    expect(chart).toMatchObject({ id: "performance-3m", kind: "line", asOf: "2026-02-25" });
    if (chart?.kind !== "line") throw new Error("no line chart");
    expect(chart.series[0]?.points[0]?.[0]).toBe("2025-11-25");
    expect(chart.alt).toMatch(/Three months to 31 Jan 2026, total return: small \+/);
  });

  it("computes the same figures whichever window leads", async () => {
    const valued = async (line: string) =>
      new Map((await briefingOf(dir, line)).figures.map(({ key, value }) => [key, value]));
    const usual = await valued("performance");
    for (const window of ["1d", "mtd", "6m"]) {
      const led = await valued(`performance window=${window}`);
      expect(Object.fromEntries(led)).toEqual(Object.fromEntries(usual));
    }
    expect([...usual.values()].some((value) => !isAbsent(value))).toBe(true);
  });

  it.each([
    ["1d", "performance-year", "2025-02-25"],
    ["5d", "performance-5d", "2026-02-18"],
    ["mtd", "performance-mtd", "2026-01-30"],
    ["ytd", "performance-ytd", "2025-12-31"],
    ["12m", "performance-year", "2025-02-25"],
  ])("draws %s from the close that opens it, or the year where that is no line", async (window, id, from) => {
    const [chart] = (await briefingOf(dir, `performance window=${window}`)).charts;
    expect(chart?.id).toBe(id);
    expect(chart?.kind === "line" ? chart.series[0]?.points[0]?.[0] : null).toBe(from);
  });
});
