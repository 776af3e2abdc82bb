import type { Briefing } from "../../briefing/briefing.ts";
import type { Reason, Verdict } from "../port.ts";
import { withoutQuotedClaims } from "./claims-quoted.ts";
import { fillSentence } from "./fill.ts";
import type { Finding, Rule } from "./rule.ts";
import { RULES } from "./rules.ts";
import { faultsOfSchema } from "./schema-rule.ts";
import { readSentences, type Sentence } from "./sentence.ts";
import { type World, worldOf } from "./world.ts";

/**
 * Runs every rule over every sentence and gives every reason, each with its sentence. It fails closed: what is not of
 * the agreed shape, or cannot be filled in, is never accepted.
 * @param rules the table; tests take rules out of it one by one
 */
export function checkDraft(briefing: Briefing, draft: unknown, rules: readonly Rule[] = RULES): Verdict {
  const world = worldOf(briefing);
  const sentences = readSentences(draft, (folded, keys) => withoutQuotedClaims(folded, keys, world));
  const said = (lastResort: boolean) =>
    rules
      .filter((rule) => (rule.lastResort ?? false) === lastResort)
      .flatMap((rule) => findings(rule, draft, sentences, world).map(asReason(rule)));
  const first = said(false);
  const spokenOf = new Set(first.map(({ sentence }) => sentence));
  const reasons = [...first, ...said(true).filter(({ sentence }) => !spokenOf.has(sentence))].sort(
    (a, b) => (a.sentence ?? -1) - (b.sentence ?? -1),
  );
  if (reasons.length > 0 || faultsOfSchema(draft).length > 0) return { accepted: false, reasons };
  const filled = sentences.map((each) => fillSentence(each.text, world.figures));
  return filled.includes(null)
    ? { accepted: false, reasons: [] }
    : { accepted: true, reasons: [], text: filled.join(" ") };
}

function findings(
  rule: Rule,
  draft: unknown,
  sentences: readonly Sentence[],
  world: World,
): readonly Finding[] {
  return [
    ...(rule.raw?.(draft) ?? []),
    ...sentences.flatMap((each) =>
      (rule.sentence?.(each, world) ?? []).map((detail) => ({ sentence: each.index, detail })),
    ),
    ...(rule.draft?.(sentences, world) ?? []),
  ];
}

const asReason =
  ({ code }: Rule) =>
  ({ sentence, detail }: Finding): Reason => ({ code, sentence, detail });
