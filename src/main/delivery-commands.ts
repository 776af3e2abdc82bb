import { sendCommand } from "../delivery/queue.ts";
import type { OpenStorage } from "../storage/postgres/open.ts";
import { statementsOf } from "./delivery.ts";
import { err } from "./program.ts";

/** What an operator's process asks of a running bot, through the queue in the database. Each rejects with `BriefingError`. */
export interface DeliveryCommands {
  /** Posts a briefing of a subscription now, under a slot of its own. */
  test(subscription: string): Promise<void>;
  /** Makes a posted briefing anew and puts it in the place of the message, saying what was wrong. */
  correct(slot: string, why: string): Promise<void>;
}

/** Each resolves once the queue has the order. */
export function deliveryCommands(storage: OpenStorage): DeliveryCommands {
  const say = (_details: object, message: string) => err(`${message}\n`);
  const settings = { executeSql: statementsOf(storage), log: { info: say, warn: say, error: say } };
  return {
    test: async (subscription) =>
      sendCommand(settings, { kind: "test", subscription, at: await storage.deliveries.now() }),
    correct: (slot, why) => sendCommand(settings, { kind: "correct", slot, why }),
  };
}
