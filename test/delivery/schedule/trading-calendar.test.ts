import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { nyseCalendar } from "../../../src/delivery/schedule/trading-calendar.ts";
import { iso, ms } from "./build.ts";

const calendar = nyseCalendar();
const DAY = 86_400_000;
const dateOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);
const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay(); // 0 Sunday
const YEARS = Array.from({ length: 36 }, (_, index) => 2000 + index);

function daysOf(year: number): readonly string[] {
  const days: string[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += DAY) days.push(dateOf(at));
  return days;
}

/** Easter Sundays, from the almanac. */
const EASTER = (
  "2000-04-23 2001-04-15 2002-03-31 2003-04-20 2004-04-11 2005-03-27 2006-04-16 2007-04-08 2008-03-23 " +
  "2009-04-12 2010-04-04 2011-04-24 2012-04-08 2013-03-31 2014-04-20 2015-04-05 2016-03-27 2017-04-16 " +
  "2018-04-01 2019-04-21 2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 " +
  "2027-03-28 2028-04-16 2029-04-01 2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25"
).split(" ");

const UNSCHEDULED =
  "2001-09-11 2001-09-12 2001-09-13 2001-09-14 2004-06-11 2007-01-02 2012-10-29 2012-10-30 2018-12-05 2025-01-09".split(
    " ",
  );

/** The nth such weekday of a month, by counting its days; -1: the last. */
function nth(year: number, month: number, day: number, n: number): string {
  const all = daysOf(year).filter((each) => Number(each.slice(5, 7)) === month && weekday(each) === day);
  return all.at(n > 0 ? n - 1 : n) ?? "";
}

/** NYSE Rule 7.2: a holiday on a Sunday is kept on Monday, one on a Saturday on Friday, but for New Year's Day. */
function observed(date: string): string {
  const day = weekday(date);
  return day === 0 ? dateOf(ms(date) + DAY) : day === 6 ? dateOf(ms(date) - DAY) : date;
}

function closedDays(year: number): readonly string[] {
  const newYear = `${year}-01-01`;
  return [
    ...(weekday(newYear) === 6 ? [] : [observed(newYear)]),
    nth(year, 1, 1, 3),
    nth(year, 2, 1, 3),
    ...EASTER.filter((date) => date.startsWith(`${year}`)).map((date) => dateOf(ms(date) - 2 * DAY)),
    nth(year, 5, 1, -1),
    ...(year >= 2022 ? [observed(`${year}-06-19`)] : []),
    observed(`${year}-07-04`),
    nth(year, 9, 1, 1),
    nth(year, 11, 4, 4),
    observed(`${year}-12-25`),
    ...UNSCHEDULED.filter((date) => date.startsWith(`${year}`)),
  ].sort();
}

/** Early closes around Independence Day and Christmas, written down from NYSE's calendars and its rules. */
const HALF_DAYS = (
  "2000-07-03 2001-07-03 2002-07-05 2003-07-03 2006-07-03 2007-07-03 2008-07-03 2012-07-03 2013-07-03 2014-07-03 " +
  "2017-07-03 2018-07-03 2019-07-03 2023-07-03 2024-07-03 2025-07-03 2028-07-03 2029-07-03 2030-07-03 2031-07-03 " +
  "2034-07-03 2035-07-03 " +
  "2001-12-24 2002-12-24 2003-12-24 2003-12-26 2007-12-24 2008-12-24 2009-12-24 2012-12-24 2013-12-24 2014-12-24 " +
  "2015-12-24 2018-12-24 2019-12-24 2020-12-24 2024-12-24 2025-12-24 2026-12-24 2029-12-24 2030-12-24 2031-12-24 " +
  "2035-12-24"
).split(" ");

/** Sessions a year, as the exchange counts them. */
const SESSIONS: Readonly<Record<number, number>> = {
  ...{ 2000: 252, 2001: 248, 2002: 252, 2003: 252, 2004: 252, 2005: 252, 2006: 251, 2007: 251, 2008: 253 },
  ...{ 2009: 252, 2010: 252, 2011: 252, 2012: 250, 2013: 252, 2014: 252, 2015: 252, 2016: 252, 2017: 251 },
  ...{ 2018: 251, 2019: 252, 2020: 253, 2021: 252, 2022: 251, 2023: 250, 2024: 252, 2025: 250, 2026: 251 },
};

describe("the trading calendar", () => {
  it.each(YEARS)("closes in %i on the holidays and no other weekday", (year) => {
    const closed = daysOf(year).filter((day) => calendar.sessionOn(day) === null);
    const weekdays = closed.filter((day) => weekday(day) % 6 !== 0);
    expect(weekdays).toEqual(closedDays(year));
    expect(closed.length - weekdays.length).toBe(daysOf(year).filter((day) => weekday(day) % 6 === 0).length);
    if (SESSIONS[year]) expect(daysOf(year).length - closed.length).toBe(SESSIONS[year]);
  });

  it.each(YEARS)("closes early in %i on the half-days and no other", (year) => {
    const half = daysOf(year).filter((day) => calendar.sessionOn(day)?.half);
    const thanksgiving = dateOf(ms(nth(year, 11, 4, 4)) + DAY);
    const expected = [...HALF_DAYS.filter((day) => day.startsWith(`${year}`)), thanksgiving].sort();
    expect(half).toEqual(expected);
  });

  it.each([
    ["2026-11-23", "2026-11-23T21:00Z"],
    ["2026-11-27", "2026-11-27T18:00Z"],
    ["2026-07-02", "2026-07-02T20:00Z"],
    ["2025-07-03", "2025-07-03T17:00Z"],
    ["2026-03-06", "2026-03-06T21:00Z"],
    ["2026-03-09", "2026-03-09T20:00Z"],
  ])("%s closes at %s", (date, closes) => {
    expect(iso(calendar.sessionOn(date)?.closesAt ?? 0)).toBe(closes);
  });

  it.each([
    ["2026-11-26", "Thanksgiving Day"],
    ["2026-11-28", "Saturday"],
    ["2026-11-29", "Sunday"],
    ["2012-10-29", "Hurricane Sandy"],
    ["2026-11-27", null],
  ])("says why %s is closed: %s", (date, reason) => {
    expect(calendar.closure(date)).toBe(reason);
  });

  it.each([
    ["2026-11-23T20:59:59Z", "2026-11-20"],
    ["2026-11-23T21:00:00Z", "2026-11-23"],
    ["2026-11-27T17:59:59Z", "2026-11-25"],
    ["2026-11-27T18:00:00Z", "2026-11-27"],
    ["2026-11-30T20:00:00Z", "2026-11-27"],
    ["2001-09-17T19:00:00Z", "2001-09-10"],
    ["2026-01-02T12:00:00Z", "2025-12-31"],
  ])("at %s the last completed session is that of %s", (instant, date) => {
    expect(calendar.lastCompleted(ms(instant)).date).toBe(date);
  });

  it("takes a closure announced later", () => {
    const later = nyseCalendar({ "2027-02-03": "day of mourning" });
    expect([later.sessionOn("2027-02-03"), later.closure("2027-02-03")]).toEqual([null, "day of mourning"]);
    expect(calendar.sessionOn("2027-02-03")).not.toBeNull();
  });

  it("refuses years it does not know", () => {
    expect(() => calendar.sessionOn("1999-12-31")).toThrow("begins in 2000");
  });

  it.each(["Pacific/Apia", "America/Sao_Paulo", "Africa/Cairo", "Asia/Tehran", "Pacific/Honolulu"])(
    "is the same on a machine in %s",
    (zone) => {
      const code = `
        const { nyseCalendar } = await import(${JSON.stringify(new URL("../../../src/delivery/schedule/trading-calendar.ts", import.meta.url))});
        const calendar = nyseCalendar();
        const days = [];
        for (let at = Date.UTC(2000, 0, 1); at < Date.UTC(2036, 0, 1); at += ${DAY}) days.push(new Date(at).toISOString().slice(0, 10));
        console.log(days.filter((day) => calendar.sessionOn(day)?.closesAt).map((day) => calendar.sessionOn(day).closesAt).join());`;
      const there = execFileSync(process.execPath, ["--input-type=module", "-e", code], {
        env: { ...process.env, TZ: zone, NODE_OPTIONS: "" },
        encoding: "utf8",
        maxBuffer: 10_000_000,
      });
      const here = YEARS.flatMap(daysOf).flatMap((day) => calendar.sessionOn(day)?.closesAt ?? []);
      expect(there.trim()).toBe(here.join());
    },
  );
});
