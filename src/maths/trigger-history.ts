import { addDays } from "./calendar.ts";
import { conditionState, type Print, statesOf, type TriggerRule, type TriggerState } from "./trigger.ts";

/** A print with the first day on which it was public. */
export interface Release {
  readonly known: string;
  readonly print: Print;
}

/** From `date` on, inclusive, until the next step. null: not known. */
export interface Step {
  readonly date: string;
  readonly state: TriggerState | null;
  /** The newest print that was public; null where the state is not known. */
  readonly print: Print | null;
}

export interface Known {
  /** The last day on which a print of this date is not overdue; null: never overdue. */
  readonly freshUntil: (printDate: string) => string | null;
  /** Nothing is said of later days. */
  readonly to: string;
}

/** The step of one day, and where nothing follows in time the step that says so. */
export function stepOn(date: string, state: TriggerState, print: Print, next: string, known: Known): Step[] {
  const fresh = known.freshUntil(print.date);
  const end = fresh === null ? null : addDays(fresh, 1);
  const step: Step = { date, state, print };
  if (end === null || end >= next || end > known.to) return [step];
  if (end <= date) return [{ date, state: null, print: null }];
  return [step, { date: end, state: null, print: null }];
}

/** What was to be seen of a trigger day by day, where no print was ever revised. `releases` are in order of both dates. */
export function stepsOf(rule: TriggerRule, releases: readonly Release[], known: Known): readonly Step[] {
  const states = statesOf(
    rule,
    releases.map(({ print }) => print),
  );
  return releases.flatMap(({ known: date, print }, at): Step[] => {
    const next = releases[at + 1]?.known ?? addDays(known.to, 1);
    const state = states[at];
    return date > known.to || next === date || state === undefined
      ? []
      : stepOn(date, state, print, next, known);
  });
}

export interface Member {
  readonly steps: readonly Step[];
  /** False for one that only warns. */
  readonly canFire: boolean;
}

/** Of a condition: how many of its triggers had fired, of those known. */
export interface ConditionStep {
  readonly date: string;
  readonly state: TriggerState | null;
  /** Indices of the members that had fired. */
  readonly fired: readonly number[];
  readonly known: number;
}

/** A condition day by day, from what was known of each of its triggers on that day. */
export function conditionSteps(members: readonly Member[], needed: number): readonly ConditionStep[] {
  const dates = [...new Set(members.flatMap(({ steps }) => steps.map(({ date }) => date)))].sort();
  const places = members.map(() => -1);
  return dates.map((date) => {
    const states = members.map(({ steps }, which) => {
      let at = places[which] ?? -1;
      while ((steps[at + 1]?.date ?? "9999") <= date) at += 1;
      places[which] = at;
      return steps[at]?.state ?? null;
    });
    const known = states.filter((state) => state !== null);
    const open = members.filter(({ canFire }, at) => canFire && states[at] === null).length;
    return {
      date,
      state: conditionState(known, needed, open),
      fired: states.flatMap((state, at) => (state === "fired" ? [at] : [])),
      known: known.length,
    };
  });
}

/** A stretch of days on which something had fired. */
export interface Spell<S> {
  readonly from: string;
  /** The first day on which it had not, or was not known; null: it still has. */
  readonly until: string | null;
  /** What came after: null where it lasts, "unknown" where the data gave out. */
  readonly after: TriggerState | "unknown" | null;
  readonly first: S;
}

/** The spells of firing, in order. */
export function firedSpells<S extends { readonly date: string; readonly state: TriggerState | null }>(
  steps: readonly S[],
): readonly Spell<S>[] {
  const spells: Spell<S>[] = [];
  for (const step of steps) {
    const last = spells.at(-1);
    const isOpen = last !== undefined && last.until === null;
    if (step.state === "fired" && !isOpen)
      spells.push({ from: step.date, until: null, after: null, first: step });
    if (step.state !== "fired" && isOpen)
      spells[spells.length - 1] = { ...last, until: step.date, after: step.state ?? "unknown" };
  }
  return spells;
}
