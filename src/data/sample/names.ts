import type { Random } from "./random.ts";

const STARTS = `Zorv Quib Blen Fask Mirv Tolp Drun Vesk Yarb Plim Krav Oskr Gwel Hodv Jext Lurm
  Nemb Pruv Rusk Skov Trev Ulmb Vurn Wozz Yelk Zamb Brolk Cluv Dwim Frup Glov Huxl`.split(/\s+/);
const MIDDLES = "a e i o u al en or um ib".split(" ");
const ENDS = "dan lix bur mor cor tta vek nop zel rik gath sune plo wick dral mund".split(" ");

/** What a company calls itself, by sector. */
const SECTOR_SUFFIXES = {
  "Health Care": ["Therapeutics", "Biologics", "Medical", "Diagnostics"],
  Financials: ["Bancorp", "Financial", "Insurance Group", "Capital"],
  Industrials: ["Industries", "Engineering", "Logistics", "Aerospace"],
  "Information Technology": ["Software", "Semiconductor", "Systems", "Networks"],
  "Consumer Discretionary": ["Stores", "Brands", "Resorts", "Homes"],
  "Real Estate": ["Properties", "Realty Trust", "Storage Trust"],
  Energy: ["Petroleum", "Energy", "Drilling"],
  Materials: ["Metals", "Chemical", "Packaging"],
  "Consumer Staples": ["Foods", "Beverages", "Household Products"],
  "Communication Services": ["Media", "Broadcasting", "Interactive"],
  Utilities: ["Power", "Water", "Gas Light"],
} as const;
export type Sector = keyof typeof SECTOR_SUFFIXES;

/** Gives invented company names, each once. */
export function makeNamer(random: Random): (sector: Sector) => string {
  const used = new Set<string>();
  const part = (parts: readonly string[]) => parts[Math.floor(random.uniform() * parts.length)] ?? "";
  return (sector) => {
    for (;;) {
      const name = `${part(STARTS)}${part(MIDDLES)}${part(ENDS)} ${part(SECTOR_SUFFIXES[sector])}`;
      if (!used.has(name)) {
        used.add(name);
        return name;
      }
    }
  };
}

/** The sectors in proportion to `weights`. */
export function pickSector(random: Random, weights: Readonly<Record<Sector, number>>): Sector {
  const sectors = Object.keys(weights) as Sector[];
  let left = random.uniform() * sectors.reduce((sum, sector) => sum + weights[sector], 0);
  return (
    sectors.find((sector) => {
      left -= weights[sector];
      return left < 0;
    }) ?? "Industrials"
  );
}
