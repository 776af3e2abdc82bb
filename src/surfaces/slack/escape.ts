/** Invisible and without width; the grammar of commands drops it, so that a copied command still works. */
const WORD_JOINER = "\u2060";
/** mrkdwn has no escape character: a look-alike stands in for what would start bold, strike-through or code. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { "*": "∗", _: "ˍ", "~": "∼", "`": "ˋ" };
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Control and format characters (overrides of the direction among them) but for the joiners of emoji and scripts. */
const INVISIBLE = /(?!\n|\p{Join_Control})[\p{Cc}\p{Cf}]/gu;

/** For plain_text, which Slack does not parse: without invisible characters, line breaks kept. */
export function cleanLines(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\v\f\u0085]/g, "\n")
    .replace(/\t/g, " ")
    .replace(INVISIBLE, "")
    .trim();
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanLines(text).replace(/\s+/gu, " ");
}

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

/** At most `limit` units, cut between characters and, where that loses little, between words, ending in "…". */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text
    .slice(0, Math.max(0, limit - 1))
    .toWellFormed()
    .replace(/\ufffd$/, "");
  const space = cut.lastIndexOf(" ");
  return `${(space > limit * 0.8 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** The same for a text that is escaped: no entity is cut in two. */
export function clipEscaped(text: string, limit: number): string {
  return clip(text, limit).replace(/&[a-z]{0,3}…$/, "…");
}

/** Pieces of at most `limit` units that together hold all of the text, cut at line breaks, else spaces, else anywhere. */
export function pieces(text: string, limit: number): readonly string[] {
  if (text.length <= limit) return text === "" ? [] : [text];
  const head = text.slice(0, limit + 1);
  const at = [head.lastIndexOf("\n"), head.lastIndexOf(" ")].find((found) => found > limit / 2);
  if (at !== undefined) return [text.slice(0, at), ...pieces(text.slice(at + 1), limit)];
  const end = /[\ud800-\udbff]$/.test(text.slice(0, limit)) ? limit - 1 : limit;
  return [text.slice(0, end), ...pieces(text.slice(end), limit)];
}
