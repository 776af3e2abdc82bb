import { formatMonth } from "../briefing/format.ts";
import type { Absent } from "../briefing/value.ts";
import type { MacroSeries, Recession } from "../market/datasets.ts";
import type { MonthSeries, Phase, RegimeMonth } from "../maths/regime.ts";
import { closedFigures, presentFigures } from "./define.ts";
import { type DiscretePeriods, discreteFamily } from "./discrete.ts";
import { BASIS_WORDS, type Basis } from "./levels.ts";
import { INPUTS, type InputName, type RegimeInput } from "./regime-inputs.ts";
import type { FigureFamily, Params } from "./topic.ts";

export const NEEDS = {
  macro: { dataset: "macro", required: true },
  levels: { dataset: "levels", required: false },
  revisions: { dataset: "revisions", required: false },
  recessions: { dataset: "recessions", required: false },
} as const;

export interface RegimeResult {
  readonly inputs: ReadonlyMap<InputName, RegimeInput | Absent>;
  readonly scores: ReadonlyMap<InputName, MonthSeries>;
  /** Every month with a reading; none: `reason` says why. */
  readonly months: readonly RegimeMonth[];
  readonly reason: Absent;
  /** The last month's end, or the data's. */
  readonly asOf: string;
  /** By whose release the replica is as old as it is. */
  readonly slowest: MacroSeries;
  readonly recessions: readonly Recession[];
  /** Monthly small minus large by phase, percentage points; null: no levels. */
  readonly returns: {
    readonly basis: Basis;
    readonly byPhase: ReadonlyMap<Phase, readonly number[]>;
    readonly discrete: DiscretePeriods;
    readonly asOf: string;
  } | null;
}

const present = presentFigures<typeof NEEDS>();
const inDeviations = (family: FigureFamily<keyof typeof NEEDS>) => ({
  ...family,
  measuredIn: () => "standard deviations",
});
const now = present(() => "the regime replica", "macro", "revisions");
const closed = closedFigures<typeof NEEDS>()("macro", "revisions");
const returns = closedFigures<typeof NEEDS>()("levels", "macro", "revisions");
const discrete = closedFigures<typeof NEEDS>()("levels");
const MADE =
  "Replica, not a bank's own indicator: scores of the inputs that the data hold (against all months up to each, at least 120, clipped at ±3), equal weights, three-month mean. Where an input has no value of a single month, the mean of the months on either side stands for it. Data as revised up to the as-of date.";
const used = (p: Params) => (p["used"] ? ` Inputs: ${p["used"]}.` : "");
const of = (unit: FigureFamily["unit"], label: FigureFamily["label"], definition: string) =>
  now(unit, label, (p) => `${definition} ${MADE}${used(p)}`);
const monthly = (p: Params) =>
  `monthly returns (${BASIS_WORDS[p["basis"] as Basis]}, small minus large), each two months after a month in ${p["phase"]}, when its data were out. ${MADE}`;
const CODES =
  "1 recovery (below zero, rising), 2 expansion (above, rising), 3 slowdown (above, falling), 4 contraction (below, falling)";

/** Every figure of the topic: unit, label, definition (DOMAIN 2f). */
export const FIGURES = {
  "regime.phase": of(
    "count",
    () => "Phase of the replica, 1 to 4",
    `${CODES}; confirmed once two months in a row say so.`,
  ),
  "regime.reading": of(
    "count",
    () => "Phase that the last month alone says, 1 to 4",
    `${CODES}; not yet confirmed where it differs from the phase.`,
  ),
  "regime.monthsInPhase": of("months", () => "Months in this phase", "Months since the phase was confirmed."),
  "regime.level": inDeviations(of("level", () => "Level of the replica (standard deviations)", "Level.")),
  "regime.change3m": inDeviations(
    of(
      "level",
      () => "Change of the replica over three months (standard deviations)",
      "Level against three months before.",
    ),
  ),
  "regime.inputs": of("count", () => "Inputs used, of seven", "Number of inputs that the data hold."),
  "regime.{input}.score": inDeviations(
    now(
      "level",
      (p) => `${INPUTS[p["input"] as InputName]}: score (standard deviations)`,
      (p) =>
        `${p["made"] || "Not in the data"}: distance from its mean of all months so far in standard deviations (ddof 1), at least 120 months, clipped at ±3.`,
    ),
  ),
  "regime.month.{month}.phase": closed(
    "count",
    (p) => `Phase of ${formatMonth(p["month"] ?? "")}, 1 to 4`,
    (p) => `${CODES}; as confirmed by then. ${MADE}${used(p)}`,
  ),
  "regime.month.{month}.level": inDeviations(
    closed(
      "level",
      (p) => `Level of ${formatMonth(p["month"] ?? "")} (standard deviations)`,
      (p) => `Level. ${MADE}${used(p)}`,
    ),
  ),
  "regime.after.{phase}.mean": returns(
    "pp",
    (p) => `A month's return after ${p["phase"]}, small minus large: mean`,
    (p) => `Mean of ${monthly(p)}`,
  ),
  "regime.after.{phase}.hit": returns(
    "%",
    (p) => `Months after ${p["phase"]} with small ahead`,
    (p) => `Share strictly above zero of ${monthly(p)}`,
  ),
  "regime.after.{phase}.n": returns(
    "count",
    (p) => `Months after ${p["phase"]}`,
    (p) => `Number of ${monthly(p)}`,
  ),
  "regime.discrete12m.{period}.small": discreteFamily(discrete, "small"),
  "regime.discrete12m.{period}.large": discreteFamily(discrete, "large"),
  "regime.discrete12m.{period}.relative": discreteFamily(discrete, "relative"),
};
