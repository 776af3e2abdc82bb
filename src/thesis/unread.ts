import { excerpt } from "./sentences.ts";

/** Words that say nothing by themselves, and those that some form of the grammar knows. */
const KNOWN = new Set(
  (
    "S L at by of on in to for from with than and or over during after following is are was were be been being have has had " +
    "it that this which who as not do does did there x times beat beats beaten led lagged outperformed trailed ahead behind " +
    "rose fell gained returned month months year years past last rate rates cut cuts fed federal reserve trade trades trading " +
    "discount premium earnings forward cheaper average % more less points percentage all years"
  ).split(" "),
);
/** Years are words here: no figure is of one. */
const NUMBER = /^(?!(?:19|20)\d\d$)\d+(?:\.\d+)?%?$/;
const MOST = 6;

const LONGEST_SPAN = 5;
/** Longer ones are not tried: what is left over is then named word by word. */
const LONGEST_CLAUSE = 40;

/** The shortest words without which all the rest is understood; null: there are none. */
function tooMuch(clause: string, isUnderstood: (text: string) => boolean): string | null {
  const words = clause.split(" ");
  if (words.length > LONGEST_CLAUSE || isUnderstood(clause)) return null;
  for (let length = 1; length <= LONGEST_SPAN; length++)
    for (let at = 0; at + length <= words.length; at++)
      if (isUnderstood(words.toSpliced(at, length).join(" "))) return words.slice(at, at + length).join(" ");
  return null;
}

/** Why a sentence is not tested: the words that no rule reads, or else their order. */
export function notUnderstood(
  clauses: readonly string[],
  isRate: boolean,
  isUnderstood: (text: string) => boolean,
): string {
  const spans = clauses.map((clause) => tooMuch(clause, isUnderstood));
  const named = spans.filter((each) => each !== null && !/^not$|\b[SL]\b/.test(each));
  if (named.length === clauses.length && !isRate)
    return `it says more than the figures can test: ${shown(named)}`;
  return byWord(clauses, isRate);
}

function byWord(clauses: readonly string[], isRate: boolean): string {
  if (isRate) return "it says more than the figures can test: a rate a year, or for each of something";
  const words = clauses.flatMap((clause) => clause.split(" "));
  const strange = [...new Set(words.filter((word) => !KNOWN.has(word) && !NUMBER.test(word)))];
  if (strange.length === 0)
    return "not recognised as a claim: its words are known, the way in which they are put together is not";
  const others = strange.length > MOST ? ` and ${strange.length - MOST} more words` : "";
  return `not recognised as a claim, for these words: ${shown(strange.slice(0, MOST))}${others}`;
}

/** It was pasted: nothing of it may be live. */
const shown = (words: readonly (string | null)[]) =>
  excerpt(words.join(", ").replace(/\bS\b/g, "small-caps").replace(/\bL\b/g, "large-caps"));
