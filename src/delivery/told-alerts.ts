import type { Asker } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import type { ToldAlert } from "../briefing/question.ts";
import type { Delivery } from "../storage/port.ts";
import { acknowledgedAt } from "./acknowledge.ts";
import { flipBriefly } from "./alert-words.ts";
import { flipsAt } from "./alerts.ts";
import type { DeliveryDeps } from "./deps.ts";
import { kindOf } from "./jobs.ts";
import { momentInWords } from "./schedule/describe.ts";

/**
 * The last alerts that were told, newest first, each with who acknowledged it and when: of the asker's channel, in a
 * direct message of the asker's own schedules, without an asker of all channels. For beside the risks. Never rejects
 * for want of the database.
 */
export type ToldAlerts = (from?: Asker) => Promise<readonly ToldAlert[]>;

type Deps = Pick<DeliveryDeps, "deliveries" | "store" | "subscriptions">;

const SHOWN = 3;
const LOOKED_AT = 200;

export function createToldAlerts(deps: Deps): ToldAlerts {
  return async (from) => {
    try {
      const told = (await deliveriesFor(deps, from)).filter(({ slot }) => kindOf(slot) === "alert");
      return await Promise.all(told.slice(0, SHOWN).map((each) => alertOf(deps, each, from === undefined)));
    } catch (error) {
      if (!(error instanceof BriefingError)) throw error;
      return [{ told: `Which alerts were acknowledged is not known: ${error.message}` }];
    }
  };
}

async function deliveriesFor(
  { deliveries, subscriptions }: Deps,
  from?: Asker,
): Promise<readonly Delivery[]> {
  const told = { states: ["posted", "reconciled"], limit: LOOKED_AT } as const;
  if (from === undefined) return deliveries.list(told);
  const { platform, workspace, channel, user, direct = false } = from;
  if (!direct) return deliveries.list({ ...told, workspace, channel });
  const own = await subscriptions.list({ platform, workspace, owner: user });
  const alerts = own.filter(({ at }) => at.kind === "flip");
  const lists = await Promise.all(alerts.map(({ id }) => deliveries.list({ ...told, subscription: id })));
  return lists.flat().sort((a, b) => (a.scheduledAt > b.scheduledAt ? -1 : 1));
}

async function alertOf(deps: Deps, delivery: Delivery, named: boolean): Promise<ToldAlert> {
  const { slot, subscription, platform, workspace, channel, postedAt, scheduledAt } = delivery;
  const [flips, by, schedule] = await Promise.all([
    flipsAt(deps, slot),
    acknowledgedAt(deps, slot),
    deps.subscriptions.get(subscription),
  ]);
  const when = momentInWords(Date.parse(postedAt ?? scheduledAt), schedule?.at.tz ?? "UTC");
  const what = flips === null ? "what it told of is kept no more" : flips.map(flipBriefly).join("; ");
  return { told: `Alert of ${when}${named ? ` in ${platform} ${workspace} ${channel}` : ""}: ${what}`, by };
}
