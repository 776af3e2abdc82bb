import type { Answer, Asker, AskOptions, Briefing, Firm, Page } from "./briefing/briefing.ts";
import { BriefingError } from "./briefing/errors.ts";
import type { Source } from "./briefing/figure.ts";
import { type Absent, absent, isAbsent } from "./briefing/value.ts";
import { followUp } from "./commands/follow-up.ts";
import { checkedAsOf, type ParsedLine, parseLine, type TopicCommand } from "./commands/grammar.ts";
import {
  explainPage,
  helpPage,
  menuPage,
  scheduleHelpPage,
  sourcesPage,
  statusPage,
  topicHelpPage,
} from "./commands/pages.ts";
import type { Schedules } from "./delivery/port.ts";
import type { ScheduleCommand } from "./delivery/schedule/subscription.ts";
import { cutAt, newestDate } from "./market/as-of.ts";
import type { DatasetName } from "./market/datasets.ts";
import type { Fetched, MarketData, Progress } from "./market/port.ts";
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
  readonly firm: Firm;
  /** What to type to ask a command line again, where that is more than the line: a shell's command. */
  readonly typed?: (command: string) => string;
  /** Null where nothing is posted without being asked: a terminal, the console page. */
  readonly schedules?: () => Schedules | null;
  /** What is posted by itself, as sections of `status`; null where nothing is. */
  readonly deliveryStatus?: (from?: Asker) => Promise<Page["sections"] | null>;
}

/** Briefings that are kept: the same question on the same data is not computed twice. */
const KEPT_BRIEFINGS = 200;
/** How long the menu waits for what its data line says. */
const MENU_WAIT_MS = 1_000;

/** The use case: a command line to an answer. Rejects with `BriefingError`; anything else is a bug. */
export function createAssistant(deps: AssistantDeps) {
  const { market, topics } = deps;
  const dataMode = market.mode;
  const kept = createMemo<Briefing>(KEPT_BRIEFINGS);
  return {
    answer: async (line: string, options: AskOptions = {}): Promise<Answer> => {
      const today = deps.today();
      const { command, private: isPrivate, asOf: typed } = understand(line, options.previous, topics, today);
      const given = chosenAsOf(typed, options.asOf, today);
      const page = (content: Page): Answer => ({ kind: "page", private: isPrivate, dataMode, page: content });
      switch (command.kind) {
        case "menu": {
          const { sources, asking } = await pairedSources(market);
          return page(menuPage(topics, market, sources, asking));
        }
        case "help":
          return page(command.topic ? topicHelpPage(command.topic) : helpPage(topics));
        case "schedule":
          if (command.action === "help") return page(scheduleHelpPage(topics));
          return page(await scheduled(deps, command, options.from));
        case "sources":
          return page(sourcesPage(market, await everySource(market, today, options.progress)));
        case "status": {
          const [data, delivery] = await Promise.all([
            everySource(market, today, options.progress),
            deps.deliveryStatus?.(options.from) ?? null,
          ]);
          return page(statusPage(market, data, delivery));
        }
        case "explain": {
          const briefing = await brief(deps, kept, command.of, given, options.progress);
          const explanation = page(explainPage(briefing, command.key, deps.typed));
          return { ...explanation, private: isPrivate || briefing.hypothetical };
        }
        case "topic": {
          const briefing = await brief(deps, kept, command, given, options.progress);
          return { kind: "briefing", private: isPrivate || briefing.hypothetical, dataMode, briefing };
        }
      }
    },
    /** Why a topic (its name) can never be posted with the data at hand, and the remedy; null: it can. */
    missing: (name: string): BriefingError | null => missing(deps, name),
  };
}

/** Schedules belong to a channel, so they are kept where somebody can be asked from. */
function scheduled({ schedules }: AssistantDeps, command: ScheduleCommand, from?: Asker): Promise<Page> {
  const kept = schedules?.() ?? null;
  if (kept !== null && from !== undefined) return kept.run(command, from);
  throw new BriefingError(
    "bad_command",
    "schedules belong to a channel of Slack or Teams",
    "type it in the channel that is to have the briefing; `help schedule` says how",
  );
}

/** A line that is no command may be a reply to the previous answer. */
function understand(
  line: string,
  previous: string | undefined,
  topics: readonly Topic[],
  today: string,
): ParsedLine {
  try {
    return parseLine(line, topics, today);
  } catch (error) {
    const meant = previous === undefined ? null : followUp(line, previous, topics);
    if (meant === null || !(error instanceof BriefingError)) throw error;
    return parseLine(meant, topics, today);
  }
}

function chosenAsOf(typed: string | null, option: string | undefined, today: string): string | null {
  if (option === undefined) return typed;
  const asOf = checkedAsOf(option, today);
  if (typed === null || typed === asOf) return asOf;
  throw new BriefingError(
    "bad_command",
    `the command says asof=${typed}, but the as-of date given with it is ${asOf}`,
    "give one of the two",
  );
}

async function brief(
  deps: AssistantDeps,
  kept: Memo<Briefing>,
  command: TopicCommand,
  given: string | null,
  progress?: Progress,
): Promise<Briefing> {
  const { topic, args } = command;
  const { market, codeVersion, firm } = deps;
  assertAnswerable(topic, market);
  const asOf = given ?? (await defaultAsOf(deps, progress));
  const fetched = await Promise.all(
    Object.entries(topic.needs).map(
      async ([name, need]) => [name, need.dataset, await input(market, need, progress)] as const,
    ),
  );
  const line = [topic.name, ...command.given, ...(given === null ? [] : [`asof=${given}`])].join(" ");
  const identity = fetched.map(([name, , each]) => [name, isAbsent(each) ? each : each.source]);
  return kept(JSON.stringify([line, asOf, market.mode, identity]), () => {
    const inputs = fetched.map(([name, dataset, each]) => [
      name,
      isAbsent(each) ? each : cutInput(dataset, each, asOf),
    ]);
    return frozen(
      composeBriefing({
        topic,
        args,
        asOf,
        command: line,
        inputs: Object.fromEntries(inputs),
        dataMode: market.mode,
        codeVersion,
        firm,
      }),
    );
  });
}

type Memo<Value> = (key: string, make: () => Value) => Value;

/** Keeps the values used last; what throws is not kept. */
function createMemo<Value>(capacity: number): Memo<Value> {
  const values = new Map<string, Value>();
  return (key, make) => {
    const value = values.get(key) ?? make();
    values.delete(key);
    values.set(key, value);
    const [oldest] = values.keys();
    if (values.size > capacity && oldest !== undefined) values.delete(oldest);
    return value;
  };
}

/** One briefing goes to many askers, so none of them may change it. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
  return value;
}

function missing({ market, topics }: AssistantDeps, name: string): BriefingError | null {
  const hint = 'set SMALLCAPS_DATA=live, or DATA_FOLDER; on the console page: "Load real public data"';
  if (market.mode === "sample")
    return new BriefingError("data_unavailable", "sample data are never posted to a channel", hint);
  const topic = topics.find((each) => each.name === name);
  if (topic === undefined)
    return new BriefingError("bad_command", `there is no topic "${name}"`, "type: help");
  try {
    assertAnswerable(topic, market);
    return null;
  } catch (error) {
    if (error instanceof BriefingError) return error;
    throw error;
  }
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

/** One need, whole. An optional one that cannot be had is absent; a faulty file is still an error. */
async function input(
  market: MarketData,
  { dataset, required }: { dataset: DatasetName; required: boolean },
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

/** What was known on the as-of date; a source speaks of no day after it, though a calendar lists days ahead. */
function cutInput(dataset: DatasetName, { data, source }: Fetched, asOf: string): Input<DatasetName> {
  const cut = cutAt(dataset, data, asOf);
  const { completeTo } = source;
  return {
    data: cut,
    source: {
      ...source,
      asOf: earlier(newestDate(dataset, cut) ?? source.asOf, asOf),
      ...(completeTo === undefined ? {} : { completeTo: earlier(completeTo, asOf) }),
    },
  };
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

/** A dataset at fault is no hindrance here: the question that needs it is told. */
async function defaultAsOf(
  { market, today, defaultAsOf: rule }: AssistantDeps,
  progress?: Progress,
): Promise<string> {
  if (rule === "today") return today();
  const dates = await Promise.all(
    PAIRED.filter((dataset) => market.provides.has(dataset)).map(async (dataset) => {
      const fetched = await market.fetch(dataset, progress).catch(nullWhenUnusable);
      return fetched === null ? "" : (newestDate(dataset, fetched.data) ?? "");
    }),
  );
  const newest = dates.sort().at(-1) ?? "";
  if (newest > today()) {
    const hint = "correct the date in levels.csv or constituents.csv, or ask with an earlier as-of date";
    throw new BriefingError("bad_input", `the data hold a date that lies ahead of today: ${newest}`, hint);
  }
  return newest === "" ? today() : newest;
}

/** The datasets that date a market and name its pair. */
const PAIRED = ["levels", "constituents"] as const;

function nullWhenUnusable(error: unknown): null {
  if (error instanceof BriefingError) return null;
  throw error;
}

/** For the menu, which waits for no one: one that fails is left out, one that is slow is being asked. */
async function pairedSources(market: MarketData) {
  const results = await Promise.all(
    PAIRED.filter((dataset) => market.provides.has(dataset)).map(async (dataset) => {
      const source = market.fetch(dataset).then((fetched) => fetched.source, nullWhenUnusable);
      return { dataset, source: await inTime(source, MENU_WAIT_MS) };
    }),
  );
  const sources = results.flatMap(({ source }) => (source === null || source === "late" ? [] : [source]));
  return {
    sources: sources.filter(
      (source, index) => sources.findIndex((other) => other.provider === source.provider) === index,
    ),
    asking: results.flatMap(({ dataset, source }) => (source === "late" ? [dataset] : [])),
  };
}

async function inTime<Value>(promise: Promise<Value>, ms: number): Promise<Value | "late"> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function everySource(market: MarketData, today: string, progress?: Progress) {
  return Promise.all(
    [...market.provides].map(async (dataset): Promise<Source | { dataset: string; problem: string }> => {
      try {
        const { source } = await market.fetch(dataset, progress);
        return { ...source, asOf: earlier(source.asOf, today) };
      } catch (error) {
        if (!(error instanceof BriefingError)) throw error;
        return { dataset, problem: `${error.message}; ${error.hint}` };
      }
    }),
  );
}
