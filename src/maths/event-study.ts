import { type Absent, absent, isAbsent, type Value } from "../briefing/value.ts";
import { clusterInterval } from "./bootstrap.ts";
import { addMonths, addMonthsToDate, monthOf } from "./calendar.ts";
import {
  awaitsClose,
  levelAt,
  monthEnds,
  nextLevel,
  type PairLevel,
  type PairReturn,
  type PairSeries,
  pairReturn,
} from "./returns.ts";
import { hitRate, mean, median, signTest, sum } from "./statistics.ts";

/** Finds the windows that follow an event; made once a series, since month-ends are looked up often. */
export interface Windows {
  /** The level a window starts from, or null where the data do not cover the event. */
  start(announced: string): PairLevel | null;
  /** The return from a start over `months`; null while the window is incomplete. */
  over(start: PairLevel, months: number): PairReturn | null;
  /** Month-end starts from `firstMonth` on: the unconditional base rate. */
  monthEndStarts(firstMonth: string): readonly PairLevel[];
}

/**
 * Monthly data: from the month-end of the announcement's month to the month-end `months` later. Daily data:
 * from the close of the announcement day (the next trading day's if closed) to the last close on or before
 * the same day `months` later, complete once that day has come (by `asOf`, inclusive) and no close up to it is missing.
 */
export function windowsOf(series: PairSeries, asOf = series.levels.at(-1)?.date ?? ""): Windows {
  const ends = monthEnds(series);
  const monthEndStarts = (firstMonth: string) =>
    [...ends].filter(([month]) => month >= firstMonth).map(([, level]) => level);
  if (series.frequency === "monthly") {
    return {
      monthEndStarts,
      start: (announced) => ends.get(monthOf(announced)) ?? null,
      over: (start, months) => {
        const end = ends.get(addMonths(monthOf(start.date), months));
        return end ? pairReturn(start, end) : null;
      },
    };
  }
  const isComplete = (target: string) => target <= asOf && !awaitsClose(series.levels, target);
  return {
    monthEndStarts,
    start: (announced) => nextLevel(series.levels, announced),
    over: (start, months) => {
      const target = addMonthsToDate(start.date, months);
      const end = isComplete(target) ? levelAt(series.levels, target) : null;
      return end ? pairReturn(start, end) : null;
    },
  };
}

/** One event's relative return, in percentage points, with the cycle it belongs to. */
export interface EventReturn {
  readonly cycle: string;
  readonly announced: string;
  readonly relative: number;
}

/** What one sample says at one horizon. Means and intervals in percentage points, hit in percent. */
export interface EventSummary {
  readonly n: number;
  readonly dropped: number;
  readonly mean: Value;
  readonly median: Value;
  readonly hit: Value;
  readonly ciLow: Value;
  readonly ciHigh: Value;
  readonly ahead: number;
  /** Two-sided sign test over cycle means. */
  readonly signTestP: Value;
  readonly byCycle: ReadonlyMap<string, { readonly mean: number; readonly n: number }>;
}

export function eventReturns(
  windows: Windows,
  events: readonly { readonly announced: string; readonly cycle: string }[],
  months: number,
): readonly EventReturn[] {
  return events.flatMap(({ announced, cycle }) => {
    const start = windows.start(announced);
    const window = start && windows.over(start, months);
    return window ? [{ cycle, announced, relative: window.relative }] : [];
  });
}

export function summarise(returns: readonly EventReturn[], events: number): EventSummary {
  const relative = returns.map((event) => event.relative);
  const clusters = [...groupByCycle(returns).values()];
  const interval = clusterInterval(clusters);
  const byCycle = new Map(
    [...groupByCycle(returns)].map(([cycle, values]) => [
      cycle,
      { mean: sum(values) / values.length, n: values.length },
    ]),
  );
  return {
    n: relative.length,
    dropped: events - relative.length,
    mean: mean(relative),
    median: median(relative),
    hit: hitRate(relative),
    ciLow: isAbsent(interval) ? interval : interval.low,
    ciHigh: isAbsent(interval) ? interval : interval.high,
    ahead: relative.filter((value) => value > 0).length,
    signTestP: signTest([...byCycle.values()].map((cycle) => cycle.mean)),
    byCycle,
  };
}

/** Relative returns by cycle, in order of appearance. */
export function groupByCycle(returns: readonly EventReturn[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const { cycle, relative } of returns) {
    const group = groups.get(cycle);
    if (group) group.push(relative);
    else groups.set(cycle, [relative]);
  }
  return groups;
}

/** The pooled mean without the events of the named cycles. */
export function meanWithout(returns: readonly EventReturn[], cycles: ReadonlySet<string>): Value {
  const kept = returns.filter((event) => !cycles.has(event.cycle)).map((event) => event.relative);
  return kept.length > 0 ? mean(kept) : absent("too_few_points", "no event is left without those cycles");
}

/** Lowest and highest pooled mean when one cycle at a time is left out. */
export function leaveOneCycleOut(returns: readonly EventReturn[]): { low: number; high: number } | Absent {
  const cycles = [...groupByCycle(returns).keys()];
  if (cycles.length < 2) return absent("too_few_points", "needs at least two cycles");
  const means = cycles
    .map((cycle) => meanWithout(returns, new Set([cycle])))
    .filter((value) => typeof value === "number");
  return { low: Math.min(...means), high: Math.max(...means) };
}

/** Relative return in percentage points month by month from a start: [0, 0], [1, …], … while complete. */
export function relativePath(
  windows: Windows,
  start: PairLevel,
  months: number,
): readonly (readonly [number, number])[] {
  const path: (readonly [number, number])[] = [[0, 0]];
  for (let month = 1; month <= months; month += 1) {
    const window = windows.over(start, month);
    if (!window) break;
    path.push([month, window.relative]);
  }
  return path;
}

/** Where a path stands at its last month among others that reach it: 1 is the highest; null without others. */
export function pathRank(
  path: readonly (readonly [number, number])[],
  others: readonly (readonly (readonly [number, number])[])[],
): { readonly month: number; readonly rank: number; readonly of: number } | null {
  const [month, value] = path.at(-1) ?? [0, 0];
  const rivals = others.flatMap((other) => other.find(([at]) => at === month)?.[1] ?? []);
  if (month === 0 || rivals.length === 0) return null;
  return { month, rank: 1 + rivals.filter((rival) => rival > value).length, of: rivals.length + 1 };
}

/** The cycles with the most events, longest first; ties by order of appearance. */
export function longestCycles(
  events: readonly { readonly cycle: string }[],
  count: number,
): readonly string[] {
  const sizes = new Map<string, number>();
  for (const { cycle } of events) sizes.set(cycle, (sizes.get(cycle) ?? 0) + 1);
  return [...sizes]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([cycle]) => cycle);
}
