import { createHash } from "node:crypto";
import { BriefingError } from "../briefing/errors.ts";
import type { Delivery, Subscription } from "../storage/port.ts";
import { alertLead, flipInWords } from "./alert-words.ts";
import { flipsAt } from "./alerts.ts";
import { reasonAgainst } from "./allowed.ts";
import type { DeliveryDeps } from "./deps.ts";
import { ALERT, kindOf, slotOf } from "./jobs.ts";
import { shown } from "./last-briefing.ts";
import type { Acknowledged, Posting } from "./port.ts";
import { placeOf } from "./reconcile.ts";
import { momentInWords } from "./schedule/describe.ts";

/** What became of an acknowledgement. */
export interface Acknowledgement {
  readonly by: Acknowledged;
  /** False: somebody had done it before. */
  readonly isNew: boolean;
  /** What the alert told. */
  readonly told: readonly string[];
  /** Why its message could not be updated; null: it was. */
  readonly fault: string | null;
}

/**
 * Records who has seen an alert, and shows it on its message. `token` names one of the subscription's alerts; null: the
 * newest that nobody acknowledged. @throws BriefingError `bad_command` where there is none
 */
export type Acknowledger = (
  subscription: Subscription,
  token: string | null,
  who: { readonly user: string; readonly name: string | null },
) => Promise<Acknowledgement>;

const LOOKED_AT = 100;
const key = (slot: string) => `ack/${slot}`;

/** Names an alert behind its schedule's id: the same for every channel that was told the same. */
export const tokenOf = (slot: string): string =>
  createHash("sha256")
    .update(slot.slice(slot.indexOf(ALERT)))
    .digest("hex")
    .slice(0, 8);

export async function acknowledgedAt(
  { store }: Pick<DeliveryDeps, "store">,
  slot: string,
): Promise<Acknowledged | null> {
  return acknowledgedIn(await store.get("controls", key(slot)));
}

const acknowledgedIn = (kept: unknown): Acknowledged | null =>
  typeof kept === "object" && kept !== null && "user" in kept ? (kept as Acknowledged) : null;

export function createAcknowledger(deps: DeliveryDeps): Acknowledger {
  return async (subscription, token, who) => {
    const delivery = await chosen(deps, subscription, token);
    const flips = (await flipsAt(deps, delivery.slot)) ?? [];
    const told = flips.map(flipInWords);
    const own: Acknowledged = { ...who, when: momentInWords(await deps.now(), subscription.at.tz) };
    const by = await deps.store.change("controls", key(delivery.slot), (held) => acknowledgedIn(held) ?? own);
    if (by !== own) return { by, isNew: false, told, fault: null };
    return { by, isNew: true, told, fault: await showOn(deps, subscription, delivery, by) };
  };
}

async function chosen(
  deps: DeliveryDeps,
  { id, workspace, channel }: Subscription,
  token: string | null,
): Promise<Delivery> {
  const recent = await deps.deliveries.list({ subscription: id, workspace, channel, limit: LOOKED_AT });
  const alerts = recent.filter(
    ({ slot, state }) => kindOf(slot) === "alert" && (state === "posted" || state === "reconciled"),
  );
  for (const each of alerts) {
    const isMeant =
      token === null ? (await acknowledgedAt(deps, each.slot)) === null : tokenOf(each.slot) === token;
    if (isMeant) return each;
  }
  throw new BriefingError(
    "bad_command",
    token === null
      ? "no alert is left to acknowledge here"
      : `there is no alert ${id}-${token} in this channel`,
    "`status` shows the last ones",
  );
}

/** The same message, with who has seen it in the button's place. */
async function showOn(
  deps: DeliveryDeps,
  subscription: Subscription,
  delivery: Delivery,
  by: Acknowledged,
): Promise<string | null> {
  const { slot, platform, workspace, channel, messageId, briefingId, postedAt } = delivery;
  const stopped = await reasonAgainst(deps, platform, workspace);
  const poster = deps.poster(platform);
  const briefing = briefingId === null ? null : await shown(deps, slot, briefingId);
  if (stopped !== null || poster === null || messageId === null || briefing === null)
    return stopped ?? "its message is kept no more";
  const at = Date.parse(postedAt ?? delivery.scheduledAt);
  const flips = (await flipsAt(deps, slot)) ?? [];
  const lead = alertLead(flips, at, subscription.at.tz, deps.timings.lateness.onTimeMs);
  const alert = { token: tokenOf(slot), by };
  const posting: Posting = { kind: "briefing", briefing, lead, foot: [], alert };
  const record = await deps.recorder.sending({
    ...{ platform, workspace, channel, user: by.user, private: false, origin: "alert", slot, briefing },
    command: `schedule acknowledge ${subscription.id}-${alert.token}`,
    message: JSON.stringify({ lead, alert }),
  });
  try {
    await poster.replace(placeOf(slotOf(delivery)), messageId, posting);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unknown";
    await record.notSent(reason, true);
    return reason;
  }
  await record.sent(messageId);
  return null;
}
