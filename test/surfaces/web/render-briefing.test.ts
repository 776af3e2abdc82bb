import { describe, expect, test } from "vitest";
import type { Briefing } from "../../../src/briefing/briefing.ts";
import { formatFigure } from "../../../src/briefing/format.ts";
import { isAbsent } from "../../../src/briefing/value.ts";
import { html, markupOf } from "../../../src/surfaces/web/html.ts";
import { renderBriefing } from "../../../src/surfaces/web/render-briefing.ts";
import { commandsOf, richText } from "../../../src/surfaces/web/render-page.ts";
import { EXAMPLE_BRIEFINGS, HOSTILE } from "../../support/example-briefings.ts";
import { MENU } from "./console-world.ts";

function markup(briefing: Briefing): string {
  return markupOf(renderBriefing(briefing, { key: "k", chartUrl: ({ id }) => `/charts/${id}.png` }));
}

test("a reason that several cells of a row share is said once, of the row", () => {
  const [base] = EXAMPLE_BRIEFINGS.ratecut.figures;
  if (base === undefined) throw new TypeError("the example has figures");
  const withheld = (key: string, note: string) => ({
    ...base,
    key,
    label: `label of ${key}`,
    value: { absent: "stale" as const, note },
  });
  const shown = markup({
    ...EXAMPLE_BRIEFINGS.ratecut,
    figures: [withheld("a", "late"), withheld("b", "late"), withheld("c", "later")],
    tables: [
      {
        title: "T",
        columns: ["", "Now", "Room"],
        rows: [
          { label: "Row one", cells: ["a", "b"] },
          { label: "Row two", cells: ["c", "a"] },
        ],
      },
    ],
    charts: [],
  });
  const bullets = [...shown.matchAll(/<li dir="auto"><b>(.*?)<\/b>: (.*?)<\/li>/g)].map(
    ([, ...each]) => each,
  );
  expect(bullets).toEqual([
    ["Row one", "late"],
    ["label of c", "later"],
    ["label of a", "late"],
  ]);
});

const escaped = (text: string) => markupOf(html`${text}`);

describe.each(Object.entries(EXAMPLE_BRIEFINGS))("the example briefing %s", (_name, briefing: Briefing) => {
  const shown = markup(briefing);

  test("shows every caveat, source, chart's alt text and figure", () => {
    for (const caveat of briefing.caveats) expect(shown).toContain(escaped(caveat));
    for (const source of briefing.sources) expect(shown).toContain(escaped(source.provider));
    for (const chart of briefing.charts) expect(shown).toContain(`alt="${escaped(chart.alt)}"`);
    for (const figure of briefing.figures) {
      expect(shown).toContain(`>${figure.key.replaceAll(".", ".<wbr>")}<wbr></code>`);
      expect(shown).toContain(escaped(isAbsent(figure.value) ? figure.value.note : formatFigure(figure)));
    }
  });

  test("keeps the order: headline, charts, tables, caveats, sources, explanation; caveats are not collapsed", () => {
    const places = ["<h2", "<figure", "<table", 'class="caveats"', 'class="sources"', "<details"].map(
      (mark) => shown.indexOf(mark),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  test("holds no trace of a missing value and no markup from data", () => {
    expect(shown).not.toMatch(/NaN|undefined|null|\[object|<script|onerror=alert\(1\)>/);
  });

  test("says so when the data are synthetic or an assumption was made, and only then", () => {
    expect(shown.includes("SAMPLE DATA</strong>")).toBe(briefing.dataMode === "sample");
    expect(shown.includes("HYPOTHETICAL</strong>")).toBe(briefing.hypothetical);
  });
});

test("a chart is to be downloaded where every licence allows it; else its place says which does not", () => {
  const { ratecut } = EXAMPLE_BRIEFINGS;
  expect(markup(ratecut)).toContain("Download chart (PNG)");
  const [first, ...others] = ratecut.sources;
  const sources = [{ ...first!, provider: "P & Q", licence: "no redistribution" }, ...others];
  const shown = markup({ ...ratecut, sources });
  expect(shown).not.toContain(" download=");
  expect(shown).toContain(
    escaped('No download: the licence of P & Q ("no redistribution") forbids exporting it.'),
  );
});

test("the firm and its disclaimer are there once, the disclaimer also without a name", () => {
  const firm = { name: "Harbour & Vale", disclaimer: "For internal use." };
  const count = (text: string, part: string) => text.split(escaped(part)).length - 1;
  const shown = markup({ ...EXAMPLE_BRIEFINGS.ratecut, firm });
  expect([count(shown, firm.name), count(shown, firm.disclaimer)]).toEqual([1, 1]);
  expect(markup({ ...EXAMPLE_BRIEFINGS.ratecut, firm: { ...firm, name: "" } })).toContain(
    '<p dir="auto">For internal use.</p>',
  );
});

test("each table cell of the examples names a figure, and rows are as wide as their heads", () => {
  for (const { tables, figures } of Object.values<Briefing>(EXAMPLE_BRIEFINGS)) {
    const keys = new Set(figures.map(({ key }) => key));
    for (const { columns, rows } of tables) {
      for (const { cells } of rows) {
        expect(cells).toHaveLength(columns.length - 1);
        for (const cell of cells) expect(keys).toContain(cell);
      }
    }
  }
});

test("a table cell without its figure is a bug, not a blank", () => {
  const broken = { ...EXAMPLE_BRIEFINGS.valuation, figures: EXAMPLE_BRIEFINGS.valuation.figures.slice(1) };
  expect(() => markup(broken)).toThrow(/valuation\.small\.aggIncl\.pe/);
});

test("unrounded values are there, negative ones rounded with a true minus", () => {
  const shown = markup(EXAMPLE_BRIEFINGS.ratecut);
  expect(shown).toContain('<data value="-5.4102">-5.4102</data>');
  expect(shown).toContain("<td>\u22125.4</td>");
});

test("quoted commands become links; descriptions of commands and other text do not", () => {
  const [before, link, after] = richText("Try `ratecut cycle=first` & see").map(markupOf);
  expect([before, after]).toEqual(["Try ", " &amp; see"]);
  expect(link).toContain('href="/?q=ratecut%20cycle%3Dfirst"');
  expect(richText("`valuation variant=<name>`").map(markupOf).join("")).not.toContain("<a");
  expect(richText(HOSTILE).map(markupOf).join("")).not.toContain("<script");
});

test("example commands come from the first section that has any", () => {
  expect(commandsOf(MENU)).toEqual(["ratecut", "performance", "valuation", "help ratecut"]);
  expect(commandsOf({ title: "", sections: [{ heading: "", lines: ["nothing"] }] })).toEqual([]);
});
