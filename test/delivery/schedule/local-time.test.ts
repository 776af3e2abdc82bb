import { describe, expect, it } from "vitest";
import { instantOf, wallClock, weekdayOf } from "../../../src/delivery/schedule/local-time.ts";
import { iso, ms } from "./build.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe("a local time", () => {
  it.each([
    ["2026-11-24", "07:30", "Europe/London", "2026-11-24T07:30Z", "winter"],
    ["2026-07-24", "07:30", "Europe/London", "2026-07-24T06:30Z", "summer"],
    ["2027-03-28", "01:30", "Europe/London", "2027-03-28T01:00Z", "skipped: the first instant after"],
    ["2026-10-25", "01:30", "Europe/London", "2026-10-25T00:30Z", "repeated: the first"],
    ["2027-03-14", "02:00", "America/New_York", "2027-03-14T07:00Z", "skipped: its first minute"],
    ["2027-03-14", "02:59", "America/New_York", "2027-03-14T07:00Z", "skipped: its last minute"],
    ["2027-03-14", "03:00", "America/New_York", "2027-03-14T07:00Z", "the first after the gap"],
    ["2026-11-01", "01:00", "America/New_York", "2026-11-01T05:00Z", "repeated: the first"],
    ["2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-03T15:30Z", "a gap of half an hour"],
    ["2026-04-24", "00:00", "Africa/Cairo", "2026-04-23T22:00Z", "a midnight that is skipped"],
    ["2011-12-30", "07:30", "Pacific/Apia", "2011-12-30T10:00Z", "a day that is skipped"],
    ["2028-02-29", "12:00", "Asia/Kathmandu", "2028-02-29T06:15Z", "a leap day"],
    ["2026-03-10", "09:00", "Africa/Casablanca", "2026-03-10T09:00Z", "Ramadan, off summer time"],
    ["2026-05-10", "09:00", "Africa/Casablanca", "2026-05-10T08:00Z", "and after it"],
  ])("%s %s %s is %s (%s)", (date, time, tz, expected) => {
    expect(iso(instantOf(date, time, tz))).toBe(expected);
  });

  it("does not depend on what was asked before", () => {
    const first = instantOf("2031-06-01", "07:30", "Europe/Paris");
    for (const date of ["2031-03-30", "2031-10-26", "1999-06-01", "2031-12-01"])
      instantOf(date, "02:30", "Europe/Paris");
    expect(instantOf("2031-06-01", "07:30", "Europe/Paris")).toBe(first);
    expect(iso(first)).toBe("2031-06-01T05:30Z");
  });

  it("is read back off the wall", () => {
    expect(wallClock(ms("2026-11-24T07:30:59Z"), "Asia/Tokyo")).toEqual({
      date: "2026-11-24",
      time: "16:30",
      weekday: 2,
    });
    expect(["2026-11-23", "2026-11-29", "2028-02-29"].map(weekdayOf)).toEqual([1, 7, 2]);
  });
});

/** What Intl shows on the wall, as if it were UTC. */
function wallReader(tz: string) {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: tz,
    ...{ year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
  });
  return (instant: number) => ms(`${format.format(instant).replace(" ", "T")}Z`);
}

/** By search: the first instant that shows the wall time, or else the first that shows a later one. */
function searched(wall: number, read: (instant: number) => number): number {
  const offsets = [wall - 30 * HOUR, wall, wall + 30 * HOUR].map((instant) => read(instant) - instant);
  const showing = offsets.map((offset) => wall - offset).filter((instant) => read(instant) === wall);
  if (showing.length > 0) return Math.min(...showing);
  let [before, after] = [wall - 30 * HOUR, wall + 30 * HOUR];
  while (after - before > 1_000) {
    const middle = Math.floor((before + after) / 2_000) * 1_000;
    if (read(middle) > wall) after = middle;
    else before = middle;
  }
  return after;
}

describe("a century of clock changes", () => {
  const ZONES = [
    "America/New_York",
    "Europe/London",
    "Europe/Berlin",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "America/Sao_Paulo",
    "Africa/Casablanca",
    "Asia/Tehran",
    "Pacific/Apia",
    "America/St_Johns",
    "Asia/Tokyo",
  ];
  const TIMES = ["00:00", "00:30", "01:00", "01:30", "02:00", "02:15", "02:30", "03:00", "07:30", "23:59"];

  /** Days around every change, and one day in sixteen of the rest. */
  function daysToTry(read: (instant: number) => number) {
    const changes: number[] = [];
    const quiet: number[] = [];
    for (let day = Date.UTC(1970, 0, 2); day < Date.UTC(2070, 0, 1); day += DAY) {
      if (read(day + DAY) !== read(day) + DAY) changes.push(day);
      else if (day % (16 * DAY) === 0) quiet.push(day);
    }
    return { changes, quiet };
  }

  it.each(ZONES)("%s, 1970 to 2069", (tz) => {
    const read = wallReader(tz);
    const { changes, quiet } = daysToTry(read);
    const near = changes.flatMap((day) => [day - DAY, day, day + DAY, day + 2 * DAY]);
    const tried = [
      ...quiet.map((day) => [day, "07:30"] as const),
      ...near.flatMap((day) => TIMES.map((time) => [day, time] as const)),
    ];
    const faults = tried.flatMap(([day, time]) => {
      const date = new Date(day).toISOString().slice(0, 10);
      const expected = searched(ms(`${date}T${time}:00Z`), read);
      const found = instantOf(date, time, tz);
      return found === expected ? [] : [`${date} ${time}: ${iso(found)}, not ${iso(expected)}`];
    });
    expect(faults).toEqual([]);
    if (tz !== "Asia/Tokyo") expect(changes.length).toBeGreaterThan(20);
  });
});
