import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { frameOf } from "../../src/briefing/frame.ts";
import type { Constituent, Datasets } from "../../src/market/datasets.ts";
import { marketData, noMarketData } from "../data/shared-market-data.ts";
import {
  assistantOn,
  briefingOf,
  figureValue,
  folderOf,
  member,
  numberOf,
} from "../support/folder-assistant.ts";

/*
 * Members on 31 Dec 2025, 100 shares each; FY1 ends 31 Dec 2026, so the next twelve months are FY1.
 *   small A: last 1, next 1.5 (was 1.4)   B: last 2, next 2.2 (was 2.3)   C: last -1, next 0.2 (was 0.1)
 *     in sum (150+220+20)/(100+200-100) - 1 = 95 %; profitable (370/300) - 1; median of 50 % and 10 % = 30 %
 *   large D: last 5, next 6 (was 6)
 *     20 % in all three
 * Revisions, up/down/kept:
 *   small Oct 30/70/100, Nov 20/80/100, Dec 60/40/100   three months 110/190/300: -80/300; one month 20/100
 *   large Oct 50/50/0,   Nov 50/50/0,   Dec 80/20/0     three months 180/120: 60/300; one month 60/100
 */
const row = (
  index: "small" | "large",
  ticker: string,
  [epsTtm, epsFy1, ago]: readonly [number, number, number],
): Constituent =>
  member(index, ticker, {
    price: 10,
    shares: 100,
    marketCap: 1000,
    epsTtm,
    epsFy1,
    epsFy2: 99,
    fy1End: "2026-12-31",
    epsFy1ThreeMonthsAgo: ago,
  });
const MEMBERS = [
  row("small", "A", [1, 1.5, 1.4]),
  row("small", "B", [2, 2.2, 2.3]),
  row("small", "C", [-1, 0.2, 0.1]),
  row("large", "D", [5, 6, 6]),
];
const revised = (
  index: "small" | "large",
  counts: readonly (readonly [number, number, number])[],
): Datasets["revisions"] =>
  counts.map(([up, down, unchanged], at) => ({ month: `2025-${10 + at}`, index, up, down, unchanged }));
const REVISIONS = [
  ...revised("small", [
    [30, 70, 100],
    [20, 80, 100],
    [60, 40, 100],
  ]),
  ...revised("large", [
    [50, 50, 0],
    [50, 50, 0],
    [80, 20, 0],
  ]),
].sort((a, b) => a.month.localeCompare(b.month));

describe("earnings", () => {
  let briefing: Briefing;
  beforeAll(async () => {
    briefing = await briefingOf(await folderOf({ constituents: MEMBERS, revisions: REVISIONS }), "earnings");
  });

  it.each([
    ["small.breadth.1m", 20],
    ["small.breadth.3m", (-100 * 80) / 300],
    ["large.breadth.1m", 60],
    ["large.breadth.3m", 20],
    ["breadthGap.1m", -40],
    ["breadthGap.3m", (-100 * 80) / 300 - 20],
    ["small.unchanged.3m", 50],
    ["large.unchanged.3m", 0],
    ["small.growth.aggIncl", 95],
    ["small.growth.profitable", 100 * (370 / 300 - 1)],
    ["small.growth.median", 30],
    ["large.growth.aggIncl", 20],
    ["growthGap.aggIncl", 75],
    ["growthGap.profitable", 100 * (370 / 300 - 1) - 20],
    ["growthGap.median", 10],
    ["small.losingShare", 100 / 3],
    ["small.growthCoverage", 100],
    ["small.companyBreadth3m", 100 / 3],
  ])("earnings.%s", (key, expected) => {
    expect(numberOf(briefing, `earnings.${key}`)).toBeCloseTo(expected, 9);
  });

  it("says both findings, and what is missing", () => {
    expect(briefing.headline).toBe(
      "Estimates of small-caps were cut more often than raised over three months, those of large-caps raised more often than cut; their expected growth is above that of large-caps in sum and at the median · Test Small / Test Large",
    );
    expect(figureValue(briefing, "earnings.large.companyBreadth3m")).toMatchObject({
      absent: "not_reported",
    });
    expect(figureValue(briefing, "earnings.small.breadthPercentile")).toMatchObject({
      absent: "too_few_points",
    });
    expect(figureValue(briefing, "earnings.small.realised5y")).toMatchObject({ absent: "too_few_points" });
    expect(figureValue(briefing, "earnings.realised5yGap")).toMatchObject({ absent: "too_few_points" });
  });

  it("draws growth with the source of the members, not that of the revisions", () => {
    const chart = briefing.charts.find(({ id }) => id === "earnings-growth");
    if (!chart) throw new Error("no chart of growth");
    expect(frameOf(briefing, chart).sourceLine).toContain("to 31 Dec 2025");
    expect(chart.sources?.map(({ dataset }) => dataset)).toEqual(["constituents"]);
  });
});

describe("earnings where one of the two datasets is missing", () => {
  it("speaks of growth alone", async () => {
    const briefing = await briefingOf(await folderOf({ constituents: MEMBERS }), "earnings");
    expect(briefing.headline).toMatch(/^Small-caps: their expected growth is above that of large-caps/);
    expect(figureValue(briefing, "earnings.small.breadth.3m")).toMatchObject({
      absent: "unavailable",
      note: expect.stringContaining("Add revisions.csv"),
    });
  });

  it("speaks of revisions alone, to the last month that both sides have", async () => {
    const late = [...REVISIONS, { month: "2026-01", index: "small" as const, up: 1, down: 0, unchanged: 0 }];
    const briefing = await briefingOf(await folderOf({ revisions: late }), "earnings asof=2026-02-01");
    expect(briefing.headline).toMatch(/raised more often than cut · Test Small \/ Test Large$/);
    expect(numberOf(briefing, "earnings.small.breadth.1m")).toBeCloseTo(20, 12);
    expect(briefing.figures[0]?.asOf).toBe("2025-12-31");
  });

  it("is refused with both remedies where there is neither, and the menu says so", async () => {
    const dir = await folderOf({ recessions: [{ peak: "2020-02", trough: "2020-04" }] });
    await expect(briefingOf(dir, "earnings asof=2025-12-31")).rejects.toMatchObject({
      message: expect.stringContaining("revisions or constituents"),
      hint: expect.stringMatching(/revisions\.csv.+ Or: .+constituents\.csv/),
    });
    const menu = await (await assistantOn(dir)).answer("");
    const waiting = menu.kind === "page" ? menu.page.sections : [];
    const needs = waiting.find(({ heading }) => heading === "Needs more data")?.lines ?? [];
    expect(needs.some((line) => line.startsWith("earnings: "))).toBe(true);
  });

  it("withholds each dataset's figures by its own age", async () => {
    const dir = await folderOf({ constituents: MEMBERS, revisions: REVISIONS });
    const briefing = await briefingOf(dir, "earnings asof=2026-03-20"); // revisions were due by 17 Mar
    expect(figureValue(briefing, "earnings.small.breadth.3m")).toMatchObject({ absent: "stale" });
    expect(numberOf(briefing, "earnings.small.growth.median")).toBeCloseTo(30, 9);
    expect(briefing.charts.map(({ id }) => id)).toEqual(["earnings-growth"]);
    const old = await briefingOf(dir, "earnings asof=2026-11-20");
    expect(old.headline).toContain("withheld, the data end on");
  });
});

describe("five years of reported earnings", () => {
  it("compare companies that are members on both dates", async () => {
    const then = MEMBERS.map((each) => ({ ...each, asOf: "2020-11-30", epsTtm: (each.epsTtm ?? 0) / 2 }));
    const briefing = await briefingOf(await folderOf({ constituents: [...then, ...MEMBERS] }), "earnings");
    // Both sides doubled, from 30 Nov 2020 to 31 Dec 2025: 1857 days.
    const doubled = 100 * (2 ** (365.25 / 1857) - 1);
    expect(numberOf(briefing, "earnings.small.realised5y")).toBeCloseTo(doubled, 9);
    expect(numberOf(briefing, "earnings.large.realised5y")).toBeCloseTo(doubled, 9);
    expect(numberOf(briefing, "earnings.realised5yGap")).toBeCloseTo(0, 9);
  });
});

describe.skipIf(noMarketData)("earnings on the real folders", () => {
  it.each(["russell", "french"])("%s holds neither estimates nor revisions", async (folder) => {
    await expect(briefingOf(join(marketData, folder), "earnings")).rejects.toMatchObject({
      code: "data_unavailable",
    });
  });
});
