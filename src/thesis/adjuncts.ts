import { AMOUNT, type Amount, amountOf } from "./amounts.ts";
import type { Assertion } from "./assertion.ts";

export interface Rest {
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

export interface Adjuncts extends Rest {
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

export function takeAmounts(text: string): Rest & { readonly amounts: readonly Amount[] } {
  const found = [...text.matchAll(AMOUNT)];
  const amounts = found.map(([, bound, digits = "", unit = ""]) => amountOf(bound, digits, unit));
  return { text: found.reduce((rest, [part]) => without(rest, part), text), amounts };
}

const SHARE_OF =
  /\bin (?:about |some |more than |over |at least )?\d+(?:\.\d+)?% of (?:cases|occasions|windows|time)(?= |$)/;

/** Takes from a clause what stands beside subject, verb and object; `text` is what is left of it. */
export function adjunctsOf(text: string): Adjuncts {
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
