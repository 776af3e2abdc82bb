import { formatDate } from "../briefing/format.ts";
import type { Recession } from "../market/datasets.ts";
import type { PairSeries } from "../maths/returns.ts";
import type { CoMovement, RatioHistory } from "../maths/risk.ts";
import { closedFigures, presentFigures } from "./define.ts";
import { type DiscretePeriods, discreteFamily } from "./discrete.ts";
import { BASIS_WORDS, type Basis, type Read } from "./levels.ts";
import type { FigureFamily, Params } from "./topic.ts";

export const NEEDS = {
  levels: { dataset: "levels", required: true },
  recessions: { dataset: "recessions", required: false },
} as const;

export const SPANS = { "1y": 1, "3y": 3, "5y": 5 } as const;
export type Span = keyof typeof SPANS;
export const SPAN_NAMES = Object.keys(SPANS) as readonly Span[];
export const SPAN_WORDS: Readonly<Record<Span, string>> = {
  "1y": "one year",
  "3y": "three years",
  "5y": "five years",
};
export const SIDES = ["small", "large"] as const;
export type Side = (typeof SIDES)[number];

export interface VolatilityResult {
  readonly read: Read;
  readonly asOf: string;
  readonly since: string;
  readonly spans: ReadonlyMap<Span, CoMovement>;
  readonly history: RatioHistory;
  /** Month-end levels, for the picture of drawdowns. */
  readonly ends: PairSeries["levels"];
  readonly main: Read;
  readonly discrete: DiscretePeriods;
  readonly recessions: readonly Recession[];
}

const closed = closedFigures<typeof NEEDS>()("levels");
const present = presentFigures<typeof NEEDS>();
const risks = present(() => "volatility, beta and correlation", "levels");
const drawdowns = present(() => "drawdowns", "levels");
const basis = (p: Params) => BASIS_WORDS[p["basis"] as Basis];
const returnsOf = (p: Params) => {
  const years = Number(p["span"]?.slice(0, 1) ?? 1);
  return p["frequency"] === "monthly"
    ? `simple monthly returns (${basis(p)}) over the last ${12 * years} months`
    : `simple daily returns (${basis(p)}) over the last ${252 * years} trading days, at least 95% of them there`;
};
const ofSpan = (unit: FigureFamily["unit"], what: string, definition: (p: Params) => string) =>
  risks(
    unit,
    (p) => `${what}, ${p["span"]}, ${p["frequency"]} ${basis(p)}`,
    (p) => `${definition(p)} of ${returnsOf(p)}.`,
  );
const yearly = (p: Params) =>
  `Annualised standard deviation (ddof 1, times √${p["frequency"] === "monthly" ? 12 : 252})`;
const window = (p: Params) => (p["frequency"] === "monthly" ? "36 monthly" : "252 daily");
const ratios = (p: Params) =>
  `Volatility of small over that of large, on ${window(p)} returns (${basis(p)}) up to each month-end.`;

/** Every figure of the topic: unit, label, definition (DOMAIN 2e). */
export const FIGURES = {
  "volatility.{span}.small": ofSpan("%", "Volatility of small", yearly),
  "volatility.{span}.large": ofSpan("%", "Volatility of large", yearly),
  "volatility.{span}.ratio": ofSpan(
    "ratio",
    "Volatility ratio",
    () => "Volatility of small over that of large,",
  ),
  "volatility.{span}.beta": ofSpan("ratio", "Beta of small on large", () => "Least-squares slope"),
  "volatility.{span}.correlation": ofSpan("ratio", "Correlation", () => "Pearson correlation"),
  "volatility.history.percentile": risks(
    "percentile",
    () => "Volatility ratio: percentile of its own history",
    (p) =>
      `The last month-end's ratio among those of all month-ends (mid-rank), at least 120 of them. ${ratios(p)}`,
  ),
  "volatility.history.aboveOne": closed(
    "%",
    () => "Month-ends with small the more volatile",
    (p) => `Share of month-ends with a ratio strictly above 1. ${ratios(p)}`,
  ),
  "volatility.history.n": closed(
    "count",
    () => "Month-ends with a volatility ratio",
    (p) =>
      `Number of month-ends with a whole window, without a month that has not run out; neighbouring windows overlap. ${ratios(p)}`,
  ),
  "volatility.drawdown.{side}.current": drawdowns(
    "±%",
    (p) => `Below its high, ${p["side"]}, ${basis(p)}`,
    (p) => `Last level over the highest level since ${formatDate(p["since"] ?? "")}, minus one.`,
  ),
  "volatility.drawdown.{side}.deepest": drawdowns(
    "±%",
    (p) => `Deepest drawdown, ${p["side"]}, ${basis(p)}`,
    (p) => `Lowest level over the highest level before it, minus one, since ${formatDate(p["since"] ?? "")}.`,
  ),
  "volatility.discrete12m.{period}.small": discreteFamily(closed, "small"),
  "volatility.discrete12m.{period}.large": discreteFamily(closed, "large"),
  "volatility.discrete12m.{period}.relative": discreteFamily(closed, "relative"),
};
