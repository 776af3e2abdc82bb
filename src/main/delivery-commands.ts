import { BriefingError } from "../briefing/errors.ts";
import type { Command } from "../delivery/jobs.ts";
import { sendCommand } from "../delivery/order.ts";
import type { OpenStorage } from "../storage/postgres/open.ts";
import { statementsOf } from "./delivery.ts";
import { err } from "./program.ts";

/** What an operator's process asks of a running bot, through the queue in the database. Each rejects with `BriefingError`. */
export interface DeliveryCommands {
  /** Posts a briefing of a subscription now, under a slot of its own. */
  test(subscription: string): Promise<Ordered>;
  /** Makes a posted briefing anew and puts it in the place of the message, saying what was wrong. */
  correct(slot: string, why: string): Promise<Ordered>;
}

/** `waits`: no bot has taken it yet. `runs`: one is still at it. */
type Ordered = "waits" | "runs" | "done";

/** A bot takes a command within seconds; a correction may draw charts and wait for a platform. */
const PATIENCE = { taken: 6_000, done: 60_000 };

/** Each resolves once the bot has done it, or after a while in which it has not; what it refuses is thrown. */
export function deliveryCommands(storage: OpenStorage): DeliveryCommands {
  const say = (_details: object, message: string) => err(`${message}\n`);
  const settings = { executeSql: statementsOf(storage), log: { info: say, warn: say, error: say } };
  const ordered = async (command: Command) => {
    const outcome = await sendCommand(settings, command, PATIENCE);
    if (outcome === "failed")
      throw new BriefingError(
        "bad_input",
        "the bot could not do it, and does not try again",
        "its log says why",
      );
    if (typeof outcome === "object") throw new BriefingError("refused", outcome.refused, outcome.hint);
    return outcome;
  };
  return {
    test: async (subscription) => ordered({ kind: "test", subscription, at: await storage.deliveries.now() }),
    correct: (slot, why) => ordered({ kind: "correct", slot, why }),
  };
}
