import { remembered } from "./memo.ts";

/**
 * compare: stands above or below; beat: one side against the other; change: rose or fell; gap: premium or discount;
 * flat: little changed.
 */
export type Family = "compare" | "beat" | "change" | "gap" | "flat";
export type Polarity = -1 | 0 | 1;

export interface DirectionWord {
  readonly word: string;
  readonly at: number;
  readonly end: number;
  readonly family: Family;
  readonly polarity: Polarity;
}

const LEXICON: readonly (readonly [Family, Polarity, string])[] = [
  [
    "compare",
    1,
    "above|higher|shallower|more(?! recent)|greater|exceeds?|exceeded|exceeding|positive|dearer|better|stronger|richer|pricier|taller|livelier|riskier|choppier|bumpier|jumpier|(?:thicker|fuller|denser|broader|heavier|costlier|steeper|longer|faster) than|(?:fell|lost|dropped|declined|slipped) less|rougher|wilder|wider|bigger than|larger than|upward sloping|(?:bigger|larger)(?= \\p{L}+ than\\b)|over and above|on top|(?:nearer|closer)(?: to)? (?:its|their|the) (?:own )?(?:highs?|peaks?)|less far below (?:its|their|the) (?:own )?(?:highs?|peaks?)|over(?= the \ue000 (?:of|for))",
  ],
  [
    "compare",
    -1,
    "below|lower|deeper|less|fewer|beneath|negative|cheaper|worse|weaker|smaller than|smaller(?= \\p{L}+ than\\b)|(?:falls?|fell|fallen|falling) short of|short of|(?:further|farther)(?: away)? from (?:its|their|the) (?:own )?(?:highs?|peaks?)|poorer|underneath|calmer|quieter|(?:thinner|sparser|scanter|slimmer|lighter|leaner|slower|shorter|scarcer|milder|narrower) than|(?:fell|lost|dropped|declined|slipped) (?:more|further)|steadier|smoother|tamer|narrower|(?:further|farther|deeper) below (?:its|their|the) (?:own )?(?:highs?|peaks?)|under(?= the \ue000 (?:of|for))",
  ],
  [
    "beat",
    1,
    "beat|beats|beating|beaten|led|leads?|leading|leadership|ahead|outperform\\p{L}*|outpac\\p{L}*|outstrip\\p{L}*|outdid|outdo|outshone|outshine|outran|win|wins|winning|edge|edged|advantage|topped|bested|surpass\\p{L}*|overt(?:ook|aken|ake)|upper hand|in favour of|in favor of|excess|extra|pulled ahead|forged ahead|came out on top|frontrunners?|outgained|favou?red|favou?rs|favou?ring",
  ],
  [
    "beat",
    -1,
    "lag|lags|lagged|lagging|behind|trail|trails|trailed|underperform\\p{L}*|shortfall|lost (?:to|ground)|fell short|disadvantage|worst off|deficit|laggards?|loss to|losses to|gave ground|gave up|lose out|lost out|second best|poor relation|came second|left behind",
  ],
  [
    "change",
    1,
    "shot|leapt|leaped|sprang|bounced|spiked|popped|ballooned|swelled|mushroomed|rose|rise|rises|risen|rising|gain|gains|gained|gaining|climb\\p{L}*|advanc(?:e|es|ed|ing)|increas\\p{L}*|grew|grow|grows|growing|grown|heated|up|rally|rallied|rallies|rallying|jump\\p{L}*|surg(?:e|es|ed|ing)|soar\\p{L}*|strengthen\\p{L}*|improv\\p{L}*|widen\\p{L}*|accelerat\\p{L}*|recovered|recovers|recovering|rebound\\p{L}*|expanded|expanding|expands|added|upward|upwards|uptick|upturn",
  ],
  [
    "change",
    -1,
    "sagged|sags|dipped|dips|dip|dove|dived|tanked|bled|eroded|waned|wilted|ebbed|crumbled|faltered|stumbled|fell|fall|falls|fallen|falling|drop|drops|dropped|dropping|declin\\p{L}*|cool|cools|cooled|cooling|decreas\\p{L}*|lost|lose|loses|losing|slip\\p{L}*|shrank|shrunk|shrink\\p{L}*|down|slid|slide|sank|sunk|plung\\p{L}*|tumbl\\p{L}*|weaken\\p{L}*|narrow(?:ed|s|ing)|deteriorat\\p{L}*|contracted|contracting|retreat\\p{L}*|downward|downwards|downturn|slump\\p{L}*|crash\\p{L}*|collaps\\p{L}*",
  ],
  ["gap", 1, "premium|premiums"],
  ["gap", -1, "discount|discounts|discounted"],
  [
    "flat",
    0,
    "little changed|little difference|unchanged|flat|in line with|matched|matches|matching|kept pace|keeps pace|level with|on a par|on par|the same as|equal to|equals?|equalled|near zero|around zero|close to zero|hardly moved|barely moved|steady|stable|indistinguishable|identical|tied",
  ],
];

const PATTERNS = LEXICON.map(
  ([family, polarity, words]) =>
    [
      family,
      polarity,
      new RegExp(`(?<![\\p{L}-])(?:${words.replace(/ /g, "[ -]")})(?![\\p{L}]|-adjusted)`, "gu"),
    ] as const,
);

/** Phrases in which such a word says nothing of a figure's direction, or says it under a rule of its own. */
const NO_DIRECTION = new RegExp(
  [
    "no clear (?:small-caps? |large-caps? |size )?(?:edge|lead|advantage|difference|winner|premium|gap)",
    "(?:(?:next|last|previous|first) )?(?:rate )?rises? (?:of|in) (?:the )?(?:fed's |policy )?(?:target|policy rates?|rates|interest rates)",
    "rate rises?|rising rates|falling rates",
    "(?:positive|negative) (?:trailing |forward |expected |reported )?(?:earnings|eps)",
    "(?:size|risk|equity|small-?cap|liquidity|rolling) premium",
    "up to|up-to-date|made up of|make up|makes up|broken down|break down|breaks down|comes down to|come down to|written up|set up|add(?:s|ed)? up",
    "leads? to|led to|leading to",
    "(?:lose|loses|losing|lost|make|makes|making|made) money",
    "falls? (?:into|within|under|outside)|falls? in the (?:size )?band|falls(?= below zero)",
    "(?:follows?|following|after|until|before) (?:a|the next|the last) rises?",
    "(?:loss-?makers|those|they|members|companies) (?:are|is|were) (?:dropped|added)",
    "less (?:that|those|the (?:return|mean|figure)) of",
    "h(?:e|o)lds? up|held up",
    "(?:drops?|dropped|falls?|fell|dropping|falling) out(?: of)?",
    "raised less (?:those |estimates |the number )?(?:that were )?(?:cut|lowered)",
    "(?:either|each|neither|whichever|which|a) side (?:is|was|were|came|stands|stood)? ?(?:ahead|behind)",
    "rises and falls|ups and downs|more or fewer|higher or lower|above or below|up or down|gains and losses",
    "(?:written|laid|set|boiled|broken) down|(?:pull|build|start|show|turn|end|follow|take|look|pick|sum|back)(?:s|ed|ing)? up|more than once|in advance|us downturn|downturn triggers?",
    "(?:fewer|more|less) (?:companies|transactions|observations|members|estimates|cycles|windows|episodes|months|takeovers|data|listings) (?:were|are|was|is|have|had|has|had been)(?: been)? (?:recorded|reported|included|counted|covered|listed|published|followed)",
    "(?:earnings|income|profits|breadth|score|values?) (?:below|above) zero (?=(?:means?|lowers?|raises?|says?|has|have|leaves?|makes?|turns?|are|is)\\b)",
    "(?:lowers?|raises?|increases?|reduces?) the (?:sum|denominator|numerator|count|number|average|mean|total|share|figure|ratio)(?= that| of all|$|[.,])",
    "outnumber(?:ed|s)? increases",
    "(?:matched|matches) to|in which \\p{L}+ an? \\p{L}+ falls|(?:would |may |can )?(?:include|cover|contain|hold)s? (?:more|fewer) (?:companies|episodes|cycles|observations|members|estimates|months|windows)",
    "once more|more than one|what is more|more or less|more broadly|nonetheless",
    "the (?:figures?|table|chart|numbers?) (?:above|below)",
    "windows? (?:were |was |are )?dropped|dropped windows?",
    "excluded or equal|equal[- ]weight(?:s|ed|ing)?|(?:medians?|means?|averages?|numbers?|figures?|counts?) behind (?:it|them|this|that)",
    "by value|stable definition",
    "(?:above|below) (?:which|(?:the|that|this|its) (?:usual )?(?:small-cap )?(?:band|line))|(?:for|of|over) the (?:days|weeks|months|year|years|quarters?) ahead",
    "(?:rises|gains|increases) as well as (?:falls|losses|cuts)|(?:falls|losses|cuts) as well as (?:rises|gains|increases)",
    "(?:shrinking|falling|growing|rising) (?:losses|profits|earnings|debts?) (?=(?:counts?|enters?|appears?|shows? up)\\b)",
    "the other way (?:up|round|around)|upside down|wider net|adding up|above its low|falls? short of (?:its |their |the )?interest(?: bills?)?",
    "lags? (?:behind )?changes in (?:borrowing|debts?|membership|listings?)|(?:data|figures?|numbers?|series|estimates?|sample) behind (?:it|them|this|these|each)",
    "(?:moves?|swings?) up(?:wards)? and (?:(?:moves?|swings?) )?down(?:wards)?",
    "stands? behind (?:it|them|this|these|that|the (?:means?|averages?|figures?|ranges?|numbers?))|lags? (?:behind )?(?:the|its|their) (?:list|calendar|period|date|dates|data)",
    "(?:loss|losses|profits?) that (?:shrinks?|grows?|rises?|falls?)",
    "(?:a|the|any) premium (?=unproven|in doubt|unsettled)",
    "low (?:base|numbers?|counts?|frequency)",
    "(?<!\\b(?:further|farther|deeper|less far) )below (?:its|their) (?:own )?(?:highs?|peaks?)",
    "with (?:a|some) (?:\\p{L}+ )?lag|(?:without|into|of|for|before|after|in) (?:a|any) downturn|a downturn (?=(?:may|can|might|could)\\b)",
    "(?:broader|wider|narrower|larger|smaller|stricter|looser) (?:sum|measure|definition|count|sample|group|universe|set|index|sense)",
    "(?:earn|earns|earned|make|makes|made) less than (?:their|its|the) interest|(?:falls?|fell|falling) due",
    "falls? to (?:members|companies|those)",
    "(?<=\\b(?:members|companies|constituents|ones|names|months|cycles|windows|cuts|firms) )counts? (?:for )?(?:more|less)(?! of)|data behind (?:the|a|an|each|every|any|it) \\p{L}+|slip through",
  ]
    .map((each) => `\\b(?:${each})\\b`)
    .join("|"),
  "gu",
);

const PASSIVE_BEFORE = /\b(?:was|were|is|are|been|being|be|get|got) (?:\p{L}+ly )?$/u;
const PASSIVE_AFTER = /^ by (?:the )?\p{L}/u;
const PASSIVE_VERB =
  /^(?:beaten|led|outperformed|outpaced|outstripped|topped|bested|surpassed|exceeded|overtaken|trailed)$/;

/** The words without those phrases, each place where it was. */
export const withoutIdioms = remembered((folded: string): string =>
  folded.replace(NO_DIRECTION, (found) => "-".repeat(found.length)),
);

/** Every word of direction in a sentence, longest reading first at a place, in order. */
export const directionWords = remembered((folded: string): readonly DirectionWord[] => {
  const text = withoutIdioms(folded);
  const found = PATTERNS.flatMap(([family, polarity, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: word, index: at }): DirectionWord => {
      const end = at + word.length;
      const passive =
        PASSIVE_VERB.test(word) &&
        PASSIVE_BEFORE.test(text.slice(0, at)) &&
        (word === "beaten" || PASSIVE_AFTER.test(text.slice(end)));
      return { word, at, end, family, polarity: (passive ? -polarity : polarity) as Polarity };
    }),
  );
  const longest = found.filter(
    (word) =>
      !found.some(
        (other) =>
          other !== word &&
          other.at <= word.at &&
          other.end >= word.end &&
          other.word.length > word.word.length,
      ),
  );
  return longest.sort((a, b) => a.at - b.at);
});
