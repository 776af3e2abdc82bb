import type { Briefing } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import { isAbsent } from "../briefing/value.ts";
import type { Delivery } from "../storage/port.ts";
import type { DeliveryDeps } from "./deps.ts";
import { slotOf } from "./jobs.ts";
import { correctedKey, shown } from "./last-briefing.ts";
import type { Posting } from "./port.ts";
import { placeOf } from "./reconcile.ts";
import { compareBriefings } from "./schedule/changes.ts";
import { nextLine, saysTheSame } from "./words.ts";

/**
 * Computes a slot's briefing anew, as of its own date, and puts it in the place of what was posted.
 * @throws BriefingError where there is nothing to correct, or nothing that differs
 */
export type Corrector = (slot: string, why: string) => Promise<Briefing>;

export function createCorrector(deps: DeliveryDeps): Corrector {
  return async (slot, why) => {
    const { delivery, messageId, before } = await posted(deps, slot);
    const poster = deps.poster(delivery.platform);
    if (poster === null) throw refusal(`${delivery.platform} is not connected`, "connect it and start again");
    await assertGoing(deps, delivery);
    const after = await deps.answer(before.command, cutOf(before, delivery));
    if (saysTheSame(before, after))
      throw refusal(`nothing in ${slot} differs from what was posted`, "load the corrected data first");
    await deps.keep(after);
    const what = whatWasWrong(why, before, after);
    const shown = (await deps.narrated?.(after, delivery.workspace)) ?? after;
    const posting: Posting = {
      kind: "briefing",
      briefing: shown,
      lead: [`Corrected: ${why}`],
      foot: await footOf(deps, delivery),
    };
    await assertGoing(deps, delivery); // making it may have taken long
    await replace(deps, delivery, { posting, briefing: shown, what, messageId });
    await deps.store.set("controls", correctedKey(slot), { briefing: after.id });
    return after;
  };
}

/** As of now; a schedule that was paused or removed since has no next one. */
async function footOf(deps: DeliveryDeps, { subscription: id }: Delivery): Promise<readonly string[]> {
  const subscription = await deps.subscriptions.get(id);
  return subscription === undefined ? [] : nextLine(deps, subscription, await deps.now());
}

async function assertGoing({ controls }: DeliveryDeps, { workspace }: Delivery): Promise<void> {
  const stopped = await controls.stopped(workspace);
  if (stopped !== null) throw refusal(`posting was stopped: ${stopped}`, "switch it on again first");
}

/**
 * What was known then: what came in later on the day of the post corrects nothing, it is the next briefing's. A
 * command with a date keeps it.
 */
function cutOf({ asOf, command, figures }: Briefing, { session }: Delivery): string {
  if (/ asof=/.test(command)) return asOf;
  const dates = figures.filter(({ value }) => !isAbsent(value)).map((each) => each.asOf);
  const newest = [session, ...dates].sort().at(-1) ?? asOf;
  return newest < asOf ? newest : asOf;
}

const refusal = (message: string, hint: string) => new BriefingError("bad_command", message, hint);

async function posted(deps: DeliveryDeps, slot: string) {
  const delivery = await deps.deliveries.get(slot);
  const see = "`npm run admin -- deliveries` lists what was posted";
  if (delivery === undefined) throw refusal(`there is no delivery "${slot}"`, see);
  const { state, messageId, briefingId } = delivery;
  if (messageId === null || (state !== "posted" && state !== "reconciled"))
    throw refusal(`${slot} was never posted (it is ${state})`, see);
  const before = briefingId === null ? null : await shown(deps, slot, briefingId);
  if (before === null) throw refusal(`${slot} holds no briefing that is still kept`, see);
  return { delivery, messageId, before };
}

function whatWasWrong(why: string, before: Briefing, after: Briefing): string {
  const changes = compareBriefings(before, after).changes.map(({ text }) => text);
  return changes.length === 0 ? why : `${why}. ${changes.join("; ")}`;
}

interface Correction {
  readonly posting: Posting;
  readonly briefing: Briefing;
  readonly what: string;
  readonly messageId: string;
}

async function replace(
  { poster, recorder }: DeliveryDeps,
  delivery: Delivery,
  { posting, briefing, what, messageId }: Correction,
): Promise<void> {
  const { platform, workspace, channel, slot } = delivery;
  const record = await recorder.sending({
    platform,
    workspace,
    channel,
    user: null,
    private: false,
    origin: "correction",
    command: briefing.command,
    slot,
    briefing,
    message: JSON.stringify({ ...posting, what }),
  });
  try {
    await poster(platform)?.correct(placeOf(slotOf(delivery)), messageId, posting, what);
  } catch (error) {
    await record.notSent(error instanceof Error ? error.message : "unknown", true);
    throw error;
  }
  await record.sent(messageId);
}
