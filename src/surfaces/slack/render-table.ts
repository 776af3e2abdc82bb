import type { RawTextElement, RichTextBlock, SectionBlock, TableBlock } from "@slack/types";
import type { Briefing, Table } from "../../briefing/briefing.ts";
import type { Figure } from "../../briefing/figure.ts";
import { formatFigure } from "../../briefing/format.ts";
import { isAbsent } from "../../briefing/value.ts";
import { cleanLine, clip, escapeMrkdwn, escapePreformatted } from "./escape.ts";
import { LIMITS, PHONE_COLUMNS } from "./limits.ts";
import { mrkdwnSections } from "./render-parts.ts";

export type Figures = ReadonlyMap<string, Figure>;

export function figuresByKey(briefing: Briefing): Figures {
  return new Map(briefing.figures.map((figure) => [figure.key, figure]));
}

/** A table naming a figure that was not computed is a bug, and must not print as a blank. */
function need(figures: Figures, key: string): Figure {
  const figure = figures.get(key);
  if (figure === undefined)
    throw new TypeError(`a table names the figure "${key}", which is not in the briefing`);
  return figure;
}

/** A table's texts, clean and of a readable length. */
interface Grid {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const label = (text: string) => clip(cleanLine(text), LIMITS.tableLabel);

function gridOf(table: Table, figures: Figures): Grid {
  return {
    title: clip(cleanLine(table.title), 2 * LIMITS.tableLabel),
    head: table.columns.map(label),
    rows: table.rows.map((row) => [
      label(row.label),
      ...row.cells.map((key) => formatFigure(need(figures, key))),
    ]),
  };
}

/** The figures of a table, in reading order, each once. */
export function tableFigures(table: Table, figures: Figures): readonly Figure[] {
  return [...new Set(table.rows.flatMap(({ cells }) => cells))].map((key) => need(figures, key));
}

export interface ShownTable {
  readonly blocks: readonly (TableBlock | SectionBlock)[];
  /** What of the table did not fit, in words. */
  readonly cut: readonly string[];
}

/** Slack's own table: the title heads the column of labels, numbers stand right. */
export function tableBlock(table: Table, figures: Figures): ShownTable {
  const { title, head, rows } = gridOf(table, figures);
  const [corner = "", ...heads] = head;
  const width = LIMITS.tableColumns;
  const shown = [
    [corner === "" ? title : corner, ...heads].slice(0, width).map(boldCell),
    ...rows.slice(0, LIMITS.tableRows - 1).map((row) => row.slice(0, width).map(rawCell)),
  ];
  const settings = head
    .slice(0, width)
    .map((_, i) =>
      i === 0 ? ({ align: "left", is_wrapped: true } as const) : ({ align: "right" } as const),
    );
  const cut = [
    ...(head.length > width ? [`the first ${width - 1} of ${heads.length} columns`] : []),
    ...(rows.length > LIMITS.tableRows - 1
      ? [`the first ${LIMITS.tableRows - 1} of ${rows.length} rows`]
      : []),
  ];
  const block: TableBlock = { type: "table", column_settings: settings, rows: shown };
  return { blocks: corner === "" ? [block] : [...titleSection(title), block], cut };
}

/** Slack refuses an empty cell. */
function rawCell(text: string): RawTextElement {
  return { type: "raw_text", text: text === "" ? "–" : text };
}

function boldCell(text: string): RichTextBlock {
  const shown = { type: "text" as const, text: text === "" ? "–" : text, style: { bold: true } };
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [shown] }] };
}

function titleSection(title: string): readonly SectionBlock[] {
  return title === "" ? [] : mrkdwnSections([`*${escapeMrkdwn(title)}*`]);
}

/** The same without Slack's table: monospaced where that is worth it and a phone shows it unbroken, else a line a row. */
export function tableText(table: Table, figures: Figures): ShownTable {
  const grid = gridOf(table, figures);
  const title = grid.title === "" ? [] : [`*${escapeMrkdwn(grid.title)}*`];
  const mono = monospaced(grid);
  const fenced = `${[...title, "```"].join("\n")}\n${escapePreformatted(mono)}\n\`\`\``;
  const fits = grid.rows.length > 2 && widest(mono) <= PHONE_COLUMNS && fenced.length <= LIMITS.section;
  const lines = fits ? [fenced] : [...title, ...rowLines(grid).map(escapeLine)];
  return { blocks: mrkdwnSections(lines), cut: [] };
}

const escapeLine = ({ label: name, text }: RowLine) => `*${escapeMrkdwn(name)}*: ${escapeMrkdwn(text)}`;

interface RowLine {
  readonly label: string;
  readonly text: string;
}

/** "All companies": "Small 27.4x · Large 22.8x · Gap +20.2%" */
function rowLines({ head, rows }: Grid): readonly RowLine[] {
  return rows.map(([name = "", ...cells]) => ({
    label: name === "" ? "–" : name,
    text: cells.map((cell, i) => `${head[i + 1] ?? ""} ${cell}`.trim()).join(" · "),
  }));
}

/** The table's rows as single lines of text, for where there are no blocks. */
export function tableLines(table: Table, figures: Figures): readonly string[] {
  return rowLines(gridOf(table, figures)).map(({ label: name, text }) => `${name}: ${text}`);
}

const WIDE = /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

function widest(text: string): number {
  return Math.max(...text.split("\n").map(columnsOf));
}

function monospaced({ head, rows }: Grid): string {
  const lines = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...lines.map((line) => columnsOf(line[i] ?? ""))));
  const padded = (text: string, i: number) => {
    const gap = " ".repeat((widths[i] ?? 0) - columnsOf(text));
    return i === 0 ? text + gap : gap + text;
  };
  return lines.map((line) => line.map(padded).join("  ").trimEnd()).join("\n");
}

/** Small enough to stand under the first table. */
export function isSmall({ columns, rows }: Table): boolean {
  return rows.length <= 4 && columns.length <= 5;
}

/** Why numbers of these tables are missing: one line a reason, with the figures it holds for. */
export function absenceLines(tables: readonly Table[], figures: Figures): readonly string[] {
  const byNote = new Map<string, Set<string>>();
  for (const figure of tables.flatMap((table) => tableFigures(table, figures))) {
    if (!isAbsent(figure.value)) continue;
    const { note } = figure.value;
    byNote.set(note, (byNote.get(note) ?? new Set()).add(figure.label));
  }
  return [...byNote].map(([note, labels]) => `${[...labels].join("; ")}: ${note}`);
}
