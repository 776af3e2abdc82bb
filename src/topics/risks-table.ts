import type { Unit } from "../briefing/figure.ts";
import type { MacroSeries } from "../market/datasets.ts";
import type { TriggerRule } from "../maths/trigger.ts";
import {
  asPrinted,
  claims,
  curve,
  type Measure,
  monthly,
  oil,
  policyRise,
  policyUncertainty,
  sahmGap,
  threeMonthMeans,
  twoYear,
} from "./risks-measures.ts";
import type { FigureDraft } from "./topic.ts";

/** The three conditions that would break the case, and how many triggers each takes (DOMAIN 1). */
export const CONDITIONS = {
  downturn: { name: "US downturn", needed: 2 },
  hawkish: { name: "Hawkish Fed", needed: 1 },
  uncertainty: { name: "Global uncertainty", needed: 2 },
} as const;
export type ConditionName = keyof typeof CONDITIONS;
export const CONDITION_NAMES = Object.keys(CONDITIONS) as readonly ConditionName[];

export interface Trigger {
  readonly condition: ConditionName;
  readonly name: string;
  readonly unit: Unit;
  /** Of a level: what one of it is. */
  readonly measuredIn?: string;
  /** Of the distance, where that is not the value's own. */
  readonly distanceUnit?: Unit;
  readonly rule: TriggerRule;
  /** Between the two thresholds where there is but one. */
  readonly scale: number;
  readonly measure: Measure;
  /** Every economic series that the measure may read. */
  readonly series: readonly MacroSeries[];
  /** What to add to the data. */
  readonly remedy: string;
  /** How much of its series one print takes, where that is more than one value. */
  readonly takes?: string;
}

const MARGIN_SHARE = 0.2;

/** Two prints fire it; it ends a fifth of the way from the one threshold to the other inside. */
function two(direction: TriggerRule["direction"], warn: number, fire: number, strict = false): TriggerRule {
  return { direction, warn, fire, margin: MARGIN_SHARE * Math.abs(fire - warn), prints: 2, strict };
}

const add = (series: string) => `add ${series} to macro.csv`;

export const TRIGGERS = {
  sahm: {
    condition: "downturn",
    name: "Sahm rule",
    unit: "level",
    measuredIn: "percentage points",
    rule: two("above", 0.3, 0.5),
    scale: 1,
    measure: monthly("sahm", "Sahm rule, percentage points", {
      of: "unemployment_rate",
      made: "Sahm rule made from the unemployment rate as revised, percentage points",
      make: sahmGap,
      reach: 15, // a mean of three months, over the lowest of the twelve before
    }),
    series: ["sahm", "unemployment_rate"],
    remedy: add("sahm or unemployment_rate"),
    takes: "15 months of the unemployment rate",
  },
  activity: {
    condition: "downturn",
    name: "National activity (CFNAI)",
    unit: "level",
    measuredIn: "standard deviations",
    rule: two("below", -0.35, -0.7),
    scale: 1,
    measure: monthly("cfnai_ma3", "Chicago Fed national activity index, three-month mean", {
      of: "cfnai",
      made: "three-month mean made from the Chicago Fed national activity index",
      make: threeMonthMeans,
      reach: 3,
    }),
    series: ["cfnai_ma3", "cfnai"],
    remedy: add("cfnai_ma3 or cfnai"),
    takes: "three months of the index",
  },
  highYield: {
    condition: "downturn",
    name: "High-yield spread",
    unit: "level",
    measuredIn: "percentage points",
    rule: two("above", 4.5, 5),
    scale: 1,
    measure: asPrinted("high_yield_spread", "high-yield spread, percentage points"),
    series: ["high_yield_spread"],
    remedy: add("high_yield_spread"),
  },
  ism: {
    condition: "downturn",
    name: "ISM manufacturing",
    unit: "level",
    measuredIn: "index points",
    rule: two("below", 48, 45),
    scale: 1,
    measure: monthly("ism_manufacturing", "ISM manufacturing index"),
    series: ["ism_manufacturing"],
    remedy: add("ism_manufacturing"),
  },
  claims: {
    condition: "downturn",
    name: "Initial claims",
    unit: "%",
    rule: two("above", 10, 20),
    scale: 10,
    measure: claims,
    series: ["initial_claims"],
    remedy: add("initial_claims"),
    takes: "55 weeks of claims",
  },
  curve: {
    condition: "downturn",
    name: "Curve, 3 months to 10 years",
    unit: "bp",
    rule: { direction: "below", warn: 0, fire: null, margin: 10, prints: 2, strict: true },
    scale: 50,
    measure: curve,
    series: ["treasury_10y", "treasury_3m"],
    remedy: add("treasury_3m and treasury_10y"),
  },
  policyRise: {
    condition: "hawkish",
    name: "Rise in the target",
    unit: "bp",
    rule: { direction: "above", warn: null, fire: 0, margin: 0, prints: 1, strict: true },
    scale: 25,
    measure: policyRise,
    series: [],
    remedy: "add policy-decisions.csv",
  },
  twoYear: {
    condition: "hawkish",
    name: "2-year yield over the target",
    unit: "bp",
    rule: two("above", 25, 50),
    scale: 25,
    measure: twoYear,
    series: ["treasury_2y"],
    remedy: `${add("treasury_2y")}, and policy-decisions.csv`,
  },
  conditions: {
    condition: "hawkish",
    name: "Financial conditions (NFCI)",
    unit: "level",
    measuredIn: "standard deviations",
    rule: two("above", -0.25, 0, true),
    scale: 1,
    measure: asPrinted("nfci", "Chicago Fed national financial conditions index"),
    series: ["nfci"],
    remedy: add("nfci"),
  },
  vix: {
    condition: "uncertainty",
    name: "Volatility index (VIX)",
    unit: "level",
    measuredIn: "index points",
    rule: two("above", 20.65, 30),
    scale: 1,
    measure: asPrinted("vix", "VIX close"),
    series: ["vix"],
    remedy: add("vix"),
  },
  policyUncertainty: {
    condition: "uncertainty",
    name: "Policy uncertainty",
    unit: "percentile",
    distanceUnit: "index",
    rule: two("above", 80, 90),
    scale: 10,
    measure: policyUncertainty,
    series: ["policy_uncertainty"],
    remedy: `${add("policy_uncertainty")}, ten years and a month of it`,
    takes: "ten years and a month of the daily index",
  },
  geopolitical: {
    condition: "uncertainty",
    name: "Geopolitical risk",
    unit: "percentile",
    distanceUnit: "index",
    rule: two("above", 80, 90),
    scale: 10,
    measure: () => null,
    series: [],
    remedy: "no series of the data folder holds geopolitical risk",
  },
  stress: {
    condition: "uncertainty",
    name: "Financial stress index",
    unit: "level",
    measuredIn: "standard deviations",
    rule: { direction: "above", warn: null, fire: 0, margin: 0.1, prints: 2, strict: true },
    scale: 0.5,
    measure: asPrinted("stress_index", "St. Louis Fed financial stress index"),
    series: ["stress_index"],
    remedy: add("stress_index"),
  },
  oil: {
    condition: "uncertainty",
    name: "Oil over three months",
    unit: "%",
    rule: two("above", 15, 25),
    scale: 10,
    measure: oil,
    series: ["oil_wti"],
    remedy: add("oil_wti"),
    takes: "over three months of prices",
  },
} as const satisfies Readonly<Record<string, Trigger>>;
export type TriggerName = keyof typeof TRIGGERS;
export const TRIGGER_NAMES = Object.keys(TRIGGERS) as readonly TriggerName[];
export const triggerOf = (name: TriggerName): Trigger => TRIGGERS[name];

export const usesDecisions = (name: TriggerName): boolean => name === "policyRise" || name === "twoYear";

/** Of several triggers together which economic series were read, and whether the Fed's decisions. */
export function readsOf(
  triggers: readonly { readonly name: TriggerName; readonly from: readonly MacroSeries[] }[],
): NonNullable<FigureDraft["reads"]> {
  return {
    macro: [...new Set(triggers.flatMap(({ from }) => from))],
    ...(triggers.some(({ name }) => usesDecisions(name)) ? {} : { decisions: [] }),
  };
}
