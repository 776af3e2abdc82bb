import type { MacroSeries, Point } from "../../market/datasets.ts";
import { daysBetween } from "../../maths/calendar.ts";
import { layoutFault } from "../http/fault.ts";

/** What a series' values look like when its unit is right. */
export interface Plausible {
  readonly lowest: number;
  readonly highest: number;
  /** The largest change from one value to the next, in the series' unit. */
  readonly step: number;
  /** Zero does occur. Elsewhere it is taken for a missing value. */
  readonly zero?: boolean;
}

/**
 * Wider than history since 1980 and narrower than a slip of a unit: decimals for percent, basis points for percent,
 * thousands for ones. A value beyond these is refused; should the world go there, this table has to follow.
 */
export const PLAUSIBLE: Readonly<Record<MacroSeries, Plausible>> = {
  unemployment_rate: { lowest: 1.5, highest: 30, step: 15 },
  cpi: { lowest: 50, highest: 1_500, step: 15 },
  industrial_production: { lowest: 20, highest: 400, step: 25 },
  initial_claims: { lowest: 100_000, highest: 12_000_000, step: 5_000_000 },
  consumer_sentiment: { lowest: 20, highest: 150, step: 40 },
  treasury_3m: { lowest: -1, highest: 20, step: 2, zero: true },
  treasury_2y: { lowest: 0.02, highest: 20, step: 2 },
  treasury_10y: { lowest: 0.2, highest: 20, step: 2 },
  baa_spread: { lowest: 0.8, highest: 12, step: 2.5 },
  high_yield_spread: { lowest: 1.5, highest: 40, step: 6 },
  vix: { lowest: 5, highest: 200, step: 70 },
  stress_index: { lowest: -5, highest: 20, step: 8, zero: true },
  nfci: { lowest: -3, highest: 10, step: 4, zero: true },
  cfnai: { lowest: -25, highest: 15, step: 25, zero: true },
  cfnai_ma3: { lowest: -12, highest: 8, step: 12, zero: true },
  ism_manufacturing: { lowest: 20, highest: 80, step: 20 },
  sahm: { lowest: -3, highest: 15, step: 8, zero: true },
  policy_uncertainty: { lowest: 1, highest: 2_500, step: 1_500 },
  oil_wti: { lowest: -60, highest: 300, step: 70 },
};

/** @throws SourceFault that names the day and the value, where the series cannot be what it says it is */
export function refuseImplausible(
  name: string,
  points: readonly Point[],
  rules: Plausible,
  today: string,
): void {
  refuseDisorder(name, points, today);
  for (const [at, { date, value }] of points.entries()) {
    const where = `${name} of ${date} is ${value}`;
    if (value === 0 && !rules.zero) throw layoutFault(`${where}: zero stands for a missing value`);
    if (value < rules.lowest || value > rules.highest)
      throw layoutFault(`${where}, outside ${rules.lowest} to ${rules.highest}: its unit has changed`);
    const before = points[at - 1];
    if (before && Math.abs(value - before.value) > rules.step)
      throw layoutFault(
        `${where} after ${before.value} on ${before.date}: a jump of more than ${rules.step}`,
      );
  }
}

/** Days in order, each once, none ahead of today. */
export function refuseDisorder(name: string, points: readonly Point[], today: string): void {
  for (const [at, { date }] of points.entries()) {
    const before = points[at - 1]?.date;
    if (before === date) throw layoutFault(`${name} has ${date} twice`);
    if (before !== undefined && before > date)
      throw layoutFault(`${name} has ${date} after ${before}: out of order`);
  }
  const last = points.at(-1)?.date ?? "";
  if (last > today) throw layoutFault(`${name} has a value of ${last}, after today (${today})`);
}

/** The gaps longer than `days`, in words; none in a whole series. */
export function gapsIn(name: string, points: readonly Point[], days: number): readonly string[] {
  return points.flatMap(({ date }, at) => {
    const before = points[at - 1]?.date;
    if (before === undefined || daysBetween(before, date) <= days) return [];
    return [`${name} has no value between ${before} and ${date}`];
  });
}

/** "a, b, c and 4 more" */
export function few(items: readonly string[], most = 3): string {
  const shown = items.slice(0, most).join(", ");
  return items.length > most ? `${shown} and ${items.length - most} more` : shown;
}
