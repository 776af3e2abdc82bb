import { countersOf } from "./counters.ts";
import type { Finding, Rule } from "./rule.ts";
import type { Sentence } from "./sentence.ts";
import type { World } from "./world.ts";

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
      const counters = countersOf(key);
      const paid = counters.length === 0 || counters.some((each) => shown.has(each));
      return paid ? [] : [{ sentence: index, detail: `${key} needs ${counters[0]}` }];
    });
    return debts.filter(
      ({ sentence, detail }, i) =>
        debts.findIndex((other) => other.sentence === sentence && other.detail === detail) === i,
    );
  },
};
