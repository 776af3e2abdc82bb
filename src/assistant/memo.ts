export type Memo<Value> = (key: string, make: () => Value) => Value;

/** Keeps the values used last; what throws is not kept. */
export function createMemo<Value>(capacity: number): Memo<Value> {
  const values = new Map<string, Value>();
  return (key, make) => {
    const value = values.get(key) ?? make();
    values.delete(key);
    values.set(key, value);
    const [oldest] = values.keys();
    if (values.size > capacity && oldest !== undefined) values.delete(oldest);
    return value;
  };
}

/** One briefing goes to many askers, so none of them may change it. */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
  return value;
}
