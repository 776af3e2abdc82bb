import type { RevisionMonth } from "../../market/datasets.ts";
import { LAST_FULL_MONTH, monthsFrom } from "./days.ts";
import { stressOn } from "./downturns.ts";
import { autoregression, makeRandom } from "./random.ts";

const ESTIMATES = { small: 7400, large: 8900 };

/** Estimates changed in a month: more are cut than raised on average, as in life, and most in recessions. */
export function makeRevisions(): readonly RevisionMonth[] {
  const random = makeRandom("revisions");
  const sides = (["small", "large"] as const).map((index) => ({
    index,
    balance: autoregression(random, 0.85, 0.13),
  }));
  return monthsFrom("2000-01", LAST_FULL_MONTH).flatMap((month) =>
    sides.map(({ index, balance }) => {
      const total = Math.round(ESTIMATES[index] * random.between(0.95, 1.05));
      const changed = Math.round(total * random.between(0.42, 0.58));
      const tilt = Math.max(-0.85, Math.min(0.7, -0.07 - 0.5 * stressOn(`${month}-15`) + balance()));
      const up = Math.round((changed * (1 + tilt)) / 2);
      return { month, index, up, down: changed - up, unchanged: total - changed };
    }),
  );
}
