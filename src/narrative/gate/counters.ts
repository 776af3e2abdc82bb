/** Figures that say how good; of them the very same of first cuts is due. Of the rest any result of first cuts. */
const RESULTS: readonly string[] = ["mean", "median", "hit"];
/** How many, not how good. */
const COUNTS: readonly string[] = ["n", "cycles", "dropped", "signTestP"];

/**
 * What must not be left unsaid beside a favourable figure: of all cuts the first cuts, of a valuation gap the loss
 * shares. Keys of which one is enough; none: nothing is due. Which of them were computed is the caller's to see.
 */
export function countersOf(key: string): readonly string[] {
  const [, horizon, statistic = ""] = /^ratecut\.all\.(\w+)\.(\w+)$/.exec(key) ?? [];
  if (horizon !== undefined) {
    if (COUNTS.includes(statistic)) return [];
    const others = RESULTS.includes(statistic) ? [] : RESULTS;
    return [statistic, ...others].map((each) => `ratecut.first.${horizon}.${each}`);
  }
  if (/^valuation\.(?:discount\.|whatIf\.\w+\.discount)/.test(key))
    return ["valuation.small.lossShareCount", "valuation.small.lossShareCap"];
  return [];
}
