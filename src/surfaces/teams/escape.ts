import { cleanLine, clip } from "../../briefing/plain-text.ts";

/** Invisible and without width; the grammar of commands drops it, so that a copied command still works. */
const WORD_JOINER = "\u2060";
/** Clients disagree on backslashes: a look-alike stands in for what would start emphasis, strike-through or code. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { "*": "∗", _: "ˍ", "~": "∼", "`": "ˋ" };

/**
 * For a TextBlock, whose text is card Markdown, and for a message's text: one line in which nothing is live, neither
 * link, mention, HTML, bare address, list, function nor formatting.
 */
export function escapeCard(text: string): string {
  return (
    cleanLine(text)
      .replace(/[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (found) => LOOK_ALIKES[found] ?? found)
      .replace(/\](?=[([:])|<(?=[\p{L}/!?])|\\(?=\S)|\{(?=\{)|[@#](?=\S)/gu, `$&${WORD_JOINER}`)
      // `&lt;at&gt;` is inert already; some clients decode entities all the same.
      .replace(/&(?=#?\w+;)/g, `$&${WORD_JOINER}`)
      .replace(/:(?=\/\/)|\b(?:mailto|tel):/giu, `$&${WORD_JOINER}`)
      .replace(/(?<=[\p{L}\p{N}-])\.(?=\p{L}{2})/gu, `$&${WORD_JOINER}`)
      // A list, a heading, a quotation, a rule; a number with its sign stays as it is, to be copied.
      .replace(/^(?=[-+](?:\s|$)|--|[#>]|\d+[.)](?:\s|$))/, WORD_JOINER)
  );
}

/** For an attribute that no client parses, such as a button's title or the words for an image. */
export function plainText(text: string, limit: number): string {
  return clip(cleanLine(text).replace(/\{(?=\{)/g, `{${WORD_JOINER}`), limit);
}
