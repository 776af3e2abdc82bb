/** Drafts that were accepted, by a hash of all that they were made from. */
export interface DraftCache {
  get(key: string): Promise<{ readonly body: string } | undefined>;
  set(key: string, body: string, expiresAt?: string): Promise<void>;
}

const MOST_KEPT = 200;

/** For a terminal or a console page without a database. */
export function memoryCache(): DraftCache {
  const kept = new Map<string, string>();
  return {
    get: async (key) => {
      const body = kept.get(key);
      return body === undefined ? undefined : { body };
    },
    set: async (key, body) => {
      kept.delete(key);
      kept.set(key, body);
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    },
  };
}
