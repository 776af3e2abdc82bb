import { expect, test } from "vitest";
import type { BarChart, ChartSpec, DumbbellChart, LineChart } from "../../../src/briefing/chart.ts";
import { absent } from "../../../src/briefing/value.ts";
import { nativeChart } from "../../../src/surfaces/teams/native-chart.ts";
import { EXAMPLE_BRIEFINGS } from "../../support/example-briefings.ts";

const chartOf = (name: keyof typeof EXAMPLE_BRIEFINGS): ChartSpec => {
  const [chart] = EXAMPLE_BRIEFINGS[name].charts;
  if (!chart) throw new Error("the example has a chart");
  return chart;
};
const base = chartOf("performance") as LineChart;
const dumbbell = chartOf("valuation") as DumbbellChart;
const bar: BarChart = {
  ...base,
  kind: "bar",
  groups: ["2024", "2025"],
  series: [{ name: "Small", emphasis: "primary", values: [1.25, 2] }],
};
const days = Array.from({ length: 253 }, (_, i) => {
  const date = new Date(Date.UTC(2025, 10, 19 + i)).toISOString().slice(0, 10);
  return [date, 100 + i / 7] as const;
});
const line = (name: string, emphasis: "primary" | "muted" = "primary", points = days) => ({
  name,
  emphasis,
  points,
});
interface Drawn {
  readonly type: string;
  readonly data: readonly {
    readonly legend: string;
    readonly color: string;
    readonly values: readonly { readonly x: string | number; readonly y: number }[];
  }[];
}
const drawn = (spec: ChartSpec) => nativeChart(spec)?.element as unknown as Drawn | undefined;

test("a line keeps its first and last point, its dates, and says what it lost", () => {
  const spec = { ...base, series: [line("Small / large")] };
  const [series] = drawn(spec)?.data ?? [];
  expect(drawn(spec)?.type).toBe("Chart.Line");
  expect(series?.values).toHaveLength(60);
  expect([series?.values[0], series?.values.at(-1)]).toEqual([
    { x: "2025-11-19", y: 100 },
    { x: "2026-07-29", y: 136 },
  ]);
  expect(nativeChart(spec)?.losses).toEqual([
    "Drawn with 60 of 253 points.",
    "Not drawn here: Fed cut, the line at 100.",
  ]);
});

test("a short line is drawn whole, numbers as the table has them", () => {
  const [series] = drawn(base)?.data ?? [];
  expect(series?.values).toHaveLength(13);
  expect(series?.values.every(({ y }) => Number(y.toFixed(1)) === y)).toBe(true);
});

test("context lines go first and are counted; more leading lines than fit are no chart", () => {
  const crowd = Array.from({ length: 9 }, (_, i) => line(`cycle ${i}`, "muted"));
  const native = nativeChart({ ...base, marks: [], reference: null, series: [line("now"), ...crowd] });
  expect(drawn({ ...base, series: [line("now"), ...crowd] })?.data).toHaveLength(1);
  expect(native?.losses).toContain("Not drawn here: 9 context lines.");
  expect(
    nativeChart({ ...base, series: crowd.map((each) => ({ ...each, emphasis: "primary" })) }),
  ).toBeNull();
});

test.each<[string, ChartSpec]>([
  ["bands", { ...base, bands: [{ from: "2026-01-01", to: "2026-02-01", label: "Recession" }] }],
  ["error bars", { ...bar, series: [{ ...bar.series[0], errors: [[0, 1], null] }] as BarChart["series"] }],
  ["bars below zero", { ...bar, series: [{ name: "Small", emphasis: "primary", values: [1, -2] }] }],
  ["dots with their range", chartOf("ratecut")],
  [
    "no value at all",
    {
      ...bar,
      series: [{ name: "S", emphasis: "primary", values: [absent("stale", "x"), absent("stale", "x")] }],
    },
  ],
  ["names alike once cut", { ...base, series: ["a", "b"].map((end) => line("W".repeat(50) + end)) }],
  ["an empty name", { ...base, series: [line(" ")] }],
  [
    "more bars than a card shows",
    {
      ...bar,
      groups: Array.from({ length: 40 }, (_, i) => `${i}`),
      series: [{ name: "S", emphasis: "primary", values: Array.from({ length: 40 }, () => 1) }],
    },
  ],
])("%s: no native chart", (_what, spec) => expect(nativeChart(spec)).toBeNull());

test("one series of bars, and two side by side", () => {
  expect(nativeChart(bar)?.element).toMatchObject({
    type: "Chart.VerticalBar",
    data: [
      { x: "2024", y: 1.3, color: "categoricalBlue" },
      { x: "2025", y: 2, color: "categoricalBlue" },
    ],
  });
  const both = drawn(dumbbell);
  expect(both?.type).toBe("Chart.VerticalBar.Grouped");
  expect(both?.data.map(({ legend, values }) => [legend, values[1]])).toEqual([
    ["Small", { x: "Without loss-makers", y: 17.9 }],
    ["Large", { x: "Without loss-makers", y: 22.1 }],
  ]);
  expect(nativeChart(dumbbell)?.losses).toEqual(["The gaps are in the table."]);
});

test("a missing value draws no bar and is named", () => {
  const native = nativeChart(chartOf("absences"));
  expect(native?.losses[0]).toBe(
    "Without a bar, for want of a value: Without loss-makers, Median (profitable), Profitable last 12m.",
  );
  expect(JSON.stringify(native?.element)).not.toContain("null");
});
