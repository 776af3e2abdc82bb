import type { Asks } from "./asks.ts";

export const ASKS: Asks = {
  words: [
    "recovery",
    "recoveries",
    "recession*",
    "trough",
    "after downturn",
    "nber",
    "rebound*",
    "bounce back",
    "bounce*",
    "economic upturn",
    "after crisis",
    "financial crisis",
    "after 2008",
    "great recession",
    "coming out of recession",
    "business cycle low",
    "after covid",
    "post crisis",
    "upswing",
    "after crash",
    "end of recession",
  ],
  hints: ["crisis", "recover*", "downturn", "slump", "covid", "2008", "2009"],
};
