import { setTimeout as sleep } from "node:timers/promises";

/** Resolves when the next request may go out. One pace may be shared by the clients of several hosts. */
export type Pace = (signal?: AbortSignal) => Promise<void>;

/**
 * At most `most` requests in any span of `perMs`. Counted from when each really went out, so that a busy moment, after
 * which many timers are due, is not followed by too many at once. One in a short span spreads them evenly.
 */
export function createPace(most: number, perMs = 1_000): Pace {
  /** When the last `most` requests went out, oldest first. */
  const out: number[] = [];
  let queue: Promise<unknown> = Promise.resolve();
  return (signal) => {
    const turn = queue.then(async () => {
      signal?.throwIfAborted();
      const oldest = out.at(-most);
      const from = oldest === undefined ? 0 : oldest + perMs;
      // Timers may fire a moment early.
      for (let now = performance.now(); now < from; now = performance.now())
        await sleep(Math.ceil(from - now), undefined, signal ? { signal } : {});
      out.push(performance.now());
      if (out.length > most) out.shift();
    });
    queue = turn.catch(() => {});
    return turn;
  };
}
