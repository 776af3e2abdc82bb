import type { Claim } from "../storage/port.ts";
import type { DeliveryDeps } from "./deps.ts";
import { createHold, TakenOver } from "./hold.ts";
import { type DeliverJob, resumedJob } from "./jobs.ts";
import type { Notices } from "./notices.ts";
import { reconcile } from "./reconcile.ts";

/** Slots taken over in one statement. */
const AT_ONCE = 200;
/** For how long a platform is still asked about a message that nobody knows of. */
const UNKNOWN_FOR_MS = 7 * 86_400_000;
const CRASHED = "smallcaps stopped while it was being posted";

/** Takes up what processes left that died, and asks again about what is unknown. The jobs go on with it. */
export type Recovery = () => Promise<readonly DeliverJob[]>;

export function createRecovery(deps: DeliveryDeps, notices: Notices): Recovery {
  return async () => {
    const jobs = await left(deps, notices);
    return [...jobs, ...(await unknown(deps, notices))];
  };
}

async function left(deps: DeliveryDeps, notices: Notices): Promise<readonly DeliverJob[]> {
  const jobs: DeliverJob[] = [];
  for (;;) {
    const olderThanMs = deps.timings.abandonedMs;
    const claims = await deps.deliveries.takeOver({ olderThanMs, limit: AT_ONCE });
    for (const claim of claims) {
      const job = claim.delivery.state === "claimed" ? resumedJob(claim) : await settle(deps, notices, claim);
      if (job !== null) jobs.push(job);
    }
    if (claims.length < AT_ONCE) return jobs;
  }
}

/** A job where nothing arrived. One that cannot be asked about now is taken over again later. */
async function settle(deps: DeliveryDeps, notices: Notices, claim: Claim): Promise<DeliverJob | null> {
  const { delivery } = claim;
  const poster = deps.poster(delivery.platform);
  if (poster === null) return null;
  const hold = createHold(deps.deliveries, claim);
  try {
    const why = delivery.state === "unknown" ? (delivery.reason ?? CRASHED) : CRASHED;
    const became = await reconcile(deps, notices, poster, hold, why);
    return became === "absent" ? resumedJob(hold.claim()) : null;
  } catch (error) {
    if (!(error instanceof TakenOver))
      deps.log.warn({ err: error, slot: delivery.slot }, "a platform could not be asked about a slot");
    return null;
  }
}

/** The right to look may have been granted since. What is known to be absent too late ends as failed. */
async function unknown(deps: DeliveryDeps, notices: Notices): Promise<readonly DeliverJob[]> {
  const since = new Date((await deps.now()) - UNKNOWN_FOR_MS).toISOString();
  const recent = await deps.deliveries.list({ states: ["unknown"], since, limit: 1 });
  if (recent.length === 0) return [];
  const claims = await deps.deliveries.takeOver({
    olderThanMs: deps.timings.unknownMs,
    limit: AT_ONCE,
    states: ["unknown"],
  });
  const jobs: DeliverJob[] = [];
  for (const claim of claims.filter(({ delivery }) => delivery.scheduledAt >= since)) {
    const job = await settle(deps, notices, claim);
    if (job !== null) jobs.push(job);
  }
  return jobs;
}
