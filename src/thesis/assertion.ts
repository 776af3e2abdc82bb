import type { Amount } from "./amounts.ts";

/** What a clause says of a figure that can be computed: all of its words, or nothing. */
export interface Assertion {
  readonly kind: "race" | "return" | "multiple" | "gap" | "hit" | "losses";
  /** Whose: the subject of the statement. */
  readonly side: "small" | "large";
  /** The window in figure keys; null: none is said. */
  readonly period: string | null;
  /** 1 up, ahead, premium; -1 down, behind, discount; 0: only a level is said. */
  readonly direction: -1 | 0 | 1;
  readonly value: Amount | null;
  /** After Fed cuts, and which. */
  readonly sample: "all" | "first" | "scheduled" | "unsaid" | null;
  /** Whether it is said of the mean, of most windows or of every one of them. */
  readonly of: "mean" | "most" | "every";
  readonly earnings: "forward" | "trailing" | null;
  /** The sentence denies it. */
  readonly isDenied: boolean;
}

export const sideOf = (letter: string | undefined) => (letter === "S" ? "small" : "large");

/** What most statements leave unsaid. */
export const STILL = {
  direction: 0,
  period: null,
  value: null,
  sample: null,
  of: "mean",
  earnings: null,
  isDenied: false,
} as const;
