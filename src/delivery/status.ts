import type { Asker, Page } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import type { Deliveries, Delivery, DeliveryState, Subscription, Subscriptions } from "../storage/port.ts";
import { kindOf } from "./jobs.ts";
import type { Acknowledged, Controls } from "./port.ts";
import { describeRule, describeSubscription } from "./schedule/describe.ts";
import { outcomeInWords, UNDELIVERED } from "./schedule/outcome.ts";
import type { TradingCalendar } from "./schedule/trading-calendar.ts";

export interface StatusDeps {
  readonly subscriptions: Subscriptions;
  readonly deliveries: Deliveries;
  readonly controls: Controls;
  readonly calendar: TradingCalendar;
  /** Milliseconds since the epoch, by the database's clock. */
  readonly now: () => Promise<number>;
  /** Who acknowledged the alert of a slot. */
  readonly acknowledged?: (slot: string) => Promise<Acknowledged | null>;
}

type Section = Page["sections"][number];
/** Of the asker's channel, in a direct message of the asker's own; without an asker, of all. */
export type DeliveryStatus = (from?: Asker) => Promise<readonly Section[]>;

const STATES = ["active", "paused", "deactivated"] as const;
const WEEK_MS = 7 * 86_400_000;
const LAST_HERE = 5;
const LAST_OF_ALL = 10;
const MOST_LINES = 20;
const MOST_READ = 5_000;

/** What is posted without being asked, how it went, and what holds it up. Says so where the database does not answer. */
export function createDeliveryStatus(deps: StatusDeps): DeliveryStatus {
  return async (from) => {
    try {
      const sections = from === undefined ? await ofAll(deps) : await ofAsker(deps, from);
      return sections.filter(({ lines }) => lines.length > 0);
    } catch (error) {
      if (!(error instanceof BriefingError)) throw error;
      return [{ heading: "Schedules", lines: [`not known: ${error.message} ${error.hint}`] }];
    }
  };
}

/** Of the asker's channel; in a direct message, which can have none, what the asker has set up in others. */
async function ofAsker(deps: StatusDeps, from: Asker): Promise<readonly Section[]> {
  const { platform, workspace, channel, user, direct = false } = from;
  const now = await deps.now();
  const mine = direct ? { owner: user } : { channel };
  const subscriptions = await deps.subscriptions.list({ platform, workspace, ...mine });
  const since = new Date(now - WEEK_MS).toISOString();
  const own = new Set(subscriptions.map(({ id }) => id));
  const all = await deps.deliveries.list({
    workspace,
    ...(direct ? {} : { channel }),
    since,
    limit: MOST_READ,
  });
  const recent = direct ? all.filter(({ subscription }) => own.has(subscription)) : all;
  const none = direct ? "none: `status`, typed in a channel, tells of that channel's" : "none";
  const reason = await deps.controls.stopped(workspace);
  const plain = wordsFor(subscriptions);
  const seen = await seenBy(deps, recent);
  const words = (each: Delivery) => plain(each) + (seen.get(each.slot) ?? "");
  return [
    { heading: "Posting", lines: [reason === null ? "on" : `stopped by an operator: ${reason}`] },
    {
      heading: direct ? "Your schedules, in all channels" : "Schedules of this channel",
      lines: subscriptions.length === 0 ? [none] : subscriptions.map((each) => scheduleLine(each, now, deps)),
    },
    { heading: "Last deliveries", lines: recent.slice(0, LAST_HERE).map(words) },
    { heading: "Not delivered in the last week", lines: amiss(recent).slice(0, MOST_LINES).map(words) },
  ];
}

/** Of alerts: who acknowledged them. */
async function seenBy(
  { acknowledged }: StatusDeps,
  recent: readonly Delivery[],
): Promise<ReadonlyMap<string, string>> {
  const alerts = recent.filter(({ slot }) => kindOf(slot) === "alert").slice(0, LAST_HERE);
  const words = await Promise.all(
    alerts.map(async ({ slot }) => {
      const by = await acknowledged?.(slot);
      return [slot, by ? `, acknowledged by ${by.name ?? by.user} ${by.when}` : ""] as const;
    }),
  );
  return new Map(words);
}

function scheduleLine(subscription: Subscription, now: number, { calendar }: StatusDeps): string {
  return `${subscription.id}: ${describeSubscription(subscription, now, calendar).text}`;
}

async function ofAll(deps: StatusDeps): Promise<readonly Section[]> {
  const now = await deps.now();
  const since = new Date(now - WEEK_MS).toISOString();
  const [subscriptions, counts, last, undelivered, { all, workspaces }] = await Promise.all([
    deps.subscriptions.list(),
    deps.deliveries.counts(since),
    deps.deliveries.list({ limit: LAST_OF_ALL }),
    deps.deliveries.list({ since, states: UNDELIVERED, limit: MOST_LINES }),
    deps.controls.list(),
  ]);
  const words = wordsFor(subscriptions);
  const placed = (each: Delivery) => `${placeOf(each)} · ${words(each)}`;
  const deactivated = subscriptions.filter(({ state }) => state === "deactivated");
  const paused = Object.entries(workspaces).map(([name, why]) => `workspace ${name} paused: ${why}`);
  const posting = [...(all === null ? [] : [`stopped: ${all}`]), ...paused];
  return [
    { heading: "Posting", lines: posting.length === 0 ? ["on"] : posting },
    {
      heading: "Schedules",
      lines: [
        statesInWords(subscriptions),
        ...deactivated
          .slice(0, MOST_LINES)
          .map((each) => `${placeOf(each)} · ${each.id} deactivated: ${each.note ?? describeRule(each)}`),
      ],
    },
    { heading: "Deliveries of the last week", lines: [countsInWords(counts)] },
    { heading: "Last deliveries", lines: last.map(placed) },
    { heading: "Not delivered in the last week", lines: undelivered.map(placed) },
  ];
}

const placeOf = ({ platform, workspace, channel }: Pick<Delivery, "platform" | "workspace" | "channel">) =>
  `${platform} ${workspace} ${channel}`;

/** "k7m2qp: posted Fri 20 Nov 2026 07:30 (GMT)", by the schedule's own clock where there still is one. */
function wordsFor(subscriptions: readonly Subscription[]): (delivery: Delivery) => string {
  const zones = new Map(subscriptions.map(({ id, at }) => [id, at.tz]));
  return (each) => `${each.subscription}: ${outcomeInWords(each, zones.get(each.subscription) ?? "UTC")}`;
}

function amiss(deliveries: readonly Delivery[]): readonly Delivery[] {
  return deliveries.filter(({ state }) => UNDELIVERED.includes(state));
}

function statesInWords(subscriptions: readonly Subscription[]): string {
  const some = STATES.flatMap((state) => {
    const count = subscriptions.filter((each) => each.state === state).length;
    return count === 0 ? [] : [`${count} ${state}`];
  });
  return some.length === 0 ? "none" : some.join(", ");
}

function countsInWords(counts: Readonly<Record<DeliveryState, number>>): string {
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  return some.length === 0 ? "none" : some.map(([state, count]) => `${count} ${state}`).join(", ");
}
