import { cleanLine, clip, pieces } from "../../briefing/plain-text.ts";
import { escapeCard } from "./escape.ts";
import { LIMITS, wireLength } from "./limits.ts";
import type { Json, TeamsMessage } from "./message.ts";

type Style = Readonly<Record<string, unknown>>;

/** One line of text; wraps, never cut by the client. Clients leave out an empty one, so it is a dash. */
export function textBlock(text: string, style: Style = {}): Json {
  return { type: "TextBlock", text: escapeCard(text) || "–", wrap: true, ...style };
}

/** A text of any length, whole, in as few blocks as hold it; "" gives none. */
export function textBlocks(text: string, style: Style = {}): readonly Json[] {
  return pieces(cleanLine(text), LIMITS.textBlock)
    .filter((piece) => piece.trim() !== "")
    .map((piece, i) => textBlock(piece, i === 0 ? style : { ...style, spacing: "None" }));
}

/** Many short lines in few blocks, each line a paragraph of card Markdown. */
export function paragraphs(lines: readonly string[]): readonly Json[] {
  const texts: string[] = [];
  for (const line of lines.flatMap((each) => pieces(cleanLine(each), LIMITS.textBlock)).map(escapeCard)) {
    const joined = `${texts.at(-1) ?? ""}\n\n${line}`;
    if (texts.length > 0 && joined.length <= LIMITS.textBlock) texts[texts.length - 1] = joined;
    else texts.push(line);
  }
  return texts.map((text) => ({ type: "TextBlock", text, wrap: true }));
}

export const SUBTLE: Style = { isSubtle: true, size: "Small" };
export const HEADING: Style = { weight: "Bolder", spacing: "Medium" };

export function headline(text: string): readonly Json[] {
  const line = clip(cleanLine(text), 600);
  return [
    textBlock(line === "" ? "Answer" : line, {
      size: line.length > 160 ? "Medium" : "Large",
      weight: "Bolder",
      style: "heading",
    }),
  ];
}

export function subtle(lines: readonly string[]): readonly Json[] {
  return lines.flatMap((line, i) => textBlocks(line, i === 0 ? SUBTLE : { ...SUBTLE, spacing: "Small" }));
}

/** A name to type, such as a figure's key, exactly as it is. */
export function codeBlock(text: string, style: Style = {}): Json {
  return { type: "RichTextBlock", inlines: [{ ...run(`\`${cleanLine(text)}\``), ...style }] };
}

/** Text with what stood in `backticks` as code: runs are never parsed, so this needs no Markdown. */
export function codeLine(text: string, prefix = ""): readonly Json[] {
  return pieces(cleanLine(text), LIMITS.textBlock).map((piece, at) => {
    const parts = [...(at === 0 && prefix !== "" ? [prefix] : []), ...piece.split(/(`[^`]+`)/)];
    const inlines = parts.filter((part) => part !== "").map(run);
    return { type: "RichTextBlock", inlines };
  });
}

function run(part: string): Json {
  const code = /^`[^`]+`$/.test(part);
  const text = code ? part.slice(1, -1) : part;
  const inert = text.replace(/\{(?=\{)|<(?=[\p{L}/!?])/gu, "$&\u2060");
  return { type: "TextRun", text: inert, ...(code ? { fontType: "Monospace" } : {}) };
}

/** The frame that all our cards share. */
export function cardOf(body: readonly Json[], actions: readonly Json[] = [], fallbackText = ""): Json {
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    ...(fallbackText === "" ? {} : { fallbackText }),
    msteams: { width: "Full" },
    body,
    ...(actions.length > 0 ? { actions } : {}),
  };
}

export interface Room {
  takes(elements: readonly Json[]): boolean;
  /** UTF-16 units left. */
  left(): number;
}

/** Kept for the lines that name what was left out. */
const NOTICE = 1_200;

/** What the reserved elements and the text leave of a card. */
export function createRoom(reserved: readonly Json[], text: string): Room {
  let length = wireLength(reserved) + framed(text) + NOTICE;
  return {
    left: () => LIMITS.card - length,
    takes: (elements) => {
      const wider = length + wireLength(elements);
      if (wider > LIMITS.card) return false;
      length = wider;
      return true;
    },
  };
}

/** The text stands in the card for clients that cannot draw it, and beside it for notifications. */
function framed(text: string): number {
  return wireLength(cardOf([], [], text)) + wireLength(text);
}

/** Elements dealt out, in order, to as few cards as the limits allow; the later texts say which part they are. */
export function dealOut(
  text: string,
  elements: readonly Json[],
  actions: readonly Json[] = [],
): TeamsMessage {
  const most = LIMITS.card - wireLength(actions) - framed(text);
  const parts: Json[][] = [];
  let length = 0;
  for (const element of elements) {
    const own = wireLength(element) + 1;
    const last = parts.at(-1);
    length = last && length + own <= most ? length + own : own;
    if (last && length > own) last.push(element);
    else parts.push([element]);
  }
  const [first = [], ...others] = parts;
  const title = clip(text.split("\n")[0] ?? "", 200);
  return {
    text,
    card: cardOf(first, actions, text),
    overflow: others.map((part, i) => {
      const partText = `${title} (part ${i + 2} of ${parts.length})`;
      return { text: partText, card: cardOf(part, [], partText), overflow: [] };
    }),
  };
}
