import type { Claim, Subscription } from "../storage/port.ts";
import { endOf, reasonAgainst } from "./allowed.ts";
import type { DeliveryDeps } from "./deps.ts";
import { createHold, type Hold, TakenOver } from "./hold.ts";
import { type Again, type DeliverJob, kindOf } from "./jobs.ts";
import { make } from "./make.ts";
import type { Notices } from "./notices.ts";
import { isAbsent } from "./reconcile.ts";
import { send } from "./send.ts";
import { again } from "./waits.ts";

/** Carries out a job; null where it is over, for whatever reason. Rejects where the database is away. */
export type Deliverer = (job: DeliverJob) => Promise<Again | null>;

export function createDeliverer(deps: DeliveryDeps, notices: Notices): Deliverer {
  return async (job) => {
    try {
      const claim = await held(deps, job);
      return claim && (await attempt(deps, notices, createHold(deps.deliveries, claim), job));
    } catch (error) {
      if (error instanceof TakenOver) return null;
      throw error;
    }
  };
}

/** The right to a slot: taken, or kept from the try before. Null: somebody else has it. */
async function held({ deliveries }: DeliveryDeps, { slot, claim }: DeliverJob): Promise<Claim | null> {
  if (claim === undefined) return deliveries.claim(slot);
  return claim.delivery.state === "posting" ? claim : deliveries.move(claim, "claimed");
}

/** Of what may stand at the platform already: whether it is proven that it does not. */
async function isUnsent(
  deps: DeliveryDeps,
  notices: Notices,
  hold: Hold,
  { fault, slot, mayStand }: DeliverJob,
): Promise<boolean> {
  if (mayStand && hold.delivery().attempts === 0) await hold.to("posting");
  if (hold.delivery().state !== "posting") return true;
  const poster = deps.poster(slot.platform);
  return poster !== null && isAbsent(deps, notices, poster, hold, fault ?? mayStand ?? "");
}

async function attempt(
  deps: DeliveryDeps,
  notices: Notices,
  hold: Hold,
  job: DeliverJob,
): Promise<Again | null> {
  const { slot, waitMs } = job;
  if (!(await isUnsent(deps, notices, hold, job))) return null; // where it cannot be asked now, the recovery asks later
  const now = await deps.now();
  const subscription = await deps.subscriptions.get(slot.subscription);
  const over = endOf(subscription);
  if (subscription === undefined || over !== null) return end(hold, over ?? "");
  if (now - Date.parse(slot.scheduledAt) > deps.timings.lateness.graceMs)
    return tooLate(deps, notices, { hold, job, subscription });
  if (waitMs > 0) return again(deps, hold, job, { waitMs });
  const stopped = await reasonAgainst(deps, slot.platform, slot.workspace);
  const poster = deps.poster(slot.platform);
  if (stopped !== null || poster === null) {
    const fault = stopped ?? "not connected";
    if (kindOf(slot.slot) === "test") return end(hold, fault);
    return again(deps, hold, job, { waitMs: deps.timings.renewMs, fault });
  }
  const made = await make(deps, job, subscription, await deps.now()); // a stop may have been lifted since
  if (made.kind === "posting") return send({ deps, notices, poster, hold, job, subscription }, made);
  if (made.kind === "wait") return again(deps, hold, { ...job, tries: job.tries + 1 }, made);
  await hold.to(made.state, { reason: made.reason });
  if (made.state === "failed") await notices.failed(subscription, made.reason);
  return null;
}

async function end(hold: Hold, reason: string): Promise<null> {
  await hold.to("missed", { reason });
  return null;
}

interface Late {
  readonly hold: Hold;
  readonly job: DeliverJob;
  readonly subscription: Subscription;
}

/** Past the grace period. What a platform did not take failed; what nobody got to was missed. */
async function tooLate(
  deps: DeliveryDeps,
  notices: Notices,
  { hold, job, subscription }: Late,
): Promise<null> {
  const { attempts } = hold.delivery();
  const hours = Math.round(deps.timings.lateness.graceMs / 3_600_000);
  const reason = job.fault ?? `it could not be posted within ${hours} hours of its time`;
  if (attempts === 0) return end(hold, reason);
  await hold.to("failed", { reason });
  await notices.failed(subscription, `it could not be posted: ${reason}`);
  return null;
}
