import type { Table } from "../../briefing/briefing.ts";
import { type Figures, type Grid, gridOf, rowParts } from "../../briefing/readings.ts";
import { LIMITS } from "./limits.ts";
import type { Json } from "./message.ts";
import { HEADING, textBlock, textBlocks } from "./render-parts.ts";

export interface ShownTable {
  readonly elements: readonly Json[];
  /** What of the table did not fit, in words. */
  readonly cut: readonly string[];
}

/** Teams' own table with numbers on the right; clients that have none get its rows as lines. */
export function tableElement(table: Table, figures: Figures, rows: number = LIMITS.tableRows): ShownTable {
  const whole = gridOf(table, figures);
  const { grid, cut } = cutTo(whole, rows);
  const small = grid.head.length > ROOMY ? { size: "Small" } : {};
  const element = framed(
    widthsOf(grid),
    [tableRow(grid.head, { ...small, weight: "Bolder" }), ...grid.rows.map((row) => tableRow(row, small))],
    lineBlocks(grid),
  );
  return { elements: [...titleOf(grid), element], cut };
}

/** More columns than this are set small, so that a phone breaks no number in two. */
const ROOMY = 5;
const LABEL_WIDTH = 12;

/** Each column as wide as its longest number, which must not break; labels may. */
function widthsOf({ head, rows }: Grid): readonly number[] {
  return head.map((name, i) =>
    i === 0
      ? LABEL_WIDTH
      : Math.min(LABEL_WIDTH, Math.max(4, ...[name, ...rows.map((row) => row[i] ?? "")].map(wordLength))),
  );
}

/** Lines break between words. */
function wordLength(text: string): number {
  return Math.max(...text.split(" ").map((word) => word.length));
}

/** Numbers on the right; `lines` for clients without tables. */
function framed(widths: readonly number[], rows: readonly TableRow[], lines: readonly Json[]): Json {
  const columns = widths.map((width, i) =>
    i === 0 ? { width } : { width, horizontalCellContentAlignment: "Right" },
  );
  return {
    type: "Table",
    firstRowAsHeaders: true,
    showGridLines: false,
    spacing: "Small",
    columns,
    rows,
    fallback: { type: "Container", items: lines },
  };
}

/** A table of cells made elsewhere; `lines` for clients without tables. */
export function dataTable(
  head: readonly { readonly name: string; readonly width: number }[],
  rows: readonly (readonly (readonly Json[])[])[],
  lines: readonly Json[],
): Json {
  const cells = (row: readonly (readonly Json[])[]): TableRow => ({
    type: "TableRow",
    cells: row.map((items) => ({ type: "TableCell", items })),
  });
  const names = head.map(({ name }) => name);
  return framed(
    head.map(({ width }) => width),
    [tableRow(names, { weight: "Bolder" }), ...rows.map(cells)],
    lines,
  );
}

interface TableRow {
  readonly type: "TableRow";
  readonly cells: readonly Json[];
}

/** The same as lines, one a row. */
export function tableLines(table: Table, figures: Figures): ShownTable {
  const { grid, cut } = cutTo(gridOf(table, figures), LIMITS.tableRows);
  return { elements: [...titleOf(grid), ...lineBlocks(grid)], cut };
}

function lineBlocks(grid: Grid): readonly Json[] {
  return rowParts(grid).flatMap(([name, text]) => textBlocks(`${name}: ${text}`, { spacing: "Small" }));
}

function cutTo(grid: Grid, rows: number): { readonly grid: Grid; readonly cut: readonly string[] } {
  const width = LIMITS.tableColumns;
  const cut = [
    ...(grid.head.length > width ? [`the first ${width - 1} of ${grid.head.length - 1} columns`] : []),
    ...(grid.rows.length > rows ? [`the first ${rows} of ${grid.rows.length} rows`] : []),
  ];
  const shown = {
    title: grid.title,
    head: grid.head.slice(0, width),
    rows: grid.rows.slice(0, rows).map((row) => row.slice(0, width)),
  };
  return { grid: shown, cut };
}

function titleOf({ title }: Grid): readonly Json[] {
  return title === "" ? [] : [textBlock(title, HEADING)];
}

function tableRow(cells: readonly string[], style: Json): TableRow {
  return { type: "TableRow", cells: cells.map((cell, i) => tableCell(cell, style, i)) };
}

/** A cell without an element is left out where cards are drawn, and every heading then stands over its neighbour. */
const NOTHING: Json = { type: "TextBlock", text: "\u00a0" };

function tableCell(text: string, style: Json, column: number): Json {
  const aligned = column > 0 ? { ...style, horizontalAlignment: "Right" } : style;
  return { type: "TableCell", items: [text === "" ? NOTHING : textBlock(text, aligned)] };
}
