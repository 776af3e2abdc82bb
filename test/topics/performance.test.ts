import { expect, test } from "vitest";
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
