import type { Asker } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import { quotable } from "../briefing/quotable.ts";
import { commandSuggestion } from "../briefing/suggest.ts";
import type { Subscription, Subscriptions } from "../storage/port.ts";
import type { ScheduleCommand } from "./schedule/subscription.ts";

export type Change = Exclude<
  Extract<ScheduleCommand, { readonly id: string | null }>,
  { readonly action: "acknowledge" }
>;

const BEGIN = "`schedule add <HH:MM> tz=<zone> topics=<a,b>` begins one; `help schedule` explains it";

/**
 * Which schedule is meant: of this channel, or the asker's own elsewhere in the workspace.
 * @throws BriefingError `bad_command` where there is none, or several
 */
export async function chosen(
  { action, id }: Change,
  { platform, workspace, channel, user }: Asker,
  subscriptions: Subscriptions,
): Promise<Subscription> {
  const here = await subscriptions.list({ platform, workspace, channel });
  if (id === null) return onlyOne(action, here);
  const own = await subscriptions.list({ platform, workspace, owner: user });
  const known = [...here, ...own];
  const found = known.find((each) => each.id === id.toLowerCase());
  if (found !== undefined) return found;
  const ids = known.map((each) => each.id);
  const meant = commandSuggestion(id, ids, (near) => `schedule ${action} ${near}`);
  throw new BriefingError(
    "bad_command",
    `there is no schedule "${quotable(id)}" in this channel`,
    `${meant}\`schedule list\` shows the ids`,
  );
}

function onlyOne(action: Change["action"], here: readonly Subscription[]): Subscription {
  const newest = here.at(-1);
  if (newest === undefined) throw new BriefingError("bad_command", "this channel has no schedule", BEGIN);
  if (here.length === 1 || action === "test") return newest;
  throw new BriefingError(
    "bad_command",
    `this channel has ${here.length} schedules: say which one`,
    `type one of ${here.map(({ id }) => `\`schedule ${action} ${id}\``).join(", ")}`,
  );
}

/**
 * A schedule is its channel's and its owner's. Whoever types in one channel is asked about that channel alone:
 * elsewhere only what is one's own can be named.
 * @throws BriefingError `refused`
 */
export async function assertMayChange(
  what: string,
  asker: Asker,
  subscription?: Subscription,
): Promise<void> {
  if (subscription !== undefined && subscription.owner === asker.user) return;
  if (await asker.isMember()) return;
  const who =
    subscription === undefined ? "members of this channel" : "members of this channel, or its owner,";
  throw new BriefingError(
    "refused",
    `only ${who} can ${what}, and you are not among them`,
    "join the channel and type it again",
  );
}

/** @throws BriefingError `refused` where the channel may have no briefings of its own accord */
export async function assertMayPost(asker: Asker): Promise<void> {
  const refusal = await asker.refusal();
  if (refusal === null) return;
  throw new BriefingError("refused", refusal, "scheduled briefings go to internal channels only");
}
