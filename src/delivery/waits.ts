import type { DeliveryDeps } from "./deps.ts";
import type { Hold } from "./hold.ts";
import type { Again, DeliverJob } from "./jobs.ts";

/** Up to a quarter more, so that what failed together does not come back together. */
const JITTER = 0.25;

export const jittered = (ms: number) => Math.round(ms * (1 + Math.random() * JITTER));

/** Doubles with each try. */
export function backoff(firstMs: number, tries: number, mostMs: number): number {
  return Math.min(mostMs, firstMs * 2 ** Math.min(tries, 20));
}

/** The delivery goes on after a wait, in pieces short enough that nobody takes it for left. */
export function again(
  { timings }: DeliveryDeps,
  hold: Hold,
  job: DeliverJob,
  { waitMs, fault }: { readonly waitMs: number; readonly fault?: string },
): Again {
  const afterMs = Math.min(waitMs, timings.renewMs);
  return {
    afterMs,
    job: { ...job, claim: hold.claim(), waitMs: waitMs - afterMs, ...(fault === undefined ? {} : { fault }) },
  };
}
