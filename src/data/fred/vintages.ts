import { z } from "zod";
import { publishedOn } from "../../market/as-of.ts";
import type { MacroObservation, MacroSeries, Point } from "../../market/datasets.ts";
import { readJson } from "../distrust/read-json.ts";
import { PLAUSIBLE } from "../distrust/series.ts";
import { layoutFault } from "../http/fault.ts";
import { FRED_SERIES } from "./parse.ts";

/**
 * Series of which every published version is asked for: monthly, revised, read by triggers, the regime or claims, and
 * within FRED's limits of an answer (2,000 days on which something was published, 100,000 values). Of indices such
 * as CFNAI and NFCI the whole history is made anew with each print: more than an answer holds.
 */
export const DATED: readonly MacroSeries[] = ["unemployment_rate", "cpi", "industrial_production", "sahm"];

/** From one day on, to the day before the next version: a value as it was told. */
export interface Version {
  readonly date: string;
  /** Null: said to be missing. */
  readonly value: number | null;
  readonly from: string;
  readonly isCurrent: boolean;
}

/** FRED's word for what still stands. */
const FOR_EVER = "9999-12-31";
export const EVERY_VERSION = {
  realtime_start: "1980-01-01",
  realtime_end: FOR_EVER,
  output_type: "1",
} as const;

const schema = z.object({
  units: z.literal("lin", "units other than levels"),
  output_type: z.literal(1),
  count: z.int(),
  offset: z.literal(0),
  observations: z.array(
    z.object({
      realtime_start: z.iso.date(),
      realtime_end: z.iso.date(),
      date: z.iso.date(),
      value: z.string(),
    }),
  ),
});

/** Every version of every value since 1980. @throws SourceFault */
export function parseVersions(bytes: Buffer, series: MacroSeries): readonly Version[] {
  const { count, observations } = readJson(bytes, schema);
  const id = FRED_SERIES[series] ?? series;
  if (count !== observations.length)
    throw layoutFault(`${id} has ${observations.length} of ${count} versions: it is cut`);
  return observations.map(({ date, value, realtime_start: from, realtime_end: until }) => {
    if (from <= date) throw layoutFault(`${id} of ${date} was published on ${from}, before it was over`);
    return { date, value: numberOf(id, date, value, series), from, isCurrent: until === FOR_EVER };
  });
}

function numberOf(id: string, date: string, text: string, series: MacroSeries): number | null {
  if (text === ".") return null;
  if (!/^-?\d+(\.\d+)?$/.test(text))
    throw layoutFault(`${id} of ${date}: "${text.slice(0, 20)}" is not a number`);
  const value = Number(text);
  const { lowest, highest, zero = false } = PLAUSIBLE[series];
  if (value < lowest || value > highest || (value === 0 && !zero))
    throw layoutFault(`a version of ${id} of ${date} is ${value}, outside ${lowest} to ${highest}`);
  return value;
}

/**
 * The values of today with all that they were before, each from the day on which it was published. What is read today
 * stays what is read today: where the versions end otherwise, the value stands alone and counts by the calendar.
 */
export function withVersions(
  series: MacroSeries,
  today: readonly Point[],
  versions: readonly Version[],
): readonly MacroObservation[] {
  const first = versions.reduce((earliest, { from }) => (from < earliest ? from : earliest), FOR_EVER);
  const byDate = Map.groupBy(versions, ({ date }) => date);
  return today.flatMap(({ date, value }): readonly MacroObservation[] => {
    const own = (byDate.get(date) ?? []).toSorted((a, b) => (a.from < b.from ? -1 : 1));
    const last = own.at(-1);
    const alone: MacroObservation = { date, series, value, vintage: null };
    if (!last?.isCurrent || last.value !== value) return [alone];
    return own.flatMap((each) =>
      each.value === null ? [] : [{ ...alone, value: each.value, vintage: dayOf(alone, each.from, first) }],
    );
  });
}

/** The first version at hand of an older value was not published on the day of that version, but long before it. */
function dayOf(alone: MacroObservation, from: string, first: string): string | null {
  return from === first && publishedOn(alone) < first ? null : from;
}
