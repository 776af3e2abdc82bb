import { after, type Beside, before } from "./beside-slot.ts";
import { OF_CLAIMS } from "./beside-thesis.ts";
import { OF_TOPICS } from "./beside-topics.ts";
import { directionWords } from "./direction-words.ts";
import { kindOf, twinOf } from "./figures.ts";
import { meantAt } from "./meant.ts";
import { mentionsOf } from "./mentions.ts";
import { clauseAt, type Sentence, SLOT } from "./sentence.ts";
import type { World } from "./world.ts";

/** "{{cycles}} cuts": a count of something else. */
const COUNTED: readonly (readonly [of: RegExp, not: RegExp])[] = [
  [/^ratecut\.cycles$|^ratecut\..*\.cycles$/, /^ (?:\p{L}+ )?(?:cuts?|windows?)\b/u],
  [/^ratecut\.cuts$/, /^ (?:\p{L}+ )?(?:cycles?|episodes?|windows?)\b/u],
  [/^ratecut\.all\.\w+\.(?:n|ahead|dropped)$/, /^ (?:\p{L}+ )?(?:cycles?|episodes?)\b/u],
];
const wrongCount: Beside = ({ key }, slot, sentence) => {
  const fault = COUNTED.some(([of, not]) => of.test(key) && not.test(after(sentence, slot)));
  return fault ? `${key} counts something else` : null;
};

/** "Small-caps have {{ratio}} times as many": how many times the other way round. */
const turnedRatio: Beside = ({ key }, slot, sentence) => {
  const over = /^coverage\.ratio\./.test(key)
    ? "large"
    : /^volatility\.\w+\.ratio$/.test(key)
      ? "small"
      : null;
  if (over === null) return null;
  const said =
    /\b(small|large)[\p{L}-]*(?: (?:caps|companies))? (?:over|to|against|divided by) (?:that of |the )?(?:small|large)/u.exec(
      sentence.folded,
    )?.[1];
  if (said !== undefined && said !== over) return `${key} is of ${over}-caps over the others`;
  if (!/^ times\b/.test(after(sentence, slot))) return null;
  const side = /\b(small|large)(?:er)?[ -]?(?:caps?|companies)\b/.exec(before(sentence, slot));
  return side !== null && side[1] !== over ? `${key} is of ${over}-caps over the others` : null;
};

/** "Has thinned to {{x}}": nothing sets a level against an earlier one. */
const CAME_TO =
  /\b(?:has|have|had) (?!(?:come|amounted|added|been)\b)(?:\p{L}+ ){1,3}to (?:(?:an?|the|about|mean|median|average|level|of) )*$/u;
const cameTo: Beside = (figure, slot, sentence) =>
  /^(?:level|place|count|share|balance|difference|gap|relative)$/.test(kindOf(figure)) &&
  CAME_TO.test(before(sentence, slot))
    ? `${figure.key} is set against no earlier value`
    : null;

const coveredAsLoss: Beside = ({ key }, _slot, { folded }) =>
  /\.(?:covered|members)$/.test(key) && /\bloss|\bunprofitable\b/.test(folded)
    ? `${key} counts no losses`
    : null;

/** "Of the {{covered}}, {{members}}": the part before the whole. */
const partOfWhole: Beside = ({ key }, slot, { slots, folded }) => {
  const next = slots.find(({ at }) => at > slot.at);
  const turned = /\.members$/.test(key) && next !== undefined && /\.covered$/.test(next.key);
  const of = next && /\bof (?:the |all |its )*$/.test(folded.slice(slot.at, next.at));
  return turned && of ? `${key} is the whole, not the part` : null;
};

/** "Beat by {{5d.relative}} and by {{5d.small}}": a return is no lead. */
const returnAsLead: Beside = (figure, slot, sentence) => {
  if (kindOf(figure) !== "return" || !/\bby (?:about |only |just |an? |the )*$/.test(before(sentence, slot)))
    return null;
  const said = directionWords(sentence.folded)
    .filter(({ at }) => at < slot.at)
    .at(-1);
  return said?.family === "beat" ? `${figure.key} is a return, not a lead` : null;
};

const NEWEST = /(?<!before the )\b(?:latest|most recent)\b/;
const SECOND =
  /\b(?:year|period|months?|twelve)[ -]before(?: (?:the latest|that|it|the last))?\b|\bprevious (?:\p{L}+[ -])*(?:year|period)\b|\bprior (?:\p{L}+[ -])*(?:year|period)\b/u;
const OLDER =
  /\bbefore\b|\bprevious|\bprior\b|\bearlier\b|\bearliest\b|\bold(?:er|est)\b|\bpreceding\b|\bago\b/;

/** Discrete periods of twelve months: 1 is the latest. */
const wrongAge: Beside = ({ key }, slot, sentence) => {
  const age = Number(/discrete12m\.(\d)/.exec(key)?.[1] ?? 0);
  if (age === 0) return null;
  const { clauses, folded } = sentence;
  const own = clauses[clauseAt(sentence, slot.at)];
  const clause = own ? folded.slice(own.from, own.to) : folded;
  if (age > 1 && NEWEST.test(clause) && !OLDER.test(clause)) return `${key} is not the latest period`;
  if (age > 2 && SECOND.test(folded.slice(Math.max(0, folded.lastIndexOf(";", slot.at)), slot.at)))
    return `${key} is not the period before the latest`;
  return age > 1 && !OLDER.test(folded) ? `${key} without saying which of the periods it is` : null;
};

/** "It is {{lossShareCap}}" where "it" is a discount. */
const shareAsIt: Beside = ({ key }, slot, { folded, before: earlier }) => {
  if (
    !/lossShare/.test(key) ||
    !/\b(?:it|that|this) (?:is|was|comes to|stands at) $/.test(folded.slice(0, slot.at))
  )
    return null;
  const shares = /\bshares?\b|\bloss-?makers (?:are|make up|account for)\b/;
  return shares.test(folded.slice(0, slot.at)) || shares.test(earlier?.folded ?? "")
    ? null
    : `${key} is a share of companies that lose money`;
};

const percentileOfGap: Beside = ({ key }, _slot, { folded, slots, before: earlier }) =>
  /percentile\d+y/.test(key) &&
  !slots.some((other) => other.key.startsWith("valuation.discount.")) &&
  !/\bgap|\bdiscount|\bpremium|\bdifference|\brelative\b/.test(`${folded} ${earlier?.folded ?? ""}`)
    ? `${key} is a percentile of the gap`
    : null;

const OF_OTHERS =
  /^ of (?!(?:its|their|the|this|that) |all (?:months?|month-ends|readings|past)|past |earlier |(?:ten|twenty) years|history|month-ends|monthly )/;

/** "At the {{gap}} of its history", "{{percentile}} below large-caps", "of other markets". */
const placeForGap: Beside = (figure, slot, sentence) => {
  const behind = after(sentence, slot);
  const place = kindOf(figure) === "place";
  const asPlace = /^ (?:of|in) (?:its|their|the) (?:own )?(?:(?:longer|shorter) )?(?:history|range)\b/.test(
    behind,
  );
  const asGap =
    /^ (?:below|above) (?:large|small)/.test(behind) ||
    (figure.unit === "percentile" && OF_OTHERS.test(behind));
  const gap = kindOf(figure) === "gap" || kindOf(figure) === "relative";
  return (place && asGap) || (gap && asPlace) ? `${figure.key} is in ${figure.unit}` : null;
};

const OTHER_SIDE =
  /^(?: \p{L}+)?(?: (?:of|for|among|at) (?:the )?(?:small|large)-?(?: ?caps?| companies)(?: by (?:\p{L}+ )?\p{L}+)?)?,? (?:and|(?:as |compared )?(?:against|with|to)|versus|(?:which is |clearly |still )?(?:above|below|ahead of|behind)) (?:the |that of )?$/u;

/** "{{small.a}} of small-caps, above the {{large.b}} of large-caps": what is not named again is the same. */
const otherThing: Beside = ({ key }, slot, sentence) => {
  const ahead = sentence.slots.findLast(({ at }) => at < slot.at);
  if (
    ahead === undefined ||
    !/\.(?:small|large)(?=\.|$)/.test(key) ||
    !/\.(?:small|large)(?=\.|$)/.test(ahead.key)
  )
    return null;
  const between = sentence.folded.slice(ahead.at + SLOT.length, slot.at);
  const swapped = key.includes(".small") !== ahead.key.includes(".small");
  return swapped && OTHER_SIDE.test(between) && twinOf(key) !== ahead.key
    ? `${key} is not ${ahead.key} of the other side`
    : null;
};

const ofBoth: Beside = ({ key }, slot, sentence) =>
  /\.(?:small|large)(?:\.|$)/.test(key) &&
  /^ (?:of|for) (?:the \p{L}+ of )?both\b/u.test(after(sentence, slot))
    ? `${key} is of one side`
    : null;

const rankWithin: Beside = ({ key }, slot, sentence) =>
  /bestMonth12m\.\w+Rank$/.test(key) &&
  /^ (?:in|of|among|over) (?:the )?(?:last|past|latest|year|twelve)\b/.test(after(sentence, slot))
    ? `${key} is the rank in the whole history`
    : null;

/** Cuts and definitions of the P/E say nothing of a return over a window. */
const otherTopic: Beside = ({ key }, slot, sentence) => {
  if (!key.startsWith("performance.")) return null;
  const said = (["sample", "variant"] as const).flatMap((aspect) =>
    meantAt(sentence, mentionsOf(sentence.folded, aspect), slot.at, "close"),
  );
  return said[0] === undefined ? null : `${key} has nothing to do with “${said[0].value}”`;
};

/** A multiple or a gap stands at a day; it has no window. */
const WINDOW = /\b(?:over|for|during|in) (?:the )?(?:past |last )?(?:\p{L}+[ -])?(?:months?|years?)\b/u;
const standsAtADay: Beside = ({ key }, slot, sentence) => {
  if (!/^valuation\.(?:discount\.|\w+\.\w+\.(?:pe|earningsYield)$)/.test(key)) return null;
  const own = sentence.clauses[clauseAt(sentence, slot.at)];
  const clause = own ? sentence.folded.slice(own.from, own.to) : "";
  return WINDOW.test(clause) &&
    !/\bprofitable\b|\bearnings\b|\bexpected\b|\bpercentile\b|\bprofits?\b/.test(clause)
    ? `${key} stands at a day: it has no window`
    : null;
};

/** "For years on end": what was read at a day lasted nowhere; a definition may ask for it. */
const LASTING =
  /\b(?:for (?:many |several |some )?(?:years|quarters|months|decades)|(?:years?|quarters?) (?:on end|after (?:year|quarter)|in a row|running)|for (?:long|some time)|repeatedly|chronic(?:ally)?|long-standing|ever since|all along)\b/;
const lasting: Beside = ({ key }, _slot, { folded }) =>
  /^(?:debt|coverage|universe|valuation)\./.test(key) &&
  folded
    .split(/[,;:] /)
    .some(
      (part) =>
        LASTING.test(part) && !/\b(?:definition|asks?|requires?|needs?|history|percentile)\b/.test(part),
    )
    ? `${key} is of a day and lasts nowhere`
    : null;

/** "Near the middle": true of a percentile, or not said. */
const position: Beside = ({ key, value, unit }, slot, sentence) => {
  const said =
    /\b(?:near|close to|in|at|towards?) the (middle|front|top|head|bottom|back|end|upper half|lower half)\b/.exec(
      sentence.folded.slice(slot.at),
    )?.[1];
  if (said === undefined || (unit !== "percentile" && unit !== "rank")) return null;
  const at = unit === "percentile" && typeof value === "number" ? value : Number.NaN;
  const holds = {
    middle: at >= 40 && at <= 60,
    top: at >= 80,
    bottom: at <= 20,
    "upper half": at > 50,
    "lower half": at < 50,
  };
  return holds[said as keyof typeof holds] === true ? null : `“${said}” is not what ${key} says`;
};

const CHECKS: readonly Beside[] = [
  ...OF_TOPICS,
  ...OF_CLAIMS,
  wrongCount,
  turnedRatio,
  cameTo,
  coveredAsLoss,
  partOfWhole,
  returnAsLead,
  wrongAge,
  shareAsIt,
  percentileOfGap,
  placeForGap,
  otherThing,
  ofBoth,
  rankWithin,
  otherTopic,
  standsAtADay,
  lasting,
  position,
];

const END = /^(ratecut\.\w+\.\w+)\.(ci|leaveOneOut)(Low|High)$/;

/** The ends of a range stand together, the low one first, unless the end is named. */
function torn({ slots, folded }: Sentence): readonly string[] {
  return slots.flatMap(({ key }, i) => {
    const [, stem, what, end] = END.exec(key) ?? [];
    if (stem === undefined) return [];
    const other = end === "Low" ? slots[i + 1]?.key : slots[i - 1]?.key;
    const named =
      /\b(?:low|lower|lowest|bottom|high|higher|highest|upper|top) (?:end|bound|mean|edge|limit|average)\b/.test(
        folded,
      );
    return named || other === `${stem}.${what}${end === "Low" ? "High" : "Low"}`
      ? []
      : [`${key} without its other end`];
  });
}

/** What each number of a sentence is not, by the words beside it. */
export function besideFaults(sentence: Sentence, { figures }: World): readonly string[] {
  const faults = sentence.slots.flatMap((slot) => {
    const figure = figures.get(slot.key);
    return figure === undefined ? [] : CHECKS.map((check) => check(figure, slot, sentence));
  });
  return [...faults.filter((fault) => fault !== null), ...torn(sentence)];
}
