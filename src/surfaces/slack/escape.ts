import { cleanLine, clip, INVISIBLE } from "../../briefing/plain-text.ts";

export { cleanLine, cleanLines, clip, packLines, pieces } from "../../briefing/plain-text.ts";

/** Invisible and without width; the grammar of commands drops it, so that a copied command still works. */
const WORD_JOINER = "\u2060";
/** mrkdwn has no escape character: a look-alike stands in for what would start bold, strike-through or code. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { "*": "∗", _: "ˍ", "~": "∼", "`": "ˋ" };
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

const entities = (text: string) => text.replace(/[&<>]/g, (found) => ENTITIES[found] ?? found);
const lookAlike = (found: string) => LOOK_ALIKES[found] ?? found;

/**
 * For mrkdwn and for a message's `text`: one line in which nothing is live, neither mention, link, bare address,
 * emoji name, quote nor formatting.
 */
export function escapeMrkdwn(text: string): string {
  const inert = cleanLine(text)
    .replace(/[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, lookAlike)
    // `&lt;!channel&gt;` and `[a](b)` are inert already; some clients decode or translate them all the same.
    .replace(/[@#](?=\S)|<(?=[!@#])|\](?=\()/gu, `$&${WORD_JOINER}`)
    .replace(/:(?=\/\/)|\b(?:mailto|tel):/giu, `$&${WORD_JOINER}`)
    .replace(/(?<=[\p{L}\p{N}-])\.(?=\p{L}{2})/gu, `$&${WORD_JOINER}`)
    .replace(/:(?=[^\s:]*\p{L}[^\s:]*:|[+-]1:)/gu, `$&${WORD_JOINER}`);
  return entities(inert).replace(/^&gt;/, `${WORD_JOINER}&gt;`);
}

/** `text` as a code span; a backtick within would end it. */
export function codeSpan(text: string): string {
  const inert = cleanLine(text).replaceAll("`", "ˋ").replace(/@/g, `@${WORD_JOINER}`);
  return inert === "" ? "" : `\`${entities(inert)}\``;
}

/** What stands between ``` fences: line breaks and spaces kept. */
export function escapePreformatted(text: string): string {
  const lines = text.split("\n").map((line) => {
    const visible = line
      .toWellFormed()
      .replace(/[\t\u2028\u2029]/g, " ")
      .replace(INVISIBLE, "");
    return visible.replaceAll("`", "ˋ").replace(/@/g, `@${WORD_JOINER}`).trimEnd();
  });
  return entities(lines.join("\n"));
}

/** The same for a text that is escaped: no entity is cut in two. */
export function clipEscaped(text: string, limit: number): string {
  return clip(text, limit).replace(/&[a-z]{0,3}…$/, "…");
}
