import { formatDate, formatMonth } from "../briefing/format.ts";

const DAY_MS = 86_400_000;

export interface TimeTick {
  readonly day: number;
  /** The second line, a year, stands only where it changes. */
  readonly lines: readonly string[];
}

/** Days since 1970 of "YYYY-MM-DD" or "YYYY-MM" (its first day, or its last with `end`); NaN if it is no date. */
export function dayOf(iso: string, end = false): number {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:T.*)?$/.exec(iso);
  if (match === null) return Number.NaN;
  const [year, month, date] = [
    Number(match[1]),
    Number(match[2]),
    match[3] === undefined ? null : Number(match[3]),
  ];
  const day = Date.UTC(year, date === null && end ? month : month - 1, date ?? (end ? 0 : 1));
  const rolled = new Date(day);
  const isReal = rolled.getUTCMonth() === month - 1 && (date === null || rolled.getUTCDate() === date);
  return isReal ? day / DAY_MS : Number.NaN;
}

function isoOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

const YEAR_STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200];
const MONTH_STEPS = [1, 2, 3, 6];
const DAY_STEPS = [1, 2, 5, 10];

/** Least px from tick to tick: what "2026", "Nov" and "19 Nov" need with air around them. */
const LEAST_GAP = { year: 74, month: 62, day: 100 };

/** Ticks on round years, else months, else days, as many as read well on an axis of `length` px. */
export function timeTicks(first: number, last: number, length: number): TimeTick[] {
  const most = (gap: number) => Math.max(2, Math.floor(length / gap));
  const years = yearTicks(first, last, most(LEAST_GAP.year));
  if (years.length >= 5) return years;
  const months = monthTicks(first, last, most(LEAST_GAP.month));
  if (months.length >= 4) return months;
  return dayTicks(first, last, most(LEAST_GAP.day));
}

function yearTicks(first: number, last: number, maxTicks: number): TimeTick[] {
  for (const step of YEAR_STEPS) {
    const from = Number(isoOf(first).slice(0, 4));
    const to = Number(isoOf(last).slice(0, 4));
    const ticks: TimeTick[] = [];
    for (let year = Math.ceil(from / step) * step; year <= to; year += step) {
      const day = Date.UTC(year, 0, 1) / DAY_MS;
      if (day >= first && day <= last) ticks.push({ day, lines: [String(year)] });
    }
    if (ticks.length <= maxTicks) return ticks;
  }
  return [];
}

function monthTicks(first: number, last: number, maxTicks: number): TimeTick[] {
  const start = new Date(first * DAY_MS);
  const firstMonth = start.getUTCFullYear() * 12 + start.getUTCMonth();
  for (const step of MONTH_STEPS) {
    const ticks: TimeTick[] = [];
    for (let month = Math.ceil(firstMonth / step) * step; ; month += step) {
      const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY_MS;
      if (day > last) break;
      if (day >= first) ticks.push(monthTick(day, ticks.length === 0 || month % 12 < step));
    }
    if (ticks.length <= maxTicks) return ticks;
  }
  return [];
}

function monthTick(day: number, withYear: boolean): TimeTick {
  const [month = "", year = ""] = formatMonth(isoOf(day)).split(" ");
  return { day, lines: withYear ? [month, year] : [month] };
}

function dayTicks(first: number, last: number, maxTicks: number): TimeTick[] {
  const span = Math.floor(last) - Math.ceil(first);
  const step =
    DAY_STEPS.find((candidate) => span / candidate + 1 <= maxTicks) ?? Math.ceil(span / (maxTicks - 1));
  const ticks: TimeTick[] = [];
  for (let day = Math.ceil(first); day <= last; day += step) {
    const [date = "", month = "", year = ""] = formatDate(isoOf(day)).split(" ");
    ticks.push({ day, lines: ticks.length === 0 ? [`${date} ${month}`, year] : [`${date} ${month}`] });
  }
  return ticks;
}
