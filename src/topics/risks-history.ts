import type { Source } from "../briefing/figure.ts";
import { cutAt, publishedOn } from "../market/as-of.ts";
import type { MacroObservation, MacroSeries, PolicyDecision } from "../market/datasets.ts";
import { freshUntil } from "../market/freshness.ts";
import { isRevised, MACRO_CALENDAR } from "../market/macro-series.ts";
import { addDays, addMonths, monthEnd, monthOf } from "../maths/calendar.ts";
import { type Print, statesOf } from "../maths/trigger.ts";
import { type Known, type Release, type Step, stepOn, stepsOf } from "../maths/trigger-history.ts";
import type { Measured, MeasureInputs } from "./risks-measures.ts";
import { type TriggerName, triggerOf, usesDecisions } from "./risks-table.ts";

/**
 * How far its past values are those that were published then: "market" prices are never revised, "vintages" stand in
 * the data, of "revised" ones only today's version does (a look ahead), "mixed" is some of each.
 */
export type Basis = "market" | "vintages" | "mixed" | "revised";

/** One trigger day by day, as `risks` would have shown it on each of them. */
export interface TriggerHistory {
  readonly name: TriggerName;
  readonly steps: readonly Step[];
  /** All prints as known last: what a chart draws. */
  readonly prints: readonly Print[];
  readonly made: string;
  /** Every economic series that one of its steps was made from. */
  readonly from: readonly MacroSeries[];
  /** Months without a value of their own, which took that of the month before. */
  readonly carried: readonly string[];
  readonly basis: Basis;
}

export interface HistoryInputs {
  /** Every vintage that was public on the as-of day. */
  readonly macro: readonly MacroObservation[];
  readonly decisions: readonly PolicyDecision[];
  /** The last day up to which no decision is missing; undefined: of all. */
  readonly decidedTo: Source["completeTo"];
  readonly asOf: string;
}

/** null: the data hold nothing of it. No step knows what was published after its day. */
export function historyOf(name: TriggerName, inputs: HistoryInputs): TriggerHistory | null {
  const { rule, measure, series } = triggerOf(name);
  const { decisions, asOf } = inputs;
  const all = inputs.macro.filter((row) => series.includes(row.series));
  const found = measure({ macro: cutAt("macro", all, asOf), decisions, asOf });
  if (found === null) return null;
  const rows = readOf(found, all, (day) =>
    measure({ macro: cutAt("macro", all, day), decisions, asOf: day }),
  );
  const known: Known = { freshUntil: freshness(found.series), to: asOf };
  const isReplayed = !isSteady(found, rows);
  const releases = !isReplayed ? releasesOf(found, rows) : null;
  const steps = releases === null ? replayed(name, rows, decisions, asOf) : stepsOf(rule, releases, known);
  return {
    name,
    steps: usesDecisions(name) ? knownTo(steps, inputs) : steps,
    prints: found.prints,
    made: found.made,
    from: isReplayed ? series.filter((each) => rows.some((row) => row.series === each)) : found.from,
    carried: found.carried ?? [],
    basis: basisOf(found, rows),
  };
}

/** Without a series that would have stood in, where that whose place it takes made the prints from the first on. */
function readOf(
  { from }: Measured,
  all: readonly MacroObservation[],
  on: (day: string) => Measured | null,
): readonly MacroObservation[] {
  const own = all.filter(({ series }) => from.includes(series));
  if (own.length === 0 || own.length === all.length) return all;
  const first = own.map(readFrom).reduce((earliest, day) => (day < earliest ? day : earliest));
  return on(addDays(first, -1)) === null ? own : all;
}

const freshness = (series: MacroSeries | null) => (date: string) =>
  series === null ? null : freshUntil("macro", { date, series });

const periodOf = ({ date, series }: MacroObservation) =>
  MACRO_CALENDAR[series].cadence === "monthly" ? monthOf(date) : date;

/** One version a value, published in the order of their dates, by one measure throughout: nothing was ever undone. */
function isSteady({ from }: Measured, rows: readonly MacroObservation[]): boolean {
  if (rows.some(({ series }) => !from.includes(series))) return false;
  return from.every((series) => {
    const own = rows.filter((row) => row.series === series);
    if (own.every(({ vintage }) => vintage === null)) return true;
    return own.every((row, at) => {
      const before = own[at - 1];
      return before === undefined || (before.date < row.date && publishedOn(before) <= publishedOn(row));
    });
  });
}

/** Each print with the day on which all that it is made of was public. */
function releasesOf({ prints, from }: Measured, rows: readonly MacroObservation[]): readonly Release[] {
  const days = from.map((series) => {
    const byPeriod = new Map<string, string>();
    for (const row of rows) if (row.series === series) byPeriod.set(periodOf(row), publishedOn(row));
    const isMonthly = MACRO_CALENDAR[series].cadence === "monthly";
    return (date: string): string => {
      if (!isMonthly) return byPeriod.get(date) ?? date;
      // A month that was never published is bridged, once the next one is public.
      return byPeriod.get(monthOf(date)) ?? byPeriod.get(addMonths(monthOf(date), 1)) ?? date;
    };
  });
  return prints.map((print) => ({
    print,
    known: days.reduce((latest, day) => later(latest, day(print.date)), print.date),
  }));
}

const later = (one: string, other: string) => (one > other ? one : other);

/** Revised data: the trigger is run anew for each day on which something was published. */
function replayed(
  name: TriggerName,
  rows: readonly MacroObservation[],
  decisions: readonly PolicyDecision[],
  asOf: string,
): readonly Step[] {
  const { rule, measure } = triggerOf(name);
  const days = [...new Set(rows.map(readFrom))].sort();
  return days.flatMap((day, at): Step[] => {
    const seen: MeasureInputs = {
      macro: cutAt("macro", rows, day),
      decisions: decisions.filter(({ announced }) => announced <= day),
      asOf: day,
    };
    const found = measure(seen);
    const [print, state] = [found?.prints.at(-1), statesOf(rule, found?.prints ?? []).at(-1)];
    if (found === null || print === undefined || state === undefined) return [];
    const known: Known = { freshUntil: freshness(found.series), to: asOf };
    return stepOn(day, state, print, days[at + 1] ?? addDays(asOf, 1), known);
  });
}

/** A month is read once it is over. */
function readFrom(row: MacroObservation): string {
  const isMonthly = MACRO_CALENDAR[row.series].cadence === "monthly";
  return later(publishedOn(row), isMonthly ? monthEnd(monthOf(row.date)) : row.date);
}

/** Where later decisions may be missing, nothing is known. */
function knownTo(steps: readonly Step[], { decidedTo, asOf }: HistoryInputs): readonly Step[] {
  if (decidedTo === undefined || decidedTo >= asOf || steps.length === 0) return steps;
  const end: Step = { date: addDays(decidedTo, 1), state: null, print: null };
  return [...steps.filter(({ date }) => date <= decidedTo), end];
}

function basisOf({ from }: Measured, rows: readonly MacroObservation[]): Basis {
  const own = rows.filter(({ series }) => from.includes(series) && isRevised(series));
  if (own.length === 0) return "market";
  const dated = own.filter(({ vintage }) => vintage !== null).length;
  if (dated === 0) return "revised";
  return dated === own.length ? "vintages" : "mixed";
}
