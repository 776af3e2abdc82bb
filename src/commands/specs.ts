import type { Topic } from "../topics/topic.ts";
import { briefShape } from "./brief.ts";

/** One command as help, menu and "did you mean" know it. */
export interface CommandSpec {
  readonly name: string;
  /** Can be typed as it stands, but for <placeholders>. */
  readonly usage: string;
  readonly describe: string;
  /** "text": what follows the name is kept word for word. */
  readonly takes: "args" | "text";
}

const HELP: CommandSpec = {
  name: "help",
  usage: "help <topic>",
  describe: "its arguments and figures",
  takes: "args",
};
const EXPLAIN: CommandSpec = {
  name: "explain",
  usage: "explain <figure key>",
  describe: "where a number comes from, and the command that recomputes it",
  takes: "args",
};
const ASK: CommandSpec = {
  name: "ask",
  usage: "ask <question>",
  describe: "a question in words, answered by the command that it is taken for",
  takes: "text",
};
const EXPORT: CommandSpec = {
  name: "export",
  usage: "export <topic> format=xlsx",
  describe: "its charts (png), its figures with their sources (csv), or both in a workbook (xlsx), as files",
  takes: "args",
};
const SCHEDULE: CommandSpec = {
  name: "schedule",
  usage: "help schedule",
  describe: "briefings that a channel gets by itself: list, add, pause, resume, remove, test",
  takes: "args",
};
const RECEIPT: CommandSpec = {
  name: "receipt",
  usage: "receipt <briefing id>",
  describe: "what a posted briefing was made from, and whether it can be made again to the same bytes",
  takes: "args",
};
const NARRATIVE: CommandSpec = {
  name: "narrative",
  usage: "narrative status",
  describe: "whether a language model drafts a summary here; admins: on, off",
  takes: "args",
};
const CHECK: CommandSpec = {
  name: "check",
  usage: "check <pasted text>",
  describe: "the claims in a text about small-caps, each tested against the figures (private)",
  takes: "text",
};
const SOURCES: CommandSpec = {
  name: "sources",
  usage: "sources",
  describe: "what the data are, how old, under which licence",
  takes: "args",
};
const STATUS: CommandSpec = {
  name: "status",
  usage: "status",
  describe:
    "what a channel gets by itself (in a direct message: your schedules), how it went, and what is amiss",
  takes: "args",
};

/** "ratecut cycle=first basis=total since=2000" */
export function usageOf(topic: Pick<Topic, "name" | "args">): string {
  return [topic.name, ...Object.entries(topic.args).map(([name, arg]) => `${name}=${arg.example}`)].join(" ");
}

export function topicSpecs(topics: readonly Topic[]): readonly CommandSpec[] {
  return topics.map((topic) => ({
    name: topic.name,
    usage: usageOf(topic),
    describe: topic.summary,
    takes: "args",
  }));
}

/** The commands that are no topics; `whatif` once for each assumption that these topics take. */
export function generalSpecs(topics: readonly Topic[]): readonly CommandSpec[] {
  const whatIfs = topics.flatMap(({ args, assumptions }) =>
    assumptions.map(
      (name): CommandSpec => ({
        name: "whatif",
        usage: `whatif ${name}=${args[name]?.example ?? ""}`,
        describe: `${[args[name]?.describe, args[name]?.limits].filter((part) => part !== undefined).join(", ")}; hypothetical, private`,
        takes: "args",
      }),
    ),
  );
  const brief = briefShape(topics);
  const own: CommandSpec = {
    name: brief.name,
    usage: usageOf(brief),
    describe: brief.summary,
    takes: "args",
  };
  return [
    ...(topics.length > 0 ? [own] : []),
    HELP,
    EXPLAIN,
    ASK,
    ...whatIfs,
    EXPORT,
    SCHEDULE,
    STATUS,
    RECEIPT,
    NARRATIVE,
    CHECK,
    SOURCES,
  ];
}

export function commandSpecs(topics: readonly Topic[]): readonly CommandSpec[] {
  return [...topicSpecs(topics), ...generalSpecs(topics)];
}
