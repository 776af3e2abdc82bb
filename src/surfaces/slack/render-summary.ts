import type { Briefing, DataMode, Firm } from "../../briefing/briefing.ts";
import { sourceLine } from "../../briefing/frame.ts";
import { type Beside, toldLine } from "../../briefing/question.ts";
import { firmLine, narrativeLines, subtitleOf } from "../../briefing/readings.ts";
import * as summary from "../../briefing/summary.ts";
import { cleanLine, clip, clipEscaped, escapeMrkdwn } from "./escape.ts";
import { LIMITS } from "./limits.ts";
import { mrkdwnLines, type Rendered } from "./render-parts.ts";

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

/** What a question in words was taken for. */
export const ranTexts = ({ ran }: Beside): readonly string[] =>
  ran === undefined ? [] : [clip(cleanLine(ran), 300)];

/** A mention shows the name by which each reader knows them. In mrkdwn. */
export const mentionOf = (user: string): string =>
  /^[A-Z0-9]{3,20}$/.test(user) ? `<@${user}>` : "a member";

/** In mrkdwn. */
export const toldTexts = ({ told = [] }: Beside): readonly string[] =>
  told.map((alert) => {
    const escaped = { ...alert, told: escapeMrkdwn(clip(cleanLine(alert.told), 300)) };
    return toldLine(escaped, ({ user }) => mentionOf(user));
  });

/** A message's `text`: what notifications, screen readers and old clients get. */
export function summaryText(briefing: Briefing, scheduled?: Scheduled): string {
  const around = {
    marks: markOf(briefing),
    lead: scheduledLines(scheduled?.lead, 2),
    foot: scheduledLines(scheduled?.foot, 1),
  };
  return summary.summaryText(briefing, around, { escape: escapeMrkdwn, clipEscaped }, LIMITS.topText);
}

/** The last rung: text alone. Caveats and source come first to the space, figures that do not fit follow in the thread. */
export function plainMessage(
  briefing: Briefing,
  firm: Firm,
  { late, scheduled, ...beside }: { readonly late?: string; readonly scheduled?: Scheduled } & Beside = {},
): Rendered {
  const escaped = (lines: readonly string[], prefix = "") =>
    lines.flatMap((line) => mrkdwnLines(line, prefix));
  const head = [
    ...markOf(briefing),
    ...escaped([
      clip(cleanLine(briefing.headline), 600),
      subtitleOf(briefing),
      ...ranTexts(beside),
      ...(late ? [clip(late, 300)] : []),
      ...scheduledLines(scheduled?.lead),
      ...narrativeLines(briefing),
    ]),
    ...toldTexts(beside),
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
  const body = escaped([...summary.tableRows(briefing), ...briefing.notes]);
  const [text = "", ...rest] = summary.textsOf({ head, body, foot }, LIMITS.plainText);
  return { text, blocks: [], overflow: rest.map((each) => ({ text: each, blocks: [] })) };
}
