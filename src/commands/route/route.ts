import { BriefingError } from "../../briefing/errors.ts";
import type { Topic } from "../../topics/topic.ts";
import { parseLine } from "../grammar.ts";
import { argumentsIn, type FoundArguments, windowsOf } from "./arguments.ts";
import { asksOf, type Candidate, catalogueOf, heard } from "./catalogue.ts";
import { hasFillersOnly } from "./fillers.ts";
import {
  isAboutPolicy,
  isAbroad,
  isAnotherMatter,
  isDefinition,
  isForecast,
  isOfRecession,
  isWhy,
  isWish,
  refersBack,
  speaksOfSize,
} from "./manner.ts";
import { type Period, periodsIn } from "./periods.ts";
import { stemOf, tokensOf, withoutTypos } from "./tokens.ts";
import { asWritten, leftOut, notUnderstood } from "./unread.ts";

export interface Route {
  /** A line of the grammar; null: not understood. */
  readonly line: string | null;
  /** What the question limits and the command cannot, in its own short words. */
  readonly unused: readonly string[];
  /** Command lines that may have been meant, nearest first; empty: nothing was heard. */
  readonly nearest: readonly string[];
}

/** Longer ones are no question. */
const LONGEST = 500;
const MOST_OFFERED = 3;
const ANY_DAY = "9999-12-31";

/**
 * A question in words, as the command that answers it, by rules alone. `previous`: the command that the conversation
 * is about. Half understood is not understood: whoever asks about another market or about the future is not given
 * this one's past.
 */
export function routeQuestion(text: string, topics: readonly Topic[], previous: string | null): Route {
  const { candidates, words } = catalogueOf(topics);
  if (text.length > LONGEST) return { line: null, unused: [], nearest: [] };
  const tokens = withoutTypos(tokensOf(text), words);
  const periods = periodsIn(tokens);
  const scored = candidates
    .map((candidate) => ({ candidate, ...heard(tokens, candidate) }))
    .map(({ candidate, strong, weak }) => ({
      candidate,
      strong:
        strong + (supposes(tokens, candidate) ? SUPPOSING : 0) + (warnsOf(tokens, candidate) ? WARNING : 0),
      weak: weak + (hasWindow(periods, candidate) ? 1 : 0),
    }))
    .filter(({ strong, weak }) => strong + weak > 0)
    .sort((a, b) => b.strong - a.strong || b.weak - a.weak || yielding(a) - yielding(b));
  const nearest = [...new Set(scored.map(({ candidate }) => candidate.line))].slice(0, MOST_OFFERED);
  const none: Route = { line: null, unused: [], nearest };
  const isSupposed = candidates.some((candidate) => supposes(tokens, candidate));
  if (isAbroad(tokens) || isAboutPolicy(tokens) || (isAnotherMatter(tokens) && !isSupposed)) return none;
  const said =
    followed(tokens, scored, topics, previous) ??
    chosen({ text, tokens, scored, topics, inTalk: previous !== null });
  if (said === null) return none;
  const privately = /\b(?:just|only) (?:for |to |tell |show )?me\b|\bprivate(?:ly)?\b/i.test(text);
  const line = [said.line, ...(privately ? ["private"] : [])].join(" ");
  const unread = notUnderstood(tokens, said.line, candidates).map((word) => asWritten(word, text));
  const limits = [...said.unused, ...leftOut(tokens, said.line)];
  const unused = [...limits, ...unread.filter((word) => !limits.some((each) => says(each, word)))];
  return { line, unused: [...new Set(unused)], nearest };
}

const says = (longer: string, word: string) =>
  longer.toLowerCase().split(/\W+/).map(stemOf).includes(stemOf(word));

interface Scored {
  readonly candidate: Candidate;
  readonly strong: number;
  readonly weak: number;
}
type Said = Pick<Route, "unused"> & { readonly line: string };

const yielding = ({ candidate }: Scored) => (candidate.asks.yields ? 1 : 0);

/** Whether nothing says which of two is meant. */
const areTied = (a: Scored, b: Scored | undefined) =>
  b !== undefined && a.strong === b.strong && a.weak === b.weak && yielding(a) === yielding(b);

interface Heard {
  readonly text: string;
  readonly tokens: readonly string[];
  readonly scored: readonly Scored[];
  readonly topics: readonly Topic[];
  /** "They" are small-caps then. */
  readonly inTalk: boolean;
}

/** "What if earnings fall by 10 %" is for the topic that assumes such amounts, loud as "earnings" may be elsewhere. */
const SUPPOSING = 10;
const supposes = (tokens: readonly string[], { topic, asks }: Candidate) =>
  topic?.assumptions.some(
    (name) => asks.assumes?.[name] !== undefined && argumentsIn(tokens, topic, asks).named.has(name),
  ) ?? false;

/** A recession by itself is a risk, not what came after earlier ones: louder than the word alone, no louder than phrases. */
const WARNING = 5;
const warnsOf = (tokens: readonly string[], { topic }: Candidate) =>
  topic?.name === "risks" && isOfRecession(tokens);

/** A period speaks for a topic that has windows. */
const hasWindow = (periods: readonly Period[], { topic }: Candidate) =>
  periods.length > 0 && topic !== null && windowsOf(topic).length > 0;

/** The one command for which a question speaks loudest. */
function chosen({ text, tokens, scored, topics, inTalk }: Heard): Said | null {
  const strong = scored.filter((each) => each.strong > 0);
  const [first] = strong;
  if (first === undefined) return hinted(tokens, scored, inTalk);
  const inTopics = strong.filter(({ candidate }) => candidate.topic !== null);
  const [topic] = inTopics;
  const isBrief = first.candidate.line === "brief";
  if (first.candidate.topic === null && !(isBrief && topic))
    return { line: first.candidate.line, unused: [] };
  if (topic === undefined) return null;
  const parts = supposes(tokens, topic.candidate) ? null : partsOf(text, tokens, inTopics, topics);
  if (parts !== null) return parts;
  if (areTied(topic, inTopics[1])) return null;
  return answered(tokens, topic.candidate);
}

function answered(tokens: readonly string[], { topic, asks }: Candidate): Said | null {
  if (topic === null) return null;
  const found = argumentsIn(tokens, topic, asks);
  const isMeant = isDefinition(tokens) && found.asOf === null;
  return isMeant ? { line: `help ${topic.name}`, unused: [] } : lineOf(topic, found);
}

function lineOf(topic: Topic, { named, asOf, unused }: FoundArguments): Said {
  const args = Object.keys(topic.args).flatMap((name) =>
    named.has(name) ? [`${name}=${named.get(name)}`] : [],
  );
  return { line: [topic.name, ...args, ...(asOf === null ? [] : [`asof=${asOf}`])].join(" "), unused };
}

/** Hints count where the question is about small-caps, and not about what nobody knows. */
function hinted(tokens: readonly string[], scored: readonly Scored[], inTalk: boolean): Said | null {
  const [first, second] = scored.filter(({ candidate }) => candidate.topic !== null);
  if (first === undefined || areTied(first, second)) return null;
  if (
    !((inTalk && refersBack(tokens)) || speaksOfSize(tokens) || first.weak > 1) ||
    isForecast(tokens) ||
    isWhy(tokens) ||
    isWish(tokens)
  )
    return null;
  return answered(tokens, first.candidate);
}

/** "Are they cheap, and how have they done?": several topics, each in a part of its own. */
function partsOf(
  text: string,
  tokens: readonly string[],
  inTopics: readonly Scored[],
  topics: readonly Topic[],
): Said | null {
  if (inTopics.length < 2) return null;
  const { words } = catalogueOf(topics);
  const parts = text
    .split(/\b(?:and|plus|as well as|also|then)\b|[,;?&+]/i)
    .map((part) => withoutTypos(tokensOf(part), words));
  const led = parts.map((part) => {
    const [best, next] = inTopics
      .map(({ candidate }) => ({ candidate, ...heard(part, candidate) }))
      .filter((each) => each.strong > 0)
      .sort((a, b) => b.strong - a.strong);
    return best && best.strong !== next?.strong ? best.candidate : null;
  });
  const named = [...new Set(led.flatMap((candidate) => (candidate?.topic ? [candidate.topic] : [])))];
  if (named.length < 2) return null;
  const asOf = named
    .map((topic) => argumentsIn(tokens, topic, asksOf(topic)).asOf)
    .find((date) => date !== null);
  const line = [
    `brief topics=${named.map(({ name }) => name).join(",")}`,
    ...(asOf ? [`asof=${asOf}`] : []),
  ].join(" ");
  const limits = named.flatMap((topic) => [...argumentsIn(tokens, topic, asksOf(topic)).named.values()]);
  return { line, unused: [...new Set(limits)] };
}

/** What only changes the question before it: every word of it has to be understood. */
function followed(
  tokens: readonly string[],
  scored: readonly Scored[],
  topics: readonly Topic[],
  previous: string | null,
): Said | null {
  const before = previous === null ? null : topicBefore(previous, topics);
  if (before === null) return null;
  const asks = asksOf(before.topic);
  const loud = scored.find(({ candidate }) => candidate.topic === before.topic)?.strong ?? 0;
  const own = scored.some(
    ({ candidate, strong }) => strong > 0 && strong >= loud && candidate.topic !== before.topic,
  );
  const found = argumentsIn(tokens, before.topic, asks);
  if (own || (found.named.size === 0 && found.asOf === null)) return null;
  if (
    !hasFillersOnly(
      tokens.filter((_, at) => !found.used.has(at)),
      before.topic,
    )
  )
    return null;
  const named = new Map([...before.given, ...found.named]);
  const said = lineOf(before.topic, { ...found, named, asOf: found.asOf ?? before.asOf });
  const pair = before.given.get("pair");
  return pair === undefined ? said : { ...said, line: `${said.line} pair=${pair}` };
}

interface Before {
  readonly topic: Topic;
  readonly given: ReadonlyMap<string, string>;
  readonly asOf: string | null;
}

function topicBefore(previous: string, topics: readonly Topic[]): Before | null {
  try {
    const { command, asOf } = parseLine(previous, topics, ANY_DAY);
    const asked = command.kind === "explain" ? command.of : command;
    if (asked.kind !== "topic") return null;
    const given = asked.given.map((each) => {
      const at = each.indexOf("=");
      return [each.slice(0, at), each.slice(at + 1)] as const;
    });
    return { topic: asked.topic, given: new Map(given), asOf };
  } catch (error) {
    if (error instanceof BriefingError) return null;
    throw error;
  }
}
