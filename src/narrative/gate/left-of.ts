import type { Figure } from "../../briefing/figure.ts";
import type { Measured } from "./declared.ts";
import type { DirectionWord } from "./direction-words.ts";
import { type Aspects, aspectsOf } from "./figures.ts";
import { COMPARED } from "./meant.ts";
import { type MarkedAspect, mentionsOf } from "./mentions.ts";
import type { Sentence, Slot } from "./sentence.ts";
import { MARKS } from "./words/marks.ts";

/**
 * Which of two compared figures the words put before a word of direction, by its number or by what tells the two
 * apart ("after first cuts"): the one said last before it, else the other of what stands right behind it. Null:
 * nothing says. Sides are told by their grammar (`mentions.ts`).
 */
export function leftOf(
  { subject, against }: Measured,
  word: DirectionWord,
  sentence: Sentence,
): Figure | null {
  if (against === "zero") return null;
  const pointed = pointedAt(word, sentence);
  if (pointed !== undefined) return [subject, against].find(({ key }) => key === pointed.key) ?? null;
  const said = [subject, against].flatMap((figure, i) =>
    placesOf(figure, i === 0 ? against : subject, sentence).map((at) => ({ figure, at })),
  );
  const before = said
    .filter(({ at }) => at < word.at && !COMPARED.test(sentence.folded.slice(0, at)))
    .toSorted((a, b) => a.at - b.at)
    .at(-1);
  if (before !== undefined) return before.figure;
  const behind = said.find(
    ({ at }) =>
      at > word.at &&
      (isInverted(word, sentence) || objectOf(word).test(sentence.folded.slice(word.end, at))),
  );
  return behind === undefined ? null : behind.figure === subject ? against : subject;
}

/** "{{a}} and {{b}}; the former is higher". */
export function pointedAt({ at }: DirectionWord, { folded, slots }: Sentence): Slot | undefined {
  const before = slots.filter((slot) => slot.at < at);
  if (before.length !== 2) return undefined;
  const said = /\bthe (former|latter)\b(?!.*\bthe (?:former|latter)\b)/.exec(
    folded.slice(before[1]?.at, at),
  )?.[1];
  return said === undefined ? undefined : before[said === "former" ? 0 : 1];
}

/** "Below the P/E of small-caps lies that of large-caps", and "below large-caps, small-caps trade on …". */
export const isInverted = ({ at }: DirectionWord, { folded }: Sentence): boolean =>
  at === 0 && /^(?:below|above|behind|ahead of|beneath|under|over|beyond) (?!zero\b)/.test(folded);

/** "Above the mean after first cuts", but "higher by value than by count". */
const objectOf = ({ word }: DirectionWord) =>
  /^(?:above|below|beneath|underneath|over|under|exceed\p{L}*)$/u.test(word) ? OBJECT : THAN;
const THAN =
  /^ than\b(?: (?:the|that|those|its|mean|median|average|level|figure|of|for|after|following))* ?$/u;
const OBJECT =
  /^(?: than)?(?: (?:the|that|those|its|mean|median|average|level|figure|of|for|after|following))* ?$/u;

/** Where a figure stands, or where words name what tells it from the other. */
function placesOf(figure: Figure, other: Figure, { slots, folded }: Sentence): readonly number[] {
  const [own, its] = [aspectsOf(figure), aspectsOf(other)];
  const aspect = (Object.keys(MARKS) as MarkedAspect[]).find(
    (name) => own[name as keyof Aspects] !== its[name as keyof Aspects],
  );
  const named = aspect === undefined ? [] : mentionsOf(folded, aspect);
  return [
    ...slots.filter(({ key }) => key === figure.key).map(({ at }) => at),
    ...named.filter(({ value }) => value === own[aspect as MarkedAspect]).map(({ at }) => at),
  ];
}
