import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openIShares } from "../../../src/data/ishares/ishares.ts";
import { membersOf } from "../../../src/data/ishares/members.ts";
import { parseHoldings } from "../../../src/data/ishares/parse.ts";
import { faultOf } from "../fault-of.ts";
import { temporaryFolder } from "../http/serve.ts";
import { marketData, noMarketData } from "../shared-market-data.ts";

const OLD =
  "Ticker,Name,Sector,Asset Class,Market Value,Weight (%),Notional Value,Quantity,Price,Location,Exchange,Currency,FX Rate,Market Currency,Accrual Date";
const NEW =
  "Ticker,Name,Type,Sector,Asset Class,Market Value,Notional Value,Quantity,Price,Location,Exchange,Currency,FX Rate,Market Currency,Accrual Date,Market Weight,Notional Weight";
const old = (
  ticker: string,
  name: string,
  kind: string,
  value: string,
  weight: string,
  quantity: string,
  price: string,
  exchange = "NYSE",
) =>
  [
    ticker,
    name,
    "Industrials",
    kind,
    value,
    weight,
    value,
    quantity,
    price,
    "United States",
    exchange,
    "USD",
    "1.00",
    "USD",
    "-",
  ]
    .map((cell) => `"${cell}"`)
    .join(",");
const young = (
  ticker: string,
  name: string,
  type: string,
  kind: string,
  value: string,
  weight: string,
  quantity: string,
  price: string,
) =>
  [
    ticker,
    name,
    type,
    "Financials",
    kind,
    value,
    value,
    quantity,
    price,
    "United States",
    "NYSE",
    "USD",
    "1.00",
    "USD",
    "-",
    weight,
    weight,
  ]
    .map((cell) => `"${cell}"`)
    .join(",");

/** Invented: 6,000 + 3,000 in companies, one of them with the ticker CASH, 1,000 aside. */
const ROWS = [
  old("AAA", "ALPHA, INC", "Equity", "6,000.00", "60.00", "600.00", "10.00"),
  old("CASH", "A REAL COMPANY", "Equity", "3,000.00", "30.00", "100.00", "30.00"),
  old("-", "ALPHA CVR", "Equity", "1.00", "0.01", "100.00", "0.01", "NO MARKET (E.G. UNLISTED)"),
  old("USD", "USD CASH", "Cash", "899.00", "8.99", "899.00", "100.00"),
  old("XTSLA", "BLK CSH FND", "Money Market", "100.00", "1.00", "100.00", "1.00"),
  old("RTYM6", "EMINI", "Futures", "0.00", "0.00", "2.00", "2,852.90"),
];
const END = [" \u00a0", "“The content contained herein is owned or licensed by BlackRock", '"unbalanced'];
const fileOf = (
  rows: readonly string[],
  change: { fund?: string; header?: string; date?: string; end?: readonly string[] } = {},
) =>
  `\ufeff${[change.fund ?? "iShares Russell 2000 ETF", `Fund Holdings as of,"${change.date ?? "May 05, 2026"}"`, 'Stock,"-"', "\u00a0", change.header ?? OLD, ...rows, ...(change.end ?? END)].join("\n")}`;
const read = (text: string) => parseHoldings(Buffer.from(text));

describe("a holdings file", () => {
  it("gives companies, and sets aside what is none, whatever its ticker", () => {
    const file = read(fileOf(ROWS));
    expect(file).toMatchObject({
      side: "small",
      fund: "iShares Russell 2000 ETF",
      asOf: "2026-05-05",
      doubts: [],
    });
    expect(file?.holdings.map(({ ticker, name, value, weight }) => [ticker, name, value, weight])).toEqual([
      ["AAA", "ALPHA, INC", 6000, 60],
      ["CASH", "A REAL COMPANY", 3000, 30],
    ]);
    expect(file?.aside).toEqual([
      { kind: "unlisted", count: 1, value: 1 },
      { kind: "cash", count: 2, value: 999 },
      { kind: "future", count: 1, value: 0 },
    ]);
  });

  it("of the other layout too, swaps and warrants aside", () => {
    const rows = [
      young("AAA", "ALPHA", "EQUITY", "Equity", "9,000.00", "90.00", "900.00", "10.00"),
      young("AAA", "ALPHA", "SWAP", "Equity", "0.00", "-", "50.00", "10.00"),
      young("WWW", "WARRANT", "WARRANT", "Equity", "10.00", "0.10", "10.00", "1.00"),
      young("USD", "USD CASH", "CASH", "Cash", "990.00", "9.90", "-2,000.00", "100.00"),
    ];
    const file = read(fileOf(rows, { fund: "iShares Core S&P Small-Cap ETF", header: NEW }));
    expect(file?.holdings.length).toBe(1);
    expect(file?.aside.map(({ kind, count }) => [kind, count])).toEqual([
      ["swap", 1],
      ["warrant", 1],
      ["cash", 1],
    ]);
  });

  it("of another fund is not of either side", () => {
    expect(read(fileOf(ROWS, { fund: "iShares Gold Trust" }))).toBeNull();
  });

  it.each<[string, string, RegExp]>([
    [
      "another header",
      fileOf(ROWS, { header: OLD.replace("Market Value", "Value") }),
      /no column "Market Value"/,
    ],
    ["no header", fileOf(ROWS, { header: "Symbol,Name" }), /no line begins with Ticker,Name/],
    ["no end", fileOf(ROWS, { end: [] }), /cut short/],
    ["rows missing", fileOf(ROWS.slice(1)), /add up to 40.00 %/],
    ["a row cut", fileOf([...ROWS.slice(0, 5), '"RTYM6","EMINI"']), /layout has changed/],
    [
      "thousands in one row",
      fileOf([old("AAA", "ALPHA", "Equity", "6.00", "60.00", "600.00", "10.00"), ...ROWS.slice(1)]),
      /a unit has changed/,
    ],
    [
      "a price in cents",
      fileOf([old("AAA", "ALPHA", "Equity", "6,000.00", "60.00", "600.00", "1,000.00"), ...ROWS.slice(1)]),
      /600 shares at 1000 are not 6000/,
    ],
    ["another currency", fileOf(ROWS.map((row) => row.replaceAll('"USD"', '"GBP"'))), /is in GBP/],
    ["no date", fileOf(ROWS, { date: "-" }), /no date/],
    ["words", fileOf([ROWS[0]?.replace("6,000.00", "six") ?? "", ...ROWS.slice(1)]), /"six" is not a number/],
  ])("with %s is refused", (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});

describe("the folder of holdings files", () => {
  it("gives the preferred fund's newest file, and says what is wrong with others", async () => {
    const dir = await temporaryFolder();
    await writeFile(join(dir, "old.csv"), fileOf(ROWS, { date: "Apr 05, 2026" }));
    await writeFile(join(dir, "new.csv"), fileOf(ROWS));
    await writeFile(join(dir, "ahead.csv"), fileOf(ROWS, { date: "Jun 05, 2026" }));
    await writeFile(join(dir, "broken.csv"), fileOf(ROWS.slice(1)));
    const folder = openIShares(dir, () => "2026-05-20");
    const { asOf, source } = await folder.holdings("small");
    expect([asOf, source.dataset]).toEqual(["2026-05-05", "holdings of iShares Russell 2000 ETF"]);
    expect((await faultOf(folder.holdings("large"))).message).toMatch(/broken\.csv: the weights add up/);
    const [card] = (await folder.cards?.()) ?? [];
    expect(card?.lastFault).toMatch(/ahead\.csv: is dated 2026-06-05, after today; broken\.csv/);
    await writeFile(join(dir, "new.csv"), fileOf(ROWS, { date: "May 15, 2026" }));
    expect((await folder.holdings("small")).asOf).toBe("2026-05-15");
  });

  it("says what a fund holds beside companies' shares", async () => {
    const dir = await temporaryFolder();
    await writeFile(join(dir, "small.csv"), fileOf(ROWS));
    await writeFile(join(dir, "large.csv"), fileOf(ROWS, { fund: "iShares Core S&P 500 ETF" }));
    const { source } = await membersOf(openIShares(dir, () => "2026-05-20")).fetch("constituents");
    // Of 9,000 in companies: 1 is 0.01 %, 999 are 11.1 %, futures carry none.
    expect(source.doubts?.slice(0, 2)).toEqual(
      ["iShares Russell 2000 ETF", "iShares Core S&P 500 ETF"].map(
        (fund) =>
          `${fund}: set aside, in percent of its stocks: 1 unlisted (below 0.1%), 2 cash (11.1%), 1 future (without value)`,
      ),
    );
  });

  it.skipIf(noMarketData)(
    "of the real files, both layouts: to the last row, and to their own totals",
    async () => {
      const dir = await temporaryFolder();
      for (const name of ["IWM", "IVV", "IJR"])
        await copyFile(join(marketData, `raw/ishares/${name}.csv`), join(dir, `${name}.csv`));
      // Counted by looking for quoted rows: 1,929, 508 and 665.
      const counted = async (name: string) =>
        (await readFile(join(dir, `${name}.csv`), "utf8"))
          .split("\n")
          .filter((line) => /^"[^"]*","[^"]*","[^"]*","/.test(line)).length;
      expect(await Promise.all(["IWM", "IVV", "IJR"].map(counted))).toEqual([1929, 508, 665]);
      const sums = await Promise.all(
        ["IWM", "IVV", "IJR"].map(async (name) => {
          const file = parseHoldings(await readFile(join(dir, `${name}.csv`)));
          const aside = file?.aside ?? [];
          const rows = (file?.holdings.length ?? 0) + aside.reduce((sum, { count }) => sum + count, 0);
          const value =
            (file?.holdings ?? []).reduce((sum, each) => sum + each.value, 0) +
            aside.reduce((sum, each) => sum + each.value, 0);
          return [file?.holdings.length, rows, Math.round(value)];
        }),
      );
      expect(sums).toEqual([
        [1916, 1929, 79_332_456_870],
        [503, 508, 841_155_180_672],
        [604, 665, 106_962_096_915],
      ]);
      const folder = openIShares(dir, () => "2026-08-01");
      expect([(await folder.holdings("small")).fund, (await folder.holdings("large")).fund]).toEqual([
        "iShares Russell 2000 ETF",
        "iShares Core S&P 500 ETF",
      ]);
      const { data, source } = await membersOf(folder).fetch("constituents");
      expect([data.length, source.pair?.label]).toEqual([
        2419,
        "Fund iShares Russell 2000 ETF / fund iShares Core S&P 500 ETF",
      ]);
      expect(data.find(({ ticker }) => ticker === "NVDA")).toMatchObject({
        marketCap: null,
        position: { valueUsd: 66_485_993_542.11 },
        price: 210.69,
        epsFy1: null,
      });
    },
  );
});
