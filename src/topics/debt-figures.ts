import { COVER_EDGES, type Leverage, type Measured } from "../maths/leverage.ts";
import { presentFigures } from "./define.ts";
import { ONCE } from "./members.ts";

export const NEEDS = {
  constituents: { dataset: "constituents", required: true, parts: ["companies"] },
} as const;

/** The readings that a side has one of each of. */
export type Reading = {
  [K in keyof Leverage]: Leverage[K] extends Measured ? K : never;
}[keyof Leverage];

export const BANDS = ["below0", "0to1", "1to1-5", "1-5to3", "3to6", "6andMore"] as const;
export type Band = (typeof BANDS)[number];
export const BAND_NAMES: Readonly<Record<Band, string>> = {
  below0: "Loss",
  "0to1": "0x to 1x",
  "1to1-5": "1x to 1.5x",
  "1-5to3": "1.5x to 3x",
  "3to6": "3x to 6x",
  "6andMore": "6x or more",
};
if (BANDS.length !== COVER_EDGES.length + 1) throw new TypeError("every band of interest cover has a name");

export const OUTSIDE = `Companies outside financials whose sector is reported, ${ONCE}`;
const NET = "Floating: principal that resets within twelve months, less pay-fixed swaps";
const GROSS = "Floating: principal that resets within twelve months, before pay-fixed swaps";
const MEASURED = "of the companies that have debt and report its floating part";
const COVER =
  "Interest cover: EBIT over interest expense of the last reports, of companies that report both and pay interest";

const today = presentFigures<typeof NEEDS>()(() => "floating-rate debt and interest cover", "constituents");
const side = (unit: Parameters<typeof today>[0], what: string, definition: string) =>
  today(
    unit,
    (p) => `${p["side"]}, ${what}`,
    () => definition,
  );

/** Every figure of the topic: unit, label, definition (DOMAIN 2d). */
export const FIGURES = {
  "debt.{side}.floatingShareOfDebt": side(
    "%",
    "floating share of debt, after swaps",
    `Sum of floating debt over sum of total debt. ${NET}. ${OUTSIDE}, ${MEASURED}, swaps included.`,
  ),
  "debt.{side}.floatingShareOfDebtBeforeSwaps": side(
    "%",
    "floating share of debt, before swaps",
    `Sum of floating debt over sum of total debt. ${GROSS}. ${OUTSIDE}, ${MEASURED}.`,
  ),
  "debt.{side}.companiesMostlyFloating": side(
    "%",
    "companies whose debt is mostly floating, after swaps",
    `Share of companies with over one half of their debt floating, ${MEASURED}, swaps included. ${NET}. ${OUTSIDE}.`,
  ),
  "debt.{side}.companiesMostlyFloatingBeforeSwaps": side(
    "%",
    "companies whose debt is mostly floating, before swaps",
    `Share of companies with over one half of their debt floating, ${MEASURED}. ${GROSS}. ${OUTSIDE}.`,
  ),
  "debt.{side}.companiesMostlyFloatingOfAll": side(
    "%",
    "companies whose debt is mostly floating, debt-free ones counted too",
    `As the share of companies with mostly floating debt, but companies without debt count among all. ${NET}. ${OUTSIDE}.`,
  ),
  "debt.{side}.interestCover": side(
    "x",
    "interest cover, all companies together",
    `Sum of EBIT over sum of interest expense. ${COVER}. ${OUTSIDE}.`,
  ),
  "debt.{side}.interestCoverMedian": side(
    "x",
    "interest cover, median company",
    `Median over companies. ${COVER}. ${OUTSIDE}.`,
  ),
  "debt.{side}.thinCoverShare": side(
    "%",
    "companies with interest cover below 1.5",
    `Share of companies whose cover is below 1.5. ${COVER}. ${OUTSIDE}.`,
  ),
  "debt.{side}.zombieShare": side(
    "%",
    "companies with interest cover below 1",
    `Share of companies whose cover is below 1 in their last reports; the usual definition of a zombie wants three such years in a row and ten years of age. ${COVER}. ${OUTSIDE}.`,
  ),
  "debt.{side}.cover.{band}": today(
    "%",
    (p) => `${p["side"]}, companies with interest cover: ${BAND_NAMES[p["band"] as Band].toLowerCase()}`,
    () =>
      `Share of companies in a band of interest cover; a band holds its lower edge, and a loss is EBIT below zero. ${COVER}. ${OUTSIDE}.`,
  ),
  "debt.{side}.debtExplained": side(
    "%",
    "debt whose floating part and swaps are reported",
    `Total debt of companies that report its floating part and swaps, of all reported debt. ${OUTSIDE}.`,
  ),
  "debt.{side}.nonFinancials": side("count", "companies outside financials", `${OUTSIDE}.`),
  "debt.{side}.financials": side(
    "count",
    "financials left out",
    `Companies whose sector is financial, ${ONCE}: debt is what they trade in.`,
  ),
  "debt.{side}.sectorUnknown": side(
    "count",
    "companies left out, sector not reported",
    `Companies without a reported sector, ${ONCE}: they might be financials.`,
  ),
  "debt.ratio.{reading}": today(
    "ratio",
    (p) =>
      `Small over large, ${p["reading"] === "floatingShareOfDebt" ? "floating share of debt" : "companies whose debt is mostly floating"}, after swaps`,
    () =>
      `The share of small over the share of large; 1 is as much. ${NET}. ${OUTSIDE}, ${MEASURED}, swaps included.`,
  ),
};
