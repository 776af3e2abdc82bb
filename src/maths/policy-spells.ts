import { absent, isAbsent, type Value } from "../briefing/value.ts";
import { addMonths, monthOf } from "./calendar.ts";
import type { SizeMonth } from "./size-premium.ts";
import { mean, standardDeviation } from "./statistics.ts";

/** The size factor while policy eased, against while it tightened. */
export interface SpellGap {
  /** Easing minus tightening, percent a year (monthly means times 12). */
  readonly gap: Value;
  /** Welch's t: the difference over the root of the sum of sd²/n (ddof 1). */
  readonly t: Value;
  readonly easing: { readonly meanAnnual: Value; readonly n: number };
  readonly tightening: { readonly meanAnnual: Value; readonly n: number };
}

/** Percent a year of a decimal a month. */
const YEARLY = 1200;

/**
 * A month belongs to the spell in force at its start: easing from a cut until the next rise, tightening from a rise
 * until the next cut. Months up to the first change belong to none.
 */
export function premiumBySpell(
  months: readonly SizeMonth[],
  decisions: readonly { readonly announced: string; readonly changeBp: number }[],
): SpellGap {
  const changes = decisions.filter(({ changeBp }) => changeBp !== 0);
  const inForce = (month: string) => {
    const before = addMonths(month, -1);
    return changes.findLast(({ announced }) => monthOf(announced) <= before);
  };
  const of = (sign: 1 | -1) =>
    months.filter(({ month }) => Math.sign(inForce(month)?.changeBp ?? 0) === sign).map(({ smb }) => smb);
  const [easing, tightening] = [of(-1), of(1)];
  const [eased, tightened] = [mean(easing), mean(tightening)];
  const none = absent("too_few_points", "needs months of easing and months of tightening");
  const gap = isAbsent(eased) || isAbsent(tightened) ? none : YEARLY * (eased - tightened);
  const annual = (value: Value) => (isAbsent(value) ? value : YEARLY * value);
  return {
    gap,
    t: welch(easing, tightening),
    easing: { meanAnnual: annual(eased), n: easing.length },
    tightening: { meanAnnual: annual(tightened), n: tightening.length },
  };
}

function welch(a: readonly number[], b: readonly number[]): Value {
  const [meanA, meanB, sdA, sdB] = [mean(a), mean(b), standardDeviation(a), standardDeviation(b)];
  if (isAbsent(meanA) || isAbsent(meanB) || isAbsent(sdA) || isAbsent(sdB))
    return absent("too_few_points", "needs two months of easing and two of tightening");
  const error = Math.sqrt(sdA ** 2 / a.length + sdB ** 2 / b.length);
  return error === 0
    ? absent("not_meaningful", "the months do not vary, so there is no standard error")
    : (meanA - meanB) / error;
}
