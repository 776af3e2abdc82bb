/**
 * One piece of work for all who want the same at the same time. Each waits as long as their own signal lets them; the
 * work itself is called off when the last of them has gone.
 */
export function createShared<Value>() {
  const underWay = new Map<
    string,
    { waiting: number; readonly stop: AbortController; value: Promise<Value> }
  >();

  return async (
    key: string,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<Value>,
  ): Promise<Value> => {
    let entry = underWay.get(key);
    if (entry === undefined || entry.stop.signal.aborted) {
      const stop = new AbortController();
      const value = work(stop.signal);
      const begun = { waiting: 0, stop, value };
      entry = begun;
      underWay.set(key, begun);
      const forget = () => {
        if (underWay.get(key) === begun) underWay.delete(key);
      };
      value.then(forget, forget);
    }
    entry.waiting += 1;
    try {
      return await untilAborted(entry.value, signal);
    } finally {
      entry.waiting -= 1;
      if (entry.waiting === 0) entry.stop.abort();
    }
  };
}

/** Rejects with the signal's reason once it aborts, whatever becomes of the value. */
export async function untilAborted<Value>(value: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  try {
    return await Promise.race([value, promise]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
