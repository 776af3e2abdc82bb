import type { Asker } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import type { Subscription, Subscriptions } from "../storage/port.ts";
import { isSameBriefing } from "./schedule/command.ts";
import { describeRule } from "./schedule/describe.ts";
import type { Schedule } from "./schedule/subscription.ts";

/** More than one person reads in a day, and than a channel bears. */
const MOST_IN_A_CHANNEL = 10;

/**
 * Adds a schedule to the asker's channel. Of two who add the same at once, in whatever process, the later is refused.
 * @throws BriefingError `bad_command` for one that is there, or one too many
 */
export async function addSchedule(
  subscriptions: Subscriptions,
  schedule: Schedule,
  { platform, workspace, channel, user }: Asker,
): Promise<Subscription> {
  const subscription = { ...schedule, platform, workspace, channel, owner: user };
  return subscriptions.add(subscription, (here) => assertFits(schedule, here));
}

function assertFits(schedule: Schedule, here: readonly Subscription[]): void {
  const same = here.find((each) => isSameBriefing(each, schedule));
  if (same !== undefined)
    throw new BriefingError(
      "bad_command",
      `this channel has that already, as ${same.id} (${same.state}): ${describeRule(same)}`,
      same.state === "active"
        ? `to change it, \`schedule remove ${same.id}\` first`
        : `\`schedule resume ${same.id}\` lets it go on`,
    );
  if (here.length >= MOST_IN_A_CHANNEL)
    throw new BriefingError(
      "bad_command",
      `this channel has ${here.length} schedules, and ${MOST_IN_A_CHANNEL} are the most`,
      "`schedule list` shows them; `schedule remove <id>` makes room",
    );
}
