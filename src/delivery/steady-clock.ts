import type { Timings } from "./deps.ts";

/**
 * Whether the wall clock can be gone by. One that jumped (set by hand, or the machine slept: it looks the same) is
 * believed once it has run evenly for a while. Both in milliseconds; `monotonic` only runs forward.
 */
export type SteadyClock = (wall: number, monotonic: number) => boolean;

export function createSteadyClock({ jumpMs, steadyMs }: Pick<Timings, "jumpMs" | "steadyMs">): SteadyClock {
  let trusted: number | null = null;
  let candidate: { readonly offset: number; readonly since: number } | null = null;
  return (wall, monotonic) => {
    const offset = wall - monotonic;
    const near = (other: number) => Math.abs(offset - other) <= jumpMs;
    if (trusted === null || near(trusted)) {
      candidate = null;
      trusted = offset;
      return true;
    }
    if (candidate === null || !near(candidate.offset)) candidate = { offset, since: monotonic };
    if (monotonic - candidate.since < steadyMs) return false;
    trusted = offset;
    candidate = null;
    return true;
  };
}
