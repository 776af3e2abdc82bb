import { describe, expect, test } from "vitest";
import { chartSvg } from "../../src/charts/svg.ts";
import { COLOURS, LABEL_COLOURS, MARK_COLOURS } from "../../src/charts/theme.ts";
import { EXAMPLES } from "./examples.ts";
import { EXTREMES } from "./extremes.ts";
import { drawnTexts, outside, overlappingPairs } from "./svg-text.ts";

const ALL = Object.entries({ ...EXAMPLES, ...EXTREMES });
const flat = (text: string): string => text.replace(/\s+/g, " ").trim();
const unescaped = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

describe.each(ALL)("%s", (_, chart) => {
  const { svg, alt } = chartSvg(chart);
  const texts = drawnTexts(svg);
  const words = flat(texts.map(({ text }) => unescaped(text)).join(" "));

  test("no text overlaps another or leaves the picture", () => {
    expect(overlappingPairs(texts)).toEqual([]);
    expect(outside(texts)).toEqual([]);
  });

  test("labels have at least 22 px, footers 16", () => {
    const footer = new Set(texts.filter(({ size }) => size < 22));
    expect([...footer].every(({ size }) => size >= 16)).toBe(true);
    const firstFooter = Math.min(...[...footer].map(({ y }) => y));
    expect(texts.filter(({ y, size }) => y > firstFooter && size >= 22)).toEqual([]);
    expect(footer.size).toBeGreaterThan(0);
  });

  test("footnote, source and firm are whole", () => {
    for (const part of [chart.spec.footnote, chart.frame.sourceLine, chart.frame.firm])
      expect(words).toContain(flat(part));
  });

  test("nothing is printed that is no number or no text, and nothing is clipped", () => {
    expect(svg).not.toMatch(/NaN|undefined|Infinity|null|\[object/);
    expect(svg).not.toMatch(/clip-path|style="[^"]*font:/);
    expect(words).not.toMatch(/(^|\s)-\d/);
  });

  test("the watermark stands on samples alone", () => {
    const marks = svg.match(/<text[^>]*opacity[^>]*>SAMPLE DATA<\/text>/g) ?? [];
    expect(marks).toHaveLength(chart.frame.sample ? 1 : 0);
  });

  test("the alt text begins with the topic's own", () => {
    expect(alt.startsWith(chart.spec.alt)).toBe(true);
    expect(alt === chart.spec.alt).toBe(!/Not in full in the picture: |For want of room/.test(words));
  });
});

test("every label of the examples is drawn: none needs the alt text", () => {
  for (const [name, chart] of Object.entries(EXAMPLES))
    expect([name, chartSvg(chart).alt]).toEqual([name, chart.spec.alt]);
});

test.each([
  ["dots-one-row-25", 25],
  ["dots-three-rows-25", 75],
])("%s: each dot is drawn, and named in the picture or in the alt text", (name, count) => {
  const chart = EXTREMES[name]!;
  const { svg, alt } = chartSvg(chart);
  expect(svg.match(/<circle|<path d="[^"]*A8 8[^"]*"/g)).toHaveLength(count);
  const labels = drawnTexts(svg).filter(({ text }) => /^(19|20)\d\d$/.test(text)).length;
  const inAlt = alt.match(/, (19|20)\d\d: /g)?.length ?? 0;
  expect(labels + inAlt).toBe(count);
  expect(labels).toBeGreaterThan(0.9 * count);
});

test("no name of a series changes what every object inherits", () => {
  const inherited: string[] = [];
  for (const key in chartSvg(EXTREMES["object-names"]!)) inherited.push(key);
  expect(inherited.sort()).toEqual(["alt", "svg"]);
});

test("what was shortened stands in the alt text in full", () => {
  const names = EXTREMES["line-names"]!;
  expect(chartSvg(names).alt).toContain("小型株指数");
  expect(chartSvg(names).alt).toContain("rebalanced each June, delisting returns included");
  expect(chartSvg(EXTREMES["dumbbell-forty-rows"]!).alt).toContain("Definition 40");
});

/** Relative luminance and contrast as in WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

test("text reaches 4.5:1 and marks 3:1 on paper", () => {
  expect(contrast("#000000", "#FFFFFF")).toBeCloseTo(21, 5);
  for (const text of [COLOURS.ink, COLOURS.text, ...Object.values(LABEL_COLOURS)]) {
    expect(contrast(text, COLOURS.paper)).toBeGreaterThan(4.5);
  }
  for (const mark of Object.values(MARK_COLOURS)) expect(contrast(mark, COLOURS.paper)).toBeGreaterThan(3);
});

test("primary and secondary differ in lightness too, for those who see no hue", () => {
  expect(contrast(MARK_COLOURS.primary, MARK_COLOURS.secondary)).toBeGreaterThan(2);
});
