import { expect, test } from "vitest";
import type { ChartSpec, LineChart } from "../../../src/briefing/chart.ts";
import { absent } from "../../../src/briefing/value.ts";
import { evenSample, nativeChart } from "../../../src/surfaces/slack/native-chart.ts";
import { EXAMPLE_BRIEFINGS } from "../../support/example-briefings.ts";

const chartOf = (name: keyof typeof EXAMPLE_BRIEFINGS): ChartSpec => {
  const [chart] = EXAMPLE_BRIEFINGS[name].charts;
  if (!chart) throw new Error("the example has a chart");
  return chart;
};
const base = chartOf("performance") as LineChart;
const days = Array.from({ length: 253 }, (_, i) => {
  const date = new Date(Date.UTC(2025, 10, 19 + i)).toISOString().slice(0, 10);
  return [date, 100 + i / 7] as const;
});
const line = (name: string, emphasis: "primary" | "muted" = "primary", points = days) => ({
  name,
  emphasis,
  points,
});

test("a line keeps its first and last point and says what it lost", () => {
  const native = nativeChart({ ...base, series: [line("Small / large")] });
  const [series] = native?.block.chart.series ?? [];
  expect(series?.data).toHaveLength(20);
  expect([series?.data[0], series?.data.at(-1)]).toEqual([
    { label: "19 Nov 2025", value: 100 },
    { label: "29 Jul 2026", value: 136 },
  ]);
  expect(native?.block.chart.axis_config.categories).toEqual(series?.data.map(({ label }) => label));
  expect(native?.losses).toEqual([
    "Drawn with 20 of 253 points.",
    "Not drawn here: Fed cut, the line at 100.",
  ]);
});

test("short monthly lines are drawn whole, by month", () => {
  const native = nativeChart(base);
  expect(native?.block.chart.axis_config.categories.slice(0, 2)).toEqual(["Nov 2025", "Dec 2025"]);
  expect(native?.losses.join()).not.toContain("points");
});

test("series of different lengths share their dates; context lines go first; seven leading ones are too many", () => {
  const two = nativeChart({ ...base, series: [line("a"), line("b", "primary", days.slice(0, 10))] });
  expect(two?.block.chart.series.map(({ data }) => data.length)).toEqual([10, 10]);
  expect(two?.losses[0]).toBe("Drawn with 10 of 253 points.");
  const context = Array.from({ length: 7 }, (_, i) => line(`c${i}`, "muted"));
  const muted = nativeChart({ ...base, series: [line("lead"), ...context] });
  expect(muted?.block.chart.series.map(({ name }) => name)).toEqual(["lead"]);
  expect(muted?.losses[1]).toContain("7 context lines");
  expect(
    nativeChart({ ...base, series: context.map((each) => ({ ...each, emphasis: "primary" })) }),
  ).toBeNull();
});

test("what would mislead is not drawn: dots, error bars, names alike once cut, one point, none", () => {
  expect(nativeChart(chartOf("ratecut"))).toBeNull();
  const bars = EXAMPLE_BRIEFINGS.tenfold.charts.find(({ kind }) => kind === "bar");
  expect(bars && nativeChart(bars)).toBeNull();
  expect(nativeChart({ ...base, series: [line("x".repeat(30)), line("x".repeat(31))] })).toBeNull();
  expect(nativeChart({ ...base, series: [line("a", "primary", days.slice(0, 1))] })).toBeNull();
  expect(nativeChart({ ...base, series: [] })).toBeNull();
});

test("bars without errors are drawn; a group without a value is named, not drawn as zero", () => {
  const native = nativeChart({
    ...base,
    kind: "bar",
    unit: "ratio",
    groups: ["1y", "3y", "5y"],
    series: [{ name: "All", emphasis: "primary", values: [1.236, absent("too_few_points", "none"), -2] }],
  });
  expect(native?.block.chart.series[0]?.data).toEqual([
    { label: "1y", value: 1.24 },
    { label: "5y", value: -2 },
  ]);
  expect(native?.losses).toEqual(["Not drawn, for want of a value: 3y."]);
});

test("a dumbbell becomes bars of both sides", () => {
  const native = nativeChart(chartOf("valuation"));
  expect(native?.block.chart.type).toBe("bar");
  expect(native?.block.chart.series.map(({ name }) => name)).toEqual(["Small", "Large"]);
  expect(native?.losses).toEqual(["The gaps are in the table."]);
});

test("even samples", () => {
  expect(evenSample([1, 2, 3], 5)).toEqual([1, 2, 3]);
  expect(evenSample([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([0, 3, 6, 9]);
});
