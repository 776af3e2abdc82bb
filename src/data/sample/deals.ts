import type { Deal } from "../../market/datasets.ts";
import { END_DATE, monthNumber, tradingDays } from "./days.ts";
import { stressOn } from "./downturns.ts";
import { makeNamer, type Sector } from "./names.ts";
import { makeRandom, round } from "./random.ts";

const SECTORS: readonly [Sector, ...Sector[]] = [
  "Health Care",
  "Information Technology",
  "Financials",
  "Industrials",
  "Energy",
  "Consumer Discretionary",
];

/** Announced takeovers since 2001, in slow waves that recessions interrupt; each target once. */
export function makeDeals(): readonly Deal[] {
  const random = makeRandom("deals");
  const name = makeNamer(random);
  return tradingDays("2001-01-01", END_DATE).flatMap((announced): Deal[] => {
    const wave = Math.sin((2 * Math.PI * (monthNumber(announced) - monthNumber("2001-01"))) / 92);
    const yearly = 132 * (1 + 0.22 * wave) * (1 - 0.45 * stressOn(announced));
    if (!random.chance(yearly / 252)) return [];
    const value = 6e8 * Math.exp(1.1 * random.normal());
    return [
      {
        announced,
        target: name(random.pick(SECTORS)),
        acquirer: random.chance(0.05) ? null : name(random.pick(SECTORS)),
        valueUsd: random.chance(0.16) ? null : round(value, -5),
      },
    ];
  });
}
