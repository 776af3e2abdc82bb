import { BriefingError } from "../briefing/errors.ts";
import { isDate } from "../maths/calendar.ts";
import type { Topic } from "../topics/topic.ts";
import { briefShape } from "./brief.ts";
import { type ParsedLine, parseLine } from "./grammar.ts";
import { FILLERS } from "./route/fillers.ts";

const LONGEST = 200;
/** The previous command was answered once: its date is not judged again. */
const ANY_DAY = "9999-12-31";

/** What a reply changes of the question before it. */
interface Change {
  /** Arguments, "asof" and "pair". */
  readonly named: ReadonlyMap<string, string>;
  readonly private: boolean;
}

/**
 * A reply to an answer, as the previous command with its arguments overridden: "and since 2000?", "in price
 * return", "what about first cuts", "cycle 2007". Null where it names no argument, or holds a word that is
 * neither filler nor argument: half understood is not understood.
 */
export function followUp(text: string, previous: string, topics: readonly Topic[]): string | null {
  if (text.length > LONGEST) return null;
  const before = understood(previous, topics);
  if (before === null) return null;
  const { asked: topic, given } = before;
  const change = readChange(wordsOf(text), topic, topics);
  if (change === null) return null;
  const kept = new Map(given.map((each) => [each.slice(0, each.indexOf("=")), each]));
  const args = Object.keys(topic.args).flatMap((name) => {
    const value = change.named.get(name);
    const own = kept.get(name);
    return value === undefined ? (own === undefined ? [] : [own]) : [`${name}=${value}`];
  });
  const asOf = change.named.get("asof") ?? before.line.asOf;
  const pair = change.named.get("pair") ?? before.line.pair;
  return [
    topic.name,
    ...args,
    ...(pair === null ? [] : [`pair=${pair}`]),
    ...(asOf === null ? [] : [`asof=${asOf}`]),
    ...(change.private || before.line.private ? ["private"] : []),
  ].join(" ");
}

/** What takes arguments: a topic, or the briefing of several. */
type Asked = Pick<Topic, "name" | "summary" | "args">;

interface Before {
  readonly line: ParsedLine;
  readonly asked: Asked;
  readonly given: readonly string[];
}

/** What a command asks, or the topic whose figure it explains. */
function understood(previous: string, topics: readonly Topic[]): Before | null {
  try {
    const line = parseLine(previous, topics, ANY_DAY);
    const { command } = line;
    if (command.kind === "topic") return { line, asked: command.topic, given: command.given };
    if (command.kind === "explain") return { line, asked: command.of.topic, given: command.of.given };
    return command.kind === "brief" ? { line, asked: briefShape(topics), given: command.given } : null;
  } catch (error) {
    if (error instanceof BriefingError) return null;
    throw error;
  }
}

function wordsOf(text: string): readonly string[] {
  return text
    .replace(/\p{Cf}/gu, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/ ?= ?/g, "=")
    .replace(/ %(?!\w)/g, "%")
    .replace(/\bas[ -]of\b/gi, "asof")
    .split(" ")
    .map((word) => word.replace(/^[\p{Ps}\p{Pi}"'¿]+|[\p{Pe}\p{Pf}"'?!.,;:…]+$/gu, ""))
    .filter((word) => word !== "");
}

function readChange(all: readonly string[], topic: Asked, topics: readonly Topic[]): Change | null {
  const words = all.filter((word) => !isPrivate(word));
  const fillers = fillersOf(topic, topics);
  const named = new Map<string, string>();
  for (let at = 0; at < words.length; at += 1) {
    const found = pairAt(words, at, topic, fillers) ?? choiceAt(words, at, topic);
    if (found && named.has(found.name)) return null;
    if (!found && !fillers.has((words[at] ?? "").toLowerCase())) return null;
    if (found) named.set(found.name, found.value);
    at = found?.last ?? at;
  }
  return named.size === 0 ? null : { named, private: all.some(isPrivate) };
}

const isPrivate = (word: string) => word.toLowerCase() === "private";

interface Found {
  readonly name: string;
  readonly value: string;
  /** Where its last word stands. */
  readonly last: number;
}

/** "since=2000", "since 2000", "window of 6m". */
function pairAt(
  words: readonly string[],
  at: number,
  topic: Asked,
  fillers: ReadonlySet<string>,
): Found | null {
  const [name = "", ...rest] = (words[at] ?? "").split("=");
  if (rest.length > 0) return valued(topic, name.toLowerCase(), rest.join("="), at);
  const next = words.findIndex((word, place) => place > at && !fillers.has(word.toLowerCase()));
  return next === -1 ? null : valued(topic, name.toLowerCase(), words[next] ?? "", next);
}

function valued(topic: Asked, name: string, value: string, last: number): Found | null {
  if (name === "pair") return /^[a-z0-9-]+$/i.test(value) ? { name, value, last } : null;
  if (name === "asof") return isDate(value) ? { name, value, last } : null;
  const spec = Object.hasOwn(topic.args, name) ? topic.args[name] : undefined;
  return spec && spec.parse(value) !== null ? { name, value, last } : null;
}

/** A bare word that one argument alone lists among its values. */
function choiceAt(words: readonly string[], at: number, topic: Asked): Found | null {
  const word = (words[at] ?? "").toLowerCase();
  const matches = Object.entries(topic.args).flatMap(([name, { choices }]) =>
    choices.filter((choice) => choice.toLowerCase() === word).map((value) => ({ name, value, last: at })),
  );
  const [only, ...more] = matches;
  return only && more.length === 0 ? only : null;
}

function fillersOf(topic: Asked, topics: readonly Topic[]): ReadonlySet<string> {
  const choices = Object.values(topic.args).flatMap((spec) => spec.choices);
  const described = [
    topic.summary,
    ...Object.entries(topic.args).flatMap(([name, { describe }]) => [name, describe]),
  ];
  const words = new Set(
    [...FILLERS.split(" "), topic.name, ...described.flatMap(wordsOf)].map((word) => word.toLowerCase()),
  );
  const meant = [...choices, ...topics.map((each) => each.name).filter((name) => name !== topic.name)];
  for (const word of meant) words.delete(word.toLowerCase());
  return words;
}
