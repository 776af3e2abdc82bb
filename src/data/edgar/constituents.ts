import type { Constituent, Side } from "../../market/datasets.ts";
import { setAside } from "../../market/holdings.ts";
import { matchHolding } from "./companies/match.ts";
import { type Directory, tickerKey } from "./companies/tickers.ts";
import { debtAndCover } from "./frames/debt.ts";
import { type CompanyFacts, trailingEarnings } from "./frames/earnings.ts";
import type { Portfolio, Stock } from "./portfolio.ts";

/** Members made of a fund's holdings and their companies' reports. */
export interface BottomUp {
  readonly members: readonly Constituent[];
  /** How much is not covered, and what was set aside, in sentences; most telling first. */
  readonly doubts: readonly string[];
  /** Who is not covered, by reason. */
  readonly named: readonly string[];
}

/** What a member's earnings are, or why it has none here. */
type PerShare = { readonly eps: number } | { readonly reason: string };

/** Reports give earnings of one class; another class is worth a fixed part of it. By CIK: part by class. */
const CLASS_PARTS: ReadonlyMap<number, Readonly<Record<string, number>>> = new Map([
  [1_067_983, { A: 1, B: 1 / 1_500 }], // Berkshire Hathaway reports for class A
]);
/** Beyond these a unit, a split or a class does not fit: over the price in a year, or a loss of ten times the price. */
const PLAUSIBLE = { most: 1, least: -10 };
const NAMED = 20;

/** One side, from its fund's holdings. */
export function membersOf(
  side: Side,
  holdings: Portfolio,
  directory: Directory,
  factsOf: (cik: number) => CompanyFacts,
): BottomUp {
  const rows = holdings.stocks.map((stock) => {
    const company = companyOf(stock, directory, factsOf);
    return {
      stock,
      company,
      earned: "reason" in company ? company : perShare(stock, company, holdings.asOf),
    };
  });
  const missing = rows.flatMap(({ stock, earned }) =>
    "reason" in earned ? [{ stock, reason: earned.reason }] : [],
  );
  const members = rows.map(
    ({ stock, company, earned }): Constituent => ({
      ...NOT_REPORTED,
      ...held(stock),
      asOf: holdings.asOf,
      ...(holdings.filed === undefined ? {} : { filed: holdings.filed }),
      index: side,
      ...("reason" in company
        ? {}
        : {
            ticker: company.ticker,
            company: `CIK ${company.cik}`,
            ...debtAndCover(company.facts, holdings.asOf),
          }),
      ...("eps" in earned ? { epsTtm: earned.eps } : {}),
    }),
  );
  return {
    members,
    doubts: [...uncovered(holdings, missing), ...aside(holdings)],
    named: named(holdings, missing),
  };
}

interface Company {
  readonly cik: number;
  readonly ticker: string;
  readonly facts: CompanyFacts;
}

function companyOf(
  stock: Stock,
  directory: Directory,
  factsOf: (cik: number) => CompanyFacts,
): Company | { readonly reason: string } {
  const match = matchHolding(stock, directory);
  if ("reason" in match) return match;
  const ticker = stock.ticker === null ? match.ticker : tickerKey(stock.ticker);
  return { cik: match.cik, ticker, facts: factsOf(match.cik) };
}

function held({ name, title, ticker, sector, country, shares, valueUsd }: Stock) {
  const price = valueUsd / shares;
  return { ticker: ticker ?? title, name, sector, country, price, position: { shares, valueUsd } };
}

/** A fund's holdings say what it holds of a company, not how many shares there are. */
const NOT_REPORTED = {
  shares: null,
  marketCap: null,
  epsFy1: null,
  epsFy2: null,
  fy1End: null,
  epsFy1ThreeMonthsAgo: null,
  analysts: null,
  epsTtm: null,
  totalDebt: null,
  ebit: null,
  interestExpense: null,
  floatingDebt: null,
  swappedToFixed: null,
  usRevenueShare: null,
} as const;

function perShare(stock: Stock, { cik, facts }: Company, asOf: string): PerShare {
  const earnings = trailingEarnings(facts, asOf);
  if ("reason" in earnings) return earnings;
  const part = classPart(stock, cik);
  if (part === null) return { reason: "which of its share classes is held is not stated" };
  const eps = earnings.eps * part;
  const share = eps / (stock.valueUsd / stock.shares);
  if (share > PLAUSIBLE.most || share < PLAUSIBLE.least)
    return { reason: "earnings per share that do not fit the price (a split, a unit or a share class)" };
  return { eps };
}

function classPart({ ticker, title }: Stock, cik: number): number | null {
  const parts = CLASS_PARTS.get(cik);
  if (!parts) return 1;
  const named =
    /\b(?:CLASS|CL|SERIES)\.? ([A-Z])\b/i.exec(title)?.[1] ??
    /(?:[.\-/ ]|BRK)([A-Z])$/i.exec(ticker ?? "")?.[1];
  return parts[named?.toUpperCase() ?? ""] ?? null;
}

function aside({ fund, aside: kinds, stocks }: Portfolio): readonly string[] {
  return setAside(
    fund,
    kinds.map(({ kind, count, valueUsd }) => ({ kind, count, value: valueUsd })),
    value(stocks),
  );
}

type Missing = readonly { readonly stock: Stock; readonly reason: string }[];

function share({ stocks }: Portfolio, missing: Missing): string {
  const part = percent(value(missing.map(({ stock }) => stock)), value(stocks));
  return `${missing.length} of ${stocks.length} stocks, ${part} of their value`;
}

function uncovered(portfolio: Portfolio, missing: Missing): readonly string[] {
  if (missing.length === 0) return [];
  return [
    `${portfolio.fund}: ${share(portfolio, missing)}, have no trailing earnings here; explain names them`,
  ];
}

/** Who is not covered, by reason, the largest first. */
function named(portfolio: Portfolio, missing: Missing): readonly string[] {
  return [...Map.groupBy(missing, ({ reason }) => reason)].map(([reason, rows]) => {
    const held = rows.map(({ stock }) => stock).sort((a, b) => b.valueUsd - a.valueUsd);
    const more = held.length > NAMED ? ` and ${held.length - NAMED} more` : "";
    const names = held.slice(0, NAMED).map(({ ticker, name }) => (ticker ? `${name} (${ticker})` : name));
    return `${portfolio.fund}: ${share(portfolio, rows)}: ${reason}: ${names.join(", ")}${more}`;
  });
}

const value = (stocks: readonly Stock[]) => stocks.reduce((sum, { valueUsd }) => sum + valueUsd, 0);
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)}%`;
