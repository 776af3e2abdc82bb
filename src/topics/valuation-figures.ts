import type { Absent } from "../briefing/value.ts";
import type { CoveredSide, EarningsBasis } from "../maths/covered.ts";
import type { HistoryMonth } from "../maths/gap-history.ts";
import type { lossShares, Multiple, Variant } from "../maths/multiples.ts";
import { closedFigures, presentFigures } from "./define.ts";
import type { Params } from "./topic.ts";

/** One side as measured. */
export interface ValuedSide extends CoveredSide {
  readonly asOf: string;
  readonly multiples: Readonly<Record<Variant, Multiple>>;
  readonly losses: ReturnType<typeof lossShares>;
}

export interface ValuationResult {
  readonly basis: EarningsBasis;
  /** What members weigh: their market caps, or what a fund holds of them. */
  readonly weights: "caps" | "positions";
  /** The older of the two sides' dates. */
  readonly asOf: string;
  /** Why estimates are left out, where some came after the as-of date. */
  readonly later: string | null;
  /** Tickers of share classes that hold the whole company's market cap once more. */
  readonly repeated: readonly string[];
  readonly small: ValuedSide;
  readonly large: ValuedSide;
  readonly history: readonly HistoryMonth[] | Absent;
}

export const NEEDS = {
  constituents: { dataset: "constituents", required: true },
  history: { dataset: "valuationHistory", required: false },
} as const;

export const ROWS: Record<Variant, string> = {
  aggIncl: "All companies",
  aggExLoss: "Without loss-makers",
  median: "Median (profitable)",
  profitable: "Profitable last 12m",
};
/** "20 years", or how much of them there is. */
export function upToYears(months: number | undefined, years: number): string {
  const short = months !== undefined && months < 12 * years;
  return short ? `up to ${years} years (${months} months)` : `${years} years`;
}
const VARIANT_MEANS: Record<Variant, string> = {
  aggIncl: "sum of market caps over sum of earnings, losses included (cap-weighted harmonic mean)",
  aggExLoss: "sum of market caps over sum of earnings, loss-makers left out of both sums",
  median: "median of price over earnings per share, members with positive earnings only",
  profitable:
    "sum of market caps over sum of earnings, members with positive trailing twelve-month earnings only",
};
const EARNINGS: Record<EarningsBasis, string> = {
  forward:
    "Earnings expected over the next 12 months: w·FY1 + (1−w)·FY2, w = days to the end of FY1 / 365, clipped to 0..1",
  trailing:
    "Earnings reported over the last 12 months, since the data hold no forward estimates for both sides",
};
const basisOf = (p: Params) => (p["basis"] === "trailing" ? "trailing" : "forward");
const row = (p: Params) => ROWS[p["variant"] as Variant].toLowerCase();
const means = (p: Params) =>
  `P/E, ${basisOf(p)}: ${VARIANT_MEANS[p["variant"] as Variant]}. ${EARNINGS[basisOf(p)]}; a member's earnings are EPS × shares. ${LINES}${weighed(p)}`;
/** Earnings enter once: a class's shares earn its part of the company's. */
const LINES = "A share class listed apart is a member of its own, with its own shares.";
/** A fund's holdings carry no market caps. */
const weighed = (p: Params) =>
  p["weights"] === "positions"
    ? " Members weigh what the fund holds of them: the value of its position stands for the market cap, its shares for the company's."
    : "";

const present = presentFigures<typeof NEEDS>();
const today = present(() => "P/E, gap, loss shares and coverage", "constituents");
const ranked = present(() => "the gap's percentile", "constituents", "history");
const percentile = (years: number) =>
  ranked(
    "percentile",
    (p) => `Gap ${row(p)}: percentile of ${upToYears(p["months"] ? Number(p["months"]) : undefined, years)}`,
    (p) =>
      `Mid-rank of today's gap among the monthly gaps of the last ${years} years, at least 120 months. ${means(p)}`,
  );
/** Every figure of the topic: unit, label, definition (DOMAIN 2a). */
export const FIGURES = {
  "valuation.{side}.{variant}.pe": today("x", (p) => `${p["side"]}, ${basisOf(p)} P/E, ${row(p)}`, means),
  "valuation.{side}.{variant}.earningsYield": today(
    "%",
    (p) => `${p["side"]}, ${basisOf(p)} earnings yield, ${row(p)}`,
    (p) => `Inverse of the P/E in percent; meaningful where earnings are negative, too. ${means(p)}`,
  ),
  "valuation.discount.{variant}": today(
    "±%",
    (p) => `Gap of small to large, ${basisOf(p)} P/E, ${row(p)}`,
    (p) => `P/E of small over P/E of large, minus one; below zero is a discount. ${means(p)}`,
  ),
  "valuation.{side}.lossShareCount": today(
    "%",
    (p) => `${p["side"]}, loss-makers by count`,
    (p) => `Members with EPS below zero, of covered members. ${EARNINGS[basisOf(p)]}. ${LINES}`,
  ),
  "valuation.{side}.lossShareCap": today(
    "%",
    (p) => `${p["side"]}, loss-makers by market cap`,
    (p) =>
      `Market cap of members with EPS below zero, of covered market cap. ${EARNINGS[basisOf(p)]}.${weighed(p)}`,
  ),
  "valuation.{side}.coverage": today(
    "%",
    (p) => `${p["side"]}, covered share of market cap`,
    (p) =>
      `Market cap of members with price, market cap and all earnings fields, of the total. ${EARNINGS[basisOf(p)]}.${weighed(p)}`,
  ),
  "valuation.{side}.covered": today(
    "count",
    (p) => `${p["side"]}, members covered`,
    (p) => `Members with price, market cap and all earnings fields. ${EARNINGS[basisOf(p)]}.`,
  ),
  "valuation.{side}.members": today(
    "count",
    (p) => `${p["side"]}, members`,
    () => `Members listed on the as-of date. ${LINES}`,
  ),
  "valuation.percentile10y.{variant}": percentile(10),
  "valuation.percentile20y.{variant}": percentile(20),
  "valuation.basis": closedFigures<typeof NEEDS>()("constituents")(
    "months",
    (p) =>
      basisOf(p) === "forward"
        ? "Basis of earnings: the next 12 months (forward)"
        : "Basis of earnings: the last 12 months (trailing)",
    (p) =>
      `Months of earnings counted from the as-of date: 12 are the next twelve (forward), −12 the last twelve (trailing). ${EARNINGS[basisOf(p)]}.`,
  ),
  "valuation.whatIf.eps": today(
    "±%",
    () => "Hypothetical change of small-cap earnings",
    () =>
      "Assumption: each small-cap member's earnings times (1 + this), losses too; prices and large-caps unchanged.",
  ),
  "valuation.whatIf.{variant}.pe": today(
    "x",
    (p) => `Hypothetical: small, ${basisOf(p)} P/E, ${row(p)}`,
    (p) => `P/E over (1 + assumed change of earnings). ${means(p)}`,
  ),
  "valuation.whatIf.{variant}.discount": today(
    "±%",
    (p) => `Hypothetical: gap of small to large, ${row(p)}`,
    (p) => `P/E of small after the assumed change over P/E of large, minus one. ${means(p)}`,
  ),
  "valuation.whatIf.{variant}.breakEven": today(
    "±%",
    (p) => `Hypothetical: change of small-cap earnings that closes the gap, ${row(p)}`,
    (p) =>
      `Break-even: P/E of small over P/E of large, minus one, as a change of small-cap earnings. ${means(p)}`,
  ),
};
