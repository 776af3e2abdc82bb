import { absent, type Value } from "../briefing/value.ts";

/**
 * Share of the values in each band, in percent: band i holds what is at or above its lower edge and below the next
 * one's; the first has no lower edge. `edges` ascend; there is one more band than there are edges.
 */
export function sharesByBand(values: readonly number[], edges: readonly number[]): readonly Value[] {
  const counts = Array.from({ length: edges.length + 1 }, () => 0);
  for (const value of values) {
    const above = edges.filter((edge) => value >= edge).length;
    counts[above] = (counts[above] ?? 0) + 1;
  }
  const none = absent("not_reported", "no company reports it");
  return counts.map((count) => (values.length === 0 ? none : (100 * count) / values.length));
}

/** Share of the values that `is` holds for, in percent. */
export function shareWhere<Item>(items: readonly Item[], is: (item: Item) => boolean, nobody: string): Value {
  return items.length === 0 ? absent("not_reported", nobody) : (100 * items.filter(is).length) / items.length;
}
