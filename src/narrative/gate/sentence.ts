import { CLAIM_TYPES, type ClaimType, DIRECTIONS, type Direction } from "../port.ts";
import { fold, normalise } from "./normalise.ts";

/** Stands in the words where a slot was: no letter, no digit, and in no text that is let through. */
export const SLOT = "\ue000";

export interface Slot {
  readonly key: string;
  /** Where its mark stands in `folded`. */
  readonly at: number;
}

/** A stretch between commas and conjunctions, in places of `folded`. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  /** It stands against the one before: "against", "than", "while". */
  readonly contrast: boolean;
  /** It adds to the one before: "and". */
  readonly joined: boolean;
}

/** A sentence of a draft in the forms that rules look at. */
export interface Sentence {
  readonly index: number;
  /** The one before it, from which a reader takes over what is not said again. */
  readonly before: Sentence | null;
  /** As handed in. */
  readonly raw: string;
  /** Normalised, with its slots: what is filled and read. */
  readonly text: string;
  /** Normalised, each slot one mark. */
  readonly plain: string;
  /** `plain` in lower case without accents. */
  readonly folded: string;
  readonly slots: readonly Slot[];
  readonly clauses: readonly Clause[];
  readonly figures: readonly string[];
  /** Null: none of the agreed ones. */
  readonly claimType: ClaimType | null;
  readonly subject: string | null;
  readonly direction: Direction | null;
  readonly comparator: string | null;
}

const EVERY_SLOT = new RegExp(SLOT, "g");
const WELL_FORMED = /\{\{([A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z0-9-]+)+)\}\}/g;
const CONTRAST = "against|versus|vs|than|while|whereas|compared with|compared to|but|yet|although|though";
/** "The mean of small-caps against large-caps over a year": the name of a figure. */
const PAIR = "(?<=\\bsmall-caps )against(?= large-caps\\b(?! (?:at|with|on|of) ))";
const BREAK = new RegExp(
  `[,;:()\\u2013\\u2014]|[.](?= |$)|\\b(?!${PAIR}|(?<=\\bother \\w+ )than\\b)(?:${CONTRAST}|and|or|so)\\b`,
  "g",
);
const CONTRASTS = new RegExp(`^(?:${CONTRAST})$`);

const oneOf = <T extends string>(names: readonly T[], value: unknown): T | null =>
  names.find((name) => name === value) ?? null;
const textOrNull = (value: unknown) => (typeof value === "string" ? value : null);
const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

/** What of the folded words is looked at, each place kept: what is only quoted is not. */
type Reading = (folded: string, keys: readonly string[]) => string;

/** Reads as much as there is: a draft that breaks the schema is still looked at for every other reason. */
export function readSentences(draft: unknown, reading: Reading = (folded) => folded): readonly Sentence[] {
  const { sentences } = record(draft);
  const read: Sentence[] = [];
  for (const each of Array.isArray(sentences) ? sentences : [])
    read.push(readSentence(record(each), read.length, read.at(-1) ?? null, reading));
  return read;
}

function readSentence(
  given: Readonly<Record<string, unknown>>,
  index: number,
  before: Sentence | null,
  reading: Reading,
): Sentence {
  const raw = textOrNull(given["text"]) ?? "";
  const text = normalise(raw.replaceAll(SLOT, "\ufffd"));
  const keys: string[] = [];
  const plain = text.replace(WELL_FORMED, (_slot, key: string) => {
    keys.push(key);
    return SLOT;
  });
  const folded = reading(fold(plain), keys);
  const places = [...folded.matchAll(EVERY_SLOT)].map(({ index: at }) => at);
  const figures = given["figures"];
  return {
    index,
    before,
    raw,
    text,
    plain,
    folded,
    slots: keys.map((key, i) => ({ key, at: places[i] ?? 0 })),
    clauses: clausesOf(folded),
    figures: Array.isArray(figures) ? figures.filter((each) => typeof each === "string") : [],
    claimType: oneOf(CLAIM_TYPES, given["claimType"]),
    subject: textOrNull(given["subject"]),
    direction: oneOf(DIRECTIONS, given["direction"]),
    comparator: textOrNull(given["comparator"]),
  };
}

function clausesOf(folded: string): readonly Clause[] {
  const starts = [
    { from: 0, contrast: false, joined: false },
    ...[...folded.matchAll(BREAK)].map(({ 0: found, index: from }) => ({
      from,
      contrast: CONTRASTS.test(found),
      joined: /^(?:and|or|so)$/.test(found),
    })),
  ];
  return starts.map((start, i) => ({ ...start, to: starts[i + 1]?.from ?? folded.length }));
}

/** The clause that holds a place. */
export function clauseAt({ clauses }: Sentence, at: number): number {
  return Math.max(
    0,
    clauses.findLastIndex(({ from }) => from <= at),
  );
}
