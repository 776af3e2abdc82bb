import { expect, it } from "vitest";
import { createAhead } from "../../src/delivery/ahead.ts";
import { nyseCalendar } from "../../src/delivery/schedule/trading-calendar.ts";

it("names what the calendar names, and the weekdays without a session in the next four weeks", async () => {
  const ahead = createAhead(async (asOf) => `Ahead of ${asOf}: FOMC`, nyseCalendar());
  // Thanksgiving is the fourth Thursday of November: the 26th in 2026. Christmas Day is 32 days off.
  expect(await ahead("2026-11-23")).toEqual([
    "Ahead of 2026-11-23: FOMC",
    "US markets closed: 26 Nov 2026 (Thanksgiving Day)",
  ]);
  // Both lie within 28 days of 10 December, the second on the 22nd of them.
  expect((await ahead("2026-12-10"))[1]).toMatch(/^US markets closed: 25 Dec 2026 .+ · 1 Jan 2027 .+$/);
});

it("is empty where nothing is known and nothing is closed", async () => {
  expect(await createAhead(async () => null, nyseCalendar())("2026-10-05")).toEqual([]);
});
