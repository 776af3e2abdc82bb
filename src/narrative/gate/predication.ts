import { type Head, sayable, type Topic } from "./predicates.ts";
import { isAdverb, isMark, isNounAt, isVerb, SIDE, type Tokens, tokensOf } from "./tokens.ts";
import {
  ASKING,
  BE,
  COUNTED,
  DEFINED,
  HAPPENING,
  HAVE,
  MARKET,
  MEASURED,
  MODAL,
  PREPOSITIONS,
  STOPS,
} from "./words/grammar.ts";
import type { World } from "./world.ts";

/**
 * What is said of a market, or of what is measured of it, without a figure, in the words that say it; empty: nothing
 * beyond how it is counted, defined or limited. No parser: the nouns that assert are known, and the verb that follows
 * each is looked at.
 */
export function assertions(folded: string, world: World): readonly string[] {
  const tokens = tokensOf(folded.replace(BOTH_WAYS, "both"), world);
  const idioms = (folded.match(IDIOMS) ?? []).map((found) => found.trim());
  const said = tokens.flatMap((token, i) => {
    if (token === "what" && (i === 0 || isMark(tokens[i - 1]))) return happenings(tokens);
    const head = headAt(tokens, i);
    if (head === null || asked(tokens, i)) return [];
    const wrong = asserted(tokens, i, head);
    return wrong === null ? [] : [`${token === SIDE ? "a side" : token} … ${wrong}`];
  });
  return [...idioms, ...said];
}

const BOTH_WAYS = /\b(?:moves|swings) up(?:wards)? and (?:(?:moves|swings) )?down(?:wards)?\b/gu;

/** Turns of phrase that assert, whatever they are said of. */
const IDIOMS =
  /\b(?:on the side of|matter of time|under way|on the way|in place|behind us|(?:is|are) (?:over|done|near(?! zero)|close(?! to zero))|(?:model|rule|test|method|signal|measure)s? works?|reason for the|for a reason|(?:a|its|their) floor)\b|(?<!\bnot (?:\p{L}+ )?)\b(?:large|long|wide|many|much) enough\b/gu;

/** "What happened after past cuts holds." */
const happenings = (tokens: Tokens) =>
  NOT_SHOWN.test(tokens.join(" "))
    ? []
    : tokens
        .filter((token, i) => HAPPENING.has(token) && !isNounAt(tokens, i))
        .map((token) => `what … ${token}`);

const PRONOUN = /^(?:it|they|this|that|these|those|same)$/;
const RATES_OF = /^(?:hit|base|growth|response|default)$/;

const topicOf = (token: string): Topic | null =>
  token === SIDE || MARKET.has(token) ? "market" : MEASURED.has(token) ? "measured" : null;

/** A noun that may be the subject of a clause; null: it is none, or an object, or belongs to another noun. */
function headAt(tokens: Tokens, i: number): Head | null {
  const word = tokens[i] ?? "";
  const topic = topicOf(word);
  const before = tokens[i - 1] ?? "";
  if (topic === null || governed(tokens, i)) return null;
  if (before === "what" && PRONOUN.test(word)) return null;
  if (word === "size" && tokens[i + 1] === "of") return null;
  if (word === "rest" && tokens[i + 1] === "on") return null;
  if (/^rates?$/.test(word) && RATES_OF.test(before)) return null;
  if (word === "that" && before !== "" && !isMark(before) && !STOPS.has(before)) return null;
  return belongs(tokens, i) ? null : { word, topic };
}

const COMPANIES = /^(?:companies|members|firms|those)$/;

/** "Companies whose debt is mostly floating": a kind of them, of which the sentence goes on to tell. */
const isOfAKind = (tokens: Tokens, i: number): boolean =>
  tokens[i - 1] === "whose" &&
  COMPANIES.test(tokens[i - 2] ?? "") &&
  (tokens[i - 3] === undefined || isMark(tokens[i - 3]));

/** To the noun behind it: "price data", "this sample". */
function belongs(tokens: Tokens, i: number): boolean {
  const next = tokens[i + 1];
  if (next === undefined) return false;
  if (PRONOUN.test(tokens[i] ?? "")) return !isVerb(next) && !isAdverb(next);
  return !endsNoun(next) || (MEASURED.has(next) && isVerbOrEnd(tokens[i + 2]));
}

const endsNoun = (token: string) =>
  isMark(token) ||
  isVerb(token) ||
  isAdverb(token) ||
  PREPOSITIONS.has(token) ||
  STOPS.has(token) ||
  /^(?:and|or|which|who|that)$/.test(token);
const isVerbOrEnd = (token: string | undefined) =>
  token === undefined || isMark(token) || isVerb(token) || isAdverb(token);

const FEW = /^(?:few|many|short|small|little|much|long)$/;

/** "None of the triggers": the triggers all the same. */
const PART = /^(?:none|all|some|each|both|neither|either|any|much|many|few)$/;

/** An object: of a preposition or a verb before it; or of a kind of companies. */
function governed(tokens: Tokens, i: number): boolean {
  if (isOfAKind(tokens, i)) return true;
  for (let j = i - 1; j >= 0; j--) {
    const by = governs(tokens, j);
    if (by !== null) return by;
  }
  return false;
}

/** Whether a word before a noun makes it an object; null: it says nothing of it. */
function governs(tokens: Tokens, j: number): boolean | null {
  const token = tokens[j] ?? "";
  if (token === "so" && FEW.test(tokens[j + 1] ?? "")) return null;
  if (opens(token)) return /^(?:than|as|since|until)$/.test(token);
  if (PREPOSITIONS.has(token)) return token !== "of" || !PART.test(tokens[j - 1] ?? "");
  if (isVerb(token) && !isNounAt(tokens, j)) return j > 0;
  return !PRONOUN.test(token) && topicOf(token) !== null ? false : null;
}

/** A clause begins behind it. */
const opens = (token: string) =>
  isMark(token) || STOPS.has(token) || ASKING.has(token) || /^(?:and|or|what)$/.test(token);

const NOT_SHOWN = /\bnot (?:show|prove|say|mean) that\b/;
/** "May come without it": what is not ruled out is not said; "does not prove an effect". */
const NOTHING_RULED_OUT =
  /^(?:may|can) (?:\p{L}+ )?\p{L}+ without\b|^(?:does|do|did|can) not (?:prove|show|establish|demonstrate) (?:an?|any) (?:effect|cause|edge|link|rule|difference)\b/u;

/** Within a clause that only asks: "whether small-caps look dear". */
function asked(tokens: Tokens, i: number): boolean {
  const from = tokens.findLastIndex((token, j) => j < i && isMark(token));
  const said = tokens.slice(from + 1, i);
  return said.some((token) => ASKING.has(token)) || NOT_SHOWN.test(said.join(" "));
}

/** The verb of which the head is the subject; where it asserts, it and what follows. */
function asserted(tokens: Tokens, at: number, head: Head): string | null {
  for (let i = at + 1; i < tokens.length; i++) {
    const token = tokens[i] ?? "";
    if (/^[;:.]$/.test(token) || (STOPS.has(token) && !(token === "that" && i === at + 1))) return null;
    if (!isFiniteVerb(tokens, i)) continue;
    if (NOTHING_RULED_OUT.test(tokens.slice(i).join(" "))) return null;
    return sayable(tokens, i, head) ? null : [token, tokens[i + 1] ?? ""].join(" ").trim();
  }
  return null;
}

/** No noun, no infinitive, and no participle with the verb behind it: "prices observed then are…". */
function isFiniteVerb(tokens: Tokens, i: number): boolean {
  const token = tokens[i] ?? "";
  if (!isVerb(token) || isNounAt(tokens, i) || tokens[i - 1] === "to") return false;
  return !(COUNTED.has(token) && !token.endsWith("ing") && verbBehind(tokens, i));
}

function verbBehind(tokens: Tokens, at: number): boolean {
  const rest = tokens.slice(at + 1);
  const end = rest.findIndex((token) => isMark(token) || STOPS.has(token));
  return (end === -1 ? rest : rest.slice(0, end)).some((token, k) => {
    if (BE.has(token) || MODAL.has(token) || HAVE.has(token)) return true;
    const j = at + 1 + k;
    const other = HAPPENING.has(token) || DEFINED.has(token);
    return other && !isNounAt(tokens, j) && tokens[j - 1] !== "to" && !token.endsWith("ing");
  });
}
