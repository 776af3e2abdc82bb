import type { Source } from "../briefing/figure.ts";
import { formatValue } from "../briefing/format.ts";
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

/** What is set aside, in one sentence: "2 debts (0.4%), 1 equity derivative (below 0.1%)"; none where nothing is. */
export function setAside(fund: string, kinds: readonly Aside[], stocks: number): readonly string[] {
  if (kinds.length === 0) return [];
  const listed = kinds.map(
    ({ kind, count, value }) => `${count} ${named(kind, count)} (${share(value, stocks)})`,
  );
  return [`${fund}: set aside, in percent of its stocks: ${listed.join(", ")}`];
}

/** Sources name a kind in the singular or the plural; "cash", "debt" and "other" are both. */
function named(kind: string, count: number): string {
  if (count !== 1) return /^(future|swap|warrant|right)$/.test(kind) ? `${kind}s` : kind;
  return kind
    .replace(/\b(derivative|stock|vehicle|agreement|note|loan)s\b/, "$1")
    .replace(/commodities$/, "commodity");
}

/** Below a tenth of a percent, long or short, is said so: it is not nothing. */
function share(value: number, stocks: number): string {
  const percent = (100 * value) / stocks;
  if (value === 0) return "without value";
  return Math.abs(percent) < 0.1 ? "below 0.1%" : formatValue(percent, "%");
}
