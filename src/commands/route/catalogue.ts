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
  readonly known: ReadonlySet<string>;
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
  const made = {
    candidates,
    known: new Set([
      ...phrases
        .flat()
        .filter((word) => !word.includes("{"))
        .map((word) => word.replace("*", "")),
      ...COMMON,
    ]),
  };
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

/** Correctly spelt words that look like ours. */
const COMMON: readonly string[] = tokensOf(
  "about above across again being below cheese clean clear close company could doing during earth every first found going " +
    "great having higher house large later least level light lower market maybe might month never other place plain point " +
    "price quite ready right round shall short should since small smaller stock story study table thank their there these " +
    "thing think those three today total under until using value water weather where which while white whole whose woman " +
    "world would wrong years yield please explain question answer really better since companies stocks against compared " +
    "versus relative between people before after holding housing reason season person chicken recipe country trading",
);

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
        const places = phrase.map((_, offset) => at + offset);
        if (places.some((place) => taken.has(place)) || matchAt(tokens, at, phrase) === null) continue;
        for (const place of places) taken.add(place);
        sum += worth(phrase.length);
      }
    }
    return sum;
  };
  const strong = count(words, (length) => 2 + 2 * length);
  return { strong, weak: count(hints, () => 1) };
}
