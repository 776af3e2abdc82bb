import type { Unit } from "../../briefing/figure.ts";
import { nearKeys } from "../../briefing/suggest.ts";
import type { FigureFamily, Topic } from "../../topics/topic.ts";
import { evidence } from "../evidence.ts";
import { type Market, readTopic } from "../facts.ts";

export interface KnownFigure {
  readonly unit: Unit;
  readonly signed: boolean;
}

/** Which figures there are, whatever the data. */
export interface KnownFigures {
  readonly find: (key: string) => KnownFigure | null;
  /** The one that was meant, or several of which it may be one; empty: none is near. */
  readonly near: (key: string) => readonly string[];
}

interface Pattern {
  readonly params: readonly string[];
  readonly matches: RegExp;
  readonly family: FigureFamily;
}

/** Figures that data decide are named by them: a cycle by its year, a recession by its month. */
const DATED = /^\d{4}(-\d\d){0,2}[a-z]?$/;

/**
 * Every figure that a claim may name, topic by topic as they are named. A whole market is answered once: what its figures' keys hold is what a key may
 * hold, and where that is a date, any date.
 */
export function knownFigures(topics: readonly Topic[], market: Market, asOf: string): KnownFigures {
  const all = [...topics, evidence];
  const asked = new Map<string, ReturnType<typeof knownOf>>();
  const of = (topic: Topic) => {
    const known = asked.get(topic.name) ?? knownOf(topic, market, asOf);
    asked.set(topic.name, known);
    return known;
  };
  return {
    find: (key) => {
      const topic = all.find(({ name }) => name === key.split(".")[0]);
      return topic === undefined ? null : of(topic).find(key);
    },
    near: (key) =>
      nearKeys(
        key,
        all.flatMap((topic) => of(topic).keys),
      ),
  };
}

function knownOf(topic: Topic, market: Market, asOf: string) {
  const read = readTopic(topic, market, asOf);
  const keys = typeof read === "string" ? [] : read.figures.map(({ key }) => key);
  const patterns = Object.entries(topic.figures)
    .map(([pattern, family]) => patternOf(pattern, family))
    .sort((a, b) => a.params.length - b.params.length);
  const seen = new Map<string, Set<string>>();
  for (const key of keys) {
    const first = patterns.map((pattern) => valuesIn(pattern, key)).find((values) => values !== null);
    for (const [name, value] of first ?? []) seen.set(name, (seen.get(name) ?? new Set()).add(value));
  }
  const isKnown = ([name, value]: readonly [string, string]) => {
    const values = seen.get(name);
    if (values === undefined || values.has(value)) return values !== undefined;
    return DATED.test(value) && [...values].every((each) => DATED.test(each));
  };
  const find = (key: string): KnownFigure | null => {
    const pattern = patterns.find((each) => valuesIn(each, key)?.every(isKnown));
    const isAssumed = key.split(".")[1] === "whatIf";
    return pattern === undefined || isAssumed
      ? null
      : { unit: pattern.family.unit, signed: pattern.family.signed === true };
  };
  return { keys, find };
}

function patternOf(pattern: string, family: FigureFamily): Pattern {
  const source = pattern.replaceAll(".", "\\.").replace(/\{\w+\}/g, "([A-Za-z0-9-]+)");
  return {
    params: [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name),
    matches: new RegExp(`^${source}$`),
    family,
  };
}

/** A key's parts by name; null: it is none of the pattern's. */
function valuesIn({ matches, params }: Pattern, key: string): readonly (readonly [string, string])[] | null {
  const match = matches.exec(key);
  return match === null ? null : params.map((name, at) => [name, match[at + 1] ?? ""] as const);
}
