import { type Box, lineMark, type Mark, textBlock, textMark } from "./marks.ts";
import { COLOURS, lineHeight, TEXT } from "./theme.ts";
import { blockWidth, wrap } from "./wrap.ts";

/** One line of a chart that reads like a table: label at the left, data in the middle, numbers at the right. */
export interface Row {
  readonly top: number;
  readonly height: number;
  readonly middle: number;
}

export interface RowLabel {
  readonly label: string;
  readonly detail?: string;
}

export interface RowLayout {
  /** The rows that have room; at most as many as were asked for. */
  readonly rows: readonly Row[];
  readonly labelWidth: number;
  readonly marks: readonly Mark[];
  readonly notes: readonly string[];
}

const LINE = lineHeight(TEXT.label);
const LEAST_ROW = LINE + 4;
const LABEL_MOST = 300;
const GAP = 20;

/** Width that the labels take, so that the plot can be placed before the rows are. */
export function labelColumnWidth(labels: readonly RowLabel[]): number {
  const widths = labels.flatMap(({ label, detail }) => [
    blockWidth(wrap(label, LABEL_MOST, TEXT.strong).lines, TEXT.strong),
    blockWidth(wrap(detail ?? "", LABEL_MOST, TEXT.quiet).lines, TEXT.quiet),
  ]);
  return Math.max(0, ...widths) + GAP;
}

/** Rows that do not fit are counted in the picture, never dropped in silence. */
export function layoutRows(labels: readonly RowLabel[], box: Box): RowLayout {
  const fitting = Math.max(1, Math.floor(box.height / LEAST_ROW));
  const hasRest = labels.length > fitting;
  const shown = hasRest ? labels.slice(0, fitting - 1) : labels;
  const height = (box.height - (hasRest ? LEAST_ROW : 0)) / Math.max(1, shown.length);
  const rows = shown.map((_, index): Row => {
    const top = box.y + index * height;
    return { top, height, middle: top + height / 2 };
  });
  const texts = rows.map((row, index) => rowText(shown[index] ?? { label: "" }, row, box.x));
  const separators = rows
    .slice(1)
    .map(({ top }) => lineMark(box.x, top, box.x + box.width, top, { colour: COLOURS.rowLine, width: 1.5 }));
  const rest = labels.slice(shown.length);
  const restText = `${rest.length} more not drawn`;
  const restMark = textMark(restText, box.x, box.y + box.height - LEAST_ROW / 2, TEXT.quiet);
  return {
    rows,
    labelWidth: labelColumnWidth(labels),
    marks: [...separators, ...texts.flatMap(({ marks }) => marks), ...(hasRest ? [restMark] : [])],
    notes: [...texts.flatMap(({ notes }) => notes), ...rest.map(({ label }) => label)],
  };
}

/** The label in as many lines as the row has, then the detail where lines are left. */
function rowText({ label, detail = "" }: RowLabel, row: Row, x: number): { marks: Mark[]; notes: string[] } {
  const lines = Math.max(1, Math.floor((row.height - 4) / LINE));
  const name = wrap(label, LABEL_MOST, TEXT.strong, lines);
  const left = lines - name.lines.length;
  const more = left > 0 ? wrap(detail, LABEL_MOST, TEXT.quiet, left) : { lines: [], cut: detail !== "" };
  const top = row.middle - ((name.lines.length + more.lines.length) * LINE) / 2;
  return {
    marks: [
      ...textBlock(name.lines, x, top, TEXT.strong),
      ...textBlock(more.lines, x, top + name.lines.length * LINE, TEXT.quiet),
    ],
    notes: [...(name.cut ? [label] : []), ...(more.cut ? [`${label}: ${detail}`] : [])],
  };
}
