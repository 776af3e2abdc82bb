import type { Asks } from "./asks.ts";

export const ASKS: Asks = {
  words: [
    "volatil*",
    "riskier",
    "how risky",
    "risky",
    "beta",
    "standard deviation",
    "correlat*",
    "vol",
    "swing*",
    "diversif*",
    "realised vol",
    "realized vol",
    "choppy",
    "choppier",
    "bumpy",
    "riskiness",
    "variance",
    "bigger move",
    "move more than",
    "stable",
  ],
  hints: ["risk", "calm", "nervous", "drawdown", "volume"],
};
