/**
 * The canonical records: what a source must deliver, whatever it reads. Dates are ISO, months "YYYY-MM",
 * unknown fields are null (never 0). Lists are in date order.
 */

export interface Point {
  readonly date: string;
  readonly value: number;
  /** The day on which it was made public, where that is later than its own: a fund's filing. */
  readonly filed?: string;
}

export type LevelSeries = "small_total" | "large_total" | "small_price" | "large_price";

/** Index levels; a series the source lacks is missing, not empty. At most one value a month = monthly. */
export type Levels = { readonly [S in LevelSeries]?: readonly Point[] };

/** A change of the Fed's target, either direction. `changeBp` in basis points, `targetUpper` in percent. */
export interface PolicyDecision {
  readonly announced: string;
  readonly effective: string;
  readonly changeBp: number;
  readonly targetUpper: number;
  /** At a scheduled meeting; null where unknown (before February 1994). */
  readonly scheduled: boolean | null;
}

/** NBER business-cycle months. */
export interface Recession {
  readonly peak: string;
  readonly trough: string;
}

/** Fama-French monthly factors, decimals (0.01 = 1 %). */
export interface FactorMonth {
  readonly month: string;
  readonly mktRf: number;
  readonly smb: number;
  readonly hml: number;
  readonly rf: number;
}

/** `date` is the reference period's first day (daily: the day; weekly: the week's last day). */
export interface MacroObservation {
  readonly date: string;
  readonly series: MacroSeries;
  readonly value: number;
  /** The day this value was published, where the source says. */
  readonly vintage: string | null;
}

export const MACRO_SERIES = [
  "unemployment_rate",
  "cpi",
  "industrial_production",
  "initial_claims",
  "consumer_sentiment",
  "treasury_3m",
  "treasury_2y",
  "treasury_10y",
  "baa_spread",
  "high_yield_spread",
  "vix",
  "stress_index",
  "nfci",
  "cfnai",
  "cfnai_ma3",
  "ism_manufacturing",
  "sahm",
  "policy_uncertainty",
  "oil_wti",
] as const;
export type MacroSeries = (typeof MACRO_SERIES)[number];

export interface CalendarEvent {
  readonly date: string;
  readonly event: string;
}

export type Side = "small" | "large";

/** One index member on one date; money in USD, `usRevenueShare` a decimal share. */
export interface Constituent {
  readonly asOf: string;
  readonly index: Side;
  readonly ticker: string;
  readonly name: string;
  readonly sector: string | null;
  readonly country: string | null;
  readonly price: number | null;
  readonly shares: number | null;
  readonly marketCap: number | null;
  readonly epsTtm: number | null;
  readonly epsFy1: number | null;
  readonly epsFy2: number | null;
  readonly fy1End: string | null;
  readonly epsFy1ThreeMonthsAgo: number | null;
  readonly analysts: number | null;
  readonly totalDebt: number | null;
  readonly floatingDebt: number | null;
  readonly swappedToFixed: number | null;
  readonly ebit: number | null;
  readonly interestExpense: number | null;
  readonly usRevenueShare: number | null;
  /** Whose share it is, the same for each of a company's share classes ("CIK 1652044"), where the source says. */
  readonly company?: string;
  /** The day on which its estimates were retrieved, where the source is asked for them; it keeps no older ones. */
  readonly estimatedOn?: string;
  /**
   * What a fund that tracks the index holds of it, where a fund's holdings are the source: multiples weigh by it, for
   * it says nothing of the company's size (`marketCap` is null then).
   */
  readonly position?: { readonly shares: number; readonly valueUsd: number };
  /** The day on which it was made public, where that is later than its own: a fund's filing. */
  readonly filed?: string;
}

/** Monthly forward P/E of one side under one variant of the definition. */
export interface ValuationMonth {
  readonly month: string;
  readonly index: Side;
  readonly variant: string;
  readonly forwardPe: number;
}

/** Estimates raised, cut and kept in a month. */
export interface RevisionMonth {
  readonly month: string;
  readonly index: Side;
  readonly up: number;
  readonly down: number;
  readonly unchanged: number;
}

export interface Deal {
  readonly announced: string;
  readonly target: string;
  readonly acquirer: string | null;
  readonly valueUsd: number | null;
}

export interface UniverseRow {
  readonly asOf: string;
  readonly region: string;
  readonly size: string;
  readonly companies: number | null;
  readonly marketCap: number | null;
}

export interface Datasets {
  readonly levels: Levels;
  readonly policyDecisions: readonly PolicyDecision[];
  readonly recessions: readonly Recession[];
  readonly factors: readonly FactorMonth[];
  readonly macro: readonly MacroObservation[];
  readonly calendar: readonly CalendarEvent[];
  readonly constituents: readonly Constituent[];
  readonly valuationHistory: readonly ValuationMonth[];
  readonly revisions: readonly RevisionMonth[];
  readonly deals: readonly Deal[];
  readonly universe: readonly UniverseRow[];
}

export type DatasetName = keyof Datasets;

/** As its file is called: "policyDecisions" is "policy-decisions". What a source calls its own stays. */
export function spelt(dataset: string): string {
  if (!/^[a-z]+(?:[A-Z][a-z]+)+$/.test(dataset)) return dataset;
  return dataset.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
