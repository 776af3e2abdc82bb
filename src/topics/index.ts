import { calendar } from "./calendar.ts";
import { coverage } from "./coverage.ts";
import { deals } from "./deals.ts";
import { debt } from "./debt.ts";
import { earnings } from "./earnings.ts";
import { performance } from "./performance.ts";
import { premium } from "./premium.ts";
import { ratecut } from "./ratecut.ts";
import { recovery } from "./recovery.ts";
import { regime } from "./regime.ts";
import { risks } from "./risks.ts";
import type { Topic } from "./topic.ts";
import { universe } from "./universe.ts";
import { valuation } from "./valuation.ts";
import { volatility } from "./volatility.ts";

/** The table of contents: help, menu, manifests and tests follow from it. */
export const topics: readonly Topic[] = [
  valuation,
  ratecut,
  performance,
  premium,
  recovery,
  debt,
  coverage,
  universe,
  earnings,
  deals,
  volatility,
  regime,
  risks,
  calendar,
];
