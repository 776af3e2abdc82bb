import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { removeDir } from "../support/remove-dir.ts";
import { performanceOracle } from "./performance.ts";
import { ratecutOracle } from "./ratecut.ts";
import { sp500ToFolder, trailingValuationOracle } from "./trailing-valuation.ts";

const marketData = fileURLToPath(new URL("../../../shared/market-data", import.meta.url));
const russell = join(marketData, "russell");
const french = join(marketData, "french");
const sp500 = join(marketData, "raw", "sp500-constituents-financials.csv");
const absent = !existsSync(marketData);
if (absent)
  console.warn("\n*** ../shared/market-data IS ABSENT: the oracle is NOT checked against real data ***\n");

const scratch = mkdtempSync(join(tmpdir(), "smallcaps-oracle-"));
afterAll(() => removeDir(scratch));

const FIRST_CUTS = [
  "1990-07-13",
  "1995-07-06",
  "1998-09-29",
  "2001-01-03",
  "2007-09-18",
  "2019-07-31",
  "2024-09-18",
];

describe("the oracle on invented levels, where every number can be done in the head", () => {
  /** Monthly small levels; large stays at 100. Cuts in January and March 2000, a rise in April, a cut in May. */
  const folder = scratchFolder({
    "levels.csv": [
      "date,series,value",
      ...[
        "1999-12-31,100",
        "2000-01-31,100",
        "2000-02-29,110",
        "2000-03-31,120",
        "2000-04-28,126",
        "2000-05-31,100",
      ]
        .concat(["2000-06-30,90", "2000-07-31,80"])
        .flatMap((row) => [row.replace(",", ",small_total,"), row.replace(/,.*/, ",large_total,100")]),
    ],
    "policy-decisions.csv": [
      "announced,effective,change_bp,target_upper,scheduled",
      "2000-01-10,2000-01-10,-25,5,true",
      "2000-03-02,2000-03-02,-25,4.75,false",
      "2000-04-04,2000-04-04,25,5,true",
      "2000-05-16,2000-05-16,-25,4.75,true",
    ],
  });

  it("averages windows by sample, cycle and base", () => {
    const { figures, windows } = ratecutOracle(folder, { basis: "total" });
    // January +10 %, March 120 to 126 = +5 %, May 100 to 90 = −10 %.
    expect(windows.get("2000-01-10.1m")).toBeCloseTo(10, 9);
    expect(windows.get("2000-03-02.1m")).toBeCloseTo(5, 9);
    expect(windows.get("2000-05-16.1m")).toBeCloseTo(-10, 9);
    expect(figures.get("ratecut.all.1m.mean")).toBeCloseTo(5 / 3, 9);
    expect(figures.get("ratecut.all.1m.median")).toBeCloseTo(5, 9);
    expect(figures.get("ratecut.all.1m.hit")).toBeCloseTo(200 / 3, 9);
    expect(figures.get("ratecut.first.1m.mean")).toBeCloseTo(0, 9);
    expect(figures.get("ratecut.scheduled.1m.n")).toBe(2);
    expect(figures.get("ratecut.cycles")).toBe(2);
    // Seven one-month windows from 1999-12-31: 0, 10, 100/11, 5, −2600/126, −10, −100/9.
    expect(figures.get("ratecut.base.1m.n")).toBe(7);
    expect(figures.get("ratecut.base.1m.mean")).toBeCloseTo(
      (10 + 100 / 11 + 5 - 2600 / 126 - 10 - 100 / 9) / 7,
      9,
    );
    // Three months: January 100 to 126; March 120 to 90; May is incomplete and dropped.
    expect(figures.get("ratecut.all.3m.n")).toBe(2);
    expect(figures.get("ratecut.all.3m.mean")).toBeCloseTo((26 - 25) / 2, 9);
    // Two cycles began in 2000, so a key by year names neither.
    expect(figures.get("ratecut.cycle.2000.3m.mean")).toBeUndefined();
    expect(figures.get("ratecut.all.6m.n")).toBe(1);
    expect(figures.get("ratecut.all.12m.mean")).toBeUndefined();
  });

  it("knows only what was announced and dated by the as-of date", () => {
    const { cuts, windows } = ratecutOracle(folder, { basis: "total", asOf: "2000-04-27" });
    expect(cuts.map((cut) => cut.announced)).toEqual(["2000-01-10", "2000-03-02"]);
    expect([...windows.keys()]).toEqual(["2000-01-10.1m"]);
  });

  it("measures to date from the last month-end before the running period", () => {
    const { figures, windows } = performanceOracle(folder, { asOf: "2000-03-31" });
    expect(windows.get("ytd")).toBe("1999-12-31..2000-03-31");
    expect(windows.get("qtd")).toBe("1999-12-31..2000-03-31");
    expect(windows.get("mtd")).toBe("2000-02-29..2000-03-31");
    expect(figures.get("performance.ytd.small")).toBeCloseTo(20, 9);
    expect(figures.get("performance.1d.small")).toBeUndefined();
  });

  it("takes a last month-end in December as the end of its own year", () => {
    const dates = ["1998-12-31", "1999-11-30", "1999-12-31"];
    const levels = dates.flatMap((date, i) => [
      `${date},small_total,${100 + 10 * i}`,
      `${date},large_total,100`,
    ]);
    const yearEnd = scratchFolder({ "levels.csv": ["date,series,value", ...levels] });
    const { figures, windows } = performanceOracle(yearEnd, { asOf: "2000-01-15" });
    expect(windows.get("ytd")).toBe("1998-12-31..1999-12-31");
    expect(figures.get("performance.ytd.relative")).toBeCloseTo(20, 9);
  });

  it("starts daily windows at the next close and ends them at the last close on or before the clamped day", () => {
    const dates = [
      "2000-01-28",
      "2000-01-31",
      "2000-02-25",
      "2000-02-29",
      "2000-03-01",
      "2000-03-31",
      "2000-04-28",
    ];
    const levels = dates.flatMap((date, i) => [`${date},small_price,${100 + i}`, `${date},large_price,100`]);
    const daily = scratchFolder({
      "levels.csv": ["date,series,value", ...levels],
      "policy-decisions.csv": [
        "announced,effective,change_bp,target_upper,scheduled",
        "2000-01-29,2000-01-29,-25,5,false",
      ],
    });
    const { figures, windows } = ratecutOracle(daily, { basis: "price" });
    // Saturday the 29th: from Monday 31 January (101) to 29 February (103), the 31st clamped.
    expect(windows.get("2000-01-29.1m")).toBeCloseTo((100 * 2) / 101, 9);
    // 30 April, three months on, is after the last date: incomplete.
    expect(windows.get("2000-01-29.3m")).toBeUndefined();
    // Base: 31 January and 29 February (to 29 March: the close of 1 March, 104); 31 March is incomplete.
    expect(figures.get("ratecut.base.1m.n")).toBe(2);
    expect(figures.get("ratecut.base.1m.mean")).toBeCloseTo((200 / 101 + 100 / 103) / 2, 9);
  });

  it("lists the bootstrap's samples of two cycles: AA, AB, BA, BB", () => {
    const { figures, bands } = ratecutOracle(folder, { basis: "total" });
    // A = {10, 5}, B = {−10}: means 7.5 (1/4), 5/3 (1/2), −10 (1/4).
    expect(figures.get("ratecut.all.1m.ciLow")).toBeCloseTo(-10, 9);
    expect(figures.get("ratecut.all.1m.ciHigh")).toBeCloseTo(7.5, 9);
    expect(bands.get("ratecut.all.1m.ciHigh")?.map((bound) => Number(bound.toFixed(9)))).toEqual([7.5, 7.5]);
  });

  it("values members by hand", () => {
    const file = join(scratch, "members.csv");
    writeFileSync(
      file,
      [
        "Symbol,Name,Sector,Price,Earnings/Share,Market Cap",
        'AA,"Alpha, Inc.",Tools,100,10,1000', // earns 100
        "BB,Beta,Tools,50,-5,500", // loses 50
        "CC,Gamma,Tools,20,1,400", // earns 20
        "DD,Delta,Tools,20,1,", // uncovered
        "EE,Epsilon,Tools,,,100", // uncovered
      ].join("\n"),
    );
    const figures = trailingValuationOracle(file);
    expect(figures.get("valuation.large.aggIncl.pe")).toBeCloseTo(1900 / 70, 9);
    expect(figures.get("valuation.large.aggExLoss.pe")).toBeCloseTo(1400 / 120, 9);
    expect(figures.get("valuation.large.profitable.pe")).toBeCloseTo(1400 / 120, 9);
    expect(figures.get("valuation.large.median.pe")).toBeCloseTo(15, 9);
    expect(figures.get("valuation.large.lossShareCount")).toBeCloseTo(100 / 3, 9);
    expect(figures.get("valuation.large.lossShareCap")).toBeCloseTo(50_000 / 1900, 9);
    expect(figures.get("valuation.large.coverage")).toBeCloseTo(95, 9);
    expect(figures.get("valuation.small.aggIncl.pe")).toBeUndefined();
  });
});

describe.skipIf(absent)("the oracle on real data (needs ../shared/market-data)", () => {
  it("counts the cuts and the cycles", () => {
    const { cuts, figures } = ratecutOracle(russell, { basis: "total" });
    expect(cuts).toHaveLength(58);
    expect(figures.get("ratecut.cycles")).toBe(7);
    expect(cuts.filter((cut) => cut.first).map((cut) => cut.announced)).toEqual(FIRST_CUTS);
    expect(cuts.map((cut) => cut.announced)).toContain("2008-12-16");
    expect(cuts.filter((cut) => cut.announced.startsWith("2025")).at(2)?.announced).toBe("2025-12-10");
    // By cycle, counted in DOMAIN.md's list: 18 + 3 + 3 + 13 + 10 + 5 + 6.
    const sizes = FIRST_CUTS.map((date) => cuts.filter((cut) => cut.cycle === date).length);
    expect(sizes).toEqual([18, 3, 3, 13, 10, 5, 6]);
    // From 1994: 40 cuts, less 8 between meetings.
    expect(cuts.filter((cut) => cut.scheduled)).toHaveLength(32);
  });

  it("counts the windows", () => {
    const { figures } = ratecutOracle(russell, { basis: "total" });
    // To July 2026: 12 months on, the cuts from 17 September 2025 are incomplete; 24 months on, those of 2024 too.
    const counts = [1, 3, 6, 12, 24].map((h) => figures.get(`ratecut.all.${h}m.n`));
    expect(counts).toEqual([58, 58, 58, 55, 52]);
    expect(figures.get("ratecut.first.24m.n")).toBe(6);
    // Month-ends from January 1990 to July 2026 number 439; h of them start no complete window.
    const base = [1, 3, 6, 12, 24].map((h) => figures.get(`ratecut.base.${h}m.n`));
    expect(base).toEqual([438, 436, 433, 427, 415]);
    // The French data end before the last cut was announced.
    expect(ratecutOracle(french, { basis: "total" }).cuts).toHaveLength(57);
  });

  it("measures one monthly window as by hand", () => {
    const { windows } = ratecutOracle(russell, { basis: "total" });
    // Announced 2008-12-16: month-ends of December 2008 and January 2009.
    const byHand = 100 * (1928.33 / 2169.65 - 1330.51001 / 1452.97998);
    expect(windows.get("2008-12-16.1m")).toBeCloseTo(byHand, 6);
    expect(byHand).toBeCloseTo(-2.69, 2);
  });

  it("measures one daily window as by hand", () => {
    const { windows } = ratecutOracle(russell, { basis: "price" });
    // Announced on Sunday 2020-03-15: closes of Monday 16 March and of Thursday 16 April.
    const byHand = 100 * (1178.09 / 1037.42 - 2799.55 / 2386.1299);
    expect(windows.get("2020-03-15.1m")).toBeCloseTo(byHand, 6);
    expect(byHand).toBeCloseTo(-3.77, 2);
  });

  it("measures performance as by hand", () => {
    const { figures, windows, risk } = performanceOracle(russell, { asOf: "2025-12-10" });
    expect(windows.get("6m")).toBe("2025-05-30..2025-11-28");
    expect(windows.get("5d")).toBe("2025-12-03..2025-12-10");
    expect(windows.get("qtd")).toBe("2025-09-30..2025-12-10");
    expect(windows.get("discrete12m.5")).toBe("2020-11-30..2021-11-30");
    expect(figures.get("performance.6m.small")).toBeCloseTo(100 * (13604.314902 / 11152.863213 - 1), 6);
    // The periods chain: 1 + r1 is the 12-month return.
    expect(figures.get("performance.discrete12m.1.small")).toBe(figures.get("performance.12m.small"));
    // beta = correlation × volatility ratio.
    const ratio = (risk?.volatilitySmall ?? 0) / (risk?.volatilityLarge ?? 1);
    expect(risk?.beta).toBeCloseTo((risk?.correlation ?? 0) * ratio, 9);
  });

  it("has no days in monthly data", () => {
    const { figures, windows, risk } = performanceOracle(french);
    expect(figures.has("performance.1d.small")).toBe(false);
    expect(figures.has("performance.5d.small")).toBe(false);
    expect(risk).toBeUndefined();
    expect(windows.get("mtd")).toBe("2025-10-31..2025-11-30");
    expect(windows.get("qtd")).toBe("2025-09-30..2025-11-30");
    // The portfolio's own November return, as levels compound it.
    expect(figures.get("performance.mtd.small")).toBeCloseTo(2.48, 6);
  });

  it("turns the S&P 500 members into two halves", () => {
    const dir = join(scratch, "sp500");
    sp500ToFolder(sp500, dir);
    const lines = readFileSync(join(dir, "constituents.csv"), "utf8").trim().split("\n");
    expect(lines).toHaveLength(504);
    expect(lines.filter((line) => line.startsWith("2026-08-21,large,"))).toHaveLength(250);
    // Commas outside quotes: 21 columns in every row.
    const widths = new Set(lines.map((line) => line.replaceAll(/"[^"]*"/g, "").split(",").length));
    expect([...widths]).toEqual([21]);
    expect(JSON.parse(readFileSync(join(dir, "source.json"), "utf8"))).toMatchObject({
      retrievedAt: "2026-08-21",
    });
  });

  it("values the halves consistently", () => {
    const figures = trailingValuationOracle(sp500);
    for (const index of ["small", "large"]) {
      const incl = figures.get(`valuation.${index}.aggIncl.pe`) ?? 0;
      const exLoss = figures.get(`valuation.${index}.aggExLoss.pe`) ?? 0;
      expect(exLoss).toBeLessThan(incl);
      // No member has a trailing EPS of exactly 0, so the two screens keep the same members.
      expect(figures.get(`valuation.${index}.profitable.pe`)).toBe(exLoss);
    }
    // 9 of the 250 larger and 21 of the 219 covered smaller members lose money.
    expect(figures.get("valuation.large.lossShareCount")).toBeCloseTo(900 / 250, 9);
    expect(figures.get("valuation.small.lossShareCount")).toBeCloseTo(2100 / 219, 9);
  });
});

function scratchFolder(files: Record<string, readonly string[]>): string {
  const dir = mkdtempSync(join(scratch, "folder-"));
  for (const [name, lines] of Object.entries(files)) writeFileSync(join(dir, name), `${lines.join("\n")}\n`);
  return dir;
}
