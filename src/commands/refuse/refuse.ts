import { asksForAdvice } from "./advice.ts";
import { type KnownNames, namesCompany } from "./names.ts";
import { asRead, folded } from "./plain.ts";

/** Longer texts are no questions; what stands beyond is not read. */
const LONGEST = 4_000;

/** Why a question is not answered: personal advice and price targets, or a single company; null: it may be. */
export function refusalReason(question: string, known: KnownNames | null): "advice" | "name" | null {
  const text = question.slice(0, LONGEST);
  if (asksForAdvice(folded(text))) return "advice";
  return namesCompany(asRead(text), known) ? "name" : null;
}
