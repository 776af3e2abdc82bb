import { addDays, addMonths, monthEnd, monthOf } from "../maths/calendar.ts";
import {
  type Constituent,
  type DatasetName,
  type Datasets,
  type Levels,
  MACRO_SERIES,
  type MacroObservation,
  type MacroSeries,
  type Point,
} from "./datasets.ts";
import { withoutLaterEstimates } from "./estimates.ts";
import { MACRO_CALENDAR } from "./macro-series.ts";
import { knownFrom } from "./nber-announcements.ts";
import { releasedOn } from "./releases.ts";

const upTo =
  <Row>(knownFrom: (row: Row) => string) =>
  (rows: readonly Row[], asOf: string): readonly Row[] =>
    rows.filter((row) => knownFrom(row) <= asOf);

const monthRow = (row: { readonly month: string }) => monthEnd(row.month);

function upToMonth<Row extends { readonly month: string }>(
  rows: readonly Row[],
  asOf: string,
): readonly Row[] {
  return rows.filter((row) => monthRow(row) <= asOf);
}

function cutLevels(levels: Levels, asOf: string): Levels {
  const cut = upTo((point: Point) => point.filed ?? point.date);
  return Object.fromEntries(Object.entries(levels).map(([series, points]) => [series, cut(points, asOf)]));
}

/** The first day on which an observation was public. */
export function publishedOn({ date, series, vintage }: MacroObservation): string {
  if (vintage !== null) return vintage;
  const { cadence, lagDays } = MACRO_CALENDAR[series];
  const period = cadence === "monthly" ? monthEnd(monthOf(date)) : date;
  return releasedOn(series, date) ?? addDays(period, lagDays);
}

/** Which rows were public, by one comparison a row: `publishedOn` would reckon a date for each of them. */
function publicBy(asOf: string): (row: MacroObservation) => boolean {
  const lastPeriods = new Map(MACRO_SERIES.map((series) => [series, lastPeriod(series, asOf)]));
  return ({ date, series, vintage }) =>
    vintage === null
      ? (ofItsRelease(series, date, asOf) ?? date <= (lastPeriods.get(series) ?? ""))
      : vintage <= asOf;
}

/** Whether a value was out, where the day of its release is in the table; else null. */
function ofItsRelease(series: MacroSeries, date: string, asOf: string): boolean | null {
  const released = releasedOn(series, date);
  return released === null ? null : released <= asOf;
}

/** The last reference date that was out: of a month its last day, so that each of its days is before it. */
function lastPeriod(series: MacroSeries, asOf: string): string {
  const { cadence, lagDays } = MACRO_CALENDAR[series];
  const day = addDays(asOf, -lagDays);
  if (cadence !== "monthly" || day === monthEnd(monthOf(day))) return day;
  return monthEnd(addMonths(monthOf(day), -1));
}

/** Of several vintages of one value the last that was public. */
function cutMacro(rows: readonly MacroObservation[], asOf: string): readonly MacroObservation[] {
  const known = rows.filter(publicBy(asOf));
  const revised = new Set(known.filter(({ vintage }) => vintage !== null).map(({ series }) => series));
  return revised.size === 0 ? known : lastVintages(known, revised);
}

function lastVintages(
  known: readonly MacroObservation[],
  revised: ReadonlySet<MacroSeries>,
): readonly MacroObservation[] {
  const placed = new Map<string, number>();
  const latest: MacroObservation[] = [];
  for (const row of known) {
    const key = revised.has(row.series) ? `${row.series} ${row.date}` : null;
    const at = key === null ? undefined : placed.get(key);
    const before = at === undefined ? undefined : latest[at];
    if (at === undefined || before === undefined) {
      if (key !== null) placed.set(key, latest.length);
      latest.push(row);
    } else if (publishedOn(before) <= publishedOn(row)) latest[at] = row;
  }
  return latest;
}

/** Every vintage that was public on `asOf`, inclusive: what a look back needs. */
export function vintagesTo(rows: readonly MacroObservation[], asOf: string): readonly MacroObservation[] {
  return rows.filter(publicBy(asOf));
}

const CUTS: { readonly [K in DatasetName]: (data: Datasets[K], asOf: string) => Datasets[K] } = {
  levels: cutLevels,
  policyDecisions: upTo((row) => row.announced),
  recessions: upTo(knownFrom),
  factors: upToMonth,
  macro: cutMacro,
  calendar: (rows) => rows,
  constituents: (rows, asOf) =>
    withoutLaterEstimates(upTo((row: Constituent) => row.filed ?? row.asOf)(rows, asOf), asOf),
  valuationHistory: upToMonth,
  revisions: upToMonth,
  deals: upTo((row) => row.announced),
  universe: upTo((row) => row.asOf),
};

/**
 * What of a dataset was known on `asOf`, inclusive: a month counts from its last day, a policy decision from
 * its announcement, what a fund filed from the day of the filing, a recession from that of its trough, a macro value from its publication.
 */
export function cutAt<K extends DatasetName>(dataset: K, data: Datasets[K], asOf: string): Datasets[K] {
  return CUTS[dataset](data, asOf);
}

const NEWEST: { readonly [K in DatasetName]: (data: Datasets[K]) => readonly string[] } = {
  levels: (levels) => Object.values(levels).map((points: readonly Point[]) => points.at(-1)?.date ?? ""),
  policyDecisions: (rows) => rows.slice(-1).map((row) => row.announced),
  recessions: (rows) => rows.slice(-1).map((row) => monthEnd(row.trough)),
  factors: (rows) => rows.slice(-1).map(monthRow),
  macro: (rows) => rows.map((row) => row.date),
  calendar: (rows) => rows.slice(-1).map((row) => row.date),
  constituents: (rows) => rows.map((row) => row.asOf),
  valuationHistory: (rows) => rows.slice(-1).map(monthRow),
  revisions: (rows) => rows.slice(-1).map(monthRow),
  deals: (rows) => rows.slice(-1).map((row) => row.announced),
  universe: (rows) => rows.map((row) => row.asOf),
};

/** The newest date a dataset speaks of, or null when it is empty. */
export function newestDate<K extends DatasetName>(dataset: K, data: Datasets[K]): string | null {
  const newest = NEWEST[dataset](data).reduce((latest, date) => (date > latest ? date : latest), "");
  return newest === "" ? null : newest;
}
