import type { Asks } from "./asks.ts";

export const ASKS: Asks = {
  words: [
    "analyst coverage",
    "analyst*",
    "covered by analyst",
    "sell side",
    "coverage",
    "under researched",
    "underresearched",
    "researched",
    "uncovered",
    "followed by",
    "research coverage",
    "how many analyst",
    "neglected",
    "broker coverage",
    "orphan stock",
  ],
  hints: ["covered", "research", "estimates", "follow*"],
};
