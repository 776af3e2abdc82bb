/** Sentences that several topics must say in the same way (DOMAIN 3.3). */

export const PAST_PERFORMANCE =
  "Past performance is not a reliable indicator of future results; no costs, taxes or fees are deducted.";

export const NOT_ADVICE = "Not advice.";

const COUNTS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** Small counts in words, as in headlines, which hold no figures. */
export function inWords(count: number): string {
  return COUNTS[count] ?? String(count);
}
