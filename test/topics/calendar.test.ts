import { describe, expect, it } from "vitest";
import { MEETINGS } from "../../src/data/reference/meetings.ts";
import { POLICY_DECISIONS } from "../../src/data/reference/policy-decisions.ts";
import { openReference } from "../../src/data/reference/reference.ts";
import { RELEASES } from "../../src/data/reference/releases.ts";
import type { CalendarEvent } from "../../src/market/datasets.ts";
import { briefingOf, folderOf, monthlyLevels, numberOf } from "../support/folder-assistant.ts";

const EVENTS: readonly CalendarEvent[] = [
  { date: "2025-12-05", event: "payrolls" },
  { date: "2025-12-10", event: "FOMC" },
  { date: "2025-12-18", event: "CPI" },
  { date: "2026-01-09", event: "Payrolls" },
  { date: "2026-01-28", event: "fomc" },
  { date: "2026-06-26", event: "reconstitution {{x}}" },
  { date: "2026-06-26", event: "指数" },
];
const on = async (day: string, calendar = EVENTS) =>
  briefingOf(await folderOf({ calendar }), `calendar asof=${day}`);

describe("calendar", () => {
  it("counts the days to the next of each kind, the day itself as none", async () => {
    const briefing = await on("2025-12-10");
    expect(briefing.headline).toBe(
      "Ahead: FOMC today, CPI in 8 days, Payrolls in 30 days · the whole market",
    );
    expect(numberOf(briefing, "calendar.fomc.daysAhead")).toBe(0);
    expect(numberOf(briefing, "calendar.fomc.known")).toBe(2);
    expect(numberOf(briefing, "calendar.cpi.daysAhead")).toBe(8);
    expect(numberOf(briefing, "calendar.payrolls.daysAhead")).toBe(30); // 21 to the year's end, and 9
    expect(numberOf(briefing, "calendar.reconstitution-x.daysAhead")).toBe(198);
    expect(numberOf(briefing, "calendar.event-5.daysAhead")).toBe(198);
  });

  it("names the dates of the coming four weeks, and no others", async () => {
    const [note] = (await on("2025-12-04")).notes;
    expect(note).toBe("Ahead in four weeks: payrolls 5 Dec 2025 · FOMC 10 Dec 2025 · CPI 18 Dec 2025");
    expect((await on("2026-03-01")).notes[0]).toBe("Ahead in four weeks: nothing that the calendar names");
  });

  it("says of which usual kinds it knows no date, and how to supply them", async () => {
    expect((await on("2025-12-04")).notes).toHaveLength(1);
    expect((await on("2025-12-19")).notes[1]).toBe(
      "No date ahead is known of: CPI. Rows in calendar.csv (date,event) supply them",
    );
    expect((await on("2026-03-01")).notes[1]).toMatch(/known of: FOMC, CPI, payrolls\. Rows/);
  });

  it("is refused where nothing lies ahead", async () => {
    await expect(on("2026-07-01")).rejects.toMatchObject({
      code: "data_unavailable",
      hint: expect.stringContaining("calendar.csv"),
    });
  });

  it("stands in a briefing of several topics", async () => {
    const climb = Array.from({ length: 14 }, (_, at) => 100 + at);
    const levels = {
      small_total: monthlyLevels("2024-10", climb),
      large_total: monthlyLevels("2024-10", climb),
    };
    const deals = [{ announced: "2025-12-01", target: "T", acquirer: null, valueUsd: null }];
    const dir = await folderOf({ calendar: EVENTS, deals, levels });
    const briefing = await briefingOf(dir, "brief asof=2025-12-04");
    expect(briefing.notes).toContain(
      "Ahead in four weeks: payrolls 5 Dec 2025 · FOMC 10 Dec 2025 · CPI 18 Dec 2025",
    );
    expect(briefing.pair).toBe("Test Small / Test Large");
    expect(briefing.caveats.join()).not.toContain("different pairs");
  });
});

describe("the built-in schedule of the Fed", () => {
  it("is eight Wednesdays a year, in order", () => {
    expect(MEETINGS).toHaveLength(24);
    for (const { date } of MEETINGS) expect(new Date(`${date}T00:00:00Z`).getUTCDay(), date).toBe(3);
    expect(MEETINGS.map(({ date }) => date)).toEqual(MEETINGS.map(({ date }) => date).toSorted());
  });

  it("holds every scheduled decision of 2025 that the table of decisions knows", () => {
    const dates = new Set(MEETINGS.map(({ date }) => date));
    const changes = POLICY_DECISIONS.filter(({ announced, scheduled }) => announced > "2025" && scheduled);
    expect(changes.length).toBeGreaterThan(2);
    for (const { announced } of changes) expect(dates).toContain(announced);
  });

  it("is served in order with the other schedules, and with their source", async () => {
    const { data, source } = await openReference().fetch("calendar");
    expect(data).toEqual(expect.arrayContaining([...MEETINGS, ...RELEASES]));
    expect(data.map(({ date }) => date)).toEqual(data.map(({ date }) => date).toSorted());
    expect(source.dataset).toContain("tentative");
  });
});

describe("the built-in schedules of releases", () => {
  const of = (kind: string) => RELEASES.filter(({ event }) => event === kind).map(({ date }) => date);
  const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();

  it("name one release a month, on a working day, to December 2026, save where a lapse put one off", () => {
    const months = Array.from({ length: 13 }, (_, at) =>
      new Date(Date.UTC(2025, 11 + at, 1)).toISOString().slice(0, 7),
    );
    for (const [kind, first] of [
      ["CPI", "2025-10"],
      ["Payrolls", "2025-11"],
    ] as const) {
      expect(of(kind).map((date) => date.slice(0, 7))).toEqual([first, ...months]);
      for (const date of of(kind)) expect([1, 2, 3, 4, 5], date).toContain(weekday(date));
    }
  });

  it("put the reconstitution on the fourth Friday in June and the second in November", () => {
    const nth = (year: number, month: number, n: number) => {
      const fridays = Array.from({ length: 30 }, (_, at) => new Date(Date.UTC(year, month, at + 1))).filter(
        (day) => day.getUTCDay() === 5,
      );
      return fridays[n - 1]?.toISOString().slice(0, 10);
    };
    const expected = [2026, 2027].flatMap((year) => [nth(year, 5, 4), nth(year, 10, 2)]);
    expect(of("Russell reconstitution")).toEqual(expected);
  });
});
