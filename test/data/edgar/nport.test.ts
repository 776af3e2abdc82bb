import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holdingsOf } from "../../../src/data/edgar/nport/holdings.ts";
import { parseListing } from "../../../src/data/edgar/nport/listing.ts";
import { parseFiling } from "../../../src/data/edgar/nport/parse.ts";
import { chainReturns, type ListedReturns } from "../../../src/data/edgar/nport/returns.ts";
import { marketData, noMarketData } from "../shared-market-data.ts";
import { CASH, companies, FUTURE, type FundFiling, listingAtom, nportXml, rowsOf } from "./world.ts";

const real = (name: string) => readFileSync(join(marketData, "raw/api/nport", name), "utf8");
const FILING: FundFiling = {
  series: "S900004344",
  classId: "C900012074",
  asOf: "2026-09-30",
  returns: ["-.05", "1.20462000", "N/A"],
  rows: [...rowsOf(companies(3)), CASH, FUTURE],
};

describe("a filing", () => {
  it("is read by its own names: as-of day, returns oldest first, N/A as not reported", () => {
    const filing = parseFiling(nportXml(FILING));
    expect(filing).toMatchObject({ seriesId: "S900004344", asOf: "2026-09-30", seriesName: "Invented Fund" });
    expect(filing.returns.get("C900012074")).toEqual([-0.05, 1.20462, null]);
    expect(filing.investments).toHaveLength(5);
  });

  it("keeps no licensed number", () => {
    const xml = nportXml(FILING)
      .replaceAll("000000000", "594918104")
      .replaceAll("US0000000000", "US5949181045");
    expect(JSON.stringify(holdingsOf(parseFiling(xml)))).not.toMatch(/594918/);
  });

  it("gives stocks, and counts cash and futures beside them", () => {
    const { stocks, aside } = holdingsOf(parseFiling(nportXml(FILING)));
    expect(stocks.map(({ name }) => name)).toEqual(companies(3).map(({ name }) => name));
    expect(aside).toEqual([
      { kind: "cash vehicles", count: 1, valueUsd: 1000 },
      { kind: "equity derivatives", count: 1, valueUsd: -500 },
    ]);
  });

  it("sets a short or unpriced stock aside", () => {
    const rows = [...rowsOf(companies(30)), { name: "Escrow CVR", balance: 500, valueUsd: 0 }];
    const { stocks, aside } = holdingsOf(parseFiling(nportXml({ ...FILING, rows })));
    expect([stocks.length, aside.map(({ count }) => count)]).toEqual([30, [1]]);
  });

  it.each([
    [
      "thousands",
      { netAssets: rowsOf(companies(3)).reduce((sum, row) => sum + row.valueUsd, 0) * 1000 },
      /missing or it is not/,
    ],
    [
      "a row that is not its percentage",
      { rows: [...rowsOf(companies(3)), { ...CASH, percent: 4 }] },
      /1 of 4 rows have a value/,
    ],
    ["another kind of fund", { rows: [CASH] }, /0 stocks are 0\.0 % of net assets/],
    ["rows missing", { netAssets: 3e8, rows: rowsOf(companies(1)) }, /rows are missing/],
  ])("is refused where it does not add up: %s", (_, change, why) => {
    expect(() => holdingsOf(parseFiling(nportXml({ ...FILING, ...change })))).toThrow(why);
  });

  it.each([
    ["cut short", (xml: string) => xml.slice(0, -200), /not well-formed/],
    ["another document", () => "<html><body>sorry</body></html>", /no N-PORT filing/],
    ["without its day", (xml: string) => xml.replace(/<repPdDate>.*?<\/repPdDate>/, ""), /no repPdDate/],
    ["with an impossible day", (xml: string) => xml.replace("2026-09-30", "2026-09-31"), /is not a date/],
    [
      "with words for a number",
      (xml: string) => xml.replace(/<valUSD>[^<]*/, "<valUSD>1,000"),
      /row 1, valUSD "1,000" is not a number/,
    ],
  ])("is refused %s", (_, change, why) => {
    expect(() => parseFiling(change(nportXml(FILING)))).toThrow(why);
  });

  it.skipIf(noMarketData)("adds up in the real files, to the last row", () => {
    // Sums by an XML reader of another language over the same files: 44 and 101 common stocks.
    const ark = parseFiling(real("ARKK_NPORT_000094040026025084.xml"));
    const held = holdingsOf(ark);
    expect(ark.investments).toHaveLength(46);
    expect(held.stocks.reduce((sum, { valueUsd }) => sum + valueUsd, 0)).toBeCloseTo(6_309_354_854.39, 1);
    expect(held.aside.map(({ kind, count }) => [kind, count])).toEqual([
      ["preferred stocks", 1],
      ["cash vehicles", 1],
    ]);
    const qqq = parseFiling(real("QQQ_NPORT_000106783926000024.xml"));
    expect(qqq.asOf).toBe("2026-03-31"); // repPdEnd, the fiscal year's end, is 2026-09-30
    expect(holdingsOf(qqq).stocks).toHaveLength(101);
    expect(holdingsOf(qqq).stocks.reduce((sum, { valueUsd }) => sum + valueUsd, 0)).toBeCloseTo(
      372_078_653_260.56,
      0,
    );
    expect(qqq.returns.get("C000271435")).toEqual([1.20462, -2.251641, -4.837888]);
    expect(qqq.investments.reduce((sum, { percent }) => sum + percent, 0)).toBeCloseTo(99.88170290857796, 9);
  });

  it.skipIf(noMarketData)("has returns without holdings, and holdings of a sample are refused", () => {
    const bond = parseFiling(real("AST_Bond_2022_no_holdings.xml"));
    expect(bond.returns.get("C000095824")).toEqual([0.34, 1.02, 0.13]);
    expect(() => holdingsOf(bond)).toThrow(/0 stocks/);
    expect(() => holdingsOf(parseFiling(real("official_sample1.xml")))).toThrow(/net assets of 0/);
  });
});

const quarter = (asOf: string, returns: (number | null)[], filed = `${asOf}x`): ListedReturns => ({
  accession: `0001752724-26-${filed.length}${asOf.slice(5, 7)}000`.slice(0, 20),
  filed,
  filing: { asOf, seriesName: "Invented Fund", returns: new Map([["C1", returns]]) },
});

describe("monthly returns", () => {
  it("chain over filings: 100 x 1.02 x 0.99 x 1.01 x 1.05 x 0.98 x 1.03", () => {
    const { levels, gaps } = chainReturns(
      [quarter("2026-06-30", [5, -2, 3]), quarter("2026-03-31", [2, -1, 1])],
      "C1",
    );
    expect(levels.map(({ date }) => date)).toEqual([
      "2025-12-31",
      "2026-01-31",
      "2026-02-28",
      "2026-03-31",
      "2026-04-30",
      "2026-05-31",
      "2026-06-30",
    ]);
    expect(levels[0]?.value).toBe(100);
    expect(levels.at(-1)?.value).toBeCloseTo(100 * 1.02 * 0.99 * 1.01 * 1.05 * 0.98 * 1.03, 9);
    expect(gaps).toEqual([]);
  });

  it("are never bridged over a month that no filing reports", () => {
    const { levels, gaps } = chainReturns(
      [
        quarter("2025-09-30", [9, 9, 9]),
        quarter("2026-03-31", [2, null, 1]),
        quarter("2026-06-30", [5, -2, 3]),
      ],
      "C1",
    );
    expect(gaps).toEqual(["2025-10", "2025-11", "2025-12", "2026-02"]);
    expect(levels[0]).toEqual({ date: "2026-02-28", value: 100, filed: "2026-03-31x" });
    expect(levels).toHaveLength(5);
  });

  it("of an amended filing are those filed last", () => {
    const { levels } = chainReturns(
      [quarter("2026-06-30", [1, 1, 1], "2026-09-15"), quarter("2026-06-30", [5, -2, 3], "2026-08-28")],
      "C1",
    );
    expect(levels.at(-1)?.value).toBeCloseTo(103.0301, 9);
    expect(levels.at(-1)?.filed).toBe("2026-08-28"); // there were returns of these months since then
  });

  it.each([
    ["the sample's stand-in", [-100, -100, -100], /-100 % in a month is impossible/],
    ["decimals for percent", [0.05, -0.02, 0.03], /decimals where others are percent/],
  ])("that cannot be are refused: %s", (_, returns, why) => {
    const good = [1, 2, 3].map((n) => quarter(`2025-0${n * 3}-${n === 1 ? 31 : 30}`, [4, -3, 2]));
    const { refused, levels } = chainReturns([...good, quarter("2025-12-31", returns)], "C1");
    expect(refused).toEqual([expect.stringMatching(why)]);
    expect(levels.at(-1)?.date).toBe("2025-09-30");
  });

  it("of another class are not taken", () => {
    expect(() => chainReturns([quarter("2026-06-30", [5, -2, 3])], "C2")).toThrow(/class C2/);
  });

  it("give levels whose ratios are the returns, whatever they are", () => {
    const month = fc.double({ min: -30, max: 30, noNaN: true }).filter((value) => Math.abs(value) > 0.2);
    fc.assert(
      fc.property(fc.array(fc.tuple(month, month, month), { minLength: 1, maxLength: 8 }), (quarters) => {
        const filings = quarters.map((returns, at) => {
          const end = new Date(Date.UTC(2020, 3 + at * 3, 0)).toISOString().slice(0, 10);
          return quarter(end, returns);
        });
        const { levels } = chainReturns(filings, "C1");
        const ratios = levels.slice(1).map(({ value }, at) => 100 * (value / (levels[at]?.value ?? 0) - 1));
        quarters.flat().forEach((value, at) => void expect(ratios[at]).toBeCloseTo(value, 6));
      }),
    );
  });
});

describe("the list of a series' filings", () => {
  it("gives N-PORT filings and their corrections, no other form", () => {
    const filings = [
      { accession: "0001752724-26-000002", filed: "2026-11-28" },
      { accession: "0001752724-26-000001", filed: "2026-08-28", form: "NPORT-P/A" },
      { accession: "0001752724-26-000003", filed: "2026-08-28", form: "NPORT-EX" },
    ];
    expect(parseListing(listingAtom(filings)).map(({ accession }) => accession)).toEqual([
      "0001752724-26-000002",
      "0001752724-26-000001",
    ]);
  });

  it("is refused where it is another document, or an entry has no number", () => {
    expect(() => parseListing("<rss/>")).toThrow(/no list of filings/);
    expect(() => parseListing(listingAtom([{ accession: "n/a", filed: "2026-11-28" }]))).toThrow(
      /without a number/,
    );
  });
});
