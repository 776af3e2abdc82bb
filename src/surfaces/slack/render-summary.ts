import type { Briefing, DataMode, Firm } from "../../briefing/briefing.ts";
import { sourceLine } from "../../briefing/frame.ts";
import {
  figuresByKey,
  firmLine,
  narrativeLines,
  PAST_PERFORMANCE,
  subtitleOf,
} from "../../briefing/readings.ts";
import { cleanLine, clip, clipEscaped, escapeMrkdwn } from "./escape.ts";
import { LIMITS } from "./limits.ts";
import { mrkdwnLines, packLines, type Rendered } from "./render-parts.ts";
import { tableLines } from "./render-table.ts";

/** What an answer must be called before anything else is said about it. */
export function markOf({ dataMode, hypothetical, command }: Briefing): readonly string[] {
  const assumed = escapeMrkdwn(clip(cleanLine(command), 200));
  return [
    ...sampleMark(dataMode),
    ...(hypothetical ? [`*HYPOTHETICAL* · under an assumption that you made: ${assumed}`] : []),
  ];
}

export function sampleMark(dataMode: DataMode | undefined): readonly string[] {
  const words = "invented indices and invented numbers, to show what an answer looks like";
  return dataMode === "sample" ? [`*SAMPLE DATA* · ${words}`] : [];
}

const ROWS = 6;
const SHORT = 160;

/** What a schedule adds above and below. */
interface Scheduled {
  readonly lead: readonly string[];
  readonly foot: readonly string[];
}

const SCHEDULED_LINES = 6;

/** So many and so long that caveats keep their space. */
export function scheduledLines(lines: readonly string[] = [], most = SCHEDULED_LINES): readonly string[] {
  return lines.slice(0, most).map((line) => clip(cleanLine(line), 300));
}

/** A message's `text`: what notifications, screen readers and old clients get. Rows give way to caveats. */
export function summaryText(briefing: Briefing, scheduled?: Scheduled): string {
  const rows = tableRows(briefing).map((row) => clip(row, SHORT));
  const past = briefing.caveats.filter((caveat) => PAST_PERFORMANCE.test(caveat)).slice(0, 1);
  const others = briefing.caveats.filter((caveat) => !past.includes(caveat));
  const lines = (rowCount: number, caveatCount: number) => [
    ...markOf(briefing),
    ...[
      clip(cleanLine(briefing.headline), 300),
      subtitleOf(briefing),
      ...scheduledLines(scheduled?.lead, 2).map((line) => clip(line, SHORT)),
      ...rows.slice(0, rowCount),
      ...others.slice(0, caveatCount).map((caveat) => `⚠ ${clip(cleanLine(caveat), SHORT)}`),
      ...past.map((caveat) => `⚠ ${clip(cleanLine(caveat), 2 * SHORT)}`),
      clip(cleanLine(sourceLine(briefing.sources)), 3 * SHORT),
      ...scheduledLines(scheduled?.foot, 1).map((line) => clip(line, SHORT)),
    ].map(escapeMrkdwn),
  ];
  for (let rowCount = ROWS; rowCount >= 0; rowCount -= 1) {
    const text = lines(rowCount, ROWS).join("\n");
    if (text.length <= LIMITS.topText) return text;
  }
  const each = Math.floor(LIMITS.topText / lines(0, 0).length) - 1;
  return lines(0, 0)
    .map((line) => clipEscaped(line, each))
    .join("\n");
}

function tableRows(briefing: Briefing): readonly string[] {
  const [table] = briefing.tables;
  return table ? tableLines(table, figuresByKey(briefing)) : [];
}

/** The last rung: text alone. Caveats and source come first to the space, figures that do not fit follow in the thread. */
export function plainMessage(
  briefing: Briefing,
  firm: Firm,
  { late, scheduled }: { readonly late?: string; readonly scheduled?: Scheduled } = {},
): Rendered {
  const escaped = (lines: readonly string[], prefix = "") =>
    lines.flatMap((line) => mrkdwnLines(line, prefix));
  const head = [
    ...markOf(briefing),
    ...escaped([
      clip(cleanLine(briefing.headline), 600),
      subtitleOf(briefing),
      ...(late ? [clip(late, 300)] : []),
      ...scheduledLines(scheduled?.lead),
      ...narrativeLines(briefing),
    ]),
  ];
  const foot = [
    ...escaped(briefing.caveats, "⚠ "),
    ...escaped(
      [
        sourceLine(briefing.sources),
        firmLine(firm, briefing.caveats),
        ...scheduledLines(scheduled?.foot),
      ].filter((line) => line !== ""),
    ),
  ];
  const body = escaped([...tableRows(briefing), ...briefing.notes]);
  const room = LIMITS.plainText - [...head, ...foot].join("\n").length;
  const shown = whileFitting(body, room);
  const [text = "", ...rest] = packLines([...head, ...shown, ...foot], LIMITS.plainText);
  const left = packLines(body.slice(shown.length), LIMITS.plainText);
  return { text, blocks: [], overflow: [...rest, ...left].map((each) => ({ text: each, blocks: [] })) };
}

function whileFitting(lines: readonly string[], room: number): readonly string[] {
  let length = 0;
  const end = lines.findIndex((line) => {
    length += line.length + 1;
    return length > room;
  });
  return end < 0 ? lines : lines.slice(0, end);
}
