/** Why a number is not there. `note` is a sentence a reader can act on. */
export type AbsentReason = "not_reported" | "not_meaningful" | "stale" | "too_few_points" | "unavailable";

export interface Absent {
  readonly absent: AbsentReason;
  readonly note: string;
}

/** A finite number or the reason for its absence; never NaN, null, or zero for unknown. */
export type Value = number | Absent;

export function absent(reason: AbsentReason, note: string): Absent {
  return { absent: reason, note };
}

export function isAbsent(value: unknown): value is Absent {
  return typeof value === "object" && value !== null && "absent" in value;
}

/** Applies `change` to a present value; an absent one passes through with its reason. */
export function mapValue(value: Value, change: (present: number) => Value): Value {
  return isAbsent(value) ? value : change(value);
}

/** Combines two values; the first absent one decides. */
export function combine(left: Value, right: Value, join: (left: number, right: number) => Value): Value {
  if (isAbsent(left)) return left;
  if (isAbsent(right)) return right;
  return join(left, right);
}
