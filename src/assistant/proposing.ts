import type { AskOptions } from "../briefing/briefing.ts";
import type { ClaimChoice, Proposal } from "../briefing/proposal.ts";
import type { ClaimProposer } from "../narrative/proposer-port.ts";

export interface ProposingDeps {
  /** Null where no language model is configured. */
  readonly proposer?: () => ClaimProposer | null;
}

/** How long a check waits for a model. */
const PROPOSE_WITHIN_MS = 4_000;

/** What a check may ask a model, where one may be asked, and what came of it once it was. */
export function proposing({ proposer }: ProposingDeps, { narrate }: Pick<AskOptions, "narrate">) {
  let record: object | null = null;
  return {
    propose: async (
      sentences: readonly string[],
      claims: readonly ClaimChoice[],
    ): Promise<Proposal | null> => {
      const model = proposer?.() ?? null;
      if (model === null || narrate === undefined) return null;
      const signal = AbortSignal.timeout(PROPOSE_WITHIN_MS);
      const proposed = await model.propose(sentences, claims, { workspace: narrate.workspace, signal });
      record = proposed.record;
      return proposed.proposal;
    },
    record: () => record,
  };
}
