import {
  type CalendarEvent,
  type DatasetName,
  type Datasets,
  type FactorMonth,
  type LevelSeries,
  type Levels,
  MACRO_SERIES,
  type MacroObservation,
  type MacroSeries,
  type PolicyDecision,
  type Recession,
} from "../../market/datasets.ts";
import { daysBetween } from "../../maths/calendar.ts";
import { bool, date, month, number, oneOf, orNull, text } from "./cells.ts";
import { constituents, deals, revisions, universe, valuationHistory } from "./company-tables.ts";
import { CellFault, quote } from "./faults.ts";
import { asRows, defineTable, type Table } from "./table.ts";

const factor = number({
  above: -1,
  below: 1,
  hint: "Factors are decimals: 0.01 is 1 %. Leave a missing month out.",
});

interface LevelRow {
  readonly date: string;
  readonly series: LevelSeries;
  readonly value: number;
}

/** Of the closes of one week; a step within it needs no look at the dates. */
const LEAST_LIMIT = 1.5;

/**
 * The largest change of a broad index that is believed. The largest there were: a day of 1987, /1.26; a month of
 * 1933, x1.84 (smallest 30 % of US companies). A week, with the holidays in it, counts as a day; a hole of several
 * months as so many months.
 */
function largestStep(days: number): { readonly factor: number; readonly span: string } {
  if (days <= 7) return { factor: LEAST_LIMIT, span: "from one close to the next" };
  const months = Math.ceil(days / 31);
  return months === 1
    ? { factor: 2, span: "in a month" }
    : { factor: 2 ** months, span: `in ${months} months` };
}

const levels = defineTable<LevelRow, Levels>({
  file: "levels.csv",
  columns: {
    date: { name: "date", kind: date },
    series: {
      name: "series",
      kind: oneOf<LevelSeries>(["small_total", "large_total", "small_price", "large_price"]),
    },
    value: {
      name: "value",
      kind: number({ above: 0, hint: "An index level is above 0. Leave a missing day out." }),
    },
  },
  order: "date",
  series: ["series"],
  checkStep: (row, previous, lineOf) => {
    const ratio = row.value / previous.value;
    if (ratio <= LEAST_LIMIT && ratio >= 1 / LEAST_LIMIT) return;
    const days = daysBetween(previous.date, row.date);
    const { factor, span } = largestStep(days);
    if (ratio <= factor && ratio >= 1 / factor) return;
    throw new CellFault(
      `"${row.value}" follows ${previous.value} of ${previous.date} (line ${lineOf()}): no broad index changes ` +
        `by more than x${factor} or /${factor} ${span}`,
      "Correct the level that is wrong, or leave its row out; if the index was re-based, put the older levels on the new base.",
      "value",
    );
  },
  collect: (rows) =>
    Object.fromEntries(
      [...Map.groupBy(rows, (row) => row.series)].map(([series, points]) => [
        series,
        points.map((row) => ({ date: row.date, value: row.value })),
      ]),
    ),
  spread: (data) =>
    Object.entries(data).flatMap(([series, points]) =>
      points.map((point) => ({ ...point, series: series as LevelSeries })),
    ),
});

const policyDecisions = defineTable<PolicyDecision, readonly PolicyDecision[]>({
  file: "policy-decisions.csv",
  columns: {
    announced: { name: "announced", kind: date },
    effective: { name: "effective", kind: date },
    changeBp: { name: "change_bp", kind: number() },
    targetUpper: {
      name: "target_upper",
      kind: number({ min: 0, hint: "The target's upper bound, in percent." }),
    },
    scheduled: { name: "scheduled", kind: orNull(bool) },
  },
  order: "announced",
  check: ({ announced, effective, changeBp }) => {
    if (effective < announced)
      throw new CellFault(
        `${quote(effective)} is before the announcement on ${announced}`,
        "Correct it.",
        "effective",
      );
    if (changeBp === 0)
      throw new CellFault('"0" is not a change', "Leave out meetings that kept the target.", "change_bp");
  },
  ...asRows,
});

const recessions = defineTable<Recession, readonly Recession[]>({
  file: "recessions.csv",
  columns: { peak: { name: "peak", kind: month }, trough: { name: "trough", kind: month } },
  order: "peak",
  check: ({ peak, trough }, previous) => {
    if (trough <= peak)
      throw new CellFault(
        `${quote(trough)} is not after the peak ${peak}`,
        "Correct one of the two.",
        "trough",
      );
    if (previous && peak < previous.trough)
      throw new CellFault(
        `${quote(peak)} is before the last trough ${previous.trough}`,
        "Correct one.",
        "peak",
      );
  },
  ...asRows,
});

const factors = defineTable<FactorMonth, readonly FactorMonth[]>({
  file: "factors.csv",
  columns: {
    month: { name: "month", kind: month },
    mktRf: { name: "mkt_rf", kind: factor },
    smb: { name: "smb", kind: factor },
    hml: { name: "hml", kind: factor },
    rf: { name: "rf", kind: factor },
  },
  order: "month",
  ...asRows,
});

/** Series that cannot be 0 or below. Oil can: WTI settled at -37.63 on 2020-04-20. Yields and spreads can. */
const ABOVE_ZERO: ReadonlySet<MacroSeries> = new Set([
  "cpi",
  "industrial_production",
  "initial_claims",
  "consumer_sentiment",
  "vix",
  "ism_manufacturing",
  "policy_uncertainty",
  "unemployment_rate",
]);

const macro = defineTable<MacroObservation, readonly MacroObservation[]>({
  file: "macro.csv",
  columns: {
    date: { name: "date", kind: date },
    series: { name: "series", kind: oneOf<MacroSeries>(MACRO_SERIES) },
    value: { name: "value", kind: number() },
    vintage: { name: "vintage", kind: orNull(date), optional: true },
  },
  order: "date",
  series: ["series"],
  apart: ["vintage"],
  check: (row) => {
    if (row.value <= 0 && ABOVE_ZERO.has(row.series))
      throw new CellFault(
        `"${row.value}" is impossible for ${row.series}`,
        "Leave a missing value's row out.",
        "value",
      );
    if (row.vintage !== null && row.vintage < row.date)
      throw new CellFault(
        `${quote(row.vintage)} is before the period it is about`,
        "Correct one.",
        "vintage",
      );
  },
  ...asRows,
});

const calendar = defineTable<CalendarEvent, readonly CalendarEvent[]>({
  file: "calendar.csv",
  columns: { date: { name: "date", kind: date }, event: { name: "event", kind: text } },
  order: "date",
  apart: ["event"],
  ...asRows,
});

/** The canonical data folder: each dataset's file, its columns, and what may stand in them. */
export const TABLES: { readonly [K in DatasetName]: Table<Datasets[K]> } = {
  levels,
  policyDecisions,
  recessions,
  factors,
  macro,
  calendar,
  constituents,
  valuationHistory,
  revisions,
  deals,
  universe,
};

export const DATASET_NAMES = Object.keys(TABLES) as readonly DatasetName[];
