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

type Asked = Pick<Topic, "args" | "name">;
interface Found {
  readonly value: string;
  readonly at: number;
  readonly length: number;
}
/** The last day of a period, and the window that ends then and covers it. */
interface Within extends Found {
  readonly window: string | null;
}

interface Dates {
  /** Said of itself: "as of March 2020". */
  readonly stated: Found | null;
  /** "In March 2020". */
  readonly within: Within | null;
  readonly since: Found | null;
  readonly periods: readonly Period[];
}

function datesIn(tokens: readonly string[]): Dates {
  const stated = asOfIn(tokens);
  const within = stated ? null : inDate(tokens);
  return { stated, within, since: sinceIn(tokens, stated ?? within), periods: periodsIn(tokens) };
}

/** The arguments of a topic that a question names in words. Two values for one argument are none. */
export function argumentsIn(tokens: readonly string[], topic: Asked, asks: Asks): FoundArguments {
  const dates = datesIn(tokens);
  const { stated, since, periods } = dates;
  const { named, taken } = valuesIn(tokens, topic, asks, dates);
  const isFree = (one: Found | null) => one !== null && !taken.has(one.at + one.length - 1);
  const within = isFree(dates.within) ? dates.within : null;
  if (within !== null) nameWindow(named, topic, within);
  const isLimit = isFree(since) && ![...named.values()].includes(since?.value ?? "");
  const unused = [...withoutWindow(periods, topic), ...(isLimit ? [`since ${since?.value}`] : [])];
  const said = [stated, dates.within, since].flatMap((each) => each ?? []);
  const used = new Set([...placesOf([...said, ...periods]), ...taken]);
  const asOf = (stated ?? within)?.value ?? null;
  return { named, asOf, unused: [...new Set(unused)], used };
}

function valuesIn(tokens: readonly string[], topic: Asked, asks: Asks, { since, periods }: Dates) {
  const named = new Map<string, string>();
  const taken = new Set<number>();
  const phrases = spokenOf(tokens, asks);
  for (const [name, spec] of Object.entries(topic.args)) {
    const said = [
      ...(phrases.get(name) ?? []),
      ...typed(tokens, name, spec),
      ...(name === "since" && since ? [since] : []),
      ...inWindows(periods, spec),
    ].filter(({ value }) => spec.parse(value) !== null);
    // An assumption out of bounds is no other question: its topic refuses it and says what it takes.
    const found = [...said, ...assumed(tokens, asks.assumes?.[name] ?? [], spec)];
    const only = onlyValue(found);
    if (only === null) continue;
    named.set(name, only);
    for (const place of placesOf(found)) taken.add(place);
  }
  return { named, taken };
}

/** Of a month or a year that a question is about the window that covers it, where no other is named. */
function nameWindow(named: Map<string, string>, { args }: Asked, { window }: Within): void {
  for (const [name, { choices }] of Object.entries(args))
    if (window !== null && choices.includes(window) && !named.has(name)) named.set(name, window);
}

/** Of these the tables hold several periods, or periods after an event. */
const OF_MANY_PERIODS = new Set(["ratecut", "recovery", "volatility", "valuation"]);

/** Periods for which a topic has no window. */
function withoutWindow(periods: readonly Period[], topic: Asked): readonly string[] {
  const windows = windowsOf(topic);
  if (windows.length === 0 && OF_MANY_PERIODS.has(topic.name)) return [];
  return periods.map(({ window }) => window).filter((window) => !windows.includes(window));
}

/** The values of an argument that takes windows ("6m", "ytd"); none where no argument does. */
export function windowsOf({ args }: Pick<Topic, "args">): readonly string[] {
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

/** Phrases of the topic's own by argument; one within a longer one says nothing, of whichever argument. */
function spokenOf(tokens: readonly string[], { values = {} }: Asks): ReadonlyMap<string, readonly Found[]> {
  const byName = new Map(Object.entries(values).map(([name, phrases]) => [name, spoken(tokens, phrases)]));
  const all = [...byName.values()].flat();
  const isWithin = (one: Found) =>
    all.some(
      (other) =>
        other.length > one.length && other.at <= one.at && other.at + other.length >= one.at + one.length,
    );
  return new Map([...byName].map(([name, found]) => [name, found.filter((one) => !isWithin(one))]));
}

function spoken(
  tokens: readonly string[],
  values: Readonly<Record<string, readonly string[]>>,
): readonly Found[] {
  return Object.entries(values).flatMap(([value, phrases]) =>
    phrases.flatMap((text) => {
      const phrase = phraseOf(text);
      return tokens.flatMap((_, at): Found[] => {
        const match = matchAt(tokens, at, phrase);
        const said = value === "{year}" ? (match?.year ?? null) : value;
        return match === null || said === null ? [] : [{ value: said, at, length: match.length }];
      });
    }),
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

/** "In March 2020", "in 2010": as things stood when it was over. */
function inDate(tokens: readonly string[]): Within | null {
  for (const [at, token] of tokens.entries()) {
    if (token !== "in" && token !== "during") continue;
    const date = dateAt(tokens, at + 1);
    if (!date) continue;
    const window = { 4: "12m", 7: "1m" }[date.date.length] ?? null;
    return { value: lastDay(date.date), at, length: 1 + date.length, window };
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
  /^(?:fall|fell|drop|decline|shrink|slip|lower|down|decrease|cut|less|lose|lost|reduce|miss|worse|contract|sink|disappoint|minu|ease|easing)/;
const RISE =
  /^(?:rise|rose|rising|grow|grew|increase|up|higher|gain|improve|jump|beat|climb|plu|add|hike|hiking|raise|raising|tighten)/;

/** How much an assumption assumes; `sign` where it says so itself. */
interface Amount {
  readonly sign: string | undefined;
  readonly size: string;
  readonly at: number;
  readonly length: number;
}

const FRACTIONS: Readonly<Record<string, string>> = {
  half: "50",
  third: "33.33",
  quarter: "25",
  fifth: "20",
  tenth: "10",
};
const PERCENT = /^([+-])?(\d{1,3}(?:\.\d{1,2})?)%?$/;

function percentIn(tokens: readonly string[]): Amount | null {
  const isFraction = (token: string, place: number) =>
    Object.hasOwn(FRACTIONS, token) && ["by", "one"].includes(tokens[place - 1] ?? "");
  const at = tokens.findIndex(
    (token, place) =>
      isFraction(token, place) || (PERCENT.test(token) && (token.endsWith("%") || /^[+-]/.test(token))),
  );
  if (at < 0) return null;
  const [, sign, percent = ""] = PERCENT.exec(tokens[at] ?? "") ?? [];
  return { sign, size: FRACTIONS[tokens[at] ?? ""] ?? percent, at, length: 1 };
}

const POINTS: Readonly<Record<string, number>> = {
  quarter: 25,
  half: 50,
  full: 100,
  whole: 100,
  one: 100,
  percentage: 100,
  two: 200,
};
const NUMBER = /^([+-])?(\d{1,4}(?:\.\d{1,2})?)(%)?$/;

/** What follows a number and makes it basis points, and how many of them one is. */
const IN_POINTS: readonly (readonly [words: readonly string[], size: number])[] = [
  [["bp"], 1],
  [["bps"], 1],
  [["basis", "point"], 1],
  [["pp"], 100],
  [["percentage", "point"], 100],
  [["point"], 100],
];

/** "100 bp", "50 basis points", "1 %", "1.5 percentage points", "half a point": in basis points. */
function basisPointsIn(tokens: readonly string[]): Amount | null {
  for (const [at, token] of tokens.entries()) {
    const unit = IN_POINTS.find(([words]) => words.every((word, offset) => tokens[at + 1 + offset] === word));
    const length = 1 + (unit?.[0].length ?? 0);
    const points = Object.hasOwn(POINTS, token) ? POINTS[token] : undefined;
    if (points !== undefined && unit?.[1] === 100) return { sign: undefined, size: `${points}`, at, length };
    const [, sign, number, percent] = NUMBER.exec(token) ?? [];
    if (number === undefined || (percent === undefined && unit === undefined)) continue;
    const each = percent === undefined ? (unit?.[1] ?? 1) : 100;
    return { sign, size: `${each * Number(number)}`, at, length };
  }
  return null;
}

/** "What if earnings fall by 10 %?" as "-10%", "if rates rise 100 basis points" as "+100bp". */
function assumed(
  tokens: readonly string[],
  about: readonly string[],
  { example }: ArgSpec<unknown>,
): readonly Found[] {
  const nouns = about.map((word) => phraseOf(word).join(" "));
  if (!tokens.some((token) => SUPPOSED.has(token)) || !tokens.some((token) => nouns.includes(token)))
    return [];
  const inPoints = example.endsWith("bp");
  const amount = inPoints ? basisPointsIn(tokens) : percentIn(tokens);
  const falls = tokens.some((token) => FALL.test(token));
  const rises = tokens.some((token) => RISE.test(token));
  if (amount === null || (amount.sign === undefined && falls === rises)) return [];
  const { sign, size, at, length } = amount;
  const value = `${sign ?? (falls ? "-" : "+")}${size}${inPoints ? "bp" : "%"}`;
  const says = (token: string) =>
    SUPPOSED.has(token) ||
    nouns.includes(token) ||
    FALL.test(token) ||
    RISE.test(token) ||
    PERCENT.test(token);
  return tokens.flatMap((token, place) =>
    says(token) || (place >= at && place < at + length) ? [{ value, at: place, length: 1 }] : [],
  );
}
