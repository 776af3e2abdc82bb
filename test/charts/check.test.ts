import { describe, expect, test } from "vitest";
import type { ChartSpec, LineChart } from "../../src/briefing/chart.ts";
import { checkSpec } from "../../src/charts/check.ts";
import { EXAMPLES } from "./examples.ts";

const { ratecut, valuation, cycles, performance, premium, recoveries } = Object.fromEntries(
  Object.entries(EXAMPLES).map(([name, { spec }]) => [name, spec]),
) as Record<string, ChartSpec>;

/** The spec with one value replaced, found by its path. */
function withValue(
  spec: ChartSpec | undefined,
  path: readonly (string | number)[],
  value: unknown,
): ChartSpec {
  const copy = structuredClone(spec) as ChartSpec;
  let place = copy as unknown as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) place = place[step] as Record<string | number, unknown>;
  place[path.at(-1)!] = value;
  return copy;
}

describe("a number that is none is refused with chart and place", () => {
  test.each([
    [
      withValue(ratecut, ["rows", 1, "dots", 2, "value"], Number.NaN),
      /ratecut-dots: NaN at dots\.rows\[1\]\.dots\[2\]\.value/,
    ],
    [
      withValue(ratecut, ["rows", 0, "interval", 1], Number.POSITIVE_INFINITY),
      /ratecut-dots: Infinity at .*interval\[1\]/,
    ],
    [withValue(ratecut, ["rows", 0, "mean"], Number.NaN), /NaN at dots\.rows\[0\]\.mean/],
    [
      withValue(valuation, ["rows", 3, "left"], Number.NaN),
      /valuation-dumbbell: NaN at dumbbell\.rows\[3\]\.left/,
    ],
    [
      withValue(premium, ["series", 0, "errors", 0, 0], Number.NaN),
      /premium-windows: NaN at bar\.series\[0\]\.errors\[0\]\[0\]/,
    ],
    [
      withValue(cycles, ["series", 6, "points", 3, 1], Number.NaN),
      /ratecut-cycles: NaN at series\[6\] "2024 \(this cycle\)" points\[3\]/,
    ],
    [withValue(cycles, ["reference"], Number.NaN), /ratecut-cycles: NaN at reference/],
    [
      withValue(cycles, ["series", 6, "points", 3, 0], "2026-01"),
      /points\[3\] has x "2026-01", which is no number of months/,
    ],
    [
      withValue(performance, ["series", 0, "points", 3, 0], "2026-02-30"),
      /points\[3\] has x "2026-02-30", which is no date/,
    ],
    [withValue(performance, ["marks", 0, "x"], "soon"), /performance-relative: marks\[0\]\.x has x "soon"/],
  ])("%#", (spec, message) => {
    expect(() => checkSpec(spec)).toThrow(TypeError);
    expect(() => checkSpec(spec)).toThrow(message);
  });
});

test("points out of order and uneven series are refused", () => {
  const line = performance as LineChart;
  const backwards = line.series[0]!.points.toReversed();
  expect(() => checkSpec(withValue(line, ["series", 0, "points"], backwards))).toThrow(
    /out of order \(2026-11-18\)/,
  );
  expect(() => checkSpec(withValue(premium, ["series", 0, "values"], [1]))).toThrow(/one value a group/);
  const shuffled = [
    [3, 1],
    [2, 1],
  ];
  expect(() => checkSpec(withValue(recoveries, ["panels", 1, "points"], shuffled))).toThrow(
    /points of panel "Jul 1980" are out of order/,
  );
});

test("an id that is no file name and empty texts are refused", () => {
  expect(() => checkSpec(withValue(ratecut, ["id"], "../x"))).toThrow(/"\.\.\/x" is not file-name safe/);
  expect(() => checkSpec(withValue(ratecut, ["alt"], " "))).toThrow(/ratecut-dots: alt is empty/);
});

test("the examples pass", () => {
  for (const { spec } of Object.values(EXAMPLES)) expect(() => checkSpec(spec)).not.toThrow();
});
