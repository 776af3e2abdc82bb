import { isSincePrevious } from "./declared.ts";
import { kindOf } from "./figures.ts";
import type { Rule } from "./rule.ts";
import { directionsSaid } from "./spoken-findings.ts";

export const claimRule: Rule = {
  code: "claim",
  refuses:
    "a sentence that is not of its declared type: a rank without a rank, a change without a return, a caveat with a direction",
  sentence: (sentence, world) => {
    const { claimType, direction, subject, comparator, slots } = sentence;
    const keys = [...slots.map(({ key }) => key), ...(subject === null ? [] : [subject])];
    const kinds = new Set(keys.flatMap((key) => world.figures.get(key) ?? []).map(kindOf));
    if (claimType === "rank" && !kinds.has("place")) return ["a rank without a rank or percentile"];
    if (
      claimType === "change" &&
      !isSincePrevious(subject, comparator) &&
      !["return", "relative", "below", "change"].some((kind) => kinds.has(kind as "return"))
    )
      return ["a change without a figure that measures one"];
    if (
      claimType === "comparison" &&
      keys.length < 2 &&
      comparator === null &&
      !kinds.has("relative") &&
      !kinds.has("gap") &&
      !kinds.has("difference") &&
      !kinds.has("change")
    )
      return ["a comparison of one thing"];
    if (claimType === "level" && slots.length === 0 && subject === null) return ["a level without a figure"];
    if (claimType !== "caveat" && claimType !== "definition") return [];
    const said = directionsSaid(sentence, world);
    return [
      ...(direction === null ? [] : [`a ${claimType} with the direction “${direction}”`]),
      ...said.map((word) => `a ${claimType} that says “${word}”`),
    ];
  },
};

const SUPERLATIVE =
  /\b(?:best|worst|highest|lowest|strongest|weakest|largest|smallest|biggest|greatest|deepest|fastest|slowest|steepest|longest|shortest|cheapest|dearest|richest|top|bottom|extreme|unmatched|number one)\b/gu;
/** Superlatives that are the names of figures, with the keys that they name. */
const NAMED: readonly (readonly [RegExp, RegExp])[] = [
  [/\bsmallest (?:(?:small|large)-cap )?(?:member|company|companies|market cap|cap)s?\b/gu, /smallestCap/],
  [
    /\blargest (?:(?:small|large)-cap )?(?:member|company|companies|market cap|cap)s?\b|\bthe largest (?:is|has|at|of them|one)\b/gu,
    /largestCap/,
  ],
  [/\bhighest\b/gu, /deals\.history\.highest|premium\.rolling10y\.highest/],
  [/\blowest\b/gu, /premium\.rolling10y\.lowest/],
  [/\bbest (?:recent )?(?:small |small-cap |relative |single |small minus large )?month\b/gu, /bestMonth12m/],
  [/\blargest size\b/gu, /above10bn/],
  [/\bdeepest drawdowns?\b/gu, /drawdown\.\w+\.deepest/],
  [/\b(?:highest|lowest) (?:mean|average)\b/gu, /leaveOneOut/],
  [/\blargest number of cuts\b/gu, /exTwoLongest/],
];
/** Companies by their size, where nothing is measured. */
const SIZES = /\b(?:largest|smallest|biggest) (?:members|companies|constituents)\b/gu;
const WINDOWS = /\b(?:longest|shortest) (?:window|horizon|period)s?\b|\bat best\b/gu;

export const superlativeRule: Rule = {
  code: "superlative",
  refuses: "best, worst, highest, lowest, save as the name of a figure that is shown",
  sentence: ({ folded, slots, claimType }) => {
    const named = NAMED.filter(([, keys]) => slots.some(({ key }) => keys.test(key)));
    const general = slots.length === 0 && (claimType === "caveat" || claimType === "definition");
    const text = [WINDOWS, ...(general ? [SIZES] : []), ...named.map(([words]) => words)].reduce(
      (rest, words) => rest.replace(words, "-"),
      folded,
    );
    return [...new Set(text.match(SUPERLATIVE) ?? [])].map((found) => `“${found}”`);
  },
};
