import { inWords, judge } from "./against.ts";
import { type Assertion, assertionsOf } from "./assertion.ts";
import { CLAIMS, type Claim } from "./claims.ts";
import type { Facts, Finding, Verdict, VerdictName } from "./port.ts";
import { fold } from "./sentences.ts";
import { verdictOf } from "./verdicts.ts";

const OPINION =
  /\b(?:we (?:believe|think|feel|expect|see)|i (?:believe|think)|in our view|should|ought to|opportunit\w+|attractive\w*|compelling|cheap|bargains?|appealing|poised|sweet spot|must-have|exciting|underrated|overlooked|unloved|buy|sell|overweight|underweight|worth (?:owning|buying|a look))\b/;
const FORECAST =
  /\b(?:will|won't|shall|set to|poised to|expected to|likely to|going to|about to|could well|next year|in 20(?:2[6-9]|3\d)|over the coming|outlook|forecasts?)\b/;
const ABOUT =
  /\b(?:small|large|mid|mega|micro)[- ]?(?:caps?|cap\w*|companies|stocks)\b|\brussell\b|\bs&p\b|\bfed\b|\brates?\b|\bvaluations?\b|\bearnings\b|\bp\/e\b|\bequit(?:y|ies)\b|\bindex\b/;
const DENIAL = /\b(?:not|never|no longer|hardly|neither|no)\b|n't\b/;

/** What a denied claim's verdict becomes. */
const DENIED: Partial<Record<VerdictName, VerdictName>> = { holds: "fails", fails: "holds" };

const claimed = (folded: string): readonly Claim[] =>
  CLAIMS.filter(({ said }) => said.some((patterns) => patterns.every((pattern) => pattern.test(folded))));

/** The race over six months by some 5 %, as it was printed. */
function isSixMonths({ kind, side, direction, period, value, sample, beyond }: Assertion): boolean {
  const near = value !== null && Math.abs(value.value - 5) <= 0.5;
  const smallAhead = (side === "small") === direction > 0;
  return kind === "race" && smallAhead && period === "6m" && near && sample === null && beyond === null;
}

function fromLedger(claim: Claim, sentence: string, folded: string, facts: Facts): Finding {
  const found = verdictOf(claim.id, claim.needs, facts);
  const denied = claim.id !== 9 && DENIAL.test(folded.replace(/\bno (?:longer|more)\b/g, "not"));
  return {
    ...(denied ? denial(found) : found),
    sentence,
    claim: claim.id,
    statement: claim.statement,
    pitfalls: claim.pitfalls,
  };
}

function denial(found: Verdict): Verdict {
  const verdict = DENIED[found.verdict] ?? found.verdict;
  return { ...found, verdict, note: `the sentence denies the claim; ${found.note}` };
}

const PITFALLS: Readonly<Record<Assertion["kind"], readonly string[]>> = {
  race: ["The end date decides"],
  return: ["A return of one side says nothing of the other"],
  multiple: ["The definition decides: loss-makers in or out"],
  gap: ["The definition decides the sign", "Loss-makers left out flatter the small side"],
  hit: ["A few episodes are behind many windows"],
  losses: ["By count and by market cap are two answers"],
};

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

/** Whether a claim of the ledger says all that an assertion does, so that it is not tested twice. */
function covers(id: number, each: Assertion): boolean {
  const { kind, value, period, sample, side, direction } = each;
  const smallAhead = (side === "small") === direction > 0;
  switch (id) {
    case 8:
    case 17:
    case 18:
    case 19:
    case 23:
      return kind === "race" || kind === "return";
    case 14:
      return kind === "race" && sample === "unsaid" && value === null && period === null && smallAhead;
    case 25:
      return kind === "gap" && value === null;
    case 26:
      return kind === "multiple";
    default:
      return false;
  }
}

/** What the rules make of a sentence, before any verdict. */
function readingOf(folded: string) {
  const isForecast = FORECAST.test(folded) && ABOUT.test(folded);
  const claims = claimed(folded);
  const assertions = assertionsOf(folded);
  const figures = assertions.filter((each) => !claims.some(({ id }) => covers(id, each)));
  // With a number or a horizon of its own it is no longer the ledger's claim about all of them.
  const own = figures.some(({ sample }) => sample !== null);
  const printed = CLAIMS.filter(({ id }) => id === 16 && assertions.some(isSixMonths));
  const ledger = [...claims.filter(({ id }) => !(id === 14 && own)), ...printed];
  const isOpinion = OPINION.test(folded);
  return { isForecast, isOpinion, figures, ledger };
}

/** Whether the rules know what a sentence claims, be it an opinion. */
export function isRecognised(sentence: string): boolean {
  const { isForecast, isOpinion, figures, ledger } = readingOf(fold(sentence));
  return isForecast || isOpinion || figures.length > 0 || ledger.length > 0;
}

/**
 * What one sentence claims: of the ledger, of figures, or an opinion; empty: nothing about small-caps. `proposed`
 * counts only where the rules know nothing of it.
 */
export function findingsOf(sentence: string, facts: Facts, proposed: Claim | null): readonly Finding[] {
  const folded = fold(sentence);
  const { isForecast, isOpinion, figures, ledger } = readingOf(folded);
  if (isForecast) return [opinion(sentence, "a forecast: no figure measures what has not happened")];
  const found = [
    ...ledger.map((claim) => fromLedger(claim, sentence, folded, facts)),
    ...figures.map((each) => fromFigures(each, sentence, facts)),
  ];
  if (found.length > 0) return found;
  if (isOpinion) return [opinion(sentence, "it weighs or recommends; nothing is computed that decides it")];
  if (proposed !== null) return [fromProposal(proposed, sentence, folded, facts)];
  return ABOUT.test(folded) && /\b(?:small|russell)/.test(folded) ? [unmatched(sentence)] : [];
}

/** What turns a claim round, beside a denial: a model may have overlooked it. */
const OPPOSITE =
  /\b(?:less|fewer|lower|weaker|slower|calmer|steadier|stabler|worse|behind|lag\w*|trail\w*|lost|lose[sr]?|fail\w*|fell|fall\w*|under\w+|below|opposite|contrary|myth|doubt\w*|rarely|seldom|hardly|barely|without|unlike|than small\w*)\b/;
const NUMBER_WORD =
  /\b(?:half|halves|twice|double\w*|triple\w*|thrice|third|quarter|dozens?|hundreds?|thousands?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/g;

/** The claim's verdict, where the sentence holds nothing that could make it another claim. */
function fromProposal(claim: Claim, sentence: string, folded: string, facts: Facts): Finding {
  const finding = { ...fromLedger(claim, sentence, folded, facts), proposed: true } as const;
  const its = `${claim.statement} ${claim.published ?? ""}`.toLowerCase();
  const turned = (pattern: RegExp) => pattern.test(folded) && !pattern.test(its);
  const numbers = [...(folded.match(/\d+(?:[.,]\d+)*/g) ?? []), ...(folded.match(NUMBER_WORD) ?? [])];
  const own = new Set([...(its.match(/\d+(?:[.,]\d+)*/g) ?? []), ...(its.match(NUMBER_WORD) ?? [])]);
  if (DENIAL.test(folded) || turned(OPPOSITE))
    return untold(finding, "the sentence may say the opposite, which no rule could read from it");
  if (numbers.some((each) => !own.has(each)))
    return untold(finding, "the sentence has a number of its own, which no rule could read");
  return finding;
}

const untold = (finding: Finding, note: string): Finding => ({
  ...finding,
  verdict: "cannot be tested",
  figures: [],
  note,
});

const opinion = (sentence: string, note: string): Finding => ({
  sentence,
  claim: null,
  statement: "An opinion or a forecast",
  verdict: "opinion",
  figures: [],
  note,
  pitfalls: [],
});

const unmatched = (sentence: string): Finding => ({
  sentence,
  claim: null,
  statement: "No claim of the ledger, and no figure",
  verdict: "cannot be tested",
  figures: [],
  note: "no claim of the ledger and no figure was recognised in it",
  pitfalls: [],
});
