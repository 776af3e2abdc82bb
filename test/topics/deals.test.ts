import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import type { Deal } from "../../src/market/datasets.ts";
import { marketData, noMarketData } from "../data/shared-market-data.ts";
import { briefingOf, figureValue, folderOf, monthlyLevels, numberOf } from "../support/folder-assistant.ts";

/*
 * One deal on the 10th of each month from January 2010 to December 2024, and two in each month of 2025 (the 10th and
 * the 20th, 1 bn and 3 bn), but in December the 10th alone. As of 31 Dec 2025:
 *   twelve months 11·2 + 1 = 23, the year before 12: +91.7 %. Year to date the same.
 *   month-ends from January 2011 on: 168 to December 2024 of 12 each, then 13, 14, … 23 to November, 23 in December.
 *   Of these 180 the count of 23 is met twice and 178 are below: (178 + 1)/180. Median 12, highest 23 (November).
 * One more announcement is a later word on a deal, one a blank-cheque company.
 */
const deal = (announced: string, target: string, valueUsd: number | null = null): Deal => ({
  announced,
  target,
  acquirer: null,
  valueUsd,
});
const months = Array.from({ length: 192 }, (_, at) => {
  const month = `${2010 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  const more = at >= 180 && at < 191 ? [deal(`${month}-20`, `Second ${month}`, 3e9)] : [];
  return [deal(`${month}-10`, `First ${month}`, at >= 180 ? 1e9 : null), ...more];
});
const DEALS = [
  ...months.flat(),
  deal("2025-12-11", "FIRST 2025-12", 2e9),
  deal("2025-12-12", "Test Acquisition Corp"),
].sort((a, b) => a.announced.localeCompare(b.announced));
const folder = (deals: readonly Deal[]) => folderOf({ deals });

describe("deals", () => {
  let briefing: Briefing;
  beforeAll(async () => {
    briefing = await briefingOf(await folder(DEALS), "deals asof=2025-12-31");
  });

  it.each([
    ["ttm.count", 23],
    ["ttm.previous", 12],
    ["ttm.change", (100 * 11) / 12],
    ["ttm.percentile", (100 * 179) / 180],
    ["history.median", 12],
    ["history.highest", 23],
    ["ytd.count", 23],
    ["ytd.previous", 12],
    ["year.2024", 12],
    ["year.2025", 23],
    ["value.total", 12 + 33],
    ["value.median", 1],
    ["value.disclosed", 100],
    ["counted", 203],
    ["repeated", 1],
    ["blankCheques", 1],
  ])("deals.%s", (key, expected) => {
    expect(numberOf(briefing, `deals.${key}`)).toBeCloseTo(expected, 9);
  });

  it("says where the count stands, and what the data cannot say", () => {
    expect(briefing.headline).toBe(
      "More takeovers than in the year before; the twelve-month count is near the highest of its history · the whole market",
    );
    expect(briefing.caveats[0]).toContain("The data begin on 10 Jan 2010: a record of earlier years");
    expect(briefing.figures.find(({ key }) => key === "deals.history.highest")?.label).toContain("Nov 2025");
    expect(briefing.charts[1]?.title).toBe("No earlier year of the data had more takeovers to the same day");
  });
});

describe("deals with less to go by", () => {
  it("counts to the as-of date alone", async () => {
    const briefing = await briefingOf(await folder(DEALS), "deals asof=2025-06-15");
    expect(numberOf(briefing, "deals.ttm.count")).toBe(6 + 5 * 2 + 1); // Jul-Dec 2024, Jan-May, 10 June 2025
    expect(numberOf(briefing, "deals.ytd.previous")).toBe(6);
  });

  it("ends where the file does, and says so", async () => {
    const briefing = await briefingOf(await folder(DEALS), "deals asof=2026-10-30");
    expect(briefing.figures[0]?.asOf).toBe("2025-12-10");
    expect(briefing.caveats.join("\n")).toContain("The last takeover in the data is of 10 Dec 2025");
  });

  it("has no percentile of fewer than 120 month-ends, no year before the first, and no change from none", async () => {
    const short = DEALS.filter(({ announced }) => announced > "2016");
    const briefing = await briefingOf(await folder(short), "deals asof=2025-11-30");
    expect(figureValue(briefing, "deals.ttm.percentile")).toMatchObject({ absent: "too_few_points" });
    expect(briefing.headline).toMatch(/^More takeovers than in the year before ·/);
    const shorter = await briefingOf(await folder(DEALS.slice(-3)), "deals asof=2025-12-31");
    expect(figureValue(shorter, "deals.ttm.count")).toMatchObject({ absent: "too_few_points" });
    expect(shorter.headline).toMatch(/^Takeovers: the data are too short/);
    expect(shorter.charts).toEqual([]);
    const gap = [deal("2023-01-05", "Old"), deal("2025-12-01", "New")];
    const none = await briefingOf(await folder(gap), "deals asof=2025-12-05");
    expect(figureValue(none, "deals.ttm.change")).toMatchObject({ absent: "not_meaningful" });
  });

  it("is refused before the first deal", async () => {
    await expect(briefingOf(await folder(DEALS), "deals asof=2009-12-31")).rejects.toMatchObject({
      code: "data_unavailable",
    });
  });

  it("names no pair: takeovers are of the whole market, whatever else the folder holds", async () => {
    const levels = {
      small_total: monthlyLevels("2024-01", [1, 2]),
      large_total: monthlyLevels("2024-01", [1, 2]),
    };
    const briefing = await briefingOf(await folderOf({ deals: DEALS, levels }), "deals asof=2025-12-31");
    expect(briefing.pair).toBe("the whole market");
  });
});

describe.skipIf(noMarketData)("deals on the real folders", () => {
  it.each(["russell", "french"])("%s holds no takeovers: refused with the remedy", async (name) => {
    await expect(briefingOf(join(marketData, name), "deals")).rejects.toMatchObject({
      code: "data_unavailable",
      hint: expect.stringContaining("deals.csv"),
    });
  });
});
