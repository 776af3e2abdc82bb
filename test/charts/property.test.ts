import fc from "fast-check";
import { expect, test } from "vitest";
import type { ChartSpec, Emphasis, FramedChart } from "../../src/briefing/chart.ts";
import type { Unit } from "../../src/briefing/figure.ts";
import { absent } from "../../src/briefing/value.ts";
import { chartSvg } from "../../src/charts/svg.ts";
import { drawnTexts, normalised, outside, overlappingPairs } from "./svg-text.ts";

const number = fc.oneof(
  fc.double({ min: -50, max: 50, noNaN: true }),
  fc.double({ min: -1e7, max: 1e7, noNaN: true }),
  fc.constantFrom(0, -0, 1e-9, 400),
);
const value = fc.oneof(
  { weight: 5, arbitrary: number },
  { weight: 1, arbitrary: fc.constant(absent("stale", "out of date")) },
);
const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" }),
  fc.constantFrom("Small", "1990", "All cuts (58)"),
);
const base = {
  id: fc.constant("random"),
  title: fc.string({ minLength: 1, maxLength: 120, unit: "grapheme-ascii" }).map((text) => `A ${text}`),
  subtitle: fc.string({ maxLength: 150, unit: "grapheme-ascii" }).map((text) => `pp ${text}`),
  unit: fc.constantFrom<Unit>("pp", "%", "x", "count", "index", "ratio", "p"),
  alt: fc.constant("In words."),
  footnote: fc.string({ maxLength: 300, unit: "grapheme-ascii" }),
};
const emphasis = fc.constantFrom<Emphasis>("primary", "secondary", "accent", "muted");
const interval = fc.option(
  fc.tuple(number, number).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
);

const line = fc.record({
  ...base,
  kind: fc.constant("line" as const),
  axis: fc.constant("months" as const),
  series: fc.array(
    fc.record({
      name,
      emphasis,
      points: fc
        .array(fc.tuple(fc.integer({ min: 0, max: 60 }), number), { maxLength: 12 })
        .map((points) => points.sort((a, b) => a[0] - b[0])),
    }),
    { maxLength: 12 },
  ),
  bands: fc.constant([{ from: "3", to: "9", label: "Recession" }]),
  marks: fc.array(fc.record({ x: fc.integer({ min: 0, max: 60 }).map(String), label: name }), {
    maxLength: 6,
  }),
  reference: fc.option(number),
});
const dots = fc.record({
  ...base,
  kind: fc.constant("dots" as const),
  intervalLabel: name,
  rows: fc.array(
    fc.record({
      label: name,
      detail: name,
      dots: fc.array(fc.record({ label: name, value: number }), { maxLength: 12 }),
      mean: value,
      interval,
    }),
    { maxLength: 14 },
  ),
});
const dumbbell = fc.record({
  ...base,
  kind: fc.constant("dumbbell" as const),
  left: name,
  right: name,
  rows: fc.array(fc.record({ label: name, left: value, right: value, gap: name }), { maxLength: 14 }),
});
const bar = fc
  .tuple(fc.record(base), fc.array(name, { maxLength: 12 }), fc.integer({ min: 0, max: 4 }))
  .chain(([texts, groups, count]) =>
    fc
      .array(
        fc.record({
          name,
          emphasis,
          values: fc.array(value, { minLength: groups.length, maxLength: groups.length }),
          errors: fc.array(interval, { minLength: groups.length, maxLength: groups.length }),
        }),
        { minLength: count, maxLength: count },
      )
      .map((series) => ({ ...texts, kind: "bar" as const, groups, series })),
  );

const panels = fc.record({
  ...base,
  kind: fc.constant("panels" as const),
  xLabel: name,
  reference: fc.option(number),
  panels: fc.array(
    fc.record({
      label: name,
      emphasis,
      reason: name,
      points: fc
        .array(fc.tuple(fc.integer({ min: 0, max: 60 }), number), { maxLength: 12 })
        .map((points) => points.sort((a, b) => a[0] - b[0])),
    }),
    { maxLength: 14 },
  ),
});

const gauges = fc.record({
  ...base,
  kind: fc.constant("gauges" as const),
  thresholds: fc.tuple(name, name),
  rows: fc.array(fc.record({ label: name, detail: name, position: value, text: name, emphasis }), {
    maxLength: 16,
  }),
});

function framed(spec: ChartSpec): FramedChart {
  return { spec, frame: { sourceLine: "Source: random", sample: true, firm: "Firm" } };
}

test.each([
  ["line", line],
  ["dots", dots],
  ["dumbbell", dumbbell],
  ["bar", bar],
  ["panels", panels],
  ["gauges", gauges],
] as const)("any %s chart is drawn whole, readable and twice the same", (_, specs) => {
  fc.assert(
    fc.property(specs as fc.Arbitrary<ChartSpec>, (spec) => {
      const { svg } = chartSvg(framed(spec));
      expect(svg).not.toMatch(/NaN|Infinity|\bundefined\b|clip-path/);
      const texts = drawnTexts(svg);
      expect(overlappingPairs(texts)).toEqual([]);
      expect(outside(texts)).toEqual([]);
      expect(texts.every(({ size }) => size >= 16)).toBe(true);
      expect(normalised(chartSvg(framed(spec)).svg)).toBe(normalised(svg));
    }),
    { numRuns: 25, seed: 20261119 },
  );
});
