import type { LineChart } from "../briefing/chart.ts";
import { formatMonth } from "../briefing/format.ts";
import type { Recession } from "../market/datasets.ts";
import { monthEnd } from "../maths/calendar.ts";

/** Recessions within a picture; where older ones are not in the table, their absence must not read as calm. */
export function recessionBands(
  recessions: readonly Recession[],
  first: string,
  last: string,
): LineChart["bands"] {
  const known = recessions[0]?.peak ?? "";
  const label = known > first ? `NBER recession, known from ${formatMonth(known)}` : "NBER recession";
  return recessions
    .filter(({ peak, trough }) => monthEnd(trough) >= first && `${peak}-01` <= last)
    .map(({ peak, trough }) => ({ from: `${peak}-01`, to: monthEnd(trough), label }));
}
