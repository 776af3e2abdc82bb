import { addDays } from "../../maths/calendar.ts";

/** The sample's calendar. It ends on a fixed day: nothing here reads the clock. */
export const FIRST_MONTH = "1985-01";
export const END_DATE = "2026-10-30";
/** Rows that stand for a whole month stop with the last one that was over by `END_DATE`. */
export const LAST_FULL_MONTH = "2026-09";

const DAY = 86_400_000;
const MONDAY = 1;
const THURSDAY = 4;
const FRIDAY = 5;

function isoDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function timeOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function weekday(date: string): number {
  return new Date(timeOf(date)).getUTCDay();
}

/** Every `step`-th day from `first` to `last`, both included. */
export function daysFrom(first: string, last: string, step = 1): readonly string[] {
  const days: string[] = [];
  for (let time = timeOf(first); time <= timeOf(last); time += step * DAY) days.push(isoDate(time));
  return days;
}

export function monthsFrom(first: string, last: string): readonly string[] {
  const months: string[] = [];
  for (let index = monthNumber(first); index <= monthNumber(last); index += 1) {
    months.push(`${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`);
  }
  return months;
}

/** Months since year 0, with the day as a fraction: what turns a date into a place on the cycle. */
export function monthNumber(date: string): number {
  const day = date.length > 7 ? (Number(date.slice(8, 10)) - 1) / 31 : 0;
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + day;
}

/** The n-th such weekday of a month; n = -1 is the last. */
export function nthWeekday(month: string, day: number, n: number): string {
  const first = `${month}-01`;
  const offset = (day - weekday(first) + 7) % 7;
  const date = addDays(first, offset + 7 * ((n > 0 ? n : 5) - 1));
  return date.startsWith(month) ? date : addDays(date, -7);
}

/** When the jobs report comes out; a week later if that is New Year's Day. */
export function payrollsDay(month: string): string {
  const friday = nthWeekday(month, FRIDAY, 1);
  return friday.endsWith("-01-01") ? addDays(friday, 7) : friday;
}

/** Two days before Easter Sunday, which the anonymous Gregorian computus gives. */
function goodFriday(year: number): string {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const moonShift = Math.floor((century + 8) / 25);
  const correction = Math.floor((century - moonShift + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7;
  const lateMoon = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  return addDays(`${year}-03-22`, epact + toSunday - 7 * lateMoon - 2);
}

/** A Sunday's holiday moves to Monday, a Saturday's to Friday (but New Year's is then not kept). */
function observed(date: string): string {
  const shift = weekday(date) === 0 ? 1 : weekday(date) === 6 && !date.endsWith("-01-01") ? -1 : 0;
  return addDays(date, shift);
}

/** The regular full holidays of New York trading. */
function holidaysOf(year: number): readonly string[] {
  return [
    observed(`${year}-01-01`),
    ...(year >= 1998 ? [nthWeekday(`${year}-01`, MONDAY, 3)] : []),
    nthWeekday(`${year}-02`, MONDAY, 3),
    goodFriday(year),
    nthWeekday(`${year}-05`, MONDAY, -1),
    ...(year >= 2022 ? [observed(`${year}-06-19`)] : []),
    observed(`${year}-07-04`),
    nthWeekday(`${year}-09`, MONDAY, 1),
    nthWeekday(`${year}-11`, THURSDAY, 4),
    observed(`${year}-12-25`),
  ];
}

export function tradingDays(first: string, last: string): readonly string[] {
  const closed = new Set<string>();
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
    for (const day of holidaysOf(year)) closed.add(day);
  }
  return daysFrom(first, last).filter((day) => weekday(day) % 6 !== 0 && !closed.has(day));
}
