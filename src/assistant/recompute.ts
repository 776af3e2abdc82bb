import type { Briefing } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import { forbidsStoring } from "../briefing/licences.ts";
import { type Absent, isAbsent } from "../briefing/value.ts";
import { type BriefCommand, parseLine, type TopicCommand } from "../commands/grammar.ts";
import type { DatasetName } from "../market/datasets.ts";
import { composeBriefing } from "../topics/compose.ts";
import { type LeftOut, mergeBriefings, type NotInBrief, partsOf } from "../topics/merge.ts";
import type { Input, Topic } from "../topics/topic.ts";

type AnInput = Input<DatasetName> | Absent;

/** One of the things a briefing was made from: `name` is "<topic>/<need>", `value` what JSON can hold. */
export interface MadeFrom {
  readonly name: string;
  readonly value: unknown;
  readonly forbidden: string | null;
}

const origins = new WeakMap<Briefing, () => readonly MadeFrom[]>();

/** Remembers, for as long as the briefing lives, what makes it again. `made` is asked only where it is stored. */
export function remember(briefing: Briefing, made: () => readonly MadeFrom[]): Briefing {
  origins.set(briefing, made);
  return briefing;
}

/** A copy that differs in what it was not made from is made from the same. */
export function rememberAs(copy: Briefing, of: Briefing): Briefing {
  const made = origins.get(of);
  if (made !== undefined) origins.set(copy, made);
  return copy;
}

/** Null for a briefing that was not composed in this process. */
export function madeFrom(briefing: Briefing): readonly MadeFrom[] | null {
  return origins.get(briefing)?.() ?? null;
}

export function madeOf(topic: Topic, need: string, value: AnInput): MadeFrom {
  const forbidden = isAbsent(value) ? null : forbidsStoring(value.source);
  return { name: `${topic.name}/${need}`, value, forbidden };
}

export interface Recipe {
  /** As it was posted: its command, as-of date, mode and firm are taken from it, its numbers are not. */
  readonly briefing: Briefing;
  readonly codeVersion: string;
  /** By their names. */
  readonly inputs: ReadonlyMap<string, unknown>;
}

/** Of a briefing of several topics: those that could not be answered, with their reasons. */
export const LEFT_OUT = "brief/left out";

/** Of the usual briefing: what it does not hold; records of before that was said have none. */
export const NOT_IN = "brief/not in";

/**
 * Makes a past briefing again, from its stored inputs alone, by the code that answers questions. Pure.
 * @throws BriefingError `bad_command` where its command is none any more
 */
export function recompute(recipe: Recipe, topics: readonly Topic[]): Briefing {
  const { command: line, asOf } = recipe.briefing;
  const { command, asOf: given } = parseLine(line, topics, asOf);
  if (command.kind === "topic") return composed(recipe, command, line);
  if (command.kind === "brief") return merged(recipe, command, given);
  throw new BriefingError(
    "bad_command",
    `"${line}" makes no briefing any more`,
    "ask the version that made it",
  );
}

function composed({ briefing, codeVersion, inputs }: Recipe, { topic, args }: TopicCommand, line: string) {
  const { asOf, dataMode, firm } = briefing;
  const own = Object.keys(topic.needs).map(
    (need) => [need, stored(inputs, `${topic.name}/${need}`)] as const,
  );
  return composeBriefing({
    topic,
    args,
    asOf,
    command: line,
    inputs: Object.fromEntries(own) as Readonly<Record<string, AnInput>>,
    dataMode,
    codeVersion,
    firm,
  });
}

function merged(recipe: Recipe, { topics }: BriefCommand, given: string | null): Briefing {
  const leftOut = stored(recipe.inputs, LEFT_OUT) as readonly LeftOut[];
  const asked = (topics ?? []).filter(({ topic }) => !leftOut.some(({ title }) => title === topic.title));
  const dated = given === null ? [] : [`asof=${given}`];
  const parts = asked.map((part) => ({
    topic: part.topic,
    briefing: composed(recipe, part, [part.topic.name, ...part.given, ...dated].join(" ")),
  }));
  const [first, ...others] = partsOf(parts);
  if (first === undefined) throw new TypeError("a briefing of several topics has a part");
  const notIn = (recipe.inputs.get(NOT_IN) ?? null) as NotInBrief | null;
  return mergeBriefings(recipe.briefing.command, [first, ...others], leftOut, notIn);
}

function stored(inputs: Recipe["inputs"], name: string): unknown {
  const value = inputs.get(name);
  if (value !== undefined) return value;
  throw new BriefingError(
    "data_unavailable",
    `${name} is needed now, which it was not then`,
    "ask the version that made it",
  );
}
