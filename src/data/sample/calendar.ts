import type { CalendarEvent } from "../../market/datasets.ts";
import { addDays } from "../../maths/calendar.ts";
import { END_DATE, monthsFrom, nthWeekday, payrollsDay } from "./days.ts";

const MONDAY = 1;
const THURSDAY = 4;
const FRIDAY = 5;
const MEETING_MONTHS = ["02", "03", "05", "06", "08", "09", "11", "12"];

/** Invented dates ahead, to the end of 2027, by simple rules. */
export function makeCalendar(): readonly CalendarEvent[] {
  const events = monthsFrom("2026-11", "2027-12").flatMap((month): CalendarEvent[] => [
    { date: payrollsDay(month), event: "payrolls" },
    { date: addDays(nthWeekday(month, MONDAY, 2), 1), event: "CPI" },
    ...(MEETING_MONTHS.includes(month.slice(5))
      ? [{ date: nthWeekday(month, THURSDAY, 3), event: "FOMC" }]
      : []),
    ...(/-(06|11)$/.test(month) ? [{ date: nthWeekday(month, FRIDAY, -1), event: "reconstitution" }] : []),
  ]);
  return events
    .filter((event) => event.date > END_DATE)
    .sort((left, right) => (left.date < right.date ? -1 : Number(left.date > right.date)));
}
