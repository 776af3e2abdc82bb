import type { Briefing, Page } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import { formatDate, formatFigure } from "../briefing/format.ts";
import { cleanLine, clip } from "../briefing/plain-text.ts";
import { findingsOf } from "./match.ts";
import type { CheckText, Evidence, Facts, Finding } from "./port.ts";
import { proposalsFor } from "./proposed.ts";
import { excerpt, sentencesOf } from "./sentences.ts";
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
  const findings = sentences.flatMap((each) => findingsOf(each, facts, claims.get(each) ?? null));
  return pageOf(sentences.length, findings, briefings, model);
};

function pageOf(
  sentences: number,
  findings: readonly Finding[],
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

function sectionOf(finding: Finding, index: number): Page["sections"][number] {
  const { verdict, statement, claim, sentence, note, pitfalls, figures, proposed } = finding;
  const shown = figures.slice(0, MOST_FIGURES).map((each) => {
    const provider = [...new Set(each.sources.map((source) => source.provider))].join(", ");
    return `${each.label}: ${formatFigure(each)}${each.unit === "pp" ? " pp" : ""} (${formatDate(each.asOf)}; ${provider})`;
  });
  const by = proposed ? ", proposed by a language model: see whether the sentence says it" : "";
  const from = claim === null ? "" : ` (claim ${claim} of the ledger${by})`;
  return {
    heading: `${index + 1}. ${verdict}`,
    lines: [
      `“${excerpt(sentence)}”`,
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
      ? "Sentences are matched to claims by rules: a claim put in other words may be missed. Not advice."
      : `Sentences that the rules did not know were matched to claims by a language model (${clip(cleanLine(model), 60)}), which may have missed or misread one; verdicts and numbers are computed by code. Not advice.`;
  return [
    ...new Set([
      own,
      ...briefings.flatMap(({ caveats }) =>
        caveats.filter((each) => /past performance|SAMPLE DATA|^Small is /i.test(each)),
      ),
    ]),
  ];
}
