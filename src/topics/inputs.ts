import { BriefingError } from "../briefing/errors.ts";
import type { Source } from "../briefing/figure.ts";
import { type Absent, absent } from "../briefing/value.ts";
import { cutAt, newestDate, vintagesTo } from "../market/as-of.ts";
import type { DatasetName, Datasets } from "../market/datasets.ts";
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

/** @throws BriefingError `data_unavailable` with the remedy, where a dataset that it cannot do without is missing. */
export function assertAnswerable(topic: Topic, market: MarketData): void {
  const [lacking, ...others] = lackingFor(topic, market);
  if (lacking === undefined) return;
  const required = Object.values(topic.needs).some((need) => need.required);
  const either = required ? [] : others;
  throw new BriefingError(
    "data_unavailable",
    either.length === 0
      ? `${topic.name} needs ${lacking}, which is not in the data at hand`
      : `${topic.name} needs ${[lacking, ...either].join(" or ")}, and the data at hand hold neither`,
    [lacking, ...either].map((dataset) => market.remedy(dataset)).join(" Or: "),
  );
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
