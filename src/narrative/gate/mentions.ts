import type { Aspects } from "./figures.ts";
import { remembered } from "./memo.ts";
import { clauseAt, type Sentence, SLOT } from "./sentence.ts";
import type { World } from "./world.ts";

/** Words that say what a number is about, with the values of the aspect that they admit. */
export interface Mention {
  readonly at: number;
  readonly end: number;
  readonly value: string;
}

/** "Small minus large" is neither side. */
const SPREAD =
  /\b(?:small|large)[\p{L}-]*(?: (?:caps|companies))? (?:minus|less|over) (?:small|large)[\p{L}-]*(?: (?:caps|companies))?|\bbetween (?:the )?small[\p{L}-]*(?: (?:caps|companies))? and (?:the )?large[\p{L}-]*(?: (?:caps|companies))?/gu;
const SIDE_NOUN =
  "(?:er|est)?(?:[ -]?(?:caps?|caps'|companies|company|firms|stocks|shares|index|end|side|names|segment|issues))?(?:'s?)?";
/** Of size, and of no side. */
const NO_SIDE = "(?! (?:members?|parts?|size|sizes|numbers?|sums?|share|enough|part)\\b)";
const blankSpread = (folded: string) => folded.replace(SPREAD, (found) => "-".repeat(found.length));

const MARKS: Readonly<Record<Exclude<keyof Aspects, "side">, readonly (readonly [RegExp, string])[]>> = {
  sample: [
    [
      /\b(?:all|every|all of the|each of the|any of the)[ -](?:(?:fed|rate|policy|policy rate|fed rate) )?(?:cuts?|easings?)\b/gu,
      "all",
    ],
    [/(?:\b(?:all|every) (?:the )?|\ue000 )recover(?:y|ies)\b/gu, "all"],
    [/(?<!\bits )(?<!\btheir )\bfirst[ -]cuts?\b(?! of (?:this|the (?:latest|current)))/gu, "first"],
    [/\bscheduled\b/gu, "scheduled"],
    [/\b(?:rate|fed|policy|target) (?:rises?|hikes?|increases?)\b|\bhikes?\b|\btightenings?\b/gu, "rises"],
    [
      /\b(?:any|ordinary|average|typical|every|all|random) months?\b|\bbase[ -]rates?\b|\bcut or no cut\b|\bunconditional(?:ly)?\b/gu,
      "base",
    ],
    [/\b(?:this|latest|current|present|running) (?:easing |rate |cutting )?cycle\b/gu, "thisCycle"],
    [/\b(?:earlier|previous|past|other|a single|each) cycles?\b/gu, "cycle"],
    [/\bcycles (?:measured|counted|covered)\b/gu, "*"],
  ],
  period: [
    [
      /\byear[ -]to[ -]date\b|\bso far this year\b|\bsince the (?:start|beginning) of the year\b|\bthis year\b/gu,
      "ytd",
    ],
    [/\bquarter[ -]to[ -]date\b|\bso far this quarter\b|\bthis quarter\b/gu, "qtd"],
    [/\bmonth[ -]to[ -]date\b|\bso far this month\b|\bthis month\b/gu, "mtd"],
    [
      /\b(?:twelve|12)[ -]months?\b|\bone[ -]year\b|(?<!\b(?:one|two|ten|twenty)[ -])(?<!\bthis )(?<!\bhalf[ -]a[ -])(?<!\bhalf[ -])(?<!\bof the )(?<!\b(?:same|like) (?:period|days|stretch) (?:of )?(?:a|the) )\byear\b(?![ -]to[ -]date)(?!-(?:earlier|before|ago)\b)(?!'s? (?:high|low))(?!(?<=\ba year|\b(?:from|than|on|against|versus) the year) (?:before|earlier|ago)\b)/gu,
      "12m",
    ],
    [/\btwo[ -]years?\b|\btwenty-four[ -]months?\b|\b24[ -]months?\b/gu, "24m"],
    [/\bten[ -]years?\b/gu, "10y"],
    [/\btwenty[ -]years?\b/gu, "20y"],
    [/\bsix[ -]months?\b|\bhalf[ -](?:a[ -])?year\b/gu, "6m"],
    [
      /\bthree[ -]months?\b|\b(?:over|in|for|after|within|past|last|latest|next|following) (?:the |a |the (?:last|past|latest|following) )?quarter\b(?![ -](?:to|of))|\bquarterly\b/gu,
      "3m",
    ],
    [
      /\bone[ -]month\b|\b(?:over|in|for|after|within|past|last|latest|following) (?:the |a |the (?:last|past|latest|following) )?month\b(?![ -](?:to|end))|\b(?:a|the) month (?:later|after|on)\b/gu,
      "1m",
    ],
    [/\bweek(?:ly)?\b|\bfive[ -]days?\b|\bfive[ -]sessions?\b/gu, "5d"],
    [
      /\b(?:over|in|on|for|past|last|latest|the) (?:the |a |the (?:last|past|latest) )?(?:day|session)\b|\bdaily (?:return|move)s?\b/gu,
      "1d",
    ],
    [
      /\b(?:eighteen|nine|two|(?<!twenty[ -])four|thirty-six)[ -]months?\b|\b(?:three|four|five|thirty)[ -]years?\b|\bdecades?\b/gu,
      "another",
    ],
    [
      /\b(?:shorter|longer|other|same|each|every|any) (?:window|horizon|period|span|stretch)s?\b(?! (?:of )?(?:a|the) year)/gu,
      "*",
    ],
    [/\bmiddle[ -]horizons?\b/gu, "6m"],
    [/\blongest[ -](?:horizon|window)s?\b/gu, "longest"],
    [/\bshortest[ -](?:horizon|window)s?\b/gu, "shortest"],
    [/\b(?:the |its )?longer (?:history|range)\b|\bof the longer\b(?! \p{L})/gu, "20y"],
    [/\b(?:the |its )?shorter (?:history|range)\b|\bof the shorter\b(?! \p{L})/gu, "10y"],
    [/\b(?:annual|annually|annuali[sz]ed|per annum|(?:a|per|each|every) annum)\b/gu, "another"],
    [/(?:points?|pp|\ue000) (?:a|per|each|every) month\b|\bmonthly\b/gu, "1m"],
    [/(?:points?|pp|\ue000) (?:a|per|each|every) (?:week|day|session|quarter)\b/gu, "another"],
  ],
  variant: [
    [
      /\b(?:without|excluding|leaving out|ex|minus|stripping out|setting aside|bar|excludes) (?:the )?(?:loss-? ?makers|loss-? ?making \p{L}+|unprofitable \p{L}+)|\b(?:loss-?makers|those|they) (?:are |is )?(?:left out|excluded|set aside|stripped out|removed|dropped|taken out|omitted)\b|\bwithout them\b/gu,
      "aggExLoss",
    ],
    [
      /\b(?:all companies|all members|(?:with|including|counting|keeping) (?:the )?loss-? ?makers|(?:losses|loss-?makers) (?:are )?(?:included|counted|kept)|(?:with|including|counting|keeping) them|(?:with|including|counting|keeping) (?:all|every) (?:compan(?:y|ies)|members?)|including losses|(?:all|every) compan(?:y|ies) (?:is |are )?(?:counted|included|in)|put(?:ting)? them back)\b/gu,
      "aggIncl",
    ],
    [/\b(?:at the |on the |in the |the |by )?median\b/gu, "median"],
    [
      /\bprofitable (?:companies|members|over|in the last|last|small|large|names|ones)\b|\bpositive trailing earnings\b/gu,
      "profitable",
    ],
  ],
  statistic: [
    [/\b(?:mean|average[ds]?|on average)\b/gu, "mean"],
    [/\bmedian\b/gu, "median"],
  ],
  quantity: [
    [/\bratio of [^,;.]{0,40}volatilit/gu, "ratio"],
    [/(?<!\bratio of [^,;.]{0,40})\bvolatil(?:ity|e)\b(?! (?:ratio|index))/gu, "volatility"],
    [/\b(?:volatility|a|the) ratio\b(?! of (?!\ue000))/gu, "ratio"],
    [/\bt[ -]statistics?\b/gu, "tStatistic"],
    [/\bbeta\b/gu, "beta"],
    [/\bcorrelat(?:ion|ed)\b/gu, "correlation"],
    [/\b(?:earnings )?yields?\b/gu, "yield"],
    [/\b(?:p\/e|pe ratio|price to earnings|price-earnings|multiples?)\b/gu, "multiple"],
    [/\b(?:drawdown|below (?:its|their) (?:highs?|peaks?))\b/gu, "drawdown"],
    [
      /\b(?<!\b(?:members|companies) )(?:covered(?! (?:small|large|members|companies))|coverage)\b/gu,
      "coverage",
    ],
    [/\bof (?:covered )?(?:small|large)-caps (?:are |were )?(?:loss-?makers|loss-making)\b/gu, "losses"],
    [
      /\blosses (?:at|of|in)\b(?! unprofitable)|\bloss-?making (?:small|large|companies|members)\b/gu,
      "losses",
    ],
    [
      /\bloss-? ?makers (?:are|were|make up|account for)\b(?! (?:left|excluded|set|stripped|removed|dropped|taken|omitted|included|counted|kept|treated|added|put|handled)\b)/gu,
      "losses",
    ],
    [
      /\b(?:profit-? ?makers|profitable (?:companies|members|names|ones)) (?:are|were|make up|account for)\b/gu,
      "profits",
    ],
    [
      /(?<!\b(?:on|in) (?:a |the )?(?:total|price) )(?<!\bcorrelation (?:of|between) [^,;.]{0,30})\breturn(?:s|ed|ing)?\b(?! basis)/gu,
      "return",
    ],
  ],
  basis: [
    [
      /\btotal[ -]returns?\b|\bdividends? (?:included|reinvested)\b|\b(?:with|including) dividends\b/gu,
      "total",
    ],
    [/\bprice[ -]returns?\b|\bprice terms\b|\b(?:without|excluding) dividends\b/gu, "price"],
  ],
  swaps: [
    [/\bbefore (?:any |the )?(?:swaps|hedges|hedging)\b/gu, "before"],
    [/\b(?:after|net of) (?:any |the )?(?:swaps|hedges|hedging|them)\b/gu, "after"],
    [/\bbefore them\b/gu, "before"],
  ],
  phase: [
    [/\brecover(?:y|ies)\b/gu, "recovery"],
    [/\bexpansions?\b/gu, "expansion"],
    [/\bslow-?downs?\b/gu, "slowdown"],
    [/\bcontractions?\b/gu, "contraction"],
  ],
  era: [
    [
      /(?<!\b(?:outside|excluding|without|than|but|except) )\bjanuary\b(?! (?:is |are )?(?:left out|excluded|set aside|aside|omitted))/gu,
      "january",
    ],
    [
      /\b(?:all )?other months\b|\b(?:outside|excluding|without) january\b|\bjanuary (?:is |are )?(?:left out|excluded|set aside|aside|omitted)\b|\brest of the year\b/gu,
      "otherMonths",
    ],
    [/\b(?:full|whole|entire) (?:sample|history|period)\b/gu, "full"],
  ],
  indicator: [
    [/\bsahm\b/gu, "sahm"],
    [/\b(?:national |economic )?activity\b|\bcfnai\b/gu, "activity"],
    [/\bhigh[ -]yield\b/gu, "highYield"],
    [/\bism\b|\bmanufacturing\b/gu, "ism"],
    [/\bclaims\b/gu, "claims"],
    [/\bcurve\b/gu, "curve"],
    [/\brise in the (?:policy )?target\b|\bpolicy target\b/gu, "policyRise"],
    [/\bfinancial conditions\b|\bnfci\b/gu, "conditions"],
    [/\bvix\b|\bvolatility index\b/gu, "vix"],
    [/\bpolicy uncertainty\b/gu, "policyUncertainty"],
    [/\bstress\b/gu, "stress"],
    [/\boil\b/gu, "oil"],
    [/\bpayrolls?\b/gu, "payrolls"],
    [/\bcpi\b/gu, "cpi"],
    [/\bfomc\b/gu, "fomc"],
    [/\breconstitution\b/gu, "reconstitution"],
    [/\binflation\b/gu, "inflation"],
    [/\bshort(?:er)?-dated (?:treasury )?yield\b/gu, "twoYear"],
    [/(?<!high[ -])(?<!dated )(?<!treasury )\byield\b/gu, "yield"],
    [/\bcredit\b/gu, "credit"],
    [/\brevisions\b/gu, "revisions"],
  ],
  group: [
    [
      /\ball claims\b|(?<!\bon [\p{L} ,\ue000]{1,40})\bof (?:the|these) claims\b|\ball (?:the )?groups\b/gu,
      "all",
    ],
    [
      /\b(?:on|of|in|for|about|under) (?:the )?(?:group of |claims (?:on|of|about) )?valuations?\b/gu,
      "valuation",
    ],
    [/\bpolicy\b/gu, "policy"],
    [/\bearnings and debt\b/gu, "earningsAndDebt"],
    [/\bdeals and (?:the )?cycle\b/gu, "dealsAndCycle"],
    [/\brisks?\b/gu, "risk"],
    [/\bdefinitions and (?:past )?returns\b|\bpast returns\b/gu, "ground"],
  ],
  reading: [
    [
      /\broom\b|\bdistance\b|\baway from\b|(?<!\b(?:room|distance)\b.*)\bbefore (?:it|they) (?:fires?|is reached)\b/gu,
      "distance",
    ],
    [
      /\b(?:stands?|stood|is|are|reads?|now) (?:now )?at\b|\b(?:level|reading) of\b|\bnow(?= \ue000)/gu,
      "value",
    ],
  ],
  earnings: [
    [/\bforward\b|\bexpected earnings\b|\bestimated earnings\b/gu, "forward"],
    [
      /\b(?<!positive )trailing\b(?! (?:earnings|profits) (?:were|was|are|is) positive)|\b(?:reported|realised|actual|past|historical) (?:earnings|profits)\b|\b(?:earnings|profits) (?:(?:that were|as|already|actually) )?(?:reported|realised|made|booked|of the (?:past|last))\b/gu,
      "trailing",
    ],
  ],
  weighing: [
    [
      /\bby (?:market )?(?:value|cap|capitali[sz]ation|weight)\b|\bof (?:the |its |their )?(?:market )?(?:value|cap|capitali[sz]ation|weight)\b|\b(?:small|large)[ -]caps? (?:market )?(?:value|cap|capitali[sz]ation)\b/gu,
      "Cap",
    ],
    [
      /\bby (?:count|number)\b|\bof (?:the )?(?:(?:small|large)[ -]cap )?(?:companies|members|names|number)\b/gu,
      "Count",
    ],
  ],
};

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

/**
 * How far words carry: over everything; up to a clause that stands against what was said; or only within what was
 * said before in the same breath.
 */
export type Reach = "far" | "near" | "close";

/**
 * What may be meant at a place, nearest first; empty: nothing says. In its own clause the nearest before it, else the
 * nearest after; else the last said before, as far as words carry; else the next.
 */
export function meantAt<M extends Mention>(
  sentence: Sentence,
  all: readonly M[],
  at: number,
  reach: Reach,
): readonly M[] {
  const behind = reach === "far" ? undefined : boundTo(sentence, all, at);
  const mentions =
    reach === "far" ? all : all.filter((each) => each === behind || !isAnothers(sentence, each, at));
  const nearest = nearestOf(sentence, mentions, at, reach);
  return behind === undefined ? nearest : [behind, ...nearest.filter((each) => each !== behind)];
}

function nearestOf<M extends Mention>(
  sentence: Sentence,
  mentions: readonly M[],
  at: number,
  reach: Reach,
): readonly M[] {
  const { clauses } = sentence;
  const own = clauseAt(sentence, at);
  const inClause = (index: number) => mentions.filter((each) => clauseAt(sentence, each.at) === index);
  const mine = inClause(own);
  const before = mine.filter((each) => each.at < at);
  if (before.length > 0) return [...before].reverse();
  if (mine.length > 0) return mine.slice(0, 1);
  const carries = (index: number) => {
    const { contrast, joined } = clauses[index] ?? { contrast: false, joined: false };
    return reach === "far" || !(contrast || (joined && reach === "close"));
  };
  for (let index = own; index > 0 && carries(index); index--) {
    const said = inClause(index - 1);
    if (said.length > 0) return [...said].reverse();
  }
  if (reach === "close") return [];
  const stop = clauses.findIndex((each, i) => i > own && (each.contrast || each.joined));
  const end = stop === -1 ? Number.POSITIVE_INFINITY : (clauses[stop]?.from ?? 0);
  return mentions.filter((each) => each.at > at && (each.at < end || reach === "far")).slice(0, 1);
}

const LINK =
  /^ (?:percentage points? |points? )?(?:that )?(?:(?:is|are|was|were) )?(?:(?:measured|found|seen|made|counted|earned|returned|obtained|reached|followed) )?(?:(?:of|for|in|after|among|at|on|from|by) )?(?:(?:the|all|those|that|of|its|their) )*$/u;

/** "{{x}} of any month": said of the number right before it, and of no other. */
export function boundTo<M extends Mention>(
  { folded }: Sentence,
  mentions: readonly M[],
  at: number,
): M | undefined {
  return mentions.find(
    (each) =>
      each.at > at &&
      LINK.test(folded.slice(at + SLOT.length, each.at)) &&
      !AHEAD.test(folded.slice(each.end)),
  );
}

/** "Its level of {{x}}" is said of what comes. */
const AHEAD = /^ (?:the )?\ue000/u;

const COMES = /^ (?:(?:of|is|at|was) )?(?:the )?\ue000/u;

/** "{{a}} and {{b}} of small-caps": one phrase. */
const LISTED = /^(?:,| and| or| to| of| of the| against| versus| vs) $/u;

const COMPARED =
  /\b(?:above|below|ahead of|behind|under|over|than|against|versus|exceed\p{L}*|beat\p{L}*|trail\p{L}*|lag(?:ged|ging|s)?|outpac\p{L}*|outperform\p{L}*) (?:(?:the|that|a|of) )*$/u;

/** "…, below the {{b}} of any month": nothing of that is said of the number before it. */
function isAnothers({ slots, folded }: Sentence, mention: Mention, at: number): boolean {
  if (mention.at > at && COMES.test(folded.slice(mention.end))) return true;
  return slots.some((slot, i) => {
    if (slot.at <= at || slot.at >= mention.at) return false;
    const before = slots[i - 1]?.at ?? 0;
    const listed = LISTED.test(folded.slice(before + SLOT.length, slot.at));
    const bound = LINK.test(folded.slice(slot.at + SLOT.length, mention.at));
    return COMPARED.test(folded.slice(0, slot.at)) || (bound && !listed);
  });
}
