import type { Briefing } from "../../briefing/briefing.ts";
import { sourceLine } from "../../briefing/frame.ts";
import { cleanLine, clip, pieces } from "../../briefing/plain-text.ts";
import {
  figuresByKey,
  firmLine,
  gridOf,
  narrativeLines,
  PAST_PERFORMANCE,
  rowParts,
  subtitleOf,
} from "../../briefing/readings.ts";
import { escapeCard } from "./escape.ts";
import { LIMITS } from "./limits.ts";
import type { TeamsMessage } from "./message.ts";

/** What a scheduled briefing says besides what an answer says. */
export interface Scheduled {
  /** Of the subscription; null where it is not known. */
  readonly id: string | null;
  /** Lines under the headline. */
  readonly lead: readonly string[];
  /** Last lines. */
  readonly foot: readonly string[];
}

type Said = { readonly late?: string; readonly schedule?: Scheduled };

const MOST_LINES = 12;
const LONGEST_LINE = 300;

/** Few and short, so that the caveats keep their space. */
export function linesOf(schedule: Scheduled | undefined): {
  lead: readonly string[];
  foot: readonly string[];
} {
  const shown = (lines: readonly string[]) =>
    lines
      .map((line) => clip(cleanLine(line), LONGEST_LINE))
      .filter((line) => line !== "")
      .slice(0, MOST_LINES);
  return { lead: shown(schedule?.lead ?? []), foot: shown(schedule?.foot ?? []) };
}

/** What an answer must be called before anything else is said about it. */
export function markOf({ hypothetical, command }: Briefing): readonly string[] {
  const assumed = clip(cleanLine(command), 200);
  return hypothetical ? [`HYPOTHETICAL · under an assumption that you made: ${assumed}`] : [];
}

const ROWS = 6;
const SHORT = 160;

/** A message's `text`: what notifications, screen readers and clients without cards get. Rows give way to caveats. */
export function summaryText(briefing: Briefing, { schedule }: Said = {}): string {
  const { lead, foot } = linesOf(schedule);
  const rows = tableRows(briefing).map((row) => clip(row, SHORT));
  const past = briefing.caveats.filter((caveat) => PAST_PERFORMANCE.test(caveat)).slice(0, 1);
  const others = briefing.caveats.filter((caveat) => !past.includes(caveat));
  const lines = (rowCount: number) =>
    [
      ...markOf(briefing),
      clip(cleanLine(briefing.headline), 300),
      subtitleOf(briefing),
      ...lead.map((line) => clip(line, SHORT)),
      ...rows.slice(0, rowCount),
      ...others.slice(0, ROWS).map((caveat) => `⚠ ${clip(cleanLine(caveat), SHORT)}`),
      ...past.map((caveat) => `⚠ ${clip(cleanLine(caveat), 2 * SHORT)}`),
      clip(cleanLine(sourceLine(briefing.sources)), 3 * SHORT),
      ...foot.map((line) => clip(line, SHORT)),
    ].map(escapeCard);
  for (let rowCount = ROWS; rowCount >= 0; rowCount -= 1) {
    const text = lines(rowCount).join("\n");
    if (text.length <= LIMITS.text) return text;
  }
  const bare = lines(0);
  const each = Math.floor(LIMITS.text / bare.length) - 1;
  return bare.map((line) => clip(line, each)).join("\n");
}

function tableRows(briefing: Briefing): readonly string[] {
  const [table] = briefing.tables;
  const rows = table ? rowParts(gridOf(table, figuresByKey(briefing))) : [];
  return rows.map(([name, text]) => `${name}: ${text}`);
}

/** The last rung: text alone. Caveats and source come first to the space, figures that do not fit follow in the thread. */
export function plainMessage(briefing: Briefing, { late, schedule }: Said = {}): TeamsMessage {
  const lines = linesOf(schedule);
  const head = [
    ...markOf(briefing),
    clip(cleanLine(briefing.headline), 600),
    subtitleOf(briefing),
    ...(late ? [clip(late, 300)] : []),
    ...lines.lead,
    ...narrativeLines(briefing),
  ];
  const foot = [
    ...briefing.caveats.map((caveat) => `⚠ ${caveat}`),
    sourceLine(briefing.sources),
    firmLine(briefing.firm, briefing.caveats),
    ...lines.foot,
  ];
  const [heads, feet, body] = [head, foot, [...tableRows(briefing), ...briefing.notes]].map(escapedLines);
  const room = LIMITS.plainText - [...(heads ?? []), ...(feet ?? [])].join("\n").length;
  const shown = whileFitting(body ?? [], room);
  const [text = "", ...rest] = packLines([...(heads ?? []), ...shown, ...(feet ?? [])]);
  const left = packLines((body ?? []).slice(shown.length));
  return { text, card: null, overflow: [...rest, ...left].map(textMessage) };
}

export function textMessage(text: string): TeamsMessage {
  return { text, card: null, overflow: [] };
}

function escapedLines(lines: readonly string[]): readonly string[] {
  return lines
    .flatMap((line) => pieces(cleanLine(line), 1_000).map(escapeCard))
    .filter((line) => line !== "");
}

/** Lines packed into as few texts as hold them all. */
function packLines(lines: readonly string[]): readonly string[] {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= LIMITS.plainText)
      texts[texts.length - 1] = `${last}\n${line}`;
    else texts.push(line);
  }
  return texts;
}

function whileFitting(lines: readonly string[], room: number): readonly string[] {
  let length = 0;
  const end = lines.findIndex((line) => {
    length += line.length + 1;
    return length > room;
  });
  return end < 0 ? lines : lines.slice(0, end);
}
