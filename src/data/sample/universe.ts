import type { UniverseRow } from "../../market/datasets.ts";
import { END_DATE } from "./days.ts";

/** Invented counts and market caps (USD billions) of the listed companies of the world; null = not reported. */
const ROWS = [
  ["US", "large", 612, 48_200],
  ["US", "small", 2_140, 4_310],
  ["US", "micro", 1_690, 310],
  ["Europe", "large", 468, 12_900],
  ["Europe", "small", 1_630, 1_720],
  ["Europe", "micro", 3_910, 265],
  ["Japan", "large", 221, 4_700],
  ["Japan", "small", 1_180, 920],
  ["Japan", "micro", 2_350, 190],
  ["Asia ex Japan", "large", 742, 10_400],
  ["Asia ex Japan", "small", 4_870, 2_380],
  ["Asia ex Japan", "micro", 11_600, null],
  ["Rest of world", "large", 318, 4_600],
  ["Rest of world", "small", 1_460, 790],
  ["Rest of world", "micro", null, null],
] as const;

export function makeUniverse(): readonly UniverseRow[] {
  return ROWS.map(([region, size, companies, billions]) => ({
    asOf: END_DATE,
    region,
    size,
    companies,
    marketCap: billions === null ? null : billions * 1e9,
  }));
}
