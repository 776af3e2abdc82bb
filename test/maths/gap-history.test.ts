import { describe, expect, it } from "vitest";
import { addMonths } from "../../src/maths/calendar.ts";
import { gapHistory, type HistoryMonth, percentileOfGap } from "../../src/maths/gap-history.ts";
import { reason } from "./build.ts";

const row = (
  month: string,
  index: "small" | "large",
  forwardPe: number,
  variant = "median",
): HistoryMonth => ({
  month,
  index,
  variant,
  forwardPe,
});

describe("the gap's history", () => {
  it("is small over large, minus one, in percent", () => {
    const gaps = gapHistory([row("2025-01", "small", 18), row("2025-01", "large", 20)], "median");
    expect(gaps).toEqual([{ month: "2025-01", gap: expect.closeTo(-10, 9) }]);
  });
  it("has the months that both sides have, of one variant on both, whichever comes first", () => {
    const rows = [
      row("2025-01", "large", 20),
      row("2025-01", "small", 18),
      row("2025-01", "small", 99, "aggIncl"),
      row("2025-02", "small", 18),
      row("2025-02", "large", 20, "aggIncl"),
      row("2025-03", "large", 20),
      row("2025-04", "small", 22),
      row("2025-04", "large", 20),
    ];
    expect(gapHistory(rows, "median").map(({ month, gap }) => [month, Math.round(gap)])).toEqual([
      ["2025-01", -10],
      ["2025-04", 10],
    ]);
    expect(gapHistory(rows, "aggIncl")).toEqual([]);
    expect(gapHistory([], "median")).toEqual([]);
  });
});

/** `count` months ending with `last`, whose gaps are 1, 2, … `count` percent, the oldest first. */
function rising(last: string, count: number): readonly HistoryMonth[] {
  return Array.from({ length: count }, (_, index) => addMonths(last, index + 1 - count)).flatMap(
    (month, index) => [row(month, "small", 100 + index + 1), row(month, "large", 100)],
  );
}

describe("the percentile of a gap", () => {
  const rank = (history: readonly HistoryMonth[], gap: number, month: string, years: number) =>
    percentileOfGap(history, "median", gap, month, years).value;

  it("ranks among the months of the last years, the as-of month with them", () => {
    const history = rising("2025-12", 300); // gaps 1 … 300
    // Ten years: 181 … 300. Half way: 240.5 has 60 of 120 below.
    expect(rank(history, 240.5, "2025-12", 10)).toBe(50);
    expect(rank(history, 180.5, "2025-12", 10)).toBe(0);
    expect(rank(history, 181.5, "2025-12", 10)).toBeCloseTo(100 / 120, 9);
    expect(rank(history, 301, "2025-12", 10)).toBe(100);
    // Twenty years: 61 … 300. 240.5 has 180 of 240 below.
    expect(rank(history, 240.5, "2025-12", 20)).toBe(75);
  });

  it("does not look past the as-of month", () => {
    expect(rank(rising("2025-12", 300), 228.5, "2024-12", 10)).toBe(50); // 169 … 288
  });

  it("counts back from the month before while the as-of month has not run out", () => {
    const history = rising("2025-11", 300); // as of some day in December
    expect(rank(history, 240.5, "2025-12", 10)).toBe(50);
    expect(rank(history, 240.5, "2025-12", 20)).toBe(75);
    expect(reason(rank(rising("2025-10", 300), 240.5, "2025-12", 10))).toBe("too_few_points"); // stale by two
  });

  it("wants 120 months", () => {
    expect(rank(rising("2025-12", 120), 60.5, "2025-12", 20)).toBe(50);
    expect(reason(rank(rising("2025-12", 119), 60.5, "2025-12", 20))).toBe("too_few_points");
    expect(reason(rank(rising("2025-12", 300), 1, "2040-12", 20))).toBe("too_few_points");
    expect(reason(rank([], 1, "2025-12", 10))).toBe("too_few_points");
    const holed = rising("2025-12", 300).filter(({ month }) => month !== "2020-06");
    expect(reason(rank(holed, 240.5, "2025-12", 10))).toBe("too_few_points");
  });

  it("says of how many months", () => {
    const n = (history: readonly HistoryMonth[]) => percentileOfGap(history, "median", 1, "2025-12", 20).n;
    expect(n(rising("2025-12", 300))).toBe(240);
    expect(n(rising("2025-12", 130))).toBe(130);
    expect(n(rising("2025-12", 24))).toBe(24);
  });

  it("counts half of the ties", () => {
    const flat = rising("2025-12", 120).map((each) => ({ ...each, forwardPe: 100 }));
    expect(rank(flat, 0, "2025-12", 10)).toBe(50);
  });
});
