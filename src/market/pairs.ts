import type { Pair } from "../briefing/figure.ts";
import type { DatasetName } from "./datasets.ts";

/** Whose numbers speak of the two sides: these carry their source's pair, facts of the whole market none. */
export const ABOUT_THE_PAIR: ReadonlySet<DatasetName> = new Set([
  "levels",
  "constituents",
  "valuationHistory",
  "revisions",
]);

/** The size factor compares two sides of its own, not the indices of the source that holds it. */
const FACTOR_PAIR: Pair = {
  label: "Small / big of the size factor",
  small: "the small portfolios of the size factor (SMB)",
  large: "the big portfolios of the size factor (SMB)",
};

/** The pair that a dataset carries, given its source's. */
export function pairFor(dataset: DatasetName, own: Pair): { readonly pair?: Pair } {
  if (dataset === "factors") return { pair: FACTOR_PAIR };
  return ABOUT_THE_PAIR.has(dataset) ? { pair: own } : {};
}
