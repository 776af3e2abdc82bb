import type { Briefing, Page } from "../briefing/briefing.ts";
import type { Figure, Source } from "../briefing/figure.ts";
import type { ClaimChoice, Proposal } from "../briefing/proposal.ts";
import type { PolicyDecision } from "../market/datasets.ts";

export const VERDICTS = ["holds", "fails", "depends on definition", "cannot be tested", "opinion"] as const;
export type VerdictName = (typeof VERDICTS)[number];

/** A topic's figures, and what the question was asked as of. */
export interface Read {
  readonly figures: readonly Figure[];
  readonly asOf: string;
}

/** What verdicts are computed from. A reason, as text, stands where something cannot be had. */
export interface Facts {
  /** By the topic's name. */
  readonly topics: ReadonlyMap<string, Read | string>;
  /** Topics as of dates that claims are about, by "<topic> <ISO date>"; none: not in the data, or not yet. */
  readonly past: ReadonlyMap<string, Read>;
  readonly policy: { readonly data: readonly PolicyDecision[]; readonly source: Source } | string;
}

/** What a test says, with the figures that it used. */
export interface Verdict {
  readonly verdict: VerdictName;
  readonly figures: readonly Figure[];
  /** Why, in words; with what is missing where it cannot be tested. */
  readonly note: string;
}

/** One claim that was found in a text. */
export interface Finding extends Verdict {
  /** The sentence, as it was pasted: for a reader, never for markup. */
  readonly sentence: string;
  /** The ledger's number; null: it was matched to a figure, or to nothing. */
  readonly claim: number | null;
  /** What was understood. */
  readonly statement: string;
  readonly pitfalls: readonly string[];
  /** A language model proposed the claim; the verdict is by rules all the same. */
  readonly proposed?: true;
}

/** How the checker gets at evidence. Each rejects with `BriefingError` where it cannot be had. */
export interface Evidence {
  briefing(line: string): Promise<Briefing>;
  policy(): Promise<{ readonly data: readonly PolicyDecision[]; readonly source: Source }>;
  /** Which claims the sentences may be about that the rules do not know; null: nobody can say. Never rejects. */
  propose?(sentences: readonly string[], claims: readonly ClaimChoice[]): Promise<Proposal | null>;
  /** Nothing later was known (ISO date); null: the data's own end. */
  readonly asOf: string | null;
}

/** The claims of a text, each with its verdict, as a page. @throws BriefingError for a text that is none. */
export type CheckText = (text: string, evidence: Evidence) => Promise<Page>;
