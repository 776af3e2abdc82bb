import { isAbsent, type Value } from "../../src/briefing/value.ts";
import { addDays } from "../../src/maths/calendar.ts";
import type { PairLevel, PairSeries } from "../../src/maths/returns.ts";

type Row = readonly [date: string, small: number, large: number];

const toLevels = (rows: readonly Row[]): readonly PairLevel[] =>
  rows.map(([date, small, large]) => ({ date, small, large }));

export function daily(...rows: readonly Row[]): PairSeries {
  return { frequency: "daily", levels: toLevels(rows) };
}

export function monthly(...rows: readonly Row[]): PairSeries {
  return { frequency: "monthly", levels: toLevels(rows) };
}

/** The weekdays from one date to another, both included. */
export function weekdays(from: string, to: string): readonly string[] {
  const dates: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const day = new Date(`${date}T00:00:00Z`).getUTCDay();
    if (day !== 0 && day !== 6) dates.push(date);
  }
  return dates;
}

/** The number, or a failure that names the reason for its absence. */
export function present(value: Value): number {
  if (isAbsent(value)) throw new TypeError(`absent (${value.absent}): ${value.note}`);
  return value;
}

export function reason(value: unknown): string {
  return isAbsent(value) ? value.absent : `present: ${JSON.stringify(value)}`;
}
