import type { Claim, Delivery } from "../storage/port.ts";
import type { DeliveryDeps } from "./deps.ts";
import { createHold, TakenOver } from "./hold.ts";
import { type DeliverJob, jobFor, resumedJob, slotOf } from "./jobs.ts";
import type { Notices } from "./notices.ts";
import { giveUp, isAbsent } from "./reconcile.ts";
import { readRestored, wary } from "./restored.ts";

/** Slots taken over in one statement. */
const AT_ONCE = 50;
/** Slots that go back into the queue together. */
const MANY = 1_000;
/** For how long a platform is still asked about a message that nobody knows of. */
const UNKNOWN_FOR_MS = 7 * 86_400_000;
const CRASHED = "smallcaps stopped while it was being posted";

/**
 * Takes up what processes left that died, and asks again about what is unknown; what is due and was taken by nobody
 * goes back into the queue, which may have lost it. How many go on, of those that somebody had in hand.
 */
export type Recovery = () => Promise<number>;

/**
 * @param resume puts jobs into the queue, which leaves alone what waits there for a first try: each as soon as it is
 * known, since a platform that is slow to say about the others may take longer than a claim lasts
 */
export function createRecovery(
  deps: DeliveryDeps,
  notices: Notices,
  resume: (jobs: readonly DeliverJob[]) => Promise<void>,
): Recovery {
  const olderThanMs = deps.timings.abandonedMs;
  const goOn = async (claims: readonly Claim[], restored: number) => {
    let resumed = 0;
    for (const claim of claims) {
      const job = claim.delivery.state === "claimed" ? resumedJob(claim) : await settle(deps, notices, claim);
      if (job === null) continue;
      await resume([wary(job, restored)]);
      resumed += 1;
    }
    return resumed;
  };
  const left = async (restored: number) => {
    for (let resumed = 0; ; ) {
      const claims = await deps.deliveries.takeOver({ olderThanMs, limit: AT_ONCE });
      resumed += await goOn(claims, restored);
      if (claims.length < AT_ONCE) return resumed;
    }
  };
  const untaken = async (restored: number) => {
    for (;;) {
      const due = await deps.deliveries.overdue({ olderThanMs, limit: MANY });
      await resume(due.map((delivery) => wary(jobFor(slotOf(delivery)), restored)));
      if (due.length < MANY) return;
    }
  };
  return async () => {
    const restored = await readRestored(deps.store);
    await untaken(restored);
    return (await left(restored)) + (await goOn(await unknown(deps), restored));
  };
}

/** A job where nothing arrived. One that cannot be asked about now is taken over again later. */
async function settle(deps: DeliveryDeps, notices: Notices, claim: Claim): Promise<DeliverJob | null> {
  const { delivery } = claim;
  const poster = deps.poster(delivery.platform);
  const hold = createHold(deps.deliveries, claim);
  const why = delivery.state === "unknown" ? (delivery.reason ?? CRASHED) : CRASHED;
  try {
    if (poster !== null && (await isAbsent(deps, notices, poster, hold, why)))
      return resumedJob(hold.claim());
    if (hold.delivery().state === "posting" && (await isPastGrace(deps, delivery)))
      await giveUp(deps, notices, hold, why);
  } catch (error) {
    if (!(error instanceof TakenOver))
      deps.log.warn({ err: error, slot: delivery.slot }, "what was left could not be settled");
  }
  return null;
}

/** By then nothing would be sent again: a platform that did not answer all the while need not hold it open. */
async function isPastGrace({ now, timings }: DeliveryDeps, { scheduledAt }: Delivery): Promise<boolean> {
  return (await now()) - Date.parse(scheduledAt) > timings.lateness.graceMs;
}

/** The right to look may have been granted since. What is known to be absent too late ends as failed. */
async function unknown({ deliveries, now, timings }: DeliveryDeps): Promise<readonly Claim[]> {
  const since = new Date((await now()) - UNKNOWN_FOR_MS).toISOString();
  const recent = await deliveries.list({ states: ["unknown"], since, limit: 1 });
  if (recent.length === 0) return [];
  const olderThanMs = timings.unknownMs;
  const claims = await deliveries.takeOver({ olderThanMs, limit: AT_ONCE, states: ["unknown"] });
  return claims.filter(({ delivery }) => delivery.scheduledAt >= since);
}
