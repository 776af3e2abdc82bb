import { parse } from "csv-parse/sync";
import type { MacroObservation, Point } from "../../market/datasets.ts";
import { isDate } from "../../maths/calendar.ts";
import { retold } from "../distrust/retold.ts";
import { gapsIn, PLAUSIBLE, refuseImplausible } from "../distrust/series.ts";
import { layoutFault } from "../http/fault.ts";

/** Columns were added over the years, so they are found by name. */
const COLUMNS = { treasury_3m: "3 Mo", treasury_2y: "2 Yr", treasury_10y: "10 Yr" } as const;
export type YieldSeries = keyof typeof COLUMNS;
export const YIELDS = Object.keys(COLUMNS) as readonly YieldSeries[];

export interface YieldYear {
  readonly year: string;
  readonly series: { readonly [S in YieldSeries]: readonly Point[] };
}

/** One year's file: percent, oldest first. Blank is missing. */
export function parseYields(bytes: Buffer, year: string, today: string): YieldYear {
  const [header = [], ...rows] = cellsOf(bytes);
  const names = header.map((name) => name.trim());
  const dateAt = placeOf("Date", names);
  const places = Object.fromEntries(YIELDS.map((name) => [name, placeOf(COLUMNS[name], names)]));
  const columnOf = (name: YieldSeries): readonly Point[] => {
    const at = places[name] ?? -1;
    const points = rows.flatMap((row, index) => {
      const date = dayOf(row[dateAt] ?? "", year, index + 2);
      return yieldOf(row[at] ?? "", date, name);
    });
    points.reverse();
    refuseImplausible(inWords(name), points, PLAUSIBLE[name], today);
    return points;
  };
  const [treasury_3m, treasury_2y, treasury_10y] = [
    columnOf("treasury_3m"),
    columnOf("treasury_2y"),
    columnOf("treasury_10y"),
  ];
  return { year, series: { treasury_3m, treasury_2y, treasury_10y } };
}

/** Every year together. @throws SourceFault where a year does not join on to the next */
export function joinYears(years: readonly YieldYear[], today: string) {
  const doubts: string[] = [];
  const data = YIELDS.flatMap((series): MacroObservation[] => {
    const points = years.flatMap((each) => each.series[series]);
    refuseImplausible(inWords(series), points, PLAUSIBLE[series], today);
    // The market was closed for a week at most (New Year, September 2001).
    doubts.push(...gapsIn(inWords(series), points, 7));
    return points.map(({ date, value }) => ({ date, series, value, vintage: null }));
  });
  return { data: data.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)), doubts };
}

/** A year's file beside the one that was kept: yields are published once, and errors corrected now and then. */
export function compareYears(before: YieldYear, after: YieldYear, since: string): readonly string[] {
  return YIELDS.flatMap((series) =>
    retold(inWords(series), before.series[series], after.series[series], since, NEVER_REVISED),
  );
}

const NEVER_REVISED = { revised: false, another: 0.1 } as const;

const inWords = (series: YieldSeries) =>
  `${COLUMNS[series].replace("Mo", "month").replace("Yr", "year")} yield`;

function cellsOf(bytes: Buffer): readonly (readonly string[])[] {
  try {
    return parse(bytes, { bom: true, skip_empty_lines: true, trim: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "not a CSV file";
    throw layoutFault(`the layout has changed: ${reason.slice(0, 120)}`);
  }
}

function placeOf(name: string, names: readonly string[]): number {
  const found = names.filter((each) => each === name).length;
  if (found === 1) return names.indexOf(name);
  const problem = found === 0 ? "is missing" : "stands there twice";
  throw layoutFault(
    `the layout has changed: column "${name}" ${problem} in "${names.join(",").slice(0, 100)}"`,
  );
}

function dayOf(cell: string, year: string, line: number): string {
  const [, month, day, own] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(cell) ?? [];
  const date = `${own}-${month}-${day}`;
  if (own === undefined || !isDate(date))
    throw layoutFault(`line ${line} does not begin with a date but "${cell.slice(0, 20)}"`);
  if (own !== year) throw layoutFault(`line ${line} is of ${own}, not of ${year}`);
  return date;
}

function yieldOf(cell: string, date: string, series: YieldSeries): Point[] {
  if (cell === "" || cell === "N/A") return [];
  if (!/^-?\d{1,3}(\.\d+)?$/.test(cell))
    throw layoutFault(`${inWords(series)} of ${date}: "${cell.slice(0, 20)}" is not a number`);
  return [{ date, value: Number(cell) }];
}
