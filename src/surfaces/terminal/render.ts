import Table from "cli-table3";
import type { Briefing, Table as BriefingTable, Page } from "../../briefing/briefing.ts";
import type { Figure } from "../../briefing/figure.ts";
import { formatDate, formatFigure } from "../../briefing/format.ts";
import { sourceLine } from "../../briefing/frame.ts";
import { type Narrative, narrativeLabel } from "../../briefing/narrative.ts";
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
  const hypothetical = briefing.hypothetical ? "HYPOTHETICAL · " : "";
  const blocks = [
    [briefing.headline, `${hypothetical}${briefing.subtitle} · as of ${formatDate(briefing.asOf)}`]
      .map((line) => wrapPieces(line))
      .join("\n"),
    ...(briefing.narrative ? [narrativeText(briefing.narrative)] : []),
    ...briefing.tables.map((table) => `${wrap(table.title)}\n${renderTable(table, figures)}`),
    briefing.notes.map((note) => wrap(note)).join("\n"),
    briefing.charts.map((chart) => wrap(`Chart "${chart.title}": ${chart.alt}`, "  ")).join("\n"),
    briefing.caveats.map((caveat) => wrap(`⚠ ${caveat}`, "  ")).join("\n"),
    [briefing.firm.name, briefing.firm.disclaimer]
      .filter((words) => words !== "")
      .map((words) => wrap(words, "  "))
      .join("\n"),
    wrap(sourceLine(briefing.sources), "  "),
    wrap(`Explain a number: ${explaining(briefing)} · briefing ${briefing.id}`, "  "),
  ];
  return printable(`${blocks.filter((block) => block !== "").join("\n\n")}\n`);
};

/** With the arguments of the answer, without which it may not hold the figure; a briefing of several topics has none. */
function explaining({ command, topic, tables }: Briefing): string {
  const [, ...args] = topic === "brief" ? [] : command.split(" ");
  return ["explain", tables[0]?.rows[0]?.cells[0] ?? "<figure key>", ...args].join(" ");
}

function narrativeText(narrative: Narrative): string {
  return `${wrap(narrative.text)}\n${wrap(`[${narrativeLabel(narrative)}]`)}`;
}

function renderTable({ columns, rows }: BriefingTable, figures: ReadonlyMap<string, Figure>): string {
  const [corner = "", ...heads] = columns;
  const cells = rows.map(({ label, cells: keys }) => ({
    label,
    texts: keys.map((key) => cell(figures.get(key))),
  }));
  return inBlocks(heads.length, (from, to) =>
    drawTable(
      [corner, ...heads.slice(from, to)],
      cells.map(({ label, texts }) => [label, ...texts.slice(from, to)]),
    ),
  );
}

/** A table wider than the page goes on below itself, with its labels again. */
function inBlocks(columns: number, draw: (from: number, to: number) => string, from = 0): string {
  for (let to = columns; to > from + 1; to -= 1) {
    const block = draw(from, to);
    if (widest(block) <= WIDTH) return to === columns ? block : `${block}\n\n${inBlocks(columns, draw, to)}`;
  }
  const narrowest = draw(from, from + 1);
  return from + 1 >= columns ? narrowest : `${narrowest}\n\n${inBlocks(columns, draw, from + 1)}`;
}

/** Numbers stand at the right, words at the left. */
export function drawTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  cells: "numbers" | "words" = "numbers",
): string {
  const table = new Table({
    head: [...head],
    colAligns: head.map((_, index) => (index === 0 || cells === "words" ? "left" : "right")),
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0, compact: true },
    chars: PLAIN_BORDERS,
  });
  for (const row of rows) table.push([...row]);
  return table
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
    const body = lines.map((line) => {
      // A line that is a command is there to be copied: it stays whole.
      const [, command] = /^`([^`\n]+)`$/.exec(line) ?? [];
      if (command !== undefined) return `  ${command}`;
      const [first = "", ...more] = line.replaceAll("`", "").split("\n");
      return [wrap(`  ${first}`, "    "), ...more.map((part) => wrap(`    ${part}`, "    "))].join("\n");
    });
    return [...(heading === "" ? [] : [wrap(heading)]), ...body].join("\n");
  });
  return printable(`${[wrap(page.title), ...sections].join("\n\n")}\n`);
}

/** Without what a terminal would obey rather than show: control characters, and overrides of the direction. */
export function printable(text: string): string {
  return text.toWellFormed().replace(/[^\n\P{Cc}]|[\u202a-\u202e\u2066-\u2069]/gu, "");
}

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });
const WIDE =
  /^[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]|\ufe0f/u;

/** Columns a terminal gives to a text: two to an emoji or an East Asian character. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of GRAPHEMES.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

function widest(block: string): number {
  return Math.max(...block.split("\n").map(widthOf));
}

/** Breaks at spaces; a word longer than the line (a hash, a URL) stays whole. Spaces at the start are kept. */
function wrap(text: string, indent = ""): string {
  return text
    .split("\n")
    .map((line) => wrapLine(line, indent))
    .join("\n");
}

function wrapLine(text: string, indent: string): string {
  const lines: string[] = [];
  const [start = ""] = /^ */.exec(text) ?? [];
  const [first = "", ...words] = text.slice(start.length).split(" ");
  let line = start + first;
  let width = widthOf(line);
  for (const word of words) {
    const wider = width + 1 + widthOf(word);
    if (wider > WIDTH) {
      lines.push(line);
      line = indent + word;
      width = widthOf(line);
    } else {
      line = `${line} ${word}`;
      width = wider;
    }
  }
  return [...lines, line].join("\n");
}

/** Breaks at the " · " between pieces, so that "Russell 2000 / S&P 500" stays whole; within long pieces at spaces. */
function wrapPieces(text: string): string {
  const pieces = text
    .split(" · ")
    .map((piece) => (piece.length > 60 ? piece : piece.replaceAll(" ", KEPT_SPACE)));
  return wrap(pieces.join(`${KEPT_SPACE}· `)).replaceAll(KEPT_SPACE, " ");
}

/** Of the private use area: stands for a space that is no place to break. */
const KEPT_SPACE = "\ue000";
