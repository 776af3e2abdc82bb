import { sidesOf } from "./mentions.ts";
import {
  BE,
  DEFINED,
  DEMONSTRATIVES,
  DETERMINERS,
  HAPPENING,
  HAVE,
  MODAL,
  PREPOSITIONS,
} from "./words/grammar.ts";
import type { World } from "./world.ts";

/** A sentence as its words and marks, in order. */
export type Tokens = readonly string[];

/** Stands for "small-caps", "large companies" and whatever else a briefing calls its sides. */
export const SIDE = "\u00a7side";
const NOUN = /(?:caps?|companies|firms|stocks|shares|names|index|end|side|issues)'?s?$/;

export function tokensOf(folded: string, world: World): Tokens {
  const names = [...world.names.small, ...world.names.large];
  let text = folded;
  for (const { at, end } of [...sidesOf(folded, world)].reverse()) {
    const said = folded.slice(at, end);
    const attribute = /cap$/.test(said) && /^ \p{L}/u.test(folded.slice(end));
    if ((NOUN.test(said) || names.includes(said)) && !attribute)
      text = `${text.slice(0, at)} ${SIDE} ${text.slice(end)}`;
  }
  return text.match(/\u00a7side|\p{L}[\p{L}'/-]*|[,;:.()\u2013\u2014]/gu) ?? [];
}

export const isMark = (token: string | undefined): boolean =>
  token !== undefined && /^[,;:.()\u2013\u2014]$/.test(token);

export const isVerb = (token: string): boolean =>
  BE.has(token) || HAVE.has(token) || MODAL.has(token) || DEFINED.has(token) || HAPPENING.has(token);

const ADVERBS =
  /^(?:also|often|still|here|then|even|too|again|sometimes|only|once|well|both|all|each|now|not|never|just|alone|yet|themselves|itself|already|soon|always|ever|perhaps|first|last|next|ahead|back|together|indeed|however|therefore|instead|rather|quite|almost|more|less)$/;

export const isAdverb = (token: string): boolean =>
  ADVERBS.test(token) ||
  (/ly$/.test(token) && !/^(?:daily|weekly|monthly|quarterly|yearly|early)$/.test(token));

/** A word that may be a verb is a noun behind an article, a preposition or an adjective, and in front of a verb. */
const NAMES_A_SERIES = /^(?:credit|yield|high-yield|term|inflation|activity|revisions)$/;

export function isNounAt(tokens: Tokens, i: number): boolean {
  const before = tokens[i - 1];
  const token = tokens[i] ?? "";
  if (before === undefined || BE.has(token) || MODAL.has(token) || HAVE.has(token)) return false;
  if (DETERMINERS.has(before) || PREPOSITIONS.has(before) || /'s?$/.test(before)) return true;
  const next = tokens[i + 1] ?? "";
  if (/^(?:spread|score)s?$/.test(token) && NAMES_A_SERIES.test(before)) return true;
  const goesOn = BE.has(next) || HAVE.has(next) || MODAL.has(next) || DEFINED.has(next);
  return (
    (DEMONSTRATIVES.has(before) && (goesOn || next === "of")) ||
    (goesOn && !isAdverb(before) && !/ed$/.test(token))
  );
}
