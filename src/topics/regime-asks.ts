import type { Asks } from "./asks.ts";

export const ASKS: Asks = {
  words: [
    "regime",
    "regime indicator",
    "phase of cycle",
    "economic phase",
    "cycle phase",
    "where are we in cycle",
    "business cycle",
    "expansion",
    "slowdown",
    "contraction",
    "economic cycle",
    "late cycle",
    "early cycle",
    "mid cycle",
    "macro regime",
    "leading indicator",
    "which phase",
    "what phase",
    "stage of cycle",
    "part of cycle",
    "macro backdrop",
  ],
  hints: ["economy", "phase", "macro", "cycle", "economic"],
};
