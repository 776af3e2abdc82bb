import type { DeliveryDeps } from "./deps.ts";
import type { Hold } from "./hold.ts";
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
 */
export async function reconcile(
  deps: DeliveryDeps,
  notices: Notices,
  poster: ChannelPoster,
  hold: Hold,
  why: string,
): Promise<"arrived" | "absent" | "unknown"> {
  const delivery = hold.delivery();
  const found = await poster.find(placeOf(delivery));
  if (found === "absent") {
    await hold.to("claimed", { reason: why });
    return "absent";
  }
  if (found !== "cannotAsk") {
    const postedAt = delivery.postedAt ?? new Date(await deps.now()).toISOString();
    await hold.to("reconciled", { messageId: found.messageId, postedAt, reason: why });
    await notices.arrived(delivery.subscription);
    return "arrived";
  }
  if (delivery.state === "unknown") return "unknown";
  const reason = `${why}; ${poster.platform === "slack" ? "Slack" : "Teams"} cannot be asked whether it arrived`;
  await hold.to("unknown", { reason });
  const subscription = await deps.subscriptions.get(delivery.subscription);
  if (subscription) await notices.failed(subscription, `nobody knows whether it arrived: ${reason}`);
  return "unknown";
}
