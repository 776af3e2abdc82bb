import type { Briefing } from "./briefing/briefing.ts";
import { BriefingError } from "./briefing/errors.ts";
import { type Absent, isAbsent } from "./briefing/value.ts";
import { parseLine } from "./commands/grammar.ts";
import { cutAt, newestDate } from "./market/as-of.ts";
import type { DatasetName } from "./market/datasets.ts";
import { forbidsStoring } from "./market/licences.ts";
import type { Fetched } from "./market/port.ts";
import { composeBriefing } from "./topics/compose.ts";
import type { Input, Topic } from "./topics/topic.ts";

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

/** Null for a briefing that was not composed in this process. */
export function madeFrom(briefing: Briefing): readonly MadeFrom[] | null {
  return origins.get(briefing)?.() ?? null;
}

export function madeOf(topic: Topic, need: string, value: AnInput): MadeFrom {
  const forbidden = isAbsent(value) ? null : forbidsStoring(value.source);
  return { name: `${topic.name}/${need}`, value, forbidden };
}

/** What was known on the as-of date; a source speaks of no day after it, though a calendar lists days ahead. */
export function cutInput(dataset: DatasetName, { data, source }: Fetched, asOf: string): Input<DatasetName> {
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

export function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

export interface Recipe {
  /** As it was posted: its command, as-of date, mode and firm are taken from it, its numbers are not. */
  readonly briefing: Briefing;
  readonly codeVersion: string;
  /** By their names. */
  readonly inputs: ReadonlyMap<string, unknown>;
}

/**
 * Makes a past briefing again, from its stored inputs alone, by the code that answers questions. Pure.
 * @throws BriefingError `bad_command` where its command is none any more
 */
export function recompute({ briefing, codeVersion, inputs }: Recipe, topics: readonly Topic[]): Briefing {
  const { command: line, asOf, dataMode, firm } = briefing;
  const { command } = parseLine(line, topics, asOf);
  if (command.kind !== "topic")
    throw new BriefingError(
      "bad_command",
      `"${line}" makes no briefing any more`,
      "ask the version that made it",
    );
  const { topic, args } = command;
  const own = Object.keys(topic.needs).map((need) => {
    const value = inputs.get(`${topic.name}/${need}`);
    if (value === undefined)
      throw new BriefingError(
        "data_unavailable",
        `${topic.name} needs ${need} now, which it did not then`,
        "ask the version that made it",
      );
    return [need, value as AnInput];
  });
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
