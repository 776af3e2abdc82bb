import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Briefing } from "../../../src/briefing/briefing.ts";
import { formatFigure } from "../../../src/briefing/format.ts";
import { printable, renderPageText, renderText, widthOf } from "../../../src/surfaces/terminal/render.ts";
import { EXAMPLE_BRIEFINGS } from "../../support/example-briefings.ts";

const GOLDEN = new URL("../../golden/terminal/", import.meta.url);

/** UPDATE_GOLDEN=1 writes it; a mismatch writes the new text beside the old. */
function expectGolden(name: string, text: string): void {
  const [golden, actual] = [new URL(`${name}.txt`, GOLDEN), new URL(`${name}.actual.txt`, GOLDEN)];
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(golden, text);
  const wanted = existsSync(golden) ? readFileSync(golden, "utf8") : "";
  if (wanted === text) rmSync(actual, { force: true });
  else writeFileSync(actual, text);
  expect(text).toBe(wanted);
}

const oneLine = (text: string) => printable(text).replace(/\s+/g, " ").trim();
const withNotes = (...notes: readonly string[]): Briefing => ({ ...EXAMPLE_BRIEFINGS.ratecut, notes });

describe.each(Object.entries<Briefing>(EXAMPLE_BRIEFINGS))("the example briefing %s", (name, briefing) => {
  const text = renderText(briefing, []);

  if (name !== "tenfold") test("reads as agreed", () => expectGolden(name, text));

  test("holds the headline, every caveat whole, every figure of its tables, every chart in words, the sources", () => {
    const flat = oneLine(text);
    const shown = [
      briefing.headline,
      ...briefing.caveats.map((caveat) => `⚠ ${caveat}`),
      ...briefing.notes,
      ...briefing.charts.map(({ alt }) => alt),
      ...briefing.sources.map(({ provider }) => provider),
      briefing.firm.name,
      briefing.firm.disclaimer,
    ];
    for (const part of shown) expect(flat).toContain(oneLine(part));
    const byKey = new Map(briefing.figures.map((figure) => [figure.key, figure]));
    for (const { rows } of briefing.tables)
      for (const { cells } of rows)
        for (const key of cells) {
          const figure = byKey.get(key);
          expect(figure && flat.includes(formatFigure(figure))).toBe(true);
        }
  });

  test("names a number to explain with the arguments that it takes", () => {
    const first = briefing.tables[0]?.rows[0]?.cells[0];
    const footer = (command: string, topic: string) =>
      oneLine(renderText({ ...briefing, command, topic }, [])).split("Explain a number: ")[1];
    expect(footer("risks backtest=all", "risks")).toMatch(`explain ${first} backtest=all · briefing `);
    expect(footer("brief topics=a,b", "brief")).toMatch(`explain ${first} · briefing `);
  });

  test("leads with the headline and ends with caveats, then the source", () => {
    expect(oneLine(text).startsWith(oneLine(briefing.headline))).toBe(true);
    const places = [briefing.tables[0]?.title, `⚠ ${briefing.caveats[0]}`, "Source:", "Explain a number:"];
    places.splice(2, 0, briefing.firm.name, briefing.firm.disclaimer);
    let from = 0;
    for (const place of places) {
      const found = oneLine(text).indexOf(oneLine(place ?? ""), from);
      expect([place, found]).not.toEqual([place, -1]);
      from = found + 1;
    }
  });

  const content =
    name === "hostile" ? text.split("\n").filter((line) => !line.startsWith("  <")) : text.split("\n");
  test("keeps to 100 columns, but for labels that are longer themselves", () => {
    for (const line of content) expect(widthOf(line)).toBeLessThanOrEqual(100);
  });

  test("says when an assumption was made, and only then", () => {
    expect(text.includes("\nHYPOTHETICAL · ")).toBe(briefing.hypothetical);
  });

  test("holds nothing a terminal would obey and no trace of a missing value", () => {
    expect(text).not.toMatch(/[^\n\P{Cc}]|[\u202a-\u202e\u2066-\u2069]/u);
    expect(text).not.toMatch(/NaN|undefined|null|\[object/);
  });
});

describe("wrapping", () => {
  test("keeps short pieces of the headline whole and breaks long ones at spaces", () => {
    const pieces = { headline: `${"word ".repeat(18)}end · Russell 2000 / S&P 500`, subtitle: "a" };
    const [first, second] = renderText({ ...EXAMPLE_BRIEFINGS.ratecut, ...pieces }, []).split("\n");
    expect([first?.endsWith("end ·"), second]).toEqual([true, "Russell 2000 / S&P 500"]);
  });

  test("fills a line to the hundredth column, and leaves a longer word whole", () => {
    const fits = `${"a".repeat(49)} ${"b".repeat(50)}`;
    expect(renderText(withNotes(fits), [])).toContain(`\n${fits}\n`);
    expect(renderText(withNotes(`${fits}b`), [])).toContain(`\n${"a".repeat(49)}\n${"b".repeat(51)}\n`);
    expect(renderText(withNotes(`${"h".repeat(140)} x`), [])).toContain(`\n${"h".repeat(140)}\nx\n`);
  });

  test("counts two columns for an emoji and for an East Asian character", () => {
    expect(["é", "e\u0301", "📉", "🧑🏽‍💻", "株", "⚠", "⚠️"].map(widthOf)).toEqual([1, 1, 2, 2, 2, 1, 2]);
    const lines = renderText(withNotes("株式 ".repeat(60).trim()), []).split("\n");
    expect(Math.max(...lines.filter((line) => line.startsWith("株式")).map(widthOf))).toBe(99);
  });

  test("keeps a line break of the firm's own", () => {
    const firm = { name: "", disclaimer: "First line.\nSecond line." };
    expect(renderText({ ...EXAMPLE_BRIEFINGS.ratecut, firm }, [])).toContain("First line.\nSecond line.\n");
  });
});

describe("tables", () => {
  const [table] = EXAMPLE_BRIEFINGS.ratecut.tables;
  if (!table) throw new Error("the example has a table");
  const tableText = (changed: typeof table) =>
    renderText({ ...EXAMPLE_BRIEFINGS.ratecut, tables: [changed] }, [])
      .split(`${changed.title}\n`)[1]
      ?.split("\n\n⚠")[0] ?? "";

  test("stay aligned to the right beside wide characters", () => {
    const labels = ["📉 All cuts", "株式 first cuts", "plain"];
    const rows = table.rows.map((row, index) => ({ ...row, label: labels[index] ?? "" }));
    const [head = "", ...lines] =
      tableText({ ...table, rows })
        .split("\n\n")[0]
        ?.split("\n") ?? [];
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(widthOf(line)).toBe(widthOf(head));
  });

  test("too wide for the page go on below, every column once, with the labels again", () => {
    const columns = ["", ...Array.from({ length: 24 }, (_, index) => `month ${index + 1}`)];
    const rows = table.rows.map(({ label, cells }) => ({
      label,
      cells: columns.slice(1).map(() => cells[0] ?? ""),
    }));
    const text = tableText({ ...table, columns, rows });
    for (const column of columns.slice(1))
      expect(text.match(new RegExp(`${column}(?!\\d)`, "g"))).toHaveLength(1);
    expect(text.match(/Any month/g)?.length).toBeGreaterThan(1);
    expect(text.match(/\+2\.6/g)).toHaveLength(24);
  });
});

test("a page is plain text: headings, indented lines, no backticks, no control characters", () => {
  const page = {
    title: "Help",
    sections: [
      { heading: "Topics", lines: ["`ratecut`\nAfter\u001b[31m cuts", `long ${"word ".repeat(30).trim()}`] },
    ],
  };
  expect(renderPageText(page)).toBe(
    `Help\n\nTopics\n  ratecut\n    After[31m cuts\n  long ${"word ".repeat(18).trim()}\n    ${"word ".repeat(12).trim()}\n`,
  );
});
