import { calendar } from "./calendar.ts";
import { coverage } from "./coverage.ts";
import { deals } from "./deals.ts";
import { debt } from "./debt.ts";
import { earnings } from "./earnings.ts";
import { performance } from "./performance.ts";
import { ratecut } from "./ratecut.ts";
import type { Topic } from "./topic.ts";
import { universe } from "./universe.ts";
import { valuation } from "./valuation.ts";

/** The table of contents: help, menu, manifests and tests follow from it. */
export const topics: readonly Topic[] = [
  valuation,
  ratecut,
  performance,
  debt,
  coverage,
  earnings,
  universe,
  deals,
  calendar,
];
