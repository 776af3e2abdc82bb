import type { GrowthVariant } from "../maths/earnings.ts";
import { presentFigures } from "./define.ts";
import type { Params } from "./topic.ts";

export const NEEDS = {
  revisions: { dataset: "revisions", required: false },
  constituents: { dataset: "constituents", required: false },
} as const;

export const SPANS = { "1m": 1, "3m": 3 } as const;
export type Span = keyof typeof SPANS;
export const SPAN_NAMES = ["1m", "3m"] as const;
const SPAN_WORDS: Readonly<Record<Span, string>> = { "1m": "last month", "3m": "last three months" };

export const GROWTH_ROWS: Readonly<Record<GrowthVariant, string>> = {
  aggIncl: "All companies, in sum",
  profitable: "Profitable last 12m, in sum",
  median: "Profitable last 12m, median",
};
const GROWTH_MEANS: Readonly<Record<GrowthVariant, string>> = {
  aggIncl:
    "Sum of earnings expected over the next 12 months over the sum reported over the last 12, minus one, losses included; losses that shrink count as growth",
  profitable:
    "Sum of earnings expected over the next 12 months over the sum reported over the last 12, minus one, companies with positive reported earnings only",
  median:
    "Median over companies with positive reported earnings of expected over reported earnings, minus one",
};
const ESTIMATES =
  "Expected: w·FY1 + (1−w)·FY2, w = days to the end of FY1 / 365, clipped to 0..1; a company's earnings are EPS × shares, of each of its share classes its own; companies that lack either are left out";
const BREADTH =
  "Estimates raised less estimates cut, of estimates changed; 100% if all were raised, −100% if all were cut";

const span = (p: Params) => SPAN_WORDS[p["span"] as Span];
const variant = (p: Params) => GROWTH_ROWS[p["variant"] as GrowthVariant].toLowerCase();
const means = (p: Params) => `${GROWTH_MEANS[p["variant"] as GrowthVariant]}. ${ESTIMATES}.`;

const present = presentFigures<typeof NEEDS>();
const revised = present(() => "revisions of estimates", "revisions");
const expected = present(() => "growth of earnings", "constituents");

/** Every figure of the topic: unit, label, definition (DOMAIN 2h, claims 3 and 28). */
export const FIGURES = {
  "earnings.{side}.breadth.{span}": revised(
    "±%",
    (p) => `${p["side"]}, breadth of revisions, ${span(p)}`,
    (p) => `${BREADTH}. Sum of the ${span(p)}.`,
  ),
  "earnings.{side}.unchanged.{span}": revised(
    "%",
    (p) => `${p["side"]}, estimates kept, ${span(p)}`,
    (p) => `Estimates neither raised nor cut, of all. Sum of the ${span(p)}.`,
  ),
  "earnings.{side}.breadthPercentile": revised(
    "percentile",
    (p) => `${p["side"]}, breadth of the last three months in its own history (${p["months"]} months)`,
    () => `Mid-rank among the monthly readings since the data begin, at least 120 months. ${BREADTH}.`,
  ),
  "earnings.breadthGap.{span}": revised(
    "pp",
    (p) => `Breadth of revisions, small minus large, ${span(p)}`,
    (p) => `${BREADTH}. Sum of the ${span(p)}; small minus large.`,
  ),
  "earnings.{side}.companyBreadth3m": expected(
    "±%",
    (p) => `${p["side"]}, breadth by companies over three months`,
    () =>
      "Companies whose FY1 estimate is above that of three months ago less those below, of those whose estimate changed; where a fiscal year ended in between, the two are of different years.",
  ),
  "earnings.{side}.growth.{variant}": expected(
    "±%",
    (p) => `${p["side"]}, expected growth of earnings, ${variant(p)}`,
    means,
  ),
  "earnings.growthGap.{variant}": expected(
    "pp",
    (p) => `Expected growth of earnings, small minus large, ${variant(p)}`,
    (p) => `Small minus large. ${means(p)}`,
  ),
  "earnings.{side}.losingShare": expected(
    "%",
    (p) => `${p["side"]}, companies that lost money over the last 12 months`,
    () => `Share by count of companies with both reported and expected earnings. ${ESTIMATES}.`,
  ),
  "earnings.{side}.growthCoverage": expected(
    "%",
    (p) => `${p["side"]}, companies with reported and expected earnings`,
    () => `Share of members by count. ${ESTIMATES}.`,
  ),
  "earnings.{side}.realised5y": expected(
    "±%",
    (p) => `${p["side"]}, growth of reported earnings a year, five years`,
    () =>
      "Annual growth of the sum of reported twelve-month earnings over five years (members' dates within 92 days of that), of companies that are members on both dates: survivors, which flatters.",
  ),
  "earnings.realised5yGap": expected(
    "pp",
    () => "Growth of reported earnings a year, five years, small minus large",
    () =>
      "Small minus large. Annual growth of the sum of reported twelve-month earnings of companies that are members on both dates.",
  ),
};
