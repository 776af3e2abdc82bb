import type { ArgSpec } from "../../topics/args.ts";
import type { Asks } from "../../topics/asks.ts";
import type { Topic } from "../../topics/topic.ts";
import { dateAt, lastDay, type Period, periodsIn } from "./periods.ts";
import { matchAt, phraseOf } from "./tokens.ts";

export interface FoundArguments {
  /** By name, as they are typed. */
  readonly named: ReadonlyMap<string, string>;
  readonly asOf: string | null;
  /** What the question limits that the topic cannot: a period for which it has no window, a date to count from. */
  readonly unused: readonly string[];
  /** Which words said so. */
  readonly used: ReadonlySet<number>;
}

type Asked = Pick<Topic, "args">;
interface Found {
  readonly value: string;
  readonly at: number;
  readonly length: number;
}

/** The arguments of a topic that a question names in words. Two values for one argument are none. */
export function argumentsIn(tokens: readonly string[], topic: Asked, asks: Asks): FoundArguments {
  const asOf = asOfIn(tokens);
  const since = sinceIn(tokens, asOf);
  const periods = periodsIn(tokens);
  const used = new Set<number>(placesOf([...(asOf ? [asOf] : []), ...(since ? [since] : []), ...periods]));
  const named = new Map<string, string>();
  for (const [name, spec] of Object.entries(topic.args)) {
    const found = [
      ...spoken(tokens, asks.values?.[name] ?? {}),
      ...typed(tokens, name, spec),
      ...(name === "since" && since ? [since] : []),
      ...inWindows(periods, spec),
      ...assumed(tokens, asks.assumes?.[name] ?? []),
    ].filter(({ value }) => spec.parse(value) !== null);
    const only = onlyValue(found);
    if (only === null) continue;
    named.set(name, only);
    for (const place of placesOf(found)) used.add(place);
  }
  const limits = since && !named.has("since") && ![...named.values()].includes(since.value);
  const unused = [...withoutWindow(periods, topic), ...(limits ? [`since ${since.value}`] : [])];
  return { named, asOf: asOf?.value ?? null, unused: [...new Set(unused)], used };
}

/** Periods for which a topic of windows has none. */
function withoutWindow(periods: readonly Period[], topic: Asked): readonly string[] {
  const windows = windowsOf(topic);
  if (windows.length === 0) return [];
  return periods.map(({ window }) => window).filter((window) => !windows.includes(window));
}

/** The values of an argument that takes windows ("6m", "ytd"); none where no argument does. */
export function windowsOf({ args }: Asked): readonly string[] {
  const windows = Object.values(args).find(({ choices }) =>
    choices.some((choice) => /^\d+[dm]$/.test(choice)),
  );
  return windows?.choices ?? [];
}

function onlyValue(found: readonly Found[]): string | null {
  const [only, ...others] = new Set(found.map(({ value }) => value));
  return others.length > 0 ? null : (only ?? null);
}

const placesOf = (found: readonly { readonly at: number; readonly length: number }[]) =>
  found.flatMap(({ at, length }) => Array.from({ length }, (_, offset) => at + offset));

/** Phrases of the topic's own; one within a longer one says nothing by itself. */
function spoken(
  tokens: readonly string[],
  values: Readonly<Record<string, readonly string[]>>,
): readonly Found[] {
  const all = Object.entries(values).flatMap(([value, phrases]) =>
    phrases.flatMap((text) => {
      const phrase = phraseOf(text);
      return tokens.flatMap((_, at): Found[] => {
        const match = matchAt(tokens, at, phrase);
        const said = value === "{year}" ? (match?.year ?? null) : value;
        return match === null || said === null ? [] : [{ value: said, at, length: match.length }];
      });
    }),
  );
  return all.filter(
    (one) =>
      !all.some(
        (other) =>
          other.length > one.length && other.at <= one.at && other.at + other.length >= one.at + one.length,
      ),
  );
}

/** "aggExLoss", "window 6m": a value as it is typed, by itself where no everyday word is one. */
function typed(tokens: readonly string[], name: string, { choices }: ArgSpec<unknown>): readonly Found[] {
  return tokens.flatMap((token, at) =>
    choices
      .filter((choice) => choice.toLowerCase() === token)
      .filter((choice) => /\d|[a-z][A-Z]/.test(choice) || tokens[at - 1] === name)
      .map((value) => ({ value, at, length: 1 })),
  );
}

function inWindows(periods: readonly Period[], { choices }: ArgSpec<unknown>): readonly Found[] {
  return periods
    .filter(({ window }) => choices.includes(window))
    .map(({ window, at, length }) => ({ value: window, at, length }));
}

const SINCE = new Set(["since", "from", "after", "starting", "beginning", "post"]);
const AS_OF = [
  "as of",
  "as at",
  "at end of",
  "by end of",
  "end of",
  "back in",
  "asof",
  "as it stood in",
  "as on",
].map((text) => text.split(" "));

function sinceIn(tokens: readonly string[], asOf: Found | null): Found | null {
  for (const [at, token] of tokens.entries()) {
    if (!SINCE.has(token)) continue;
    const skip = ["in", "year", "start", "beginning", "of"].includes(tokens[at + 1] ?? "") ? 1 : 0;
    const date = dateAt(tokens, at + 1 + skip);
    if (date === null || at + 1 + skip === asOf?.at) continue;
    if (token === "after" && /^\d{4}$/.test(date.date) && tokens[at + 1 + skip + date.length] === "cut")
      continue;
    return { value: date.date, at, length: 1 + skip + date.length };
  }
  return null;
}

function asOfIn(tokens: readonly string[]): Found | null {
  for (const [at] of tokens.entries()) {
    for (const words of AS_OF) {
      if (words.some((word, offset) => tokens[at + offset] !== word)) continue;
      const date = dateAt(tokens, at + words.length);
      if (date) return { value: lastDay(date.date), at, length: words.length + date.length };
    }
    const day = tokens[at] === "on" ? dateAt(tokens, at + 1) : null;
    if (day && day.date.length === 10) return { value: day.date, at, length: 1 + day.length };
  }
  return null;
}

const SUPPOSED = new Set([
  "if",
  "suppose",
  "supposing",
  "assume",
  "assuming",
  "say",
  "were",
  "imagine",
  "whatif",
]);
const FALL =
  /^(?:fall|fell|drop|decline|shrink|slip|lower|down|decrease|cut|less|lose|lost|reduce|miss|worse|contract|sink|disappoint|minu)/;
const RISE = /^(?:rise|rose|grow|grew|increase|up|higher|gain|improve|jump|beat|climb|plu|add)/;
const PERCENT = /^([+-])?(\d{1,3}(?:\.\d{1,2})?)%?$/;

/** "What if earnings fall by 10 %?" as "-10%". */
function assumed(tokens: readonly string[], about: readonly string[]): readonly Found[] {
  const nouns = about.map((word) => phraseOf(word).join(" "));
  if (!tokens.some((token) => SUPPOSED.has(token)) || !tokens.some((token) => nouns.includes(token)))
    return [];
  const at = tokens.findIndex((token) => PERCENT.test(token) && (token.endsWith("%") || /^[+-]/.test(token)));
  const [, sign, size = ""] = PERCENT.exec(tokens[at] ?? "") ?? [];
  const falls = tokens.some((token) => FALL.test(token));
  const rises = tokens.some((token) => RISE.test(token));
  if (at < 0 || (sign === undefined && falls === rises)) return [];
  const value = `${sign ?? (falls ? "-" : "+")}${size}%`;
  const says = (token: string) =>
    SUPPOSED.has(token) ||
    nouns.includes(token) ||
    FALL.test(token) ||
    RISE.test(token) ||
    PERCENT.test(token);
  return tokens.flatMap((token, place) => (says(token) ? [{ value, at: place, length: 1 }] : []));
}
