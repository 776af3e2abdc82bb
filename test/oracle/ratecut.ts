import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Relative returns after announced Fed cuts, derived from a canonical data folder by plain arithmetic and without any
 * code of `src/`. Definitions: DOMAIN.md 2b. Where that text leaves room, the choice made here is marked "chosen".
 */

const HORIZONS = [1, 3, 6, 12, 24];
const SAMPLE_START = "1990-01-01";
const MEETINGS_SCHEDULED_SINCE = "1994-02-01";
/** Four standard errors of a tail probability of 2.5 % estimated from 5,000 draws. */
const TAIL_SLACK = 4 * Math.sqrt((0.025 * 0.975) / 5000);

interface RatecutOptions {
  /** Inclusive; by default the newest date in `levels.csv`. */
  readonly asOf?: string;
  readonly basis: "total" | "price";
  /** First announcement (and first month-end of the base rate) that counts; by default January 1990. */
  readonly since?: string;
}

interface Pair {
  readonly date: string;
  readonly small: number;
  readonly large: number;
}

interface Cut {
  readonly announced: string;
  readonly first: boolean;
  readonly scheduled: boolean;
  /** Date of the first cut of the cycle that this cut belongs to. */
  readonly cycle: string;
}

/** Relative return in pp of the window of `h` months from an announcement; undefined when it is not complete. */
type Window = (from: string, h: number) => number | undefined;

interface RatecutOracle {
  /** Every cut announced from the sample's start to the as-of date, complete windows or not. */
  readonly cuts: readonly Cut[];
  /** Figure keys to values: pp for means, medians and interval bounds, percent for hits. */
  readonly figures: ReadonlyMap<string, number>;
  /** `{announced}.{h}m` to the relative return in pp of that complete window. */
  readonly windows: ReadonlyMap<string, number>;
  /** For each `ciLow` and `ciHigh`: the range in which a bootstrap of 5,000 draws falls but for bad luck of 4 sigma. */
  readonly bands: ReadonlyMap<string, readonly [number, number]>;
}

export function ratecutOracle(folder: string, options: RatecutOptions): RatecutOracle {
  const levels = rows(join(folder, "levels.csv"));
  const asOf =
    options.asOf ??
    levels
      .map(([date = ""]) => date)
      .sort()
      .at(-1) ??
    "";
  const since = options.since ?? SAMPLE_START;
  const pairs = commonPairs(levels, options.basis, asOf);
  const window = options.basis === "total" ? monthlyWindow(pairs) : dailyWindow(pairs);
  const cuts = readCuts(folder, since, asOf);
  const figures = new Map<string, number>([["ratecut.cycles", new Set(cuts.map((cut) => cut.cycle)).size]]);
  const bands = new Map<string, readonly [number, number]>();
  const windows = new Map<string, number>();
  for (const { announced } of cuts) {
    for (const h of HORIZONS) {
      const value = window(announced, h);
      if (value !== undefined) windows.set(`${announced}.${h}m`, value);
    }
  }
  const samples = {
    all: cuts,
    first: cuts.filter((cut) => cut.first),
    scheduled: cuts.filter((cut) => cut.scheduled),
  };
  for (const h of HORIZONS) {
    for (const [name, sample] of Object.entries(samples)) sampleFigures(`ratecut.${name}.${h}m`, sample, h);
    cycleFigures(h);
    baseFigures(`ratecut.base.${h}m`, h);
  }
  return { cuts, figures, windows, bands };

  function sampleFigures(key: string, sample: readonly Cut[], h: number): void {
    const cycles = byCycle(sample, h);
    const values = [...cycles.values()].flat();
    figures.set(`${key}.n`, values.length);
    if (values.length === 0) return;
    figures.set(`${key}.mean`, mean(values));
    figures.set(`${key}.median`, median(values));
    figures.set(`${key}.hit`, hit(values));
    if (cycles.size < 2) return;
    const outcomes = everyResample([...cycles.values()]);
    for (const [bound, p] of [["ciLow", 0.025] as const, ["ciHigh", 0.975] as const]) {
      figures.set(`${key}.${bound}`, quantile(outcomes, p));
      bands.set(`${key}.${bound}`, [quantile(outcomes, p - TAIL_SLACK), quantile(outcomes, p + TAIL_SLACK)]);
    }
  }

  /** Keys name a cycle by its year: chosen, that two cycles begun in one year have none (the record knows no such year). */
  function cycleFigures(h: number): void {
    const starts = new Set(cuts.map((cut) => cut.cycle));
    for (const [cycle, values] of byCycle(cuts, h)) {
      const year = cycle.slice(0, 4);
      const alone = [...starts].filter((start) => start.startsWith(year)).length === 1;
      if (alone) figures.set(`ratecut.cycle.${year}.${h}m.mean`, mean(values));
    }
  }

  function baseFigures(key: string, h: number): void {
    const base = monthEnds(pairs, since).flatMap((date) => window(date, h) ?? []);
    figures.set(`${key}.n`, base.length);
    if (base.length === 0) return;
    figures.set(`${key}.mean`, mean(base));
    figures.set(`${key}.hit`, hit(base));
  }

  function byCycle(sample: readonly Cut[], h: number): Map<string, number[]> {
    const cycles = new Map<string, number[]>();
    for (const cut of sample) {
      const value = windows.get(`${cut.announced}.${h}m`);
      if (value !== undefined) cycles.set(cut.cycle, [...(cycles.get(cut.cycle) ?? []), value]);
    }
    return cycles;
  }
}

/**
 * The cuts announced from `since` to `asOf`. Chosen: whether a cut is a first one is decided on the record from 1990
 * (or from `since`, if that is earlier), so that a later `since` drops events without turning a mid-cycle cut into a
 * first one.
 */
function readCuts(folder: string, since: string, asOf: string): Cut[] {
  const start = since < SAMPLE_START ? since : SAMPLE_START;
  const cuts: Cut[] = [];
  let cycle: string | undefined;
  for (const [announced = "", , change, , scheduled] of rows(join(folder, "policy-decisions.csv"))) {
    if (announced < start || announced > asOf) continue;
    if (Number(change) > 0) cycle = undefined;
    if (Number(change) >= 0) continue;
    const first = cycle === undefined;
    cycle ??= announced;
    cuts.push({
      announced,
      first,
      cycle,
      scheduled: scheduled === "true" && announced >= MEETINGS_SCHEDULED_SINCE,
    });
  }
  return cuts.filter((cut) => cut.announced >= since);
}

/** From the month-end of the month of `from` to the month-end `h` months later. */
function monthlyWindow(pairs: readonly Pair[]): Window {
  const months = new Map(pairs.map((pair) => [monthNumber(pair.date), pair]));
  return (from, h) => relative(months.get(monthNumber(from)), months.get(monthNumber(from) + h));
}

/** From the close of `from`, or of the next common day, to the last close on or before `h` months after that day. */
function dailyWindow(pairs: readonly Pair[]): Window {
  const last = pairs.at(-1)?.date ?? "";
  return (from, h) => {
    const start = pairs.find((pair) => pair.date >= from);
    if (!start) return undefined;
    const target = monthsLater(start.date, h);
    return target > last
      ? undefined
      : relative(
          start,
          pairs.findLast((pair) => pair.date <= target),
        );
  };
}

function relative(start: Pair | undefined, end: Pair | undefined): number | undefined {
  if (!start || !end) return undefined;
  return 100 * (end.small / start.small - end.large / start.large);
}

/** The last common date of each month from `since` on; the newest month may be cut short, its windows never complete. */
function monthEnds(pairs: readonly Pair[], since: string): string[] {
  const ends = pairs.filter((pair, i) => pairs[i + 1]?.date.slice(0, 7) !== pair.date.slice(0, 7));
  return ends.map((pair) => pair.date).filter((date) => date >= since);
}

function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function monthsLater(date: string, h: number): string {
  const month = monthNumber(date) + h;
  const year = Math.floor(month / 12);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const day = Math.min(Number(date.slice(8)), lengths[month % 12] ?? 0);
  return `${year}-${String((month % 12) + 1).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

interface Outcome {
  readonly value: number;
  readonly weight: number;
}

/**
 * The bootstrap over cycles without drawing: n cycles drawn n times with replacement give few distinct samples (1,716
 * for n = 7), so all are listed with their multinomial probabilities. Statistic: mean over all events in them.
 */
function everyResample(cycles: readonly (readonly number[])[]): Outcome[] {
  const n = cycles.length;
  const outcomes: Outcome[] = [];
  visit(0, n, 0, 0, factorial(n) / n ** n);
  return outcomes.sort((a, b) => a.value - b.value);

  function visit(cycle: number, left: number, total: number, events: number, weight: number): void {
    const values = cycles[cycle];
    if (!values) {
      if (left === 0) outcomes.push({ value: total / events, weight });
      return;
    }
    for (let times = 0; times <= left; times++) {
      const share = weight / factorial(times);
      visit(cycle + 1, left - times, total + times * sum(values), events + times * values.length, share);
    }
  }
}

/** The smallest outcome at which the cumulated probability reaches `p`. */
function quantile(sorted: readonly Outcome[], p: number): number {
  let cumulated = 0;
  for (const { value, weight } of sorted) {
    cumulated += weight;
    if (cumulated >= p) return value;
  }
  return sorted.at(-1)?.value ?? Number.NaN;
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** Percent strictly above 0. */
function hit(values: readonly number[]): number {
  return (100 * values.filter((value) => value > 0).length) / values.length;
}

/** The dates that both series of the basis have, in order. */
function commonPairs(levels: readonly string[][], basis: string, asOf: string): Pair[] {
  const small = new Map<string, number>();
  const large = new Map<string, number>();
  for (const [date = "", series, value] of levels) {
    if (date > asOf) continue;
    if (series === `small_${basis}`) small.set(date, Number(value));
    if (series === `large_${basis}`) large.set(date, Number(value));
  }
  const dates = [...small.keys()].filter((date) => large.has(date)).sort();
  return dates.map((date) => ({
    date,
    small: small.get(date) ?? Number.NaN,
    large: large.get(date) ?? Number.NaN,
  }));
}

/** The rows below the header. Naive: the folders read here hold no quotes. */
function rows(file: string): string[][] {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.slice(1).map((line) => line.trim().split(","));
}
