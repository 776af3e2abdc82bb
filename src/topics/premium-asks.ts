import type { Asks } from "./asks.ts";

export const ASKS: Asks = {
  words: [
    "size premium",
    "size effect",
    "size factor",
    "smb",
    "small minus big",
    "fama french",
    "fama",
    "small cap premium",
    "small firm effect",
    "january effect",
    "in january",
    "long run premium",
    "size anomaly",
    "factor premium",
    "long term premium",
    "small stock premium",
    "since 1926",
    "in long run",
    "over long run",
    "very long run",
    "other month",
    "small size effect",
    "banz",
  ],
  values: {
    era: {
      since1963: ["since 1963", "from 1963"],
      since1981: ["since 1981", "from 1981"],
      since1990: ["since 1990", "from 1990"],
    },
  },
  hints: ["premium", "january", "factor", "long run", "anomaly", "decade", "historically", "century"],
};
