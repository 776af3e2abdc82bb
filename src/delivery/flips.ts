/** One trigger or condition as the data at hand show it. */
export interface Watched {
  /** "sahm", or of a condition "condition.downturn". */
  readonly key: string;
  readonly name: string;
  /** Whose alert it is part of: "downturn". */
  readonly condition: string;
  readonly isCondition: boolean;
  /** null: not known; of a condition: not fired by the triggers that are known, and others could fire it. */
  readonly state: WatchedState | null;
  /** Of the newest print, ISO. */
  readonly asOf: string;
  readonly rule: string;
}
export type WatchedState = "quiet" | "warning" | "fired";

/** What a channel was told last, by key. "open": a condition that has not fired by what is known. */
export type Told = Readonly<Record<string, { readonly state: WatchedState | "open"; readonly asOf: string }>>;

/** A change of state that a channel is to hear of. */
export interface Flip {
  readonly key: string;
  readonly name: string;
  readonly condition: string;
  readonly isCondition: boolean;
  readonly before: WatchedState | "open";
  readonly now: WatchedState | "open";
  /** Of the print with which it was seen. */
  readonly asOf: string;
  readonly rule: string;
}

/**
 * What changed against what was told, and what is told now. What nobody was told of yet is taken as it stands, what is
 * not known now stays as it was told, and data older than those told of say nothing. Pure.
 * @param warnings a warning that begins or ends is told too; else what fires and what ceases to
 */
export function flipsOf(
  told: Told,
  watched: readonly Watched[],
  warnings: boolean,
): { readonly told: Told; readonly flips: readonly Flip[] } {
  const next: Record<string, Told[string]> = { ...told };
  const flips: Flip[] = [];
  for (const each of watched) {
    const { key, name, condition, isCondition, asOf, rule } = each;
    const now = stateOf(each, told, watched);
    const before = told[key];
    if (now === null || (before !== undefined && asOf < before.asOf)) continue;
    next[key] = { state: now, asOf };
    if (before === undefined || before.state === now) continue;
    if (!isWorthTelling(before.state, now, warnings && !isCondition)) continue;
    flips.push({ key, name, condition, isCondition, before: before.state, now, asOf, rule });
  }
  return { told: next, flips };
}

function stateOf(
  { isCondition, state, condition }: Watched,
  told: Told,
  watched: readonly Watched[],
): WatchedState | "open" | null {
  if (state !== null || !isCondition) return state;
  // A trigger that had fired and is not known now took nothing back.
  const isBlind = watched.some(
    (each) =>
      !each.isCondition &&
      each.condition === condition &&
      each.state === null &&
      told[each.key]?.state === "fired",
  );
  return isBlind ? null : "open";
}

const isWorthTelling = (before: string, now: string, warnings: boolean) =>
  before === "fired" || now === "fired" || warnings;
