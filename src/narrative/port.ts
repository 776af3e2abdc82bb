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
  /** Null: no narrative this time (off, slow, down, refused twice). Never rejects but for a bug. */
  narrate(
    briefing: Briefing,
    options: { readonly workspace: string; readonly signal: AbortSignal },
  ): Promise<Narrative | null>;
}
