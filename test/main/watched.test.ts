import { expect, it } from "vitest";
import { watchedIn } from "../../src/main/watched.ts";
import { addDays } from "../../src/maths/calendar.ts";
import { weekdays } from "../maths/build.ts";
import { briefingOf, folderOf } from "../support/folder-assistant.ts";

it("reads each trigger and condition off the risks", async () => {
  const macro = weekdays(addDays("2025-12-31", -10), "2025-12-31").map((date) => ({
    date,
    series: "vix" as const,
    value: 40,
    vintage: null,
  }));
  const watched = watchedIn(await briefingOf(await folderOf({ macro }), "risks asof=2025-12-31"));
  expect(watched.find(({ key }) => key === "vix")).toEqual({
    key: "vix",
    name: "Volatility index (VIX)",
    condition: "uncertainty",
    isCondition: false,
    state: "fired",
    asOf: "2025-12-31",
    rule: "warns at 20.65, fires at 30.00 index points",
  });
  expect(watched.find(({ key }) => key === "sahm")?.state).toBeNull();
  expect(watched.filter(({ isCondition }) => isCondition).map(({ key, state }) => [key, state])).toEqual([
    ["condition.downturn", null],
    ["condition.hawkish", null],
    ["condition.uncertainty", null],
  ]);
});
