import { BriefingError } from "../briefing/errors.ts";
import type { Source } from "../briefing/figure.ts";
import { type Absent, absent } from "../briefing/value.ts";
import { cutAt, newestDate, vintagesTo } from "../market/as-of.ts";
import { type DatasetName, type Datasets, spelt } from "../market/datasets.ts";
import type { Fetched, MarketData, Progress } from "../market/port.ts";
import type { Input, Needs, Topic } from "./topic.ts";

/** What the market lacks for it to be answered: every required dataset, and of others one at least. */
export function lackingFor(topic: Topic, market: MarketData): readonly DatasetName[] {
  const needs = Object.values(topic.needs);
  const lacking = needs.filter(({ dataset }) => !market.provides.has(dataset));
  const wanted = lacking.length === needs.length ? lacking : lacking.filter(({ required }) => required);
  const required = wanted.filter((need) => need.required);
  return (required.length > 0 ? required : wanted).map(({ dataset }) => dataset);
}

/** Whether the market holds every dataset that it cannot do without. */
export function isAnswerable(topic: Topic, market: MarketData): boolean {
  return lackingFor(topic, market).length === 0;
}

/** Whether one dataset of several is enough for it. */
export function isEither(topic: Topic): boolean {
  return !Object.values(topic.needs).some((need) => need.required);
}

/** A dataset at hand that cannot be read, in words; `isFaulty`: its content is at fault, not its source. */
export interface DatasetFault {
  readonly dataset: DatasetName;
  readonly problem: string;
  readonly isFaulty: boolean;
}

/** Which datasets keep a topic from answering by being unreadable. A faulty file is an error even where it is optional. */
export function hindrances(topic: Topic, faults: readonly DatasetFault[]): readonly DatasetName[] {
  const hit = faults.filter(({ dataset, isFaulty }) =>
    Object.values(topic.needs).some((need) => need.dataset === dataset && (isFaulty || need.required)),
  );
  return hit.map(({ dataset }) => dataset);
}

/** @throws BriefingError `data_unavailable` with the remedy, where a dataset that it cannot do without is missing. */
export function assertAnswerable(topic: Topic, market: MarketData): void {
  const [lacking, ...others] = lackingFor(topic, market);
  if (lacking === undefined) return;
  const wanted = isEither(topic) ? [lacking, ...others] : [lacking];
  throw new BriefingError(
    "data_unavailable",
    lackingWords(topic.name, wanted),
    lackingRemedy(wanted, market),
  );
}

/** The names of datasets are those of their files. */
function lackingWords(topic: string, wanted: readonly DatasetName[]): string {
  const names = wanted.map(spelt);
  if (names.length === 1) return `${topic} needs ${names[0]}, which is not in the data at hand`;
  if (names.length === 2) return `${topic} needs ${names.join(" or ")}, and the data at hand hold neither`;
  return `${topic} needs at least one of ${names.join(", ")}, and the data at hand hold none of them`;
}

const MOST_REMEDIES = 2;

/** Where one of many would do, how to add the first is enough to begin with. */
function lackingRemedy(wanted: readonly DatasetName[], market: MarketData): string {
  const shown = wanted.length > MOST_REMEDIES ? wanted.slice(0, 1) : wanted;
  const remedies = shown.map((dataset) => market.remedy(dataset)).join(" Or: ");
  return shown.length === wanted.length ? remedies : `${remedies} Or another one of them.`;
}

/** One need, whole. An optional one that cannot be had is absent; a faulty file is still an error. */
export async function input(
  market: MarketData,
  { dataset, required }: Needs[string],
  progress?: Progress,
): Promise<Fetched | Absent> {
  if (!market.provides.has(dataset)) return absent("unavailable", market.remedy(dataset));
  try {
    return await market.fetch(dataset, progress);
  } catch (error) {
    if (required || !(error instanceof BriefingError) || error.code !== "data_unavailable") throw error;
    return absent("unavailable", `${error.message}; ${error.hint}`);
  }
}

/** What was known on the as-of date. */
export function cutInput(
  dataset: DatasetName,
  { data, source }: Fetched,
  asOf: string,
  vintages = false,
): Input<DatasetName> {
  const cut =
    vintages && dataset === "macro"
      ? vintagesTo(data as Datasets["macro"], asOf)
      : cutAt(dataset, data, asOf);
  const { completeTo } = source;
  return {
    data: cut,
    source: {
      ...dated(dataset, source, asOf),
      asOf: earlier(newestDate(dataset, cut) ?? source.asOf, asOf),
      ...(completeTo === undefined ? {} : { completeTo: earlier(completeTo, asOf) }),
    },
  };
}

/** A source speaks of no day after the as-of date, its doubts of none, but a calendar lists days ahead. */
export function dated(dataset: DatasetName, source: Source, asOf: string): Source {
  const { asOf: end, listsTo = end, doubts, doubtedFrom = {} } = source;
  const known = doubts?.filter((doubt) => (doubtedFrom[doubt] ?? "") <= asOf);
  return {
    ...source,
    ...(known === undefined ? {} : { doubts: known }),
    asOf: earlier(end, asOf),
    ...(dataset === "calendar" ? { listsTo } : {}),
  };
}

export function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
