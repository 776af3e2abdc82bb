import type { Recession } from "../../market/datasets.ts";
import { monthNumber } from "./days.ts";

/**
 * Invented recessions. `fall` is how far large companies drop (log), `smallFall` how much further small ones
 * do, `smallRebound` what small ones gain on large in the recovery: more in some, less in others, so that
 * the sample does not argue for either.
 */
const DOWNTURNS = [
  { peak: "1987-10", trough: "1988-06", fall: 0.3, smallFall: 0.08, smallRebound: 0.12 },
  { peak: "1994-11", trough: "1995-09", fall: 0.28, smallFall: 0.05, smallRebound: -0.04 },
  { peak: "2003-06", trough: "2004-03", fall: 0.38, smallFall: 0.06, smallRebound: 0.1 },
  { peak: "2012-01", trough: "2013-04", fall: 0.46, smallFall: 0.1, smallRebound: 0.12 },
  { peak: "2021-09", trough: "2022-03", fall: 0.34, smallFall: 0.09, smallRebound: -0.03 },
].map((downturn) => ({ ...downturn, from: monthNumber(downturn.peak), to: monthNumber(downturn.trough) }));

export function makeRecessions(): readonly Recession[] {
  return DOWNTURNS.map(({ peak, trough }) => ({ peak, trough }));
}

/** Economic stress, 0 in quiet times to about 1 at the worst: a tent over each recession and its edges. */
export function stressOn(date: string): number {
  const now = monthNumber(date);
  return DOWNTURNS.reduce((most, { from, to, fall }) => {
    const summit = from + 0.6 * (to - from);
    const rise = (now - (from - 2)) / (summit - from + 2);
    const decline = (to + 6 - now) / (to + 6 - summit);
    return Math.max(most, Math.min(rise, decline) * (fall / 0.5));
  }, 0);
}

/** Log drift a month: share prices fall from before the peak until before the trough, then rebound. */
export function cycleDrift(date: string): { readonly large: number; readonly relative: number } {
  const now = monthNumber(date);
  for (const { from, to, fall, smallFall, smallRebound } of DOWNTURNS) {
    const [top, bottom] = [from - 1, to - 2];
    if (now >= top && now < bottom) {
      return { large: -fall / (bottom - top), relative: -smallFall / (bottom - top) };
    }
    if (now >= bottom && now < bottom + 12) return { large: (0.6 * fall) / 12, relative: smallRebound / 12 };
  }
  return { large: 0, relative: 0 };
}
