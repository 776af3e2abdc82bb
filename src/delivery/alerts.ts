import type { Subscription } from "../storage/port.ts";
import type { DeliveryDeps } from "./deps.ts";
import { type Flip, flipsOf, type Told, type Watched } from "./flips.ts";
import { ALERT, type DeliverJob, type DeliverySlot, jobFor } from "./jobs.ts";
import { RESTORED, readRestored } from "./restored.ts";
import { quietUntil } from "./schedule/quiet.ts";

/** A flip with the instant at which it was seen, milliseconds since the epoch. */
export type SeenFlip = Flip & { readonly seenAt: number };

/** What a channel was told, and what it is to hear when its quiet hours end. */
interface Standing {
  readonly at: number;
  readonly told: Told;
  readonly pending: readonly SeenFlip[];
  /** What was told with this very write, until it is recorded as due: a crash in between loses nothing. */
  readonly due?: readonly DueAlert[];
}

interface DueAlert {
  readonly slot: DeliverySlot;
  readonly flips: readonly SeenFlip[];
  /** It may stand in the channel since before a restore: what the platform cannot be asked about is not sent. */
  readonly isWary: boolean;
}

export interface Alerts {
  /** Records what flipped for each of these as due: the jobs of those that this call recorded. */
  plan(subscriptions: readonly Subscription[], now: number): Promise<readonly DeliverJob[]>;
  /** Takes what holds now as told, without a word. Null: the data cannot be told of, and the first look that can does it. */
  baseline(subscription: Subscription): Promise<readonly Watched[] | null>;
}

const standingKey = (id: string) => `alerts/${id}`;
const flipsKey = (slot: string) => `alert/${slot}`;

/** The data are looked at once for all channels; a channel is looked at where they differ from what it was told. */
export function createAlerts(deps: DeliveryDeps): Alerts {
  let looked: {
    readonly at: number;
    readonly date: string;
    readonly watched: readonly Watched[] | null;
  } | null = null;
  /** By subscription: what it was compared with last, and nothing was left to tell. */
  const compared = new Map<string, string>();

  async function look(now: number): Promise<readonly Watched[] | null> {
    const [at, date] = [deps.monotonic(), new Date(now).toISOString().slice(0, 10)];
    if (looked !== null && looked.date === date && at - looked.at < deps.timings.alertsMs)
      return looked.watched;
    const watched = await deps.triggers(date).catch((error: unknown) => {
      deps.log.warn({ err: error }, "the triggers could not be looked at");
      return null;
    });
    looked = { at, date, watched };
    return watched;
  }

  return {
    plan: async (subscriptions, now) => {
      const wanting = subscriptions.filter(({ at, state }) => at.kind === "flip" && state === "active");
      const watched = wanting.length === 0 ? null : await look(now);
      if (watched === null) return [];
      const seen = JSON.stringify(watched);
      const restored = await readRestored(deps.store);
      const jobs: DeliverJob[] = [];
      for (const each of wanting) {
        if (compared.get(each.id) === seen) continue;
        const found = await compare(deps, { subscription: each, watched, now, restored });
        jobs.push(...found.jobs);
        if (found.isDone) compared.set(each.id, seen);
        else compared.delete(each.id);
      }
      return jobs;
    },
    baseline: async (subscription) => {
      compared.delete(subscription.id);
      const now = await deps.now();
      const watched = await look(now);
      const { told } = flipsOf({}, watched ?? [], false);
      const key = standingKey(subscription.id);
      if (watched === null) await deps.store.delete("controls", key);
      else
        await deps.store.change(
          "controls",
          key,
          (held): Standing => ({ at: now, told, pending: [], due: standingIn(held)?.due ?? [] }),
        );
      return watched;
    },
  };
}

interface Look {
  readonly subscription: Subscription;
  readonly watched: readonly Watched[];
  readonly now: number;
  /** When a backup was last read back. */
  readonly restored: number;
}

/** What a channel was told changes in one step: of two that look at once, at data of whatever age, one tells a flip. */
async function compare(
  deps: DeliveryDeps,
  look: Look,
): Promise<{ readonly jobs: readonly DeliverJob[]; readonly isDone: boolean }> {
  const key = standingKey(look.subscription.id);
  const held = await deps.store.change("controls", key, (before) => standingAfter(deps, look, before));
  const { at = look.now, pending = [], due = [] } = standingIn(held) ?? {};
  if (due.length === 0) return { jobs: [], isDone: pending.length === 0 };
  for (const { slot, flips } of due)
    await deps.store.change("controls", flipsKey(slot.slot), (kept) => kept ?? { flips });
  const recorded = await deps.deliveries.due(due.map(({ slot }) => slot));
  const isRecorded = (each: DueAlert) => due.some(({ slot }) => slot.slot === each.slot.slot);
  await deps.store.change("controls", key, (value) => {
    const standing = standingIn(value);
    return standing === null
      ? value
      : { ...standing, due: (standing.due ?? []).filter((each) => !isRecorded(each)) };
  });
  const jobs = due.filter(({ slot }) => recorded.has(slot.slot));
  return {
    jobs: jobs.map(({ slot, isWary }) =>
      jobFor(slot, isWary || at <= look.restored ? { mayStand: RESTORED } : {}),
    ),
    isDone: pending.length === 0,
  };
}

/** What the channel was told and is to hear, after a look; what is held where nothing changed. Pure. */
function standingAfter(
  deps: DeliveryDeps,
  { subscription, watched, now, restored }: Look,
  held: unknown,
): unknown {
  const { at } = subscription;
  const before = standingIn(held);
  const { told, flips } = flipsOf(before?.told ?? {}, watched, at.kind === "flip" && at.warnings);
  const pending = [...(before?.pending ?? []), ...flips.map((flip) => ({ ...flip, seenAt: now }))];
  const due = before?.due ?? [];
  const quiet = at.kind === "flip" && at.quiet !== null ? quietUntil(now, at.quiet, at.tz) : null;
  if (pending.length === 0 || quiet !== null) {
    const isSame =
      before !== null && flips.length === 0 && JSON.stringify(before.told) === JSON.stringify(told);
    return isSame ? held : { at: now, told, pending, due };
  }
  const isWary = before !== null && before.at <= restored;
  const scheduledAt = new Date(isWary ? before.at : now).toISOString();
  const more = [...Map.groupBy(pending, ({ condition }) => condition)].map(
    ([condition, own]): DueAlert => ({
      slot: slotOf(deps, subscription, condition, own, scheduledAt),
      flips: own,
      isWary,
    }),
  );
  return { at: now, told, pending: [], due: [...due, ...more] };
}

/** Channel, condition, date of the flip and what flipped: the same flip is the same slot, whoever sees it. */
function slotOf(
  { calendar }: DeliveryDeps,
  { id, platform, workspace, channel }: Subscription,
  condition: string,
  flips: readonly Flip[],
  scheduledAt: string,
): DeliverySlot {
  const date =
    flips
      .map(({ asOf }) => asOf)
      .sort()
      .at(-1) ?? "";
  const what = flips.map(({ key, now }) => `${key}.${now}`).join("+");
  return {
    slot: `${platform}/${workspace}/${id}${ALERT}${condition}-${date}-${what}`,
    subscription: id,
    workspace,
    platform,
    channel,
    session: calendar.lastCompleted(Date.parse(scheduledAt)).date,
    scheduledAt,
  };
}

function standingIn(value: unknown): Standing | null {
  return typeof value === "object" && value !== null && "told" in value && "pending" in value
    ? (value as Standing)
    : null;
}

/** What an alert's slot tells of; null where it is kept no more. */
export async function flipsAt(
  { store }: Pick<DeliveryDeps, "store">,
  slot: string,
): Promise<readonly SeenFlip[] | null> {
  const kept = await store.get("controls", flipsKey(slot));
  return typeof kept === "object" && kept !== null && "flips" in kept
    ? (kept.flips as readonly SeenFlip[])
    : null;
}
