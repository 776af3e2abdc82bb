import { createHash } from "node:crypto";
import type { Briefing, Caveats, DataMode, Firm } from "../briefing/briefing.ts";
import type { ChartSpec } from "../briefing/chart.ts";
import { BriefingError } from "../briefing/errors.ts";
import type { Figure, Pair, Source } from "../briefing/figure.ts";
import { formatDate } from "../briefing/format.ts";
import { firstForbidden, forbidsDisplay } from "../briefing/licences.ts";
import { roundingCaveat } from "../briefing/rounding.ts";
import { type Absent, isAbsent } from "../briefing/value.ts";
import type { DatasetName } from "../market/datasets.ts";
import { ABOUT_THE_PAIR } from "../market/pairs.ts";
import { partsOf } from "./read-from.ts";
import type { Input, Topic, TopicAnswer } from "./topic.ts";
import { invented } from "./words.ts";

export interface Question {
  readonly topic: Topic;
  /** Canonical command line. */
  readonly command: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly inputs: Readonly<Record<string, Input<DatasetName> | Absent>>;
  readonly asOf: string;
  readonly dataMode: DataMode;
  readonly codeVersion: string;
  readonly firm: Firm;
}

const SAMPLE_CAVEAT =
  "SAMPLE DATA: a synthetic market with invented names and dates, for trying the software only.";
/** Takeovers, dates ahead: about no two sides. */
export const NO_PAIR: Pair = { label: "the whole market", small: "small", large: "large" };

/**
 * A topic's answer to a question, dressed with pair, sources and id. Pure: same question, same bytes.
 * @throws BriefingError `data_unavailable` where the inputs are about different pairs.
 */
export function composeBriefing(question: Question): Briefing {
  const { topic, args, inputs, asOf, dataMode } = question;
  const used = usedInputs(question);
  const sources = used.map(({ source }) => source);
  if (!topic.severalPairs) refuseTwoPairs(topic, used);
  const first = sources.find((source) => source.pair)?.pair ?? NO_PAIR;
  const given = topic.answer(inputs, args, first, asOf);
  const pair = given.pair ?? first;
  const answer = dataMode === "sample" ? inInventedWords(given) : withoutBarredCharts(given, sources);
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
    notes: answer.notes.map((note) => keepingPair(note, question.command)),
    charts: answer.charts,
    caveats: allCaveats(question, withRounding(answer), pair, used),
    sources: pairFirst(asUsed(topic, used, answer.figures), given.pair),
    firm: question.firm,
  };
}

const withRounding = ({ caveats: [first, ...others], tables, figures, charts }: TopicAnswer): Caveats => [
  first,
  ...others,
  ...roundingCaveat(tables, figures, charts),
];

/** A command that a note names (`thesis claim=14`) is about the pair that was asked for, where one was. */
function keepingPair(note: string, command: string): string {
  const pair = / (pair=\S+)/.exec(command)?.[1];
  return pair === undefined ? note : note.replace(/`([a-z]+ [^`]*\w=[^`]*)`/g, `\`$1 ${pair}\``);
}

/** A picture that a licence bars is not made; the caveats say why it is missing. */
function withoutBarredCharts(answer: TopicAnswer, sources: readonly Source[]): TopicAnswer {
  const barring = ({ sources: drawn = sources }: ChartSpec) => firstForbidden(drawn, forbidsDisplay);
  const [reason] = answer.charts.flatMap((chart) => barring(chart) ?? []);
  if (reason === undefined) return answer;
  return {
    ...answer,
    charts: answer.charts.filter((chart) => barring(chart) === null),
    caveats: [...answer.caveats, `A chart is left out: ${reason}.`],
  };
}

interface Used {
  readonly need: string;
  readonly dataset: DatasetName | undefined;
  readonly source: Source;
}

function usedInputs({ topic, inputs }: Question): readonly Used[] {
  return Object.entries(inputs).flatMap(([need, input]) =>
    isAbsent(input) ? [] : [{ need, dataset: topic.needs[need]?.dataset, source: input.source }],
  );
}

/**
 * A source once for each day to which the figures read it, of one that was put together from several those that were
 * read. One that is for charts alone stands as it is, one that figures could have read and did not is left out.
 */
function asUsed(topic: Topic, used: readonly Used[], figures: readonly Figure[]): readonly Source[] {
  const { figures: families, isOfBefore = () => false } = topic;
  const today = figures.filter(({ key }) => !isOfBefore(key));
  const read = Map.groupBy(
    today.flatMap((figure) => figure.sources),
    contentOf,
  );
  const each = (sources: readonly Source[]) => [
    ...new Map(sources.map((source) => [`${contentOf(source)} ${source.asOf}`, source])).values(),
  ];
  const ofFigures = new Set(Object.values(families).flatMap(({ from }) => from));
  const found = used.flatMap(({ need, source }) => {
    const parts = partsOf(source);
    const own = new Set([source, ...parts].map(contentOf));
    const named = each([...own].flatMap((content) => read.get(content) ?? []));
    return named.length > 0 || ofFigures.has(need) ? named : parts;
  });
  // What is made of no data at hand has a source all the same, and what nothing was found for has none.
  return found.length > 0 ? found : each([...read.values()].flat());
}

const contentOf = ({ dataset, contentHash }: Source) => JSON.stringify([dataset, contentHash]);
/** What the answer is about goes first: a message dates itself by its first source. */
function pairFirst(sources: readonly Source[], own: Pair | undefined): readonly Source[] {
  const isOwn = ({ pair }: Source) => own !== undefined && pair?.label === own.label;
  return [...sources.filter(isOwn), ...sources.filter((source) => !isOwn(source))];
}

/** One index's prices beside another's earnings would be a comparison of neither. */
function refuseTwoPairs(topic: Topic, used: readonly Used[]): void {
  const paired = used.flatMap(({ dataset, source: { pair } }) =>
    dataset && pair && ABOUT_THE_PAIR.has(dataset) ? [{ dataset, label: pair.label }] : [],
  );
  const [one, ...more] = paired;
  const other = more.find(({ label }) => label !== one?.label);
  if (!one || !other) return;
  throw new BriefingError(
    "data_unavailable",
    `${topic.name} would mix two pairs: ${one.dataset} of ${one.label}, ${other.dataset} of ${other.label}`,
    `put ${one.dataset} and ${other.dataset} of one pair into one folder and name it by DATA_FOLDER or --data`,
  );
}

/** Every text of an answer; keys, dates and sources hold none of the words in question. */
function inInventedWords<Part>(part: Part): Part {
  if (typeof part === "string") return invented(part) as Part;
  if (Array.isArray(part)) return part.map(inInventedWords) as Part;
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, inInventedWords(each)])) as Part;
}

/** The rest stands in `sources` and `explain`. */
const MOST_DOUBTS = 3;

function allCaveats(
  question: Question,
  [first, ...others]: Caveats,
  pair: Pair,
  used: readonly Used[],
): Caveats {
  const described =
    pair === NO_PAIR || `${pair.small} / ${pair.large}` === pair.label
      ? []
      : [`Small is ${pair.small}; large is ${pair.large}.`];
  const standIns = used.flatMap(({ source: { dataset, fallback } }) =>
    fallback ? [`${dataset}: ${fallback}.`] : [],
  );
  const doubts = used.flatMap(({ source: { dataset, doubts = [] } }) =>
    doubts.slice(0, MOST_DOUBTS).map((doubt) => `${dataset}: ${doubt}.`),
  );
  const unknown = used.flatMap((each) => notYetKnown(each, question.asOf));
  const isSample = question.dataMode === "sample";
  const late = isSample ? unknown.map(invented) : unknown;
  return [
    first,
    ...others,
    ...described,
    ...late,
    ...standIns,
    ...doubts,
    ...(isSample ? [SAMPLE_CAVEAT] : []),
  ];
}

const EVENTS: { readonly [K in DatasetName]?: string } = {
  policyDecisions: "Fed decisions",
  recessions: "Recessions",
  deals: "Takeovers",
};

function notYetKnown({ dataset, source }: Used, asOf: string): readonly string[] {
  const { completeTo } = source;
  if (completeTo === undefined || completeTo >= asOf) return [];
  const events = (dataset && EVENTS[dataset]) ?? source.dataset;
  return [`${events} are known to ${formatDate(completeTo)} only: later ones are missing.`];
}

function briefingId(question: Question, sources: readonly Source[], answer: TopicAnswer): string {
  const { codeVersion, command, asOf, dataMode, firm } = question;
  const inputs = sources.map(({ dataset, contentHash }) => [dataset, contentHash]);
  return identify([codeVersion, command, asOf, dataMode, firm, inputs, answer]);
}

/** SHA-256 of what something was made of, its first 16 hex digits. */
export function identify(identity: readonly unknown[]): string {
  return hashOf(identity).slice(0, 16);
}

/** SHA-256 of what something is as JSON, in hex. */
export const hashOf = (content: unknown): string =>
  createHash("sha256").update(JSON.stringify(content)).digest("hex");
