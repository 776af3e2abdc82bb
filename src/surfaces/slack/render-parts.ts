import type { ContextBlock, HeaderBlock, PlainTextElement, SectionBlock } from "@slack/types";
import {
  cleanLine,
  cleanLines,
  clip,
  clipEscaped,
  codeSpan,
  escapeMrkdwn,
  packLines,
  pieces,
} from "./escape.ts";
import { LIMITS, textLength } from "./limits.ts";
import type { SlackBlock, SlackMessage } from "./message.ts";

/** A message, and what follows in its thread because it holds more than Slack takes at once. */
export interface Rendered extends SlackMessage {
  readonly overflow: readonly SlackMessage[];
}

/** `emoji: false`: ":name:" stays what it is. */
export function plain(text: string): PlainTextElement {
  return { type: "plain_text", text, emoji: false };
}

/** Bold and large; longer than a header may be, a bold section. */
export function headline(text: string): HeaderBlock | SectionBlock {
  const line = cleanLine(text);
  return line.length <= LIMITS.header
    ? { type: "header", text: plain(line === "" ? "Answer" : line) }
    : mrkdwnSection(`*${escapeMrkdwn(clip(line, 600))}*`);
}

/** `verbatim`: Slack makes no links of its own; `expand`: nothing hides behind "see more". */
export function mrkdwnSection(text: string): SectionBlock {
  return { type: "section", text: { type: "mrkdwn", text, verbatim: true }, expand: true };
}

/** Normal size, not parsed by Slack: exactly what was written. */
export function plainSection(text: string): SectionBlock {
  return { type: "section", text: plain(text), expand: true };
}

/** Small and grey; at most one context block, clipped. */
export function plainContext(texts: readonly string[]): readonly ContextBlock[] {
  const elements = texts
    .map((text) => clip(cleanLines(text), LIMITS.contextText))
    .filter((text) => text !== "")
    .slice(0, LIMITS.contextElements)
    .map(plain);
  return elements.length > 0 ? [{ type: "context", elements }] : [];
}

/** Sections of plain text that hold all lines whole. */
export function plainSections(lines: readonly string[]): readonly SectionBlock[] {
  return packLines(lines.map(cleanLines), LIMITS.section).map(plainSection);
}

/** The longest text whose every character may grow to an entity or a pair without passing the limit of a section. */
const GROWING = Math.floor(LIMITS.section / 6);

/** One line of mrkdwn, with what stood in `backticks` as code; long ones in several. */
export function mrkdwnLines(text: string, prefix = ""): readonly string[] {
  const lines = pieces(cleanLine(text), GROWING).map((piece) => {
    const parts = piece.split(/`([^`]+)`/);
    return parts.map((part, i) => (i % 2 === 1 ? codeSpan(part) : spacedEscape(part))).join("");
  });
  return lines.map((line, i) => (i === 0 ? prefix + line : line));
}

/** Escaped, with the spaces around it that separate it from code. */
function spacedEscape(text: string): string {
  const [before, after] = [/^\s/.test(text) ? " " : "", /\S\s+$/.test(text) ? " " : ""];
  return before + escapeMrkdwn(text) + after;
}

export function mrkdwnSections(lines: readonly string[]): readonly SectionBlock[] {
  return packLines(lines, LIMITS.section).map(mrkdwnSection);
}

/** Blocks dealt out, in order, to as few messages as the limits allow; the later texts say which part they are. */
export function dealOut(text: string, blocks: readonly SlackBlock[]): Rendered {
  const parts: SlackBlock[][] = [];
  for (const block of blocks) {
    const last = parts.at(-1);
    const fits = last && last.length < LIMITS.blocks && textLength([...last, block]) <= LIMITS.totalText;
    if (fits) last.push(block);
    else parts.push([block]);
  }
  const [first = [], ...others] = parts;
  const title = clipEscaped(text.split("\n")[0] ?? "", 200);
  return {
    text,
    blocks: first,
    overflow: others.map((part, i) => ({
      text: `${title} (part ${i + 2} of ${parts.length})`,
      blocks: part,
    })),
  };
}
