import type { Asks } from "../../topics/asks.ts";
import type { Topic } from "../../topics/topic.ts";
import { GENERAL_ASKS } from "./general-asks.ts";
import { matchAt, type Phrase, phraseOf, spelt, tokensOf } from "./tokens.ts";
import { TOPIC_WORDS } from "./topic-words.ts";

/** A command that a question may be routed to, with the words that lead there. */
export interface Candidate {
  /** Null: a general command. */
  readonly topic: Topic | null;
  readonly line: string;
  readonly asks: Asks;
  readonly words: readonly Phrase[];
  readonly hints: readonly Phrase[];
}

export interface Catalogue {
  readonly candidates: readonly Candidate[];
  /** Every word of every phrase, as it is compared. */
  readonly words: ReadonlySet<string>;
}

const kept = new WeakMap<readonly Topic[], Catalogue>();

/** Of these topics: their own words first, else those kept for their name; their name and title always. */
export function catalogueOf(topics: readonly Topic[]): Catalogue {
  const there = kept.get(topics);
  if (there !== undefined) return there;
  const candidates = [
    ...topics.map((topic) => candidate(topic, topic.name, asksOf(topic))),
    ...GENERAL_ASKS.map(({ line, asks }) => candidate(null, line, asks)),
  ];
  const values = candidates.flatMap(({ asks }) =>
    Object.values(asks.values ?? {}).flatMap((each) => Object.values(each).flat()),
  );
  const phrases = [
    ...candidates.flatMap(({ words, hints }) => [...words, ...hints]),
    ...values.map(phraseOf),
  ];
  const words = phrases
    .flat()
    .filter((word) => !/[{~]/.test(word))
    .map((word) => word.replace("*", ""));
  const made = { candidates, words: new Set(words) };
  kept.set(topics, made);
  return made;
}

export function asksOf(topic: Topic): Asks {
  const own = topic.asks ?? (Object.hasOwn(TOPIC_WORDS, topic.name) ? TOPIC_WORDS[topic.name] : undefined);
  return own ?? { words: [] };
}

function candidate(topic: Topic | null, line: string, asks: Asks): Candidate {
  const names = topic === null ? [] : [topic.name, tokensOf(spelt(topic.title)).join(" ")];
  const longestFirst = (texts: readonly string[]) =>
    [...new Set(texts)].map(phraseOf).sort((a, b) => b.length - a.length);
  return {
    topic,
    line,
    asks,
    words: longestFirst([...names, ...asks.words]),
    hints: longestFirst(asks.hints ?? []),
  };
}

/** How loudly a question speaks for a candidate: phrases that only it has, and hints. */
export function heard(
  tokens: readonly string[],
  { words, hints }: Candidate,
): { strong: number; weak: number } {
  const taken = new Set<number>();
  const count = (phrases: readonly Phrase[], worth: (length: number) => number) => {
    let sum = 0;
    for (const phrase of phrases) {
      for (let at = 0; at < tokens.length; at += 1) {
        const match = matchAt(tokens, at, phrase);
        const places = Array.from({ length: match?.length ?? 0 }, (_, offset) => at + offset);
        if (match === null || places.some((place) => taken.has(place))) continue;
        for (const place of places) taken.add(place);
        sum += worth(phrase.length);
      }
    }
    return sum;
  };
  const strong = count(words, (length) => 2 + 2 * length);
  return { strong, weak: count(hints, () => 1) };
}
