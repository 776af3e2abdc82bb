import type { Side } from "../../market/datasets.ts";
import type { Sector } from "./names.ts";

/** What makes the members of one index what they are. `rank` runs from 0 (largest) to 1 (smallest). */
export interface Profile {
  readonly members: number;
  readonly sectors: Readonly<Record<Sector, number>>;
  /** USD, before noise. */
  readonly marketCap: (rank: number) => number;
  readonly lossChance: (rank: number) => number;
  /** Median NTM earnings over price of the profitable. */
  readonly earningsYield: (rank: number) => number;
  /** Median NTM loss over price of the others. */
  readonly lossYield: number;
  readonly analysts: (rank: number) => number;
  readonly withoutAnalysts: number;
  readonly debtFree: number;
  /** Median total debt over market cap. */
  readonly leverage: number;
  /** Chance that most of the debt resets within a year, before swaps. */
  readonly mostlyFloating: number;
  readonly interestRate: number;
  readonly usRevenueShare: number;
  /** Chance of a blank field, times each field's own weight. */
  readonly blanks: number;
}

export const PROFILES: Readonly<Record<Side, Profile>> = {
  small: {
    members: 2000,
    sectors: {
      "Health Care": 17,
      Financials: 18,
      Industrials: 16,
      "Information Technology": 13,
      "Consumer Discretionary": 11,
      "Real Estate": 6,
      Energy: 6,
      Materials: 4,
      "Consumer Staples": 3,
      "Communication Services": 3,
      Utilities: 3,
    },
    marketCap: (rank) => 15e9 * Math.exp(-4.9 * rank ** 0.62) + 0.08e9,
    lossChance: (rank) => 0.02 + 0.9 * rank ** 1.4,
    earningsYield: () => 0.0495,
    lossYield: 0.065,
    analysts: (rank) => 9.5 - 7.5 * rank ** 0.7,
    withoutAnalysts: 0.06,
    debtFree: 0.16,
    leverage: 0.32,
    mostlyFloating: 0.46,
    interestRate: 0.072,
    usRevenueShare: 0.8,
    blanks: 1,
  },
  large: {
    members: 500,
    sectors: {
      "Health Care": 12,
      Financials: 14,
      Industrials: 15,
      "Information Technology": 15,
      "Consumer Discretionary": 10,
      "Real Estate": 6,
      Energy: 4,
      Materials: 5,
      "Consumer Staples": 7,
      "Communication Services": 5,
      Utilities: 6,
    },
    marketCap: (rank) => 3.4e12 / (1 + 500 * rank) ** 0.96,
    lossChance: (rank) => 0.004 + 0.11 * rank ** 2,
    earningsYield: (rank) => 0.0405 + 0.011 * rank,
    lossYield: 0.03,
    analysts: (rank) => 27 - 17 * rank ** 0.8,
    withoutAnalysts: 0,
    debtFree: 0.04,
    leverage: 0.13,
    mostlyFloating: 0.16,
    interestRate: 0.048,
    usRevenueShare: 0.61,
    blanks: 0.25,
  },
};
