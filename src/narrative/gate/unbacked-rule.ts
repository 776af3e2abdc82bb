import type { Figure } from "../../briefing/figure.ts";
import { fold } from "./normalise.ts";
import type { Rule } from "./rule.ts";
import { isNeutral } from "./vocabulary.ts";

const wordsOfFigures = new WeakMap<Figure, ReadonlySet<string>>();

/** Words of a figure's own label and definition are known too. */
function ownWords(figure: Figure): ReadonlySet<string> {
  const { label, definition } = figure;
  const made = wordsOfFigures.get(figure) ?? new Set(wordsOf(fold(`${label} ${definition}`)));
  wordsOfFigures.set(figure, made);
  return made;
}

const wordsOf = (folded: string): readonly string[] => folded.match(/\p{L}[\p{L}'/-]*/gu) ?? [];

/**
 * A sentence without a figure: nothing anchors it, so its words are those of limits and definitions, and no others. A
 * list of what may not be said would never end.
 */
export const unbackedRule: Rule = {
  code: "unbacked",
  refuses:
    "a sentence without a figure that says more than limits and definitions do: words that are not theirs",
  lastResort: true,
  sentence: ({ folded, slots, subject }, world) => {
    if (slots.length > 0 || subject !== null) return [];
    const named = new Set([...world.names.small, ...world.names.large]);
    const forms = (word: string) => [word, word.replace(/'s?$|^'|-$/g, "")];
    const strange = wordsOf(folded.replace(/\b(?:as well as|in advance|more than once)\b/g, "and")).filter(
      (word) => !forms(word).some((each) => isNeutral(each) || named.has(each)),
    );
    if (strange.length === 0) return [];
    const figures = [...world.figures.values()];
    const unknown = strange.filter(
      (word) => !figures.some((figure) => forms(word).some((each) => ownWords(figure).has(each))),
    );
    return [...new Set(unknown)].map((each) => `“${each}”`);
  },
};
