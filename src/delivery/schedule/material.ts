import type { Figure, Unit } from "../../briefing/figure.ts";
import { isAbsent } from "../../briefing/value.ts";

/** Figures that move because a day has passed, whatever the market did: their windows reset or slide on. */
const MOVED_BY_THE_CALENDAR: readonly RegExp[] = [
  /^performance\.(1d|5d|mtd|qtd|ytd)\./, // another day; a month, quarter or year that begins anew
  /\.discrete12m\.\d\.(small|large|relative)$/, // of whatever topic: another year each time
  /^performance\.bestMonth12m\./, // a month that drops out of its year
  /\.(n|dropped)$/, // windows that became complete: what they say is in the means
];

/** Figures that say again what others say: of verdicts their number, and what they were at earlier month-ends. */
const SAY_IT_AGAIN: readonly RegExp[] = [
  /^thesis\.\w+\.(holds|fails|depends|untested|opinion)$/,
  /^thesis\.(?:house\.)?[\w-]+\.(on\.\S+|then)$/,
  /^thesis\.nearest\./, // of another trigger each time
];

/** Whether it is no news that a figure moved, came or went. */
export function isNoNews(key: string): boolean {
  return [...MOVED_BY_THE_CALENDAR, ...SAY_IT_AGAIN].some((pattern) => pattern.test(key));
}

/** Events, of which one more is news, however many there were. */
const EVENTS = /^ratecut\.(cuts|cycles)$/;

/**
 * How far a figure must move to be worth telling, in its own unit: beyond the noise of an ordinary day.
 * Counts and index levels are judged against their size.
 */
const MATERIAL: Readonly<Record<Unit, (before: number) => number>> = {
  pp: () => 1,
  "%": () => 1,
  x: () => 0.3,
  count: (before) => Math.max(1, Math.abs(before) * 0.02),
  number: (before) => Math.max(0.1, Math.abs(before) * 0.02),
  months: () => 1,
  rank: () => 1,
  ratio: () => 0.05,
  index: (before) => Math.abs(before) * 0.01,
  p: () => 0.05,
  percentile: () => 5,
  "USD bn": (before) => Math.abs(before) * 0.05,
  bp: () => 5,
  verdict: () => 1,
  phase: () => 1,
  level: (before) => Math.max(0.1, Math.abs(before) * 0.05),
};
/** Differences of decimals: 5.1 − 4.1 is a shade less than 1. */
const ROUNDING = 1e-9;

/** How far a figure moved, in what it takes to be worth telling; from 1 on it is. */
export function movement(key: string, unit: Unit, before: number, after: number): number {
  const moved = Math.abs(after - before);
  return moved / (EVENTS.test(key) ? 1 : MATERIAL[unit](before)) + ROUNDING;
}

/** Small against large, not one of the two alone: what the briefing is about. */
export function isComparison(key: string): boolean {
  return !/\.(small|large)(\.|$)/.test(key);
}

/** From ahead to behind, or back. */
export function hasTurned(before: Figure | undefined, after: Figure): boolean {
  if (before === undefined || isAbsent(before.value) || isAbsent(after.value)) return false;
  return (after.unit === "pp" || after.signed === true) && before.value * after.value < 0;
}
