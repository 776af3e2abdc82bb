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

/** What stands beside every narrative. */
export function narrativeLabel({ model }: Pick<Narrative, "model">): string {
  return `AI-drafted, numbers computed by code · ${model}`;
}

/** How long an answer waits for its narrative: somebody looks on, or nobody does. */
export const NARRATE_WITHIN_MS = { asked: 8_000, scheduled: 30_000 } as const;

/** The workspace of a terminal and of the console page: whoever runs smallcaps asks there. */
export const LOCAL_WORKSPACE = "local";
