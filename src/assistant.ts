import type { Answer, Briefing } from "./briefing/briefing.ts";
import { BriefingError } from "./briefing/errors.ts";
import type { Source } from "./briefing/figure.ts";
import { type Absent, absent } from "./briefing/value.ts";
import { checkedAsOf, parseLine, type TopicCommand } from "./commands/grammar.ts";
import { explainPage, helpPage, menuPage, sourcesPage, topicHelpPage } from "./commands/pages.ts";
import { cutAt, newestDate } from "./market/as-of.ts";
import type { DatasetName } from "./market/datasets.ts";
import type { MarketData, Progress } from "./market/port.ts";
import { composeBriefing } from "./topics/compose.ts";
import type { Input, Topic } from "./topics/topic.ts";

export interface AssistantDeps {
  readonly market: MarketData;
  readonly topics: readonly Topic[];
  /** ISO date, UTC. */
  readonly today: () => string;
  /** "newest": the newest date of levels or constituents (folders, sample); "today": live. */
  readonly defaultAsOf: "newest" | "today";
  readonly codeVersion: string;
  readonly disclaimer: string;
}

export interface AskOptions {
  readonly asOf?: string;
  readonly progress?: Progress;
}

/** The use case: a command line to an answer. Rejects with `BriefingError`; anything else is a bug. */
export function createAssistant(deps: AssistantDeps) {
  return {
    answer: async (line: string, options: AskOptions = {}): Promise<Answer> => {
      const { market, topics } = deps;
      const today = deps.today();
      const { command, private: isPrivate, asOf: typed } = parseLine(line, topics, today);
      const given = typed ?? (options.asOf === undefined ? null : checkedAsOf(options.asOf, today));
      const page = (content: Extract<Answer, { kind: "page" }>["page"]): Answer => ({
        kind: "page",
        private: isPrivate,
        page: content,
      });
      switch (command.kind) {
        case "menu":
          return page(menuPage(topics, market, await pairedSources(market, options.progress)));
        case "help":
          return page(command.topic ? topicHelpPage(command.topic) : helpPage(topics));
        case "sources":
          return page(sourcesPage(market, await everySource(market, options.progress)));
        case "explain":
          return page(explainPage(await brief(deps, command.of, given, options.progress), command.key));
        case "topic": {
          const briefing = await brief(deps, command, given, options.progress);
          return { kind: "briefing", private: isPrivate || briefing.hypothetical, briefing };
        }
      }
    },
  };
}

async function brief(
  deps: AssistantDeps,
  command: TopicCommand,
  given: string | null,
  progress?: Progress,
): Promise<Briefing> {
  const { topic, args } = command;
  assertAnswerable(topic, deps.market);
  const asOf = given ?? (await defaultAsOf(deps, progress));
  const entries = await Promise.all(
    Object.entries(topic.needs).map(
      async ([name, need]) => [name, await input(deps.market, need, asOf, progress)] as const,
    ),
  );
  return composeBriefing({
    topic,
    args,
    asOf,
    command: [topic.name, ...command.given, ...(given === null ? [] : [`asof=${given}`])].join(" "),
    inputs: Object.fromEntries(entries),
    dataMode: deps.market.mode,
    codeVersion: deps.codeVersion,
    disclaimer: deps.disclaimer,
  });
}

function assertAnswerable(topic: Topic, market: MarketData): void {
  for (const { dataset, required } of Object.values(topic.needs)) {
    if (required && !market.provides.has(dataset)) {
      throw new BriefingError(
        "data_unavailable",
        `${topic.name} needs ${dataset}, which is not in the data at hand`,
        market.remedy(dataset),
      );
    }
  }
}

/** One need, cut at the as-of date. An optional one that cannot be had is absent; a faulty file is still an error. */
async function input(
  market: MarketData,
  { dataset, required }: { dataset: DatasetName; required: boolean },
  asOf: string,
  progress?: Progress,
): Promise<Input<DatasetName> | Absent> {
  if (!market.provides.has(dataset)) return absent("unavailable", market.remedy(dataset));
  try {
    const { data, source } = await market.fetch(dataset, progress);
    const cut = cutAt(dataset, data, asOf);
    return { data: cut, source: { ...source, asOf: newestDate(dataset, cut) ?? source.asOf } };
  } catch (error) {
    if (required || !(error instanceof BriefingError) || error.code !== "data_unavailable") throw error;
    return absent("unavailable", `${error.message}; ${error.hint}`);
  }
}

async function defaultAsOf(
  { market, today, defaultAsOf: rule }: AssistantDeps,
  progress?: Progress,
): Promise<string> {
  if (rule === "today") return today();
  const dates = await Promise.all(
    (["levels", "constituents"] as const)
      .filter((dataset) => market.provides.has(dataset))
      .map(async (dataset) => newestDate(dataset, (await market.fetch(dataset, progress)).data) ?? ""),
  );
  const newest = dates.sort().at(-1) ?? "";
  return newest === "" ? today() : newest;
}

/** The sources that name a pair, for the menu; one that does not answer now is left out. */
async function pairedSources(market: MarketData, progress?: Progress): Promise<readonly Source[]> {
  const paired = (["levels", "constituents"] as const).filter((dataset) => market.provides.has(dataset));
  const results = await Promise.allSettled(paired.map((dataset) => market.fetch(dataset, progress)));
  const sources = results.flatMap((result) => (result.status === "fulfilled" ? [result.value.source] : []));
  return sources.filter(
    (source, index) => sources.findIndex((other) => other.provider === source.provider) === index,
  );
}

async function everySource(market: MarketData, progress?: Progress) {
  return Promise.all(
    [...market.provides].map(async (dataset) => {
      try {
        return (await market.fetch(dataset, progress)).source;
      } catch (error) {
        if (!(error instanceof BriefingError)) throw error;
        return { dataset, problem: `${error.message}; ${error.hint}` };
      }
    }),
  );
}
