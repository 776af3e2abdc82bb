import { formatMonth } from "../briefing/format.ts";
import { addMonths, monthOf } from "../maths/calendar.ts";
import type { Measured } from "./risks-measures.ts";
import { type TriggerName, triggerOf } from "./risks-table.ts";

/** The months carried forward of which the newest print is made. */
export function carriedNow({ prints, carried = [], reach = 1 }: Measured): readonly string[] {
  const last = monthOf(prints.at(-1)?.date ?? "");
  return carried.filter((month) => last !== "" && month > addMonths(last, -reach) && month <= last);
}

/** Which readings rest on a month that has no value of its own. */
export function carriedCaveats(
  of: readonly { readonly name: TriggerName; readonly carried: readonly string[] }[],
): readonly string[] {
  return of.flatMap(({ name, carried }) =>
    carried.length === 0
      ? []
      : [
          `${triggerOf(name).name}: the data hold no value of ${carried.map(formatMonth).join(", ")}; that of the month before is carried forward.`,
        ],
  );
}
