import { BriefingError } from "../briefing/errors.ts";
import { type Absent, absent, isAbsent } from "../briefing/value.ts";
import { type DatasetName, type PolicyDecision, spelt } from "../market/datasets.ts";
import { ABOUT_THE_PAIR } from "../market/pairs.ts";
import { cutInput } from "../topics/inputs.ts";
import type { Input, Topic } from "../topics/topic.ts";
import { evidence } from "./evidence.ts";
import type { Facts, Read } from "./port.ts";
import { FACT_TOPICS, PAST } from "./verdicts.ts";

export type AnInput = Input<DatasetName> | Absent;
/** By dataset. */
export type Market = Readonly<Record<string, AnInput>>;

/** What was known on a day, of economic series as published by then: `market` holds every vintage. */
export function marketAt(market: Market, date: string): Market {
  return Object.fromEntries(
    Object.entries(market).map(([dataset, input]) => [
      dataset,
      isAbsent(input) ? input : cutInput(dataset as DatasetName, input, date),
    ]),
  );
}

/** A topic's figures as of an earlier day, or why there are none. */
export type Past = (topic: Topic, market: Market, date: string) => Read | string;

export const pastRead: Past = (topic, market, date) => readTopic(topic, ofTopic(topic, market, date), date);

/** Everything that verdicts of one day are computed from; what of the data is later is not read. `past`: as `pastRead`, which may keep what it read. Pure. */
export function factsOn(topics: readonly Topic[], market: Market, asOf: string, past: Past): Facts {
  const known = marketAt(market, asOf);
  const named = topics.filter(({ name }) => (FACT_TOPICS as readonly string[]).includes(name));
  const earlier = PAST.filter(({ from }) => from <= asOf).flatMap(
    ({ topic: name, date }): [string, Read][] => {
      const topic = topics.find((each) => each.name === name);
      const found = topic === undefined ? "" : past(topic, market, date);
      return typeof found === "string" ? [] : [[`${name} ${date}`, found]];
    },
  );
  return {
    topics: new Map([...named, evidence].map((topic) => [topic.name, readTopic(topic, known, asOf)])),
    past: new Map(earlier),
    policy: policyOf(known),
  };
}

/** What would break the case: it decides no claim. */
export function risksOf(topics: readonly Topic[], market: Market, asOf: string): Read | string {
  const risks = topics.find(({ name }) => name === "risks");
  return risks === undefined ? "there is no topic of risks" : readTopic(risks, market, asOf);
}

/** Only what the topic reads is cut. */
const ofTopic = ({ needs }: Topic, market: Market, date: string): Market =>
  marketAt(
    Object.fromEntries(
      Object.values(needs).map(({ dataset }) => [
        dataset,
        market[dataset] ?? absent("unavailable", `no ${spelt(dataset)}`),
      ]),
    ),
    date,
  );

function policyOf({ policyDecisions: input }: Market): Facts["policy"] {
  if (input === undefined || isAbsent(input))
    return input?.note ?? "policy decisions are not in the data at hand";
  return { data: input.data as readonly PolicyDecision[], source: input.source };
}

/** A topic asked without arguments: its figures, or why there are none. */
export function readTopic(topic: Topic, market: Market, asOf: string): Read | string {
  const inputs = Object.fromEntries(
    Object.entries(topic.needs).map(([need, { dataset }]): [string, AnInput] => [
      need,
      market[dataset] ?? absent("unavailable", `${spelt(dataset)} is not in the data at hand`),
    ]),
  );
  const lacking = Object.entries(topic.needs).filter(([need]) => {
    const input = inputs[need];
    return input === undefined || isAbsent(input);
  });
  const [missing] = lacking.filter(([, { required }]) => required);
  if (missing !== undefined) return `${missing[1].dataset} is not in the data at hand`;
  if (lacking.length === Object.keys(topic.needs).length)
    return `${lacking.map(([, { dataset }]) => spelt(dataset)).join(" or ")} is not in the data at hand`;
  const mixed = twoPairs(topic, inputs);
  if (mixed !== null) return mixed;
  try {
    const args = Object.fromEntries(
      Object.entries(topic.args).map(([name, { fallback }]) => [name, fallback]),
    );
    return { figures: topic.read(inputs, args, asOf), asOf };
  } catch (error) {
    if (error instanceof BriefingError) return error.message;
    throw error;
  }
}

/** One index's prices beside another's earnings decide nothing. */
function twoPairs({ needs }: Topic, inputs: Readonly<Record<string, AnInput>>): string | null {
  const labels = Object.entries(inputs).flatMap(([need, input]) => {
    const dataset = needs[need]?.dataset;
    return dataset === undefined || isAbsent(input) || !ABOUT_THE_PAIR.has(dataset)
      ? []
      : (input.source.pair?.label ?? []);
  });
  const pairs = [...new Set(labels)];
  return pairs.length > 1 ? `its data are of two pairs, ${pairs.join(" and ")}` : null;
}
