import type { Rule } from "./rule.ts";
import type { Sentence } from "./sentence.ts";
import type { World } from "./world.ts";

const SAID = /\b(?:hypothetical(?:ly)?|assum(?:e|es|ed|ing|ption)|what-if)\b/;

/** An actual figure in a sentence that calls itself hypothetical and shows none that is. */
function actualAsAssumed(
  slots: Sentence["slots"],
  folded: string,
  figures: World["figures"],
): readonly string[] {
  const without = /\b(?:without|before|unlike|leaving aside) (?:the |this |that )?assumption\b/.test(folded);
  const assumed = slots.some(({ key }) => /\.whatIf\./.test(key));
  return assumed || without
    ? []
    : slots.filter(({ key }) => figures.has(key)).map(({ key }) => `${key} is not hypothetical`);
}

export const hypotheticalRule: Rule = {
  code: "hypothetical",
  refuses: "a figure under the user's assumption that is not called hypothetical in its sentence",
  sentence: ({ slots, folded }, { figures }) =>
    SAID.test(folded)
      ? actualAsAssumed(slots, folded, figures)
      : slots.filter(({ key }) => /\.whatIf\./.test(key)).map(({ key }) => `${key} is hypothetical: say so`),
};
