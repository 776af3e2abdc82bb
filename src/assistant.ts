import { brief, type MakingDeps, merged } from "./assistant/make.ts";
import { createMemo } from "./assistant/memo.ts";
import { type NarratedDeps, narrated, narratives } from "./assistant/narrated.ts";
import { asPosted, type Maker } from "./assistant/posted.ts";
import { asOfSession, everySource, pairedSources } from "./assistant/sources.ts";
import type { Receipts } from "./audit/port.ts";
import type { Answer, Asker, AskOptions, Briefing, Page } from "./briefing/briefing.ts";
import { BriefingError } from "./briefing/errors.ts";
import { followUp } from "./commands/follow-up.ts";
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
  scheduleHelpPage,
  topicHelpPage,
} from "./commands/pages.ts";
import { sourcesPage, statusPage } from "./commands/source-pages.ts";
import type { Schedules } from "./delivery/port.ts";
import type { Needed } from "./delivery/schedule/freshness-gate.ts";
import type { ScheduleCommand } from "./delivery/schedule/subscription.ts";
import type { Progress } from "./market/port.ts";
import { assertAnswerable } from "./topics/inputs.ts";
import { neededOf } from "./topics/needed.ts";
import type { Topic } from "./topics/topic.ts";

export interface AssistantDeps extends MakingDeps, NarratedDeps {
  /** What to type to ask a command line again, where that is more than the line: a shell's command. */
  readonly typed?: (command: string) => string;
  /** Null where nothing is posted without being asked: a terminal, the console page. */
  readonly schedules?: () => Schedules | null;
  /** Null where nothing that was posted is kept. */
  readonly receipts?: () => Receipts | null;
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
      const make: Maker = (asked, date) =>
        asked.kind === "brief"
          ? merged(deps, kept, asked, date, options.progress)
          : brief(deps, kept, asked, date, options.progress);
      const about = (asked: TopicCommand | BriefCommand) =>
        options.posted ? asPosted(deps, options.posted, make) : make(asked, { given, said: given });
      // What was posted is shown as it was posted: a summary written now was not in it.
      const written = (bare: Briefing) => narrated(deps, bare, options.posted ? undefined : options.narrate);
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
          return page(await sourcesOf(deps, today, options.progress));
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
          const briefing = await about(command.of);
          const again = options.posted && `receipt ${briefing.id}`;
          const explanation = page(explainPage(briefing, command.key, deps.typed, again));
          return { ...explanation, private: isPrivate || briefing.hypothetical };
        }
        case "topic":
        case "brief": {
          const briefing = await written(await about(command));
          return { kind: "briefing", private: isPrivate || briefing.hypothetical, dataMode, briefing };
        }
      }
    },
    /** The as-of date of a briefing that is about a session (ISO dates). */
    asOfSession: (session: string) => asOfSession(market, session, deps.today()),
    /** The briefing with a summary, where there is one in time; never rejects for want of it. */
    narrated: (briefing: Briefing, wish: AskOptions["narrate"]): Promise<Briefing> =>
      narrated(deps, briefing, wish),
    /** Why a topic (its name) can never be posted with the data at hand, and the remedy; null: it can. */
    missing: (name: string): BriefingError | null => missing(deps, name),
  };
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
