import type { Claim, Delivery, Slot as DeliverySlot } from "../storage/port.ts";
import type { Slot } from "./schedule/slots.ts";

export type { DeliverySlot };

/** One message to be posted, as it waits in the queue. JSON, and whatever is left out is worked out at delivery. */
export interface DeliverJob {
  readonly slot: DeliverySlot;
  /** Which data are late, as the freshness gate said; left out: not asked yet. */
  readonly late?: readonly string[];
  /** Of a notice. */
  readonly text?: string;
  /** Of a delivery that goes on: the right to do so. */
  readonly claim?: Claim;
  /** Why its message may stand at the platform although nobody here posted it; left out: it cannot. */
  readonly mayStand?: string;
  /** How often it was tried in vain. */
  readonly tries: number;
  /** Why it was not posted at the last try. */
  readonly fault?: string;
  /** How much longer it is to wait, milliseconds. */
  readonly waitMs: number;
}

/** A delivery that goes on later. */
export interface Again {
  readonly job: DeliverJob;
  readonly afterMs: number;
}

/** What another process of the operator's asks a running bot to do. */
export type Command =
  | { readonly kind: "test"; readonly subscription: string; readonly at: number }
  | { readonly kind: "correct"; readonly slot: string; readonly why: string };

/** Why a command was not carried out, for whoever gave it. */
export interface Refusal {
  readonly refused: string;
  readonly hint: string;
}

/** What a slot's key says of its message. */
export type MessageKind = "briefing" | "alert" | "test" | "nothingNew" | "delayed";

/** In the keys of tests, and of nothing else. */
export const TEST = "/test-";

/** In the keys of alerts, and of nothing else. */
export const ALERT = "/alert-";

export function kindOf(slot: string): MessageKind {
  if (/\/test-\d+$/.test(slot)) return "test";
  if (slot.includes(ALERT)) return "alert";
  if (slot.endsWith("/delayed")) return "delayed";
  return /\/nothing-new\/[^/]+$/.test(slot) ? "nothingNew" : "briefing";
}

/** Of a notice: the slot that it stands beside. */
export const besideOf = (slot: string) => slot.replace(/\/(delayed|nothing-new\/[^/]+)$/, "");

export const delayedKey = (slot: string) => `${slot}/delayed`;

/** A slot of the clock as storage keeps it. */
export function toDeliverySlot({ key, subscription, run }: Slot): DeliverySlot {
  const { id, platform, workspace, channel } = subscription;
  return {
    slot: key,
    subscription: id,
    workspace,
    platform,
    channel,
    session: run.session.date,
    scheduledAt: new Date(run.at).toISOString(),
  };
}

export function jobFor(slot: DeliverySlot, more: Partial<DeliverJob> = {}): DeliverJob {
  return { slot, tries: 0, waitMs: 0, ...more };
}

/** Of a delivery that was left: what is known of it stands in its row. */
export function resumedJob(claim: Claim): DeliverJob {
  return jobFor(slotOf(claim.delivery), { claim, tries: claim.delivery.attempts });
}

export function slotOf(delivery: Delivery): DeliverySlot {
  const { slot, subscription, workspace, platform, channel, session, scheduledAt } = delivery;
  return { slot, subscription, workspace, platform, channel, session, scheduledAt };
}
