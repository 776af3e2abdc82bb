import type { MacroSeries } from "./datasets.ts";

type Cadence = "daily" | "weekly" | "monthly";

/**
 * When a value becomes known: `lagDays` after the end of its reference period, by the publishers' release
 * calendars (BLS, Federal Reserve, Chicago and St. Louis Fed, DOL, University of Michigan, ISM), rounded up
 * so that no figure knows what was not yet published. Rows that carry a vintage use that instead. Most months'
 * CPI comes by the 15th, but January's, which brings new weights, used to come about 22 February.
 */
export const MACRO_CALENDAR: Readonly<
  Record<MacroSeries, { readonly cadence: Cadence; readonly lagDays: number }>
> = {
  unemployment_rate: { cadence: "monthly", lagDays: 10 },
  cpi: { cadence: "monthly", lagDays: 22 },
  industrial_production: { cadence: "monthly", lagDays: 18 },
  initial_claims: { cadence: "weekly", lagDays: 5 },
  consumer_sentiment: { cadence: "monthly", lagDays: 1 },
  treasury_3m: { cadence: "daily", lagDays: 1 },
  treasury_2y: { cadence: "daily", lagDays: 1 },
  treasury_10y: { cadence: "daily", lagDays: 1 },
  baa_spread: { cadence: "daily", lagDays: 1 },
  high_yield_spread: { cadence: "daily", lagDays: 1 },
  vix: { cadence: "daily", lagDays: 0 },
  stress_index: { cadence: "weekly", lagDays: 6 },
  nfci: { cadence: "weekly", lagDays: 5 },
  cfnai: { cadence: "monthly", lagDays: 28 },
  cfnai_ma3: { cadence: "monthly", lagDays: 28 },
  ism_manufacturing: { cadence: "monthly", lagDays: 5 },
  sahm: { cadence: "monthly", lagDays: 10 },
  policy_uncertainty: { cadence: "daily", lagDays: 1 },
  oil_wti: { cadence: "daily", lagDays: 1 },
};

/** Read off a market, and never revised; whatever a statistician counts or an index is fitted to, is. */
const NEVER_REVISED: ReadonlySet<MacroSeries> = new Set([
  "treasury_3m",
  "treasury_2y",
  "treasury_10y",
  "baa_spread",
  "high_yield_spread",
  "vix",
  "oil_wti",
]);

/** Whether a value read today may differ from the one that was first published. */
export const isRevised = (series: MacroSeries): boolean => !NEVER_REVISED.has(series);
