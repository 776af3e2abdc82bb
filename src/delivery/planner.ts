import type { Subscription } from "../storage/port.ts";
import type { Alerts } from "./alerts.ts";
import { reasonAgainst } from "./allowed.ts";
import type { DeliveryDeps } from "./deps.ts";
import { createGates, type Gates } from "./gates.ts";
import { readInstant } from "./instants.ts";
import { type DeliverJob, delayedKey, jobFor, kindOf, toDeliverySlot } from "./jobs.ts";
import { RESTORED, readRestored, wary } from "./restored.ts";
import { delayNotice, nothingNew } from "./schedule/describe.ts";
import { noticeKey, type Slot, slotsIn } from "./schedule/slots.ts";
import { createSteadyClock } from "./steady-clock.ts";

export interface Planned {
  /** Of slots that were recorded as due by this look. */
  readonly jobs: readonly DeliverJob[];
  /** How many slots were recorded as missed. */
  readonly missed: number;
}

const NOTHING: Planned = { jobs: [], missed: 0 };
const WATERMARK = "planned-to";
/** When some process last looked, by the database's clock. */
export const LOOKED = "looked";
/** Keys in one question to the database, slots in one record of missed ones. */
const AT_ONCE = 5_000;

/**
 * What is owed at an instant (milliseconds since the epoch): a slot within the grace period of which the database has
 * no row is recorded as due and is a job, an older one is recorded as missed. Of those who plan together each slot is
 * one's. The row comes first: where its job is lost, the recovery finds it.
 */
export type Planner = (now: number) => Promise<Planned>;

export function createPlanner(deps: DeliveryDeps, alerts: Alerts): Planner {
  const steady = createSteadyClock(deps.timings);
  /** Keys that have a row, which rows keep for ever: not asked for again while they are in the window. */
  let had: ReadonlySet<string> = new Set();
  return async (now) => {
    if (!steady(now, deps.monotonic())) {
      deps.log.warn(
        { now: new Date(now).toISOString() },
        "the clock jumped: planning waits until it is steady",
      );
      return NOTHING;
    }
    const { graceMs } = deps.timings.lateness;
    const watermark = await readWatermark(deps, now);
    const subscriptions = await deps.subscriptions.list();
    const allowed = memoised(deps);
    const restored = await readRestored(deps.store);
    const expired = slotsIn(subscriptions, watermark, now - graceMs, deps.calendar);
    const missed = await recordMissed(deps, expired, allowed, restored);
    const from = Math.max(watermark, now - graceMs);
    const slots = [...slotsIn(subscriptions, from, now, deps.calendar)];
    had = await rowsOf(
      deps,
      slots.map(({ key }) => key),
      had,
    );
    const wanted = await owed(deps, { slots, had, now, allowed, gates: createGates(deps, now) });
    const notices = [...wanted.keys()].filter((key) => kindOf(key) !== "briefing");
    had = new Set([...had, ...(await rowsOf(deps, notices, had))]);
    const open = [...wanted.values()].filter(({ slot }) => !had.has(slot.slot));
    const recorded = await deps.deliveries.due(open.map(({ slot }) => slot));
    had = new Set([...had, ...open.map(({ slot }) => slot.slot)]);
    const jobs = open.filter(({ slot }) => recorded.has(slot.slot)).map((job) => wary(job, restored));
    if (now - graceMs > watermark) await deps.store.set("controls", WATERMARK, { at: now - graceMs });
    await deps.store.set("controls", LOOKED, { at: now });
    return { jobs: [...jobs, ...(await alerts.plan(subscriptions, now))], missed };
  };
}

/** Up to here every slot has a row. Nothing is owed from before the first start. */
async function readWatermark({ store }: DeliveryDeps, now: number): Promise<number> {
  const kept = await readInstant(store, WATERMARK);
  if (kept !== null) return kept;
  await store.set("controls", WATERMARK, { at: now });
  return now;
}

type Allowed = (subscription: Subscription) => Promise<string | null>;

/** Asked once a workspace, though ten thousand slots ask. */
function memoised(deps: DeliveryDeps): Allowed {
  const known = new Map<string, Promise<string | null>>();
  return ({ platform, workspace }) => {
    const key = `${platform}/${workspace}`;
    const answer = known.get(key) ?? reasonAgainst(deps, platform, workspace);
    known.set(key, answer);
    return answer;
  };
}

async function recordMissed(
  deps: DeliveryDeps,
  slots: Iterable<Slot>,
  allowed: Allowed,
  restored: number,
): Promise<number> {
  const waiting = new Map<string, ReturnType<typeof toDeliverySlot>[]>();
  let missed = 0;
  for (const slot of slots) {
    const paused = slot.subscription.state === "paused" ? "paused before it could be posted" : null;
    const untold = slot.run.at <= restored ? `not known to have been posted: ${RESTORED}` : null;
    const reason = untold ?? paused ?? (await allowed(slot.subscription)) ?? tooLate(deps);
    const batch = waiting.get(reason) ?? [];
    waiting.set(reason, batch);
    batch.push(toDeliverySlot(slot));
    if (batch.length < AT_ONCE) continue;
    missed += await deps.deliveries.miss(batch, reason);
    waiting.delete(reason);
  }
  for (const [reason, batch] of waiting) missed += await deps.deliveries.miss(batch, reason);
  return missed;
}

const tooLate = ({ timings }: DeliveryDeps) =>
  `nothing was running to post it within ${Math.round(timings.lateness.graceMs / 3_600_000)} hours of its time`;

async function rowsOf(
  { deliveries }: DeliveryDeps,
  keys: readonly string[],
  known: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const still = keys.filter((key) => known.has(key));
  const open = keys.filter((key) => !known.has(key));
  const found = new Set(still);
  for (let start = 0; start < open.length; start += AT_ONCE) {
    for (const key of await deliveries.had(open.slice(start, start + AT_ONCE))) found.add(key);
  }
  return found;
}

interface Look {
  readonly slots: readonly Slot[];
  readonly had: ReadonlySet<string>;
  readonly now: number;
  readonly allowed: Allowed;
  readonly gates: Gates;
}

async function owed(deps: DeliveryDeps, look: Look): Promise<ReadonlyMap<string, DeliverJob>> {
  const jobs = new Map<string, DeliverJob>();
  for (const slot of look.slots) {
    if (slot.subscription.state !== "active" || (await look.allowed(slot.subscription)) !== null) continue;
    const job = await jobOf(deps, slot, look);
    if (job !== null && !jobs.has(job.slot.slot)) jobs.set(job.slot.slot, job);
  }
  return jobs;
}

async function jobOf(deps: DeliveryDeps, slot: Slot, { had, now, gates }: Look): Promise<DeliverJob | null> {
  const { subscription, run, status } = slot;
  const wantsSilence = subscription.when === "changed";
  const row = toDeliverySlot(slot);
  if (had.has(slot.key)) {
    if (status !== "repeat" || wantsSilence) return null;
    return jobFor({ ...row, slot: noticeKey(slot) }, { text: sentence(nothingNew(run, deps.calendar)) });
  }
  const gate = await gates(subscription.topics, run);
  if (gate.decision !== "wait") return jobFor(row, { late: gate.late });
  if (wantsSilence || now - run.at < deps.timings.lateness.onTimeMs) return null;
  const text = delayNotice(gate.late, gate.deadline, subscription.at.tz);
  return jobFor({ ...row, slot: delayedKey(slot.key) }, { text });
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
