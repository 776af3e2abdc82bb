import type { RawTextElement, RichTextBlock, SectionBlock, TableBlock } from "@slack/types";
import type { Table } from "../../briefing/briefing.ts";
import { type Figures, type Grid, gridOf, rowParts } from "../../briefing/readings.ts";
import { escapeMrkdwn, escapePreformatted } from "./escape.ts";
import { LIMITS, PHONE_COLUMNS } from "./limits.ts";
import { mrkdwnSections } from "./render-parts.ts";

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
  const lines = fits
    ? [fenced]
    : [...title, ...rowParts(grid).map(([name, text]) => `*${escapeMrkdwn(name)}*: ${escapeMrkdwn(text)}`)];
  return { blocks: mrkdwnSections(lines), cut: [] };
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
