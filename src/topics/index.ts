import { performance } from "./performance.ts";
import { premium } from "./premium.ts";
import { ratecut } from "./ratecut.ts";
import { recovery } from "./recovery.ts";
import { regime } from "./regime.ts";
import { risks } from "./risks.ts";
import type { Topic } from "./topic.ts";
import { valuation } from "./valuation.ts";
import { volatility } from "./volatility.ts";

/** The table of contents: help, menu, manifests and tests follow from it. */
export const topics: readonly Topic[] = [
  valuation,
  ratecut,
  performance,
  premium,
  recovery,
  volatility,
  regime,
  risks,
];
