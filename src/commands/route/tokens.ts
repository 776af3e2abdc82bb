import { distance } from "fastest-levenshtein";

/** Said beside a noun, and meaning nothing here. */
const ARTICLES = new Set(["the", "a", "an"]);
const TOKEN = /\d{4}-\d{2}(?:-\d{2})?|[+-]?\d+(?:\.\d+)?%?|[\p{L}\p{N}&]+/gu;

/** A question's words as they are compared: one script's variants, letter case, accents, plurals and articles aside. */
export function tokensOf(text: string): readonly string[] {
  return (
    spelt(text)
      .replace(/\bp ?[/\\] ?e\b/g, "pe")
      .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, "$1")
      .replace(/(\p{L})['’`´]s\b/gu, "$1")
      .replace(/['’`´]/g, "")
      .replace(/(?<=\d) ?(?:percent|per cent|pct)\b| (?=%)/g, (found) => (found.trim() === "" ? "" : "%"))
      .replace(/(?<=[\p{L}\d])-(?=\p{L})|(?<=\p{L})-(?=\d)/gu, " ")
      .match(TOKEN)
      ?.filter((word) => !ARTICLES.has(word))
      .map(stemOf) ?? []
  );
}

/** Lower case, without accents on Latin letters, without what does not show. */
export function spelt(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u2212\u2010-\u2015]/g, "-")
    .replace(/[\p{Cf}\p{Cc}]/gu, (found) => (found === "\n" || found === "\t" ? " " : ""))
    .toLowerCase()
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin})\p{Mn}+/gu, "")
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Singular and plural are one. */
export function stemOf(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return /(?<![siu])s$/.test(word) ? word.slice(0, -1) : word;
}

/** A phrase to be looked for: stems, "perform*", "{year}". */
export type Phrase = readonly string[];

export function phraseOf(text: string): Phrase {
  return text.split(" ").map((word) => (/[*{]/.test(word) ? word : stemOf(word)));
}

const YEAR = /^(?:19|20)\d\d$/;

/** Where a phrase stands at a place: how many words it takes and the year it holds; null: not there. */
export function matchAt(
  tokens: readonly string[],
  at: number,
  phrase: Phrase,
): { readonly year: string | null } | null {
  let year: string | null = null;
  for (const [offset, wanted] of phrase.entries()) {
    const token = tokens[at + offset];
    if (token === undefined) return null;
    if (wanted === "{year}") {
      if (!YEAR.test(token)) return null;
      year = token;
    } else if (wanted.endsWith("*") ? !token.startsWith(wanted.slice(0, -1)) : token !== wanted) return null;
  }
  return { year };
}

/** Shorter words are too near to others. */
const SHORTEST_TYPO = 5;

/** Words that nobody here knows, as the known word that was most likely meant. */
export function withoutTypos(tokens: readonly string[], known: ReadonlySet<string>): readonly string[] {
  const long = [...known].filter((word) => word.length >= SHORTEST_TYPO);
  const isKnown = (token: string) => token.length < SHORTEST_TYPO || known.has(token) || /\d/.test(token);
  return tokens.map((token) => (isKnown(token) ? token : (meantBy(token, long) ?? token)));
}

/** The nearest word, if it is near enough: a slip in a short word, two in a long one. */
function meantBy(token: string, words: readonly string[]): string | null {
  const most = token.length < 8 ? 1 : 2;
  const near = words
    .filter((word) => word[0] === token[0] && Math.abs(word.length - token.length) <= most)
    .map((word) => ({ word, far: swapped(token, word) ? 1 : distance(token, word) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far);
  return near[0]?.word ?? null;
}

/** Two neighbouring letters changed places. */
function swapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return at >= 0 && a.slice(0, at) + (a[at + 1] ?? "") + (a[at] ?? "") + a.slice(at + 2) === b;
}
