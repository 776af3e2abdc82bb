import { askedFor, type UnderstandingDeps } from "./assistant/asked.ts";
import { brief, type MakingDeps, merged } from "./assistant/make.ts";
import { createMenuFinder } from "./assistant/menu.ts";
import { type NarratedDeps, narrated, narratives } from "./assistant/narrated.ts";
import { periodsBeside } from "./assistant/periods.ts";
import { asPosted, type Maker } from "./assistant/posted.ts";
import { type ProposingDeps, proposing } from "./assistant/proposing.ts";
import { asOfNow, asOfSession, everySource } from "./assistant/sources.ts";
import type { Receipts } from "./audit/port.ts";
import type { Answer, Asker, AskOptions, Briefing, ExportFormat, Page } from "./briefing/briefing.ts";
import { BriefingError } from "./briefing/errors.ts";
import { assertExportable } from "./briefing/licences.ts";
import { createMemo } from "./briefing/memo.ts";
import type { Question, ToldAlert } from "./briefing/question.ts";
import {
  type BriefCommand,
  checkedAsOf,
  type ParsedLine,
  parseLine,
  type TopicCommand,
} from "./commands/grammar.ts";
import {
  briefHelpPage,
  explainPage,
  helpPage,
  menuPage,
  nearestPage,
  ranPage,
  scheduleHelpPage,
  topicHelpPage,
} from "./commands/pages.ts";
import { sourcesPage, statusPage } from "./commands/source-pages.ts";
import type { Schedules } from "./delivery/port.ts";
import type { Needed } from "./delivery/schedule/freshness-gate.ts";
import type { ScheduleCommand } from "./delivery/schedule/subscription.ts";
import { marketOfPair } from "./market/pairs.ts";
import type { Progress } from "./market/port.ts";
import type { CheckText } from "./thesis/port.ts";
import { assertAnswerable, cutInput } from "./topics/inputs.ts";
import { neededOf } from "./topics/needed.ts";
import type { Topic } from "./topics/topic.ts";

export interface AssistantDeps extends MakingDeps, NarratedDeps, UnderstandingDeps, ProposingDeps {
  /** What to type to ask a command line again, where that is more than the line: a shell's command. */
  readonly typed?: (command: string) => string;
  /** Null where nothing is posted without being asked: a terminal, the console page. */
  readonly schedules?: () => Schedules | null;
  /** Tests the claims of a text. */
  readonly checkText?: CheckText;
  /** Null where nothing that was posted is kept. */
  readonly receipts?: () => Receipts | null;
  /** The alerts that were told where it is asked, and who acknowledged them: they stand beside the risks of today. */
  readonly toldAlerts?: (from?: Asker) => Promise<readonly ToldAlert[]>;
  /** What is posted by itself, as sections of `status`; null where nothing is. */
  readonly deliveryStatus?: (from?: Asker) => Promise<Page["sections"] | null>;
}

/** Briefings that are kept: the same question on the same data is not computed twice. */
const KEPT_BRIEFINGS = 200;

/** The use case: a command line to an answer. Rejects with `BriefingError`; anything else is a bug. */
export function createAssistant(deps: AssistantDeps) {
  const { market, topics } = deps;
  const dataMode = market.mode;
  const kept = createMemo<Briefing>(KEPT_BRIEFINGS);
  const menu = createMenuFinder(deps);
  const overPair = (pair: string | null): AssistantDeps =>
    pair === null ? deps : { ...deps, market: marketOfPair(market, pair) };
  async function run(
    { command, private: isPrivate, asOf: typed, pair }: ParsedLine,
    options: AskOptions,
  ): Promise<Answer> {
    const own = overPair(pair);
    const today = deps.today();
    const given = chosenAsOf(typed, options.asOf, today);
    const page = (content: Page): Answer => ({ kind: "page", private: isPrivate, dataMode, page: content });
    const make: Maker = (asked, date) =>
      asked.kind === "brief"
        ? merged(own, kept, asked, date, options.progress)
        : brief(own, kept, asked, date, options.progress);
    const about = (asked: TopicCommand | BriefCommand) =>
      options.posted ? asPosted(deps, options.posted, make) : make(asked, { given, said: given });
    // What was posted is shown as it was posted: a summary written now was not in it.
    const written = (bare: Briefing) => narrated(deps, bare, options.posted ? undefined : options.narrate);
    const found = async (briefing: Briefing) => ({
      kind: "briefing" as const,
      dataMode,
      briefing,
      ...(options.forClient ? await periodsBeside(briefing, topics, make) : {}),
    });
    switch (command.kind) {
      case "menu": {
        const { sources, ...found } = await menu.find(own.market, pair, make);
        return page(menuPage(topics, own.market, sources, found));
      }
      case "help":
        return page(helpFor(command.topic, deps));
      case "schedule":
        if (command.action === "help") return page(scheduleHelpPage(topics));
        return page(await scheduled(deps, command, options.from));
      case "narrative":
        return page(await narratives(deps, command.wish, options.from));
      case "sources":
        return page(await sourcesOf(own, today, options.progress));
      case "receipt":
        return page(await receipt(deps, command.id, options.from));
      case "check": {
        const checked = await check(own, command.text, given, make, options);
        return { ...page(checked.page), private: true, ...checked };
      }
      case "status": {
        const [data, delivery] = await Promise.all([
          asOfNow(deps, options.progress).then((asOf) => everySource(market, asOf, options.progress)),
          deps.deliveryStatus?.(options.from) ?? null,
        ]);
        return page(statusPage(market, data, delivery));
      }
      case "explain": {
        const briefing = await about(command.of);
        const again = options.posted && `receipt ${briefing.id}`;
        const explanation = page(explainPage(briefing, command.key, deps.typed, again));
        return { ...explanation, private: isPrivate || briefing.hypothetical };
      }
      case "export":
        assertFiles(options);
        return exported(await about(command.of), command.format);
      case "topic":
      case "brief": {
        const briefing = await written(await about(command));
        menu.note(briefing, pair);
        const told = await toldBeside(deps, command, given, options);
        return { private: isPrivate || briefing.hypothetical, ...(await found(briefing)), ...told };
      }
      case "ask":
        throw new TypeError("a question is taken for another command");
    }
  }

  return {
    /** What a briefing of these topics reads, and how old each dataset is: for deciding whether it may go out. */
    freshness: (names: readonly string[], progress?: Progress): Promise<readonly Needed[]> =>
      neededOf(
        topics.filter(({ name }) => names.includes(name)),
        market,
        progress,
      ),
    answer: async (line: string, options: AskOptions = {}): Promise<Answer> => {
      const { parsed, question, nearest, private: isPrivate = false } = await askedFor(deps, line, options);
      if (parsed !== null) return inWords(await run(parsed, options), question);
      const page = nearestPage(topics, nearest);
      return { kind: "page", private: isPrivate, dataMode, page, ...(question ? { question } : {}) };
    },
    /** Whether a language model may write a summary. */
    narrates: () => (deps.narrator?.() ?? null) !== null,
    /** The as-of date of a briefing that is about a session (ISO dates). */
    asOfSession: (session: string) => asOfSession(market, session, deps.today()),
    /** The briefing with a summary, where there is one in time; never rejects for want of it. */
    narrated: (briefing: Briefing, wish: AskOptions["narrate"]): Promise<Briefing> =>
      narrated(deps, briefing, wish),
    /** Why a topic (its name) can never be posted with the data at hand, and the remedy; null: it can. */
    missing: (name: string): BriefingError | null => missing(deps, name),
  };
}

function helpFor(topic: Topic | "brief" | null, { topics, market }: AssistantDeps): Page {
  if (topic === "brief") return briefHelpPage(topics);
  return topic === null ? helpPage(topics, market) : topicHelpPage(topic);
}

/** Beside the risks as they stand, which is what alerts tell of: no past day, no backtest, no message of before. */
async function toldBeside(
  { toldAlerts }: AssistantDeps,
  command: TopicCommand | BriefCommand,
  given: string | null,
  { posted, from }: AskOptions,
): Promise<{ readonly told?: readonly ToldAlert[] }> {
  const isPlain = command.given.length === 0 && given === null && posted === undefined;
  if (!isPlain || command.kind !== "topic" || command.topic.name !== "risks") return {};
  const told = (await toldAlerts?.(from)) ?? [];
  return told.length > 0 ? { told } : {};
}

/** What was made of a question in words stands in the answer. */
function inWords(answer: Answer, question: Question | undefined): Answer {
  if (question === undefined) return answer;
  if (answer.kind === "briefing") return { ...answer, question };
  return { ...answer, page: ranPage(answer.page, question), question };
}

function assertFiles({ files }: AskOptions): void {
  if (files === true) return;
  throw new BriefingError(
    "bad_command",
    "files cannot be given here",
    "ask in a direct message of Slack, on the console page or in the terminal; in Teams files need PUBLIC_URL, which whoever runs smallcaps sets, and the Data button gives the figures without",
  );
}

/** @throws BriefingError `refused` where a source of the briefing may not leave as a file */
function exported(briefing: Briefing, exportAs: ExportFormat): Answer {
  assertExportable(briefing.sources);
  return { kind: "briefing", private: true, dataMode: briefing.dataMode, briefing, exportAs };
}

/** The datasets first: asking them is what the sources' states tell of. */
async function sourcesOf({ market }: AssistantDeps, today: string, progress?: Progress): Promise<Page> {
  const datasets = await everySource(market, today, progress);
  return sourcesPage(market, datasets, (await market.cards?.()) ?? []);
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

/** A pasted text against the figures of every topic that the data at hand can answer. */
async function check(
  deps: AssistantDeps,
  text: string,
  asOf: string | null,
  make: Maker,
  options: AskOptions,
): Promise<Pick<Extract<Answer, { kind: "page" }>, "page" | "proposed">> {
  const { checkText, market, topics } = deps;
  if (checkText === undefined) throw new TypeError("no check is wired");
  const { propose, record } = proposing(deps, options);
  const page = await checkText(text, {
    asOf,
    propose,
    briefing: async (line) => {
      const { command, asOf: typed } = parseLine(line, topics, deps.today());
      if (command.kind !== "topic") throw new TypeError(`${line} is no topic`);
      return make(command, { given: typed ?? asOf, said: typed ?? asOf });
    },
    policy: async () => {
      const fetched = await market.fetch("policyDecisions");
      return asOf === null ? fetched : (cutInput("policyDecisions", fetched, asOf) as typeof fetched);
    },
  });
  const proposed = record();
  return { page, ...(proposed && { proposed }) };
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
