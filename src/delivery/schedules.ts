import type { Asker, Page } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import type { Deliveries, Delivery, Subscription, Subscriptions } from "../storage/port.ts";
import type { Acknowledger } from "./acknowledge.ts";
import { toDeliverySlot } from "./jobs.ts";
import type { Controls, Schedules, ScheduleView } from "./port.ts";
import { describeSubscription } from "./schedule/describe.ts";
import type { Needed } from "./schedule/freshness-gate.ts";
import { isBriefing, outcomeInWords, UNDELIVERED } from "./schedule/outcome.ts";
import { dueSlots, LATENESS } from "./schedule/slots.ts";
import type { Schedule, ScheduleCommand } from "./schedule/subscription.ts";
import type { TradingCalendar } from "./schedule/trading-calendar.ts";
import { addSchedule } from "./schedule-add.ts";
import { assertMayChange, assertMayPost, type Change, chosen } from "./schedule-choice.ts";
import {
  acknowledgedPage,
  listPage,
  ownPage,
  removedPage,
  type Standing,
  schedulePage,
  testPage,
} from "./schedule-pages.ts";

export interface SchedulesDeps {
  readonly subscriptions: Subscriptions;
  readonly deliveries: Deliveries;
  readonly controls: Controls;
  readonly calendar: TradingCalendar;
  /** Milliseconds since the epoch, by the database's clock. */
  readonly now: () => Promise<number>;
  /** Why the data at hand can never answer a topic, with the remedy; null: they can. */
  readonly missing: (topic: string) => BriefingError | null;
  readonly freshness: (topics: readonly string[]) => Promise<readonly Needed[]>;
  /** Where the data are slower than a schedule: what would suit them. */
  readonly adviseCadence: (needed: readonly Needed[], schedule: Schedule) => string | null;
  /** Takes what holds now as told to a subscription of alerts, and says what that is. */
  readonly baseline: (subscription: Subscription) => Promise<readonly string[]>;
  readonly acknowledge: Acknowledger;
  /** Puts a test post into the queue. */
  readonly test: (subscription: string) => Promise<void>;
}

const DAY_MS = 86_400_000;
/** A schedule runs at least once a week, but for long holidays and pauses. */
const LAST_LOOKED_FOR_MS = 60 * DAY_MS;
const UNDELIVERED_SHOWN_MS = 7 * DAY_MS;
const MOST_DELIVERIES = 5_000;
const MOST_UNDELIVERED = 10;

export function createSchedules(deps: SchedulesDeps): Schedules {
  return {
    run: (command, asker) => run(deps, command, asker),
    list: async (filter) => {
      const subscriptions = await deps.subscriptions.list(filter);
      const recent = await recentOf(deps, filter);
      const now = await deps.now();
      return subscriptions.map((each) => viewOf(standingOf(deps, each, recent, now)));
    },
  };
}

async function run(deps: SchedulesDeps, command: ScheduleCommand, asker: Asker): Promise<Page> {
  switch (command.action) {
    case "help":
      throw new TypeError("help is answered by the grammar");
    case "list":
      return listed(deps, asker);
    case "acknowledge":
      return acknowledged(deps, command.id, asker);
    case "add":
      return added(deps, command.schedule, asker);
    default:
      return changed(deps, command, asker);
  }
}

async function listed(deps: SchedulesDeps, asker: Asker): Promise<Page> {
  const { platform, workspace, channel, user, direct = false } = asker;
  const place = direct ? { workspace } : { workspace, channel };
  const subscriptions = await deps.subscriptions.list({
    platform,
    ...place,
    ...(direct ? { owner: user } : {}),
  });
  const all = await recentOf(deps, place);
  const own = new Set(subscriptions.map(({ id }) => id));
  const recent = direct ? all.filter(({ subscription }) => own.has(subscription)) : all;
  const now = await deps.now();
  const zones = new Map(subscriptions.map(({ id, at }) => [id, at.tz]));
  const undelivered = recent
    .filter(({ state, scheduledAt, platform: of }) => {
      const isRecent = Date.parse(scheduledAt) >= now - UNDELIVERED_SHOWN_MS;
      return isRecent && UNDELIVERED.includes(state) && of === platform;
    })
    .slice(0, MOST_UNDELIVERED)
    .map((each) => `${each.subscription}: ${outcomeInWords(each, zones.get(each.subscription) ?? "UTC")}`);
  const standings = subscriptions.map((each) => standingOf(deps, each, recent, now));
  const remarks = await stopRemark(deps, workspace);
  return direct ? ownPage(standings, undelivered, remarks) : listPage(standings, undelivered, remarks);
}

async function added(deps: SchedulesDeps, schedule: Schedule, asker: Asker): Promise<Page> {
  await assertMayPost(asker);
  await assertMayChange("schedule briefings here", asker);
  assertAnswerable(deps, schedule.topics);
  const subscription = await addSchedule(deps.subscriptions, schedule, asker);
  const standing = standingOf(deps, subscription, [], await deps.now());
  const isTimed = schedule.at.kind !== "flip";
  const needed = isTimed ? await deps.freshness(schedule.topics).catch(() => null) : null;
  const advice = needed && deps.adviseCadence(needed, schedule);
  const remarks = [
    ...(await begun(deps, subscription)),
    ...(advice === null ? [] : [advice]),
    ...(await stopRemark(deps, asker.workspace)),
  ];
  return schedulePage(`Schedule ${subscription.id} added`, standing, remarks);
}

/** Alerts tell of changes: against what holds as they begin. */
async function begun({ baseline }: SchedulesDeps, subscription: Subscription): Promise<readonly string[]> {
  return subscription.at.kind === "flip" ? baseline(subscription) : [];
}

/** Only who is in the channel can have read it there. */
async function acknowledged(deps: SchedulesDeps, id: string | null, asker: Asker): Promise<Page> {
  const { platform, workspace, channel, user, name = null } = asker;
  const here = await deps.subscriptions.list({ platform, workspace, channel });
  const [wanted, token = null] = id === null ? [] : id.toLowerCase().split("-");
  const subscription = here.find(
    (each) => each.at.kind === "flip" && (wanted === undefined || each.id === wanted),
  );
  if (subscription === undefined)
    throw new BriefingError(
      "bad_command",
      "this channel has no such alerts to acknowledge",
      "`schedule list` shows what it has; `schedule add alerts` begins some",
    );
  if (!(await asker.isMember()))
    throw new BriefingError(
      "refused",
      "only members of this channel can acknowledge its alerts, and you are not among them",
      "join the channel and press it again",
    );
  return acknowledgedPage(await deps.acknowledge(subscription, token, { user, name }));
}

function assertAnswerable({ missing }: SchedulesDeps, topics: readonly string[]): void {
  for (const topic of topics) {
    const fault = missing(topic);
    if (fault !== null) throw fault;
  }
}

async function changed(deps: SchedulesDeps, command: Change, asker: Asker): Promise<Page> {
  const subscription = await chosen(command, asker, deps.subscriptions);
  const posts = command.action === "test" || command.action === "resume";
  if (posts && subscription.channel === asker.channel) await assertMayPost(asker);
  const isSetting = command.action === "changed" || command.action === "always";
  await assertMayChange(`${isSetting ? "change" : command.action} ${subscription.id}`, asker, subscription);
  const now = await deps.now();
  switch (command.action) {
    case "pause":
      return paused(deps, subscription, now);
    case "resume":
      return resumed(deps, subscription, now);
    case "test":
      return tested(deps, subscription, now);
    case "changed":
    case "always":
      return setWhen(deps, subscription, command.action, now);
    case "remove":
      await deps.subscriptions.remove(subscription.id);
      return removedPage(standingOf(deps, subscription, [], now));
  }
}

async function paused(deps: SchedulesDeps, subscription: Subscription, now: number): Promise<Page> {
  const { id, state } = subscription;
  if (state !== "active") return standingPage(deps, `Schedule ${id} was ${state} already`, subscription, now);
  await closePause(deps, subscription, now);
  const change = { state: "paused", pausedAt: iso(now), note: null } as const;
  const after = await deps.subscriptions.change(id, change);
  return standingPage(deps, `Schedule ${id} paused`, after ?? gone(id), now);
}

/** Of pauses the newest alone is kept: what an earlier one left out must not be owed once it is forgotten. */
async function closePause(
  { deliveries, calendar }: SchedulesDeps,
  { pausedAt, resumedAt, ...subscription }: Subscription,
  now: number,
): Promise<void> {
  if (pausedAt === null || resumedAt === null) return;
  const from = Math.max(Date.parse(pausedAt), now - LATENESS.graceMs) - 1;
  const open = { ...subscription, pausedAt: null, resumedAt: null };
  const slots = dueSlots([open], from, Date.parse(resumedAt) - 1, calendar);
  await deliveries.miss(slots.map(toDeliverySlot), "the subscription was paused");
}

async function resumed(deps: SchedulesDeps, subscription: Subscription, now: number): Promise<Page> {
  const { id, state, pausedAt, createdAt } = subscription;
  if (state === "active") return standingPage(deps, `Schedule ${id} is active`, subscription, now);
  // What was not owed while it was deactivated is not owed afterwards.
  const from = state === "deactivated" ? createdAt : pausedAt;
  const change = { state: "active", note: null, pausedAt: from, resumedAt: iso(now) } as const;
  const after = await deps.subscriptions.change(id, change);
  const remarks = after ? await begun(deps, after) : [];
  return standingPage(deps, `Schedule ${id} resumed`, after ?? gone(id), now, remarks);
}

/** From now on only when something changes, or every time. */
async function setWhen(
  deps: SchedulesDeps,
  subscription: Subscription,
  when: Subscription["when"],
  now: number,
): Promise<Page> {
  const { id } = subscription;
  if (subscription.at.kind === "flip")
    throw new BriefingError(
      "bad_command",
      `schedule ${id} is of alerts, which tell of changes alone`,
      `\`schedule pause ${id}\` stops it for a while`,
    );
  const words = when === "changed" ? "only when something changes" : "every time";
  if (subscription.when === when)
    return standingPage(deps, `Schedule ${id} posted ${words} already`, subscription, now);
  const after = await deps.subscriptions.change(id, { when });
  return standingPage(deps, `Schedule ${id} posts ${words} from now on`, after ?? gone(id), now);
}

async function tested(deps: SchedulesDeps, subscription: Subscription, now: number): Promise<Page> {
  const { id, state, topics, workspace } = subscription;
  if (state !== "active")
    throw new BriefingError(
      "bad_command",
      `schedule ${id} is ${state}: nothing is posted by it`,
      `\`schedule resume ${id}\` first`,
    );
  const reason = await deps.controls.stopped(workspace);
  if (reason !== null)
    throw new BriefingError("refused", `posting is stopped: ${reason}`, "an operator has to let it go on");
  assertAnswerable(deps, topics);
  await deps.test(id);
  const needed = await deps.freshness(topics).catch(() => []);
  return testPage(standingOf(deps, subscription, [], now), needed, now);
}

async function standingPage(
  deps: SchedulesDeps,
  title: string,
  subscription: Subscription,
  now: number,
  remarks: readonly string[] = [],
) {
  const recent = await recentOf(deps, { workspace: subscription.workspace, channel: subscription.channel });
  const standing = standingOf(deps, subscription, recent, now);
  return schedulePage(title, standing, [...remarks, ...(await stopRemark(deps, subscription.workspace))]);
}

function gone(id: string): never {
  throw new BriefingError(
    "bad_command",
    `schedule ${id} was removed by somebody else just now`,
    "`schedule list` shows what is there",
  );
}

/** Latest scheduled first. */
async function recentOf(
  { deliveries, now }: SchedulesDeps,
  { workspace, channel }: { readonly workspace: string; readonly channel?: string },
): Promise<readonly Delivery[]> {
  return deliveries.list({
    workspace,
    ...(channel === undefined ? {} : { channel }),
    since: iso((await now()) - LAST_LOOKED_FOR_MS),
    limit: MOST_DELIVERIES,
  });
}

function standingOf(
  { calendar }: Pick<SchedulesDeps, "calendar">,
  subscription: Subscription,
  recent: readonly Delivery[],
  now: number,
): Standing {
  const { rule, next } = describeSubscription(subscription, now, calendar);
  const last = recent.find((each) => each.subscription === subscription.id && isBriefing(each));
  return { subscription, rule, next, last: last ? outcomeInWords(last, subscription.at.tz) : null };
}

function viewOf({ subscription: { id, channel, state }, rule, next, last }: Standing): ScheduleView {
  return { id, channel, state, rule, next, last };
}

/** Words are worth having even where the database does not say. */
async function stopRemark({ controls }: SchedulesDeps, workspace: string): Promise<readonly string[]> {
  const reason = await controls.stopped(workspace).catch(() => null);
  return reason === null ? [] : [`Posting is stopped now by an operator: ${reason}`];
}

const iso = (instant: number) => new Date(instant).toISOString();
