import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Trailing valuation of the two halves of the S&P 500's members, without any code of `src/`: the recorded members as a
 * canonical data folder for the product, and the figures it should find there. Definitions: DOMAIN.md 2a.
 *
 * The halves are proxies and named so: the smaller half of the S&P 500 is no small-cap index.
 */

const AS_OF = "2026-08-21";
const LARGE_MEMBERS = 250;
const COLUMNS =
  "as_of,index,ticker,name,sector,country,price,shares,market_cap,eps_ttm,eps_fy1,eps_fy2,fy1_end,eps_fy1_3m_ago," +
  "analysts,total_debt,floating_debt,swapped_to_fixed,ebit,interest_expense,us_revenue_share";

/** A member as recorded: texts untouched, blank where not reported. */
interface Member {
  readonly index: "small" | "large";
  readonly ticker: string;
  readonly name: string;
  readonly sector: string;
  readonly price: string;
  readonly eps: string;
  readonly marketCap: string;
}

interface CoveredMember {
  readonly price: number;
  readonly eps: number;
  readonly cap: number;
  /** EPS × (market cap / price): the file has no share counts. */
  readonly earnings: number;
}

/** Writes `source.json` and `constituents.csv` into `dir`, from the file `sp500-constituents-financials.csv`. */
export function sp500ToFolder(csvFile: string, dir: string): void {
  mkdirSync(dir, { recursive: true });
  const source = {
    name: "Halves of the S&P 500's members by market cap (proxies)",
    small: "Smaller half of the S&P 500 members by market cap (proxy: not a small-cap index)",
    large: "Larger half of the S&P 500 members by market cap (proxy: the 250 biggest)",
    licence: "internal-use",
    retrievedAt: AS_OF,
  };
  writeFileSync(join(dir, "source.json"), `${JSON.stringify(source, null, 2)}\n`);
  const lines = readMembers(csvFile).map((member) => {
    const known = [AS_OF, member.index, member.ticker, member.name, member.sector, "", member.price, ""];
    const cells = [...known, member.marketCap, member.eps].map(quoted);
    return [...cells, ...Array(COLUMNS.split(",").length - cells.length).fill("")].join(",");
  });
  writeFileSync(join(dir, "constituents.csv"), `${[COLUMNS, ...lines].join("\n")}\n`);
}

/** Figure keys to values: multiples in x, discounts, shares and coverage in percent. A multiple that is n/m has none. */
export function trailingValuationOracle(csvFile: string): ReadonlyMap<string, number> {
  const members = readMembers(csvFile);
  const figures = new Map<string, number>();
  for (const index of ["small", "large"] as const) {
    const own = members.filter((member) => member.index === index);
    for (const [name, value] of Object.entries(indexFigures(own))) {
      if (!Number.isNaN(value)) figures.set(`valuation.${index}.${name}`, value);
    }
  }
  for (const variant of ["aggIncl", "aggExLoss", "median", "profitable"]) {
    const small = figures.get(`valuation.small.${variant}.pe`);
    const large = figures.get(`valuation.large.${variant}.pe`);
    if (small && large) figures.set(`valuation.discount.${variant}`, 100 * (small / large - 1));
  }
  return figures;
}

function indexFigures(members: readonly Member[]): Record<string, number> {
  const covered = members.flatMap((member) => cover(member) ?? []);
  const losers = covered.filter((member) => member.eps < 0);
  const winners = covered.filter((member) => member.eps > 0);
  const totalCap = total(members.map((member) => Number(member.marketCap)));
  return {
    "aggIncl.pe": aggregate(covered),
    "aggExLoss.pe": aggregate(covered.filter((member) => member.eps >= 0)),
    "median.pe": middle(winners.map((member) => member.price / member.eps)),
    "profitable.pe": aggregate(winners),
    lossShareCount: (100 * losers.length) / covered.length,
    lossShareCap: (100 * capOf(losers)) / capOf(covered),
    coverage: (100 * capOf(covered)) / totalCap,
  };
}

/** A member lacking price, market cap or trailing EPS is uncovered: out of every figure, never zero. */
function cover(member: Member): CoveredMember | undefined {
  if (member.price === "" || member.marketCap === "" || member.eps === "") return undefined;
  const [price, eps, cap] = [Number(member.price), Number(member.eps), Number(member.marketCap)];
  return { price, eps, cap, earnings: eps * (cap / price) };
}

/** Σ market cap / Σ earnings; NaN (not meaningful) unless Σ earnings > 0. */
function aggregate(members: readonly CoveredMember[]): number {
  const earnings = total(members.map((member) => member.earnings));
  return earnings > 0 ? capOf(members) / earnings : Number.NaN;
}

function capOf(members: readonly CoveredMember[]): number {
  return total(members.map((member) => member.cap));
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? Number.NaN;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? Number.NaN) + upper) / 2 : upper;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** `large` are the 250 biggest by market cap; the rest, members without a market cap included, are `small`. */
function readMembers(csvFile: string): Member[] {
  const [header = [], ...lines] = readFileSync(csvFile, "utf8").trim().split("\n").map(cellsOf);
  const column = (line: readonly string[], name: string) => line[header.indexOf(name)] ?? "";
  const byCap = [...lines].sort((a, b) => Number(column(b, "Market Cap")) - Number(column(a, "Market Cap")));
  const large = new Set(byCap.slice(0, LARGE_MEMBERS));
  return lines.map((line) => ({
    index: large.has(line) ? "large" : "small",
    ticker: column(line, "Symbol"),
    name: column(line, "Name"),
    sector: column(line, "Sector"),
    price: column(line, "Price"),
    eps: column(line, "Earnings/Share"),
    marketCap: column(line, "Market Cap"),
  }));
}

/** Cells may be quoted to hold commas ("Hotels, Resorts & Cruise Lines"); none spans lines. */
function cellsOf(line: string): string[] {
  const odd = line.trim().split('"');
  // Outside quotes (even parts) a comma separates; inside (odd parts) it is text.
  const marked = odd.map((part, i) => (i % 2 === 0 ? part.replaceAll(",", "\t") : part));
  return marked.join("").split("\t");
}

function quoted(cell: string): string {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
