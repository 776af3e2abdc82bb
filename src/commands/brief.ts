import type { ArgSpec } from "../topics/args.ts";
import type { NotInBrief } from "../topics/merge.ts";
import type { Topic } from "../topics/topic.ts";

/** What reading arguments takes to know of a command. */
export type Shape = Pick<Topic, "name" | "args">;

/**
 * The case, then from what moves every day to what hardly moves: the order of a briefing for which no topics were named.
 * Others follow in the order of the registry.
 */
const FIRST = ["thesis", "performance", "valuation"];

/** What a briefing for which no topics were named is about, under the thesis; the others are asked for by name. */
const BY_DEFAULT: ReadonlySet<string> = new Set(["performance", "valuation", "ratecut", "calendar"]);

/** Of topics that can be answered those of every briefing, or all where none of these is among them. */
export function byDefault(ready: readonly Topic[]): readonly Topic[] {
  const usual = ready.filter(({ name }) => BY_DEFAULT.has(name));
  return usual.length > 0 ? ready.filter((topic) => topic.name === "thesis" || usual.includes(topic)) : ready;
}

/**
 * What the usual briefing does not hold, and why; null: these are not the topics of one, or nothing is missing.
 * @param listed those that it is about, also where one of them could not be answered
 */
export function notInBrief(
  topics: readonly Topic[],
  listed: readonly Topic[],
  isAnswerable: (topic: Topic) => boolean,
): NotInBrief | null {
  const isUsual = ({ name }: Topic) => name === "thesis" || BY_DEFAULT.has(name);
  if (listed[0] !== inBriefOrder(topics)[0] || !listed.every(isUsual)) return null;
  const others = inBriefOrder(topics).filter((topic) => !listed.includes(topic));
  // A usual one whose files are at hand is not among those listed where these hold nothing for it.
  const notAsked = others.filter((topic) => isAnswerable(topic) && !isUsual(topic));
  const noData = others.filter((topic) => !notAsked.includes(topic));
  return others.length === 0 ? null : { noData: noData.map(namesOf), notAsked: notAsked.map(namesOf) };
}

const namesOf = ({ name, title }: Topic) => ({ name, title });

export function inBriefOrder(topics: readonly Topic[]): readonly Topic[] {
  const place = ({ name }: Topic) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  return [...topics].sort((a, b) => place(a) - place(b));
}

/** `brief topics=a,b` as a command with arguments, like a topic. */
export function briefShape(topics: readonly Topic[]): Shape & Pick<Topic, "summary"> {
  return {
    name: "brief",
    summary:
      "several topics in one message; without topics= the thesis at a glance, performance, valuation, rate cuts and what lies ahead, as far as the data at hand can answer",
    args: { topics: topicList(topics) },
  };
}

/** The first one named leads. */
function topicList(topics: readonly Topic[]): ArgSpec<readonly string[] | null> {
  const known = topics.map(({ name }) => name);
  return {
    describe: "the topics, parted by commas; the first one leads",
    example: inBriefOrder(topics)
      .slice(0, 2)
      .map(({ name }) => name)
      .join(","),
    choices: known,
    fallback: null,
    parse: (raw) => {
      const names = raw
        .toLowerCase()
        .split(",")
        .filter((name) => name !== "");
      return names.length > 0 && names.every((name) => known.includes(name)) ? [...new Set(names)] : null;
    },
  };
}

/** "topics=a, b" as it is meant. */
export function joinedLists(words: readonly string[]): readonly string[] {
  const joined = words.join(" ").replace(/ ?, ?/g, ",");
  return joined === "" ? [] : joined.split(" ");
}
