import { formatMonth } from "../briefing/format.ts";
import { type Absent, absent, isAbsent } from "../briefing/value.ts";
import type { MacroObservation, MacroSeries, RevisionMonth } from "../market/datasets.ts";
import { monthEnd } from "../maths/calendar.ts";
import { type MonthSeries, midway, yearlyChange } from "../maths/regime.ts";
import { monthMeans } from "./macro-months.ts";
import { lowerFirst } from "./words.ts";

/** The inputs of the replica (DOMAIN 2f), in its order. */
export const INPUTS = {
  activity: "Activity",
  inflation: "Inflation",
  leading: "Leading index",
  capacity: "Capacity utilisation",
  yield: "10-year yield",
  credit: "Credit spread, inverted",
  revisions: "Estimate revisions",
} as const;
export type InputName = keyof typeof INPUTS;
export const INPUT_NAMES = Object.keys(INPUTS) as readonly InputName[];

export interface RegimeInput {
  readonly name: InputName;
  /** What it was read from, in words. */
  readonly made: string;
  /** Of macro data: the series. */
  readonly series?: MacroSeries;
  readonly values: MonthSeries;
  /** Months ("2025-10") without a value of their own, for which the mean of those on either side stands. */
  readonly filled: readonly string[];
}

const LEAST_MONTHS = 120;

/** A reading made of one macro series, the first that the data hold. */
type Reading = readonly [series: MacroSeries, made: string, change: (series: MonthSeries) => MonthSeries];

const inverted = (series: MonthSeries): MonthSeries =>
  new Map([...series].map(([month, value]) => [month, -value]));
const asItIs = (series: MonthSeries) => series;

const OF_MACRO: Partial<Record<InputName, readonly Reading[]>> = {
  activity: [
    ["cfnai", "the Chicago Fed's national activity index", asItIs],
    ["industrial_production", "industrial production against a year before", yearlyChange],
  ],
  inflation: [["cpi", "consumer prices against a year before", yearlyChange]],
  yield: [["treasury_10y", "the 10-year Treasury yield, mean of the month", asItIs]],
  credit: [
    ["baa_spread", "minus the Baa spread, mean of the month", inverted],
    ["high_yield_spread", "minus the high-yield spread, mean of the month", inverted],
  ],
};

const MISSING: Readonly<Record<InputName, string>> = {
  activity: "add cfnai or industrial_production to macro.csv",
  inflation: "add cpi to macro.csv",
  leading: "no series of the data folder holds a leading index",
  capacity: "no series of the data folder holds capacity utilisation",
  yield: "add treasury_10y to macro.csv",
  credit: "add baa_spread or high_yield_spread to macro.csv",
  revisions: "add revisions.csv with the index small",
};

/** Each input, or why it is missing. */
export function regimeInputs(
  macro: readonly MacroObservation[],
  revisions: readonly RevisionMonth[],
  asOf: string,
): ReadonlyMap<InputName, RegimeInput | Absent> {
  return new Map(
    INPUT_NAMES.map((name) => {
      const input = name === "revisions" ? ofRevisions(revisions, asOf) : ofMacro(name, macro, asOf);
      return [name, longEnough(name, input)] as const;
    }),
  );
}

function longEnough(name: InputName, input: RegimeInput | null): RegimeInput | Absent {
  if (input === null) return absent("unavailable", `${lowerFirst(INPUTS[name])}: ${MISSING[name]}`);
  const months = input.values.size;
  return months >= LEAST_MONTHS
    ? input
    : absent(
        "too_few_points",
        `${lowerFirst(INPUTS[name])} has ${months} months; a score needs ${LEAST_MONTHS}`,
      );
}

function ofMacro(name: InputName, macro: readonly MacroObservation[], asOf: string): RegimeInput | null {
  for (const [series, made, change] of OF_MACRO[name] ?? []) {
    const months = monthMeans(macro, series, asOf);
    const whole = midway(months);
    if (whole.size > 0) return { name, made, series, values: change(whole), filled: filledIn(months, whole) };
  }
  return null;
}

function ofRevisions(rows: readonly RevisionMonth[], asOf: string): RegimeInput | null {
  const own = rows.filter(
    ({ index, up, down, month }) => index === "small" && up + down > 0 && monthEnd(month) <= asOf,
  );
  if (own.length === 0) return null;
  const months = new Map(own.map(({ month, up, down }) => [month, (up - down) / (up + down)] as const));
  const values = midway(months);
  return {
    name: "revisions",
    made: "estimates of small-caps raised less cut, over their sum",
    values,
    filled: filledIn(months, values),
  };
}

const filledIn = (own: MonthSeries, whole: MonthSeries): readonly string[] =>
  [...whole.keys()].filter((month) => !own.has(month));

/** Which inputs rest on a month that has no value of its own: "Inflation: the data hold no value of Oct 2025; …". */
export function filledCaveats(inputs: readonly RegimeInput[]): readonly string[] {
  return inputs.flatMap(({ name, filled }) =>
    filled.length === 0
      ? []
      : [
          `${INPUTS[name]}: the data hold no value of ${filled.map(formatMonth).join(", ")}; the mean of the months on either side stands for it, known with the later of them.`,
        ],
  );
}

/** The inputs that are there. */
export function present(inputs: ReadonlyMap<InputName, RegimeInput | Absent>): readonly RegimeInput[] {
  return [...inputs.values()].flatMap((input) => (isAbsent(input) ? [] : [input]));
}
