import { forbidsDisplay } from "../../briefing/licences.ts";
import { isAbsent } from "../../briefing/value.ts";
import type { Rule } from "./rule.ts";
import type { Sentence } from "./sentence.ts";
import type { World } from "./world.ts";

/** Keys a sentence shows or measures by. */
const named = ({ slots, figures, subject, comparator }: Sentence): readonly string[] =>
  [
    ...new Set([
      ...slots.map(({ key }) => key),
      ...figures,
      ...[subject, comparator].filter((key) => key !== null && key !== "zero"),
    ]),
  ] as string[];
const known = (sentence: Sentence, { figures }: World) =>
  named(sentence).flatMap((key) => figures.get(key) ?? []);

export const slotFormRule: Rule = {
  code: "slot-form",
  refuses: "braces that are no slot of the form {{figure.key}}",
  sentence: ({ plain }) => (plain.match(/[{}]+[^{}]*[{}]*/g) ?? []).map((found) => `“${found.slice(0, 60)}”`),
};

export const slotUnknownRule: Rule = {
  code: "slot-unknown",
  refuses: "a figure that is not in the briefing",
  sentence: (sentence, { figures }) =>
    named(sentence)
      .filter((key) => !figures.has(key))
      .map((key) => `${key.slice(0, 80)} is not in the briefing`),
};

export const slotAbsentRule: Rule = {
  code: "slot-absent",
  refuses: "a figure that has no value, with the reason why",
  sentence: (sentence, world) =>
    known(sentence, world).flatMap(({ key, value }) =>
      isAbsent(value) && value.absent !== "stale" ? [`${key}: ${value.note}`] : [],
    ),
};

export const slotStaleRule: Rule = {
  code: "slot-stale",
  refuses: "a figure that is withheld because its data are overdue",
  sentence: (sentence, world) =>
    known(sentence, world).flatMap(({ key, value }) =>
      isAbsent(value) && value.absent === "stale" ? [`${key}: ${value.note}`] : [],
    ),
};

export const slotLicenceRule: Rule = {
  code: "slot-licence",
  refuses: "a figure of a source whose licence says “no display”",
  sentence: (sentence, world) =>
    known(sentence, world).flatMap(({ key, sources }) =>
      sources
        .filter((source) => forbidsDisplay(source) !== null)
        .map(({ provider, licence }) => `${key}: ${provider} licenses it as “${licence}”`),
    ),
};

export const slotAgreementRule: Rule = {
  code: "slot-agreement",
  refuses: "declared figures that are not the slots of the text",
  sentence: ({ slots, figures }) => {
    const used = slots.map(({ key }) => key);
    return [
      ...used.filter((key) => !figures.includes(key)).map((key) => `${key} is used and not declared`),
      ...figures.filter((key) => !used.includes(key)).map((key) => `${key} is declared and not used`),
    ];
  },
};

export const slotRepeatRule: Rule = {
  code: "slot-repeat",
  refuses: "the same figure twice in a sentence",
  sentence: ({ slots }) => {
    const keys = slots.map(({ key }) => key);
    return [...new Set(keys.filter((key, i) => keys.indexOf(key) !== i))].map((key) => `${key} stands twice`);
  },
};
