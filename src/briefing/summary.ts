import type { Briefing } from "./briefing.ts";
import { sourceLine } from "./frame.ts";
import { cleanLine, clip, packLines } from "./plain-text.ts";
import { figuresByKey, gridOf, PAST_PERFORMANCE, rowParts, subtitleOf } from "./readings.ts";

/** An answer as text alone: what chat surfaces send beside their cards, and instead of them when all else fails. */

/** Lines that the platform or a schedule adds to a briefing's own. */
export interface Around {
  /** What the answer must be called before anything else is said about it; escaped. */
  readonly marks: readonly string[];
  /** Under the headline. */
  readonly lead: readonly string[];
  /** Last. */
  readonly foot: readonly string[];
}

/** How a platform writes a line so that nothing in it is live, and how it cuts one that is written so. */
export interface Writing {
  readonly escape: (line: string) => string;
  readonly clipEscaped: (line: string, limit: number) => string;
}

const ROWS = 6;
const SHORT = 160;

/**
 * A message's `text`: what notifications, screen readers and clients without cards get, in at most `most` UTF-16
 * units. Rows give way to caveats.
 */
export function summaryText(
  briefing: Briefing,
  { marks, lead, foot }: Around,
  { escape: escaped, clipEscaped }: Writing,
  most: number,
): string {
  const rows = tableRows(briefing).map((row) => clip(row, SHORT));
  const past = briefing.caveats.filter((caveat) => PAST_PERFORMANCE.test(caveat)).slice(0, 1);
  const others = briefing.caveats.filter((caveat) => !past.includes(caveat));
  const lines = (rowCount: number) => [
    ...marks,
    ...[
      clip(cleanLine(briefing.headline), 300),
      subtitleOf(briefing),
      ...lead.map((line) => clip(line, SHORT)),
      ...rows.slice(0, rowCount),
      ...others.slice(0, ROWS).map((caveat) => `⚠ ${clip(cleanLine(caveat), SHORT)}`),
      ...past.map((caveat) => `⚠ ${clip(cleanLine(caveat), 2 * SHORT)}`),
      clip(cleanLine(sourceLine(briefing.sources)), 3 * SHORT),
      ...foot.map((line) => clip(line, SHORT)),
    ].map(escaped),
  ];
  for (let rowCount = ROWS; rowCount >= 0; rowCount -= 1) {
    const text = lines(rowCount).join("\n");
    if (text.length <= most) return text;
  }
  const bare = lines(0);
  const each = Math.floor(most / bare.length) - 1;
  return bare.map((line) => clipEscaped(line, each)).join("\n");
}

/** The rows of the first table, each as a line. */
export function tableRows(briefing: Briefing): readonly string[] {
  const [table] = briefing.tables;
  const rows = table ? rowParts(gridOf(table, figuresByKey(briefing))) : [];
  return rows.map(([name, text]) => `${name}: ${text}`);
}

/** Lines of text, escaped. */
interface Parts {
  readonly head: readonly string[];
  readonly body: readonly string[];
  readonly foot: readonly string[];
}

/**
 * Texts of at most `most` UTF-16 units. Head and foot come first to the space of the first, with as much of the body
 * between them as it has room for; what does not fit follows in further ones.
 */
export function textsOf({ head, body, foot }: Parts, most: number): readonly string[] {
  const room = most - [...head, ...foot].join("\n").length;
  const shown = whileFitting(body, room);
  return [...packLines([...head, ...shown, ...foot], most), ...packLines(body.slice(shown.length), most)];
}

function whileFitting(lines: readonly string[], room: number): readonly string[] {
  let length = 0;
  const end = lines.findIndex((line) => {
    length += line.length + 1;
    return length > room;
  });
  return end < 0 ? lines : lines.slice(0, end);
}
