import { isDate } from "../../maths/calendar.ts";

/** A period as the windows of arguments are called ("6m", "ytd"), or in words where none is so long. */
export interface Period {
  readonly window: string;
  readonly at: number;
  readonly length: number;
}

const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  "zero one two three four five six seven eight nine ten eleven twelve"
    .split(" ")
    .map((word, n) => [word, n]),
);
const UNITS: Readonly<Record<string, "d" | "w" | "m" | "q" | "y">> = {
  ...{ d: "d", day: "d", session: "d", "trading day": "d" },
  ...{ w: "w", wk: "w", week: "w" },
  ...{ m: "m", mo: "m", mth: "m", mnth: "m", month: "m" },
  ...{ q: "q", quarter: "q", y: "y", yr: "y", year: "y" },
};
const BEFORE =
  "(?:(?:over|in|for|during|of|within|across) )?(?:(?:last|past|previous|trailing|latest|recent|prior|preceding) )?";
const COUNT = `(?:\\d+(?:\\.\\d+)?|${Object.keys(NUMBERS).join("|")}|couple of|half|couple)`;

/** Fixed words for a window, looked for before counted ones. */
const NAMED: readonly (readonly [RegExp, string])[] = [
  [/^(?:on|for) year\b/, "ytd"],
  [/^(?:on|for) quarter\b/, "qtd"],
  [/^(?:on|for) month\b/, "mtd"],
  [/^(?:on|for) week\b/, "5d"],
  [
    /^(?:year to date|so far this year|this year so far|this year|ytd|since january|since start of year|since new year|this calendar year|since year began|year so far)\b/,
    "ytd",
  ],
  [/^(?:quarter to date|so far this quarter|this quarter so far|this quarter|qtd)\b/, "qtd"],
  [/^(?:month to date|so far this month|this month so far|this month|mtd)\b/, "mtd"],
  [/^(?:today|yesterday|on day|last session|latest session|last trading day|last close|overnight)\b/, "1d"],
  [/^(?:this week|(?:over |in )?(?:past|last|latest|previous) week|wtd|week to date)\b/, "5d"],
  [/^half (?:a )?year\b/, "6m"],
  [/^(?:over |in |during )?(?:past|last|previous|latest|trailing) month\b/, "1m"],
  [/^(?:over |in |during )?(?:past|last|previous|latest|trailing) quarter\b/, "3m"],
  [/^(?:over |in |during )?(?:past|last|previous|latest|trailing) year\b/, "12m"],
  [/^(?:year on year|year over year|yoy|over year|one year|1 year|1y|annual)\b/, "12m"],
];
const COUNTED = new RegExp(
  `^${BEFORE}(${COUNT}) ?(trading day|session|day|week|wk|month|mnth|mth|mo|quarter|year|yr|[dwmqy])(?![\\p{L}\\p{N}])`,
  "u",
);
/** "after 12 months" is how long later, "for 20 years" how long it went on: neither is the window that ends now. */
const LATER = /(?:after|later|within|percentile|percentile of|since) $/;

/** The periods that a question names; "6m" stands for a window that ends now. */
export function periodsIn(tokens: readonly string[]): readonly Period[] {
  const found: Period[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const rest = tokens.slice(at).join(" ");
    const before = `${tokens.slice(Math.max(0, at - 2), at).join(" ")} `;
    const period = namedAt(rest) ?? (LATER.test(before) ? null : countedAt(rest));
    if (period === null) continue;
    found.push({ ...period, at });
    at += period.length - 1;
  }
  return found;
}

function namedAt(rest: string): Omit<Period, "at"> | null {
  for (const [pattern, window] of NAMED) {
    const words = pattern.exec(rest)?.[0];
    if (words !== undefined) return { window, length: words.split(" ").length };
  }
  return null;
}

function countedAt(rest: string): Omit<Period, "at"> | null {
  const match = COUNTED.exec(rest);
  if (match === null) return null;
  const [words, typed = "", unit = ""] = match;
  const count = typed === "half" ? 0.5 : typed.startsWith("couple") ? 2 : (NUMBERS[typed] ?? Number(typed));
  return { window: windowOf(count, UNITS[unit] ?? "m"), length: words.split(" ").length };
}

const IN_DAYS = { d: 1, w: 5 } as const;
const IN_MONTHS = { m: 1, q: 3, y: 12 } as const;

function windowOf(count: number, unit: "d" | "w" | "m" | "q" | "y"): string {
  if (unit === "d" || unit === "w") return count * IN_DAYS[unit] === 7 ? "5d" : `${count * IN_DAYS[unit]}d`;
  return `${count * IN_MONTHS[unit]}m`;
}

const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);
const monthIn = (word: string | undefined) =>
  word === undefined || word.length < 3
    ? -1
    : MONTHS.findIndex(
        (month) =>
          month === word || month.slice(0, 3) === word || (word === "sept" && month.startsWith("sept")),
      );

/** "2000", "2000-03" or a day, from words at a place: "2000", "march 2000", "2000-03-15", "15 march 2000". */
export function dateAt(
  tokens: readonly string[],
  at: number,
): { readonly date: string; readonly length: number } | null {
  const [first = "", second = "", third = ""] = tokens.slice(at, at + 3);
  if (/^(?:19|20)\d\d$/.test(first)) return { date: first, length: 1 };
  if (/^\d{4}-\d{2}$/.test(first) || isDate(first)) return { date: first, length: 1 };
  const month = monthIn(first);
  const two = (n: number | string) => `${n}`.padStart(2, "0");
  if (month >= 0 && /^(?:19|20)\d\d$/.test(second)) return { date: `${second}-${two(month + 1)}`, length: 2 };
  const later = monthIn(second);
  if (/^\d{1,2}$/.test(first) && later >= 0 && /^(?:19|20)\d\d$/.test(third)) {
    const date = `${third}-${two(later + 1)}-${two(first)}`;
    return isDate(date) ? { date, length: 3 } : null;
  }
  if (month >= 0 && /^\d{1,2}$/.test(second) && /^(?:19|20)\d\d$/.test(third)) {
    const date = `${third}-${two(month + 1)}-${two(second)}`;
    return isDate(date) ? { date, length: 3 } : null;
  }
  return null;
}

/** The last day of a year or a month; a day is itself. */
export function lastDay(date: string): string {
  if (/^\d{4}$/.test(date)) return `${date}-12-31`;
  if (!/^\d{4}-\d{2}$/.test(date)) return date;
  const [year = 0, month = 0] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
