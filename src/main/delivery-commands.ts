import { BriefingError } from "../briefing/errors.ts";
import type { OpenStorage } from "../storage/postgres/open.ts";

/** What an operator's process asks of a running bot, through the queue in the database. Each rejects with `BriefingError`. */
export interface DeliveryCommands {
  /** Posts a briefing of a subscription now, under a slot of its own. */
  test(subscription: string): Promise<void>;
  /** Makes a posted briefing anew and puts it in the place of the message, saying what was wrong. */
  correct(slot: string, why: string): Promise<void>;
}

/** Resolves once the queue has the order. */
export async function withDeliveryCommands<T>(
  _storage: OpenStorage,
  task: (commands: DeliveryCommands) => Promise<T>,
): Promise<T> {
  const none = () =>
    Promise.reject(
      new BriefingError(
        "refused",
        "this version has no queue to send it to",
        "start one that posts schedules",
      ),
    );
  return task({ test: none, correct: none });
}
