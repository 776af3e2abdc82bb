import { formatMonth } from "../briefing/format.ts";
import type { Recession } from "../market/datasets.ts";
import type { Premium, rollingPremium, twelveMonths } from "../maths/size-premium.ts";
import { closedFigures } from "./define.ts";
import type { FigureFamily, Params } from "./topic.ts";

export const NEEDS = {
  factors: { dataset: "factors", required: true },
  recessions: { dataset: "recessions", required: false },
} as const;

/** The first month of each era; null: wherever the data begin. */
export const ERAS = {
  full: null,
  since1963: "1963-07",
  since1981: "1981-01",
  since1990: "1990-01",
} as const;
export type Era = keyof typeof ERAS;
export const ERA_NAMES = Object.keys(ERAS) as readonly Era[];
export const SEASONS = ["january", "otherMonths"] as const;
export type Span = Era | (typeof SEASONS)[number];

export interface PremiumResult {
  readonly first: string;
  readonly last: string;
  readonly asOf: string;
  readonly spans: ReadonlyMap<Span, Premium>;
  readonly rolling: ReturnType<typeof rollingPremium>;
  readonly discrete: readonly { readonly period: string; readonly value: ReturnType<typeof twelveMonths> }[];
  readonly recessions: readonly Recession[];
}

const closed = closedFigures<typeof NEEDS>()("factors");
const MEANS = "SMB: return of the small portfolios minus that of the big ones, a month";
const ERA_WORDS: Readonly<Record<Era, (p: Params) => string>> = {
  full: (p) => `the full sample${p["from"] ? `, from ${formatMonth(p["from"])}` : ""}`,
  since1963: () => "months since Jul 1963",
  since1981: () => "months since Jan 1981",
  since1990: () => "months since Jan 1990",
};
const SEASON_WORDS: Readonly<Record<string, string>> = {
  january: "January months of the full sample; each adds a twelfth of it",
  otherMonths: "February to December months of the full sample",
};
const sampleOf = (p: Params) => {
  const span = p["span"] ?? p["era"] ?? "";
  return SEASON_WORDS[span] ?? ERA_WORDS[span as Era]?.(p) ?? span;
};
/** "Full sample", "Since Jul 1963", "January" */
export function spanName(span: string): string {
  if (span === "full") return "Full sample";
  if (span === "january") return "January alone";
  if (span === "otherMonths") return "All other months";
  return `Since ${formatMonth(ERAS[span as Exclude<Era, "full">])}`;
}
/** As a row names it, whose mean is of a month times twelve: of part of a year's months that is no year's return. */
export const rowName = (span: string): string =>
  isSeason(span) ? `${spanName(span)}, month ×12` : spanName(span);
const isSeason = (span: string) => SEASONS.some((season) => season === span);
const ofSpan = (unit: FigureFamily["unit"] | "±%", what: string, definition: string, ofSeason = what) =>
  closed(
    unit,
    (p) => `${spanName(p["span"] ?? "")}: ${isSeason(p["span"] ?? "") ? ofSeason : what}`,
    (p) => `${definition} ${MEANS}. Sample: ${sampleOf(p)}.`,
  );
const rolling = (unit: FigureFamily["unit"] | "±%", what: string, definition: string) =>
  closed(
    unit,
    (p) => `Rolling ten years: ${what}${p["at"] ? ` (to ${formatMonth(p["at"])})` : ""}`,
    () => `${definition} Each value is the mean of 120 months in a row, times 12. ${MEANS}.`,
  );

/** Every figure of the topic: unit, label, definition (DOMAIN 2c). */
export const FIGURES = {
  "premium.{span}.meanAnnual": ofSpan(
    "±%",
    "mean a year",
    "Monthly mean times 12.",
    "mean of a month, times 12",
  ),
  "premium.{span}.t": ofSpan("ratio", "t statistic", "Mean over its standard error: sd (ddof 1) / √n."),
  "premium.{span}.n": ofSpan("count", "months", "Number of months."),
  "premium.{span}.rangeLow": ofSpan("±%", "range, low", "Mean less two standard errors, times 12."),
  "premium.{span}.rangeHigh": ofSpan("±%", "range, high", "Mean plus two standard errors, times 12."),
  "premium.rolling10y.latest": rolling("±%", "latest", "The last ten years."),
  "premium.rolling10y.lowest": rolling("±%", "lowest", "The lowest of all windows."),
  "premium.rolling10y.highest": rolling("±%", "highest", "The highest of all windows."),
  "premium.rolling10y.positiveShare": rolling(
    "%",
    "share above zero",
    "Share of windows strictly above zero.",
  ),
  "premium.rolling10y.n": rolling("count", "windows", "Number of windows; neighbours share 119 months."),
  "premium.discrete12m.{period}.relative": closed(
    "pp",
    (p) =>
      p["from"]
        ? `${formatMonth(p["from"])} to ${formatMonth(p["to"] ?? "")}, small minus big`
        : `12-month period ${p["period"]}, small minus big`,
    (p) =>
      `Discrete 12-month period number ${p["period"]}, 1 being the latest: sum of twelve months. ${MEANS}.`,
  ),
};
