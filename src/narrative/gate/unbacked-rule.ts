import type { Figure } from "../../briefing/figure.ts";
import { directionWords } from "./direction-words.ts";
import { saysWhatASignMeans, withoutNeutral } from "./neutral-directions.ts";
import { fold } from "./normalise.ts";
import { ZERO_AS_A_MARK } from "./number-rules.ts";
import { assertions } from "./predication.ts";
import type { Rule } from "./rule.ts";
import type { Sentence } from "./sentence.ts";
import { isNeutral } from "./vocabulary.ts";
import type { World } from "./world.ts";

const wordsOfFigures = new WeakMap<Figure, ReadonlySet<string>>();

/** Words of a figure's own label and definition are known too. */
function ownWords(figure: Figure): ReadonlySet<string> {
  const { label, definition } = figure;
  const made = wordsOfFigures.get(figure) ?? new Set(wordsOf(fold(`${label} ${definition}`)));
  wordsOfFigures.set(figure, made);
  return made;
}

const wordsOf = (folded: string): readonly string[] => folded.match(/\p{L}[\p{L}'/-]*/gu) ?? [];

/** Words of which each is known, or is the briefing's own. */
function unknownWords(sentence: Sentence, world: World): readonly string[] {
  const named = new Set([...world.names.small, ...world.names.large]);
  const forms = (word: string) => [word, word.replace(/'s?$|^'|-$/g, "")];
  const text = withoutNeutral(sentence, world)
    .replace(ZERO_AS_A_MARK, "mark")
    .replace(
      /\bmost recently\b|\bfree of (?:debts?|borrowing)\b|\bfalse signals?\b|(?<=\b(?:fixed|set|drawn|stated|measured|expressed|reported) )in dollars\b|\blow of the market\b|(?<=\bhow )good\b/g,
      "then",
    );
  const strange = wordsOf(text).filter(
    (word) => !forms(word).some((each) => isNeutral(each) || named.has(each)),
  );
  if (strange.length === 0) return [];
  const figures = [...world.figures.values()];
  return strange.filter(
    (word) => !figures.some((figure) => forms(word).some((each) => ownWords(figure).has(each))),
  );
}

/** What is said beside the figures: the whole of a sentence without any, else its clauses that rest on none. */
function stretchesWithoutFigure(sentence: Sentence): readonly string[] {
  const { folded, slots, subject, direction } = sentence;
  if (slots.length === 0) return subject === null || direction === null ? [folded] : [];
  const directed = directionWords(folded);
  let at = 0;
  return folded.split(/(?<=[,;:\u2013\u2014]) /u).filter((stretch) => {
    const from = at;
    at += stretch.length + 1;
    const within = (place: number) => place >= from && place < at;
    if (/\b(?:below|above|behind|ahead)\b/.test(stretch)) return false;
    return !slots.some((slot) => within(slot.at)) && !directed.some((word) => within(word.at));
  });
}

/**
 * A sentence without a figure: nothing anchors it. So its words are those of limits and definitions, and no others (a
 * list of what may not be said would never end), and of a market or what is measured of it, it says how that is
 * counted, and not what it did, does or is worth.
 */
export const unbackedRule: Rule = {
  code: "unbacked",
  refuses:
    "a sentence without a figure that says more than limits and definitions do: words that are not theirs, or a market that does something",
  lastResort: true,
  sentence: (sentence, world) => {
    const asserted = saysWhatASignMeans(sentence, world)
      ? []
      : stretchesWithoutFigure(sentence).flatMap((each) => assertions(each, world));
    return [...new Set([...unknownWords(sentence, world), ...asserted])].map((each) => `“${each}”`);
  },
};
