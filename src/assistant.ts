import type { Receipts } from "./audit/port.ts";
import type { Answer, Asker, AskOptions, Briefing, Firm, Page } from "./briefing/briefing.ts";
import { BriefingError } from "./briefing/errors.ts";
import type { Source } from "./briefing/figure.ts";
import { isAbsent } from "./briefing/value.ts";
import { inBriefOrder } from "./commands/brief.ts";
import { followUp } from "./commands/follow-up.ts";
import {
  type BriefCommand,
  checkedAsOf,
  type NarrativeWish,
  type ParsedLine,
  parseLine,
  parseTopic,
  type TopicCommand,
} from "./commands/grammar.ts";
import {
  briefHelpPage,
  explainPage,
  helpPage,
  menuPage,
  scheduleHelpPage,
  sourcesPage,
  statusPage,
  topicHelpPage,
} from "./commands/pages.ts";
import type { Schedules } from "./delivery/port.ts";
import type { Needed } from "./delivery/schedule/freshness-gate.ts";
import type { ScheduleCommand } from "./delivery/schedule/subscription.ts";
import { newestDate } from "./market/as-of.ts";
import type { MarketData, Progress } from "./market/port.ts";
import type { Narrator } from "./narrative/port.ts";
import { rememberRecord } from "./narrative/record.ts";
import type { NarrativeDesk } from "./narrative/switch.ts";
import { LEFT_OUT, madeFrom, madeOf, remember, rememberAs } from "./recompute.ts";
import { composeBriefing } from "./topics/compose.ts";
import { assertAnswerable, cutInput, earlier, input, isAnswerable } from "./topics/inputs.ts";
import { mergeBriefings } from "./topics/merge.ts";
import { neededOf } from "./topics/needed.ts";
import type { Topic } from "./topics/topic.ts";

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
  /** Null where nothing that was posted is kept. */
  readonly receipts?: () => Receipts | null;
  /** Null where no language model is configured. */
  readonly narrator?: () => Narrator | null;
  /** Who has summaries; null where nobody but the asker could want them. */
  readonly narratives?: () => NarrativeDesk | null;
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
    /** What a briefing of these topics reads, and how old each dataset is: for deciding whether it may go out. */
    freshness: (names: readonly string[], progress?: Progress): Promise<readonly Needed[]> =>
      neededOf(
        topics.filter(({ name }) => names.includes(name)),
        market,
        progress,
      ),
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
          if (command.topic === "brief") return page(briefHelpPage(topics));
          return page(command.topic ? topicHelpPage(command.topic) : helpPage(topics));
        case "schedule":
          if (command.action === "help") return page(scheduleHelpPage(topics));
          return page(await scheduled(deps, command, options.from));
        case "narrative":
          return page(await narratives(deps, command.wish, options.from));
        case "sources":
          return page(sourcesPage(market, await everySource(market, today, options.progress)));
        case "receipt":
          return page(await receipt(deps, command.id, options.from));
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
          const bare = await brief(deps, kept, command, given, options.progress);
          const briefing = await narrated(deps, bare, options.narrate);
          return { kind: "briefing", private: isPrivate || briefing.hypothetical, dataMode, briefing };
        }
        case "brief": {
          const bare = await merged(deps, kept, command, given, options.progress);
          const briefing = await narrated(deps, bare, options.narrate);
          return { kind: "briefing", private: isPrivate, dataMode, briefing };
        }
      }
    },
    /** The briefing with a summary, where there is one in time; never rejects for want of it. */
    narrated: (briefing: Briefing, wish: AskOptions["narrate"]): Promise<Briefing> =>
      narrated(deps, briefing, wish),
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

/** A copy: the briefing itself goes to others, who may have no summaries. */
async function narrated(
  { narrator }: AssistantDeps,
  briefing: Briefing,
  wish: AskOptions["narrate"],
): Promise<Briefing> {
  const writer = narrator?.() ?? null;
  if (writer === null || wish === undefined || briefing.hypothetical) return briefing;
  const { workspace, withinMs } = wish;
  const { narrative, record } = await writer.narrate(briefing, {
    workspace,
    signal: AbortSignal.timeout(withinMs),
  });
  if (record === null) return briefing;
  const copy = rememberAs(frozen({ ...briefing, ...(narrative ? { narrative } : {}) }), briefing);
  rememberRecord(copy, record);
  return copy;
}

/** Summaries belong to a workspace: elsewhere whoever configures the model has them. */
function narratives({ narratives: desk }: AssistantDeps, wish: NarrativeWish, from?: Asker): Promise<Page> {
  const kept = desk?.() ?? null;
  if (kept !== null && from !== undefined) return kept.run(wish, from);
  throw new BriefingError(
    "bad_command",
    "summaries are switched on and off in a workspace of Slack or Teams",
    "here they are on where OPENAI_MODEL is set; `ask … --no-llm` leaves one out",
  );
}

/** What was posted is kept in the database, which a terminal need not have. */
function receipt({ receipts }: AssistantDeps, id: string, from?: Asker): Promise<Page> {
  const kept = receipts?.() ?? null;
  if (kept !== null) return kept.receipt(id, from);
  throw new BriefingError(
    "data_unavailable",
    "receipts are of briefings that were posted in Slack or Teams, and none is kept here",
    "ask where the bot runs: with its STATE_DIR or DATABASE_URL",
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
    const inputs = () =>
      fetched.map(
        ([name, dataset, each]) => [name, isAbsent(each) ? each : cutInput(dataset, each, asOf)] as const,
      );
    const briefing = frozen(
      composeBriefing({
        topic,
        args,
        asOf,
        command: line,
        inputs: Object.fromEntries(inputs()),
        dataMode: market.mode,
        codeVersion,
        firm,
      }),
    );
    return remember(briefing, () => inputs().map(([need, each]) => madeOf(topic, need, each)));
  });
}

/** The parts are asked one by one, each as if alone; what cannot be answered is left out, and said to be. */
async function merged(
  deps: AssistantDeps,
  kept: Memo<Briefing>,
  command: BriefCommand,
  given: string | null,
  progress?: Progress,
): Promise<Briefing> {
  const asked = command.topics ?? defaultParts(deps);
  const answers = await Promise.all(
    asked.map(async (part) => {
      const briefing = await brief(deps, kept, part, given, progress).catch(toldToTheAsker);
      return { part, briefing };
    }),
  );
  const parts = answers.flatMap(({ part, briefing }) =>
    briefing instanceof BriefingError ? [] : [{ title: part.topic.title, briefing }],
  );
  const leftOut = answers.flatMap(({ part, briefing }) =>
    briefing instanceof BriefingError
      ? [{ title: part.topic.title, reason: briefing.message, remedy: briefing.hint, cause: briefing }]
      : [],
  );
  const [first, ...others] = parts;
  if (first === undefined) throw leftOut[0]?.cause;
  const list = asked.map(({ topic }) => topic.name).join(",");
  const line = ["brief", `topics=${list}`, ...(given === null ? [] : [`asof=${given}`])].join(" ");
  const missing = leftOut.map(({ title, reason, remedy }) => ({ title, reason, remedy }));
  const identity = JSON.stringify([line, parts.map(({ briefing }) => briefing.id), missing]);
  return kept(identity, () =>
    remember(frozen(mergeBriefings(line, [first, ...others], missing)), () => [
      { name: LEFT_OUT, value: missing, forbidden: null },
      ...parts.flatMap(({ briefing }) => madeFrom(briefing) ?? []),
    ]),
  );
}

/** Those that the data at hand can answer; where that is none, the first, to say why. */
function defaultParts({ topics, market }: AssistantDeps): readonly TopicCommand[] {
  const ordered = inBriefOrder(topics);
  const ready = ordered.filter((topic) => isAnswerable(topic, market));
  return (ready.length > 0 ? ready : ordered.slice(0, 1)).map((topic) => parseTopic(topic, []));
}

function toldToTheAsker(error: unknown): BriefingError {
  if (error instanceof BriefingError) return error;
  throw error;
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
