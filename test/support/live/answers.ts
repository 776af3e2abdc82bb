import { POLICY_DECISIONS } from "../../../src/data/reference/policy-decisions.ts";
import { MACRO_SERIES, type MacroSeries } from "../../../src/market/datasets.ts";
import { MACRO_CALENDAR } from "../../../src/market/macro-series.ts";
import { addDays, addMonths, monthEnd, monthOf } from "../../../src/maths/calendar.ts";
import { NYSE_FIRST_YEAR, nyseDays } from "../../../src/maths/nyse-days.ts";
import { zipOf } from "../../data/french/library-server.ts";

/** Invented answers in each source's published format, whole histories up to `today` (ISO). */

/** A number between -1 and 1, the same for the same place. */
const wave = (at: number, seed: number) => (Math.sin(at * 0.7 + seed) + Math.sin(at * 1.93 + seed * 7)) / 2;

function monthsTo(first: string, last: string): readonly string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** The library's newest month: it comes some five weeks after the month's end. */
const libraryMonth = (today: string) => monthOf(addDays(today, -65));
const stamp = (month: string) => month.replace("-", "");

export function sizePortfolios(today: string): Buffer {
  const rows = monthsTo("1926-07", libraryMonth(today)).map((month, at) => {
    const [low, high] = [0.9 + 6 * wave(at, 1), 0.8 + 4 * wave(at, 1.3)];
    return `${stamp(month)},  -99.99,  ${low.toFixed(2)},  ${((low + high) / 2).toFixed(2)},  ${high.toFixed(2)}`;
  });
  const text = [
    "This file was created using the CRSP database.",
    "",
    "  Value Weight Returns -- Monthly",
    ",<= 0,Lo 30,Med 40,Hi 30",
    ...rows,
    "",
    "Copyright Eugene F. Fama and Kenneth R. French",
    "",
  ];
  return zipOf("Portfolios_Formed_on_ME.csv", text.join("\r\n"));
}

const factorRow = (name: string, at: number, scale: number) =>
  `${name},  ${(scale * (0.6 + 4 * wave(at, 2))).toFixed(2)},  ${(scale * (0.2 + 3 * wave(at, 3))).toFixed(2)},  ${(scale * (0.3 + 3 * wave(at, 4))).toFixed(2)},   0.20`;

export function threeFactors(today: string): Buffer {
  const rows = monthsTo("1926-07", libraryMonth(today)).map((month, at) => factorRow(stamp(month), at, 1));
  const text = [
    "This file was created using the CRSP database.",
    "",
    ",Mkt-RF,SMB,HML,RF",
    ...rows,
    "",
    " Annual Factors: January-December ",
    ",Mkt-RF,SMB,HML,RF",
    "  2025,  13.30, -10.57,   8.41,   4.25",
    "",
    "Copyright Eugene F. Fama and Kenneth R. French",
  ];
  return zipOf("F-F_Research_Data_Factors.csv", text.join("\r\n"));
}

/** Each month's return on its first day, and nothing on the others. */
export function factorDays(today: string): Buffer {
  const last = libraryMonth(today);
  const first = new Map(monthsTo("1926-07", last).map((month, at) => [month, at]));
  const rows = marketDays("1926-07-01", monthEnd(last)).map((day) => {
    const at = first.get(monthOf(day));
    first.delete(monthOf(day));
    const name = day.replaceAll("-", "");
    return at === undefined ? `${name},  0.00,  0.00,  0.00,   0.00` : factorRow(name, at, 1);
  });
  const text = [
    "This file was created using the CRSP database.",
    "",
    ",Mkt-RF,SMB,HML,RF",
    ...rows,
    "",
    "Copyright",
  ];
  return zipOf("F-F_Research_Data_Factors_daily.csv", text.join("\r\n"));
}

/** The range as the program's own table has it; nothing has moved since. */
export function targetRange(today: string, startDate: string): string {
  const days = nyseDays(startDate, addDays(today, -1));
  const refRates = days.map((effectiveDate) => {
    const upper = POLICY_DECISIONS.findLast(({ effective }) => effective <= effectiveDate)?.targetUpper ?? 0;
    const range = { targetRateFrom: upper - 0.25, targetRateTo: upper };
    return { effectiveDate, type: "EFFR", percentRate: upper - 0.12, ...range };
  });
  return JSON.stringify({ refRates: refRates.reverse() });
}

export function yields(today: string, year: string): string {
  const days = marketDays(`${year}-01-01`, addDays(today, -1)).filter((day) => day.startsWith(year));
  const rows = days.map(
    (day) =>
      `${day.slice(5, 7)}/${day.slice(8)}/${year},${treasuryOn(day, 0)},${treasuryOn(day, 1)},${treasuryOn(day, 2)}`,
  );
  return ['Date,"3 Mo","2 Yr","10 Yr"', ...rows.reverse(), ""].join("\n");
}

/** Before the calendar of the exchange begins, every weekday. */
function marketDays(first: string, last: string): readonly string[] {
  if (first >= `${NYSE_FIRST_YEAR}-01-01`) return nyseDays(first, last);
  const days: string[] = [];
  for (let day = first; day <= last && day < `${NYSE_FIRST_YEAR}-01-01`; day = addDays(day, 1))
    if (![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) days.push(day);
  return [...days, ...nyseDays(`${NYSE_FIRST_YEAR}-01-01`, last)];
}
const treasuryOn = (day: string, column: number) =>
  (3.4 + 0.3 * column + 0.4 * wave(Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)), 5)).toFixed(2);

export function bureauWindow(
  today: string,
  { seriesid, startyear, endyear }: { seriesid: string[]; startyear: string; endyear: string },
): string {
  const last = monthOf(addDays(today, -40));
  const months = monthsTo(`${startyear}-01`, `${endyear}-12`).filter((month) => month <= last);
  const series = seriesid.map((seriesID) => ({
    seriesID,
    data: months
      .map((month) => ({
        year: month.slice(0, 4),
        period: `M${month.slice(5)}`,
        value: seriesID.startsWith("LNS") ? unemployment(month) : prices(month),
        footnotes: [{}],
      }))
      .reverse(),
  }));
  return JSON.stringify({ status: "REQUEST_SUCCEEDED", message: [], Results: { series } });
}

const monthCount = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
const unemployment = (month: string) => (5 + wave(monthCount(month) / 12, 6)).toFixed(1);
const prices = (month: string) => (80 + (monthCount(month) - 1980 * 12) * 0.43).toFixed(3);

/** Middle and swing of what each series reads. */
const READINGS: Readonly<Record<MacroSeries, readonly [middle: number, swing: number]>> = {
  unemployment_rate: [5, 1],
  cpi: [200, 5],
  industrial_production: [90, 8],
  initial_claims: [260_000, 40_000],
  consumer_sentiment: [80, 12],
  treasury_3m: [3.4, 0.4],
  treasury_2y: [3.7, 0.4],
  treasury_10y: [4, 0.4],
  baa_spread: [2.3, 0.5],
  high_yield_spread: [4, 1],
  vix: [18, 4],
  stress_index: [-0.2, 0.5],
  nfci: [-0.4, 0.2],
  cfnai: [0, 0.4],
  cfnai_ma3: [0, 0.3],
  ism_manufacturing: [50, 4],
  sahm: [0.15, 0.1],
  policy_uncertainty: [110, 40],
  oil_wti: [70, 8],
};

/** The days (weeks, months) of a series since 1980 of which a value is out. */
export function referenceDays(series: MacroSeries, today: string): readonly string[] {
  const { cadence, lagDays } = MACRO_CALENDAR[series];
  if (cadence === "monthly")
    return monthsTo("1980-01", monthOf(today))
      .filter((month) => addDays(monthEnd(month), lagDays) <= today)
      .map((month) => `${month}-01`);
  const known = (day: string) => addDays(day, Math.max(lagDays, 1)) <= today;
  if (cadence === "daily") return marketDays("1990-01-02", today).filter(known);
  const weeks: string[] = [];
  for (let day = "1990-01-05"; day <= today; day = addDays(day, 7)) if (known(day)) weeks.push(day);
  return weeks;
}

export function readingOf(series: MacroSeries, day: string): number {
  const [middle, swing] = READINGS[series];
  const at = monthCount(day.slice(0, 7));
  return Number((middle + swing * wave(at, MACRO_SERIES.indexOf(series))).toFixed(2));
}

interface Told {
  readonly realtime_start: string;
  readonly realtime_end: string;
  readonly date: string;
  readonly value: string;
}

/**
 * Every version of a monthly series: first told by the release calendar, otherwise a month later, and the last five
 * years (of an index all) once more each January, until today's values stand.
 */
export function versionsOf(series: MacroSeries, today: string): readonly Told[] {
  const { lagDays } = MACRO_CALENDAR[series];
  const isIndex = series === "industrial_production";
  return referenceDays(series, today).flatMap((date) => {
    const first = addDays(monthEnd(monthOf(date)), lagDays);
    const januaries = Array.from(
      { length: isIndex ? 60 : 5 },
      (_, at) => `${Number(first.slice(0, 4)) + 1 + at}-01-15`,
    );
    // The Sahm rule in real time is never told anew.
    if (series === "sahm")
      return [
        {
          realtime_start: first,
          realtime_end: "9999-12-31",
          date,
          value: readingOf(series, date).toFixed(2),
        },
      ];
    const starts = [first, addDays(first, 30), ...januaries].filter((day) => day <= today).sort();
    return starts.map((start, at): Told => {
      const next = starts[at + 1];
      const left = starts.length - 1 - at;
      const value = readingOf(series, date) + (left === 0 ? 0 : 0.01 * ((left % 3) + 1));
      return {
        realtime_start: start,
        realtime_end: next === undefined ? "9999-12-31" : addDays(next, -1),
        date,
        value: value.toFixed(2),
      };
    });
  });
}

/** A fund's daily prices: no dividend, no split. */
export function fundPrices(today: string, seed: number): string {
  const days = nyseDays("2015-01-02", addDays(today, -1));
  return JSON.stringify(
    days.map((day, at) => {
      const close = Number((100 + at * 0.03 + 3 * wave(at, seed)).toFixed(2));
      return { date: `${day}T00:00:00.000Z`, close, adjClose: close, divCash: 0, splitFactor: 1 };
    }),
  );
}

export function estimates(symbol: string, today: string): string {
  const year = Number(today.slice(0, 4));
  const rows = [year + 2, year + 1, year, year - 1].map((each, at) => ({
    symbol,
    date: `${each}-12-31`,
    epsAvg: at === 0 ? 0 : Number((3 - at * 0.3).toFixed(2)),
    numAnalystsEps: 3 + at,
  }));
  return JSON.stringify(rows);
}
