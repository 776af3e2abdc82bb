import NodeCache from "node-cache";

/** Values of one process; nothing in it outlives `maxAgeMs`. */
export interface Memory<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  delete(key: string): void;
}

/** Without clones: what is kept is never changed. Without a timer: what is too old goes when it is looked for. */
export function createMemory<V>(maxAgeMs: number): Memory<V> {
  const cache = new NodeCache({ stdTTL: Math.ceil(maxAgeMs / 1_000), useClones: false, checkperiod: 0 });
  return {
    get: (key) => cache.get<V>(key),
    set: (key, value) => void cache.set(key, value),
    delete: (key) => void cache.del(key),
  };
}
