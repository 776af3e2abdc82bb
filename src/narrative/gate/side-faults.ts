import { pronounSide } from "./carried.ts";
import { directionWords } from "./direction-words.ts";
import { aspectsOf, twinOf } from "./figures.ts";
import { meantAt } from "./meant.ts";
import { type SideMention, sidesOf } from "./mentions.ts";
import { clauseAt, type Sentence, SLOT } from "./sentence.ts";
import type { World } from "./world.ts";

/** Numbers of one side where the words speak of the other. */
export function sideFaults(sentence: Sentence, world: World): readonly string[] {
  const sides = sidesOf(sentence.folded, world);
  const turned = turnedOrder(sentence, sides, world);
  if (turned.length > 0) return turned;
  const pointed = sides.length === 0 ? pointedWrongly(sentence, world) : [];
  if (pointed.length > 0) return pointed;
  return sentence.slots.flatMap(({ key, at }) => {
    const figure = world.figures.get(key);
    const side = figure && aspectsOf(figure).side;
    if (figure === undefined || side === undefined) return [];
    if (againstOther(sentence, key, at) || inOrder(sentence, key, sides)) return [];
    const carried = pronounSide(sentence, sides, at, world);
    if (carried !== null)
      return carried === side ? [] : [`${key} where “they” or “it” stands for ${carried}-caps`];
    const own = sidesMeant(sentence, sides, at);
    return own.length > 0 && !own.some(({ value }) => value === side)
      ? [`${key} where the words speak of ${own[0]?.value}-caps`]
      : [];
  });
}

/** "The median of the latter, {{small}}", after a sentence that named small-caps first: numbers of the other of the two. */
function pointedWrongly({ folded, slots, before }: Sentence, world: World): readonly string[] {
  const named = before === null ? [] : [...new Set(sidesOf(before.folded, world).map(({ value }) => value))];
  if (named.length !== 2) return [];
  return [...folded.matchAll(/\bthe (former|latter)\b/g)].flatMap(({ index, 1: said }) => {
    const slot = slots.find(({ at }) => at > index);
    const figure = slot && world.figures.get(slot.key);
    const side = figure && aspectsOf(figure).side;
    const meant = named[said === "former" ? 0 : 1];
    return side === undefined || side === meant
      ? []
      : [`${figure?.key} where “the ${said}” stands for ${meant}-caps`];
  });
}

/** "{{small}} and {{large}} for large-caps and small-caps respectively": names in another order than the numbers. */
function turnedOrder(
  { folded, slots }: Sentence,
  sides: readonly SideMention[],
  { figures }: World,
): readonly string[] {
  if (!/\brespectively\b/.test(folded)) return [];
  const sided = slots.flatMap(({ key, at }) => {
    const figure = figures.get(key);
    const side = figure && aspectsOf(figure).side;
    return side === undefined ? [] : [{ key, at, side }];
  });
  if (sided.length !== sides.length) return [];
  return sided.flatMap(({ key, side }, i) =>
    sides[i]?.value === side ? [] : [`${key} where “respectively” names ${sides[i]?.value}-caps`],
  );
}

/** "The relative return of large-caps was {{x}}": without a word of direction the number is small's. */
export function largeFirst(sentence: Sentence, world: World): readonly string[] {
  if (directionWords(sentence.folded).length > 0) return [];
  const [first] = sidesOf(sentence.folded, world).filter(({ role }) => role !== "object");
  return first?.value === "large" ? ["a number of small minus large in a sentence about large-caps"] : [];
}

/** Sides that a number may be of: the nearest said, and the nearest that is the subject of its verb. */
function sidesMeant(sentence: Sentence, sides: readonly SideMention[], at: number): readonly SideMention[] {
  const clause = clauseAt(sentence, at);
  const mine = sides.some((each) => clauseAt(sentence, each.at) === clause);
  const contrast = sentence.clauses[clause]?.contrast === true;
  const subjects = sides.filter(({ role }) => role === "subject");
  const nearest = meantAt(sentence, sides, at, "near");
  const subject = mine
    ? nearest.filter(({ role }) => role === "subject")
    : meantAt(sentence, subjects, at, !contrast && nearest.length > 0 ? "far" : "near");
  return [...nearest.slice(0, 1), ...subject.slice(0, 1)];
}

/** "They were ahead, at {{small}} against {{large}}": the same of the other side, and no side named behind it. */
function againstOther({ slots, folded }: Sentence, key: string, at: number): boolean {
  const before = slots.findLast((slot) => slot.at < at);
  if (before === undefined || before.key !== twinOf(key)) return false;
  return /^ (?:against|versus|vs) $/.test(folded.slice(before.at + SLOT.length, at));
}

/** "…, and the medians are {{small}} and {{large}}": in the order in which the sides were named, and none named since. */
function inOrder({ slots, folded }: Sentence, key: string, sides: readonly SideMention[]): boolean {
  const first = slots.find(
    (slot, i) => slots[i + 1]?.key === twinOf(slot.key) && [slot.key, slots[i + 1]?.key].includes(key),
  );
  const second = first && slots[slots.indexOf(first) + 1];
  if (first === undefined || second === undefined) return false;
  if (!/^ (?:and|against|versus) $/.test(folded.slice(first.at + SLOT.length, second.at))) return false;
  if (sides.some(({ at }) => at > first.at)) return false;
  const named = [...new Set(sides.map(({ value }) => value))];
  return named.length === 2 && named.every((side, j) => (j === 0 ? first : second).key.includes(`.${side}`));
}
