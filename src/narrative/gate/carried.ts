import { type Mention, mentionsOf, type SideMention, sidesOf } from "./mentions.ts";
import { type Sentence, SLOT } from "./sentence.ts";
import type { World } from "./world.ts";

/** What a sentence takes over from the ones before it, as a reader does: whom "they" are, which cuts, what is measured. */

const PRONOUN = /\b(?:they|them|their|theirs|it|its)\b/;
const NAMED_AFTER = new RegExp(
  `^${SLOT} (?:of|for|among|in|gained by|returned by) (?:the |those of )?(?:small|large)`,
  "u",
);

/** Whom a sentence is about: its first side that is no object; null: nobody, or both at once. */
function about(sentence: Sentence | null, world: World): "small" | "large" | null {
  if (sentence === null) return null;
  const sides = sidesOf(sentence.folded, world).filter(({ role }) => role !== "object");
  const subjects = new Set(sides.filter(({ role }) => role === "subject").map(({ value }) => value));
  const pronoun = PRONOUN.exec(sentence.folded)?.index;
  if (pronoun !== undefined && pronoun < (sides[0]?.at ?? Number.POSITIVE_INFINITY))
    return about(sentence.before, world);
  return subjects.size > 1 ? null : (sides[0]?.value ?? null);
}

/**
 * The side that a pronoun before a slot stands for; null: there is no such pronoun, or nothing says.
 * "They trade at {{x}}, above the {{y}} of large-caps": {{x}} is of whom the sentence before is about.
 */
export function pronounSide(
  sentence: Sentence,
  sides: readonly SideMention[],
  at: number,
  world: World,
): "small" | "large" | null {
  const before = sentence.folded.slice(0, at);
  if (!PRONOUN.test(before) || sides.some((each) => each.at < at)) return null;
  if (NAMED_AFTER.test(sentence.folded.slice(at)) || (sides.length === 0 && inParallel(sentence)))
    return null;
  return about(sentence.before, world);
}

/** "It is {{small}} and {{large}}", after a sentence that showed both in that order. */
function inParallel({ slots, before }: Sentence): boolean {
  const sides = (keys: Sentence["slots"]) =>
    keys.map(({ key }) => /\.(small|large)\./.exec(key)?.[1]).join(" ");
  return (
    slots.length === 2 &&
    sides(slots) === "small large" &&
    before !== null &&
    sides(before.slots) === "small large"
  );
}

/** The cuts that are spoken of where a sentence names none: those of the last one before it that does. */
export function samplesCarried(sentence: Sentence): readonly Mention[] {
  const own = mentionsOf(sentence.folded, "sample");
  return own.length > 0 || sentence.before === null ? own : samplesCarried(sentence.before);
}

/** Points back at a definition. */
const ANAPHOR = /\b(?:this|that|the same|such) (?:measure|basis|definition|reading|count|comparison)\b/;

/**
 * Whether the words that name a figure's kind may stand in the sentence before: it shows figures of that kind and of
 * no other, or is pointed at.
 */
export function namedBefore(
  { before, folded }: Pick<Sentence, "before" | "folded" | "claimType">,
  key: string,
  words: RegExp,
  wordsOf: (key: string) => readonly RegExp[],
): boolean {
  if (before === null) return false;
  if (!words.test(before.folded) && !namedBefore(before, key, words, wordsOf)) return false;
  const pointed = before.claimType === "definition" && /\bit (?:now )?(?:is|was|stands)\b/.test(folded);
  return (
    (before.slots.length === 0 && (pointed || ANAPHOR.test(folded))) ||
    (before.slots.length > 0 && before.slots.every((slot) => wordsOf(slot.key).includes(words)))
  );
}

export const sampleOf = (key: string): string | undefined =>
  /^ratecut\.(all|first|scheduled|base)\./.exec(key)?.[1] ?? /^recovery\.(base)\./.exec(key)?.[1];
