/**
 * In which words people ask for a topic, so that a question can be routed to it. Lower case; singular and plural are
 * one, hyphens are spaces, articles are left out; "perform*" is any word that begins so, "~" stands for up to four words.
 */
export interface Asks {
  /** Words and phrases that nobody uses who means another topic. */
  readonly words: readonly string[];
  /** What speaks for the topic where nothing speaks louder for another. */
  readonly hints?: readonly string[];
  /** It speaks of returns in general: where others are meant as much, they are. */
  readonly yields?: true;
  /**
   * Phrases that mean a value of an argument: `{variant: {aggExLoss: ["without loss maker"]}}`. A value may be
   * "{year}", for phrases that hold one: "cycle of {year}".
   */
  readonly values?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /**
   * What an assumption of an amount is about: `{eps: ["earnings"]}` for "what if earnings fall by 10 %". Each a word;
   * the argument's example has the unit, percent or basis points.
   */
  readonly assumes?: Readonly<Record<string, readonly string[]>>;
}

/** How people say which returns they mean, where a topic has both. */
export const BASIS_ASKS = {
  total: ["total return", "with dividend", "including dividend", "dividend included", "dividend reinvested"],
  price: [
    "price return",
    "price only",
    "price term",
    "price basis",
    "without dividend",
    "dividend excluded",
    "dividend left out",
    "excluding dividend",
    "ex dividend",
    "ignoring dividend",
    "no dividend",
  ],
} as const;
