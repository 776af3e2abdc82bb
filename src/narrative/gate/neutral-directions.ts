import { type DirectionWord, directionWords, withoutIdioms } from "./direction-words.ts";
import { rememberedOf } from "./memo.ts";
import { sidesOf } from "./mentions.ts";
import { clauseAt, type Sentence } from "./sentence.ts";
import { isAdverb, isVerb } from "./tokens.ts";
import { MARKET, MEASURED, PREPOSITIONS } from "./words/grammar.ts";
import type { World } from "./world.ts";

/** Statistics, of which "higher" would be a claim. */
const STATISTICS =
  /\b(?:means?|medians?|averages?|levels?|shares?|scores?|rates?|breadth|counts? (?:is|are)|coverage|interest cover|p\/e|prices?|ratios?|caps?|values?|estimates? (?:is|are))\b/;
const PRONOUNS =
  /^(?:it|they|this|that|these|those|same|effect|link|relation|relationship|history|evidence|experience)$/;

/** Of data and method alone: "a longer window holds more episodes". */
const COMPARED =
  /^(?:more|fewer|less|higher|lower|wider|narrower|greater|smaller than|larger than|bigger than|above|below)$/;
/** "Say less than": how much is known is no direction. */
const KNOWN = /\b(?:says?|tells?|shows?|reveals?|knows?|known|means?|no|little|nothing|any) $/;
/** "The share of estimates revised up minus the share revised down". */
const REVISED = /^(?:the )?(?:score |measure )?breadth\b.*\b(?:revised|raised) (?:up|down)/;
/** "As the sample grows". */
const GATHERED =
  /\b(?:samples?|histor(?:y|ies)|data|lists?|records?|series|windows?|membership|counts?|number) $/;
/** "Decides which side has the higher multiple" asks; that it does decide is a rule of its own. */
const ASKED =
  /\b(?:(?:in |on |over |by |of )?which (?:side|group|measure|sample|definition|period|window|year|month|phase|way|bucket|class)|whether)\b[^,;:.]*$/;
/** What it is by definition. */
const DEFINES =
  /^the (?:premium|discount) is (?:the|a) (?:return|difference|ratio|gap|percentage|average|mean)\b/;
/** "A sum near zero": of any such sum, and none of the briefing. */
const ANY_VALUE =
  /\b(?:an?|any|each|every)(?: \p{L}+)? (?:sum|value|figure|base|denominator|number|total|reading|score|difference) $/u;
/** What outliers do to an average. */
const PULLED =
  /\b(?:averages?|means?|sums?|totals?|aggregates?) (?:(?:is|are|may be|can be) )?(?:easily |often )?(?:pulled|drawn|moved|pushed) $/;

/** Words of direction of a sentence, save those that say nothing of any market: for a sentence without a figure. */
export const directionsIn = rememberedOf((sentence: Sentence, world: World): readonly DirectionWord[] => {
  const named = sentence.slots.some(({ key }) => key.startsWith("risks.condition.downturn."));
  const said = directionWords(sentence.folded).filter(({ word }) => !(named && word === "downturn"));
  return isPlain(sentence) ? said.filter((word) => !isNeutral(word, sentence, world)) : said;
});

/** The words of a sentence without those of direction that say nothing or, beside a figure, are judged by it. */
export function withoutNeutral(sentence: Sentence, world: World): string {
  const kept = isPlain(sentence) ? directionsIn(sentence, world) : [];
  let text = withoutIdioms(sentence.folded);
  for (const { at, end, word } of directionWords(sentence.folded))
    if (!kept.some((each) => each.at === at && each.word === word))
      text = text.slice(0, at) + "-".repeat(end - at) + text.slice(end);
  return text;
}

/** A caveat or definition that shows no figure and claims nothing of one. */
export function isPlain({ claimType, slots, subject, direction }: Sentence): boolean {
  return (
    (claimType === "caveat" || claimType === "definition") &&
    slots.length === 0 &&
    subject === null &&
    direction === null
  );
}

/** Words that say nothing of a market behind such others. */
const BEHIND: readonly (readonly [words: RegExp, ahead: RegExp])[] = [
  [/^(?:more|less)$/, KNOWN],
  [/^(?:grow|shrink)s?$/, GATHERED],
  [/^(?:up|down|upwards?|downwards?)$/, PULLED],
  [/ zero$/, ANY_VALUE],
];

function isNeutral({ word, at }: DirectionWord, sentence: Sentence, world: World): boolean {
  const { folded } = sentence;
  const before = folded.slice(0, at);
  if (ASKED.test(before)) return true;
  if (word === "downturn" || BEHIND.some(([words, ahead]) => words.test(word) && ahead.test(before)))
    return true;
  if (/^(?:premium|discount)$/.test(word) && DEFINES.test(folded)) return true;
  if (saysWhatASignMeans(sentence, world)) return true;
  if (bothWays(sentence))
    return ofMethodAlone(folded, world) || (REVISED.test(folded) && sidesOf(folded, world).length === 0);
  return COMPARED.test(word) && ofMethodAlone(ownClause(sentence, at), world);
}

/** "A negative gap means that small-caps carry the lower multiple": what a sign means, either way round. */
const MEANING =
  /^an? (?:negative|positive|\p{L}+(?: \p{L}+)? (?:above|below) zero|premium|discount)(?: \p{L}+)* (?:means|says) that\b/u;

/** "Room below zero means that a trigger has fired". */
const ROOM =
  /^(?:room|distance|an? (?:room|distance)) below zero means that (?:a|the) (?:trigger|threshold|line|mark) (?:has|was|is)(?: already)? (?:been )?(?:fired|passed|reached|crossed|met)\b(?! no)|^(?:room|distance) above zero means that (?:a|the) trigger has not (?:yet )?fired\b/;

export function saysWhatASignMeans({ folded }: Sentence, world: World): boolean {
  if (ROOM.test(folded)) return true;
  if (!MEANING.test(folded)) return false;
  const [first, second, ...more] = directionWords(folded);
  const side = sidesOf(folded, world).find(({ at }) => first !== undefined && at > first.end);
  if (first === undefined || second === undefined || side === undefined || more.length > 0) return false;
  return first.polarity * second.polarity === (side.value === "small" ? 1 : -1);
}

/** "Swings upwards count as much as swings downwards". */
function bothWays({ folded }: Sentence): boolean {
  const [up, down, ...more] = directionWords(folded);
  return (
    up !== undefined &&
    down !== undefined &&
    more.length === 0 &&
    up.family === down.family &&
    up.polarity + down.polarity === 0
  );
}

const ABSTRACT = /^(?:much|everything|past|rest|answers?|cases?|conditions?)$/;

/** The clause of a word, where it has a subject of its own; else all of the sentence. */
function ownClause(sentence: Sentence, at: number): string {
  const clause = sentence.clauses[clauseAt(sentence, at)];
  if (clause === undefined || clause.from === 0) return sentence.folded;
  const text = sentence.folded.slice(clause.from, clause.to);
  const first = (text.slice(0, at - clause.from).match(/\p{L}[\p{L}'-]*/gu) ?? []).filter(
    (word) => !/^(?:and|or|so|but|while|whereas|than)$/.test(word),
  );
  const [opening = ""] = first;
  const subject = first.length > 1 && !PREPOSITIONS.has(opening) && !isVerb(opening) && !isAdverb(opening);
  return subject ? text : sentence.folded;
}

function ofMethodAlone(folded: string, world: World): boolean {
  const words = folded.match(/\p{L}[\p{L}'-]*/gu) ?? [];
  const market = words.some(
    (word) => (MARKET.has(word) && !ABSTRACT.test(word)) || (MEASURED.has(word) && !PRONOUNS.test(word)),
  );
  return !market && !STATISTICS.test(folded) && sidesOf(folded, world).length === 0;
}
