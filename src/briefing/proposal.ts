/** A claim of the ledger, as a language model may propose it. */
export interface ClaimChoice {
  /** Its number there. */
  readonly id: string;
  readonly statement: string;
}

/** Which claim each sentence may be about. */
export interface Proposal {
  /** Ids in the order of the sentences; null: none. */
  readonly claims: readonly (string | null)[];
  /** Who proposed it. */
  readonly model: string;
}
