import type { ExportFormat } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import { quotable } from "../briefing/quotable.ts";
import { commandSuggestion, suggestion } from "../briefing/suggest.ts";
import { readTopics } from "../delivery/schedule/read-schedule.ts";
import type { ScheduleCommand } from "../delivery/schedule/subscription.ts";
import { isDate } from "../maths/calendar.ts";
import type { ArgSpec } from "../topics/args.ts";
import type { Topic } from "../topics/topic.ts";
import { briefShape, joinedLists, type Shape } from "./brief.ts";
import { splitExport } from "./export.ts";
import { parseSchedule } from "./schedule.ts";
import { type CommandSpec, commandSpecs, generalSpecs, usageOf } from "./specs.ts";

/**
 * A topic with every argument parsed. `given` holds those typed that say more than the fallback does, in the
 * topic's order and in canonical spelling: two ways to write one question are the same question.
 */
export interface TopicCommand {
  readonly kind: "topic";
  readonly topic: Topic;
  readonly args: Readonly<Record<string, unknown>>;
  readonly given: readonly string[];
}

/** One briefing merged of several topics, each asked without arguments. */
export interface BriefCommand {
  readonly kind: "brief";
  /** Null: those that the data at hand can answer. */
  readonly topics: readonly TopicCommand[] | null;
  readonly given: readonly string[];
}

export type Command =
  | TopicCommand
  | BriefCommand
  | ScheduleCommand
  | { readonly kind: "menu" | "sources" | "status" }
  | { readonly kind: "ask"; readonly question: string }
  | { readonly kind: "narrative"; readonly wish: NarrativeWish }
  | { readonly kind: "receipt"; readonly id: string }
  | { readonly kind: "check"; readonly text: string }
  | { readonly kind: "help"; readonly topic: Topic | "brief" | null }
  | { readonly kind: "explain"; readonly key: string; readonly of: TopicCommand }
  | { readonly kind: "export"; readonly of: TopicCommand; readonly format: ExportFormat };

const WISHES = ["on", "off", "status"] as const;
/** What somebody wants of a workspace's summaries. */
export type NarrativeWish = (typeof WISHES)[number];

export interface ParsedLine {
  readonly command: Command;
  /** Answer the asker alone. */
  readonly private: boolean;
  readonly asOf: string | null;
  /** Another pair at hand, by its name; null: the market's own. */
  readonly pair: string | null;
}

const LONGEST_LINE = 2_000;
/** Of a command that takes text; what the text itself may have is its command's to say. */
const LONGEST_TEXT_LINE = 20_000;
const SEE_HELP = 'type "help" for what there is';

const bad = (message: string, hint: string) => new BriefingError("bad_command", message, hint);

/**
 * Reads one line of the grammar that chat, terminal and page share. `today` bounds `asof=`.
 * @throws BriefingError `bad_command` that names the value at fault and the remedy.
 */
export function parseLine(line: string, topics: readonly Topic[], today: string): ParsedLine {
  const split = splitLine(line, commandSpecs(topics), today);
  const { words, text, private: isPrivate, asOf, pair } = split;
  const plain = text === null ? parseCommand(words, topics) : parseText(words[0], text);
  const command = pair === null ? plain : ofPair(plain, pair);
  if (command.kind === "schedule" && asOf !== null)
    throw bad("schedule takes no asof=", "a scheduled briefing is about the last session; leave asof= out");
  if (command.kind === "receipt" && asOf !== null)
    throw bad(
      "receipt takes no asof=",
      "the briefing's own as-of date stands in its receipt; leave asof= out",
    );
  if (command.kind === "narrative" && asOf !== null)
    throw bad("narrative takes no asof=", "it is about what comes from now on; leave asof= out");
  if (command.kind === "status" && asOf !== null)
    throw bad("status takes no asof=", "it tells how things stand now; leave asof= out");
  return { command, private: isPrivate, asOf, pair };
}

/** A command's line says which pair it is about. */
function ofPair(command: Command, pair: string): Command {
  const said = <Asked extends { readonly given: readonly string[] }>(asked: Asked): Asked => ({
    ...asked,
    given: [...asked.given, `pair=${pair}`],
  });
  switch (command.kind) {
    case "topic":
      return said(command);
    case "brief":
      return { ...said(command), topics: command.topics?.map(said) ?? null };
    case "explain":
    case "export":
      return { ...command, of: said(command.of) };
    case "schedule":
    case "receipt":
    case "narrative":
    case "status":
      throw bad(`${command.kind} takes no pair=`, "leave pair= out");
    default:
      return command;
  }
}

function parseText(name: string | undefined, text: string): Command {
  if (name === "check") {
    if (text === "") throw bad("check needs a text", "type: check, and paste a paragraph behind it");
    return { kind: "check", text };
  }
  if (text === "") throw bad("ask needs a question", "e.g. ask are small caps cheap without loss-makers?");
  return { kind: "ask", question: text };
}

/** A line's command word and arguments, or its text, without `private` and `asof=`. */
export interface SplitLine {
  readonly words: readonly string[];
  /** Of a command that takes text: what stands after its name, as typed. */
  readonly text: string | null;
  readonly private: boolean;
  readonly asOf: string | null;
  readonly pair: string | null;
}

/**
 * Looks for the command's name first, since it decides what `private` and `asof=` are: in a command that takes
 * arguments they may stand anywhere, in one that takes text only before its name and at the end.
 */
export function splitLine(line: string, specs: readonly CommandSpec[], today: string): SplitLine {
  const start = tokens(line.slice(0, LONGEST_LINE), LONGEST_TEXT_LINE);
  const first = start.find((token) => !isModifier(token)) ?? "";
  const takesText = (name: string) => specs.find((spec) => spec.name === name)?.takes === "text";
  const name = (first.split("=")[0] ?? "").toLowerCase();
  if (takesText(name)) {
    assertShort(line, LONGEST_TEXT_LINE);
    return { ...splitText(line, today), words: [name] };
  }
  const all = tokens(line);
  const words = all.filter((token) => !isModifier(token));
  return { words, text: null, ...readModifiers(all.filter(isModifier), today) };
}

export const isModifier = (token: string) => /^(private$|(?:asof|pair)=)/i.test(token);

const GAP = "[\\s\\p{Cc}]";
const WORD = "[^\\s\\p{Cc}]+";
const MODIFIER = `(?:private|(?:asof|pair)${GAP}*=${GAP}*${WORD})`;
const BEFORE_TEXT = new RegExp(`^${GAP}*((?:${MODIFIER}${GAP}+)*)[^\\s\\p{Cc}=]+${GAP}*`, "iu");
const LAST_MODIFIER = new RegExp(`(?:^|${GAP})(${MODIFIER})${GAP}*$`, "iu");

function splitText(line: string, today: string): Omit<SplitLine, "words"> {
  const [head = "", leading = ""] = BEFORE_TEXT.exec(line) ?? [];
  const modifiers = [...tokens(leading)];
  let text = line.slice(head.length).trim();
  for (let last = LAST_MODIFIER.exec(text); last; last = LAST_MODIFIER.exec(text)) {
    modifiers.push(...tokens(last[1] ?? ""));
    text = text.slice(0, last.index).trimEnd();
  }
  return { text, ...readModifiers(modifiers, today) };
}

function assertShort(line: string, longest: number): void {
  if (line.length > longest)
    throw bad(`the command has ${line.length} characters, more than ${longest}`, `shorten it; ${SEE_HELP}`);
}

function tokens(line: string, longest = LONGEST_LINE): readonly string[] {
  assertShort(line, longest);
  const clean = line.replace(/\p{Cf}/gu, "").replace(/[\s\p{Cc}]+/gu, " ");
  return clean
    .replace(/ ?= ?/g, "=")
    .replace(/ %(?= |$)/g, "%")
    .replace(/(?<==[+-\u2212\u2013\u2014]?[\d.]+) (?=(?:bps?|pp)(?: |$))/gi, "")
    .trim()
    .split(" ")
    .filter((token) => token !== "");
}

function readModifiers(modifiers: readonly string[], today: string) {
  const dates = modifiers
    .filter((token) => /^asof=/i.test(token))
    .map((token) => token.slice("asof=".length));
  if (dates.length > 1) throw bad("asof= is given more than once", "give one date");
  const [date] = dates;
  return {
    pair: pairIn(modifiers),
    private: modifiers.some((token) => token.toLowerCase() === "private"),
    asOf: date === undefined ? null : checkedAsOf(date, today),
  };
}

function pairIn(modifiers: readonly string[]): string | null {
  const names = modifiers
    .filter((token) => /^pair=/i.test(token))
    .map((token) => token.slice("pair=".length));
  const [name, ...others] = names;
  if (name === undefined) return null;
  if (others.length > 0) throw bad("pair= is given more than once", "give one pair");
  if (/^[a-z0-9][a-z0-9-]{0,39}$/i.test(name)) return name.toLowerCase();
  throw bad(
    `"${quotable(name)}" is no name of a pair`,
    "`help` lists the pairs at hand; leave pair= out for the first",
  );
}

/** @throws BriefingError `bad_command` for what is no date, or lies ahead. */
export function checkedAsOf(date: string, today: string): string {
  if (!isDate(date))
    throw bad(`"${quotable(date)}" is not a date`, "give the as-of date as YYYY-MM-DD, e.g. 2025-12-10");
  if (date > today)
    throw bad(`the as-of date ${date} lies ahead of today, ${today}`, "give today or an earlier date");
  return date;
}

/** Of commands that read their own words. */
const PARSERS: Readonly<Record<string, (words: readonly string[], topics: readonly Topic[]) => Command>> = {
  brief: parseBrief,
  explain: parseExplain,
  export: parseExport,
  whatif: parseWhatIf,
  receipt: parseReceipt,
  narrative: parseNarrative,
};

function parseCommand(words: readonly string[], topics: readonly Topic[]): Command {
  const [typed, ...rest] = words;
  if (typed === undefined) return { kind: "menu" };
  const name = typed.toLowerCase();
  const topic = topics.find((each) => each.name === name);
  if (topic) return parseTopic(topic, rest);
  if (name === "help" && rest.length === 1 && rest[0]?.toLowerCase() === "schedule")
    return { kind: "schedule", action: "help" };
  if (name === "help") return { kind: "help", topic: helpTopic(rest, topics) };
  if (name === "schedule")
    return parseSchedule(
      rest,
      topics.map((each) => each.name),
    );
  const parse = Object.hasOwn(PARSERS, name) ? PARSERS[name] : undefined;
  if (parse) return parse(rest, topics);
  if (name === "sources" || name === "status") {
    if (rest[0] === undefined) return { kind: name };
    throw bad(`${name} takes no argument, "${quotable(rest[0])}" was given`, `type: ${name}`);
  }
  if (OF_OPERATORS.has(name))
    throw bad(
      `${name} is for whoever runs smallcaps, and typed in a shell there`,
      `npm run --silent admin -- ${name}`,
    );
  const known = commandSpecs(topics).map((spec) => spec.name);
  const meant = typed.split("=")[0] ?? typed;
  throw bad(`"${quotable(typed)}" is not a command`, commandSuggestion(meant, known) + SEE_HELP);
}

/** Typed in a shell: they look into machine and database. */
const OF_OPERATORS = new Set(["doctor", "pull", "deliveries", "audit", "backup", "restore"]);

/** A command that is no topic is explained by the general page: null. */
function helpTopic([name, extra]: readonly string[], topics: readonly Topic[]): Topic | "brief" | null {
  const known = topics.map((each) => each.name);
  if (extra !== undefined)
    throw bad(`help takes one topic; "${quotable(extra)}" is one too many`, `topics: ${known.join(", ")}`);
  if (name?.toLowerCase() === "brief") return "brief";
  if (name === undefined || generalSpecs(topics).some((spec) => spec.name === name.toLowerCase()))
    return null;
  const topic = topics.find((each) => each.name === name.toLowerCase());
  if (topic) return topic;
  throw bad(
    `there is no topic "${quotable(name)}"`,
    `${commandSuggestion(name, known, (near) => `help ${near}`)}topics: ${known.join(", ")}`,
  );
}

function parseExplain([key, ...rest]: readonly string[], topics: readonly Topic[]): Command {
  const examples = "give a figure's key, e.g. explain ratecut.all.12m.mean";
  if (key === undefined) throw bad("explain needs a figure", examples);
  const topicName = key.split(".")[0]?.toLowerCase() ?? "";
  const topic = topics.find((each) => each.name === topicName);
  const known = topics.map((each) => each.name);
  const corrected = (near: string) =>
    `explain ${near}${/^[\w.-]{1,60}$/.test(key) ? key.slice(topicName.length) : ""}`;
  if (!topic)
    throw bad(
      `"${quotable(key)}" is not a figure`,
      commandSuggestion(topicName, known, corrected) + examples,
    );
  if (!key.includes("."))
    throw bad(
      `"${quotable(key)}" is a topic, not a figure`,
      `help ${topic.name} lists its figures; ${examples}`,
    );
  const given = ofItsPart(rest, topics);
  assertAssumed(topic, key, given);
  return {
    kind: "explain",
    key,
    of: parseTopic(topic, given.length > 0 ? given : (topic.argsFor?.(key) ?? [])),
  };
}

/** A hypothetical figure exists under an assumption only. */
function assertAssumed(topic: Topic, key: string, given: readonly string[]): void {
  const [arg] = topic.assumptions;
  const isAssumed = given.some((word) => topic.assumptions.includes(word.split("=")[0]?.toLowerCase() ?? ""));
  if (arg === undefined || isAssumed || !/^\w+\.whatif\./i.test(key)) return;
  const assumption = `${arg}=${topic.args[arg]?.example ?? ""}`;
  throw bad(
    `"${quotable(key)}" is hypothetical: it takes an assumption, and none was given`,
    `type: explain ${quotable(key)} ${assumption}; whatif ${assumption} shows all of them`,
  );
}

function parseExport(words: readonly string[], topics: readonly Topic[]): Command {
  const { topic: typed, rest, format } = splitExport(words);
  const topic = topics.find(({ name }) => name === typed.toLowerCase());
  if (topic) return { kind: "export", of: parseTopic(topic, rest), format };
  if (typed.toLowerCase() === "whatif") return { kind: "export", of: parseWhatIf(rest, topics), format };
  const known = topics.map(({ name }) => name);
  const one = topics.find(({ name }) => name === "thesis") ?? topics[0];
  if (generalSpecs(topics).some(({ name }) => name === typed.toLowerCase()))
    throw bad(
      `export takes one topic or a whatif, and "${quotable(typed)}" is neither`,
      `e.g. \`export ${one?.name} format=${format}\`; topics: ${known.join(", ")}`,
    );
  throw bad(
    `there is no topic "${quotable(typed)}"`,
    `${commandSuggestion(typed, known, (near) => `export ${near} format=${format}`)}topics: ${known.join(", ")}`,
  );
}

/** A number of a briefing of several topics is explained by its own, which was asked without arguments. */
function ofItsPart(words: readonly string[], topics: readonly Topic[]): readonly string[] {
  if (!words.some((word) => /^topics=/i.test(word))) return words;
  parseBrief(words, topics);
  return [];
}

function parseBrief(words: readonly string[], topics: readonly Topic[]): BriefCommand {
  const joined = joinedLists(words);
  const lists = joined.filter((word) => /^topics=/i.test(word)).map((word) => word.slice("topics=".length));
  // For their own words of what is wrong with a name.
  for (const list of lists)
    readTopics(
      list,
      topics.map(({ name }) => name),
    );
  const { args, given } = parseArguments(briefShape(topics), joined);
  const names = args["topics"] as readonly string[] | null;
  return { kind: "brief", topics: names && topicsNamed(names, topics), given };
}

function topicsNamed(names: readonly string[], topics: readonly Topic[]): readonly TopicCommand[] {
  return names.flatMap((name) =>
    topics.filter((topic) => topic.name === name).map((topic) => parseTopic(topic, [])),
  );
}

function parseReceipt([typed, extra]: readonly string[]): Command {
  const where = "it stands at the end of a briefing's Definitions, e.g. receipt 0123456789abcdef";
  if (typed === undefined) throw bad("receipt needs the id of a briefing", where);
  if (extra !== undefined) throw bad(`receipt takes one id; "${quotable(extra)}" is one too many`, where);
  const id = typed.replace(/^id=/i, "").toLowerCase();
  if (/^[0-9a-f]{16}$/.test(id)) return { kind: "receipt", id };
  throw bad(`"${quotable(typed)}" is not the id of a briefing: it has 16 of the digits 0-9 and a-f`, where);
}

function parseNarrative([typed = "status", extra]: readonly string[]): Command {
  const wish = WISHES.find((each) => each === typed.toLowerCase());
  if (wish !== undefined && extra === undefined) return { kind: "narrative", wish };
  throw bad(`narrative does not know "${quotable(extra ?? typed)}"`, "type: narrative on, off or status");
}

/** `whatif eps=-10%` is the topic that takes the assumption, asked with it. */
function parseWhatIf(rest: readonly string[], topics: readonly Topic[]): TopicCommand {
  const name = (rest[0] ?? "").split("=")[0]?.toLowerCase() ?? "";
  const assumptions = topics.flatMap((topic) => topic.assumptions.map((arg) => ({ topic, arg })));
  const match = assumptions.find(({ arg }) => arg === name);
  if (match) {
    const { topic, arg } = match;
    const usage = `whatif ${arg}=${topic.args[arg]?.example ?? ""}`;
    return { kind: "topic", topic, ...parseArguments(topic, rest, usage) };
  }
  const usage = assumptions
    .map(({ topic, arg }) => `whatif ${arg}=${topic.args[arg]?.example ?? ""}`)
    .join(" or ");
  throw bad(
    name === "" ? "whatif needs an assumption" : `whatif does not know "${quotable(rest[0] ?? "")}"`,
    `type: ${usage}`,
  );
}

export function parseTopic(topic: Topic, words: readonly string[]): TopicCommand {
  return { kind: "topic", topic, ...parseArguments(topic, words) };
}

function parseArguments(
  topic: Shape,
  words: readonly string[],
  usage = usageOf(topic),
): Pick<TopicCommand, "args" | "given"> {
  const given = new Map<string, { readonly raw: string; readonly value: unknown }>();
  for (const word of words) {
    const [name, raw, value] = parseArgument(topic, word, usage);
    if (given.has(name)) throw bad(`${name}= is given more than once`, `usage: ${usage}`);
    given.set(name, { raw, value });
  }
  const args = Object.entries(topic.args).map(([name, { fallback }]) => [
    name,
    given.has(name) ? given.get(name)?.value : fallback,
  ]);
  return {
    args: Object.fromEntries(args),
    given: Object.entries(topic.args).flatMap(([name, spec]) => {
      const typed = given.get(name);
      return typed === undefined || typed.value === spec.fallback ? [] : [`${name}=${spelling(spec, typed)}`];
    }),
  };
}

/** "−10 %" and "-10" are both "-10%", "+1pp" is "100bp". */
function spelling(spec: ArgSpec<unknown>, { raw, value }: { raw: string; value: unknown }): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.join(",");
  const plain = `${value}${/(?:%|bp)$/.exec(spec.example)?.[0] ?? ""}`;
  return typeof value === "number" && spec.parse(plain) === value ? plain : raw;
}

function parseArgument(
  topic: Shape,
  word: string,
  usage: string,
): readonly [name: string, raw: string, value: unknown] {
  const at = word.indexOf("=");
  const alone = at < 0 ? Object.entries(topic.args).find(([, { bare }]) => bare) : undefined;
  const value = alone?.[1].parse(word) ?? null;
  if (alone !== undefined && value !== null) return [alone[0], word, value];
  return namedArgument(topic, word, at, `usage: ${usage}`);
}

function namedArgument(
  topic: Shape,
  word: string,
  at: number,
  usage: string,
): readonly [name: string, raw: string, value: unknown] {
  if (at < 0)
    throw bad(
      `"${quotable(word)}" stands alone; arguments are written name=value`,
      bareValueHint(topic, word) + usage,
    );
  const name = word.slice(0, at).toLowerCase();
  const raw = word.slice(at + 1);
  const spec = topic.args[name];
  if (!spec || !Object.hasOwn(topic.args, name)) {
    throw bad(
      `${topic.name} has no argument "${quotable(name)}"`,
      suggestion(name, Object.keys(topic.args)) + usage,
    );
  }
  const value = spec.parse(raw);
  if (value === null) {
    const valid =
      spec.choices.length > 0
        ? `it takes one of ${spec.choices.join(", ")}; `
        : `write it like ${name}=${spec.example}${spec.limits === undefined ? "" : `, ${spec.limits}`}; `;
    throw bad(
      `"${quotable(raw)}" is not a value of ${name}= (${spec.describe})`,
      suggestion(raw, spec.choices) + valid + usage,
    );
  }
  return [name, raw, value];
}

/** `performance 6m` most likely meant window=6m, and `whatif eps -10%` eps=-10%. */
function bareValueHint(topic: Shape, word: string): string {
  const typed = word.toLowerCase();
  const named = Object.hasOwn(topic.args, typed) ? topic.args[typed] : undefined;
  if (named) return `write it like ${typed}=${named.example}; `;
  const match = Object.entries(topic.args).find(([, { choices }]) =>
    choices.some((choice) => choice.toLowerCase() === typed),
  );
  return match ? `did you mean "${match[0]}=${typed}"? ` : "";
}
