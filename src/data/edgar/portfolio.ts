import type { FundHoldings } from "../../market/holdings.ts";

/** A common stock that a fund holds. Money in USD. Licensed numbers (CUSIP, and ISIN made of it) stay out. */
export interface Stock {
  readonly name: string;
  /** The security's title, which tells share classes apart: "Alphabet Inc., Class A". */
  readonly title: string;
  /** As the fund writes it ("BRKB", "BRK.B"); null where it gives none. */
  readonly ticker: string | null;
  readonly sector: string | null;
  readonly country: string | null;
  readonly shares: number;
  readonly valueUsd: number;
}

/** What a fund holds beside common stocks, by kind. */
export interface SetAside {
  readonly kind: string;
  readonly count: number;
  readonly valueUsd: number;
}

/** What a fund holds on one day, as it reported it. */
export interface Portfolio {
  /** The fund's own name. */
  readonly fund: string;
  readonly asOf: string;
  /** The day of the filing; a file of the user's has none. */
  readonly filed?: string;
  readonly stocks: readonly Stock[];
  readonly aside: readonly SetAside[];
}

/** A holdings file of the user's as a portfolio; what has no count of shares or no value is set aside. */
export function portfolioOf({ fund, asOf, holdings, aside }: FundHoldings): Portfolio {
  const stocks: Stock[] = [];
  let without = { kind: "stocks without a count or a value", count: 0, valueUsd: 0 };
  for (const { name, ticker, sector, country, quantity, value } of holdings) {
    if (quantity !== null && quantity > 0 && value > 0)
      stocks.push({ name, title: name, ticker, sector, country, shares: quantity, valueUsd: value });
    else without = { ...without, count: without.count + 1, valueUsd: without.valueUsd + value };
  }
  const others = aside.map(({ kind, count, value }) => ({ kind, count, valueUsd: value }));
  return { fund, asOf, stocks, aside: without.count > 0 ? [...others, without] : others };
}
