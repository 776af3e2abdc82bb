import { describe, expect, test } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import type { ChartSpec } from "../../src/briefing/chart.ts";
import { clientCopy } from "../../src/briefing/client-copy.ts";
import type { ClientSheet, Logo } from "../../src/briefing/client-sheet.ts";
import { frameOf } from "../../src/briefing/frame.ts";
import { render } from "../../src/charts/raster.ts";
import { sheetSvg } from "../../src/charts/sheet.ts";
import { EXAMPLE_BRIEFINGS } from "../support/example-briefings.ts";
import { drawnTexts, overlappingPairs } from "./svg-text.ts";

const MARK = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80"><rect width="300" height="80" fill="#FF00FF"/></svg>`;
const LOGO: Logo = {
  type: "image/svg+xml",
  width: 300,
  height: 80,
  base64: Buffer.from(MARK).toString("base64"),
};
const LONG = "The value of investments can fall as well as rise & you may get back less. ".repeat(8).trim();
const WIDE =
  "Smallest thirty per cent of the exchange by market size / Largest thirty per cent of the exchange by market size";

function sheetOf(briefing: Briefing, logo: Logo | null = null): ClientSheet {
  const copy = clientCopy(briefing);
  if ("refused" in copy) throw new Error(copy.refused);
  const [spec] = briefing.charts;
  const chart = spec ? { spec, frame: frameOf(briefing, spec) } : null;
  return { id: "sheet", copy, firm: briefing.firm, logo, chart };
}

/** Under a licence that forbids nothing; with five discrete periods where it has none. */
function example(name: "valuation" | "ratecut" | "performance", change: Partial<Briefing> = {}): Briefing {
  const briefing = EXAMPLE_BRIEFINGS[name];
  const sources = briefing.sources.map((source) => ({ ...source, licence: "public-domain" }));
  const [figure] = briefing.figures;
  if (figure === undefined) throw new Error("an example without figures");
  const keys = [1, 2, 3, 4, 5].map((n) => `${name}.discrete12m.${n}.small`);
  return {
    ...briefing,
    sources,
    figures: [...briefing.figures, ...keys.map((key) => ({ ...figure, key }))],
    tables: [
      ...briefing.tables,
      {
        title: "Discrete 12-month periods, total return",
        columns: ["", "Small"],
        rows: keys.map((key, at) => ({ label: `Nov ${2020 + at} to Nov ${2021 + at}`, cells: [key] })),
      },
    ],
    ...change,
  };
}

const widened = (briefing: Briefing): Briefing => ({
  ...briefing,
  pair: WIDE,
  headline: `${briefing.headline} · ${WIDE}`,
  pairDetail: { small: WIDE, large: WIDE },
  charts: briefing.charts.map((spec): ChartSpec => ({ ...spec, subtitle: `${spec.subtitle} · ${WIDE}` })),
});

const SHEETS: Readonly<Record<string, ClientSheet>> = {
  "without a logo": sheetOf(
    example("ratecut", { firm: { name: "Harbour & Vale", disclaimer: "For <you>." } }),
  ),
  "with a logo": sheetOf(example("performance", { firm: { name: "Harbour & Vale", disclaimer: "" } }), LOGO),
  "a logo alone": sheetOf(example("valuation", { firm: { name: "", disclaimer: "" } }), LOGO),
  "nothing of the firm": sheetOf(example("valuation", { firm: { name: "", disclaimer: "" } })),
  "a long disclaimer and a long pair": sheetOf(
    widened(example("ratecut", { firm: { name: "Harbour & Vale Wealth Management LLP", disclaimer: LONG } })),
    LOGO,
  ),
  "no chart": sheetOf(example("valuation", { charts: [] })),
  "ten times the caveats": sheetOf(
    example("valuation", {
      caveats: [
        "Past performance is not a reliable indicator of future results.",
        ...Array.from({ length: 40 }, (_, at) => `Caveat number ${at}: ${"words ".repeat(20)}`),
      ],
    }),
  ),
};

const flat = (text: string) => text.replace(/\s+/g, " ").trim();
const unescaped = (text: string) =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

describe.each(Object.entries(SHEETS))("a copy for clients, %s", (_, sheet) => {
  const { svg, height, alt } = sheetSvg(sheet);
  // The chart inside has its own tests, and its own origin.
  const own = svg.replace(/<svg x="0"[\s\S]*?<\/svg>/, "");
  const texts = drawnTexts(own, height);
  const words = flat(texts.map(({ text }) => unescaped(text)).join(" "));

  test("no text overlaps another, leaves the page, or runs into the chart", () => {
    expect(texts.length).toBeGreaterThan(5);
    expect(overlappingPairs(texts)).toEqual([]);
    const outside = texts.filter(
      ({ x, y, width, height: high }) => x < 8 || y < 8 || x + width > 1192 || y + high > height - 8,
    );
    expect(outside.map(({ text }) => text)).toEqual([]);
    const top = Number(/<svg x="0" y="([\d.]+)"/.exec(svg)?.[1] ?? -1_000);
    expect(texts.filter(({ y, height: high }) => y + high > top && y < top + 675)).toEqual([]);
  });

  test("every word of it is there, whole", () => {
    const { copy, firm } = sheet;
    const grid = copy.periods ? [copy.periods.title, ...copy.periods.rows.flat()] : [];
    for (const part of [
      copy.title,
      copy.measured,
      copy.findings,
      ...copy.disclosures,
      copy.source,
      firm.name,
      firm.disclaimer,
      ...grid,
    ])
      expect(words).toContain(flat(part));
    expect(alt).not.toContain("Not in full in the picture");
  });

  test("the warning is no smaller than any figure; nothing is smaller than 17 px", () => {
    const sizeOf = (part: string) =>
      Math.min(
        ...texts.filter(({ text }) => flat(part).startsWith(flat(unescaped(text)))).map(({ size }) => size),
      );
    const [warning] = sheet.copy.warnings;
    const figures = texts.filter(({ text }) => /\d[%x]|[+−]\d/.test(text) && !/retrieved/.test(text));
    expect(figures.length).toBeGreaterThan(0);
    for (const { size, text } of figures) expect([text, sizeOf(warning) >= size]).toEqual([text, true]);
    const drawn = [...svg.matchAll(/font-size:([\d.]+)px/g)].map((match) => Number(match[1]));
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(17);
  });

  test("nothing is printed that is no number or no text", () => {
    expect(svg).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });
});

test("no figure stands in the title", () => {
  for (const { copy } of Object.values(SHEETS)) expect(copy.title).not.toMatch(/\d+(\.\d+)?\s?(%|pp\b)/);
});

test("the logo is drawn in its proportions, at the top, and nothing is where there is none", () => {
  const magenta = (sheet: ClientSheet) => {
    const { pixels, width } = render(sheetSvg(sheet).svg, "card");
    const found: [x: number, y: number][] = [];
    for (let at = 0; at < pixels.length; at += 4)
      if (pixels[at] === 255 && pixels[at + 1] === 0 && pixels[at + 2] === 255)
        found.push([(at / 4) % width, Math.floor(at / 4 / width)]);
    return found;
  };
  const marked = magenta(SHEETS["with a logo"]!);
  const [xs, ys] = [marked.map(([x]) => x), marked.map(([, y]) => y)];
  const sides = [Math.max(...xs) - Math.min(...xs) + 1, Math.max(...ys) - Math.min(...ys) + 1] as const;
  expect(sides[0] / sides[1]).toBeCloseTo(300 / 80, 1);
  expect(Math.max(...ys)).toBeLessThan(150);
  expect(magenta(SHEETS["without a logo"]!)).toEqual([]);
});

test("what the font cannot draw is said in the words beside the picture", () => {
  const sheet = sheetOf(example("valuation", { firm: { name: "野村", disclaimer: "" } }));
  expect(sheetSvg(sheet).alt).toContain("Not in full in the picture: 野村.");
});
