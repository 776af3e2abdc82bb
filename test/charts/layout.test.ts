import { expect, test } from "vitest";
import type { BarChart, FramedChart } from "../../src/briefing/chart.ts";
import { textWidth } from "../../src/charts/measure.ts";
import { spread } from "../../src/charts/place.ts";
import { formatTick, makeScale, multiples, niceStep } from "../../src/charts/scale.ts";
import { chartSvg, longhandFonts } from "../../src/charts/svg.ts";
import { TEXT } from "../../src/charts/theme.ts";
import { dayOf, timeTicks } from "../../src/charts/time-axis.ts";
import { wrap } from "../../src/charts/wrap.ts";
import { EXTREMES } from "./extremes.ts";
import { drawnTexts } from "./svg-text.ts";

const tickLines = (from: string, to: string, length: number): string[] =>
  timeTicks(dayOf(from), dayOf(to), length).map(({ lines }) => lines.join(" "));

test("a century has a tick every tenth or twentieth year", () => {
  expect(tickLines("1926-07-31", "2026-11-30", 900)).toEqual(range(1930, 2020, 10));
  expect(tickLines("1926-07-31", "2026-11-30", 600)).toEqual(range(1940, 2020, 20));
});

test("twelve months have monthly ticks that name a year where it changes", () => {
  expect(tickLines("2025-11-19", "2026-11-19", 900)).toEqual([
    "Dec 2025",
    "Jan 2026",
    ..."Feb Mar Apr May Jun Jul Aug Sep Oct Nov".split(" "),
  ]);
});

test("a fortnight has ticks on days", () => {
  expect(tickLines("2026-11-02", "2026-11-16", 900)).toEqual([
    "2 Nov 2026",
    "4 Nov",
    "6 Nov",
    "8 Nov",
    "10 Nov",
    "12 Nov",
    "14 Nov",
    "16 Nov",
  ]);
});

function range(from: number, to: number, step: number): string[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, index) => String(from + index * step));
}

const PLAIN = { id: "a", subtitle: "b", unit: "%", alt: "c", footnote: "d", asOf: "2026-10-30" } as const;
const FRAME = { sourceLine: "Source: e", sample: false, firm: "" };
const boxOf = (svg: string, wanted: string) => {
  const found = drawnTexts(svg).find(({ text }) => text === wanted);
  if (found === undefined) throw new Error(`"${wanted}" is not drawn`);
  return found;
};

test("a dumbbell's label does not stand on the line of zero", () => {
  const rows = [
    { label: "With micro-caps, of all", left: 93.5, right: 10.5, gap: "+83.0 pp" },
    { label: "Small-caps of all", left: 31.3, right: 9.5, gap: "+21.8 pp" },
  ];
  const spec = { ...PLAIN, kind: "dumbbell", title: "Shares", left: "Count", right: "Value", rows } as const;
  const { svg } = chartSvg({ spec, frame: FRAME });
  const zero = boxOf(svg, "0%");
  const line = zero.x + zero.width / 2;
  for (const text of ["9.5%", "10.5%"]) {
    const { x, width } = boxOf(svg, text);
    expect(x > line + 4 || x + width < line - 4, text).toBe(true);
  }
});

test("lying bars have their whole names, and words at their ends; what has no room is named below", () => {
  const groups = ["2-year yield over the target", "Financial conditions (NFCI)", "Oil over three months"];
  const bars = (names: readonly string[]): BarChart => ({
    ...PLAIN,
    kind: "bar",
    title: "How often",
    groups: names,
    lying: { heading: "Known from", ends: names.map((_, at) => `1 Jan ${1990 + at}`) },
    series: [{ name: "Days", emphasis: "primary", values: names.map((_, at) => 10 + at) }],
  });
  const texts = drawnTexts(chartSvg({ spec: bars(groups), frame: FRAME }).svg).map(({ text }) => text);
  for (const text of [...groups, "Known from", "1 Jan 1990", "1 Jan 1992", "10.0%", "12.0%"])
    expect(texts).toContain(text);
  const many = Array.from({ length: 14 }, (_, at) => `Trigger ${at}`);
  const crowded = drawnTexts(chartSvg({ spec: bars(many), frame: FRAME }).svg).map(({ text }) => text);
  expect(crowded.some((text) => /^\d more not drawn$/.test(text))).toBe(true);
  expect(crowded.join(" ")).toMatch(/Not in full in the picture: Trigger \d+;.* Trigger 13\./);
  expect(() =>
    chartSvg({ spec: { ...bars(groups), lying: { heading: "", ends: [] } }, frame: FRAME }),
  ).toThrow("lying bars are of one series, with words at the end of each");
});

test("dates that do not exist are none", () => {
  expect(dayOf("1970-01-02")).toBe(1);
  expect(dayOf("2024-02", true) - dayOf("2024-02")).toBe(28);
  for (const wrong of ["2025-02-29", "2025-13", "19 Nov 2026", ""]) expect(dayOf(wrong)).toBeNaN();
});

test("steps are 1, 2 or 5 times a power of ten, and 2.5 where that adds no decimal", () => {
  expect([0.07, 1, 1.1, 2.3, 3, 7, 120].map(niceStep)).toEqual([0.1, 1, 2, 5, 5, 10, 200]);
  expect([0.23, 23, 230].map(niceStep)).toEqual([0.5, 25, 250]);
  expect(multiples(0.1, -0.2, 0.3)).toEqual([-0.2, -0.1, 0, 0.1, 0.2, 0.3]);
});

test("an index axis of a dozen points has whole numbers", () => {
  const axis = makeScale({ values: [99.4, 111.2], from: 400, to: 0, minTickGap: 70, snap: true });
  expect(axis.ticks.map((tick) => formatTick(tick, "index", axis))).toEqual([
    "95",
    "100",
    "105",
    "110",
    "115",
  ]);
});

test("a linear scale meets its ends; a wide positive range becomes logarithmic where allowed", () => {
  const linear = makeScale({ values: [0, 8], from: 100, to: 500, minTickGap: 100 });
  expect([0, 4, 8].map(linear.px)).toEqual([100, 300, 500]);
  expect(linear.ticks).toEqual([0, 2, 4, 6, 8]);
  const log = makeScale({ values: [1, 100], from: 0, to: 200, minTickGap: 20, allowLog: true });
  expect(log.isLog).toBe(true);
  expect([1, 10, 100].map(log.px)).toEqual([0, 100, 200]);
  expect(makeScale({ values: [1, 100], from: 0, to: 200, minTickGap: 20 }).isLog).toBe(false);
  expect(makeScale({ values: [0, 100], from: 0, to: 200, minTickGap: 20, allowLog: true }).isLog).toBe(false);
});

test("blocks are moved apart as little as possible and stay inside", () => {
  const block = (middle: number) => ({ middle, height: 10 });
  expect(spread([block(50), block(20)], 0, 100)).toEqual([50, 20]);
  expect(spread([block(50), block(50)], 0, 100)).toEqual([45, 55]);
  expect(spread([block(0), block(3)], 0, 100)).toEqual([5, 15]);
  expect(spread([block(100), block(99), block(50)], 0, 100)).toEqual([95, 85, 50]);
  expect(spread([block(1), block(2)], 0, 19)).toBeNull();
});

test("text is measured as resvg draws it, never narrower", () => {
  for (const text of ["0000000000", "Small minus large, pp", "AVAVAV", "−2.4 to +9.0"]) {
    const drawn = drawnTexts(
      `<text style="font-size:100px;font-family:Inter" x="0" y="200">${text}</text>`,
    )[0]!;
    const measured = textWidth(text, { ...TEXT.label, size: 100 });
    expect(measured).toBeGreaterThan(drawn.width);
    expect(measured).toBeLessThan(drawn.width * 1.12);
  }
});

test("wrapping keeps every word, and says when it cuts", () => {
  const style = TEXT.label;
  const width = textWidth("one two", style) + 1;
  expect(wrap("one two three", width, style)).toEqual({ lines: ["one two", "three"], cut: false });
  const cut = wrap("one two three four", width, style, 1);
  expect(cut.cut).toBe(true);
  expect(cut.lines[0]).toMatch(/^one .*…$/);
  expect(wrap("a\u0000b\n c", 500, style).lines).toEqual(["a b c"]);
  expect(wrap("小型 caps", 500, style)).toEqual({ lines: ["… caps"], cut: true });
});

test("the font shorthand becomes single properties", () => {
  expect(longhandFonts('style="font: normal 600 14px Inter"')).toBe(
    'style="font-style:normal;font-weight:600;font-size:14px;font-family:Inter"',
  );
});

const BARS: BarChart = {
  ...(EXTREMES["bar-zero"]!.spec as BarChart),
  id: "bars",
  groups: ["A", "B"],
  series: [
    { name: "Small", emphasis: "primary", values: [10, -5] },
    { name: "Large", emphasis: "secondary", values: [20, 2.5] },
  ],
};

/** ECharts draws a bar as "M x y l w 0 l 0 h l -w 0 Z". */
function barsIn(svg: string, colour: string): { x: number; width: number; height: number }[] {
  const paths = svg.matchAll(
    new RegExp(`<path d="M([\\d.]+) [\\d.]+l([\\d.]+) 0l0 (-?[\\d.]+)l[^"]*Z" fill="${colour}"`, "g"),
  );
  return [...paths]
    .map(([, x, width, height]) => ({ x: Number(x), width: Number(width), height: Math.abs(Number(height)) }))
    .filter(({ width, height }) => width > 30 && height !== 20);
}

test("bars are as long as their values and carry their labels in the middle", () => {
  const chart: FramedChart = { spec: BARS, frame: EXTREMES["bar-zero"]!.frame };
  const { svg } = chartSvg(chart);
  const small = barsIn(svg, "#0B2D66").filter(({ height }) => height > 5);
  const large = barsIn(svg, "#C4481B");
  expect(small).toHaveLength(2);
  expect(large).toHaveLength(2);
  const unit = small[0]!.height / 10;
  expect(small[1]!.height / unit).toBeCloseTo(5, 1);
  expect(large[0]!.height / unit).toBeCloseTo(20, 1);
  expect(large[1]!.height / unit).toBeCloseTo(2.5, 1);
  const texts = drawnTexts(svg);
  for (const [label, bar] of [
    ["10.0%", small[0]!],
    ["−5.0%", small[1]!],
    ["20.0%", large[0]!],
    ["2.5%", large[1]!],
  ] as const) {
    const text = texts.findLast((one) => one.text === label)!;
    expect(Math.abs(text.x + text.width / 2 - (bar.x + bar.width / 2))).toBeLessThan(3);
  }
});

test("texts that leave no room for a plot are refused by name rather than cut", () => {
  const chart = EXTREMES["long-texts"]!;
  const spec = { ...chart.spec, footnote: "A caveat that must not be cut. ".repeat(100) };
  expect(() => chartSvg({ ...chart, spec })).toThrow(/chart long-texts: its texts leave .* px/);
});
