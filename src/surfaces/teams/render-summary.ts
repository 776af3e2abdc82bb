import type { Briefing } from "../../briefing/briefing.ts";
import { sourceLine } from "../../briefing/frame.ts";
import { cleanLine, clip, pieces } from "../../briefing/plain-text.ts";
import { type Beside, besideLines } from "../../briefing/question.ts";
import { firmLine, narrativeLines, subtitleOf } from "../../briefing/readings.ts";
import * as summary from "../../briefing/summary.ts";
import type { AlertState } from "../../delivery/port.ts";
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
  readonly alert?: AlertState;
}

type Said = Beside & { readonly late?: string; readonly schedule?: Scheduled };

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

/** What an answer says beside its briefing. */
export const besideTexts = (beside: Beside, late = ""): readonly string[] =>
  [...besideLines(beside, "a member"), late]
    .filter((line) => line !== "")
    .map((line) => clip(cleanLine(line), LONGEST_LINE));

/** What an answer must be called before anything else is said about it. */
export function markOf({ hypothetical, command }: Briefing): readonly string[] {
  const assumed = clip(cleanLine(command), 200);
  return hypothetical ? [`HYPOTHETICAL · under an assumption that you made: ${assumed}`] : [];
}

/** A message's `text`: what notifications, screen readers and clients without cards get. */
export function summaryText(briefing: Briefing, { schedule }: Said = {}): string {
  const around = { marks: markOf(briefing).map(escapeCard), ...linesOf(schedule) };
  const writing = { escape: escapeCard, clipEscaped: clip };
  return summary.summaryText(briefing, around, writing, LIMITS.text);
}

/** The last rung: text alone. Caveats and source come first to the space, figures that do not fit follow in the thread. */
export function plainMessage(briefing: Briefing, { late, schedule, ...beside }: Said = {}): TeamsMessage {
  const lines = linesOf(schedule);
  const head = [
    ...markOf(briefing),
    clip(cleanLine(briefing.headline), 600),
    subtitleOf(briefing),
    ...besideTexts(beside, late),
    ...lines.lead,
    ...narrativeLines(briefing),
  ];
  const foot = [
    ...briefing.caveats.map((caveat) => `⚠ ${caveat}`),
    sourceLine(briefing.sources),
    firmLine(briefing.firm, briefing.caveats),
    ...lines.foot,
  ];
  const parts = {
    head: escapedLines(head),
    body: escapedLines([...summary.tableRows(briefing), ...briefing.notes]),
    foot: escapedLines(foot),
  };
  const [text = "", ...rest] = summary.textsOf(parts, LIMITS.plainText);
  return { ...textMessage(text), overflow: rest.map(textMessage) };
}

function textMessage(text: string): TeamsMessage {
  return { text, card: null, overflow: [] };
}

function escapedLines(lines: readonly string[]): readonly string[] {
  return lines
    .flatMap((line) => pieces(cleanLine(line), 1_000).map(escapeCard))
    .filter((line) => line !== "");
}
