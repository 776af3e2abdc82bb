import type { Briefing } from "../briefing/briefing.ts";
import type { Narrative, Reason, Verdict } from "../briefing/narrative.ts";

export type { Narrative, Reason, Verdict };

export const CLAIM_TYPES = ["level", "change", "rank", "comparison", "caveat", "definition"] as const;
export type ClaimType = (typeof CLAIM_TYPES)[number];

export const DIRECTIONS = ["above", "below", "rose", "fell", "beat", "lagged", "littleChanged"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** One sentence of a draft: words, with `{{figure.key}}` where a number is to stand. */
export interface DraftSentence {
  readonly text: string;
  /** The keys of the slots in `text`. */
  readonly figures: readonly string[];
  readonly claimType: ClaimType;
  /** The figure that the direction is said of. */
  readonly subject: string | null;
  readonly direction: Direction | null;
  /** What the subject is measured against: a figure's key, or "zero". */
  readonly comparator: string | null;
}

export interface Draft {
  readonly sentences: readonly DraftSentence[];
}

/** Writes the prose of a briefing, or nothing: a briefing stands without it. */
export interface Narrator {
  /** Settles when `signal` aborts at the latest, and never rejects: what goes wrong costs the prose alone. */
  narrate(
    briefing: Briefing,
    options: { readonly workspace: string; readonly signal: AbortSignal },
  ): Promise<Narrated>;
}

export interface Narrated {
  /** Null: none this time (off, slow, down, refused twice). */
  readonly narrative: Narrative | null;
  /** What was asked of the model and what came of it, for the audit; null: it was not asked. */
  readonly record: NarrativeRecord | null;
}

/** Of the audit: prompt, outputs, verdicts. */
export interface NarrativeRecord {
  readonly model: string;
  readonly promptVersion: string;
  /** As it was sent the first time. */
  readonly prompt: Prompt;
  readonly drafts: readonly DraftRecord[];
}

export interface Prompt {
  /** How to write: the same for every briefing. */
  readonly instructions: string;
  /** What to write about, as JSON. */
  readonly input: string;
}

export interface DraftRecord {
  /** As the model wrote it; null: nothing came. */
  readonly output: string | null;
  /** Null where there was nothing to judge. */
  readonly verdict: Verdict | null;
  /** Why nothing came. */
  readonly fault: string | null;
}

/** What a model was asked to choose, and what came of it. */
export interface ChoiceRecord {
  readonly model: string;
  readonly promptVersion: string;
  readonly prompt: Prompt;
  /** As the model wrote it; null: nothing came. */
  readonly output: string | null;
  /** Why nothing came, or why it is no choice. */
  readonly fault: string | null;
}

/** A language model at some address. */
export interface Drafter {
  /** As it is configured. */
  readonly model: string;
  /** @throws DraftFault */
  draft(prompt: Prompt, signal: AbortSignal): Promise<Drafted>;
}

export interface Drafted {
  readonly output: string;
  /** As the server names it. */
  readonly model: string;
  readonly usage: Usage;
}

/** In tokens. */
export interface Usage {
  readonly input: number;
  readonly output: number;
}

export const NO_USAGE: Usage = { input: 0, output: 0 };

/**
 * down: it could not be reached, was too slow, too busy, or refused our key. declined: it answered, but wrote no draft
 * (a refusal, an answer that was cut off).
 */
export type DraftFaultKind = "down" | "declined";

/** No draft. `message` names no secret. */
export class DraftFault extends Error {
  override readonly name = "DraftFault";
  readonly kind: DraftFaultKind;
  /** What it cost nevertheless. */
  readonly usage: Usage;

  constructor(
    kind: DraftFaultKind,
    message: string,
    { usage = NO_USAGE, cause }: { usage?: Usage; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.kind = kind;
    this.usage = usage;
  }
}
