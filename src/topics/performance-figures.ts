import { formatDate, formatMonth } from "../briefing/format.ts";
import type { Absent } from "../briefing/value.ts";
import type { PolicyDecision, Recession } from "../market/datasets.ts";
import type { PairLevel, PairReturn } from "../maths/returns.ts";
import type { CoMovement } from "../maths/risk.ts";
import { closedFigures, presentFigures } from "./define.ts";
import { BASIS_WORDS, type Basis, type Read } from "./levels.ts";
import type { FigureFamily, Params } from "./topic.ts";

export const WINDOWS = {
  "1d": "the last day",
  "5d": "five days",
  mtd: "the month to date",
  qtd: "the quarter to date",
  ytd: "the year to date",
  "1m": "one month",
  "3m": "three months",
  "6m": "six months",
  "12m": "twelve months",
} as const;
export type Window = keyof typeof WINDOWS;
export const WINDOW_NAMES = Object.keys(WINDOWS) as Window[];
export const SIDES = ["small", "large"] as const;
export const READINGS = ["small", "large", "relative"] as const;

export const NEEDS = {
  levels: { dataset: "levels", required: true, days: true },
  decisions: { dataset: "policyDecisions", required: false },
  recessions: { dataset: "recessions", required: false },
} as const;
export type MonthReturn = PairReturn & { readonly month: string };

export interface PerformanceResult {
  /** Returns over months, and everything else that month-ends serve. */
  readonly main: Read;
  /** Days, to-date windows and risk: daily where the data have it. */
  readonly days: Read;
  readonly asOf: string;
  readonly daysAsOf: string;
  readonly windows: readonly {
    readonly window: Window;
    readonly read: Read;
    readonly value: PairReturn | Absent;
  }[];
  /** Number 1 is the latest. */
  readonly discrete: readonly { readonly number: number; readonly value: PairReturn | Absent }[];
  /** Of both sides. */
  readonly months: readonly MonthReturn[];
  /** Of small alone, whose levels may reach further back: "large" is small again. */
  readonly smallMonths: readonly MonthReturn[];
  readonly bestSmall: MonthReturn | null;
  readonly bestRelative: MonthReturn | null;
  readonly ends: ReadonlyMap<string, PairLevel>;
  readonly risk: CoMovement;
  readonly cuts: readonly PolicyDecision[];
  readonly recessions: readonly Recession[];
}

const basisWords = (p: Params) => BASIS_WORDS[p["basis"] as Basis];
type Reading = (typeof READINGS)[number];
const READING_WORDS: Readonly<Record<Reading, string>> = {
  small: "small",
  large: "large",
  relative: "small minus large",
};
const period = (p: Params) =>
  p["from"] ? `${formatDate(p["from"])} to ${formatDate(p["to"] ?? "")}` : "no window";
const closed = closedFigures<typeof NEEDS>()("levels");
const present = presentFigures<typeof NEEDS>();
const windows = present((p) => `returns over the windows shown (${basisWords(p)})`, "levels");
const best = present(() => "the best months of the last twelve", "levels");
const drawdowns = present(() => "drawdowns", "levels");
const risks = present(() => "volatility, beta and correlation", "levels");
const returnFigures = (reading: Reading) =>
  windows(
    reading === "relative" ? "pp" : "±%",
    (p) => `${WINDOWS[p["window"] as Window]}, ${READING_WORDS[reading]}, ${basisWords(p)}`,
    (p) =>
      `Cumulative ${basisWords(p)} of ${READING_WORDS[reading]}, ${period(p)}${reading === "relative" ? ", percentage points (arithmetic)" : ""}. Windows end at the last common date.`,
  );
const bestMonth = (unit: FigureFamily["unit"] | "±%", what: string) =>
  best(
    unit,
    (p) =>
      `Best ${what} month of twelve${p["month"] ? ` (${formatMonth(p["month"])})` : ""}, ${basisWords(p)}`,
    (p) => `Highest monthly ${what} return of the last twelve complete months, ${basisWords(p)}.`,
  );
const bestRank = (what: string, history: string, span: string) =>
  closed(
    "rank",
    (p) =>
      `Rank of the best ${what} month of twelve${p["month"] ? ` (${formatMonth(p["month"])})` : ""} in ${history}`,
    (p) =>
      `1 is the highest monthly ${what} return${p["since"] ? ` since ${formatMonth(p["since"])}` : ""}, ${basisWords(p)}, of ${span}; the twelve months are the last complete ones in the data.`,
  );
const discrete = (reading: Reading) =>
  closed(
    reading === "relative" ? "pp" : "±%",
    (p) =>
      `${p["from"] ? `12 months ${period(p)}` : `12-month period ${p["period"]}`}, ${READING_WORDS[reading]}`,
    (p) => `Discrete 12-month period number ${p["period"]}, 1 being the latest; ${basisWords(p)}.`,
  );
const daily = (unit: FigureFamily["unit"], what: string, definition: string) =>
  risks(
    unit,
    (p) => `${what}${p["side"] ? `, ${p["side"]}` : ""}, 252 days, ${basisWords(p)}`,
    () => `${definition} of simple daily returns over the last 252 trading days, at least 95% of them there.`,
  );
/** Every figure of the topic: unit, label, definition (DOMAIN 2e). */
export const FIGURES = {
  "performance.{window}.small": returnFigures("small"),
  "performance.{window}.large": returnFigures("large"),
  "performance.{window}.relative": returnFigures("relative"),
  "performance.bestMonth12m.small": bestMonth("±%", "small"),
  "performance.bestMonth12m.relative": bestMonth("pp", "small minus large"),
  "performance.bestMonth12m.smallRank": bestRank(
    "small",
    "small-caps' whole history",
    "all months of small-caps' own, also those before large-caps' levels begin",
  ),
  "performance.bestMonth12m.relativeRank": bestRank(
    "small minus large",
    "the whole history",
    "all months that both sides have",
  ),
  "performance.discrete12m.{period}.small": discrete("small"),
  "performance.discrete12m.{period}.large": discrete("large"),
  "performance.discrete12m.{period}.relative": discrete("relative"),
  "performance.drawdown.{side}.current": drawdowns(
    "±%",
    (p) => `Below its high, ${p["side"]}, ${basisWords(p)}`,
    (p) => `Last level over the highest level since ${formatDate(p["since"] ?? "")}, minus one.`,
  ),
  "performance.drawdown.{side}.deepest": drawdowns(
    "±%",
    (p) => `Deepest drawdown, ${p["side"]}, ${basisWords(p)}`,
    (p) => `Lowest level over the highest level before it, minus one, since ${formatDate(p["since"] ?? "")}.`,
  ),
  "performance.volatility252d.{side}": daily(
    "%",
    "Volatility",
    "Annualised standard deviation (ddof 1, times √252)",
  ),
  "performance.beta252d": daily("ratio", "Beta of small on large", "Least-squares slope"),
  "performance.correlation252d": daily("ratio", "Correlation", "Pearson correlation"),
};
