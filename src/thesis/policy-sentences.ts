import type { Figure } from "../briefing/figure.ts";
import { formatDate } from "../briefing/format.ts";
import type { PolicyDecision } from "../market/datasets.ts";
import { partsOf } from "../topics/read-from.ts";
import { untested } from "./decide.ts";
import type { Facts, Verdict } from "./port.ts";

/** What a clause says of the Fed's decisions in one year. */
export interface PolicySentence {
  readonly move: "cut" | "rise";
  readonly year: number;
  readonly count: number;
  /** "10 december", "december"; null: the number of moves in the whole year is said. */
  readonly on: string | null;
  readonly isDenied: boolean;
}

const MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december";
const NTH: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
};
const NOUN = "(?:fed )?(?:interest[- ]rate |rate )?(cut|reduction|rise|increase|hike)";
const DAY = `(?:on ((?:\\d{1,2} (?:${MONTHS})|(?:${MONTHS}) \\d{1,2}))|in (${MONTHS}))(?: (\\d{4}))?`;
const FED = "(?:fed|federal reserve)";
const VERB = "(?:(?:has|have|had) )?(?:(did) not )?(cut|lower|lowered|raise|raised|hike|hiked)";
const TIMES = "(once|twice|\\d+ times)";

const COUNTS = [
  new RegExp(`^${FED} ${VERB}(?: interest)?(?: rates)? ${TIMES} in (?<year>\\d{4})$`),
  new RegExp(`^${FED} ${VERB}(?: interest)?(?: rates)? in (?<year>\\d{4}) ${TIMES}$`),
  new RegExp(`^in (?<year>\\d{4}) ${FED} ${VERB}(?: interest)?(?: rates)? ${TIMES}$`),
];
const NAMES = Object.keys(NTH).join("|");
const CAME = "(?:came|come|fell|was announced|was made|was|happened|happen)";
const NTHS = [
  new RegExp(
    `^${FED} (?:did (not) )?(?:delivered|made|announced|deliver|make|announce) (${NAMES}) ${NOUN} (?:of|in) (?<year>\\d{4}) ${DAY}$`,
  ),
  new RegExp(`^(?:${FED} )?()(${NAMES}) ${NOUN} (?:of|in) (?<year>\\d{4}) ${CAME} ${DAY}$`),
  new RegExp(`^(${NAMES}) ${NOUN} (?:of|in) (?<year>\\d{4}) did not ${CAME} ${DAY}$`),
];

const moveOf = (word: string) => (/^(?:cut|lower|reduc)/.test(word) ? "cut" : "rise");
const timesOf = (word: string) => (word === "once" ? 1 : word === "twice" ? 2 : Number.parseInt(word, 10));

/** All of the clause is of the Fed's moves of a year; null: it is not. */
export function policySentence(text: string): PolicySentence | null {
  for (const pattern of COUNTS) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const words = found.slice(1).filter((each) => each !== undefined && !/^\d{4}$/.test(each)) as string[];
    const times = words.find((each) => /^(?:once|twice|\d+ times)$/.test(each)) ?? "";
    const verb = words.find((each) => /^(?:cut|lower|raise|hike)/.test(each)) ?? "";
    const year = Number(found.groups?.["year"]);
    return { move: moveOf(verb), year, count: timesOf(times), on: null, isDenied: words.includes("did") };
  }
  for (const pattern of NTHS) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const words = found.slice(1);
    const year = Number(found.groups?.["year"]);
    const said = words.at(-1);
    if (said !== undefined && Number(said) !== year) return null;
    const nth = words.find((each) => each !== undefined && each in NTH) ?? "";
    const noun = words.find((each) => /^(?:cut|reduction|rise|increase|hike)$/.test(each ?? "")) ?? "";
    const isDenied = / not /.test(text);
    return {
      move: moveOf(noun),
      year,
      count: NTH[nth] ?? 0,
      on: words.at(-3) ?? words.at(-2) ?? null,
      isDenied,
    };
  }
  return null;
}

const ordinal = (n: number) => Object.keys(NTH)[n - 1] ?? `${n}th`;

export const policyInWords = ({ move, year, count, on, isDenied }: PolicySentence): string => {
  const not = isDenied ? "it is not so that " : "";
  if (on === null) return `${not}the Fed announced ${count} ${move}${count === 1 ? "" : "s"} in ${year}`;
  return `${not}the ${ordinal(count)} ${move} of ${year} was announced ${/\d/.test(on) ? "on" : "in"} ${on.replace(/[a-z]/, (letter) => letter.toUpperCase())}`;
};

/** The third cut of 2025, on 10 December, is a claim of the ledger. */
export const isThirdCut = ({ move, year, count, on }: PolicySentence): boolean =>
  move === "cut" && year === 2025 && count === 3 && (on === null || /december/.test(on));

const isOn = (announced: string, on: string): boolean => {
  const month = MONTHS.split("|").findIndex((each) => on.includes(each)) + 1;
  const day = /\d+/.exec(on)?.[0];
  return (
    Number(announced.slice(5, 7)) === month &&
    (day === undefined || Number(announced.slice(8)) === Number(day))
  );
};

/** The Fed's decisions of the year, as announced, against the sentence. */
export function judgePolicy(said: PolicySentence, { policy }: Facts): Verdict {
  if (typeof policy === "string") return untested(policy);
  const { data, source } = policy;
  const known = source.completeTo ?? source.asOf;
  const first = data.map(({ announced }) => announced).sort()[0] ?? known;
  if (`${said.year}-01-01` < first)
    return untested(`policy decisions are known from ${formatDate(first)} on`);
  const sign = said.move === "cut" ? -1 : 1;
  const found = data.filter(
    ({ announced, changeBp }: PolicyDecision) =>
      announced.startsWith(`${said.year}-`) && Math.sign(changeBp) === sign,
  );
  const nth = found[said.count - 1]?.announced;
  const isOver = known >= `${said.year}-12-31`;
  const isNext = said.year === 2025 && known >= "2025-12-10";
  if (!isOver && !isNext && (said.on === null || nth === undefined))
    return untested(`policy decisions are known to ${formatDate(known)} only`);
  const holds = said.on === null ? found.length === said.count : nth !== undefined && isOn(nth, said.on);
  const days = found.map(({ announced }) => formatDate(announced)).join(", ");
  const figure: Figure = {
    key: `policy.${said.move}s${said.year}`,
    label: `${said.move === "cut" ? "Cuts" : "Rises"} announced in ${said.year}`,
    unit: "count",
    value: found.length,
    asOf: known,
    definition: `Announced ${said.move === "cut" ? "decreases" : "increases"} of the Fed's target in ${said.year}`,
    sources: partsOf(source),
  };
  return {
    verdict: holds !== said.isDenied ? "holds" : "fails",
    figures: [figure],
    note: days === "" ? `no ${said.move} was announced in ${said.year}` : `announced on ${days}`,
  };
}
