/** Twice the sentences of the longest draft: what one draft asks again and again, and no more. */
const MOST = 24;

/** A pure function of a text that remembers its last answers: every rule asks the same of the same sentences. */
export function remembered<Value>(make: (text: string) => Value): (text: string) => Value {
  const made = new Map<string, Value>();
  return (text) => {
    const before = made.get(text);
    if (before !== undefined) return before;
    const value = make(text);
    if (made.size >= MOST) made.delete(made.keys().next().value ?? "");
    made.set(text, value);
    return value;
  };
}

/** The same of two objects that never change. */
export function rememberedOf<A extends object, B extends object, Value>(
  make: (a: A, b: B) => Value,
): (a: A, b: B) => Value {
  const made = new WeakMap<A, WeakMap<B, Value>>();
  return (a, b) => {
    const own = made.get(a) ?? new WeakMap<B, Value>();
    made.set(a, own);
    const before = own.get(b);
    if (before !== undefined) return before;
    const value = make(a, b);
    own.set(b, value);
    return value;
  };
}
