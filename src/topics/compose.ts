import { createHash } from "node:crypto";
import type { Briefing, Caveats, DataMode } from "../briefing/briefing.ts";
import type { Pair, Source } from "../briefing/figure.ts";
import { type Absent, isAbsent } from "../briefing/value.ts";
import type { DatasetName } from "../market/datasets.ts";
import type { Input, Topic, TopicAnswer } from "./topic.ts";

export interface Question {
  readonly topic: Topic;
  /** Canonical command line. */
  readonly command: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly inputs: Readonly<Record<string, Input<DatasetName> | Absent>>;
  readonly asOf: string;
  readonly dataMode: DataMode;
  readonly codeVersion: string;
  /** The firm's own words, in every message; may be empty. */
  readonly disclaimer: string;
}

const SAMPLE_CAVEAT =
  "SAMPLE DATA: a synthetic market with invented names and dates, for trying the software only.";
const NO_PAIR: Pair = { label: "no pair named", small: "small", large: "large" };

/** A topic's answer to a question, dressed with pair, sources and id. Pure: same question, same bytes. */
export function composeBriefing(question: Question): Briefing {
  const { topic, args, inputs, asOf, dataMode } = question;
  const sources = usedSources(inputs);
  const pair = sources.find((source) => source.pair)?.pair ?? NO_PAIR;
  const answer = topic.answer(inputs, args, pair);
  return {
    id: briefingId(question, sources, answer),
    command: question.command,
    topic: topic.name,
    dataMode,
    pair: pair.label,
    pairDetail: { small: pair.small, large: pair.large },
    asOf,
    headline: `${dataMode === "sample" ? "SAMPLE DATA: " : ""}${answer.headline} · ${pair.label}`,
    subtitle: answer.subtitle,
    hypothetical: topic.assumptions.some((name) => args[name] !== topic.args[name]?.fallback),
    figures: answer.figures,
    tables: answer.tables,
    notes: answer.notes,
    charts: answer.charts,
    caveats: allCaveats(question, answer, pair, sources),
    sources,
  };
}

function usedSources(inputs: Question["inputs"]): readonly Source[] {
  return Object.values(inputs).flatMap((input) => (isAbsent(input) ? [] : [input.source]));
}

function allCaveats(
  question: Question,
  answer: TopicAnswer,
  pair: Pair,
  sources: readonly Source[],
): Caveats {
  const [first, ...others] = answer.caveats;
  const described =
    `${pair.small} / ${pair.large}` === pair.label ? [] : [`Small is ${pair.small}; large is ${pair.large}.`];
  const standIns = sources.flatMap(({ dataset, fallback }) => (fallback ? [`${dataset}: ${fallback}.`] : []));
  const sample = question.dataMode === "sample" ? [SAMPLE_CAVEAT] : [];
  const firm = question.disclaimer === "" ? [] : [question.disclaimer];
  return [first, ...others, ...described, ...standIns, ...sample, ...firm];
}

function briefingId(question: Question, sources: readonly Source[], answer: TopicAnswer): string {
  const { codeVersion, command, asOf, dataMode, disclaimer } = question;
  const inputs = sources.map(({ dataset, contentHash }) => [dataset, contentHash]);
  const identity = JSON.stringify([codeVersion, command, asOf, dataMode, disclaimer, inputs, answer]);
  return createHash("sha256").update(identity).digest("hex").slice(0, 16);
}
