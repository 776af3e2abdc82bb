import type { Recorded } from "../audit/port.ts";
import type { Briefing } from "../briefing/briefing.ts";
import type { Subscription } from "../storage/port.ts";
import { endOf, reasonAgainst } from "./allowed.ts";
import type { DeliveryDeps } from "./deps.ts";
import { type Hold, TakenOver } from "./hold.ts";
import { type Again, type DeliverJob, kindOf } from "./jobs.ts";
import type { Made } from "./make.ts";
import type { Notices } from "./notices.ts";
import { type ChannelPoster, PostFault, type PostFaultKind, type Posting } from "./port.ts";
import { isAbsent, placeOf } from "./reconcile.ts";
import { again, backoff, jittered } from "./waits.ts";
import { logged } from "./words.ts";

export interface Sending {
  readonly deps: DeliveryDeps;
  readonly notices: Notices;
  readonly poster: ChannelPoster;
  readonly hold: Hold;
  readonly job: DeliverJob;
  readonly subscription: Subscription;
}

type Message = Extract<Made, { kind: "posting" }>;

/** Posts what was made, and records what became of it. */
export async function send(sending: Sending, made: Message): Promise<Again | null> {
  const { deps, poster, hold, job } = sending;
  const record = await deps.recorder.sending(recordOf(sending, made));
  let stopped: unknown;
  const onSending = async () => {
    try {
      const reason = await reasonNotTo(sending);
      if (reason !== null) throw new Stopped(reason);
      // Asked again after a definite refusal, such as of a picture: nothing arrived.
      if (hold.delivery().state === "posting") await hold.to("claimed");
      await hold.to("posting", { briefingId: made.briefing?.id ?? null });
    } catch (error) {
      stopped = error;
      throw error;
    }
  };
  let messageId: string;
  try {
    ({ messageId } = await poster.post(placeOf(job.slot), made.posting, onSending));
  } catch (error) {
    if (stopped !== undefined) return unsent(sending, record, stopped);
    return failed(sending, record, error);
  }
  await record.sent(messageId);
  await recordPosted(sending, messageId, made.reason);
  return null;
}

/** The kill switch, or who paused or removed the subscription meanwhile, thrown in the way of a request. */
class Stopped extends Error {}

async function reasonNotTo({ deps, job: { slot } }: Sending): Promise<string | null> {
  const stopped = await reasonAgainst(deps, slot.platform, slot.workspace);
  return stopped ?? endOf(await deps.subscriptions.get(slot.subscription));
}

function recordOf({ job: { slot } }: Sending, { posting, briefing }: Message) {
  const { platform, workspace, channel } = slot;
  return {
    platform,
    workspace,
    channel,
    user: null,
    private: false,
    origin: originOf(slot.slot, posting),
    command: briefing?.command ?? null,
    slot: slot.slot,
    briefing,
    message: posting.kind === "notice" ? posting.text : textOf(posting),
  };
}

function originOf(slot: string, { kind }: Posting) {
  if (kind === "notice") return "notice" as const;
  return kindOf(slot) === "alert" ? ("alert" as const) : ("schedule" as const);
}

/** A briefing that many channels share is written out once for those who are told the same around it. */
const written = new WeakMap<Briefing, Map<string, string>>();
const MOST_WRITTEN = 8;

function textOf({ kind, briefing, lead, foot }: Extract<Posting, { kind: "briefing" }>): string {
  const known = written.get(briefing) ?? new Map<string, string>();
  written.set(briefing, known);
  const around = JSON.stringify({ lead, foot });
  const text = known.get(around) ?? JSON.stringify({ kind, briefing, lead, foot });
  known.set(around, text);
  const [oldest] = known.keys();
  if (known.size > MOST_WRITTEN && oldest !== undefined) known.delete(oldest);
  return text;
}

const RECORD_TRIES = 6;

/** It stands in the channel: a database that is away for a moment must not make that unknown. */
async function recordPosted(
  { deps, notices, hold, job }: Sending,
  messageId: string,
  reason: string | null,
): Promise<void> {
  const { retryMs, mostRetryMs } = deps.timings;
  for (let tries = 0; ; tries += 1) {
    try {
      const postedAt = new Date(await deps.now()).toISOString();
      await hold.to("posted", { messageId, postedAt, reason });
      return await notices.arrived(job.slot.subscription);
    } catch (error) {
      if (error instanceof TakenOver || tries >= RECORD_TRIES) throw error;
      deps.log.warn({ err: error, slot: job.slot.slot }, "a post could not be recorded yet");
      await sleep(backoff(retryMs / 10, tries, mostRetryMs));
    }
  }
}

/** Our own side called it off before the request left. */
async function unsent(sending: Sending, record: Recorded, error: unknown): Promise<Again> {
  const { deps, hold, job } = sending;
  await record.notSent(error instanceof Error ? error.message : "called off");
  if (!(error instanceof Stopped)) throw error;
  if (hold.delivery().state === "posting") await hold.to("claimed"); // what left before was refused
  return again(deps, hold, job, { waitMs: deps.timings.renewMs, fault: error.message });
}

async function failed(sending: Sending, record: Recorded, error: unknown): Promise<Again | null> {
  const { deps, notices, poster, hold, job } = sending;
  const fault = asFault(sending, error);
  await record.notSent(fault.message, fault.kind === "ambiguous");
  if (fault.kind === "refused") return refused(sending, fault);
  if (fault.kind === "ambiguous") {
    await sleep(deps.timings.findAfterMs);
    if (!(await isAbsent(deps, notices, poster, hold, fault.message, "first"))) {
      const { state, messageId } = hold.delivery();
      if (state === "reconciled") await record.sent(messageId); // it stands there after all
      return null;
    }
    const waitMs = deps.timings.settleMs;
    return again(deps, hold, { ...job, tries: job.tries + 1 }, { waitMs, fault: fault.message });
  }
  if (hold.delivery().state === "posting") await hold.to("claimed", { reason: fault.message });
  return retried(sending, fault);
}

/** A poster's bug: where the request had not left it is as good as unreachable, else nobody knows. */
function asFault({ deps, hold, job }: Sending, error: unknown): PostFault {
  if (error instanceof PostFault) return error;
  const reference = logged(deps.log, error, { slot: job.slot.slot });
  const kind: PostFaultKind = hold.delivery().state === "posting" ? "ambiguous" : "unreachable";
  return new PostFault(kind, `an error inside smallcaps (log ${reference})`, { cause: error });
}

async function retried(
  { deps, notices, hold, job, subscription }: Sending,
  fault: PostFault,
): Promise<Again | null> {
  const { retryMs, mostRetryMs, lateness } = deps.timings;
  const waitMs = jittered(Math.max(fault.retryAfterMs ?? 0, backoff(retryMs, job.tries, mostRetryMs)));
  const graceEnds = Date.parse(job.slot.scheduledAt) + lateness.graceMs;
  if ((await deps.now()) + waitMs < graceEnds)
    return again(deps, hold, { ...job, tries: job.tries + 1 }, { waitMs, fault: fault.message });
  await hold.to("failed", { reason: fault.message });
  await notices.failed(subscription, `it could not be posted: ${fault.message}`);
  return null;
}

async function refused({ deps, notices, hold, job, subscription }: Sending, fault: PostFault): Promise<null> {
  await hold.to("failed", { reason: fault.message });
  const ended = fault.gone ? await deactivate(deps, subscription, fault.message) : [];
  if (!fault.gone && kindOf(job.slot.slot) !== "delayed")
    await notices.failed(subscription, `it could not be posted: ${fault.message}`);
  for (const [first, ...others] of Map.groupBy(ended, ({ owner }) => owner).values()) {
    if (first === undefined) continue;
    const resumed = [first, ...others].map(({ id }) => `"schedule resume ${id}"`).join(", ");
    await notices.failed(
      first,
      `it could not be posted: ${fault.message}; it is deactivated until ${resumed} is typed there`,
    );
  }
  return null;
}

/** Nothing reaches a channel that is gone, so all that it was to have ends. Those that this ended. */
async function deactivate(
  { subscriptions }: DeliveryDeps,
  { platform, workspace, channel }: Subscription,
  note: string,
): Promise<readonly Subscription[]> {
  const all = await subscriptions.list({ platform, workspace, channel });
  const alive = all.filter(({ state }) => state !== "deactivated");
  for (const { id } of alive) await subscriptions.change(id, { state: "deactivated", note });
  return alive;
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
