import { describe, expect, it } from "vitest";
import { companiesOf, repeatedLines } from "../../src/market/companies.ts";
import type { Constituent } from "../../src/market/datasets.ts";
import { briefingOf, folderOf, member, numberOf } from "../support/folder-assistant.ts";

const line = (ticker: string, name: string, given: Partial<Constituent> = {}) =>
  member("large", ticker, { name, sector: "Communication", ...given });

describe("share classes of one company", () => {
  it.each([
    [
      "by its number, whatever the names",
      line("LILA", "Liberty", { company: "CIK 1" }),
      line("LILAK", "Other", { company: "CIK 1" }),
      1,
    ],
    [
      "by one name with classes",
      line("GOOGL", "ALPHABET INC CLASS A"),
      line("GOOG", "ALPHABET INC CLASS C"),
      1,
    ],
    [
      "by one name in brackets",
      line("FOXA", "Fox Corporation (Class A)"),
      line("FOX", "Fox Corporation (Class B)"),
      1,
    ],
    [
      "where one class is not named",
      line("CENTA", "CENTRAL GARDEN AND PET CLASS A"),
      line("CENT", "CENTRAL GARDEN AND PET"),
      1,
    ],
    ["by tickers with a dot", line("BRK.A", "Berkshire Hathaway"), line("BRK.B", "Berkshire Hathaway"), 1],
    ["but not two banks of one name", line("FBP", "FIRST BANCORP"), line("FBNC", "FIRST BANCORP"), 2],
    ["nor two that nothing calls a class", line("S1", "Small Co"), line("S2", "Small Co"), 2],
    [
      "nor two of different numbers",
      line("AB", "Same", { company: "CIK 1" }),
      line("ABC", "Same", { company: "CIK 2" }),
      2,
    ],
    ["nor two without a name", line("BF.A", "-"), line("BF.B", "-"), 2],
    ["nor two whose tickers only are near", line("NWS", "News Corp"), line("NWSA", "Northwest Savings"), 2],
  ] as const)("are one %s", (_, one, other, companies) => {
    expect(companiesOf([one, other]).length).toBe(companies);
    expect(companiesOf([other, one]).length).toBe(companies);
  });

  it("are their largest line, which the others complete", () => {
    const small = line("FOX", "Fox (Class B)", { marketCap: 1, analysts: 3, ebit: 7 });
    const large = line("FOXA", "Fox (Class A)", { marketCap: 2, analysts: 9 });
    expect(companiesOf([small, large])).toEqual([{ ...large, ebit: 7 }]);
  });

  it("are told where each is given the whole company's market cap", () => {
    // 4,217.1 / 344.82 and 4,179.6 / 341.75: 12.23 both times. 282 / 26 and 60 / 30 are a class each.
    const whole = [
      line("GOOGL", "Alphabet (Class A)", { price: 344.82, marketCap: 4217.126256 }),
      line("GOOG", "Alphabet (Class C)", { price: 341.75, marketCap: 4179.58042 }),
    ];
    const parts = [
      line("NWSA", "News Corp Class A", { price: 26, marketCap: 282 }),
      line("NWS", "News Corp Class B", { price: 30, marketCap: 60 }),
    ];
    expect(repeatedLines([...whole, ...parts])).toEqual(["GOOG"]);
    const held = whole.map((row) => ({ ...row, position: { shares: 5, valueUsd: 10 } }));
    expect(repeatedLines(held)).toEqual([]);
  });
});

describe("figures of companies", () => {
  /*
   * Large: Fox twice (EBIT 10, interest 10: cover 1), E (60/10 = 6), F (30/10 = 3).
   * Once each: sum 100/30, median 3, below 1.5 one of three; analysts (12 + 6 + 3) / 3 = 7.
   * Twice counted they would be 110/40, 2, two of four, and 33/4.
   */
  const owes = { sector: "Communication", interestExpense: 10 } as const;
  const MARKET = [
    line("FOXA", "Fox Corp Class A", { ...owes, ebit: 10, analysts: 12, marketCap: 9, price: 3 }),
    line("FOX", "Fox Corp Class B", { ...owes, ebit: 10, analysts: 12, marketCap: 4, price: 2 }),
    line("E", "E", { ...owes, ebit: 60, analysts: 6 }),
    line("F", "F", { ...owes, ebit: 30, analysts: 3 }),
    member("small", "S", { ...owes, ebit: 20, analysts: 1 }),
  ];

  it("count a company once", async () => {
    const dir = await folderOf({ constituents: MARKET });
    const debt = await briefingOf(dir, "debt");
    expect(numberOf(debt, "debt.large.interestCover")).toBeCloseTo(100 / 30, 12);
    expect(numberOf(debt, "debt.large.interestCoverMedian")).toBe(3);
    expect(numberOf(debt, "debt.large.thinCoverShare")).toBeCloseTo(100 / 3, 12);
    expect(numberOf(debt, "debt.large.nonFinancials")).toBe(3);
    const coverage = await briefingOf(dir, "coverage");
    expect(numberOf(coverage, "coverage.large.mean")).toBe(7);
    expect(numberOf(coverage, "coverage.large.members")).toBe(3);
  });

  it("of a P/E hold each line as the data have it, and a caveat says which repeat their company's", async () => {
    const rows = [
      line("GOOGL", "Alphabet Class A", { price: 10, marketCap: 1000, epsTtm: 0.5 }),
      line("GOOG", "Alphabet Class C", { price: 9.9, marketCap: 990, epsTtm: 0.5 }),
      line("X", "X", { price: 5, marketCap: 500, epsTtm: 1 }),
      member("small", "S", { price: 10, marketCap: 100, epsTtm: 1 }),
    ];
    const valuation = await briefingOf(await folderOf({ constituents: rows }), "valuation");
    // (1,000 + 990 + 500) / (50 + 50 + 100)
    expect(numberOf(valuation, "valuation.large.aggIncl.pe")).toBeCloseTo(12.45, 12);
    expect(valuation.caveats.join(" ")).toContain("weighs more than once: GOOG.");
  });
});
