import type { Briefing, Page } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import { formatDate, formatFigure } from "../briefing/format.ts";
import { cleanLine, clip } from "../briefing/plain-text.ts";
import type { Claim } from "./claims.ts";
import { untested } from "./decide.ts";
import { findingsOf, subjectOfSentence } from "./match.ts";
import type { CheckText, Evidence, Facts, Finding } from "./port.ts";
import { proposalsFor } from "./proposed.ts";
import { excerpt, fold, sentencesOf } from "./sentences.ts";
import { FACT_TOPICS, PAST } from "./verdicts.ts";

const MOST_FIGURES = 10;

interface Found {
  readonly facts: Facts;
  /** What the page's caveats are of. */
  readonly briefings: readonly Briefing[];
}

/** Evidence is asked for once a text, whatever the text says: nothing of it goes anywhere. */
async function factsFrom(evidence: Evidence): Promise<Found> {
  const briefing = (line: string) => evidence.briefing(line).catch(reason);
  const dates = PAST.filter(({ from }) => evidence.asOf === null || from <= evidence.asOf);
  const [policy, now, past] = await Promise.all([
    evidence.policy().catch(reason),
    Promise.all([...FACT_TOPICS, "thesis"].map(async (name) => [name, await briefing(name)] as const)),
    Promise.all(
      dates.map(
        async ({ topic, date }) => [`${topic} ${date}`, await briefing(`${topic} asof=${date}`)] as const,
      ),
    ),
  ]);
  const isThere = <Key>(each: readonly [Key, Briefing | string]): each is readonly [Key, Briefing] =>
    typeof each[1] !== "string";
  const topics = new Map(now);
  return {
    facts: { topics, past: new Map(past.filter(isThere)), policy },
    briefings: ["performance", "ratecut", "valuation"].flatMap((name) => {
      const found = topics.get(name);
      return found === undefined || typeof found === "string" ? [] : [found];
    }),
  };
}

function reason(error: unknown): string {
  if (error instanceof BriefingError) return error.message;
  throw error;
}

/** By rules, and what they know nothing of by a model's proposal where there is one: a verdict is always by rules. */
export const checkText: CheckText = async (text, evidence) => {
  const sentences = sentencesOf(text);
  const [{ facts, briefings }, { claims, model }] = await Promise.all([
    factsFrom(evidence),
    proposalsFor(sentences, evidence),
  ]);
  return pageOf(sentences.length, once(findingsIn(sentences, facts, claims)), briefings, model);
};

/** A sentence that speaks of another one's truth, or puts it under a condition. */
const OF_ANOTHER =
  /\b(?:myths?|false|falsehoods?|untrue|wrong|nonsense|incorrect|mistaken|fiction|fallacy|lies?|not (?:true|so|right|correct)|isn't (?:true|so|right|correct)|debunked|disproved|refuted|disagree\w*|on the contrary|the opposite|hypothetical\w*|suppose|imagine|assume|as if|if only|joking|kidding)\b|^(?:no|not|never|really)\b|\?\W*$/;
const OF_THE_ONE_BEFORE = /^(?:that|this|these|those|such|so|or so|at least|both|neither|none|all)\b/;
const OF_THE_ONE_AFTER = /\b(?:following|as follows|claims?|statements?)\b\W*$|:\W*$/;
const OF_SEVERAL = /\b(?:these|those|following|above|all|both|none|neither|claims|statements|everything)\b/;

/** Which sentence speaks of sentence `i`, so that it is not read apart from that one. */
function speaksOf(folded: readonly string[], i: number): number | undefined {
  return [...folded.keys()].find((at) => {
    const other = folded[at] ?? "";
    if (at === i) return false;
    if (OF_ANOTHER.test(other)) return Math.abs(at - i) === 1 || OF_SEVERAL.test(other);
    return (at === i + 1 && OF_THE_ONE_BEFORE.test(other)) || (at === i - 1 && OF_THE_ONE_AFTER.test(other));
  });
}

function findingsIn(
  sentences: readonly string[],
  facts: Facts,
  proposed: ReadonlyMap<string, Claim>,
): readonly Finding[] {
  const folded = sentences.map(fold);
  return sentences.flatMap((sentence, i) => {
    const before = i === 0 ? null : subjectOfSentence(sentences[i - 1] ?? "");
    const found = findingsOf(sentence, facts, before, proposed.get(sentence) ?? null);
    const by = speaksOf(folded, i);
    if (by === undefined) return found;
    const why = untested(
      `another sentence may deny it or set a condition: “${excerpt(sentences[by] ?? "")}”`,
    );
    return found.map((each) => (each.verdict === "opinion" ? each : { ...each, ...why }));
  });
}

interface Counted extends Finding {
  readonly times: number;
}

/** The same claim of the same sentence is shown once, with how often it is there. */
function once(findings: readonly Finding[]): readonly Counted[] {
  const alike = Map.groupBy(
    findings,
    (each) => `${fold(each.sentence)}|${each.statement}|${each.verdict}|${each.note}`,
  );
  return [...alike.values()].flatMap((group) => (group[0] ? [{ ...group[0], times: group.length }] : []));
}

function pageOf(
  sentences: number,
  findings: readonly Counted[],
  briefings: readonly Briefing[],
  model: string | null,
): Page {
  const [first] = briefings;
  const counts = Map.groupBy(findings, ({ verdict }) => verdict);
  const tally = [...counts].map(([verdict, each]) => `${each.length} ${verdict}`).join(", ");
  const sample = first?.dataMode === "sample" ? "SAMPLE DATA: " : "";
  const about = first === undefined ? {} : { pair: first.pair, asOf: first.asOf, dataMode: first.dataMode };
  const none =
    "No claim about small-caps was found. The check knows the claims of its ledger, and numbers that it computes.";
  return {
    title: `${sample}${findings.length} claim${findings.length === 1 ? "" : "s"} in ${sentences} sentence${sentences === 1 ? "" : "s"}${tally === "" ? "" : `: ${tally}`}`,
    ...about,
    sections: [
      ...(findings.length === 0 ? [{ heading: "Nothing to test", lines: [none] }] : findings.map(sectionOf)),
      { heading: "Caveats", lines: caveatsOf(briefings, model) },
    ],
  };
}

function sectionOf(finding: Counted, index: number): Page["sections"][number] {
  const { verdict, statement, claim, sentence, note, pitfalls, figures, proposed, times } = finding;
  const shown = figures.slice(0, MOST_FIGURES).map((each) => {
    const provider = [...new Set(each.sources.map((source) => source.provider))].join(", ");
    return `${each.label}: ${formatFigure(each)}${each.unit === "pp" ? " pp" : ""} (${formatDate(each.asOf)}; ${provider})`;
  });
  const by = proposed ? ", proposed by a language model: see whether the sentence says it" : "";
  const from = claim === null ? "" : ` (claim ${claim} of the ledger${by})`;
  return {
    heading: `${index + 1}. ${verdict}`,
    lines: [
      `“${excerpt(sentence)}”${times > 1 ? ` (${times} times)` : ""}`,
      `Understood as: ${statement}${from}`,
      `Why: ${note}`,
      ...shown,
      ...pitfalls.map((each) => `Mind: ${each}`),
    ],
  };
}

function caveatsOf(briefings: readonly Briefing[], model: string | null): readonly string[] {
  const own =
    model === null
      ? "Sentences are matched to claims by rules: a claim put in other words is not tested. Not advice."
      : `What sentences that the rules did not know may be about was proposed by a language model (${clip(cleanLine(model), 60)}), which may have misread them; verdicts and numbers are computed by code. Not advice.`;
  return [
    ...new Set([
      own,
      ...briefings.flatMap(({ caveats }) =>
        caveats.filter((each) => /past performance|SAMPLE DATA|^Small is /i.test(each)),
      ),
    ]),
  ];
}
