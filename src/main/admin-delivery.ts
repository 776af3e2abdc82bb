import { parseArgs } from "node:util";
import { BriefingError } from "../briefing/errors.ts";
import { quotable } from "../briefing/quotable.ts";
import { suggestion } from "../briefing/suggest.ts";
import type { Config } from "../config.ts";
import { createControls } from "../delivery/controls.ts";
import { commandOf } from "../delivery/schedule/command.ts";
import { describeSubscription } from "../delivery/schedule/describe.ts";
import { nextRuns } from "../delivery/schedule/slots.ts";
import { nyseCalendar } from "../delivery/schedule/trading-calendar.ts";
import { isDate } from "../maths/calendar.ts";
import type { Delivery, Subscription } from "../storage/port.ts";
import type { OpenStorage } from "../storage/postgres/open.ts";
import { usage } from "./admin-controls.ts";
import { deliveryCommands } from "./delivery-commands.ts";
import { err, out } from "./program.ts";
import { withStorage } from "./storage.ts";

const DELIVERIES = "deliveries [--json] [--since YYYY-MM-DD]";
const SHOWN_DAYS = 7;
const UNTAKEN =
  "No bot has taken it yet; one that starts within a day does. `admin -- deliveries` shows what becomes of it.\n";

/** Newest first: as a table the last week, as JSON all, by default. */
export async function showDeliveries(config: Config, options: readonly string[]): Promise<number> {
  const { json, since } = readOptions(options, DELIVERIES);
  if (since !== null && !isDate(since)) throw usage(DELIVERIES, `"${quotable(since)}" is not a date`);
  return withStorage(config, async ({ deliveries }) => {
    const week = async () => new Date((await deliveries.now()) - SHOWN_DAYS * 86_400_000).toISOString();
    const from = since === null ? (json ? null : await week()) : `${since}T00:00:00.000Z`;
    const found = await deliveries.list(from === null ? {} : { since: from });
    if (json) out(`${JSON.stringify(found.map(documentOf), null, 1)}\n`);
    else {
      const { renderDeliveries } = await import("../surfaces/terminal/admin.ts");
      out(renderDeliveries(found));
      if (since === null) err(`The last ${SHOWN_DAYS} days; --since YYYY-MM-DD shows more.\n`);
    }
    return 0;
  });
}

/** The contract of `deliveries --json`. */
function documentOf({ slot, platform, channel, state, reason, messageId, postedAt }: Delivery): object {
  return {
    ...{ slot, platform, channel, state },
    ...(reason === null ? {} : { reason }),
    ...(messageId === null ? {} : { messageId }),
    ...(postedAt === null ? {} : { postedAt }),
  };
}

export async function showSchedules(config: Config, options: readonly string[]): Promise<number> {
  const { json, since } = readOptions(options, "schedules [--json]");
  if (since !== null) throw usage("schedules [--json]", "--since is not taken");
  return withStorage(config, async ({ subscriptions, deliveries }) => {
    const [all, now] = [await subscriptions.list(), await deliveries.now()];
    if (json)
      out(
        `${JSON.stringify(
          all.map((each) => scheduleDocument(each, now)),
          null,
          1,
        )}\n`,
      );
    else {
      const { renderPageText } = await import("../surfaces/terminal/render.ts");
      out(renderPageText(schedulesPage(all, now)));
    }
    return 0;
  });
}

const calendar = nyseCalendar();

function scheduleDocument(subscription: Subscription, now: number): object {
  const { id, platform, workspace, channel, owner, state, note } = subscription;
  const next = nextRuns(subscription, now, 3, calendar).map(({ at }) => new Date(at).toISOString());
  return {
    ...{ id, platform, workspace, channel, owner, state },
    ...(note === null ? {} : { note }),
    rule: describeSubscription(subscription, now, calendar).rule,
    command: commandOf(subscription),
    next,
  };
}

function schedulesPage(all: readonly Subscription[], now: number) {
  const sections = all.map((each) => {
    const { id, platform, workspace, channel } = each;
    return {
      heading: `${id} · ${platform} ${workspace} ${channel} · ${each.state}`,
      lines: [describeSubscription(each, now, calendar).text],
    };
  });
  const title = all.length === 1 ? "1 schedule" : `${all.length} schedules`;
  return { title, sections };
}

/** `test SUBSCRIPTION`: the running bot posts it now. */
export async function orderTest(config: Config, words: readonly string[]): Promise<number> {
  const [id, ...rest] = words;
  if (id === undefined || rest.length > 0) throw usage("test SUBSCRIPTION", "give one subscription");
  return withStorage(config, async (storage) => {
    const subscription = await subscriptionOf(id, storage);
    await assertPosting(storage, subscription.workspace);
    const outcome = await deliveryCommands(storage).test(subscription.id);
    const { platform, channel } = subscription;
    out(`Sent to the bot: a test of ${subscription.id} in ${platform} ${channel}.\n`);
    err(outcome === "waits" ? UNTAKEN : "`admin -- deliveries` shows what becomes of it.\n");
    return 0;
  });
}

async function subscriptionOf(id: string, { subscriptions }: OpenStorage): Promise<Subscription> {
  const found = await subscriptions.get(id.toLowerCase());
  if (found?.state === "active") return found;
  if (found !== undefined) {
    const why = found.note === null ? "" : `: ${found.note}`;
    const remedy = `\`schedule resume ${found.id}\` in its channel first`;
    throw new BriefingError("bad_input", `subscription ${found.id} is ${found.state}${why}`, remedy);
  }
  const ids = (await subscriptions.list()).map((each) => each.id);
  const hint = `${suggestion(id, ids)}\`admin -- schedules\` lists them`;
  throw new BriefingError("bad_input", `there is no subscription "${quotable(id)}"`, hint);
}

/** `correct SLOT "why"`: the running bot makes the briefing anew and puts it in the message's place. */
export async function orderCorrection(config: Config, [slot, ...words]: readonly string[]): Promise<number> {
  const form = 'correct SLOT "what was wrong"';
  const why = words.join(" ").trim();
  if (slot === undefined || why === "")
    throw usage(form, slot === undefined ? "a slot is missing" : "what was wrong is missing: it is posted");
  return withStorage(config, async (storage) => {
    const { workspace, channel, platform } = await postedIn(slot, storage);
    await assertPosting(storage, workspace);
    const outcome = await deliveryCommands(storage).correct(slot, why);
    const what = outcome === "done" ? "Corrected" : "Sent to the bot: a correction of";
    out(`${what} ${slot} in ${platform} ${channel}.\n`);
    if (outcome !== "done") err(outcome === "waits" ? UNTAKEN : "The bot is still at it.\n");
    return 0;
  });
}

async function postedIn(slot: string, { deliveries }: OpenStorage): Promise<Delivery> {
  const found = await deliveries.get(slot);
  if (found?.state === "posted" || found?.state === "reconciled") return found;
  if (found !== undefined)
    throw new BriefingError(
      "bad_input",
      `${slot} is ${found.state}: there is no message to correct`,
      "only posted ones can be corrected; `admin -- deliveries` lists them",
    );
  const slots = (await deliveries.list({ limit: 1_000 })).map((each) => each.slot);
  throw new BriefingError(
    "bad_input",
    `there is no slot "${quotable(slot)}"`,
    `${suggestion(slot, slots)}\`admin -- deliveries\` lists them`,
  );
}

async function assertPosting({ store }: OpenStorage, workspace: string): Promise<void> {
  const reason = await createControls(store, () => performance.now()).stopped(workspace);
  if (reason === null) return;
  const hint = `\`admin -- go\` or \`admin -- resume ${workspace}\` lets it go on`;
  throw new BriefingError("refused", `posting is stopped: ${reason}`, hint);
}

function readOptions(args: readonly string[], form: string): { json: boolean; since: string | null } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: "boolean", default: false }, since: { type: "string" } },
    });
    return { json: values.json, since: values.since ?? null };
  } catch (cause) {
    const message = cause instanceof Error ? (cause.message.split(". ")[0] ?? "") : String(cause);
    throw usage(form, message);
  }
}
