import type { Figure, Unit } from "../../briefing/figure.ts";
import { kindOf } from "./figures.ts";
import { afterBy } from "./fill.ts";
import type { Rule } from "./rule.ts";
import { SLOT } from "./sentence.ts";

const UNIT_WORD =
  "%|percentage[ -]points?|basis[ -]points?|index[ -]points?|points?|percentiles?|percent|per cent|pct|pp|ppts?|bps?|times|x|-?fold|multiples?|turns|years?|months?(?!-ends?\\b)|weeks?|days?|hours?";
const AFTER = new RegExp(`^[ -]?(?:of a )?(?:(?:${UNIT_WORD}))(?![\\p{L}])`, "u");

/** Words that may stand behind a slot of a unit; the slot itself prints "%", "x" and "percentile". */
const FITS: Partial<Readonly<Record<Unit, RegExp>>> = {
  pp: /^[ -]?(?:percentage[ -]points?|points?|pp|ppts?)$/,
  ratio: /^ times$/,
  months: /^[ -]?months?$/,
  index: /^ (?:index )?points?$/,
};
/** Counts of something that is a unit elsewhere. */
const COUNTS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:premium|regime\.after|thesis)\.\w+\.n$/, /^ months$/],
  [/^calendar\.\w+\.daysAhead$/, /^ days$/],
];
/** "The yield is the inverse of the P/E, in percent." */
const IN_PERCENT = /\bin (?:percent|per cent|basis points?)\b/gu;
const ALONE = /(?<!\ue000 ?)(?:%|\b(?:percent|per cent|pct|basis points?|bps)\b)/gu;

/** What may follow percentage points: their name, the end of a clause, or a word that takes the sentence on. */
const AFTER_POINTS =
  /^[ -]?(?:percentage|points?|pp|ppts?)\b|^ ?(?:$|[.,;:()"\u2013\u2014])| (?:-|[.]) |^ ?\ue000|^ (?:a|an|the|and|or|but|so|yet|on|in|after|over|against|for|as|at|to|from|versus|vs|while|when|where|with|without|across|per|of|is|was|were|are|below|above|behind|ahead|lower|higher|than|compared|relative|by|mean|in|between|during|through|within|still|which|that|both|here|apart|more|less|between|not|only|last|now|overall|average|averaged|annually|each|every|under|because|since|thanks|due|if|it|they|small|large|any|all|following|once|excluding|including|leaving|counting|before|among|despite|even|also|too|again|later|there|then|respectively|just|driven|i|hence|thus|where|whereas|although|though|however|until|up|down|percent|per|basis|times|bps|x|years?|months?|weeks?|days?)\b/u;

/** "Owed by {{x}} of small-caps": by whom, and no difference. */
const CARRIED_BY =
  /\b(?:owed|carried|borne|held|reported|disclosed|shared|made up|published|used|met|reached|shown) by (?:about |some |the )?$/;

function faultOf(figure: Figure, before: string, after: string): readonly string[] {
  const word = AFTER.exec(after)?.[0];
  const counted = COUNTS.find(([keys]) => keys.test(figure.key))?.[1];
  const wrongWord = word !== undefined && (counted ?? FITS[figure.unit])?.test(word) !== true;
  const difference = figure.unit === "pp" || figure.signed === true || kindOf(figure) === "change";
  return [
    ...(wrongWord ? [`“${word.trim()}” behind ${figure.key}, which is in ${figure.unit}`] : []),
    ...(afterBy(before) &&
    !difference &&
    !CARRIED_BY.test(before) &&
    !/\b(?:followed|covered) by (?:.* by )?(?:an? |the |about )?(?:mean |average )?(?:of )?$/.test(before)
      ? [`“by” before ${figure.key}, which is no difference but in ${figure.unit}`]
      : []),
    ...((figure.unit === "count" || figure.unit === "rank") && SHARE_IS.test(before)
      ? [`a share before ${figure.key}, which is in ${figure.unit}`]
      : []),
    ...(/^\p{L}/u.test(after) ? [`a letter sticks to ${figure.key}`] : []),
    ...(/\b(?:minus|plus|negative|positive|less)(?: of)? $/.test(before)
      ? [`a sign in words before ${figure.key}, which prints its own`]
      : []),
    ...(figure.unit === "pp" && !AFTER_POINTS.test(after)
      ? [`“${after.trim().split(" ")[0]}” behind ${figure.key}, which is in percentage points`]
      : []),
    ...(/\brank(?:ed|s|ing)? $/.test(before) && kindOf(figure) !== "place"
      ? [`“rank” before ${figure.key}, which is in ${figure.unit}`]
      : []),
  ];
}

const SHARE_IS =
  /\b(?:share|proportion|percentage)\b[^,;:\ue000]* (?:is|are|was|were|stands at|stood at|of|at) (?:the |about )?$/u;

export const unitRule: Rule = {
  code: "unit",
  refuses:
    "a unit word that is not the slot's, or one beside a slot that prints its own; “by” before no difference",
  sentence: ({ folded, slots, claimType }, { figures }) => {
    const beside = slots.flatMap(({ key, at }) => {
      const figure = figures.get(key);
      return figure === undefined ? [] : faultOf(figure, folded.slice(0, at), folded.slice(at + SLOT.length));
    });
    const ofUnits =
      slots.length === 0 && claimType === "definition" ? folded.replace(IN_PERCENT, "-") : folded;
    const alone = (ofUnits.match(ALONE) ?? []).map((each) => `“${each}” without a slot`);
    return [...beside, ...alone];
  },
};
