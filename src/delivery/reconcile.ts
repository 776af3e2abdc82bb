import type { DeliveryDeps } from "./deps.ts";
import { type Hold, TakenOver } from "./hold.ts";
import type { DeliverySlot } from "./jobs.ts";
import type { Notices } from "./notices.ts";
import type { ChannelPoster, PostedFor } from "./port.ts";

export const placeOf = ({ slot, workspace, channel, scheduledAt }: DeliverySlot): PostedFor => ({
  slot,
  workspace,
  channel,
  scheduledAt,
});

/**
 * Asks the platform about a slot of which nobody knows whether its message arrived, and records the answer:
 * `arrived` is the end of it; `absent` leaves it claimed, to be sent again; `unknown` is shown, never sent again.
 * `first`: the request left a moment ago, so that absence proves nothing yet and the slot stays as it is.
 */
export async function reconcile(
  deps: DeliveryDeps,
  notices: Notices,
  poster: ChannelPoster,
  hold: Hold,
  why: string,
  look: "first" | "last" = "last",
): Promise<"arrived" | "absent" | "unknown"> {
  const delivery = hold.delivery();
  const found = await poster.find(placeOf(delivery));
  if (found === "absent") {
    if (look === "first") return "absent";
    await hold.to("claimed", { reason: why });
    return "absent";
  }
  if (found !== "cannotAsk") {
    const postedAt = delivery.postedAt ?? new Date(await deps.now()).toISOString();
    await hold.to("reconciled", { messageId: found.messageId, postedAt, reason: why });
    // Who has just sent it records that itself.
    if (look === "last") {
      const { slot, briefingId: briefing } = delivery;
      await deps.recorder.found({ slot, briefing, message: found.messageId });
    }
    await notices.arrived(delivery.subscription);
    return "arrived";
  }
  if (delivery.state === "unknown") return "unknown";
  await giveUp(deps, notices, hold, why);
  return "unknown";
}

/** Nobody knows, and nobody can say: shown, and its owner told. */
export async function giveUp(deps: DeliveryDeps, notices: Notices, hold: Hold, why: string): Promise<void> {
  const { platform, subscription: id } = hold.delivery();
  const reason = `${why}; ${platform === "slack" ? "Slack" : "Teams"} cannot be asked whether it arrived`;
  await hold.to("unknown", { reason });
  const subscription = await deps.subscriptions.get(id);
  if (subscription) await notices.failed(subscription, `nobody knows whether it arrived: ${reason}`);
}

/** Where the platform cannot be asked right now it is not: the recovery asks later. @throws TakenOver */
export async function isAbsent(...given: Parameters<typeof reconcile>): Promise<boolean> {
  try {
    return (await reconcile(...given)) === "absent";
  } catch (error) {
    if (error instanceof TakenOver) throw error;
    const [deps, , , hold] = given;
    const { slot } = hold.delivery();
    deps.log.warn({ err: error, slot }, "a platform could not be asked about a slot");
    return false;
  }
}
