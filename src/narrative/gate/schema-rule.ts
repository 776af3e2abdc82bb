import { z } from "zod";
import { CLAIM_TYPES, DIRECTIONS } from "../port.ts";
import type { Finding, Rule } from "./rule.ts";

const sentence = z.strictObject({
  text: z.string(),
  figures: z.array(z.string()),
  claimType: z.enum(CLAIM_TYPES),
  subject: z.string().nullable(),
  direction: z.enum(DIRECTIONS).nullable(),
  comparator: z.string().nullable(),
});
const draftSchema = z.strictObject({ sentences: z.array(sentence) });

/** Whether a draft has the shape at all: what has not is never accepted, whatever the table says. */
export function faultsOfSchema(draft: unknown): readonly Finding[] {
  const read = draftSchema.safeParse(draft);
  return read.success
    ? []
    : read.error.issues.map(({ path, message }) => ({
        sentence: path[0] === "sentences" && typeof path[1] === "number" ? path[1] : null,
        detail: `${path.join(".") || "the draft"}: ${message}`,
      }));
}

export const schemaRule: Rule = {
  code: "schema",
  refuses: "a draft that is not of the agreed shape",
  raw: faultsOfSchema,
};

const LONGEST_SENTENCE = 400;
const MOST_SENTENCES = 12;

export const lengthRule: Rule = {
  code: "length",
  refuses: "no sentence, an empty one, one of more than 400 characters, more than 12 of them",
  sentence: ({ text, folded }) => {
    if (!/\p{L}/u.test(folded)) return ["a sentence without a word"];
    return text.length > LONGEST_SENTENCE ? [`${text.length} characters`] : [];
  },
  draft: (sentences) => {
    if (sentences.length === 0) return [{ sentence: null, detail: "no sentence" }];
    return sentences.length > MOST_SENTENCES
      ? [{ sentence: null, detail: `${sentences.length} sentences` }]
      : [];
  },
};
