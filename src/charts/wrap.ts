import { isDrawable, textWidth } from "./measure.ts";
import type { TextStyle } from "./theme.ts";

export interface Wrapped {
  readonly lines: readonly string[];
  /** True when the lines do not hold the whole text: the caller owes the reader the rest elsewhere. */
  readonly cut: boolean;
}

const ELLIPSIS = "…";

/** One line of text that the bundled font can draw; a run of what it cannot becomes an ellipsis. */
function drawable(text: string): { clean: string; cut: boolean } {
  const oneLine = text
    .normalize("NFC")
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, " ")
    .trim();
  let clean = "";
  let cut = false;
  for (const character of oneLine) {
    const isLost = !isDrawable(character);
    cut ||= isLost;
    if (!isLost) clean += character;
    else if (!clean.endsWith(ELLIPSIS)) clean += ELLIPSIS;
  }
  return { clean, cut };
}

/** Breaks at spaces, inside a word only where it is wider than a line; the last line ends in an ellipsis if cut. */
export function wrap(
  text: string,
  width: number,
  style: TextStyle,
  maxLines = Number.POSITIVE_INFINITY,
): Wrapped {
  const { clean, cut } = drawable(text);
  const lines = breakLines(clean, width, style);
  if (lines.length <= maxLines) return { lines, cut };
  const kept = lines.slice(0, maxLines);
  kept[maxLines - 1] = shorten(
    `${kept[maxLines - 1] ?? ""} ${lines.slice(maxLines).join(" ")}`,
    width,
    style,
  );
  return { lines: kept, cut: true };
}

function breakLines(text: string, width: number, style: TextStyle): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (textWidth(longer, style) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = breakWord(word, width, style);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  if (line !== "") lines.push(line);
  return lines;
}

function breakWord(word: string, width: number, style: TextStyle): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece !== "" && textWidth(piece + character, style) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** The longest beginning that fits together with an ellipsis. */
function shorten(text: string, width: number, style: TextStyle): string {
  const characters = [...text];
  while (characters.length > 0 && textWidth(characters.join("").trimEnd() + ELLIPSIS, style) > width)
    characters.pop();
  return characters.join("").trimEnd() + ELLIPSIS;
}

/** The text on one line of at most `width` px. */
export function fitLine(text: string, width: number, style: TextStyle): { line: string; cut: boolean } {
  const { lines, cut } = wrap(text, width, style, 1);
  return { line: lines[0] ?? "", cut };
}

/** Width of the widest line in px. */
export function blockWidth(lines: readonly string[], style: TextStyle): number {
  return Math.max(0, ...lines.map((line) => textWidth(line, style)));
}
