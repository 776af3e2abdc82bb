import { isAbsent, type Value } from "../briefing/value.ts";
import type { View } from "./topic.ts";

/** How one reading compares with another as both print; null where either is missing. */
export type Compared = "more" | "less" | "level";

type Seen = Pick<View<unknown, unknown>, "value" | "text">;

/** Two figures of one unit. */
export function compared({ value, text }: Seen, key: string, other: string): Compared | null {
  const [one, two] = [value(key), value(other)];
  if (isAbsent(one) || isAbsent(two)) return null;
  if (text(key) === text(other)) return "level";
  return one > two ? "more" : "less";
}

/** The date of a figure that is withheld as overdue; null where none of them is. */
export function staleSince(
  { figure }: Pick<View<unknown, unknown>, "figure">,
  keys: readonly string[],
): string | null {
  const stale = keys.map(figure).find(({ value }) => isStale(value));
  return stale?.asOf ?? null;
}

function isStale(value: Value): boolean {
  return isAbsent(value) && value.absent === "stale";
}
