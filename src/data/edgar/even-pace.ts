import { setTimeout as sleep } from "node:timers/promises";
import type { Pace } from "../http/pace.ts";

/**
 * Spreads requests evenly: at most `perSecond` of them in any second. Each waits from when the one before really went
 * out, so that a busy moment, after which many timers are due, is not followed by a burst.
 */
export function createEvenPace(perSecond: number): Pace {
  const spacing = 1_000 / perSecond;
  let last = Number.NEGATIVE_INFINITY;
  let queue: Promise<unknown> = Promise.resolve();
  return (signal) => {
    const turn = queue.then(async () => {
      signal?.throwIfAborted();
      // Timers may fire a moment early.
      for (let now = performance.now(); now < last + spacing; now = performance.now())
        await sleep(Math.ceil(last + spacing - now), undefined, signal ? { signal } : {});
      last = performance.now();
    });
    queue = turn.catch(() => {});
    return turn;
  };
}
