import { ANALYST_EDGES } from "../maths/analysts.ts";
import { presentFigures } from "./define.ts";
import { ONCE } from "./members.ts";

export const NEEDS = { constituents: { dataset: "constituents", required: true } } as const;

export const BANDS = ["0", "1to2", "3to5", "6to10", "11to20", "21andMore"] as const;
export type Band = (typeof BANDS)[number];
export const BAND_NAMES: Readonly<Record<Band, string>> = {
  "0": "None",
  "1to2": "1 or 2",
  "3to5": "3 to 5",
  "6to10": "6 to 10",
  "11to20": "11 to 20",
  "21andMore": "21 or more",
};
if (BANDS.length !== ANALYST_EDGES.length + 1) throw new TypeError("every band of analysts has a name");

const COUNTED = `Analysts with an estimate for the company, as the source counts them; companies with none count, those whose number is not reported do not; companies are counted ${ONCE}`;

const today = presentFigures<typeof NEEDS>()(() => "analysts a company", "constituents");
const side = (unit: Parameters<typeof today>[0], what: string, definition: string) =>
  today(
    unit,
    (p) => `${p["side"]}, ${what}`,
    () => `${definition} ${COUNTED}.`,
  );
const ratio = (what: string, definition: string) =>
  today(
    "ratio",
    () => `Large over small, ${what}`,
    () => `${definition} ${COUNTED}.`,
  );

/** Every figure of the topic: unit, label, definition (DOMAIN 2i). */
export const FIGURES = {
  "coverage.{side}.mean": side("number", "analysts a company, mean", "Arithmetic mean over companies."),
  "coverage.{side}.median": side("number", "analysts a company, median", "Median over companies."),
  "coverage.{side}.noneShare": side(
    "%",
    "companies without an analyst",
    "Share of companies that nobody follows.",
  ),
  "coverage.{side}.fewShare": side(
    "%",
    "companies with two analysts or fewer",
    "Share of companies that at most two analysts follow, none included.",
  ),
  "coverage.{side}.meanOfFollowed": side(
    "number",
    "analysts a company, mean of followed companies",
    "Arithmetic mean over companies that at least one analyst follows.",
  ),
  "coverage.{side}.analysts.{band}": today(
    "%",
    (p) => `${p["side"]}, companies by analysts: ${BAND_NAMES[p["band"] as Band].toLowerCase()}`,
    () => `Share of companies with that many analysts. ${COUNTED}.`,
  ),
  "coverage.{side}.reportedShare": side(
    "%",
    "companies whose number of analysts is reported",
    "Share of companies with a number, zero included.",
  ),
  "coverage.{side}.members": side("count", "companies", "Companies listed on the as-of date."),
  "coverage.ratio.mean": ratio("mean analysts a company", "Mean of large over mean of small."),
  "coverage.ratio.median": ratio("median analysts a company", "Median of large over median of small."),
  "coverage.ratio.meanOfFollowed": ratio(
    "mean analysts of followed companies",
    "Mean of large over mean of small, companies without an analyst left out.",
  ),
};
