import { formatDate } from "../briefing/format.ts";

/** Sentences that several topics must say in the same way (DOMAIN 3.3). */

export const PAST_PERFORMANCE =
  "Past performance is not a reliable indicator of future results. An investor's own costs and taxes are not deducted.";

export const NOT_ADVICE = "Not advice.";

/** Beside whatever rests on an assumption of the reader's. */
export const HYPOTHETICAL = "Hypothetical: an assumption of yours, not a forecast; not to be passed on.";

/** For headlines: the lead figure describes the present, and its data are overdue. */
export function withheldSince(dataEnd: string): string {
  return `withheld, the data end on ${formatDate(dataEnd)}`;
}

/** With a capital, as a line begins. */
export function capital(text: string): string {
  return `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;
}

/** As a name stands inside a sentence: "volatility index (VIX)", "Sahm rule", "US downturn". */
export function lowerFirst(name: string): string {
  return /^(?:[A-Z]{2}|Sahm|Fed\b|Treasury)/.test(name)
    ? name
    : `${name[0]?.toLowerCase() ?? ""}${name.slice(1)}`;
}

/** "1 cut", "2 cuts" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

const REAL_TO_INVENTED: readonly (readonly [RegExp, string])[] = [
  [/NBER recession/g, "Recession (invented)"],
  [/NBER (troughs?|months)/g, "invented $1"],
  [/ by the NBER/g, ""],
  [/(^|[.:;] )(?:the )?Fed cut/gi, "$1Policy rate cut"],
  [/Fed (rate )?cut/g, "policy rate cut"],
  [/Fed decisions/g, "Policy decisions"],
  [/(?:the )?(?:Chicago|St\. Louis) Fed(?:'s)? national /g, "an invented "],
  [/(?:Chicago|St\. Louis) Fed (?=\w)/g, "invented "],
  [/(h|H)awkish Fed\b/g, "$1awkish central bank"],
  [/(t|T)he Fed's target/g, "$1he policy rate's target"],
];

/** The sample market has no Federal Reserve: what happens there on invented dates is nobody's act. */
export function invented(text: string): string {
  return REAL_TO_INVENTED.reduce((said, [real, words]) => said.replace(real, words), text);
}

const COUNTS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** Small counts in words, as in headlines, which hold no figures. */
export function inWords(count: number): string {
  return COUNTS[count] ?? String(count);
}

/** All of so many things that have a name: "both troughs", "all six troughs". */
export const allOf = (count: number): string => (count === 2 ? "both" : `all ${inWords(count)}`);

/** A caveat of a reason in words: "estimates were retrieved later". */
export const leftOut = (reason: string): string => `${capital(reason)}: they are left out.`;
