import { formatMonth } from "../briefing/format.ts";
import type { RecoveryStudy } from "../maths/recoveries.ts";
import { closedFigures } from "./define.ts";
import { type DiscretePeriods, discreteFamily } from "./discrete.ts";
import { BASIS_WORDS, type Basis } from "./levels.ts";
import type { FigureFamily, Params } from "./topic.ts";

export const NEEDS = {
  levels: { dataset: "levels", required: true },
  recessions: { dataset: "recessions", required: true },
} as const;

export const READINGS = ["small", "large", "relative"] as const;

export interface RecoveryResult extends RecoveryStudy {
  readonly basis: Basis;
  readonly asOf: string;
  /** The first month-end of the data. */
  readonly first: string;
  readonly discrete: DiscretePeriods;
  /** The trough whose start months are swept; null: no trough has data. */
  readonly swept: string | null;
}

const both = closedFigures<typeof NEEDS>()("levels", "recessions");
const levels = closedFigures<typeof NEEDS>()("levels");
const rule = (p: Params) =>
  `${BASIS_WORDS[p["basis"] as Basis]} over ${p["horizon"]}, month-end to month-end`;
const SIDE = { small: "small", large: "large", relative: "small minus large" } as const;

const ofTrough = (reading: keyof typeof SIDE) =>
  both(
    reading === "relative" ? "pp" : "±%",
    (p) => `${p["horizon"]} after the trough of ${formatMonth(p["trough"] ?? "")}, ${SIDE[reading]}`,
    (p) =>
      `Cumulative ${rule(p)}, of ${SIDE[reading]}, from the month-end of the trough's month${reading === "relative" ? ", percentage points (arithmetic)" : ""}. Troughs are NBER months, dated long afterwards.`,
  );
const ofAll = (unit: FigureFamily["unit"], what: string, definition: string) =>
  both(
    unit,
    (p) => `All recoveries, ${p["horizon"]}: ${what}`,
    (p) =>
      `${definition} Small minus large, ${rule(p)}, from the month-end of each NBER trough's month; incomplete windows are left out.`,
  );
const ofBase = (unit: FigureFamily["unit"], what: string, definition: string) =>
  levels(
    unit,
    (p) => `Any month, ${p["horizon"]}: ${what}`,
    (p) =>
      `Base rate: ${definition} Every window that starts at a month-end of the data, recovery or none. Small minus large, ${rule(p)}.`,
  );
const sweepRule = (p: Params) =>
  `Small minus large, ${rule(p)}, one window from each month-end of the ten months up to the NBER trough of ${formatMonth(p["trough"] ?? "")}.`;

/** Every figure of the topic: unit, label, definition (DOMAIN 2c). */
export const FIGURES = {
  "recovery.{trough}.{horizon}.small": ofTrough("small"),
  "recovery.{trough}.{horizon}.large": ofTrough("large"),
  "recovery.{trough}.{horizon}.relative": ofTrough("relative"),
  "recovery.all.{horizon}.mean": ofAll("pp", "mean", "Arithmetic mean over troughs."),
  "recovery.all.{horizon}.ahead": ofAll("count", "recoveries with small ahead", "Windows above zero."),
  "recovery.all.{horizon}.n": ofAll("count", "recoveries measured", "Number of complete windows."),
  "recovery.base.{horizon}.mean": ofBase("pp", "mean", "arithmetic mean."),
  "recovery.base.{horizon}.hit": ofBase("%", "small ahead", "share strictly above zero."),
  "recovery.base.{horizon}.n": ofBase("count", "windows", "number of windows."),
  "recovery.sweep.{start}.{horizon}.relative": both(
    "pp",
    (p) => `${p["horizon"]} from ${formatMonth(p["start"] ?? "")}, small minus large`,
    sweepRule,
  ),
  "recovery.sweep.{horizon}.ahead": both(
    "count",
    (p) => `Start months around ${formatMonth(p["trough"] ?? "")}, ${p["horizon"]}: small ahead`,
    (p) => `Windows above zero. ${sweepRule(p)}`,
  ),
  "recovery.sweep.{horizon}.n": both(
    "count",
    (p) => `Start months around ${formatMonth(p["trough"] ?? "")}, ${p["horizon"]}: windows`,
    (p) => `Number of complete windows. ${sweepRule(p)}`,
  ),
  "recovery.discrete12m.{period}.small": discreteFamily(levels, "small"),
  "recovery.discrete12m.{period}.large": discreteFamily(levels, "large"),
  "recovery.discrete12m.{period}.relative": discreteFamily(levels, "relative"),
};
