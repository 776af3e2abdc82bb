import { didYouMean } from "../../briefing/suggest.ts";
import type { Topic } from "../../topics/topic.ts";
import { commandSpecs } from "../specs.ts";

/** Words that sentences are made of and commands are not. */
const OF_SENTENCES = new Set(
  ("a am an and are as at be been better by can could did do does doing during ever for from had has have how i if in into is it its just like made make makes many may me mean much my no not of on or our over " +
    "please should since so some than that the their them then there these they this those to too under us was we were what whats when where whether which who why will with within without would you your " +
    "excluding ex after before against versus vs last past compared").split(" "),
);
/** What follows these is theirs, right or wrong. */
const OWN_WORDS = new Set(["schedule", "receipt", "narrative", "channel", "whatif", "check", "export"]);

/**
 * Whether a line that is no command was meant as a question in words. A near miss of a command ("valuaton", "performance
 * 6m", "ratecut cycle=frist") was not.
 */
export function isQuestion(line: string, topics: readonly Topic[]): boolean {
  const words = line.replace(/\p{Cf}/gu, "").split(/[\s\p{Cc}]+/u).filter((word) => word !== "");
  const [typed = ""] = words;
  const first = typed.toLowerCase().replace(/[^\p{L}\p{N}=]+$/u, "");
  if (words.length < 2 || OWN_WORDS.has(first)) return false;
  const isSentence =
    /[?？؟]/.test(line) || words.some((word) => OF_SENTENCES.has(word.toLowerCase().replace(/[^\p{L}]/gu, "")));
  if (words.some((word) => /^[a-z]+=/i.test(word))) return false;
  const names = commandSpecs(topics).map(({ name }) => name);
  return isSentence || didYouMean(first, names) === null;
}
