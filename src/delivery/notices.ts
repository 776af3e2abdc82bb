import type { Subscription } from "../storage/port.ts";
import { reasonAgainst } from "./allowed.ts";
import type { DeliveryDeps } from "./deps.ts";
import { describeRule } from "./schedule/describe.ts";

/**
 * Tells owners, once for each streak of failures; a streak ends with the next message that arrives. While posting is
 * stopped nobody is told: operators know, and the next failure tells.
 */
export interface Notices {
  /** Never rejects. */
  failed(subscription: Subscription, what: string): Promise<void>;
  /** Never rejects. */
  arrived(subscription: string): Promise<void>;
}

const told = (subscription: string) => `told/${subscription}`;

export function createNotices(deps: DeliveryDeps): Notices {
  const { store, log } = deps;
  return {
    failed: async (subscription, what) => {
      try {
        if ((await reasonAgainst(deps, subscription.platform, subscription.workspace)) !== null) return;
        if ((await store.get("controls", told(subscription.id))) !== undefined) return;
        await store.set("controls", told(subscription.id), { what });
        await tell(deps, subscription, what).catch(async (error: unknown) => {
          await store.delete("controls", told(subscription.id));
          throw error;
        });
      } catch (error) {
        log.warn({ err: error, subscription: subscription.id }, "an owner could not be told of a failure");
      }
    },
    arrived: async (subscription) => {
      await store
        .delete("controls", told(subscription))
        .catch((error: unknown) => log.warn({ err: error, subscription }, "a streak could not be ended"));
    },
  };
}

async function tell(deps: DeliveryDeps, subscription: Subscription, what: string): Promise<void> {
  const { platform, workspace, channel, owner, id } = subscription;
  const poster = deps.poster(platform);
  if (poster === null) return;
  const text = `Your briefing ${id} (${describeRule(subscription)}): ${what}. You are told once, until one arrives again.`;
  const record = await deps.recorder.sending({
    platform,
    workspace,
    channel,
    user: owner,
    private: true,
    origin: "notice",
    command: null,
    slot: null,
    briefing: null,
    message: text,
  });
  try {
    await poster.tell(workspace, owner, text);
  } catch (error) {
    await record.notSent(error instanceof Error ? error.message : "unknown");
    throw error;
  }
  await record.sent(null);
}
