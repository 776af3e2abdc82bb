import type { Figure } from "../briefing/figure.ts";
import { inWords, judge } from "./against.ts";
import type { Assertion } from "./assertion.ts";
import { CLAIMS, type Claim } from "./claims.ts";
import { untested } from "./decide.ts";
import { claimIn, type Matched } from "./forms.ts";
import { indicesIn, isRate, plain } from "./plain.ts";
import {
  isThirdCut,
  judgePolicy,
  type PolicySentence,
  policyInWords,
  policySentence,
} from "./policy-sentences.ts";
import type { Facts, Finding, Verdict } from "./port.ts";
import { race, returns } from "./return-sentences.ts";
import { fold } from "./sentences.ts";
import { notUnderstood } from "./unread.ts";
import { gap, losses, multiples } from "./valuation-sentences.ts";
import { verdictOf } from "./verdicts.ts";

const OPINION =
  /\b(?:we (?:believe|think|feel|expect|see)|i (?:believe|think)|in our view|should|ought to|opportunit\w+|attractive\w*|compelling|cheap|bargains?|appealing|poised|sweet spot|must-have|exciting|underrated|overlooked|unloved|buy|sell|overweight|underweight|worth (?:owning|buying|a look)|bodes? well|stars? (?:are )?align\w*|case (?:for .*)?(?:has )?strength\w+)\b/;
const FORECAST =
  /\b(?:will|won't|shall|set to|poised to|expected to|likely to|going to|about to|could well|next year|in 20(?:2[7-9]|3\d)|over the coming|outlook|forecasts?)\b/;
const ABOUT =
  /\b(?:small|large|mid|mega|micro|big|smaller|larger|bigger)[- ]?(?:caps?|cap\w*|companies|stocks|firms)\b|\brussell\b|\bs&p\b|\bfed\b|\brates?\b|\bvaluations?\b|\bearnings\b|\bp\/e\b|\bequit(?:y|ies)\b|\bindex\b|\becb\b|\bbank of \w+|\bcentral banks?\b|\bcuts?\b|\bdeals?\b|\baugust\b.*\b(?:month|record)\b/;
const STRENGTHENED = /\bcase (?:for .*)?(?:has )?strength\w+\b|\bbodes? well\b|\bstars? (?:are )?align\w*\b/;

/** What a clause in plain words says; empty: some of it is not understood, or it is nothing of ours. */
function assertionsOf(text: string): readonly Assertion[] {
  for (const read of [race, returns, multiples, gap, losses]) {
    const found = read(text);
    if (found.length > 0) return found;
  }
  return [];
}

/** All of a clause, understood. */
type Meaning =
  | { readonly kind: "claim"; readonly matched: Matched }
  | { readonly kind: "policy"; readonly said: PolicySentence }
  | { readonly kind: "figures"; readonly assertions: readonly Assertion[] };

const meaningOf = (text: string, subject: "S" | "L" | null): Meaning | null => {
  const matched = claimIn(text, subject);
  if (matched !== null) return { kind: "claim", matched };
  const said = policySentence(text);
  if (said !== null) return { kind: "policy", said };
  const assertions = assertionsOf(text);
  return assertions.length > 0 ? { kind: "figures", assertions } : null;
};

const CLAUSE = /\s*(?:;|,? (?:but|while|whereas|although|though|yet)\b|, and\b)\s*/;
const RACE_VERB = /\b(beat|lagged|led|outperformed|underperformed|trailed)\b/;

/** A clause, and as it reads with the subject, and the other side, of the clause before it. */
function* readings(clause: string, subject: "S" | "L" | null): Generator<string> {
  yield clause;
  if (subject === null || /^[SL]\b/.test(clause)) return;
  const headed = `${subject} ${clause.replace(/^they /, "")}`;
  yield headed;
  if (!/\b[SL]\b/.test(clause)) yield headed.replace(RACE_VERB, `$1 ${subject === "S" ? "L" : "S"}`);
}

interface Read {
  readonly meanings: readonly Meaning[];
  readonly unread: readonly string[];
}

/** A sentence is read in whole, or clause by clause; "they" are those of whom the sentence before it was. */
function read(folded: string, before: "S" | "L" | null): Read {
  const whole = meaningOf(plain(folded), null);
  if (whole !== null) return { meanings: [whole], unread: [] };
  const meanings: Meaning[] = [];
  const unread: string[] = [];
  let subject = before;
  for (const clause of folded.split(CLAUSE).map(plain)) {
    const carried = meanings.length > 0 || /^they\b/.test(clause) ? subject : null;
    const found = [...readings(clause, carried)]
      .map((each) => meaningOf(each, carried))
      .find((each) => each !== null);
    if (found) meanings.push(found);
    else unread.push(clause);
    subject = /^they\b/.test(clause) ? subject : (subjectOf(clause) ?? subject);
  }
  return { meanings, unread };
}

const subjectOf = (clause: string) =>
  (/^(?:\S+ ){0,6}?([SL])\b/.exec(clause)?.[1] as "S" | "L" | undefined) ?? null;

/** Of whom a sentence is, for "they" in the next one: only where it begins with a side. */
export const subjectOfSentence = (sentence: string): "S" | "L" | null =>
  (/^([SL]) (?:have|has|had|are|is|were|was|did|do)\b/.exec(plain(fold(sentence)))?.[1] as
    | "S"
    | "L"
    | undefined) ?? null;

const STATED: Partial<Record<Verdict["verdict"], Verdict["verdict"]>> = { holds: "fails", fails: "holds" };

function related(found: Verdict, { relation, isDenied, yearIsTaken }: Matched): Verdict {
  const note = yearIsTaken ? `August is taken as that of 2025; ${found.note}` : found.note;
  if (relation === "opposite" && !isDenied && found.verdict === "holds")
    return { ...found, verdict: "fails", note: `the sentence says the opposite; ${note}` };
  if (relation !== "same" && found.verdict !== "cannot be tested") {
    const stands = relation === "stronger" && !isDenied && found.verdict === "fails";
    if (stands) return { ...found, note };
    const why = { opposite: "the opposite of", stronger: "more than", other: "another thing than" }[relation];
    return untested(
      `it says ${why} the claim that is tested; of that claim: ${found.verdict}; ${note}`,
      found.figures,
    );
  }
  if (!isDenied) return { ...found, note };
  return {
    ...found,
    verdict: STATED[found.verdict] ?? found.verdict,
    note: `the sentence denies the claim; ${note}`,
  };
}

const PITFALLS: Readonly<Record<Assertion["kind"], readonly string[]>> = {
  race: ["The end date decides"],
  return: ["A return of one side says nothing of the other"],
  multiple: ["The definition decides: loss-makers in or out"],
  gap: ["The definition decides the sign", "Loss-makers left out flatter the small side"],
  hit: ["A few episodes are behind many windows"],
  losses: ["By count and by market cap are two answers"],
};

/** The race over six months by some 5 %, as it was printed. */
function isSixMonths({ kind, side, direction, period, value, sample, isDenied }: Assertion): boolean {
  const near = value !== null && value.bound === null && Math.abs(value.value - 5) <= 0.5;
  const smallAhead = side === "small" && direction > 0 && !isDenied;
  return kind === "race" && smallAhead && period === "6m" && near && sample === null;
}

/** On average after cuts, whichever: the ledger's own. */
const isAfterCuts = ({ kind, side, direction, period, value, sample, of, isDenied }: Assertion): boolean =>
  kind === "race" &&
  (side === "small") === direction > 0 &&
  sample === "unsaid" &&
  of === "mean" &&
  value === null &&
  period === null &&
  !isDenied;

function findingsIn(meaning: Meaning, sentence: string, facts: Facts): readonly Finding[] {
  if (meaning.kind === "claim") return [fromLedger(meaning.matched.id, sentence, facts, meaning.matched)];
  if (meaning.kind === "policy") return [fromPolicy(meaning.said, sentence, facts)];
  return meaning.assertions.flatMap((each) => [
    ...(isSixMonths(each) ? [fromLedger(16, sentence, facts)] : []),
    isAfterCuts(each) ? fromLedger(14, sentence, facts) : fromFigures(each, sentence, facts),
  ]);
}

function fromLedger(id: number, sentence: string, facts: Facts, matched?: Matched): Finding {
  const claim = CLAIMS.find((each) => each.id === id);
  const found = verdictOf(id, claim?.needs ?? "", facts);
  return {
    ...(matched === undefined ? found : related(found, matched)),
    sentence,
    claim: id,
    statement: claim?.statement ?? "",
    pitfalls: claim?.pitfalls ?? [],
  };
}

const fromPolicy = (said: PolicySentence, sentence: string, facts: Facts): Finding => ({
  ...judgePolicy(said, facts),
  sentence,
  claim: isThirdCut(said) ? 15 : null,
  statement: policyInWords(said),
  pitfalls: CLAIMS.find(({ id }) => id === 15)?.pitfalls ?? [],
});

const fromFigures = (assertion: Assertion, sentence: string, facts: Facts): Finding => ({
  ...judge(assertion, facts),
  sentence,
  claim: null,
  statement: inWords(assertion),
  pitfalls:
    assertion.sample === null
      ? PITFALLS[assertion.kind]
      : ["The sample is a few episodes", "All cuts and first cuts can disagree in sign"],
});

/** An index that is named must be the one that the figures are of. */
function ofNamed(found: Finding, folded: string): Finding {
  const labels = found.figures.flatMap((each: Figure) =>
    each.sources.flatMap(({ pair }) => pair?.label ?? []),
  );
  const other = indicesIn(folded).find((name) => !labels.some((label) => label.toLowerCase().includes(name)));
  if (other === undefined || found.verdict === "cannot be tested" || found.verdict === "opinion")
    return found;
  const of = [...new Set(labels)].join(", ") || "no index";
  return { ...found, ...untested(`it names “${other}”; the figures here are of ${of}`) };
}

/** Whether the rules know what a sentence claims, be it an opinion. */
export function isRecognised(sentence: string): boolean {
  const folded = fold(sentence);
  if (STRENGTHENED.test(folded) || FORECAST.test(folded) || OPINION.test(folded) || /\?\W*$/.test(folded))
    return true;
  return read(folded, null).meanings.length > 0;
}

/**
 * What one sentence claims: of the ledger, of figures, or an opinion; empty: nothing about small-caps. `proposed` by a
 * model counts only where the rules know nothing of it, and never as a verdict: the sentence is not understood.
 */
export function findingsOf(
  sentence: string,
  facts: Facts,
  before: "S" | "L" | null = null,
  proposed: Claim | null = null,
): readonly Finding[] {
  const folded = fold(sentence);
  if (STRENGTHENED.test(folded)) return [fromLedger(31, sentence, facts)];
  if (FORECAST.test(folded) && ABOUT.test(folded))
    return [opinion(sentence, "a forecast: no figure measures what has not happened")];
  if (/\?\W*$/.test(folded))
    return ABOUT.test(folded) ? [unmatched(sentence, "it asks, and says nothing to test")] : [];
  const { meanings, unread } = read(folded, before);
  const found = meanings
    .flatMap((each) => findingsIn(each, sentence, facts))
    .map((each) => ofNamed(each, folded));
  if (unread.length === 0) return found;
  const isUnderstood = (clause: string) => meaningOf(clause, null) !== null;
  const why = notUnderstood(unread, isRate(folded), isUnderstood);
  if (found.length > 0) return found.map((each) => ({ ...each, ...untested(why) }));
  if (OPINION.test(folded))
    return [opinion(sentence, "it weighs or recommends; nothing is computed that decides it")];
  if (proposed !== null) return [fromProposal(proposed, sentence, why, facts)];
  return ABOUT.test(folded) ? [unmatched(sentence, why)] : [];
}

function fromProposal({ id }: Claim, sentence: string, why: string, facts: Facts): Finding {
  const finding = fromLedger(id, sentence, facts);
  const of = `it may be about this claim, of which: ${finding.verdict}; ${finding.note}`;
  return { ...finding, ...untested(`${why}; ${of}`), proposed: true };
}

const opinion = (sentence: string, note: string): Finding => ({
  sentence,
  claim: null,
  statement: "An opinion or a forecast",
  verdict: "opinion",
  figures: [],
  note,
  pitfalls: [],
});

const unmatched = (sentence: string, why: string): Finding => ({
  sentence,
  claim: null,
  statement: "No claim of the ledger, and no figure",
  ...untested(why),
  pitfalls: [],
});
