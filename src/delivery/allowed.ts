import type { Platform, Subscription } from "../storage/port.ts";
import type { DeliveryDeps } from "./deps.ts";

/** Why nothing may be posted to a workspace now; null: it may. */
export async function reasonAgainst(
  { poster, controls }: Pick<DeliveryDeps, "poster" | "controls">,
  platform: Platform,
  workspace: string,
): Promise<string | null> {
  if (poster(platform) === null) return `${platform === "slack" ? "Slack" : "Teams"} is not connected`;
  const stopped = await controls.stopped(workspace);
  return stopped === null ? null : `posting was stopped: ${stopped}`;
}

/** Why a subscription wants nothing any more; null: it does. */
export function endOf(subscription: Subscription | undefined): string | null {
  if (subscription === undefined) return "the subscription was removed";
  const { state, note } = subscription;
  if (state === "active") return null;
  return `the subscription was ${state}${note === null ? "" : `: ${note}`}`;
}
