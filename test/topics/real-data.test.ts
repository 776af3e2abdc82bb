import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { isAbsent } from "../../src/briefing/value.ts";
import { marketData, noMarketData } from "../data/shared-market-data.ts";
import { performanceOracle } from "../oracle/performance.ts";
import { ratecutOracle } from "../oracle/ratecut.ts";
import { sp500ToFolder, trailingValuationOracle } from "../oracle/trailing-valuation.ts";
import { briefingOf, numberOf } from "../support/folder-assistant.ts";

/** The bar: right to 0.01 percentage points. The two derivations agree far closer. */
const TOLERANCE = 1e-6;

function expectAgreement(briefing: Briefing, oracle: ReadonlyMap<string, number>): void {
  const wrong = [...oracle].flatMap(([key, expected]) => {
    const figure = briefing.figures.find((each) => each.key === key);
    if (!figure) return [`${key}: not computed, the derivation says ${expected}`];
    const { value } = figure;
    if (isAbsent(value)) return [`${key}: absent (${value.note}), the derivation says ${expected}`];
    return Math.abs(value - expected) <= TOLERANCE
      ? []
      : [`${key}: ${value}, the derivation says ${expected}`];
  });
  expect(wrong).toEqual([]);
}

const RATECUT_CASES = [
  { folder: "russell", line: "ratecut", options: { basis: "total" } },
  { folder: "russell", line: "ratecut basis=price", options: { basis: "price" } },
  { folder: "russell", line: "ratecut asof=2025-12-10", options: { basis: "total", asOf: "2025-12-10" } },
  {
    folder: "russell",
    line: "ratecut basis=price asof=2025-12-10",
    options: { basis: "price", asOf: "2025-12-10" },
  },
  { folder: "russell", line: "ratecut since=2001", options: { basis: "total", since: "2001-01-01" } },
  { folder: "french", line: "ratecut", options: { basis: "total" } },
] as const;

describe.skipIf(noMarketData)("ratecut on real data agrees with a derivation that shares no code", () => {
  it.each(RATECUT_CASES)("$folder: $line", async ({ folder, line, options }) => {
    const briefing = await briefingOf(join(marketData, folder), line);
    const { figures, bands, cuts } = ratecutOracle(join(marketData, folder), options);
    expect(figures.size).toBeGreaterThan(70);
    const exact = new Map([...figures].filter(([key]) => !/\.ci(Low|High)$/.test(key)));
    expectAgreement(briefing, exact);
    expect(numberOf(briefing, "ratecut.cuts")).toBe(cuts.length);
    for (const [key, [low, high]] of bands) {
      const figure = briefing.figures.find((each) => each.key === key);
      if (figure && !isAbsent(figure.value)) {
        expect(figure.value, key).toBeGreaterThanOrEqual(low - 1e-9);
        expect(figure.value, key).toBeLessThanOrEqual(high + 1e-9);
      }
    }
  });

  it("finds 58 cuts in seven cycles from 1990 to 2025", async () => {
    const briefing = await briefingOf(join(marketData, "russell"), "ratecut");
    expect(numberOf(briefing, "ratecut.cuts")).toBe(58);
    expect(numberOf(briefing, "ratecut.cycles")).toBe(7);
    expect(briefing.headline).toBe(
      "After Fed cuts: no clear small-cap edge; which cuts you count decides the sign · Russell 2000 / S&P 500",
    );
  });
});

describe.skipIf(noMarketData)("a period has run out once its last session has closed", () => {
  const read = async (line: string, key: string) =>
    numberOf(await briefingOf(join(marketData, "russell"), line), key);

  it("a window from a cut, on the closed day on which it ends", async () => {
    // Of 54 cuts to 7 Nov 2024 the last one's month ends on Saturday 7 December; its last close is Friday's.
    const line = "ratecut basis=price asof=2024-12-";
    expect(await read(`${line}06`, "ratecut.all.1m.n")).toBe(53);
    for (const day of ["07", "08", "09"]) expect(await read(`${line}${day}`, "ratecut.all.1m.n")).toBe(54);
    // A month from each month-end from January 1990 to April 2021 (Sunday 30 May): 31 years and four months.
    expect(await read("ratecut basis=price asof=2021-05-31", "ratecut.base.1m.n")).toBe(376);
  });

  it("a month, before Memorial Day and Good Friday", async () => {
    // Daily prices from September 1987: windows of 252 days from September 1988, of twelve months a year before.
    const [may2021, march2024] = [12 * (2021 - 1988) + 5 - 8, 12 * (2024 - 1988) + 3 - 8];
    expect([may2021, march2024]).toEqual([393, 427]);
    for (const [day, months] of [
      ["2021-05-27", may2021 - 1],
      ["2021-05-28", may2021],
      ["2021-05-31", may2021],
      ["2024-03-28", march2024],
      ["2024-03-29", march2024],
    ] as const)
      expect(await read(`volatility asof=${day}`, "volatility.history.n"), day).toBe(months);
    expect(await read("recovery basis=price asof=2021-05-28", "recovery.base.12m.n")).toBe(may2021);
    expect(await read("performance basis=price asof=2021-05-28", "performance.bestMonth12m.smallRank")).toBe(
      1,
    );
  });
});

const PERFORMANCE_CASES = [
  { folder: "russell", line: "performance", options: {} },
  { folder: "russell", line: "performance asof=2025-12-10", options: { asOf: "2025-12-10" } },
  { folder: "russell", line: "performance asof=2020-03-31", options: { asOf: "2020-03-31" } },
  { folder: "russell", line: "performance basis=price", options: { basis: "price" } },
  { folder: "french", line: "performance", options: {} },
] as const;

describe.skipIf(noMarketData)("performance on real data agrees with a derivation that shares no code", () => {
  it.each(PERFORMANCE_CASES)("$folder: $line", async ({ folder, line, options }) => {
    const briefing = await briefingOf(join(marketData, folder), line);
    const { figures, risk } = performanceOracle(join(marketData, folder), options);
    expect(figures.size).toBeGreaterThan(20);
    expectAgreement(briefing, figures);
    if (risk) {
      expect(numberOf(briefing, "performance.volatility252d.small")).toBeCloseTo(risk.volatilitySmall, 8);
      expect(numberOf(briefing, "performance.volatility252d.large")).toBeCloseTo(risk.volatilityLarge, 8);
      expect(numberOf(briefing, "performance.beta252d")).toBeCloseTo(risk.beta, 8);
      expect(numberOf(briefing, "performance.correlation252d")).toBeCloseTo(risk.correlation, 8);
    }
  });
});

describe.skipIf(noMarketData)("valuation on the trailing earnings of real companies", () => {
  let briefing: Briefing;
  const file = join(marketData, "raw", "sp500-constituents-financials.csv");
  beforeAll(async () => {
    const dir = mkdtempSync(join(tmpdir(), "smallcaps-sp500-"));
    sp500ToFolder(file, dir);
    briefing = await briefingOf(dir, "valuation");
  });

  it("agrees with a derivation that shares no code", () => {
    expectAgreement(briefing, trailingValuationOracle(file));
  });

  it("says in headline, labels and definitions that earnings are trailing", () => {
    expect(briefing.headline).toContain("trailing earnings");
    expect(numberOf(briefing, "valuation.basis")).toBe(-12);
    const pe = briefing.figures.filter(({ key }) => key.endsWith(".pe"));
    expect(pe).toHaveLength(8);
    for (const { label, definition } of pe)
      expect(`${label} ${definition}`).toMatch(/trailing P\/E.*reported over the last 12 months/s);
  });
});
