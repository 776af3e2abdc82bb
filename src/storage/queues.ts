/** Tasks of one name run one after the other, in the order of asking; those of different names together. */
export interface Queues {
  run<T>(name: string, task: () => Promise<T>): Promise<T>;
  /** Resolves once everything that was asked for has ended. */
  idle(): Promise<void>;
}

export function createQueues(): Queues {
  const last = new Map<string, Promise<unknown>>();
  return {
    run: (name, task) => {
      const result = (last.get(name) ?? Promise.resolve()).then(task);
      const settled = result
        .catch(() => {}) // the caller's to handle, not the next one's
        .finally(() => {
          if (last.get(name) === settled) last.delete(name);
        });
      last.set(name, settled);
      return result;
    },
    idle: async () => {
      await Promise.all(last.values());
    },
  };
}
