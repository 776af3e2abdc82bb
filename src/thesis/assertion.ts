/** What a sentence says of a figure that can be computed. */
export interface Assertion {
  readonly kind: "race" | "return" | "multiple" | "gap" | "hit" | "losses";
  /** Whose: the subject of the statement. */
  readonly side: "small" | "large";
  /** The window in figure keys; null: none is said, or none that is computed. */
  readonly period: string | null;
  /** 1 up, ahead, premium; -1 down, behind, discount; 0: only a level is said. */
  readonly direction: -1 | 0 | 1;
  readonly value: Amount | null;
  /** After Fed cuts, and which. */
  readonly sample: "all" | "first" | "scheduled" | "unsaid" | null;
  /** Words that limit what it may be compared with. */
  readonly earnings: "forward" | "trailing" | null;
  /** A month, year or span that is said and that no figure is of; null: none. */
  readonly dated: string | null;
  /** Something else it is said of or against. */
  readonly beyond: string | null;
}

/** A number as written, with how far a figure may lie from it. */
export interface Amount {
  readonly value: number;
  readonly tolerance: number;
  readonly bound: "at least" | "at most" | null;
  readonly unit: "%" | "x";
}

const SMALL = /\bsmall(?:er)?[- ]?(?:caps?|cap\w*|companies|stocks|firms)\b|\brussell 2000\b|\bsmalls\b/g;
const LARGE =
  /\b(?:large|larger|mega|big|bigger|blue)[- ]?(?:caps?|cap\w*|companies|stocks|firms|chips?)\b|\bs&p 500\b/g;
const UP =
  /\b(?:beat(?:en|s|ing)?|outperform\w*|outpac\w*|outstrip\w*|surpass\w*|ahead of|led|lead(?:s|ing)?|done better than|did better than|edged? past)\b/;
const DOWN =
  /\b(?:lag(?:s|ged|ging)?|trail(?:s|ed|ing)?(?! (?:earnings|p\/e|twelve|12|multiple))|underperform\w*|behind|lost (?:out|ground) to|done worse than|did worse than)\b/;
const ROSE =
  /\b(?:rose|risen|gain(?:ed|s)?|returned|climbed|added|advanced|increased|jumped|rallied|surged|(?<!ma[dk]e |makes |making )up)\b/;
const FELL = /\b(?:fell|fallen|lost|dropped|declined|slid|slipped|shed|down)\b/;
const CUTS =
  /\b(?:after|following|since|once|in the wake of)\b[^.]*\b(?:cuts?|easing|rate reductions?|lower(?:ed|ing)? rates|cut(?:ting)? rates)\b|\bpost-cut\b|\brate[- ]cut (?:cycle|episode)s?\b/;
const BEYOND =
  /\b(?:bonds?|treasur\w+|gold|oil|cash|bitcoin|crypto|international|emerging|europe\w*|japan\w*|china|chinese|uk|asia\w*|inflation|mid-?caps?|growth stocks|value stocks|private equity|hedge funds?|micro-?caps?|real estate|nasdaq|biotech\w*|banks?|sector\w*)\b/;
const DENIED = /\b(?:not|never|no longer|failed to|hardly|n't)\b|n't\b/;

const WORDS: Readonly<Record<string, string>> = {
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  ten: "10",
  twelve: "12",
  fifteen: "15",
  twenty: "20",
};
const inDigits = (text: string) =>
  text.replace(
    /\b(one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\b/g,
    (word) => WORDS[word] ?? word,
  );

const PERIODS: readonly (readonly [RegExp, string])[] = [
  [/\byear[- ]to[- ]date\b|\bytd\b|\bso far this year\b|\bthis year\b/, "ytd"],
  [/\bquarter[- ]to[- ]date\b|\bso far this quarter\b/, "qtd"],
  [/\bmonth[- ]to[- ]date\b|\bso far this month\b|\bthis month\b/, "mtd"],
  [/\b(?:24|18|36|60|9|4)[- ]months?\b|\b(?:2|3|4|5|7|10|15|20|30)[- ]years?\b|\bdecades?\b/, "other"],
  [/\b12[- ]months?\b|\b(?:1|a|the|the last|the past|last|past) year\b(?! \d)/, "12m"],
  [/\b6[- ]months?\b|\bhalf[- ](?:a[- ])?year\b/, "6m"],
  [/\b3[- ]months?\b|\b(?:a|the|the last|the past|last|past) quarter\b/, "3m"],
  [/\b1[- ]month\b|\b(?:a|the|the last|the past|last|past) month\b/, "1m"],
  [/\b5[- ]days?\b|\b(?:a|the|the last|the past|last|past) week\b/, "5d"],
  [/\b1[- ]day\b|\b(?:the last|yesterday|on the) day\b/, "1d"],
];
/** After cuts two years are computed, and days are not. */
function periodOf(text: string, afterCuts: boolean): string | null {
  if (afterCuts && /\b24[- ]months?\b|\b2[- ]years?\b/.test(text)) return "24m";
  return PERIODS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

const MONTH = "january|february|march|april|may|june|july|august|september|october|november|december";
const DATED = new RegExp(
  `\\b(?:in|since|during|from|between|until|to|of|for|by) (?:(?:late|early|mid|the (?:start|end) of)[- ])?(?:(?:${MONTH})(?: (?:19|20)\\d\\d)?|(?:19|20)\\d\\d(?:s)?)\\b|\\b(?:last|this) (?:summer|autumn|spring|winter)\\b|\\b(?:19|20)\\d\\d\\b`,
);

function amounts(text: string): readonly (Amount & { readonly at: number })[] {
  const pattern =
    /(?<![\w.])(-?\d+(?:,\d{3})*(?:\.\d+)?)\s?(%|per ?cent(?:age points?)?|pct|pp|ppts?|percentage points?|points|x\b|times\b|bps\b|basis points)/g;
  return [...text.matchAll(pattern)].map(({ 0: _all, 1: digits = "", 2: unit = "", index: at }) => {
    const basis = /bps|basis/.test(unit);
    const decimals = digits.split(".")[1]?.length ?? 0;
    const before = text.slice(Math.max(0, at - 24), at);
    const rough = /\b(?:about|around|roughly|nearly|almost|some|approximately|close to|circa)\s*$/.test(
      before,
    );
    const tolerance = Math.max(0.1, 0.5 * 10 ** -decimals) * (rough ? 2 : 1);
    const value = Number(digits.replaceAll(",", "")) / (basis ? 100 : 1);
    const bound = /\b(?:more than|over|above|at least|exceeding)\s*$/.test(before)
      ? "at least"
      : /\b(?:less than|under|below|at most|up to)\s*$/.test(before)
        ? "at most"
        : null;
    return {
      value,
      tolerance: basis ? tolerance / 100 : tolerance,
      bound,
      unit: /^(?:x|times)$/.test(unit) ? "x" : "%",
      at,
    };
  });
}

interface Sided {
  readonly side: "small" | "large";
  readonly at: number;
}
function sidesOf(text: string): readonly Sided[] {
  return [
    ...[...text.matchAll(SMALL)].map(({ index: at }) => ({ side: "small" as const, at })),
    ...[...text.matchAll(LARGE)].map(({ index: at }) => ({ side: "large" as const, at })),
  ].sort((a, b) => a.at - b.at);
}

const opposite = (side: "small" | "large") => (side === "small" ? "large" : "small");
const strip = ({ at: _at, ...amount }: Amount & { readonly at: number }): Amount => amount;

function sampleOf(text: string): Assertion["sample"] {
  if (!CUTS.test(text)) return null;
  if (/\bfirst (?:rate |fed |interest[- ]rate )?cuts?\b/.test(text)) return "first";
  if (/\bscheduled\b/.test(text)) return "scheduled";
  return /\b(?:all|every|each|any) (?:rate |fed |of the )?cuts?\b/.test(text) ? "all" : "unsaid";
}

const CLAUSE = /\s*(?:;|,? (?:but|while|whereas|although|though|yet)\b|, and\b)\s*/;

/** Clauses, each with a subject: one without takes that of the clause before it. */
function clausesOf(text: string): readonly string[] {
  const clauses: string[] = [];
  let last: string | null = null;
  for (const clause of text.split(CLAUSE)) {
    const [first] = sidesOf(clause);
    const verb = UP.exec(clause) ?? DOWN.exec(clause);
    const headless =
      first === undefined ||
      (verb !== null && first.at > verb.index && !/\bby\b/.test(clause.slice(verb.index, first.at)));
    clauses.push(headless && last !== null ? `${last} ${clause}` : clause);
    last = first === undefined || headless ? last : `${first.side}-caps`;
  }
  return clauses;
}

/** What can be measured in a sentence (lower case, without accents); several where it says several things. */
export function assertionsOf(folded: string): readonly Assertion[] {
  const whole = inDigits(folded);
  const dated = DATED.exec(whole)?.[0] ?? null;
  return clausesOf(whole).flatMap((text) => inClause(text, sampleOf(text) ?? sampleOf(whole), dated));
}

function inClause(text: string, sample: Assertion["sample"], dated: string | null): readonly Assertion[] {
  const sides = sidesOf(text);
  const common = {
    period: periodOf(text, sample !== null),
    sample,
    earnings: earningsOf(text),
    dated,
    beyond: BEYOND.exec(text)?.[0] ?? null,
  };
  const valued = [...multiples(text, sides), ...gap(text, sides), ...losses(text, sides)];
  const found = [...valued, ...race(text, sides), ...returns(text, sides)];
  return found.map((each) => ({ ...common, ...each }));
}

function earningsOf(text: string): Assertion["earnings"] {
  if (/\btrailing\b|\bhistoric\b|\breported\b|\blast year's\b/.test(text)) return "trailing";
  return /\bforward\b|\bexpected\b|\bnext (?:12|year)/.test(text) ? "forward" : null;
}

type Part = Pick<Assertion, "kind" | "side" | "direction" | "value">;

const VALUED =
  /\bp\/e\b|\bprice[- ](?:to[- ])?earnings\b|\bearnings\b|\bmultiples?\b|\btrad(?:e|es|ed|ing)\b|\bvalu(?:ed|ation|ations)\b/;

/** "Small-caps trade at 19x": the nearest side before the number, else the next behind it. */
function multiples(text: string, sides: readonly Sided[]): readonly Part[] {
  if (!VALUED.test(text) || sides.length === 0) return [];
  const numbers = amounts(text).filter(({ unit }) => unit === "x");
  return numbers.flatMap((number, i) => {
    const behind = /^\s*(?:x|times)?\s*(?:forward |expected |trailing )?(?:earnings )?(?:for|of) /.test(
      text.slice(number.at).replace(/^[\d.]+/, ""),
    );
    const next = sides.find(({ at }) => at > number.at);
    const before = sides.filter(({ at }) => at < number.at).at(-1);
    const pairwise =
      numbers.length === 2 && sides.length === 2 && (sides[1]?.at ?? 0) < (numbers[0]?.at ?? 0)
        ? sides[i]
        : undefined;
    const side = (pairwise ?? (behind ? (next ?? before) : (before ?? next)))?.side;
    return side === undefined
      ? []
      : [{ kind: "multiple" as const, side, direction: 0 as const, value: strip(number) }];
  });
}

/** "At a discount of 15 %", "15 % cheaper": of small to large, or turned round. */
function gap(text: string, sides: readonly Sided[]): readonly Part[] {
  const word =
    /\b(discount\w*|premium|cheaper|less expensive|more expensive|dearer|undervalued|lower (?:multiple|valuation)s?|higher (?:multiple|valuation)s?)\b/.exec(
      text,
    );
  const first = sides[0];
  if (word === null || first === undefined || /\bsize premium\b|\brisk premium\b/.test(text)) return [];
  const up = /^(?:premium|more expensive|dearer|higher)/.test(word[0]);
  const denied = DENIED.test(text.slice(0, word.index));
  const number = amounts(text).find(({ unit }) => unit === "%");
  const direction = (up !== denied ? 1 : -1) as 1 | -1;
  return [{ kind: "gap", side: first.side, direction, value: number && !denied ? strip(number) : null }];
}

const LOSING =
  /\b(?:unprofitable|loss-?making|loss-?makers|los(?:e|es|ing) money|(?:make|makes|made) (?:a loss|losses|no profit)|no (?:profits|earnings))\b/;

/** "40 % of small-caps lose money" */
function losses(text: string, sides: readonly Sided[]): readonly Part[] {
  const said = LOSING.exec(text);
  const numbers = amounts(text).filter(({ unit }) => unit === "%");
  const number = numbers.filter(({ at }) => said !== null && at < said.index).at(-1) ?? numbers[0];
  const side = sides.find(({ at }) => number !== undefined && at > number.at) ?? sides[0];
  return said && number && side
    ? [{ kind: "losses", side: side.side, direction: 0, value: strip(number) }]
    : [];
}

const SHARE =
  /\b\d+(?:\.\d+)? ?(?:%|per ?cent) of (?:the )?(?:time|cases|occasions|windows|cuts|cycles|episodes)\b/;

/** The verb of a race, with whether it says ahead (1) or behind (-1). */
function raceVerb(text: string): { readonly at: number; readonly sign: number } | null {
  const up = UP.exec(text);
  const down = DOWN.exec(text);
  if (/\blead?s? (?:to|by the fed)\b/.test(text)) return null;
  if (up && (!down || up.index < down.index)) return { at: up.index, sign: 1 };
  return down && { at: down.index, sign: -1 };
}

/** "Small-caps beat large-caps by 5 % over six months": who is ahead, and by how much. */
function race(text: string, sides: readonly Sided[]): readonly Part[] {
  const verb = raceVerb(text);
  if (verb === null) return [];
  const { at } = verb;
  const after = sides.find((each) => each.at > at);
  const subject =
    sides.filter((each) => each.at < at).at(-1)?.side ??
    (after === undefined ? undefined : opposite(after.side));
  if (subject === undefined) return [];
  const passive =
    /\b(?:was|were|been|being|are|is)\s(?:\w+ly\s)?$/.test(text.slice(0, at)) &&
    /^\w+ by\b/.test(text.slice(at));
  const denied = DENIED.test(text.slice(Math.max(0, at - 30), at));
  const sign = verb.sign * (passive && after ? -1 : 1) * (denied ? -1 : 1);
  const numbers = amounts(text).filter(({ unit }) => unit === "%");
  const own = numbers.find((each) => each.at > at) ?? numbers.at(-1);
  const kind = SHARE.test(text) ? "hit" : "race";
  return [{ kind, side: subject, direction: sign as 1 | -1, value: own && !denied ? strip(own) : null }];
}

/** "Small-caps returned 12 % over the year" */
function returns(text: string, sides: readonly Sided[]): readonly Part[] {
  if (UP.test(text) || DOWN.test(text) || VALUED.test(text)) return [];
  const verb = ROSE.exec(text) ?? FELL.exec(text);
  const number = amounts(text).find(({ unit }) => unit === "%");
  const side = verb && sides.filter(({ at }) => at < verb.index).at(-1);
  if (!verb || !number || !side) return [];
  return [{ kind: "return", side: side.side, direction: ROSE.test(text) ? 1 : -1, value: strip(number) }];
}
