import { remembered } from "./memo.ts";
import { MARKS } from "./words/marks.ts";
import type { World } from "./world.ts";

/** Words that say what a number is about, with the values of the aspect that they admit. */
export interface Mention {
  readonly at: number;
  readonly end: number;
  readonly value: string;
}

/** "Small minus large" is neither side. */
const SPREAD =
  /\bsmall-minus-(?:big|large)\b|\b(?:small|large)[\p{L}-]*(?: (?:caps|companies))? (?:minus|less|over) (?:small|large)[\p{L}-]*(?: (?:caps|companies))?|\bbetween (?:the )?small[\p{L}-]*(?: (?:caps|companies))? and (?:the )?large[\p{L}-]*(?: (?:caps|companies))?/gu;
const SIDE_NOUN =
  "(?:er|est)?(?:[ -]?(?:caps?|caps'|companies|company|firms|stocks|shares|index|end|side|names|segment|issues))?(?:'s?)?";
/** Of size, and of no side. */
const NO_SIDE = "(?! (?:members?|parts?|size|sizes|numbers?|sums?|share|enough|part)\\b)";
const blankSpread = (folded: string) => folded.replace(SPREAD, (found) => "-".repeat(found.length));

export type MarkedAspect = keyof typeof MARKS;

const finders = Object.fromEntries(
  Object.entries(MARKS).map(([aspect, marks]) => [
    aspect,
    remembered((folded: string): readonly Mention[] =>
      marks
        .flatMap(([pattern, value]) =>
          [...folded.matchAll(pattern)].map(({ 0: words, index: at }) => ({
            at,
            end: at + words.length,
            value,
          })),
        )
        .sort((a, b) => a.at - b.at),
    ),
  ]),
) as unknown as Readonly<Record<MarkedAspect, (folded: string) => readonly Mention[]>>;

export function mentionsOf(folded: string, aspect: MarkedAspect): readonly Mention[] {
  return finders[aspect](folded);
}

/** A side with its place in the grammar: "lagged large-caps" is an object, "of large-caps" hangs on a noun. */
export interface SideMention extends Mention {
  readonly value: "small" | "large";
  readonly role: "subject" | "object" | "attribute";
}

const OBJECT_BEFORE =
  /(?:\b(?:against|versus|vs|over|than|to|from|behind|below|above|beat|beats|beating|beaten|led|lead|leads|leading|lag|lags|lagged|lagging|trail|trails|trailed|trailing|outperform\p{L}*|underperform\p{L}*|outpac\p{L}*|match\p{L}*|(?:compared|level|line|par|pace|together|along) with)) (?:the |those of |that of )?$/u;
const ATTRIBUTE_BEFORE = /(?:\b(?:of|for|in|on|among|at|by|across|between)) (?:the |both )?$/u;

const finderOf = new WeakMap<World, (folded: string) => readonly SideMention[]>();

/** The sides by the names that they have in a briefing: patterns are made once a briefing. */
export function sidesOf(folded: string, world: World): readonly SideMention[] {
  const find = finderOf.get(world) ?? sideFinder(world);
  finderOf.set(world, find);
  return find(folded);
}

function sideFinder({ names }: World): (folded: string) => readonly SideMention[] {
  const named = { small: ["small", ...names.small], large: ["large", "big", "bigger", ...names.large] };
  const patterns = (["small", "large"] as const).map(
    (value) =>
      [
        value,
        new RegExp(`\\b(?<!\\bvery )(?:${named[value].join("|")})${SIDE_NOUN}(?![\\p{L}])${NO_SIDE}`, "gu"),
      ] as const,
  );
  return remembered((folded) => {
    const text = blankSpread(folded);
    return patterns
      .flatMap(([value, pattern]) =>
        [...text.matchAll(pattern)].map(({ 0: words, index: at }): SideMention => {
          const role = roleAfter(text.slice(0, at));
          return { at, end: at + words.length, value, role };
        }),
      )
      .sort((a, b) => a.at - b.at);
  });
}

function roleAfter(before: string): SideMention["role"] {
  if (OBJECT_BEFORE.test(before)) return "object";
  return ATTRIBUTE_BEFORE.test(before) ? "attribute" : "subject";
}

/** A difference taken the wrong way round. */
export function reversedSpread(folded: string): string | null {
  return (
    /\blarge[\p{L}-]*(?: (?:caps|companies))? (?:minus|against|relative to|versus|over) (?:the )?small[\p{L}-]*/u.exec(
      folded,
    )?.[0] ?? null
  );
}
