import { SIZE_EDGES } from "../maths/company-sizes.ts";
import type { Measure, Share } from "../maths/universe.ts";
import { presentFigures } from "./define.ts";
import type { Params } from "./topic.ts";

export const NEEDS = {
  universe: { dataset: "universe", required: false },
  constituents: { dataset: "constituents", required: false, parts: ["companies"] },
} as const;

export const MEASURES = { count: "companies", value: "marketCap" } as const satisfies Record<string, Measure>;
export type Weighing = keyof typeof MEASURES;
export const WEIGHINGS = ["count", "value"] as const;
const BY: Readonly<Record<Weighing, string>> = { count: "by count", value: "by market cap" };

export const SHARE_ROWS: Readonly<Record<Share, string>> = {
  smallOfAll: "Small-caps of all",
  smallAndMicroOfAll: "With micro-caps, of all",
  smallWithoutMicro: "Micro-caps left out",
};
const SHARE_MEANS: Readonly<Record<Share, string>> = {
  smallOfAll: "Small-caps of companies of every size, micro-caps among them but not small",
  smallAndMicroOfAll: "Small-caps and micro-caps of companies of every size",
  smallWithoutMicro: "Small-caps of companies of every size but micro",
};
export const BANDS = ["below250m", "250mTo2bn", "2To10bn", "10To50bn", "50bnAndMore"] as const;
export type Band = (typeof BANDS)[number];
export const BAND_NAMES: Readonly<Record<Band, string>> = {
  below250m: "Below $250m",
  "250mTo2bn": "$250m to $2bn",
  "2To10bn": "$2bn to $10bn",
  "10To50bn": "$10bn to $50bn",
  "50bnAndMore": "$50bn and more",
};
if (BANDS.length !== SIZE_EDGES.length + 1) throw new TypeError("every band of market cap has a name");

const PROVIDER =
  "As one provider counts the listed companies of the world and draws the line of small; a region that lacks a number of a size that others have is left out whole";
const MEMBERS = "Members with a reported market cap";
const BAND = "Band: market cap from $250m to $2bn, both included";

const present = presentFigures<typeof NEEDS>();
const counted = present(() => "shares of the world's companies", "universe");
const sized = present(() => "sizes of members", "constituents");
const by = (p: Params) => BY[p["by"] as Weighing];
const side = (unit: Parameters<typeof sized>[0], what: string, definition: string) =>
  sized(
    unit,
    (p) => `${p["side"]}, ${what}`,
    () => definition,
  );
const ofBand = (what: string, definition: string) =>
  sized(
    "%",
    (p) => `${p["side"]}, members ${what}, ${by(p)}`,
    (p) => `Share ${by(p)} of members whose market cap is ${definition}. ${MEMBERS}.`,
  );

/** Every figure of the topic: unit, label, definition (DOMAIN 2j, claims 1, 2, 5, 6, 21). */
export const FIGURES = {
  "universe.{share}.{by}": counted(
    "%",
    (p) => `${SHARE_ROWS[p["share"] as Share]}, ${by(p)}`,
    (p) => `${SHARE_MEANS[p["share"] as Share]}, ${by(p)}. ${PROVIDER}.`,
  ),
  "universe.usOfSmall.{by}": counted(
    "%",
    (p) => `US of the world's small-caps, ${by(p)}`,
    (p) => `Small-caps of the US of those of all regions, ${by(p)}; none where a region's number is missing.`,
  ),
  "universe.regions": counted(
    "count",
    () => "Regions counted",
    () => `Regions with companies of every size. ${PROVIDER}.`,
  ),
  "universe.{side}.inBand.{by}": ofBand("from $250m to $2bn", "from $250m to $2bn, both included"),
  "universe.{side}.aboveBand.{by}": ofBand("above $2bn", "above $2bn"),
  "universe.{side}.size.{band}": sized(
    "%",
    (p) => `${p["side"]}, members by market cap: ${BAND_NAMES[p["band"] as Band]}`,
    () => `Share by count; a band holds its lower edge. ${MEMBERS}.`,
  ),
  "universe.{side}.above10bn": side(
    "%",
    "members above $10bn, by count",
    `Share by count of members whose market cap is above $10bn. ${MEMBERS}.`,
  ),
  "universe.{side}.smallestCap": side("USD bn", "smallest market cap", `Lowest market cap. ${MEMBERS}.`),
  "universe.{side}.fifthPercentileCap": side(
    "USD bn",
    "market cap, 5th percentile",
    `5th percentile of market caps, type-7 quantile. ${MEMBERS}.`,
  ),
  "universe.{side}.medianCap": side("USD bn", "market cap, median", `Median market cap. ${MEMBERS}.`),
  "universe.{side}.largestCap": side("USD bn", "largest market cap", `Highest market cap. ${MEMBERS}.`),
  "universe.{side}.usRevenueShare": side(
    "%",
    "revenue from the US, weighted by market cap",
    "Mean of the members' share of US revenue, weighted by market cap, of members that report it.",
  ),
  "universe.{side}.usRevenueReported": side(
    "%",
    "share of market cap whose US revenue is reported",
    `Market cap of members that report their share of US revenue, of all. ${MEMBERS}.`,
  ),
};

/** Said once: what the two ends of the band are. */
export const BAND_WORDS = BAND;
