import type { Finding, Rule } from "./rule.ts";
import type { Sentence } from "./sentence.ts";
import type { World } from "./world.ts";

/** Figures that say how good; of them the very same of first cuts is due. Of the rest any result of first cuts. */
const RESULTS = /^(?:mean|median|hit)$/;
/** How many, not how good. */
const COUNTS = /^(?:n|cycles|dropped|signTestP)$/;

function owed(key: string, shown: ReadonlySet<string>): string | null {
  const all = /^ratecut\.all\.(\w+)\.(\w+)$/.exec(key);
  if (all) {
    const [, horizon, statistic = ""] = all;
    if (COUNTS.test(statistic)) return null;
    const exact = `ratecut.first.${horizon}.${statistic}`;
    const results = [...shown].some(
      (each) => each.startsWith(`ratecut.first.${horizon}.`) && RESULTS.test(each.split(".").at(-1) ?? ""),
    );
    return shown.has(exact) || (!RESULTS.test(statistic) && results) ? null : exact;
  }
  if (/^valuation\.(?:discount\.|whatIf\.\w+\.discount)/.test(key))
    return [...shown].some((each) => /^valuation\.small\.lossShare/.test(each))
      ? null
      : "valuation.small.lossShareCount";
  return null;
}

export const counterRule: Rule = {
  code: "counter-figure",
  refuses:
    "a favourable figure without its counter-figure anywhere in the draft: all cuts without first cuts, a gap without the loss shares",
  draft: (sentences: readonly Sentence[], _world: World): readonly Finding[] => {
    const shown = new Set(sentences.flatMap(({ slots }) => slots.map(({ key }) => key)));
    const said = sentences.flatMap(({ index, slots, subject }) => [
      ...slots.map(({ key }) => ({ key, index })),
      ...(subject === null ? [] : [{ key: subject, index }]),
    ]);
    const debts = said.flatMap(({ key, index }) => {
      const counter = owed(key, shown);
      return counter === null ? [] : [{ sentence: index, detail: `${key} needs ${counter}` }];
    });
    return debts.filter(
      ({ sentence, detail }, i) =>
        debts.findIndex((other) => other.sentence === sentence && other.detail === detail) === i,
    );
  },
};
