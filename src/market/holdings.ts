import type { Source } from "../briefing/figure.ts";
import type { Side } from "./datasets.ts";
import type { Progress } from "./port.ts";

/** One position of a fund in a company's shares. Money in USD; what the file does not say is null. */
export interface Holding {
  /** As the source writes it: "BRKB", "BRK-B" or "BRK.B"; null where the filing has none. */
  readonly ticker: string | null;
  readonly name: string;
  readonly isin: string | null;
  readonly sector: string | null;
  readonly country: string | null;
  readonly price: number | null;
  /** Shares that the fund holds, not those that the company has. */
  readonly quantity: number | null;
  readonly value: number;
  /** Percent of net assets. */
  readonly weight: number | null;
}

/** Rows that are no company's shares: left out of every sum, and said. */
export interface Aside {
  /** "cash", "future", "debt", "other" */
  readonly kind: string;
  readonly count: number;
  readonly value: number;
}

/** What a fund held on a day. A fund tracks an index; it is never called the index. */
export interface FundHoldings {
  readonly side: Side;
  /** "iShares Russell 2000 ETF" */
  readonly fund: string;
  /** ISO date. */
  readonly asOf: string;
  readonly holdings: readonly Holding[];
  readonly aside: readonly Aside[];
  /** What the file's sums say against its own totals, and other oddities, in sentences. */
  readonly doubts: readonly string[];
  readonly source: Source;
}

/** Port: who knows a fund's holdings. Rejects with `BriefingError` only. */
export interface HoldingsSource {
  readonly provides: ReadonlySet<Side>;
  holdings(side: Side, progress?: Progress): Promise<FundHoldings>;
}
