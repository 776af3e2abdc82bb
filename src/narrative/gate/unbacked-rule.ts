import type { Figure } from "../../briefing/figure.ts";
import { directionWords } from "./direction-words.ts";
import { saysWhatASignMeans, withoutNeutral } from "./neutral-directions.ts";
import { fold } from "./normalise.ts";
import { withoutMarks } from "./number-rules.ts";
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
  const text = withoutMarks(withoutNeutral(sentence, world)).replace(
    /\bmost recently\b|\bfree of (?:debts?|borrowing)\b|\bfalse signals?\b|(?<=\b(?:fixed|set|drawn|stated|measured|expressed|reported) )in dollars\b|\blow of the market\b|(?<=\bhow )good\b|\bfair(?= (?:ways?|tests?|measures?|comparisons?|readings?|definitions?)\b)/g,
    "then",
  );
  const known = (word: string) => forms(word).some((each) => isNeutral(each) || named.has(each));
  const strange = wordsOf(text).filter((word) => !known(word));
  if (strange.length === 0) return [];
  const figures = [...world.figures.values()];
  return strange.filter(
    (word) => !figures.some((figure) => forms(word).some((each) => ownWords(figure).has(each))),
  );
}

/** "Its trigger has fired" beside the reading is judged by the reading (`direction-rules.ts`). */
const TRIGGER = /^risks\.\w+\.(?:value|distance)$/;
/** "No clear premium" is judged by the range. */
const NO_EDGE = /\bno clear \p{L}+ (?:shows?|emerges?|appears?|is visible|is seen|remains?|stands? out)\b/gu;
const FIRED = /\b(?:its|the) trigger (?:has|is|had) (?:not )?(?:yet |already )?fired\b/gu;

/** ", which investors see coming": what a clause beside figures tells of the world around them. */
const TOLD_OF_MARKETS =
  /^(?:which|who|whom|whose|when|as|since|with|amid|where)\b.*\b(?:recover(?:y|ies)|recessions?|expansions?|investors?|markets?(?! cap)|econom(?:y|ies)|inflation|fed|policymakers?|banks?|unemployment|sentiment|demand)\b/;

/** "The opposite case is growth:" names what the figures behind it show. */
const OPPOSITE =
  /^(?:the|an?) (?:opposite|other|counter)[\p{L}-]* (?:case|side|point|view|figure|reading)s? (?:is|are|lies in|sits in|comes from|stands in) [^,;:]{1,40}:$/u;

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
    if (/\b(?:below|above|behind|ahead)\b/.test(stretch) || OPPOSITE.test(stretch)) return false;
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
      : stretchesWithoutFigure(sentence)
          .map((each) => each.replace(NO_EDGE, "-"))
          .map((each) =>
            sentence.slots.some(({ key }) => TRIGGER.test(key)) ? each.replace(FIRED, "-") : each,
          )
          .flatMap((each) => assertions(each, world));
    const beside =
      sentence.slots.length === 0
        ? []
        : stretchesWithoutFigure(sentence).filter((each) => TOLD_OF_MARKETS.test(each));
    return [...new Set([...beside, ...unknownWords(sentence, world), ...asserted])].map(
      (each) => `“${each}”`,
    );
  },
};
