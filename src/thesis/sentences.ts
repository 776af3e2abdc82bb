import { BriefingError } from "../briefing/errors.ts";
import { cleanLine, clip } from "../briefing/plain-text.ts";

export const LONGEST_TEXT = 6_000;
const MOST_SENTENCES = 40;
const LONGEST_EXCERPT = 180;

const ABBREVIATION =
  /(?:\b(?:vs|approx|e\.g|i\.e|u\.s|no|inc|corp|st|mr|ms|dr|jan|feb|aug|sept?|oct|nov|dec)|\b\p{Lu})\.$/iu;

/** The sentences of a text, one line each, without control characters. @throws BriefingError */
export function sentencesOf(text: string): readonly string[] {
  const clean = cleanLine(
    text
      .normalize("NFKC")
      .replace(/[\u2018\u2019]/g, "'")
      .replace(/[\u2010-\u2012]/g, "-"),
  );
  if (!/\p{L}/u.test(clean))
    throw new BriefingError(
      "bad_command",
      "check needs a text",
      "type: check, and paste a paragraph behind it",
    );
  if (clean.length > LONGEST_TEXT)
    throw new BriefingError(
      "bad_command",
      `the text has ${clean.length} characters, more than ${LONGEST_TEXT}`,
      "paste it in parts",
    );
  const parts = clean.split(/(?<=[.!?]["')\]]?) +(?=["'([]?[\p{Lu}\p{N}])|(?<=;) +/u);
  const joined: string[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last !== undefined && ABBREVIATION.test(last)) joined[joined.length - 1] = `${last} ${part}`;
    else joined.push(part);
  }
  const found = joined.map((each) => each.trim()).filter((each) => /\p{L}/u.test(each));
  if (found.length > MOST_SENTENCES)
    throw new BriefingError(
      "bad_command",
      `the text has ${found.length} sentences, more than ${MOST_SENTENCES}`,
      "paste it in parts",
    );
  return found;
}

/** As it may be shown again: no address, no mention, no markup, and not all of a long sentence. */
export function excerpt(sentence: string): string {
  const inert = cleanLine(sentence)
    .replace(/\b(?:[a-z][a-z0-9+.-]*:\/\/|www\.|mailto:|tel:)\S*/giu, "[address]")
    .replace(/\S+@\S+\.\S+/gu, "[address]")
    .replace(/\b(?:[\p{L}\p{N}-]+\.)+[\p{L}]{2,}(?:\/\S*)?(?=$|[\s,;:)])/gu, (found) =>
      /^(?:u\.s|e\.g|i\.e)$/i.test(found) ? found : "[address]",
    )
    .replace(/<[^>]*>/g, "[tag]")
    .replace(/[@#](?=[\p{L}\p{N}<])/gu, "")
    .replace(/[`*_~|<>[\]{}\\]/g, (sign) => (sign === "[" || sign === "]" ? sign : " "))
    .replace(/ +/g, " ")
    .trim();
  return clip(inert, LONGEST_EXCERPT);
}

/** What patterns look at. */
export function fold(sentence: string): string {
  return sentence.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ");
}
