import type { Figure } from "../../briefing/figure.ts";
import { isAbsent } from "../../briefing/value.ts";
import { type DirectionFinding, isSincePrevious, measured } from "./declared.ts";
import type { DirectionWord } from "./direction-words.ts";
import { aspectsOf, compare, incomparable, kindOf, SIGNED } from "./figures.ts";
import { afterBy } from "./fill.ts";
import { leftOf } from "./left-of.ts";
import { mentionsOf, sidesOf } from "./mentions.ts";
import { directionsIn } from "./neutral-directions.ts";
import { clauseAt, type Sentence, SLOT } from "./sentence.ts";
import { isLabel, isSpoken, needsDeclaration, type Spoken, sideOf, spokenWords } from "./spoken.ts";
import type { World } from "./world.ts";

/** "Are estimated to grow {{x}}": growth that analysts expect, and none that was. */
const ESTIMATED = /\b(?:analysts|estimate[sd]?|expect(?:ed)?|forward)\b/;
const isExpectedGrowth = ({ word, figure }: Spoken, { folded }: Sentence) =>
  /^earnings\.\w+\.growth\./.test(figure.key) && /^grow(?:s|ing)?$/.test(word.word) && ESTIMATED.test(folded);

/** "Lost more": below the other, and below zero. */
const FELL_MORE = /^(?:fell|lost|dropped|declined|slipped) (?:more|less|further)$/;

function measureFault(spoken: Spoken, sentence: Sentence): string | null {
  const { word, figure } = spoken;
  const kind = kindOf(figure);
  if (isExpectedGrowth(spoken, sentence)) return null;
  if (word.family === "change" && isSincePrevious(sentence.subject, sentence.comparator)) return null;
  const multiple = aspectsOf(figure).quantity === "multiple";
  if (word.family === "change" && kind !== "return" && kind !== "below" && kind !== "change")
    return `“${word.word}” of ${figure.key}, which measures no rise or fall`;
  if (FELL_MORE.test(word.word) && compare(figure, "zero") !== -1)
    return `“${word.word}” of ${figure.key}, which did not fall`;
  if (/^(?:deeper|shallower)$/.test(word.word) && kind !== "below" && kind !== "gap")
    return `“${word.word}” of ${figure.key}, which has no depth`;
  if (word.word === "shortfall" && kind === "below") return null;
  if (word.family === "beat" && kind !== "relative" && kind !== "return" && kind !== "share")
    return `“${word.word}” of ${figure.key}, which measures no race`;
  if (word.family === "gap" && kind !== "gap" && !multiple)
    return `“${word.word}” of ${figure.key}, which is no valuation`;
  return null;
}

interface Expected {
  readonly sign: number;
  /** The side whose standing the sign is. */
  readonly of: "small" | "large" | null;
  /** Declared of the other: "{{large}} is below the {{small}}", with small as the subject. */
  readonly isTurned?: boolean;
}

/** The declared comparison, where the word's figure is part of it; turned where the words turn it. */
function pairReading(
  { word, figure, isObject }: Spoken,
  sentence: Sentence,
  world: World,
): readonly Expected[] {
  const pair = measured(sentence, world);
  if (pair === null || typeof pair === "string" || pair.against === "zero") return [];
  if (figure !== pair.subject && figure !== pair.against) return [];
  const [subject, against] = [pair.subject, pair.against].map((each) => aspectsOf(each).side ?? null);
  const isTurned =
    (isObject && figure === pair.subject) ||
    (subject === against && leftOf(pair, word, sentence) === pair.against);
  return isTurned
    ? [{ sign: -pair.sign || 0, of: against ?? null, isTurned }]
    : [{ sign: pair.sign, of: subject ?? null }];
}

/** What a figure says by itself, without another to measure it by. */
function ownReadings({ word, figure }: Spoken, world: World): readonly Expected[] {
  const sign = compare(figure, "zero") ?? 0;
  switch (kindOf(figure)) {
    case "relative":
    case "gap":
      return [{ sign, of: "small" }];
    case "below":
    case "change":
      return [{ sign, of: null }];
    case "difference":
      return [{ sign, of: "small" }];
    case "balance":
      if (word.family === "change") return [{ sign, of: null }];
      return [...otherSide(figure, world), ...zeroReading(word, sign)];
    case "return":
      return word.family === "change"
        ? [{ sign, of: null }]
        : [...otherSide(figure, world), ...zeroReading(word, sign)];
    default:
      return [];
  }
}

/** "Above {{a}} and {{b}}": the subject against one that is not declared, but of the declared one's kind. */
function listed({ figure }: Spoken, sentence: Sentence, world: World): readonly Expected[] {
  const pair = measured(sentence, world);
  if (pair === null || typeof pair === "string" || pair.against === "zero") return [];
  if (incomparable(pair.against, figure) !== null || incomparable(pair.subject, figure) !== null) return [];
  const sign = compare(pair.subject, figure);
  return sign === null || sign !== pair.sign ? [] : [{ sign, of: aspectsOf(pair.subject).side ?? null }];
}

/** Readings of the figure under which the word may be true; empty: nothing to measure it by. */
function readings(spoken: Spoken, sentence: Sentence, world: World): readonly Expected[] {
  const kind = kindOf(spoken.figure);
  if (spoken.aboveZero && (kind === "balance" || kind === "return"))
    return zeroReading(spoken.word, compare(spoken.figure, "zero") ?? 0);
  const pair = pairReading(spoken, sentence, world);
  if (spoken.isObject) return pair.length > 0 ? pair : listed(spoken, sentence, world);
  const { family } = spoken.word;
  const own = ownReadings(spoken, world);
  if (kind === "count" && isSincePrevious(sentence.subject, sentence.comparator)) return pair;
  if (family === "change" || pair.length === 0) return own;
  const raceBySign =
    family !== "compare" && SIGNED.includes(kindOf(spoken.figure)) && kindOf(spoken.figure) !== "return";
  return raceBySign ? [...own, ...pair] : pair;
}

const zeroReading = ({ family, word }: DirectionWord, sign: number): readonly Expected[] =>
  family === "flat" ||
  (family === "compare" && /^(?:above|below|positive|negative|upward sloping)$/.test(word))
    ? [{ sign, of: null }]
    : [];

/** A return of one side against that of the other over the same window. */
function otherSide(figure: Figure, { figures }: World): readonly Expected[] {
  const { side } = aspectsOf(figure);
  if (side === undefined) return [];
  const other = figures.get(figure.key.replace(`.${side}`, side === "small" ? ".large" : ".small"));
  const sign = other === undefined ? null : compare(figure, other);
  return sign === null ? [] : [{ sign, of: side }];
}

/** What is not there is refused by the rules of slots. */
function isThere(key: string | null, { figures }: World): boolean {
  return key === null || key === "zero" || !isAbsent(figures.get(key)?.value ?? NONE);
}
const NONE = { absent: "unavailable", note: "not in the briefing" } as const;

function judge(spoken: Spoken, sentence: Sentence, world: World): DirectionFinding | null {
  const { word, figure, isObject } = spoken;
  if (isLabel(spoken)) return judgeLabel(spoken);
  const fault = measureFault(spoken, sentence);
  if (fault !== null) return { code: "measure", detail: fault };
  if (!isThere(figure.key, world) || !isThere(sentence.comparator, world)) return null;
  const possible = readings(spoken, sentence, world);
  if (possible.length > 0) return judgeSign(spoken, possible);
  const what = isObject ? "is not what is declared as the comparator" : "is measured against nothing";
  return { code: "comparator", detail: `“${word.word}”: ${figure.key} ${what}` };
}

function judgeLabel({ word, figure, side }: Spoken): DirectionFinding | null {
  const right = word.polarity * (side === "large" ? -1 : 1) > 0;
  const detail = `“${word.word}”: ${figure.key} counts where small-caps were ahead`;
  return right ? null : { code: side === "large" ? "swap" : "direction", detail };
}

/** The word holds where a reading has its sign, turned round where the other side stands before it. */
function judgeSign({ word, figure, side }: Spoken, possible: readonly Expected[]): DirectionFinding | null {
  const turned = ({ of }: Expected) => of !== null && side !== null && side !== of;
  const said = (each: Expected) => (turned(each) ? -word.polarity : word.polarity) || 0;
  if (possible.some((each) => each.sign === said(each))) return null;
  const swapped = possible.some((each) =>
    each.isTurned === true ? each.sign === -word.polarity : each.sign === word.polarity && turned(each),
  );
  const signs = possible.map(({ sign }) => ["down", "no difference as printed", "up"][sign + 1]);
  const whose = side === null ? "" : ` of ${side}-caps`;
  return {
    code: swapped ? "swap" : "direction",
    detail: `“${word.word}”${whose}: ${figure.key} says ${[...new Set(signs)].join(" or ")}`,
  };
}

/** In a clause without a slot the figure is the declared subject: its sample must be the one spoken of. */
function strange({ word, figure }: Spoken, sentence: Sentence, world: World): DirectionFinding | null {
  const own = clauseAt(sentence, word.at);
  if (sentence.slots.some(({ at }) => clauseAt(sentence, at) === own)) return null;
  const said = mentionsOf(sentence.folded, "sample").filter(({ at }) => clauseAt(sentence, at) === own);
  const comparator = sentence.comparator === null ? undefined : world.figures.get(sentence.comparator);
  const meant = [figure, ...(comparator ? [comparator] : [])].map((each) => aspectsOf(each).sample);
  if (said.length === 0 || said.some(({ value }) => meant.includes(value) || value === "*")) return null;
  return { code: "swap", detail: `“${word.word}” of ${said[0]?.value}, measured by ${figure.key}` };
}

const BARE = new RegExp(`^(?:,|and|or|but)? ?(?:and )?(?:by |of )?${SLOT}`, "u");

/** "Lagged by {{a}} over a year and by {{b}} over a quarter": what was said of the first is said of the second. */
function inherited(sentence: Sentence, world: World): readonly Spoken[] {
  const words = directionsIn(sentence, world);
  const sides = sidesOf(sentence.folded, world);
  return sentence.slots.flatMap(({ key, at }) => {
    const figure = world.figures.get(key);
    const own = clauseAt(sentence, at);
    const before = words.filter((word) => word.at < at);
    const word = before.at(-1);
    const from = sentence.clauses[own]?.from ?? 0;
    if (
      figure === undefined ||
      word === undefined ||
      !/^(?:relative|gap|difference|change)$/.test(kindOf(figure))
    )
      return [];
    if (words.some((each) => clauseAt(sentence, each.at) === own) || word.family === "flat") return [];
    const listed = afterBy(sentence.folded.slice(0, at)) || BARE.test(sentence.folded.slice(from));
    return listed && !isPairOf(sentence, key)
      ? [{ word, figure, side: sideOf(sentence, word, sides, world), isObject: false, aboveZero: false }]
      : [];
  });
}

const isPairOf = ({ comparator, clauses, slots }: Sentence, key: string) =>
  comparator === key ||
  (comparator !== null && comparator !== "zero") ||
  clauses.length < 2 ||
  slots.length < 2;

const LIKEWISE =
  /\b(?:so|as|nor|neither) (?:is|are|was|were|does|do|did|has|have|had) (?:the|that|those|its|their|it|they)\b(?! \p{L}+ (?:of|for) (?:it|them)\b)/u;

/** "…, and it is reported for more of them", "and so was the breadth": a second comparison, with no number of its own. */
function saidBesides(sentence: Sentence, world: World): readonly DirectionFinding[] {
  if (sentence.slots.length === 0) return [];
  const words = spokenWords(sentence, world)
    .filter((each) => !isSpoken(each) || needsDeclaration(each))
    .map((each) => (isSpoken(each) ? each.word : each));
  const hasSlot = (clause: number) => sentence.slots.some(({ at }) => clauseAt(sentence, at) === clause);
  const alone = words.flatMap(({ word, at }, i) => {
    const own = clauseAt(sentence, at);
    const first = i === 0 || clauseAt(sentence, words[i - 1]?.at ?? 0) === own;
    return first || hasSlot(own) || hasSlot(own + 1) ? [] : [word];
  });
  const likewise = LIKEWISE.exec(sentence.folded);
  const after = likewise && sentence.slots.some(({ at }) => at > likewise.index);
  return [...alone, ...(likewise && !after ? [likewise[0]] : [])].map((word) => ({
    code: "direction",
    detail: `“${word}” is said of no figure of the sentence`,
  }));
}

/** Words of direction in the text against the figures beside them. */
export function spokenFindings(sentence: Sentence, world: World): readonly DirectionFinding[] {
  const besides = saidBesides(sentence, world);
  const further = inherited(sentence, world).map((each) => judge(each, sentence, world));
  const spoken = spokenWords(sentence, world).flatMap((each): DirectionFinding[] => {
    if (!isSpoken(each))
      return [{ code: "direction", detail: `“${each.word}” is said of no figure of the briefing` }];
    const undeclared = sentence.direction === null && needsDeclaration(each);
    return [
      ...(undeclared
        ? [{ code: "direction" as const, detail: `“${each.word.word}” without a declared direction` }]
        : []),
      ...[judge(each, sentence, world), strange(each, sentence, world)].filter((found) => found !== null),
    ];
  });
  return [...spoken, ...besides, ...further.filter((found) => found !== null)];
}

/** Words of direction that are no label of a share. */
export function directionsSaid(sentence: Sentence, world: World): readonly string[] {
  return spokenWords(sentence, world).flatMap((each) =>
    isSpoken(each) ? (needsDeclaration(each) ? [each.word.word] : []) : [each.word],
  );
}
