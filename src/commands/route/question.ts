import { didYouMean } from "../../briefing/suggest.ts";
import type { Topic } from "../../topics/topic.ts";
import { isModifier } from "../grammar.ts";
import { commandSpecs } from "../specs.ts";

/** Words that sentences are made of and commands are not. */
const OF_SENTENCES = new Set(
  (
    "a am an and are as at be been better by can could did do does doing during ever for from had has have how i if in into is it its just like made make makes many may me mean much my no not of on or our over " +
    "please should since so some than that the their them then there these they this those to too under us was we were what whats when where whether which who why will with within without would you your " +
    "excluding ex after before against versus vs last past compared"
  ).split(" "),
);
/** What follows these is theirs, right or wrong. */
const OWN_WORDS = new Set(["schedule", "receipt", "narrative", "channel", "whatif", "check", "export"]);

/** Written without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]{4}/u;
const WORD = /^\p{P}*[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’/&$%.,-]*\p{P}*$/u;

/**
 * Whether a line that is no command was meant as a question in words. A near miss of a command ("valuaton", "performance
 * 6m", "ratecut cycle=frist") was not, nor was what is no language.
 */
export function isQuestion(line: string, topics: readonly Topic[]): boolean {
  const all = wordsOf(line).filter((word) => !isModifier(word));
  const first = (all[0] ?? "").toLowerCase().replace(/[^\p{L}\p{N}=]+$/u, "");
  if (OWN_WORDS.has(first) || all.some((word) => /^[a-z]+=/i.test(word))) return false;
  if (UNSPACED.test(line)) return true;
  const words = all.filter((word) => WORD.test(word));
  if (words.length < 2 || words.length * 2 <= all.length) return false;
  const isSentence =
    /[?？؟]/.test(line) ||
    words.some((word) => OF_SENTENCES.has(word.toLowerCase().replace(/[^\p{L}]/gu, "")));
  const names = commandSpecs(topics).map(({ name }) => name);
  return isSentence || didYouMean(first, names) === null;
}

/** Whether a line belongs to a command that reads its own words, and only failed to be right. */
export function isOwnLine(line: string): boolean {
  const [first = ""] = wordsOf(line).filter((word) => !isModifier(word));
  return OWN_WORDS.has(first.toLowerCase());
}

function wordsOf(line: string): readonly string[] {
  return line
    .replace(/\p{Cf}/gu, "")
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => word !== "");
}

/** A single word may be a question, too ("cheap?"), where it is no near miss of a command. */
export function isShortQuestion(line: string, topics: readonly Topic[]): boolean {
  const [only = "", ...more] = wordsOf(line);
  const names = commandSpecs(topics).map(({ name }) => name);
  return more.length === 0 && WORD.test(only) && didYouMean(only.replace(/[^\p{L}]/gu, ""), names) === null;
}
