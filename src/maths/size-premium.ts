import { absent, combine, mapValue, type Value } from "../briefing/value.ts";
import { addMonths } from "./calendar.ts";
import { mean, standardDeviation, sum } from "./statistics.ts";

/** One month of the size factor: small minus big, decimal (0.01 = 1 %). */
export interface SizeMonth {
  readonly month: string;
  readonly smb: number;
}

/** The premium over some months; all but `t` and `n` in percent a year (monthly mean times 12). */
export interface Premium {
  readonly meanAnnual: Value;
  /** Mean over its standard error, sd (ddof 1) / √n. */
  readonly t: Value;
  /** The mean less and plus two standard errors: clear of zero where |t| is above 2. */
  readonly rangeLow: Value;
  readonly rangeHigh: Value;
  readonly n: number;
}

const TO_PERCENT_A_YEAR = 1200;

/** DOMAIN 2c. A mean needs one month, the rest two that differ. */
export function premiumOf(months: readonly SizeMonth[]): Premium {
  const values = months.map(({ smb }) => smb);
  const n = values.length;
  const centre = mean(values);
  const error = mapValue(standardDeviation(values), (sd) => sd / Math.sqrt(n));
  const away = (errors: number) => combine(centre, error, (m, e) => TO_PERCENT_A_YEAR * (m + errors * e));
  return {
    meanAnnual: mapValue(centre, (m) => TO_PERCENT_A_YEAR * m),
    t: combine(centre, error, (m, e) =>
      e === 0 ? absent("not_meaningful", "the months do not vary, so there is no standard error") : m / e,
    ),
    rangeLow: away(-2),
    rangeHigh: away(2),
    n,
  };
}

export const ROLLING_MONTHS = 120;

/** Mean of the ten years up to each month that has them whole, percent a year. */
export function rollingPremium(
  months: readonly SizeMonth[],
): readonly { readonly month: string; readonly value: number }[] {
  return months.flatMap(({ month }, index) => {
    const window = months.slice(Math.max(0, index - ROLLING_MONTHS + 1), index + 1);
    const isWhole =
      window.length === ROLLING_MONTHS && window[0]?.month === addMonths(month, 1 - ROLLING_MONTHS);
    return isWhole
      ? [{ month, value: (TO_PERCENT_A_YEAR * sum(window.map(({ smb }) => smb))) / ROLLING_MONTHS }]
      : [];
  });
}

/** Sum of the last twelve months but `skip`, percentage points: a return of no money down does not compound. */
export function twelveMonths(
  months: readonly SizeMonth[],
  skip: number,
): { readonly from: string; readonly to: string; readonly sum: number } | null {
  const to = addMonths(months.at(-1)?.month ?? "0000-01", -skip);
  const from = addMonths(to, -11);
  const window = months.filter(({ month }) => month >= from && month <= to);
  return window.length === 12 ? { from, to, sum: 100 * sum(window.map(({ smb }) => smb)) } : null;
}
