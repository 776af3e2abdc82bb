import type { Rule } from "./rule.ts";

const SAID = /\b(?:hypothetical(?:ly)?|assum(?:e|es|ed|ing|ption)|what-if)\b/;

export const hypotheticalRule: Rule = {
  code: "hypothetical",
  refuses: "a figure under the user's assumption that is not called hypothetical in its sentence",
  sentence: ({ slots, folded }) =>
    SAID.test(folded)
      ? []
      : slots.filter(({ key }) => /\.whatIf\./.test(key)).map(({ key }) => `${key} is hypothetical: say so`),
};
