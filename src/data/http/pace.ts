import { setTimeout as sleep } from "node:timers/promises";

/** Resolves when the next request may go out. One pace may be shared by the clients of several hosts. */
export type Pace = (signal?: AbortSignal) => Promise<void>;

/** Spreads requests evenly: at most `perSecond` of them in any second. */
export function createPace(perSecond: number): Pace {
  const spacing = 1_000 / perSecond;
  let next = 0;
  return async (signal) => {
    const now = performance.now();
    const at = Math.max(now, next);
    next = at + spacing;
    if (at > now) await sleep(at - now, undefined, signal ? { signal } : {});
  };
}
