import { expect, test } from "vitest";
import { weekdays } from "../maths/build.ts";
import { briefingOf, folderOf, monthlyLevels, numberOf } from "../support/folder-assistant.ts";

test("small-caps' best month is ranked among all months of their own, also those that large-caps do not have", async () => {
  // Small from January 2024: +20 % in February 2024, +10 % in August 2025, all else level: 24 levels, 23 months.
  const small = monthlyLevels("2024-01", [
    100,
    ...Array.from({ length: 18 }, () => 120),
    ...Array.from({ length: 5 }, () => 132),
  ]);
  const large = monthlyLevels(
    "2024-12",
    Array.from({ length: 13 }, () => 100),
  );
  const dir = await folderOf({ levels: { small_total: small, large_total: large } });
  const briefing = await briefingOf(dir, "performance");
  const figure = (key: string) => briefing.figures.find((each) => each.key === key);
  expect(numberOf(briefing, "performance.bestMonth12m.small")).toBeCloseTo(10, 9);
  expect(numberOf(briefing, "performance.bestMonth12m.smallRank")).toBe(2);
  expect(figure("performance.bestMonth12m.smallRank")?.n).toBe(23);
  expect(figure("performance.bestMonth12m.smallRank")?.definition).toContain("since Feb 2024");
  expect(numberOf(briefing, "performance.bestMonth12m.relativeRank")).toBe(1);
  expect(figure("performance.bestMonth12m.relativeRank")?.n).toBe(12);
});

test("the subtitle says which windows end when, and on which basis", async () => {
  // Total return to the end of November, prices to 10 December: the year to date is of months.
  const days = weekdays("2024-11-01", "2025-12-10").map((date) => ({ date, value: 100 }));
  const months = monthlyLevels(
    "2024-10",
    Array.from({ length: 14 }, () => 100),
  );
  const levels = { small_total: months, large_total: months, small_price: days, large_price: days };
  const briefing = await briefingOf(await folderOf({ levels }), "performance asof=2025-12-10");
  expect(briefing.subtitle).toMatch(
    /^Total return to 30 Nov 2025; days, month and quarter to date: price return to 10 Dec 2025 · USD/,
  );
  const endsOn = (window: string) =>
    briefing.figures.find(({ key }) => key === `performance.${window}.small`)?.asOf;
  expect(["1d", "5d", "mtd", "qtd"].map(endsOn)).toEqual(Array.from({ length: 4 }, () => "2025-12-10"));
  expect(["ytd", "1m", "3m", "6m", "12m"].map(endsOn)).toEqual(Array.from({ length: 5 }, () => "2025-11-30"));
});

test("months of which recessions are not known are not passed off as calm", async () => {
  const levels = monthlyLevels(
    "1972-01",
    Array.from({ length: 60 }, (_, at) => 100 + at),
  );
  const recessions = [{ peak: "1973-11", trough: "1975-03" }];
  const dir = await folderOf({ levels: { small_total: levels, large_total: levels }, recessions });
  const { charts } = await briefingOf(dir, "performance");
  const history = charts.find(({ id }) => id === "performance-history");
  expect(history?.kind === "line" && history.bands.map(({ label }) => label)).toEqual([
    "NBER recession, known from Nov 1973",
  ]);
});

test("a rank among more than a thousand months has its comma", async () => {
  // 1,201 month-ends are 1,200 months, of which the last is the best.
  const small = monthlyLevels("1920-01", [...Array.from({ length: 1_200 }, () => 100), 110]);
  const large = monthlyLevels(
    "1920-01",
    Array.from({ length: 1_201 }, () => 100),
  );
  const dir = await folderOf({ levels: { small_total: small, large_total: large } });
  const { notes } = await briefingOf(dir, "performance");
  expect(notes.join(" ")).toContain("number 1 of 1,200 months, best first");
});
