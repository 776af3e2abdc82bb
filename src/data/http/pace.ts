import { setTimeout as sleep } from "node:timers/promises";

/** Resolves when the next request may go out. One pace may be shared by the clients of several hosts. */
export type Pace = (signal?: AbortSignal) => Promise<void>;

/** At most `most` requests in any span of `perMs`. */
export function createPace(most: number, perMs = 1_000): Pace {
  /** When the last `most` requests went out, or are to go out, oldest first. */
  const turns: number[] = [];
  return async (signal) => {
    const now = performance.now();
    const oldest = turns.length < most ? undefined : turns.shift();
    const at = oldest === undefined ? now : Math.max(now, oldest + perMs);
    turns.push(at);
    if (at > now) await sleep(at - now, undefined, signal ? { signal } : {});
  };
}
