import type { Figure } from "../../briefing/figure.ts";
import { pronounSide } from "./carried.ts";
import type { DirectionWord } from "./direction-words.ts";
import { aspectsOf, kindOf } from "./figures.ts";
import { isInverted, pointedAt } from "./left-of.ts";
import { COMPARED } from "./meant.ts";
import { rememberedOf } from "./memo.ts";
import { mentionsOf, type SideMention, sidesOf } from "./mentions.ts";
import { directionsIn } from "./neutral-directions.ts";
import { clauseAt, type Sentence, SLOT, type Slot } from "./sentence.ts";
import type { World } from "./world.ts";

/** A word of direction, the figure it is said of, and the side that stands as its subject. */
export interface Spoken {
  readonly word: DirectionWord;
  readonly figure: Figure;
  readonly side: "small" | "large" | null;
  /** "above {{x}}", "than that of {{x}}": the figure is what the subject is measured against. */
  readonly isObject: boolean;
  /** "Above zero", and no other line. */
  readonly aboveZero: boolean;
}

const OBJECT_SLOT = new RegExp(
  `^(?: than)?(?: (?:the|that|those|its|mean|median|average|level|figure|of|for))* ?${SLOT}`,
  "u",
);

/** The figure in the word's clause that it can be said of: the first behind it, else the last before. */
function shownBeside(sentence: Sentence, { at, end }: DirectionWord, { figures }: World): Slot | undefined {
  const own = clauseAt(sentence, at);
  const beside = sentence.slots.filter((slot) => {
    const figure = figures.get(slot.key);
    return clauseAt(sentence, slot.at) === own && figure !== undefined && sayable(figure);
  });
  return (
    beside.find((slot) => slot.at > at) ??
    beside.at(-1) ??
    (/^ zero\b/.test(sentence.folded.slice(end)) ? undefined : appended(sentence, own, figures))
  );
}

const APPENDED = new RegExp(
  `^[,:(\\u2013\\u2014] ?(?:(?:at|by|to|of|with|an?|the|mean|average|median|namely) )*${SLOT}`,
  "u",
);

/** "…lagged, by {{x}}": the figure that follows the comma. */
function appended(sentence: Sentence, own: number, figures: World["figures"]): Slot | undefined {
  const next = sentence.clauses[own + 1];
  if (next === undefined || !APPENDED.test(sentence.folded.slice(next.from, next.to + 1))) return undefined;
  const slot = sentence.slots.find(({ at }) => at >= next.from);
  const figure = slot && figures.get(slot.key);
  return figure && sayable(figure) ? slot : undefined;
}

function sayable(figure: Figure): boolean {
  const kind = kindOf(figure);
  return kind !== "count" && kind !== "place";
}

const NOUNS =
  /^(?:laggards?|excess|upper hand|leads?|edge|advantage|shortfall|deficit|disadvantage|premiums?|discounts?|gains?|rise|fall|drop|decline|increase)$/;

/** Who beats or trails whom: the last side before the word that is no object, or the noun's own "of small-caps". */
export function sideOf(
  sentence: Sentence,
  word: DirectionWord,
  sides: readonly SideMention[],
  world: World,
): "small" | "large" | null {
  const behind = sides.find(({ at }) => at > word.end);
  if (/^(?:in favou?r of|favou?r(?:ed|s|ing))$/.test(word.word) && behind) return behind.value;
  if (
    NOUNS.test(word.word) &&
    behind &&
    /^ (?:of|for|was|were|is|are) (?:the )?$/.test(sentence.folded.slice(word.end, behind.at))
  )
    return behind.value;
  const pointed = pointedAt(word, sentence);
  const figure = pointed && world.figures.get(pointed.key);
  if (figure !== undefined && aspectsOf(figure).side !== undefined) return aspectsOf(figure).side ?? null;
  if (behind && isInverted(word, sentence)) return behind.value === "small" ? "large" : "small";
  const own = clauseAt(sentence, word.at);
  const before = sides.filter(({ at }) => at < word.at);
  const mine = before.filter(({ at, role }) => clauseAt(sentence, at) === own && role !== "object");
  const direct = mine.at(-1);
  if (direct !== undefined) return direct.value;
  if (NOUNS.test(word.word)) return null;
  return nearestBehind(sentence, before, word.at, world) ?? pronounSide(sentence, before, word.at, world);
}

/** Who was spoken of last, by name or else by a number of theirs, and not as what others are measured against. */
function nearestBehind(
  sentence: Sentence,
  sides: readonly SideMention[],
  at: number,
  { figures }: World,
): "small" | "large" | undefined {
  const numbers = sentence.slots.flatMap((slot) => {
    const figure = figures.get(slot.key);
    const value = figure && aspectsOf(figure).side;
    const isOther = slot.at >= at || COMPARED.test(sentence.folded.slice(0, slot.at));
    return value === undefined || isOther ? [] : [{ at: slot.at, value }];
  });
  const named = sides.filter(({ role }) => role === "subject").at(-1);
  const number = numbers.at(-1);
  if (named === undefined || number === undefined) return (named ?? number)?.value;
  return clauseAt(sentence, number.at) > clauseAt(sentence, named.at) ? number.value : named.value;
}

/** "The discount stands at {{percentile}}": the gap whose percentile it is. */
function gapNamed(
  { family }: DirectionWord,
  { slots, folded }: Sentence,
  { figures }: World,
): string | undefined {
  if (family !== "gap" || slots.some(({ key }) => /^valuation\.(?:discount|whatIf)\.|\.pe$/.test(key)))
    return undefined;
  const variant = slots.map(({ key }) => /^valuation\.percentile\d+y\.(\w+)$/.exec(key)?.[1]).find(Boolean);
  const key = `valuation.discount.${variant ?? mentionsOf(folded, "variant")[0]?.value}`;
  return figures.has(key) ? key : undefined;
}

export const spokenWords = rememberedOf(
  (sentence: Sentence, world: World): readonly (Spoken | DirectionWord)[] => {
    const sides = sidesOf(sentence.folded, world);
    return directionsIn(sentence, world).map((word) => {
      const slot = shownBeside(sentence, word, world);
      const key = gapNamed(word, sentence, world) ?? slot?.key ?? sentence.subject;
      const figure = key === null ? undefined : world.figures.get(key);
      if (figure === undefined) return word;
      const isObject = OBJECT_SLOT.test(sentence.folded.slice(word.end)) && word.family === "compare";
      return {
        word,
        figure,
        side: sideOf(sentence, word, sides, world),
        isObject: isObject && slot !== undefined,
        aboveZero: /^ zero\b/.test(sentence.folded.slice(word.end)),
      };
    });
  },
);

export const isSpoken = (found: Spoken | DirectionWord): found is Spoken => "figure" in found;

/** Words that say what a share counts, "ahead in {{hit}} of cuts": true by its definition, of small-caps. */
export function isLabel({ word, figure, aboveZero }: Spoken): boolean {
  if (figure.key.endsWith(".positiveShare") && /^(?:positive|premium)$/.test(word.word)) return true;
  if (figure.key.endsWith(".positiveShare") && word.word === "above") return aboveZero;
  if (figure.key.endsWith(".aboveOne")) return /^(?:more|higher|above)$/.test(word.word);
  return kindOf(figure) === "share" && word.family === "beat";
}

/** "The discount" names a gap by its sign, which is checked; it needs no declaration. */
export function needsDeclaration(spoken: Spoken): boolean {
  return !isLabel(spoken) && !(spoken.word.family === "gap" && kindOf(spoken.figure) === "gap");
}
