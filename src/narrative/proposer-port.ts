import type { ClaimChoice, Proposal } from "../briefing/proposal.ts";
import type { ChoiceRecord, Drafted, Prompt } from "./port.ts";

/** Proposes which claim of the ledger a sentence may be about. It never judges one, and reads no number. */
export interface ClaimProposer {
  /** Settles when `signal` aborts at the latest, and never rejects: what goes wrong costs the proposal alone. */
  propose(
    sentences: readonly string[],
    claims: readonly ClaimChoice[],
    options: { readonly workspace: string; readonly signal: AbortSignal },
  ): Promise<Proposed>;
}

export interface Proposed {
  /** Null: no answer, or none that is a proposal. */
  readonly proposal: Proposal | null;
  /** What was asked of the model and what came of it, for the audit; null: it was not asked. */
  readonly record: ChoiceRecord | null;
}

/** A language model that is made to match, at some address. */
export interface Matcher {
  readonly model: string;
  /** The output is JSON of the shape `{matches: [{sentence, claim}]}`, of the sentences 1 to `count`. @throws DraftFault */
  match(prompt: Prompt, count: number, claims: readonly ClaimChoice[], signal: AbortSignal): Promise<Drafted>;
}
