import type { Draft, DraftSentence } from "../../../src/narrative/port.ts";

const level = (text: string, ...figures: readonly string[]): DraftSentence => ({
  text,
  figures,
  claimType: "level",
  subject: null,
  direction: null,
  comparator: null,
});

const GAP = "valuation.discount.aggExLoss";
const [SMALL, LARGE] = ["valuation.small.lossShareCount", "valuation.large.lossShareCount"];

/** Of the sample market's valuation: what the gate lets through. */
export const VALUATION_DRAFT: Draft = {
  sentences: [
    {
      text: `Without loss-makers, small-caps trade below large-caps by {{${GAP}}}.`,
      figures: [GAP],
      claimType: "comparison",
      subject: GAP,
      direction: "below",
      comparator: "zero",
    },
    level(
      `Loss-makers are {{${SMALL}}} of small-caps by count and {{${LARGE}}} of large-caps.`,
      SMALL,
      LARGE,
    ),
  ],
};

/** What the gate refuses: a number, a direction that does not hold, advice. */
export const REFUSED_DRAFT: Draft = {
  sentences: [level("Small-caps are up 12% and you should buy them.")],
};

/** How the draft reads once filled in, whatever the numbers are. */
export const VALUATION_TEXT =
  /Without loss-makers, small-caps trade below large-caps by \d+\.\d%\. Loss-makers are \d+\.\d% of small-caps by count and \d+\.\d% of large-caps\./;
