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
  values: {
    trough: {
      "2009-06": ["after 2008", "after ~ 2008 recession", "after great recession", "after financial crisis"],
      "2020-04": ["after ~ covid", "after pandemic", "post covid"],
    },
  },
  hints: ["crisis", "recover*", "downturn", "slump", "covid", "2008", "2009"],
};
