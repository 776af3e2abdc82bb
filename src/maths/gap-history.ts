import { absent, type Value } from "../briefing/value.ts";
import { addMonths } from "./calendar.ts";
import { percentChange } from "./returns.ts";
import { midRankPercentile } from "./statistics.ts";

/** One month's multiple of one side under one variant. */
export interface HistoryMonth {
  readonly month: string;
  readonly index: "small" | "large";
  readonly variant: string;
  readonly forwardPe: number;
}

/** Gap of small to large, in percent, for the months that have both sides; in month order. */
export function gapHistory(
  history: readonly HistoryMonth[],
  variant: string,
): readonly { readonly month: string; readonly gap: number }[] {
  const large = new Map<string, number>();
  for (const row of history)
    if (row.variant === variant && row.index === "large") large.set(row.month, row.forwardPe);
  return history.flatMap((row) => {
    const other = row.variant === variant && row.index === "small" ? large.get(row.month) : undefined;
    return other === undefined ? [] : [{ month: row.month, gap: percentChange(other, row.forwardPe) }];
  });
}

const LEAST_MONTHS = 120;

/**
 * Mid-rank percentile of a gap in its own monthly history, 120 months or none. The window is the `years` up to
 * `asOfMonth`, or up to the month before while `asOfMonth` has no row, since a month counts from its last day:
 * else ten years would hold 119 months on all days but the month's last.
 */
export function percentileOfGap(
  history: readonly HistoryMonth[],
  variant: string,
  gap: number,
  asOfMonth: string,
  years: number,
): { readonly value: Value; readonly n: number } {
  const gaps = gapHistory(history, variant);
  const last = gaps.some(({ month }) => month === asOfMonth) ? asOfMonth : addMonths(asOfMonth, -1);
  const since = addMonths(last, -12 * years);
  const window = gaps.filter(({ month }) => month > since && month <= last);
  const n = window.length;
  if (n < LEAST_MONTHS) {
    const why = `needs ${LEAST_MONTHS} months of this definition's history, has ${n}`;
    return { value: absent("too_few_points", why), n };
  }
  const gapsShown = window.map((row) => row.gap);
  return { value: midRankPercentile(gapsShown, gap, LEAST_MONTHS), n };
}
