import { describe, expect, it } from "vitest";
import { directoryOf } from "../../../src/data/edgar/companies/tickers.ts";
import { membersOf } from "../../../src/data/edgar/constituents.ts";
import type { Fact } from "../../../src/data/edgar/frames/frame.ts";
import type { Stock } from "../../../src/data/edgar/portfolio.ts";

const BERKSHIRE = 1_067_983;
const DIRECTORY = directoryOf([
  { cik: BERKSHIRE, ticker: "BRK-B", title: "BERKSHIRE HATHAWAY INC" },
  { cik: BERKSHIRE, ticker: "BRK-A", title: "BERKSHIRE HATHAWAY INC" },
  { cik: 7, ticker: "AMBR", title: "Amber Corp" },
]);

/** Earnings per share of the year 2025. */
const earning = (eps: number) => (): ReadonlyMap<string, readonly Fact[]> => {
  const fact = {
    cik: 7,
    start: "2025-01-01",
    end: "2025-12-31",
    value: eps,
    accession: "0000950170-26-000001",
  };
  return new Map([["EarningsPerShareDiluted", [fact]]]);
};

const held = (change: Partial<Stock> = {}): Stock => ({
  name: "Amber Corp",
  title: "Amber Corp",
  ticker: null,
  sector: null,
  country: "US",
  shares: 100,
  valueUsd: 2_000, // 20 a share
  ...change,
});

function memberOf(stock: Stock, eps: number) {
  const portfolio = { fund: "Invented Fund", asOf: "2026-06-30", stocks: [stock], aside: [] };
  const { members, doubts, named } = membersOf("small", portfolio, DIRECTORY, earning(eps));
  return { member: members[0], doubts, named };
}

describe("a member", () => {
  it("has its company's ticker, the fund's price, and earnings a share", () => {
    const { member, doubts } = memberOf(held(), 2);
    expect(member).toMatchObject({ ticker: "AMBR", price: 20, epsTtm: 2, marketCap: null, shares: null });
    // By which its other share classes are told.
    expect(member?.company).toBe("CIK 7");
    expect(doubts).toEqual([]);
  });

  it.each([
    ["more than the price", 20.01],
    ["a loss of over ten times the price", -200.01],
  ])("is not covered where its earnings do not fit the price: %s", (_, eps) => {
    const { member, doubts, named } = memberOf(held(), eps);
    expect(member?.epsTtm).toBeNull();
    expect(doubts).toEqual([
      "Invented Fund: 1 of 1 stocks, 100.0% of their value, have no trailing earnings here; explain names them",
    ]);
    expect(named).toEqual([expect.stringMatching(/do not fit the price.*: Amber Corp$/)]);
  });

  it("is covered up to that", () => {
    expect(memberOf(held(), 20).member?.epsTtm).toBe(20);
    expect(memberOf(held(), -200).member?.epsTtm).toBe(-200);
  });

  it.each([
    ["B by its ticker", { ticker: "BRK.B" }, 30],
    ["B by a ticker without a dot", { ticker: "BRKB" }, 30],
    ["B by its title", { title: "Berkshire Hathaway Inc., Class B" }, 30],
    ["A by its title", { title: "BERKSHIRE HATHAWAY INC CL A", valueUsd: 80_000_000 }, 45_000],
  ])("has the earnings of its share class, of which 1,500 B are one A: %s", (_, change, eps) => {
    const stock = held({ name: "Berkshire Hathaway Inc", valueUsd: 50_000, ...change });
    expect(memberOf(stock, 45_000).member?.epsTtm).toBeCloseTo(eps, 9);
  });

  it("is not covered where its share class is not stated", () => {
    const { named } = memberOf(
      held({ name: "Berkshire Hathaway Inc", title: "Berkshire Hathaway Inc" }),
      45_000,
    );
    expect(named).toEqual([expect.stringContaining("share classes is held is not stated")]);
  });
});
