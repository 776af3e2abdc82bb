import { ordinal } from "../briefing/format.ts";
import { type Absent, isAbsent, type Value } from "../briefing/value.ts";
import type { MacroSeries, PolicyDecision } from "../market/datasets.ts";
import type { PairReturn } from "../maths/returns.ts";
import type { TriggerRun, TriggerState } from "../maths/trigger.ts";
import { closedFigures, presentFigures } from "./define.ts";
import { type DiscretePeriods, discreteFamily } from "./discrete.ts";
import { BASIS_WORDS, type Basis, type Read } from "./levels.ts";
import type { Backtest } from "./risks-backtest.ts";
import { BACKTEST_FIGURES } from "./risks-backtest-figures.ts";
import {
  CONDITIONS,
  type ConditionName,
  TRIGGER_NAMES,
  type Trigger,
  type TriggerName,
  triggerOf,
} from "./risks-table.ts";
import type { FigureDraft, FigureFamily, Params } from "./topic.ts";
import { capital, lowerFirst } from "./words.ts";

export const NEEDS = {
  macro: { dataset: "macro", required: true, vintages: true },
  decisions: { dataset: "policyDecisions", required: false },
  levels: { dataset: "levels", required: false },
} as const;

export interface TriggerReading {
  readonly name: TriggerName;
  /** The last print. */
  readonly value: Value;
  readonly asOf: string;
  readonly n: number;
  readonly made: string;
  /** Months that the last print takes from the month before, for want of their own. */
  readonly carried: readonly string[];
  readonly series: MacroSeries | null;
  /** Every economic series that it was made from. */
  readonly from: readonly MacroSeries[];
  /** The Fed's target that the last print was set against. */
  readonly against?: PolicyDecision;
  readonly run: TriggerRun;
  /** False where it is missing, overdue or not known. */
  readonly isKnown: boolean;
}

export interface ConditionReading {
  readonly name: ConditionName;
  /** null: those that are not known could fire it. */
  readonly state: TriggerState | null;
  readonly fired: number;
  /** Triggers that are known and can fire. */
  readonly known: number;
  /** Triggers that are not known and can fire. */
  readonly open: number;
  /** Triggers that can fire. */
  readonly of: number;
  /** A known trigger with the newest print: it dates the condition. */
  readonly newest: TriggerReading | null;
  /** What its triggers were made from. */
  readonly reads: NonNullable<FigureDraft["reads"]>;
}

export interface RisksResult {
  readonly triggers: readonly TriggerReading[];
  readonly conditions: readonly ConditionReading[];
  readonly asOf: string;
  /** Small against large over three months; null: no levels. */
  readonly outcome: {
    readonly read: Read;
    readonly value: PairReturn | Absent;
    readonly discrete: DiscretePeriods;
  } | null;
  /** null: none was asked for. */
  readonly backtest: Backtest | null;
}

type Family = FigureFamily<keyof typeof NEEDS & string>;
const present = presentFigures<typeof NEEDS>();
const closedLevels = closedFigures<typeof NEEDS>()("levels");
const numberIn = ({ unit, distanceUnit }: Trigger, value: number) =>
  (distanceUnit ?? unit) === "level" ? value.toFixed(2) : `${value}`;
const signed = (text: string) => text.replace("-", "\u2212");

/** Of what a level is measured in, as short as a chart needs it. */
const SHORT_UNITS: Readonly<Record<string, string>> = {
  "percentage points": "pp",
  "standard deviations": "sd",
  "index points": "points",
};

const plainly = (trigger: Trigger, value: number): string =>
  trigger.unit === "percentile" ? ordinal(value) : signed(numberIn(trigger, value));

function printed(trigger: Trigger, value: number): string {
  const unit = trigger.unit === "bp" ? " bp" : trigger.unit === "%" ? "%" : "";
  return `${plainly(trigger, value)}${unit}`;
}

/** What stands after a rule's numbers where they do not carry it themselves. */
export function unitAfter({ unit, measuredIn = "" }: Trigger, isShort = false): string {
  const words = unit === "percentile" ? unit : isShort ? (SHORT_UNITS[measuredIn] ?? measuredIn) : measuredIn;
  return words === "" ? "" : ` ${words}`;
}

/** "fires at 0.50"; a rule that acts at once has no distance to name. */
function firing(trigger: Trigger, fire: number): string {
  return trigger.rule.prints === 1 ? "fires at any rise" : `fires at ${printed(trigger, fire)}`;
}

/** Both thresholds where a chart has room for little more: "0.30 / 0.50 pp", or the only one. */
export function briefThresholds(trigger: Trigger): string {
  const { warn, fire } = trigger.rule;
  const unit = unitAfter(trigger, true);
  if (warn !== null && fire !== null) return `${plainly(trigger, warn)} / ${printed(trigger, fire)}${unit}`;
  return `${warn === null ? firing(trigger, fire ?? 0) : `warns at ${printed(trigger, warn)}`}${unit}`;
}

/** "pp: percentage points", of those triggers whose units a chart shortens. */
export function shortUnitsOf(triggers: readonly Trigger[]): readonly string[] {
  const named = new Set(triggers.map(({ measuredIn = "" }) => measuredIn));
  return Object.entries(SHORT_UNITS).flatMap(([unit, short]) =>
    named.has(unit) && short !== "points" ? [`${short}: ${unit}`] : [],
  );
}

/** "warns at 0.30, fires at 0.50 percentage points" */
export function thresholdsOf(trigger: Trigger, isShort = false): string {
  const { warn, fire, prints } = trigger.rule;
  if (prints === 1) return "fires at any rise";
  const said = [
    ...(warn === null ? [] : [`warns at ${printed(trigger, warn)}`]),
    ...(fire === null ? ["never fires"] : [firing(trigger, fire)]),
  ].join(", ");
  return `${said}${unitAfter(trigger, isShort)}`;
}

/** The whole rule: what begins a state, and what ends it. */
function ruleOf(trigger: Trigger): string {
  const { direction, margin, prints, warn, fire, strict } = trigger.rule;
  if (prints === 1) return "It fires at once, at any rise; the next change that is no rise ends that.";
  const isOne = warn === null || fire === null;
  const inside = `more than ${numberIn(trigger, margin)} inside it`;
  const warning = `One print beyond its ${isOne ? "" : "first "}threshold warns, one ${inside} ends a warning.`;
  const firing = `Two prints in a row beyond ${isOne ? "it" : "the second"} fire, two in a row ${inside} end that.`;
  return `It ${thresholdsOf(trigger)} (${strict ? "strictly " : ""}${direction}). ${warning}${fire === null ? "" : ` ${firing}`}`;
}

/** A trigger that has not fired stands where one more such print would fire it. `room`: what is left before it fires. */
export const isOnePrintShort = (name: TriggerName, room: Value): boolean =>
  !isAbsent(room) && (triggerOf(name).rule.strict ? room < 0 : room <= 0);

/** Four figures a trigger: each has its own unit. */
function familiesOf(name: TriggerName): Readonly<Record<string, Family>> {
  const trigger = triggerOf(name);
  const of = present(() => lowerFirst(trigger.name), ...sourcesOf(name));
  const made = (p: Params) => (p["made"] ? `${p["made"]}.` : "Not in the data.");
  const define = (
    unit: FigureFamily["unit"],
    label: string,
    words: string,
    measuredIn = unit === "level" ? trigger.measuredIn : undefined,
  ): Family => ({
    ...of(
      unit,
      () => `${trigger.name}: ${label}`,
      (p) => `${words}${capital(made(p))} ${ruleOf(trigger)}`,
    ),
    ...(measuredIn === undefined ? {} : { measuredIn: () => measuredIn }),
  });
  return {
    [`risks.${name}.value`]: define(trigger.unit, "now", ""),
    [`risks.${name}.distance`]: define(
      trigger.distanceUnit ?? trigger.unit,
      "room before it fires",
      `Room left before the threshold, zero or less at or beyond it${trigger.unit === "percentile" ? ", in points of the percentile" : ""}. `,
      trigger.unit === "percentile" ? "points of the percentile" : trigger.measuredIn,
    ),
    [`risks.${name}.state`]: define("count", "state, 0 to 2", "0 quiet, 1 warning, 2 fired. "),
    [`risks.${name}.position`]: define(
      "level",
      "place between its thresholds",
      "0 where it warns, 1 where it fires, so that unlike measures compare. ",
      "of the way from its warning to its threshold",
    ),
  };
}

function sourcesOf(name: TriggerName): readonly (keyof typeof NEEDS & string)[] {
  if (name === "policyRise") return ["decisions"];
  return name === "twoYear" ? ["macro", "decisions"] : ["macro"];
}

const condition = present(
  (p) => lowerFirst(CONDITIONS[p["condition"] as ConditionName].name),
  "macro",
  "decisions",
);
const ofCondition = (what: string, definition: string) =>
  condition(
    "count",
    (p) => `${CONDITIONS[p["condition"] as ConditionName].name}: ${what}`,
    (p) =>
      `${definition} It takes ${CONDITIONS[p["condition"] as ConditionName].needed === 1 ? "one fired trigger" : "two fired triggers"}.`,
  );

/** Every figure of the topic: unit, label, definition (DOMAIN 1). */
export const FIGURES: Readonly<Record<string, Family>> = {
  ...BACKTEST_FIGURES,
  ...Object.assign({}, ...TRIGGER_NAMES.map(familiesOf)),
  "risks.condition.{condition}.state": ofCondition("state, 0 to 2", "0 quiet, 1 warning, 2 fired."),
  "risks.condition.{condition}.fired": ofCondition("triggers fired", "Fired triggers, of those known."),
  "risks.condition.{condition}.known": ofCondition(
    "triggers known",
    "Triggers that can fire it, that the data hold and that are not overdue; one that only warns is not counted.",
  ),
  "risks.outcome.3m.relative": present(() => "what small-caps did", "levels")(
    "pp",
    (p) => `Three months, small minus large, ${BASIS_WORDS[p["basis"] as Basis]}`,
    (p) =>
      `Cumulative ${BASIS_WORDS[p["basis"] as Basis]} of small minus large, percentage points (arithmetic), three months to the last common date.`,
  ),
  "risks.discrete12m.{period}.small": discreteFamily(closedLevels, "small"),
  "risks.discrete12m.{period}.large": discreteFamily(closedLevels, "large"),
  "risks.discrete12m.{period}.relative": discreteFamily(closedLevels, "relative"),
};
