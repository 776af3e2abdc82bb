import { AMOUNT, type Amount, amountOf } from "./amounts.ts";

/** What a clause says of a figure that can be computed: all of its words, or nothing. */
export interface Assertion {
  readonly kind: "race" | "return" | "multiple" | "gap" | "hit" | "losses";
  /** Whose: the subject of the statement. */
  readonly side: "small" | "large";
  /** The window in figure keys; null: none is said. */
  readonly period: string | null;
  /** 1 up, ahead, premium; -1 down, behind, discount; 0: only a level is said. */
  readonly direction: -1 | 0 | 1;
  readonly value: Amount | null;
  /** After Fed cuts, and which. */
  readonly sample: "all" | "first" | "scheduled" | "unsaid" | null;
  /** Whether it is said of the mean, of most windows or of every one of them. */
  readonly of: "mean" | "most" | "every";
  readonly earnings: "forward" | "trailing" | null;
  /** The sentence denies it. */
  readonly isDenied: boolean;
}

interface Rest {
  readonly text: string;
}
const without = (text: string, part: string) => text.replace(part, " ").replace(/\s+/g, " ").trim();

const WHOSE = "(?:(?:fed|federal reserve) )?(?:(?:interest[- ]rate|rate|policy[- ]rate) )?";
const OF_CYCLE = "(?: (?:of|in) (?:each |every )?(?:(?:easing|rate[- ]cut|rate) )?cycles?)?";
const AFTER = "(?:in months )?(?:after|following|in wake of)";
const SAMPLES: readonly (readonly [RegExp, Assertion["sample"], Assertion["of"] | null])[] = [
  [
    new RegExp(`\\b${AFTER} (?:every|each|any) first ${WHOSE}(?:cut|reduction)${OF_CYCLE}(?= |$)`),
    "first",
    "every",
  ],
  [
    new RegExp(
      `(?:\\b${AFTER} |^)(?:first ${WHOSE}(?:cuts|reductions)${OF_CYCLE}|first ${WHOSE}cut (?:of|in) (?:each |every )?(?:\\w+ )?cycle)(?= |$)`,
    ),
    "first",
    null,
  ],
  [new RegExp(`\\b${AFTER} scheduled ${WHOSE}(?:cuts|reductions)(?= |$)`), "scheduled", null],
  [new RegExp(`\\b${AFTER} (?:every|each|any) ${WHOSE}(?:cut|reduction)(?= |$)`), "all", "every"],
  [
    /\b(?:every time|each time|whenever) (?:fed|federal reserve) cuts(?: (?:interest )?rates)?(?= |$)/,
    "all",
    "every",
  ],
  [new RegExp(`\\b${AFTER} all (?:of )?${WHOSE}(?:cuts|reductions)(?= |$)`), "all", null],
  [new RegExp(`\\b${AFTER} most ${WHOSE}(?:cuts|reductions)(?= |$)`), "all", "most"],
  [new RegExp(`\\b${AFTER} ${WHOSE}(?:cuts|reductions)(?= |$)`), "unsaid", null],
  [/\b(?:after|once) (?:fed|federal reserve) cuts(?: (?:interest )?rates)?(?= |$)/, "unsaid", null],
];

const COUNTED: Readonly<Record<string, string>> = {
  "1 month": "1m",
  "3 months": "3m",
  "6 months": "6m",
  "12 months": "12m",
  "24 months": "24m",
  "1 year": "12m",
  "2 years": "24m",
  "1 day": "1d",
  "5 days": "5d",
  "1 week": "5d",
  "half year": "6m",
};
const NOW: Readonly<Record<string, string>> = {
  "year to date": "ytd",
  "so far this year": "ytd",
  "this year": "ytd",
  "quarter to date": "qtd",
  "so far this quarter": "qtd",
  "month to date": "mtd",
  "so far this month": "mtd",
};
const WINDOW =
  /\b(?:(?:over|in|for|during|within) )?(?:(past|last|next|following|first|subsequent) )?(half year|\d+ (?:days?|weeks?|months?|years?))(?: (later|on))?(?= |$)|\b(?:over|in|during) (past) (month|year|week)(?= |$)/;
const TO_DATE =
  /\b(?:(?:over|in|for) )?(year[- ]to[- ]date|so far this year|this year|quarter[- ]to[- ]date|so far this quarter|month[- ]to[- ]date|so far this month)(?= |$)/;

interface Adjuncts extends Rest {
  readonly sample: Assertion["sample"];
  readonly of: Assertion["of"] | null;
  readonly period: string | null;
  readonly amounts: readonly Amount[];
  readonly shareOf: boolean;
}

function takeSample(text: string): Rest & Pick<Adjuncts, "sample" | "of"> {
  for (const [pattern, sample, of] of SAMPLES) {
    const found = pattern.exec(text)?.[0];
    if (found === undefined) continue;
    return { text: without(without(text, found), "since 1990"), sample, of };
  }
  return { text, sample: null, of: null };
}

/** The words before a window: it is the one just past, one that follows something, or neither. */
const PAST = /^(?:past|last)$/;
const AFTER_CUTS = new Set(["1m", "3m", "6m", "12m", "24m"]);

/** One window at most: a second one stays in the text and is not understood. */
function takePeriod(text: string, isAfterCuts: boolean): Rest & { readonly period: string | null } {
  const toDate = TO_DATE.exec(text);
  if (toDate !== null && !isAfterCuts)
    return { text: without(text, toDate[0]), period: NOW[(toDate[1] ?? "").replaceAll("-", " ")] ?? null };
  const [all = "", before = "", counted, later, past = "", named] = WINDOW.exec(text) ?? [];
  const period = COUNTED[inPlural(counted ?? `1 ${named}`)] ?? null;
  const when = PAST.test(before || past) ? "past" : before !== "" || later !== undefined ? "next" : "";
  return fits(period, when, isAfterCuts) && period !== null
    ? { text: without(text, all), period }
    : { text, period: null };
}

const fits = (period: string | null, when: string, isAfterCuts: boolean) =>
  isAfterCuts ? when !== "past" && AFTER_CUTS.has(period ?? "") : when !== "next" && period !== "24m";

const inPlural = (counted: string) =>
  /^\d+ (?:month|year|day)$/.test(counted) && !counted.startsWith("1 ") ? `${counted}s` : counted;

function takeAmounts(text: string): Rest & { readonly amounts: readonly Amount[] } {
  const found = [...text.matchAll(AMOUNT)];
  const amounts = found.map(([, bound, digits = "", unit = ""]) => amountOf(bound, digits, unit));
  return { text: found.reduce((rest, [part]) => without(rest, part), text), amounts };
}

const SHARE_OF =
  /\bin (?:about |some |more than |over |at least )?\d+(?:\.\d+)?% of (?:cases|occasions|windows|time)(?= |$)/;

function adjunctsOf(text: string): Adjuncts {
  const { text: one, sample, of } = takeSample(text);
  const afterCuts = sample !== null;
  const average = afterCuts && / on average(?= |$)|^on average /.exec(one)?.[0];
  const most = afterCuts && /\bin most (?:cases|windows)(?= |$)|\bmost of time(?= |$)/.exec(one)?.[0];
  const always = afterCuts && /\balways(?= |$)/.exec(one)?.[0];
  const spread = [average, most, always].filter((each) => typeof each === "string");
  const two = spread.reduce((rest, part) => without(rest, part), one);
  const { text: three, period } = takePeriod(two, afterCuts);
  const share = afterCuts ? SHARE_OF.exec(three)?.[0] : undefined;
  const { text: four, amounts } = takeAmounts(
    share === undefined ? three : three.replace(share, share.replace(/^in /, "").replace(/ of \w+$/, "")),
  );
  const spreadOf = always ? "every" : most ? "most" : average ? "mean" : null;
  return {
    text: spread.length + (of === null ? 0 : 1) > 1 ? `${four} ${spread.join(" ")}` : four,
    sample,
    of: spreadOf ?? of,
    period,
    amounts,
    shareOf: share !== undefined,
  };
}

const AHEAD =
  "beat|beats|beaten|beating|outperform|outperforms|outperformed|outpaced|outstripped|surpassed|ahead of|led|lead|done better than|did better than|do better than";
const BEHIND =
  "lag|lags|lagged|trailed|trail|trails|underperform|underperforms|underperformed|behind|done worse than|did worse than|do worse than";
const AUX = "(?:have been|has been|have|has|had|did|do|does|is|are|were|was)";
const RACE = new RegExp(`^([SL]) (?:${AUX} )?(not )?(?:(${AHEAD})|(${BEHIND})) ([SL])$`);
const PASSIVE =
  /^([SL]) (?:have been|has been|were|was|are|is) (not )?(?:(beaten|outperformed|outpaced|led)|(trailed)) by ([SL])$/;
const TURNED = new RegExp(
  `^(?:against|versus|relative to|compared (?:with|to)) ([SL]) ([SL]) (?:${AUX} )?(not )?(?:(outperformed|led|ahead)|(lagged|underperformed|trailed|behind))$`,
);

const sideOf = (letter: string | undefined) => (letter === "S" ? "small" : "large");

interface Runners {
  readonly subject: string | undefined;
  readonly object: string | undefined;
  readonly isAhead: boolean;
  readonly isDenied: boolean;
}

/** Who runs against whom, of all that is left of a clause; null: it is no race. */
function runnersIn(core: string): Runners | null {
  const straight = RACE.exec(core) ?? PASSIVE.exec(core);
  const found = straight ?? TURNED.exec(core);
  if (found === null) return null;
  const [, first, , , , last] = found;
  if (straight === null)
    return {
      subject: found[2],
      object: first,
      isAhead: found[4] !== undefined,
      isDenied: found[3] !== undefined,
    };
  return { subject: first, object: last, isAhead: found[3] !== undefined, isDenied: found[2] !== undefined };
}

/** "S beat L": who is ahead, and by how much. */
function race(text: string): readonly Assertion[] {
  const { text: core, sample, of, period, amounts, shareOf } = adjunctsOf(text);
  const runners = runnersIn(core);
  const [value = null] = amounts;
  if (runners === null || runners.subject === runners.object || amounts.length > 1) return [];
  if (value?.unit === "x" || (shareOf && (value?.unit !== "%" || of !== null))) return [];
  // Of a sample's windows: a size is that of their mean, and "all" without one is said of each.
  const spread = of ?? (sample === "all" && value === null ? "every" : "mean");
  if (spread !== "mean" && value !== null) return [];
  const side = sideOf(runners.subject);
  const direction = PASSIVE.test(core) === runners.isAhead ? -1 : 1;
  const kind = shareOf ? "hit" : "race";
  const { isDenied } = runners;
  return [{ kind, side, direction, period, value, sample, of: spread, earnings: null, isDenied }];
}

const ROSE = "rose|risen|gained|returned|climbed|added|advanced|increased|jumped|rallied|surged|up";
const FELL = "fell|fallen|lost|dropped|declined|slid|slipped|shed|down";
const RETURN = new RegExp(`^([SL]) (?:(?:have|has|are|is|were|was|did) )?(not )?(?:(${ROSE})|(${FELL}))$`);

/** "S returned 12% over past year" */
function returns(text: string): readonly Assertion[] {
  const { text: core, sample, period, amounts } = adjunctsOf(text);
  const found = RETURN.exec(core);
  const [value] = amounts;
  if (found === null || sample !== null || amounts.length !== 1 || value?.unit !== "%") return [];
  return [
    {
      ...STILL,
      kind: "return",
      side: sideOf(found[1]),
      direction: found[3] === undefined ? -1 : 1,
      period,
      value,
      isDenied: found[2] !== undefined,
    },
  ];
}

const STILL = {
  direction: 0,
  period: null,
  value: null,
  sample: null,
  of: "mean",
  earnings: null,
  isDenied: false,
} as const;

const N_X =
  "(?:(about|around|roughly|nearly|almost|more than|less than|over|under|at least|up to) )?(\\d+(?:\\.\\d+)?) ?(x|times)";
const BASIS = "(?: (forward|expected|trailing|reported))?(?: earnings)?";
const TRADES = "(?:trade|trades|are trading|is trading|are valued|is valued) (?:on|at)";
const ONE = new RegExp(`^([SL]) ${TRADES} ${N_X}${BASIS}$`);
const TWO = new RegExp(
  `^([SL]) ${TRADES} ${N_X}${BASIS}(?: and| against| versus| vs| compared with)? ([SL]) (?:(?:trade )?(?:on|at) )?${N_X}${BASIS}$`,
);
const TWO_FOR = new RegExp(
  `^([SL]) ${TRADES} ${N_X}${BASIS} (?:against|versus|vs|compared with) ${N_X}${BASIS} for ([SL])$`,
);

const basisOf = (word: string | undefined): Assertion["earnings"] =>
  word === undefined ? null : /^(?:forward|expected)$/.test(word) ? "forward" : "trailing";
const multiple = (
  letter: string | undefined,
  parts: readonly (string | undefined)[],
  basis: string | undefined,
): Assertion => ({
  ...STILL,
  kind: "multiple",
  side: sideOf(letter),
  value: amountOf(parts[0], parts[1] ?? "", parts[2] ?? ""),
  earnings: basisOf(basis),
});

/** "S trade at 19x" */
function multiples(text: string): readonly Assertion[] {
  const one = ONE.exec(text);
  if (one) return [multiple(one[1], one.slice(2, 5), one[5])];
  const two = TWO.exec(text);
  const four = TWO_FOR.exec(text);
  const [first, second, at] = two ? [two, two[6], 7] : four ? [four, four[10], 6] : [];
  const late = two ? two[10] : four?.[9];
  if (!first || first[1] === second) return [];
  return [
    multiple(first[1], first.slice(2, 5), first[5]),
    multiple(second, first.slice(at, (at ?? 0) + 3), late ?? first[5]),
  ];
}

const GAP =
  /^([SL]) (?:(?:do|does|are|is) )?(not )?(?:(?:trade|trades|trading|valued) )?(?:at )?(?:(premium|more expensive|dearer)|(discount|cheaper|less expensive)) (?:to|than) ([SL])$/;

/** "At a discount of 15% to L" */
function gap(text: string): readonly Assertion[] {
  const { text: core, amounts } = takeAmounts(text);
  const found = GAP.exec(core);
  if (found === null || found[1] === found[5] || amounts.length > 1) return [];
  const [value = null] = amounts;
  if (value !== null && value.unit !== "%") return [];
  return [
    {
      ...STILL,
      kind: "gap",
      side: sideOf(found[1]),
      direction: found[3] === undefined ? -1 : 1,
      value,
      isDenied: found[2] !== undefined,
    },
  ];
}

const LOSSES = new RegExp(
  `^${AMOUNT.source} of ([SL]) (?:lose money|are unprofitable|are loss-?making|make losses|make loss|make no profit|are loss-?makers)$`,
);

/** "40% of S lose money" */
function losses(text: string): readonly Assertion[] {
  const found = LOSSES.exec(text);
  if (found === null || found[3] !== "%") return [];
  return [
    { ...STILL, kind: "losses", side: sideOf(found[4]), value: amountOf(found[1], found[2] ?? "", "%") },
  ];
}

/** What a clause in plain words says; empty: some of it is not understood, or it is nothing of ours. */
export function assertionsOf(text: string): readonly Assertion[] {
  for (const read of [race, returns, multiples, gap, losses]) {
    const found = read(text);
    if (found.length > 0) return found;
  }
  return [];
}
