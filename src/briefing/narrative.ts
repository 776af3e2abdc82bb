/** Why a draft was refused. */
export interface Reason {
  /** Of the table of rules, e.g. "direction". */
  readonly code: string;
  /** Index of the sentence, from 0; null: the whole draft. */
  readonly sentence: number | null;
  readonly detail: string;
}

/** What the gate says of a draft. */
export interface Verdict {
  readonly accepted: boolean;
  readonly reasons: readonly Reason[];
  /** What a reader would read, figures filled in; only of an accepted draft. */
  readonly text?: string;
}

/** A summary in prose beside a briefing. It is no part of what the briefing's id is made of. */
export interface Narrative {
  /** Figures filled in by code. */
  readonly text: string;
  readonly model: string;
  readonly drafted: true;
  readonly promptVersion: string;
  readonly verdict: Verdict;
}
