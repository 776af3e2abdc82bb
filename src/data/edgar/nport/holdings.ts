import { layoutFault } from "../../http/fault.ts";
import type { Portfolio, SetAside, Stock } from "../portfolio.ts";
import type { Filing, Investment } from "./parse.ts";

/** A filing's categories in words. */
const KINDS: Readonly<Record<string, string>> = {
  EP: "preferred stocks",
  STIV: "cash vehicles",
  RA: "repurchase agreements",
  DBT: "debt",
  DE: "equity derivatives",
  DIR: "interest-rate derivatives",
  DFE: "currency derivatives",
  DCR: "credit derivatives",
  DCO: "commodity derivatives",
  DO: "other derivatives",
  SN: "structured notes",
  LON: "loans",
  COMM: "commodities",
  RE: "real estate",
};

/** Percent of net assets that a row may be off by rounding. */
const ROUNDING = 0.02;
/** An index fund is in stocks; lending its stocks brings collateral, which is not stocks. */
const STOCK_SHARE = { min: 0.9, max: 1.05 };

/**
 * The common stocks of a filing, all else counted by kind.
 * @throws SourceFault where the rows do not add up to the fund: a unit slip, rows missing, another kind of fund
 */
export function holdingsOf(filing: Filing): Portfolio {
  const stocks: Stock[] = [];
  const aside = new Map<string, SetAside>();
  for (const row of filing.investments) {
    if (isStock(row)) stocks.push(stockOf(row));
    else {
      const kind = row.category === "EC" ? "stocks without a price or not held long" : kindOf(row);
      const known = aside.get(kind) ?? { kind, count: 0, valueUsd: 0 };
      aside.set(kind, { kind, count: known.count + 1, valueUsd: known.valueUsd + row.valueUsd });
    }
  }
  reconcile(filing, stocks);
  const { seriesName, asOf } = filing;
  return { fund: seriesName, asOf, stocks, aside: [...aside.values()] };
}

function kindOf({ category }: Investment): string {
  return KINDS[category] ?? `other (${category.toLowerCase().slice(0, 60)})`;
}

function isStock({ category, units, balance, valueUsd, payoff }: Investment): boolean {
  return category === "EC" && units === "NS" && balance > 0 && valueUsd > 0 && payoff === "Long";
}

function stockOf({ name, title, ticker, balance, valueUsd, country }: Investment): Stock {
  return { name, title, ticker, sector: null, country, shares: balance, valueUsd };
}

function reconcile({ investments, netAssets, seriesName }: Filing, stocks: readonly Stock[]): void {
  if (!(netAssets > 0)) throw layoutFault(`${seriesName}: net assets of ${netAssets}`);
  const off = investments.filter(
    ({ valueUsd, percent }) => Math.abs(percent - (100 * valueUsd) / netAssets) > ROUNDING,
  );
  const worst = off[0];
  if (worst)
    throw layoutFault(
      `${seriesName}: ${off.length} of ${investments.length} rows have a value that is not their percentage of ` +
        `net assets, first ${worst.name}: ${worst.valueUsd} USD is not ${worst.percent} % of ${netAssets}`,
    );
  const share = stocks.reduce((total, { valueUsd }) => total + valueUsd, 0) / netAssets;
  if (share < STOCK_SHARE.min || share > STOCK_SHARE.max)
    throw layoutFault(
      `${seriesName}: its ${stocks.length} stocks are ${(100 * share).toFixed(1)} % of net assets, so rows are ` +
        "missing or it is not a stock index fund",
    );
}
