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

/** A phrase to be looked for: stems, "perform*", "{year}", and "~" for up to four words between. */
export type Phrase = readonly string[];

export function phraseOf(text: string): Phrase {
  return text.split(" ").map((word) => (/[*{~]/.test(word) ? word : stemOf(word)));
}

const YEAR = /^(?:19|20)\d\d$/;
const MOST_BETWEEN = 4;

export interface Match {
  /** How many words it takes. */
  readonly length: number;
  readonly year: string | null;
}

/** A phrase at a place; null: it is not there. */
export function matchAt(tokens: readonly string[], at: number, phrase: Phrase): Match | null {
  const [wanted, ...rest] = phrase;
  if (wanted === undefined) return { length: 0, year: null };
  if (wanted === "~") return matchLater(tokens, at, rest);
  const token = tokens[at];
  if (token === undefined || !isWord(token, wanted)) return null;
  const after = matchAt(tokens, at + 1, rest);
  return after && { length: after.length + 1, year: wanted === "{year}" ? token : after.year };
}

function matchLater(tokens: readonly string[], at: number, phrase: Phrase): Match | null {
  for (let skipped = 0; skipped <= MOST_BETWEEN; skipped += 1) {
    const match = matchAt(tokens, at + skipped, phrase);
    if (match) return { ...match, length: match.length + skipped };
  }
  return null;
}

function isWord(token: string, wanted: string): boolean {
  if (wanted === "{year}") return YEAR.test(token);
  return wanted.endsWith("*") ? token.startsWith(wanted.slice(0, -1)) : token === wanted;
}

/** Shorter words are too near to others. */
const SHORTEST_TYPO = 5;

/** Correctly spelt words that look like ours. */
const COMMON: ReadonlySet<string> = new Set(
  tokensOf(
    "about above across again being below cheese clean clear close company could doing during earth every first found going " +
      "great having higher house large later least level light lower market maybe might month never other place plain point " +
      "price quite ready right round shall short should since small smaller stock story study table thank their there these " +
      "thing think those three today total under until using value water weather where which while white whole whose woman " +
      "world would wrong years yield please explain question answer really better since companies stocks against compared " +
      "computed compute computing compare compared calculated measured defined explained commuted cheat cheats prize prizes pride rats ration rational dept debit " +
      "percentage basis versus relative between people before after holding housing reason season person chicken recipe country trading",
  ),
);

/** Words that are neither of ours nor everyday ones, as the word of ours that was most likely meant. */
export function withoutTypos(tokens: readonly string[], words: ReadonlySet<string>): readonly string[] {
  const long = [...words].filter((word) => word.length >= SHORTEST_TYPO);
  const isKnown = (token: string) =>
    token.length < SHORTEST_TYPO || words.has(token) || COMMON.has(token) || /\d/.test(token);
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
