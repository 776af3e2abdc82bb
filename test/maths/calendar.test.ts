import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  addMonthsToDate,
  daysBetween,
  daysInMonth,
  isDate,
  isMonth,
  monthEnd,
  monthOf,
} from "../../src/maths/calendar.ts";

const DAY = 86_400_000;
/** Days from 1900 to 2199, as JavaScript's own calendar counts them. */
const anyDay = fc.integer({ min: Date.UTC(1900, 0, 1) / DAY, max: Date.UTC(2199, 11, 31) / DAY });
const isoOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
const anyDate = anyDay.map(isoOf);

describe("months", () => {
  it.each([
    ["2026-01", 1, "2026-02"],
    ["2025-12", 1, "2026-01"],
    ["2026-01", -1, "2025-12"],
    ["2026-06", 0, "2026-06"],
    ["2026-01", -13, "2024-12"],
    ["1999-11", 26, "2002-01"],
    ["2024-12", 12, "2025-12"],
  ])("%s and %i months is %s", (month, count, sum) => {
    expect(addMonths(month, count)).toBe(sum);
  });

  it("ends on the 28th, 29th, 30th or 31st", () => {
    const lengths = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"].map((month) =>
      daysInMonth(`2025-${month}`),
    );
    expect(lengths).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect(monthEnd("2025-12")).toBe("2025-12-31");
    // Divisible by 4 is a leap year, by 100 is not, by 400 is.
    expect(["2024-02", "2023-02", "1900-02", "2000-02", "2100-02"].map(monthEnd)).toEqual([
      "2024-02-29",
      "2023-02-28",
      "1900-02-28",
      "2000-02-29",
      "2100-02-28",
    ]);
  });
});

describe("the same day some months on", () => {
  it.each([
    ["2025-01-31", 1, "2025-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2025-01-31", 3, "2025-04-30"],
    ["2025-01-31", 2, "2025-03-31"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2024-02-29", -12, "2023-02-28"],
    ["2025-03-31", -1, "2025-02-28"],
    ["2025-08-05", -8, "2024-12-05"],
    ["2025-11-19", 0, "2025-11-19"],
  ])("%s and %i months is %s", (date, months, sum) => {
    expect(addMonthsToDate(date, months)).toBe(sum);
  });

  it("lands on the same day, or on the last of a shorter month", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const end = addMonthsToDate(date, months);
        expect(isDate(end)).toBe(true);
        expect(monthOf(end)).toBe(addMonths(monthOf(date), months));
        if (end.slice(8) !== date.slice(8)) {
          expect(end.slice(8) < date.slice(8)).toBe(true);
          expect(end).toBe(monthEnd(monthOf(end)));
        }
      }),
    );
  });
});

describe("days", () => {
  it("counts over leap days and backwards", () => {
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2023-02-28", "2023-03-01")).toBe(1);
    expect(daysBetween("2025-11-19", "2025-11-19")).toBe(0);
    expect(daysBetween("2026-01-01", "2025-01-01")).toBe(-365);
    expect(daysBetween("2024-01-01", "2025-01-01")).toBe(366);
    // The United States change their clocks on 9 March and 2 November 2025: days stay whole.
    expect(daysBetween("2025-03-08", "2025-03-10")).toBe(2);
    expect(daysBetween("2025-11-01", "2025-11-03")).toBe(2);
    expect(addDays("2025-12-31", 1)).toBe("2026-01-01");
    expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
  });

  it("agrees with Date, there and back", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(daysBetween(isoOf(a), isoOf(b))).toBe(b - a);
        expect(addDays(isoOf(a), b - a)).toBe(isoOf(b));
      }),
    );
  });

  it("agrees with Date on months", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -600, max: 600 }), (date, count) => {
        const [year = 0, month = 0] = date.split("-").map(Number);
        const there = new Date(Date.UTC(year, month - 1 + count, 1));
        expect(addMonths(monthOf(date), count)).toBe(there.toISOString().slice(0, 7));
        expect(addMonths(addMonths(monthOf(date), count), -count)).toBe(monthOf(date));
        const lastDay = new Date(Date.UTC(year, month + count, 1) - DAY);
        expect(monthEnd(addMonths(monthOf(date), count))).toBe(lastDay.toISOString().slice(0, 10));
      }),
    );
  });
});

describe("what is a date", () => {
  it.each(["2024-02-29", "2025-12-31", "1900-01-01"])("%s is", (text) => {
    expect(isDate(text)).toBe(true);
  });
  it.each([
    "2025-02-29",
    "2025-02-30",
    "2025-04-31",
    "2025-00-10",
    "2025-13-01",
    "2025-01-00",
    "2025-01-32",
    "2025-1-1",
    "25-01-01",
    "2025-01-01T00:00:00Z",
    " 2025-01-01",
    "2025-01-01\n",
    "2025/01/01",
    "",
  ])("%j is not", (text) => {
    expect(isDate(text)).toBe(false);
  });
  it("accepts every day that Date knows", () => {
    fc.assert(fc.property(anyDate, (date) => isDate(date)));
  });
  it("tells months from other texts", () => {
    expect(["2025-01", "2025-12"].map(isMonth)).toEqual([true, true]);
    expect(["2025-00", "2025-13", "2025-1", "2025", "2025-01-01"].map(isMonth)).toEqual(Array(5).fill(false));
  });
});
