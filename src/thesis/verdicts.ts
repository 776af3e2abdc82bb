import { untested } from "./decide.ts";
import type { Facts, Verdict } from "./port.ts";
import * as companies from "./verdicts-companies.ts";
import * as dated from "./verdicts-dated.ts";
import * as markets from "./verdicts-markets.ts";

/** The topics whose figures decide claims. */
export const FACT_TOPICS = [
  "valuation",
  "ratecut",
  "performance",
  "premium",
  "recovery",
  "debt",
  "coverage",
  "universe",
  "earnings",
  "deals",
  "volatility",
  "regime",
] as const;

/** As of which dates claims ask for a topic, beside the date of the question. */
export const PAST = [
  ...dated.MONTH_ENDS.map((date) => ({ topic: "performance", date, from: date })),
  // Until then the topic shows the months in question itself: it shows thirteen.
  { topic: "regime", date: markets.REGIME_AT, from: "2026-10-01" },
] as const;

/** The test of each claim, by its number in the ledger. */
const BY_ID: Readonly<Record<number, (facts: Facts) => Verdict>> = {
  1: companies.band,
  2: companies.aboveTenBillion,
  3: companies.growth,
  4: markets.volatile,
  5: companies.worldShare,
  6: companies.usShare,
  7: companies.analysts,
  8: markets.longRun,
  9: markets.inconsistent,
  10: markets.sensitive,
  11: markets.easierMoney,
  12: companies.floatingSmall,
  13: companies.floatingLarge,
  14: markets.cuts,
  15: dated.thirdCut,
  16: dated.sixMonths,
  17: dated.recordMonth,
  18: dated.bestRelativeMonth,
  19: markets.recoveries,
  20: markets.sentiment,
  21: companies.domestic,
  22: markets.barometer,
  23: markets.afterCrisis,
  24: markets.regimeTurn,
  25: companies.discountForLong,
  26: companies.nineteenTimes,
  27: markets.wording,
  28: companies.revisedUp,
  29: companies.dealRecord,
  30: markets.diversifies,
  31: markets.roundUp,
};

/** The verdict on a claim of the ledger. What cannot be tested says what is missing. */
export function verdictOf(id: number, needs: string, facts: Facts): Verdict {
  const found = BY_ID[id]?.(facts) ?? untested("it has no test");
  return found.verdict === "cannot be tested"
    ? { ...found, note: `${found.note}; its test reads ${needs}` }
    : found;
}
