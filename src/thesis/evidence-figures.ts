import type { Value } from "../briefing/value.ts";
import type { MacroSeries } from "../market/datasets.ts";
import type { SpellGap } from "../maths/policy-spells.ts";
import type { RollingBeta } from "../maths/sensitivity.ts";
import { closedFigures, presentFigures } from "../topics/define.ts";
import { BASIS_WORDS, type Basis } from "../topics/levels.ts";
import type { FigureFamily, Params } from "../topics/topic.ts";

export const NEEDS = {
  levels: { dataset: "levels", required: false },
  macro: { dataset: "macro", required: false },
  factors: { dataset: "factors", required: false },
  decisions: { dataset: "policyDecisions", required: false },
  history: { dataset: "valuationHistory", required: false },
} as const;

export const DRIVERS = {
  twoYear: "the two-year Treasury yield",
  credit: "the credit spread",
  activity: "activity",
} as const;
export type Driver = keyof typeof DRIVERS;
export const DRIVER_NAMES = Object.keys(DRIVERS) as readonly Driver[];

/** Months by which small-caps go before activity; 0 is the same month. */
export const LEADS = [0, 1, 2, 3, 4, 5, 6] as const;
export const VARIANTS = ["aggIncl", "aggExLoss", "median", "profitable"] as const;
export const DISCOUNT_MONTHS = 24;

export interface EvidenceResult {
  readonly basis: Basis;
  /** Whether a dataset of each kind is at hand. */
  readonly has: Readonly<Record<"returns" | "spells" | "multiples", boolean>>;
  readonly asOf: Readonly<Record<"levels" | "factors" | "macro" | "history", string>>;
  readonly betas: Readonly<Record<Driver, RollingBeta>>;
  /** What each driver was read from (null: nothing at hand), and how it was made. */
  readonly made: Readonly<Record<Driver, { readonly of: MacroSeries | null; readonly made: string }>>;
  readonly spells: SpellGap;
  readonly leads: readonly {
    readonly months: number;
    readonly correlation: Value;
    readonly t: Value;
    readonly n: number;
  }[];
  readonly sentiment: readonly {
    readonly variant: string;
    readonly changes: Value;
    readonly levels: Value;
    readonly n: number;
  }[];
  readonly discounted: readonly { readonly variant: string; readonly months: Value }[];
}

const closed = closedFigures<typeof NEEDS>();
const moved = closed("levels", "macro");
const spells = closed("factors", "decisions");
const mirrored = closed("history", "macro");
const discounted = presentFigures<typeof NEEDS>()(() => "months at a discount", "history");

const WORDS: Readonly<Record<string, string>> = {
  aggIncl: "all companies",
  aggExLoss: "without loss-makers",
  median: "median (profitable)",
  profitable: "profitable last 12m",
};
const variant = (p: Params) => WORDS[p["variant"] ?? ""] ?? "";
const driver = (p: Params) => DRIVERS[p["driver"] as Driver];
const monthly = (p: Params) =>
  `monthly return of small minus large (${BASIS_WORDS[p["basis"] as Basis] ?? "as the data have it"})`;
const latest = presentFigures<typeof NEEDS>()((p) => `the latest beta to ${driver(p)}`, "levels", "macro");
const betas = (unit: FigureFamily["unit"], what: string, definition: string, define: typeof moved = moved) =>
  define(
    unit,
    (p) => `Sensitivity to ${driver(p)}: ${what}`,
    (p) =>
      `${definition} Least-squares slope of the ${monthly(p)} on the same month's ${p["made"] || `change of ${driver(p)}`}, over 36 months in a row; neighbouring windows share 35.`,
  );
const perUnit = ({ driver: name = "", made = "" }: Params) =>
  name !== "activity" ? "pp" : made.startsWith("growth") ? "percent" : "index point";
const lead = (unit: FigureFamily["unit"], what: string, definition: string) =>
  moved(
    unit,
    (p) =>
      `Small minus large and activity ${p["lead"] === "0m" ? "in the same month" : `${p["lead"]} later`}: ${what}`,
    (p) =>
      `${definition} Pearson correlation of the ${monthly(p)} with ${p["made"] || "activity"} that many months later.`,
  );
const spell = (unit: FigureFamily["unit"] | "±%", label: (p: Params) => string, definition: string) =>
  spells(
    unit,
    label,
    () =>
      `${definition} SMB: return of the small portfolios minus that of the big ones, a month. A month belongs to the spell in force at its start: easing from a cut to the next rise, tightening from a rise to the next cut.`,
  );

/** What claims need and no topic computes: unit, label, definition. */
export const FIGURES = {
  "thesis.beta.{driver}.flips": betas(
    "%",
    "windows whose beta has the less common sign",
    "Share of windows whose beta has not the sign that most have.",
  ),
  "thesis.beta.{driver}.latest": {
    ...betas("level", "latest beta", "Of the last window.", latest),
    measuredIn: (p: Params) => `pp a month per ${perUnit(p)}`,
  },
  "thesis.beta.{driver}.n": betas("count", "windows", "Number of windows."),
  "thesis.easing.gap": spell(
    "±%",
    () => "SMB in easing minus tightening, a year",
    "Difference of monthly means, times 12.",
  ),
  "thesis.easing.t": spell(
    "ratio",
    () => "SMB in easing minus tightening: t statistic",
    "Welch's t: the difference over the root of the sum of sd²/n (ddof 1).",
  ),
  "thesis.{spell}.meanAnnual": spell(
    "±%",
    (p) => `SMB in ${p["spell"]} spells, a year`,
    "Monthly mean times 12.",
  ),
  "thesis.{spell}.n": spell("count", (p) => `Months of ${p["spell"]}`, "Number of months."),
  "thesis.lead.{lead}.correlation": lead("ratio", "correlation", ""),
  "thesis.lead.{lead}.t": lead("ratio", "t statistic", "r·√((n−2)/(1−r²))."),
  "thesis.sentiment.{variant}.changes": mirrored(
    "ratio",
    (p) => `Relative P/E and consumer sentiment, monthly changes, ${variant(p)}`,
    (p) =>
      `Pearson correlation of monthly changes of the forward P/E of small over that of large (${variant(p)}) with those of consumer sentiment.`,
  ),
  "thesis.sentiment.{variant}.levels": mirrored(
    "ratio",
    (p) => `Relative P/E and consumer sentiment, levels, ${variant(p)}`,
    (p) =>
      `Pearson correlation of the forward P/E of small over that of large (${variant(p)}) with consumer sentiment; levels that trend correlate.`,
  ),
  "thesis.discounted.{variant}.months": discounted(
    "months",
    (p) => `Of the last ${DISCOUNT_MONTHS} months at a discount, ${variant(p)}`,
    (p) =>
      `Months of the last ${DISCOUNT_MONTHS} with a forward P/E of small below that of large (${variant(p)}); all ${DISCOUNT_MONTHS} must be in the data.`,
  ),
};
