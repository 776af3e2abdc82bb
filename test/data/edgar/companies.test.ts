import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { matchHolding } from "../../../src/data/edgar/companies/match.ts";
import { alike, nameKey } from "../../../src/data/edgar/companies/names.ts";
import { directoryOf, parseTickers } from "../../../src/data/edgar/companies/tickers.ts";
import { holdingsOf } from "../../../src/data/edgar/nport/holdings.ts";
import { parseFiling } from "../../../src/data/edgar/nport/parse.ts";
import type { Stock } from "../../../src/data/edgar/portfolio.ts";
import { marketData, noMarketData } from "../shared-market-data.ts";

const real = (name: string) => readFileSync(join(marketData, "raw", name), "utf8");
const stock = (name: string, ticker: string | null = null, title = name): Stock => ({
  name,
  title,
  ticker,
  sector: null,
  country: null,
  shares: 1,
  valueUsd: 1,
});
const REGISTER = directoryOf([
  { cik: 1_652_044, ticker: "GOOGL", title: "Alphabet Inc." },
  { cik: 1_652_044, ticker: "GOOG", title: "Alphabet Inc." },
  { cik: 1_067_983, ticker: "BRK-B", title: "BERKSHIRE HATHAWAY INC" },
  { cik: 1_018_724, ticker: "AMZN", title: "AMAZON COM INC" },
  { cik: 909_832, ticker: "COST", title: "COSTCO WHOLESALE CORP /NEW" },
  { cik: 728_535, ticker: "JBHT", title: "HUNT J B TRANSPORT SERVICES INC" },
  { cik: 36_104, ticker: "USB", title: "US BANCORP \\DE\\" },
  { cik: 1_326_801, ticker: "META", title: "Meta Platforms, Inc." },
  { cik: 1, ticker: "FB", title: "ProShares Trust" },
  { cik: 2, ticker: "AAA", title: "Twin Corp" },
  { cik: 3, ticker: "BBB", title: "TWIN INC" },
  { cik: 4, ticker: "V", title: "VISA INC." },
]);
const cikOf = (held: Stock) => {
  const match = matchHolding(held, REGISTER);
  return "cik" in match ? match.cik : match.reason;
};

describe("a holding's company", () => {
  it.each([
    [
      "share classes by dot, dash, blank, nothing",
      stock("Berkshire Hathaway Inc Class B", "BRK.B"),
      1_067_983,
    ],
    ["", stock("Berkshire Hathaway Inc Class B", "BRK B"), 1_067_983],
    ["", stock("BERKSHIRE HATHAWAY INC CLASS B", "BRKB"), 1_067_983],
    ["two tickers of one company", stock("ALPHABET INC CLASS C", "GOOG"), 1_652_044],
    ["the same by name", stock("Alphabet Inc.", null, "Alphabet Inc., Class C"), 1_652_044],
    ["punctuation", stock("Amazon.com, Inc."), 1_018_724],
    ["the register's suffix", stock("Costco Wholesale Corp."), 909_832],
    ["the register's order of names", stock("J.B. Hunt Transport Services, Inc."), 728_535],
    ["initials", stock("U.S. Bancorp"), 36_104],
    ["a ticker of one letter", stock("Visa Inc", "V"), 4],
  ])("is found: %s", (_, held, cik) => {
    expect(cikOf(held)).toBe(cik);
  });

  it("is found by name where the ticker is not in the register: a ticker that was changed", () => {
    expect(cikOf(stock("Meta Platforms Inc", "MVRS"))).toBe(1_326_801);
  });

  it("is none where its old ticker is another company's now", () => {
    expect(cikOf(stock("Facebook Inc", "FB"))).toBe("its ticker now belongs to ProShares Trust");
    expect(cikOf(stock("Meta Platforms Inc", "FB"))).toBe(1_326_801);
  });

  it("is none where two companies have its name, and found where its ticker tells", () => {
    expect(cikOf(stock("Twin Ltd"))).toBe("several companies have this name");
    expect(cikOf(stock("Twin Ltd", "BBB"))).toBe(3);
  });

  it("is none where nothing fits", () => {
    expect(cikOf(stock("N/A"))).toBe("not in the register of tickers");
    expect(cikOf(stock(""))).toBe("not in the register of tickers");
  });

  it("is not told by words that many companies share", () => {
    expect(alike("First Financial Bancorp", "First American Financial Corp")).toBe(false);
    expect(alike("Apple Inc", "Applied Materials Inc")).toBe(false);
    expect(alike("Westinghouse Air Brake Technologie", "WESTINGHOUSE AIR BRAKE TECHNOLOGIES CORP")).toBe(
      true,
    );
    expect(nameKey("Eli Lilly and Company")).toBe(nameKey("ELI LILLY & Co"));
  });

  it.skipIf(noMarketData)(
    "is found for every holding of a real filing that is in the real register's excerpt",
    () => {
      const register = parseTickers(real("api/xbrl/company_tickers_CUT50.json"));
      const { stocks } = holdingsOf(parseFiling(real("api/nport/QQQ_NPORT_000106783926000024.xml")));
      expect(stocks.every(({ ticker }) => ticker === null)).toBe(true);
      const found = stocks.flatMap((each) => {
        const match = matchHolding(each, directoryOf(register));
        return "cik" in match ? [match.ticker] : [];
      });
      // Read by eye from both files: two Alphabet classes, and eighteen others.
      const byEye =
        "AAPL ADBE AMD AMZN ASML AVGO COST CSCO GOOGL GOOGL LIN META MSFT NFLX NVDA PEP QCOM TSLA WMT".split(
          " ",
        );
      expect(found.sort()).toEqual(byEye);
    },
  );

  it.skipIf(noMarketData)(
    "is never another company: a real fund's names against another list of them",
    () => {
      const lines = real("sp500-constituents-financials.csv").trim().split(/\r?\n/).slice(1);
      const listed = lines.map((line, at) => {
        const [, ticker = "", name = ""] = /^([^,]+),("[^"]*"|[^,]*)/.exec(line) ?? [];
        return { cik: at + 1, ticker: ticker.replace(".", "-"), title: name.replaceAll('"', "") };
      });
      const directory = directoryOf(listed);
      const rows = [...real("ishares/IVV.csv").matchAll(/^"([^"]+)","([^"]+)","[^"]*","Equity"/gm)];
      expect(rows).toHaveLength(504);
      const wrong = rows.flatMap(([, ticker = "", name = ""]) => {
        const match = matchHolding(stock(name), directory);
        const other = "cik" in match && match.ticker.replace("-", "") !== ticker.replace(" US", "");
        return other ? [`${name} ${ticker} -> ${match.ticker}`] : [];
      });
      // Fiserv changed its ticker from FI to FISV: the same company.
      expect(wrong).toEqual(["FISERV INC FISV -> FI"]);
    },
  );
});

describe("the register of tickers", () => {
  it.each([
    ["cut short", '{"0":{"cik_str":1,'],
    ["another layout", '{"fields":["cik","name"],"data":[]}'],
    ["empty", "{}"],
  ])("is refused: %s", (_, body) => {
    expect(() => parseTickers(body)).toThrow(/cut short|as it used to be|no company/);
  });
});
