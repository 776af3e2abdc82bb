import type { Briefing } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import type { Subscription } from "../storage/port.ts";
import { type Acknowledger, createAcknowledger } from "./acknowledge.ts";
import { createAlerts } from "./alerts.ts";
import { briefly } from "./briefly.ts";
import { type Corrector, createCorrector } from "./correct.ts";
import { createDeliverer } from "./deliver.ts";
import type { DeliveryDeps } from "./deps.ts";
import type { Watched } from "./flips.ts";
import { readInstant } from "./instants.ts";
import { type Command, type DeliverySlot, jobFor, TEST } from "./jobs.ts";
import { createNotices } from "./notices.ts";
import { createPlanner, LOOKED, type Planned } from "./planner.ts";
import type { Queue } from "./queue.ts";
import { createRecovery } from "./recover.ts";

export interface Delivery {
  /** Plans at once, then each minute. */
  start(): Promise<void>;
  /** Lets deliveries under way finish. */
  stop(): Promise<void>;
  /** One look at what is owed now (milliseconds since the epoch), by default the database's. */
  plan(now?: number): Promise<Planned>;
  /** How long ago some process planned, in milliseconds by the database's clock; null: none ever did. */
  lastPlanned(): Promise<number | null>;
  /** Takes up what was left by processes that died. */
  recover(): Promise<number>;
  /** Somebody has seen an alert. */
  readonly acknowledge: Acknowledger;
  /** Takes what holds now as told to a subscription of alerts; null: the data cannot be told of now. */
  baseline(subscription: Subscription): Promise<readonly Watched[] | null>;
  /** Posts a subscription's briefing now, beside its slots; the key of the post. In whichever process is free. */
  enqueueTest(subscription: string): Promise<string>;
  /** Corrects a posted slot. In whichever process is free. */
  enqueueCorrection(slot: string, why: string): Promise<void>;
  /** Corrects it here and now. @throws BriefingError */
  correct(slot: string, why: string): Promise<Briefing>;
}

/** Delivery of scheduled briefings: once, or visibly not. Any number of processes may share a database. */
export function createDelivery(given: DeliveryDeps, queue: Queue): Delivery {
  const { briefings, monotonic } = given;
  const deps = {
    ...given,
    keep: keptOnce(given.keep),
    briefings: { ...briefings, get: briefly((id: string) => briefings.get(id), monotonic) },
  };
  const notices = createNotices(deps);
  const alerts = createAlerts(deps);
  const planner = createPlanner(deps, alerts);
  const recovery = createRecovery(deps, notices, (jobs) => queue.deliver(jobs));
  const deliver = createDeliverer(deps, notices);
  const correct: Corrector = createCorrector(deps);

  const plan = async (now?: number) => {
    const planned = await planner(now ?? (await deps.now()));
    await queue.deliver(planned.jobs);
    if (planned.missed > 0) deps.log.warn({ slots: planned.missed }, "slots were missed");
    return planned;
  };
  const recover = async () => {
    const slots = await recovery();
    if (slots > 0) deps.log.warn({ slots }, "deliveries that were left go on");
    return slots;
  };
  const run = async (command: Command) => {
    if (command.kind === "test") return queue.deliver([jobFor(await testSlot(deps, command))]);
    await correct(command.slot, command.why);
  };
  /** A refusal is told to whoever gave the command; nothing tells of what else fails but the log. */
  const unmet = (command: Command) => (error: unknown) => {
    if (error instanceof BriefingError) {
      deps.log.warn({ command, reason: error.message, hint: error.hint }, "a command was refused");
      return { refused: error.message, hint: error.hint };
    }
    const reason = error instanceof Error ? error.message : String(error);
    deps.log.error({ command, reason, err: error }, "a command failed, and is not tried again");
    throw error;
  };

  return {
    start: () =>
      queue.start({
        deliver,
        plan: async () => void (await plan()),
        recover: async () => void (await recover()),
        command: (command) => run(command).then(() => null, unmet(command)),
      }),
    stop: () => queue.stop(),
    plan,
    lastPlanned: async () => {
      const looked = await readInstant(deps.store, LOOKED);
      return looked === null ? null : Math.max(0, (await deps.now()) - looked);
    },
    recover,
    acknowledge: createAcknowledger(deps),
    baseline: (subscription) => alerts.baseline(subscription),
    enqueueTest: async (subscription) => {
      const command = { kind: "test" as const, subscription, at: await deps.now() };
      const { slot } = await testSlot(deps, command);
      await queue.command(command);
      return slot;
    },
    enqueueCorrection: (slot, why) => queue.command({ kind: "correct", slot, why }),
    correct,
  };
}

const REMEMBERED = 1_000;

/** A briefing that many channels share is stored once. */
function keptOnce(keep: DeliveryDeps["keep"]): DeliveryDeps["keep"] {
  const kept = new Map<string, Promise<void>>();
  return (briefing) => {
    const { id } = briefing;
    const known = kept.get(id);
    if (known !== undefined) return known;
    const keeping = keep(briefing);
    kept.set(id, keeping);
    keeping.catch(() => kept.delete(id));
    const [oldest] = kept.keys();
    if (kept.size > REMEMBERED && oldest !== undefined) kept.delete(oldest);
    return keeping;
  };
}

async function testSlot(
  { subscriptions, calendar }: DeliveryDeps,
  { subscription: id, at }: Extract<Command, { kind: "test" }>,
): Promise<DeliverySlot> {
  const subscription = await subscriptions.get(id);
  if (subscription === undefined)
    throw new BriefingError("bad_command", `there is no schedule "${id}"`, "`schedule list` shows them");
  const { platform, workspace, channel } = subscription;
  return {
    slot: `${platform}/${workspace}/${id}${TEST}${at}`,
    subscription: id,
    workspace,
    platform,
    channel,
    session: calendar.lastCompleted(at).date,
    scheduledAt: new Date(at).toISOString(),
  };
}
