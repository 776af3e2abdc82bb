import type { Asks } from "../../topics/asks.ts";

/** For topics that are put together from others, outside the room of topics: each other one brings its own. */
export const TOPIC_WORDS: Readonly<Record<string, Asks>> = {
  thesis: {
    words: [
      "thesis",
      "case for small cap",
      "small cap case",
      "investment case",
      "claim*",
      "ledger",
      "article",
      "argument for",
      "bull case",
      "bear case",
      "evidence for",
      "does story hold",
      "story hold",
      "case hold",
      "still stand",
      "case strengthen*",
      "case weaken*",
      "what would break case",
      "pros and con",
      "tailwind",
      "2026 bode",
      "narrative hold",
      "hold water",
      "hold up",
      "case stand",
    ],
    hints: ["story", "case", "verdict", "argument", "evidence", "holds", "true", "myth"],
  },
};
