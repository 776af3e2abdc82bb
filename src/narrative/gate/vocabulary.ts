import { EDITOR_WORDS } from "./words/editor.ts";
import { METHOD_WORDS } from "./words/method.ts";

/** What data are about: such a word may stand in a sentence, and what it may do there is looked at (`predication.ts`). */
const SPOKEN_OF =
  "recession recovery expansion contraction slowdown downturn easing tightening hike stress unemployment economy economic stock bond credit interest-rate oil once zero well able quite seem possible else matter way sense course picture light heavy heavily easy-to-miss plain tell unemployed breadth pull push ended longest shortest largest pp near brought gave saw milder command swing valued mostly lie treasury january us collar held low-base withheld told volatility-index stretch clear our risk quality work labour refinance fail lean sector fund outstanding noisier know knows imply unproven paid worth warn will support owe overdue nearer records though although albeit shock shocks unless rebuilt now went whence record lying heads broader stricter looser zombie track borrower bank emergency spent";

const WORDS = new Set(`${METHOD_WORDS} ${EDITOR_WORDS} ${SPOKEN_OF}`.split(/\s+/));

/** Forms of known words that say more than the words do. */
const NOT_NEUTRAL = new Set(
  "recovering finished richest closed opened fair fairly richly sounder nicely needed-now bettered leading leader leaders leads winning winner winners moving-on kindly happily dearly dearer surely".split(
    " ",
  ),
);

/** What a word may be a form of: "revisions", "smoothed", "dropping", "copies", "statistically". */
function* lemmas(word: string): Generator<string> {
  for (const [ending, instead] of ENDINGS) {
    if (word.length <= ending.length + 2 || !word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    for (const each of instead) yield stem + each;
    if (/(?:ed|ing)$/.test(ending) && /([bdglmnprt])\1$/.test(stem)) yield stem.slice(0, -1);
  }
}
const ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ["ies", ["y"]],
  ["ied", ["y"]],
  ["es", ["", "e"]],
  ["s", [""]],
  ["ed", ["", "e"]],
  ["ing", ["", "e"]],
  ["ically", ["ic", "ical"]],
  ["ily", ["y"]],
  ["ly", ["", "le"]],
  ["ally", ["al"]],
  ["ation", ["ate", "e", ""]],
  ["ations", ["ate", "e", ""]],
  ["ion", ["", "e"]],
  ["ions", ["", "e"]],
  ["ment", [""]],
  ["ity", ["", "e"]],
];

const judged = new Map<string, boolean>();
const MOST_KEPT = 5_000;

/** Whether a word, lower case and without accents, is neutral. Kept, since drafts repeat themselves. */
export function isNeutral(word: string): boolean {
  const before = judged.get(word);
  if (before !== undefined) return before;
  const neutral =
    !NOT_NEUTRAL.has(word) &&
    (WORDS.has(word) || [...lemmas(word)].some((each) => WORDS.has(each)) || compound(word));
  if (judged.size >= MOST_KEPT) judged.clear();
  judged.set(word, neutral);
  return neutral;
}

/** "Month-end-based": every part is neutral. */
function compound(word: string): boolean {
  const parts = word.split(/[-/]/);
  return parts.length > 1 && parts.every((part) => part.length > 1 && isNeutral(part));
}
