/** When a condition warns, fires and calms down again (DOMAIN 1, "what would break the case"). */
export interface TriggerRule {
  readonly direction: "above" | "below";
  /** null: one print beyond `fire` is what warns. */
  readonly warn: number | null;
  /** null: it warns only. */
  readonly fire: number | null;
  /** How far inside a threshold a value must be back before the state ends. */
  readonly margin: number;
  /** Prints in a row that fire it, and that end the firing: two, or one where it acts at once. */
  readonly prints: 1 | 2;
  /** A value equal to the threshold is not yet beyond it. */
  readonly strict: boolean;
}

export interface Print {
  readonly date: string;
  readonly value: number;
}

export const TRIGGER_STATES = ["quiet", "warning", "fired"] as const;
export type TriggerState = (typeof TRIGGER_STATES)[number];

export interface TriggerRun {
  readonly state: TriggerState;
  /** The print with which the state began; "" without prints. */
  readonly since: string;
  /** The dates on which it fired. */
  readonly fires: readonly string[];
}

/** Room left before a threshold, in the value's own unit; zero or less at or beyond it. */
export function roomTo(threshold: number, value: number, direction: TriggerRule["direction"]): number {
  return direction === "above" ? threshold - value : value - threshold;
}

function isBeyond(rule: TriggerRule, threshold: number, value: number, margin: number): boolean {
  const room = roomTo(threshold, value, rule.direction) - margin;
  return margin === 0 && rule.strict ? room < 0 : room <= 0;
}

/**
 * One step: fires once `prints` in a row are beyond `fire`; a single print beyond either threshold warns. A state ends
 * only where the value is back inside by more than the margin, a firing after `prints` such prints.
 */
function next(rule: TriggerRule, state: TriggerState, last: readonly Print[]): TriggerState {
  const { warn, fire, margin, prints } = rule;
  const value = last.at(-1)?.value ?? 0;
  const enough = last.slice(-prints);
  const all = (test: (each: number) => boolean) =>
    enough.length === prints && enough.every((print) => test(print.value));
  if (fire !== null && all((each) => isBeyond(rule, fire, each, 0))) return "fired";
  const stays = fire !== null && !all((each) => !isBeyond(rule, fire, each, margin));
  if (state === "fired" && stays) return "fired";
  const threshold = warn ?? fire;
  if (threshold === null) return "quiet";
  return isBeyond(rule, threshold, value, state === "quiet" ? 0 : margin) ? "warning" : "quiet";
}

/** The state after each print, in date order. */
export function statesOf(rule: TriggerRule, prints: readonly Print[]): readonly TriggerState[] {
  let state: TriggerState = "quiet";
  return prints.map((_, at) => {
    state = next(rule, state, prints.slice(Math.max(0, at - 1), at + 1));
    return state;
  });
}

/** The state after the last print, in date order. */
export function runTrigger(rule: TriggerRule, prints: readonly Print[]): TriggerRun {
  let run: TriggerRun = { state: "quiet", since: prints[0]?.date ?? "", fires: [] };
  for (const [at, state] of statesOf(rule, prints).entries()) {
    if (state === run.state) continue;
    const since = prints[at]?.date ?? "";
    run = { state, since, fires: state === "fired" ? [...run.fires, since] : run.fires };
  }
  return run;
}

/**
 * Where a value stands between its thresholds: 0 at `warn`, 1 at `fire`, so that unlike measures compare. `scale` is
 * the distance between the two where the rule has only one of them.
 */
export function positionOf({ direction, warn, fire }: TriggerRule, value: number, scale: number): number {
  const size = warn !== null && fire !== null ? Math.abs(fire - warn) : scale;
  if (fire !== null) return 1 - roomTo(fire, value, direction) / size;
  return warn === null ? 0 : -roomTo(warn, value, direction) / size;
}

/**
 * A condition of several triggers: fired where at least `needed` of those known are. `open`: how many unknown ones can
 * fire; null where they could make up the number, so that nothing can be told.
 */
export function conditionState(
  states: readonly TriggerState[],
  needed: number,
  open = 0,
): TriggerState | null {
  const fired = states.filter((state) => state === "fired").length;
  if (fired >= needed) return "fired";
  if (fired + open >= needed) return null;
  return states.some((state) => state !== "quiet") ? "warning" : "quiet";
}
