import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Performance and risk figures derived from a canonical data folder by plain arithmetic and without any code of
 * `src/`. Definitions: DOMAIN.md 2e. Where that text leaves room, the choice made here is marked "chosen".
 */

interface PerformanceOptions {
  /** Inclusive; by default everything in `levels.csv`. */
  readonly asOf?: string;
  /** `total` (default): monthly total returns, daily price closes for 1d, 5d, mtd, qtd and risk. `price`: daily only. */
  readonly basis?: "total" | "price";
}

interface PerformanceOracle {
  /** Figure keys to values in percent, relative ones in pp. */
  readonly figures: ReadonlyMap<string, number>;
  /** Window names to the two dates between which they were measured, such as `2026-06-30..2026-07-31`. */
  readonly windows: ReadonlyMap<string, string>;
  /** On the last 252 daily price returns, volatilities in percent a year; undefined without daily data. */
  readonly risk: Risk | undefined;
}

interface Risk {
  readonly volatilitySmall: number;
  readonly volatilityLarge: number;
  /** Of small on large. */
  readonly beta: number;
  readonly correlation: number;
}

/** Rows of date, small, large. */
type Row = readonly [date: string, small: number, large: number];

export function performanceOracle(folder: string, options: PerformanceOptions = {}): PerformanceOracle {
  const text = readFileSync(join(folder, "levels.csv"), "utf8");
  const asOf = options.asOf ?? "9999-12-31";
  const months = table(text, "total", asOf);
  const days = table(text, "price", asOf);
  const figures = new Map<string, number>();
  const windows = new Map<string, string>();
  const daily = days.length > 0;

  if (daily) {
    put("performance.1d", days.at(-2), days.at(-1), "1d");
    put("performance.5d", days.at(-6), days.at(-1), "5d");
  }
  toDate("mtd", daily ? days : months, 1);
  toDate("qtd", daily ? days : months, 3);
  if (options.basis === "price") {
    toDate("ytd", days, 12);
    for (const k of [1, 3, 6, 12]) put(`performance.${k}m`, closeBack(days, k), days.at(-1), `${k}m`);
    for (let p = 1; p <= 5; p++) discrete(p, closeBack(days, 12 * p), closeBack(days, 12 * (p - 1)));
  } else {
    toDate("ytd", months, 12);
    for (const k of [1, 3, 6, 12]) put(`performance.${k}m`, monthBack(months, k), months.at(-1), `${k}m`);
    for (let p = 1; p <= 5; p++) discrete(p, monthBack(months, 12 * p), monthBack(months, 12 * (p - 1)));
    bestMonths();
  }
  return { figures, windows, risk: daily ? risk(days) : undefined };

  /**
   * From the last row before the running period of `length` months (1, 3 or 12) to the last row. A month-end belongs
   * to the period it ends: with December as the last month, ytd is that whole year.
   */
  function toDate(name: string, series: readonly Row[], length: number): void {
    const end = series.at(-1);
    if (!end) return;
    const period = Math.floor(monthOf(end) / length);
    const start = series.filter((row) => Math.floor(monthOf(row) / length) < period).at(-1);
    put(`performance.${name}`, start, end, name);
  }

  function discrete(p: number, start: Row | undefined, end: Row | undefined): void {
    put(`performance.discrete12m.${p}`, start, end, `discrete12m.${p}`);
  }

  function put(key: string, start: Row | undefined, end: Row | undefined, window: string): void {
    if (!start || !end) return;
    figures.set(`${key}.small`, percent(start[1], end[1]));
    figures.set(`${key}.large`, percent(start[2], end[2]));
    figures.set(`${key}.relative`, percent(start[1], end[1]) - percent(start[2], end[2]));
    windows.set(window, `${start[0]}..${end[0]}`);
  }

  function bestMonths(): void {
    const last = months.slice(-13);
    if (last.length < 13) return;
    const small = last.slice(1).map((row, i) => percent(last[i]?.[1], row[1]));
    const lead = last.slice(1).map((row, i) => percent(last[i]?.[1], row[1]) - percent(last[i]?.[2], row[2]));
    figures.set("performance.bestMonth12m.small", Math.max(...small));
    figures.set("performance.bestMonth12m.relative", Math.max(...lead));
    windows.set("bestMonth12m.small", last[1 + small.indexOf(Math.max(...small))]?.[0] ?? "");
    windows.set("bestMonth12m.relative", last[1 + lead.indexOf(Math.max(...lead))]?.[0] ?? "");
  }
}

/** The row of the month `k` months before the last one; undefined where the series has no such month. */
function monthBack(months: readonly Row[], k: number): Row | undefined {
  const end = months.at(-1);
  return end && months.find((row) => monthOf(row) === monthOf(end) - k);
}

/** The last close on or before the same day `k` months before the last close, that day clamped to its month. */
function closeBack(days: readonly Row[], k: number): Row | undefined {
  const end = days.at(-1);
  if (!end || k === 0) return end;
  const target = monthOf(end) - k;
  const day = end[0].slice(8);
  // Without a calendar: within the target month, days after `day` are out, and a short month ends before it anyway.
  const reached = (row: Row) => monthOf(row) < target || (monthOf(row) === target && row[0].slice(8) <= day);
  return days.filter(reached).at(-1);
}

/** Simple returns on common dates, the last 252; plain sums of squares and products, ddof 1. */
function risk(days: readonly Row[]): Risk | undefined {
  const last = days.slice(-253);
  const n = last.length - 1;
  if (n < 252) return undefined;
  let [x, y, xx, yy, xy] = [0, 0, 0, 0, 0];
  for (const [i, row] of last.slice(1).entries()) {
    const small = percent(last[i]?.[1], row[1]);
    const large = percent(last[i]?.[2], row[2]);
    x += large;
    y += small;
    xx += large * large;
    yy += small * small;
    xy += large * small;
  }
  const varianceLarge = (xx - (x * x) / n) / (n - 1);
  const varianceSmall = (yy - (y * y) / n) / (n - 1);
  const covariance = (xy - (x * y) / n) / (n - 1);
  return {
    volatilitySmall: Math.sqrt(varianceSmall * 252),
    volatilityLarge: Math.sqrt(varianceLarge * 252),
    beta: covariance / varianceLarge,
    correlation: covariance / Math.sqrt(varianceSmall * varianceLarge),
  };
}

function percent(start: number | undefined, end: number): number {
  return start === undefined ? Number.NaN : (100 * (end - start)) / start;
}

/** Months since year 0, so that quarters and years are its division by 3 and 12. */
function monthOf(row: Row): number {
  return Number(row[0].slice(0, 4)) * 12 + Number(row[0].slice(5, 7)) - 1;
}

/** The dates to `asOf` that both series of the basis have, in order. Naive: the file holds no quotes. */
function table(text: string, basis: string, asOf: string): Row[] {
  const lines = text.split("\n").map((line) => line.trim().split(","));
  const of = (series: string) =>
    new Map(lines.filter((cells) => cells[1] === series).map(([date, , v]) => [date, v]));
  const small = of(`small_${basis}`);
  const large = of(`large_${basis}`);
  const joined: Row[] = [];
  for (const [date = "", value] of small) {
    if (date <= asOf && large.has(date)) joined.push([date, Number(value), Number(large.get(date))]);
  }
  return joined.sort((a, b) => (a[0] < b[0] ? -1 : 1));
}
