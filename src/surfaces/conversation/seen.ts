/** Remembers what was handled, so that a delivery that a platform repeats is answered once. */
export interface Seen {
  /** True the first time a key is given, false while it is remembered. */
  first(key: string): boolean;
}

/** Slack repeats an event up to an hour later, Teams for a minute; the newest `capacity` keys are kept. */
export function createSeen(capacity = 20_000): Seen {
  const keys = new Set<string>();
  return {
    first: (key) => {
      if (keys.has(key)) return false;
      keys.add(key);
      const [oldest] = keys;
      if (keys.size > capacity && oldest !== undefined) keys.delete(oldest);
      return true;
    },
  };
}
