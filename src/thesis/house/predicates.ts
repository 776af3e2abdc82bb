import type { Unit } from "../../briefing/figure.ts";
import { formatValue } from "../../briefing/format.ts";

interface Test {
  readonly words: string;
  /** How many thresholds it takes. */
  readonly takes: 1 | 2;
  readonly holds: (value: number, low: number, high: number) => boolean;
}

/** What a figure may be asked; limits are met where "at" or "between" says so, and not otherwise. */
const PREDICATES = {
  above: { words: "above", takes: 1, holds: (value, low) => value > low },
  atLeast: { words: "at least", takes: 1, holds: (value, low) => value >= low },
  below: { words: "below", takes: 1, holds: (value, low) => value < low },
  atMost: { words: "at most", takes: 1, holds: (value, low) => value <= low },
  between: { words: "between", takes: 2, holds: (value, low, high) => value >= low && value <= high },
} as const satisfies Record<string, Test>;
export type Predicate = keyof typeof PREDICATES;
export const PREDICATE_NAMES = Object.keys(PREDICATES) as readonly Predicate[];

export const takesOf = (predicate: Predicate): 1 | 2 => PREDICATES[predicate].takes;

export function holds(predicate: Predicate, thresholds: readonly number[], value: number): boolean {
  const test: Test = PREDICATES[predicate];
  const [low = Number.NaN, high = Number.NaN] = thresholds;
  return test.holds(value, low, high);
}

/** "below −10.0%", "between 15.0x and 20.0x" */
export function inWords(
  predicate: Predicate,
  thresholds: readonly number[],
  unit: Unit,
  signed: boolean,
): string {
  return `${PREDICATES[predicate].words} ${thresholds.map((each) => formatValue(each, unit, signed)).join(" and ")}`;
}
