import type { Briefing } from "../../briefing/briefing.ts";
import type { Figure } from "../../briefing/figure.ts";
import { formatDate, formatFigure } from "../../briefing/format.ts";
import { sourceLine } from "../../briefing/frame.ts";
import { cleanLine, clip } from "../../briefing/plain-text.ts";
import { isAbsent } from "../../briefing/value.ts";
import { LIMITS, wireLength } from "./limits.ts";
import type { Json, TeamsMessage } from "./message.ts";
import { DATA_LABEL } from "./render-actions.ts";
import { headOf, titled, warnings } from "./render-more.ts";
import { dealOut, paragraphs, subtle, textBlock, textBlocks } from "./render-parts.ts";
import { dataTable } from "./render-table.ts";

/** More than any index is measured with, and it fits a phone's column. */
const DIGITS = 10;

/**
 * Every figure with its value and its key: a channel takes no files from a bot, so data come as a table or, where
 * that would be too large for a card, as lines in as many messages as they need.
 */
export function renderData(briefing: Briefing): TeamsMessage {
  const { figures, asOf } = briefing;
  const lines = paragraphs(figures.map((figure) => lineOf(figure, asOf)));
  const table = tableOf(briefing, lines);
  return dealOut(titled(DATA_LABEL, briefing), [
    ...headOf(DATA_LABEL, briefing),
    ...subtle([
      `Values to ${DIGITS} significant digits; “explain” and a key says where a number comes from.`,
    ]),
    ...(wireLength(table) <= LIMITS.dataTable ? [table] : lines),
    ...warnings(briefing),
    ...subtle([sourceLine(briefing.sources)]),
  ]);
}

function tableOf({ figures, asOf }: Briefing, lines: readonly Json[]): Json {
  const counted = figures.some(({ n }) => n !== undefined);
  const head = [
    { name: "Figure", width: 5 },
    { name: "Value", width: 4 },
    ...(counted ? [{ name: "n", width: 2 }] : []),
  ];
  const rows = figures.map((figure) => [nameOf(figure, asOf), ...valuesOf(figure, counted)]);
  return dataTable(head, rows, lines);
}

/** A TextBlock, since a run of text does not break within a word. */
const KEY = { size: "Small", isSubtle: true, fontType: "Monospace", spacing: "None" };

function nameOf(figure: Figure, asOf: string): readonly Json[] {
  return [textBlock(labelOf(figure, asOf)), textBlock(figure.key, KEY)];
}

/** With its date where that is not the briefing's, and with its reason where it has no value. */
function labelOf({ label, value, asOf: own }: Figure, asOf: string): string {
  const name = clip(cleanLine(label), 300);
  const dated = own === asOf ? name : `${name}, as of ${formatDate(own)}`;
  return isAbsent(value) ? `${dated}: ${clip(cleanLine(value.note), 600)}` : dated;
}

function valuesOf(figure: Figure, counted: boolean): readonly (readonly Json[])[] {
  const cells = [exact(figure), ...(counted ? [figure.n === undefined ? "–" : String(figure.n)] : [])];
  return cells.map((cell) => textBlocks(cell, { horizontalAlignment: "Right" }));
}

function exact(figure: Figure): string {
  const { value, unit } = figure;
  return isAbsent(value) ? formatFigure(figure) : `${formatExact(value)} ${unit}`;
}

function formatExact(value: number): string {
  return String(Number(value.toPrecision(DIGITS))).replace(/^-/, "\u2212");
}

function lineOf(figure: Figure, asOf: string): string {
  const observations = figure.n === undefined ? "" : `, n = ${figure.n}`;
  return `${labelOf(figure, asOf)} (${figure.key}): ${exact(figure)}${observations}`;
}
