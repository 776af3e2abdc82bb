/** Calendar arithmetic on ISO strings ("2026-11-19", months "2026-11"), always in the proleptic Gregorian UTC day. */

export function monthOf(date: string): string {
  return date.slice(0, 7);
}

export function addMonths(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, "0")}-${String(index - year * 12 + 1).padStart(2, "0")}`;
}

export function daysInMonth(month: string): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
}

/** The month's last calendar day. */
export function monthEnd(month: string): string {
  return `${month}-${daysInMonth(month)}`;
}

/** The same day `count` months on, clamped to the month's length: 31 Jan + 1 month = 28 or 29 Feb. */
export function addMonthsToDate(date: string, count: number): string {
  const month = addMonths(monthOf(date), count);
  return `${month}-${String(Math.min(Number(date.slice(8, 10)), daysInMonth(month))).padStart(2, "0")}`;
}

/** Whole days from one date to another; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return (midnight(to) - midnight(from)) / 86_400_000;
}

/** UTC. By its digits: to have the text parsed as a date takes several times as long, and is done for every day of daily data. */
function midnight(date: string): number {
  const number = (from: number, length: number) => {
    let value = 0;
    for (let at = from; at < from + length; at += 1) value = value * 10 + date.charCodeAt(at) - 48;
    return value;
  };
  return Date.UTC(number(0, 4), number(5, 2) - 1, number(8, 2));
}

export function addDays(date: string, count: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** True for a date that exists: "2025-02-30" does not. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isMonth(text.slice(0, 7)) && isDayOf(text);
}

export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

function isDayOf(date: string): boolean {
  const day = Number(date.slice(8, 10));
  return day >= 1 && day <= daysInMonth(date.slice(0, 7));
}
