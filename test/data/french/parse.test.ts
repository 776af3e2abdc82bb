import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { parseFactors, parseSizeLevels } from "../../../src/data/french/parse.ts";
import { extractCsv } from "../../../src/data/french/zip.ts";
import type { Point } from "../../../src/market/datasets.ts";
import { marketData, noMarketData } from "../shared-market-data.ts";
import { factorsCsv, ME_HEADER, ME_ROWS, meCsv, meZip, zipOf } from "./library-server.ts";

const TODAY = "2026-01-15";
const TITLE = "  Value Weight Returns -- Monthly";
const PREAMBLE = [
  "This file was created by CMPT_ME_RETS using the 202512 CRSP database.",
  "It contains value- and equal-weighted returns for size portfolios.",
  "Annual returns are from January to December.",
  "Missing data are indicated by -99.99 or -999.",
];

describe("the size portfolios", () => {
  // By hand: 100 · 1.10 = 110, · 0.50 = 55, · 1.0007 = 55.0385; 100 · 0.95 = 95, · 1.20 = 114, · 1 = 114.
  const small = [100, 110, 55, 55.0385];
  const large = [100, 95, 114, 114];
  const dates = ["2025-09-30", "2025-10-31", "2025-11-30", "2025-12-31"];

  it.each([
    ["without a title", []],
    ["with a title", [TITLE]],
    ["with a blank line above the header", ["", ""]],
    ["with a preamble and no title", [...PREAMBLE, ""]],
    ["with a preamble and a title", [...PREAMBLE, "", TITLE]],
    [
      "with the longer title of other vintages",
      [...PREAMBLE, "", "  Average Value Weighted Returns -- Monthly"],
    ],
  ])("are read from the first block %s", (_, before) => {
    const levels = parseSizeLevels(meCsv(ME_ROWS, before), TODAY);
    expect(levels.small_total?.map(({ date }) => date)).toEqual(dates);
    expect(levels.large_total?.map(({ date }) => date)).toEqual(dates);
    for (const [at, value] of small.entries()) expect(levels.small_total?.[at]?.value).toBeCloseTo(value, 9);
    for (const [at, value] of large.entries()) expect(levels.large_total?.[at]?.value).toBeCloseTo(value, 9);
  });

  it("start after the leading months that are marked missing, each on its own", () => {
    const rows = [
      "202509, 1, -99.99, 1, 1",
      "202510, 1, -999, 1, 1",
      "202511, 1, 1, 1, 1",
      "202512, 1, 1, 1, 1",
    ];
    const levels = parseSizeLevels(meCsv(rows), TODAY);
    expect(levels.small_total?.map(({ date }) => date)).toEqual(["2025-10-31", "2025-11-30", "2025-12-31"]);
    expect(levels.large_total?.[0]?.date).toBe("2025-08-31");
  });

  it("find their columns by name", () => {
    const text = meCsv().replaceAll("Lo 30,Med 40,Hi 30", "Hi 30,Med 40,Lo 30");
    const levels = parseSizeLevels(text, TODAY);
    expect(levels.large_total?.[1]?.value).toBeCloseTo(110, 9);
  });

  const row = (month: string, cell = "1.00") => `${month},  -99.99,   ${cell},    1.00,   1.00`;
  const months = (...rows: readonly string[]) => meCsv(rows);
  it.each([
    [
      "an equal-weighted first block",
      meCsv(ME_ROWS, ["  Equal Weight Returns -- Monthly"]),
      /"Equal Weight Returns/,
    ],
    [
      "the same with a blank line below",
      meCsv(ME_ROWS, ["  Equal Weight Returns -- Monthly", ""]),
      /"Equal Weight/,
    ],
    [
      "an annual first block",
      meCsv(ME_ROWS, ["  Value Weight Returns -- Annual from January to December"]),
      /Annual/,
    ],
    ["a count of firms", meCsv(ME_ROWS, ["  Number of Firms in Portfolios"]), /"Number of Firms/],
    [
      "a block that moved down",
      `${ME_HEADER}\n202510,1,1,1,1\n\n${meCsv(ME_ROWS, [TITLE])}`,
      /no longer the first/,
    ],
    ["years in the first block", meCsv(["  2025, 1, 1, 1, 1"]), /does not start with a month but "2025"/],
    ["no header", "just\ntext", /no header line/],
    ["a renamed column", meCsv().replaceAll("Lo 30", "Small 30"), /column "Lo 30" is missing in the header/],
    ["a repeated column", meCsv().replaceAll("Med 40", "Lo 30"), /column "Lo 30" stands there twice/],
    ["no rows", meCsv([]), /block is empty/],
    ["a row too short", months("202512, -99.99, 1.00"), /line 2 has 3 cells, the header has 5/],
    ["a month 13", months("202513,1,1,1,1"), /"202513"/],
    ["a repeated month", months(row("202511"), row("202511")), /month 2025-11 stands after 2025-11/],
    ["a missing month", months(row("202510"), row("202512")), /month 2025-12 stands after 2025-10/],
    ["months out of order", months(row("202512"), row("202511")), /month 2025-11 stands after 2025-12/],
    ["a month that is not over", months(row("202601")), /2026-01 is not over on 2026-01-15/],
    [
      "a gap inside",
      months(row("202510"), row("202511", "-99.99"), row("202512")),
      /month 2025-11: "-99.99" means missing/,
    ],
    ["a gap at the end", months(row("202511"), row("202512", "-999")), /month 2025-12: "-999" means missing/],
    ["nothing but gaps", months(row("202512", "-999")), /column "Lo 30" reports no month/],
    ["a loss of everything", months(row("202512", "-100")), /month 2025-12: "-100" is a loss of everything/],
    ["text", months(row("202512", "n/a")), /month 2025-12: "n\/a" is not a number/],
    ["a blank", months(row("202512", "")), /month 2025-12: "" is not a number/],
  ])("are refused with %s", (_, text, message) => {
    expect(() => parseSizeLevels(text, TODAY)).toThrow(message);
  });

  it("are refused when they seem to have turned from percent into decimals", () => {
    const rows = Array.from({ length: 60 }, (_, at) =>
      row(`${2020 + Math.floor(at / 12)}${String((at % 12) + 1).padStart(2, "0")}`, "0.0312"),
    );
    expect(() => parseSizeLevels(meCsv(rows), TODAY)).toThrow(/column "Lo 30" seems to hold decimals/);
  });
});

describe("the factors", () => {
  it("become decimals exactly as one would type them", () => {
    expect(parseFactors(factorsCsv(), TODAY)).toEqual([
      { month: "2025-11", mktRf: 0.0289, smb: -0.0255, hml: -0.0005, rf: 0.0022 },
      { month: "2025-12", mktRf: 0, smb: 0.01, hml: 0.02, rf: 0.03 },
    ]);
  });

  it("start where all four columns do", () => {
    const months = parseFactors(
      factorsCsv(["202510,1,-99.99,-99.99,1", "202511,1,2,-999,1", "202512,1,2,3,4"]),
      TODAY,
    );
    expect(months).toEqual([{ month: "2025-12", mktRf: 0.01, smb: 0.02, hml: 0.03, rf: 0.04 }]);
  });

  it("are refused when the annual block comes first", () => {
    const text = factorsCsv().slice(factorsCsv().indexOf(" Annual Factors"));
    expect(() => parseFactors(text, TODAY)).toThrow(/"Annual Factors: January-December"/);
  });
});

describe("the zip archive", () => {
  it("is refused without the CSV, naming what it holds", () => {
    expect(() => extractCsv(zipOf("readme.txt", "x"), "a.csv")).toThrow(
      "the zip file holds no a.csv (but readme.txt)",
    );
  });

  it("is refused when one bit of the packed data has changed", () => {
    const zip = Buffer.from(meZip());
    let refused = 0;
    for (let at = 60; at < 160; at += 1) {
      const bent = Buffer.from(zip);
      bent[at] = (bent[at] ?? 0) ^ 1;
      try {
        expect(extractCsv(bent, "Portfolios_Formed_on_ME.csv")).toBe(meCsv());
      } catch (error) {
        expect(String(error)).toMatch(/cut short or damaged/);
        refused += 1;
      }
    }
    expect(refused).toBe(100);
  });

  it("is refused when it would unpack to more than a CSV of this kind can be, whatever it claims", () => {
    const bomb = zipOf("a.csv", "0".repeat(21_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    expect(() => extractCsv(bomb, "a.csv")).toThrow("a.csv would unpack to 21000000 bytes: refused");
    const liar = Buffer.from(bomb);
    const entry = liar.lastIndexOf("PK\u0001\u0002");
    liar.writeUInt32LE(1000, entry + 24);
    liar.writeUInt32LE(1000, 22);
    expect(() => extractCsv(liar, "a.csv")).toThrow(/cut short or damaged/);
  });
});

describe.skipIf(noMarketData)("the library's real files in ../shared/market-data", () => {
  const raw = async () => readFile(join(marketData, "raw/french/Portfolios_Formed_on_ME.CSV"), "utf8");
  const returnsOf = (points: readonly Point[]) =>
    new Map(
      points.slice(1).map(({ date, value }, at) => [date, value / (points[at]?.value ?? Number.NaN) - 1]),
    );

  it("give 1,182 monthly returns from 1926-07 to 2024-12", async () => {
    const levels = parseSizeLevels(await raw(), "2025-01-31");
    for (const points of [levels.small_total, levels.large_total]) {
      expect(points?.length).toBe(1 + 1182);
      expect([points?.[0], points?.at(-1)?.date]).toEqual([{ date: "1926-06-30", value: 100 }, "2024-12-31"]);
    }
    // As printed in the file's first row: Lo 30 0.14 %, Hi 30 3.42 %.
    expect(levels.small_total?.[1]?.value).toBeCloseTo(100.14, 9);
    expect(levels.large_total?.[1]?.value).toBeCloseTo(103.42, 9);
  });

  it("agree with another vintage to a few basis points in the median, and closely since 1963", async () => {
    const levels = parseSizeLevels(await raw(), "2025-01-31");
    const other: Record<string, Point[]> = {};
    const lines = (await readFile(join(marketData, "french/levels.csv"), "utf8"))
      .trimEnd()
      .split("\n")
      .slice(1);
    for (const line of lines) {
      const [date = "", series = "", value = ""] = line.split(",");
      other[series] ??= [{ date: "1926-06-30", value: 100 }];
      other[series].push({ date, value: Number(value) });
    }
    // Measured: before 1963 single months of the small side differ by up to 230 bp (CRSP rewrote that history).
    const tolerances = {
      small_total: { median: 4.5, since1963: 33 },
      large_total: { median: 1.5, since1963: 33 },
    };
    for (const series of ["small_total", "large_total"] as const) {
      const theirs = returnsOf(other[series] ?? []);
      const ours = [...returnsOf(levels[series] ?? [])];
      const gaps = ours.map(([date, value]) => ({
        date,
        bp: Math.abs(value - (theirs.get(date) ?? Number.NaN)) * 10_000,
      }));
      const sorted = gaps.map(({ bp }) => bp).toSorted((a, b) => a - b);
      expect(gaps.length).toBe(1182);
      expect(sorted[591]).toBeLessThan(tolerances[series].median);
      const late = gaps.filter(({ date }) => date >= "1963-07").map(({ bp }) => bp);
      expect(Math.max(...late)).toBeLessThan(tolerances[series].since1963);
      expect(sorted.at(-1)).toBeLessThan(231);
    }
  });

  it("give the same factors as the prepared folder, month by month", async () => {
    const zip = await readFile(join(marketData, "raw/french/F-F_Research_Data_Factors_CSV.zip"));
    const text = extractCsv(zip, "F-F_Research_Data_Factors.csv");
    expect(text).toBe(Buffer.from(Object.values(unzipSync(zip))[0] ?? []).toString());
    const lines = (await readFile(join(marketData, "french/factors.csv"), "utf8"))
      .trimEnd()
      .split("\n")
      .slice(1);
    expect(parseFactors(text, "2026-02-28")).toEqual(
      lines.map((line) => {
        const [month, ...values] = line.split(",");
        const [mktRf, smb, hml, rf] = values.map(Number);
        return { month, mktRf, smb, hml, rf };
      }),
    );
  });
});
