import Table from "cli-table3";
import type { Briefing, Table as BriefingTable, Page } from "../../briefing/briefing.ts";
import type { Figure } from "../../briefing/figure.ts";
import { formatDate, formatFigure } from "../../briefing/format.ts";
import { sourceLine } from "../../briefing/frame.ts";
import type { Render } from "../surface.ts";
import { WIDTH } from "./limits.ts";

const PLAIN_BORDERS = Object.fromEntries(
  ["top", "bottom", "left", "right", "mid", "middle"].flatMap((place) =>
    place === "middle"
      ? [["middle", "  "]]
      : ["", "-mid", "-left", "-right"].map((corner) => [`${place}${corner}`, ""]),
  ),
);

/** A briefing as plain text: headline, tables, notes, charts in words, caveats, source. */
export const renderText: Render<string> = (briefing) => {
  const figures = new Map(briefing.figures.map((figure) => [figure.key, figure]));
  const blocks = [
    [briefing.headline, `${briefing.subtitle} · as of ${formatDate(briefing.asOf)}`]
      .map((line) => wrap(line))
      .join("\n"),
    ...briefing.tables.map((table) => `${table.title}\n${renderTable(table, figures)}`),
    briefing.notes.map((note) => wrap(note)).join("\n"),
    briefing.charts.map((chart) => wrap(`Chart "${chart.title}": ${chart.alt}`, "  ")).join("\n"),
    briefing.caveats.map((caveat) => wrap(`⚠ ${caveat}`, "  ")).join("\n"),
    wrap(sourceLine(briefing.sources)),
    `Explain a number: explain <figure key> · briefing ${briefing.id}`,
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
};

function renderTable(table: BriefingTable, figures: ReadonlyMap<string, Figure>): string {
  const text = new Table({
    head: [...table.columns],
    colAligns: table.columns.map((_, index) => (index === 0 ? "left" : "right")),
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0, compact: true },
    chars: PLAIN_BORDERS,
  });
  for (const row of table.rows) text.push([row.label, ...row.cells.map((key) => cell(figures.get(key)))]);
  return text
    .toString()
    .split("\n")
    .map((line) => `  ${line.trimEnd()}`)
    .join("\n");
}

function cell(figure: Figure | undefined): string {
  return figure ? formatFigure(figure) : "";
}

export function renderPageText(page: Page): string {
  const sections = page.sections.map(({ heading, lines }) => {
    const body = lines.map((line) =>
      line
        .replaceAll("`", "")
        .split("\n")
        .map((part) => wrap(`  ${part}`, "    "))
        .join("\n"),
    );
    return [heading, ...body].join("\n");
  });
  return `${[page.title, ...sections].join("\n\n")}\n`;
}

/** Breaks at spaces; a word longer than the line (a hash, a URL) stays whole. */
function wrap(text: string, indent = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent + word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}

export type TextRenderer = (briefing: Briefing) => string;
