import { describe, expect, it } from "vitest";
import { MEETINGS } from "../../src/data/reference/meetings.ts";
import { POLICY_DECISIONS } from "../../src/data/reference/policy-decisions.ts";
import { openReference } from "../../src/data/reference/reference.ts";
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
    expect((await on("2026-03-01")).notes).toEqual(["Ahead in four weeks: nothing that the calendar names"]);
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

  it("is served with its source", async () => {
    const { data, source } = await openReference().fetch("calendar");
    expect(data).toBe(MEETINGS);
    expect(source.dataset).toContain("tentative");
  });
});
