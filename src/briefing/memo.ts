export interface Memo<Value> {
  (key: string, make: () => Value): Value;
  readonly has: (key: string) => boolean;
}

/** Keeps the values used last; what throws is not kept. */
export function createMemo<Value>(capacity: number): Memo<Value> {
  const values = new Map<string, Value>();
  const kept = (key: string, make: () => Value) => {
    const value = values.get(key) ?? make();
    values.delete(key);
    values.set(key, value);
    const [oldest] = values.keys();
    if (values.size > capacity && oldest !== undefined) values.delete(oldest);
    return value;
  };
  return Object.assign(kept, { has: (key: string) => values.has(key) });
}

/** One briefing goes to many askers, so none of them may change it. */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
  return value;
}
