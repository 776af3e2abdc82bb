import { z } from "zod";
import type { MacroObservation, MacroSeries } from "../../market/datasets.ts";
import { addMonths } from "../../maths/calendar.ts";
import { readJson } from "../distrust/read-json.ts";
import { type Habit, retold } from "../distrust/retold.ts";
import { few, PLAUSIBLE, refuseImplausible } from "../distrust/series.ts";
import { layoutFault, SourceFault } from "../http/fault.ts";

/** Seasonally adjusted, as the macro dataset means them. */
export const BLS_SERIES = { unemployment_rate: "LNS14000000", cpi: "CUSR0000SA0" } as const;
export type BlsSeries = keyof typeof BLS_SERIES;
export const BLS_NAMES = Object.keys(BLS_SERIES) as readonly BlsSeries[];

const answer = z.object({
  status: z.string(),
  message: z.array(z.string()).default([]),
  Results: z.unknown(),
});
const results = z.object({
  series: z.array(
    z.object({
      seriesID: z.string(),
      data: z.array(
        z.object({
          year: z.string().regex(/^\d{4}$/, "not a year"),
          period: z.string(),
          value: z.string(),
        }),
      ),
    }),
  ),
});

/** The names with the months of a window, oldest first; null: the Bureau has no value ("-"). */
export type Window = Readonly<Record<BlsSeries, readonly MonthValue[]>>;
interface MonthValue {
  readonly month: string;
  readonly value: number | null;
}

/** The Bureau counts requests by day. */
const REST_MS = 3_600_000;

export function parseWindow(bytes: Buffer): Window {
  const { status, message, Results } = readJson(bytes, answer);
  if (status !== "REQUEST_SUCCEEDED") throw refused(status, message);
  const parsed = results.safeParse(Results);
  if (!parsed.success) throw layoutFault(`the layout has changed: ${parsed.error.issues[0]?.path.join(".")}`);
  return Object.fromEntries(
    BLS_NAMES.map((name) => {
      const found = parsed.data.series.filter(({ seriesID }) => seriesID === BLS_SERIES[name]);
      const [only] = found;
      if (!only || found.length > 1)
        throw layoutFault(`series ${BLS_SERIES[name]} stands ${found.length} times in the answer`);
      return [name, monthsOf(only.data, name)];
    }),
  ) as Window;
}

function refused(status: string, messages: readonly string[]): SourceFault {
  const said = messages.join("; ").replace(/\s+/g, " ").slice(0, 160);
  const quota = /threshold|limit|exceed|quota/i.test(said);
  return new SourceFault(`the Bureau answered ${status.slice(0, 40)}${said && `: ${said}`}`, {
    transient: quota,
    restMs: quota ? REST_MS : 0,
  });
}

type Row = z.infer<typeof results>["series"][number]["data"][number];

/** M13 is the year's average. */
function monthsOf(rows: readonly Row[], name: BlsSeries): readonly MonthValue[] {
  const months = rows.flatMap(({ year, period, value }): MonthValue[] => {
    const [, number] = /^M(\d{2})$/.exec(period) ?? [];
    if (number === undefined) throw layoutFault(`${inWords(name)} has a period "${period.slice(0, 10)}"`);
    if (number === "13") return [];
    const month = `${year}-${number}`;
    if (value === "-") return [{ month, value: null }];
    if (!/^\d+(\.\d+)?$/.test(value))
      throw layoutFault(`${inWords(name)} of ${month}: "${value.slice(0, 20)}" is not a number`);
    return [{ month, value: Number(value) }];
  });
  return months.reverse();
}

/** All windows together: a month without a value is left out, and said. */
export function joinWindows(windows: readonly Window[], today: string) {
  const doubts: string[] = [];
  const data = BLS_NAMES.flatMap((series): MacroObservation[] => {
    const months = windows.flatMap((window) => window[series]);
    const known = months.flatMap(({ month, value }) =>
      value === null ? [] : [{ date: `${month}-01`, value }],
    );
    refuseImplausible(inWords(series), known, PLAUSIBLE[series], today);
    const absent = absentMonths(known.map(({ date }) => date.slice(0, 7)));
    if (absent.length > 0) doubts.push(`${inWords(series)} has no value for ${few(absent)}`);
    return known.map(({ date, value }) => ({ date, series, value, vintage: null }));
  });
  return { data: data.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)), doubts };
}

/** Seasonal factors of the last five years are made anew each January (unemployment) and February (prices). */
const HABITS: Readonly<Record<BlsSeries, Habit>> = {
  unemployment_rate: { revised: true, another: 0.3 },
  cpi: { revised: true, another: 3 },
};

/** A window beside the one that was kept. */
export function compareWindows(before: Window, after: Window, since: string): readonly string[] {
  return BLS_NAMES.flatMap((series) =>
    retold(inWords(series), pointsOf(before[series]), pointsOf(after[series]), since, HABITS[series]),
  );
}

const pointsOf = (months: readonly MonthValue[]) =>
  months.flatMap(({ month, value }) => (value === null ? [] : [{ date: month, value }]));

function absentMonths(months: readonly string[]): readonly string[] {
  const have = new Set(months);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const absent: string[] = [];
  for (let month = first; month < last; month = addMonths(month, 1)) if (!have.has(month)) absent.push(month);
  return absent;
}

const inWords = (series: MacroSeries) => series.replaceAll("_", " ");
