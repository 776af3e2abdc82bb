import { LATENESS } from "../../src/delivery/schedule/slots.ts";
import type { Delivery, Platform } from "../../src/storage/port.ts";

/** A message that stands in a channel for all to see, as the platform knows it; replies in threads left out. */
export interface Visible {
  readonly platform: Platform;
  readonly channel: string;
  readonly messageId: string;
  /** What its metadata say; null where the platform carries none. */
  readonly slot: string | null;
}

/** One briefing of one subscription, which came due in the run. */
export interface Owed {
  readonly platform: Platform;
  readonly workspace: string;
  readonly subscription: string;
  readonly channel: string;
  /** What stands against its being posted (the channel is gone, the grace is over); null: nothing. */
  readonly excuse: string | null;
}

export interface Outcome {
  readonly owed: readonly Owed[];
  readonly deliveries: readonly Delivery[];
  readonly visible: readonly Visible[];
  /** Platforms that can be asked whether a message stands there. */
  readonly canAsk: readonly Platform[];
  readonly audit: Audited;
}

/** What the audit chain says of the run. */
export interface Audited {
  /** What its verification found, in words. */
  readonly faults: readonly string[];
  /** Where messages were about to be sent, one for each. */
  readonly sendings: readonly Pick<Visible, "platform" | "channel">[];
}

export const GRACE_MS = LATENESS.graceMs;
const ENDS: ReadonlySet<string> = new Set(["posted", "reconciled", "missed", "failed", "unknown"]);

/** What of the promise was broken, one line each; empty: nothing lost, nothing twice, nothing unexplained. */
export function violations(outcome: Outcome): readonly string[] {
  return [
    ...outcome.owed.flatMap((owed) => lost(owed, outcome)),
    ...strays(outcome),
    ...contradictions(outcome),
  ];
}

/** What of the records, the channels and the audit does not agree, whatever was due. */
export function contradictions(outcome: Omit<Outcome, "owed">): readonly string[] {
  return [
    ...outcome.deliveries.flatMap((delivery) => [...ended(delivery, outcome), ...shown(delivery, outcome)]),
    ...twice(outcome),
    ...unrecorded(outcome),
  ];
}

/** Every slot that was due has one row, and was posted unless something stood against it. */
function lost(
  { platform, workspace, subscription, excuse }: Owed,
  { deliveries }: Outcome,
): readonly string[] {
  const prefix = `${platform}/${workspace}/${subscription}/`;
  const rows = deliveries.filter(
    ({ slot }) => slot.startsWith(prefix) && !slot.slice(prefix.length).includes("/"), // the rest are notices
  );
  const [row] = rows;
  if (row === undefined) return [`lost: ${prefix}… was due and has no record`];
  if (rows.length > 1) return [`invented: ${rows.map(({ slot }) => slot).join(", ")}; one was due`];
  if (excuse !== null || (row.state !== "failed" && row.state !== "missed")) return [];
  return [`given up: ${row.slot} is ${row.state} (${row.reason}) though nothing stood against it`];
}

function ended(
  { slot, platform, state, reason, messageId }: Delivery,
  { canAsk }: Omit<Outcome, "owed">,
): readonly string[] {
  if (!ENDS.has(state)) return [`stuck: ${slot} is still ${state}`];
  const isThere = state === "posted" || state === "reconciled";
  if (isThere && !messageId) return [`unproven: ${slot} is ${state} without a message id`];
  return [
    ...(isThere || reason ? [] : [`unexplained: ${slot} is ${state} without a reason`]),
    ...(state === "unknown" && canAsk.includes(platform)
      ? [`unasked: ${slot} is unknown though ${platform} can be asked`]
      : []),
  ];
}

/** What the record says stands there, does; what it says does not, does not. */
function shown(
  { slot, platform, channel, state, messageId }: Delivery,
  { visible }: Omit<Outcome, "owed">,
): readonly string[] {
  const isThere = state === "posted" || state === "reconciled";
  const found = visible.filter((each) => each.platform === platform && each.channel === channel);
  if (isThere && messageId) {
    const it = found.filter((each) => each.messageId === messageId);
    if (it.length !== 1) return [`untrue: ${slot} is ${state}, its message stands there ${it.length} times`];
    const other = it[0]?.slot;
    return other && other !== slot ? [`mixed up: ${slot} has the message of ${other}`] : [];
  }
  const isDenied = state === "failed" || state === "missed";
  return isDenied && found.some((each) => each.slot === slot)
    ? [`untrue: ${slot} is ${state}, but its message stands there`]
    : [];
}

/** By the slot where messages carry it; and no channel shows more than its records account for. */
function twice({ visible, deliveries }: Omit<Outcome, "owed">): readonly string[] {
  const slots = countBy(visible.flatMap(({ slot }) => (slot === null ? [] : [slot])));
  const ids = countBy(
    deliveries.flatMap(({ platform, channel, messageId }) =>
      messageId ? [`${placeOf({ platform, channel })} ${messageId}`] : [],
    ),
  );
  return [
    ...over(slots, 1).map(([slot, count]) => `twice: ${slot} was posted ${count} times`),
    ...over(ids, 1).map(([id, count]) => `mixed up: ${count} records have the message ${id}`),
    ...[...new Set(deliveries.map(placeOf))].flatMap((place) => {
      const rows = deliveries.filter((each) => placeOf(each) === place);
      const known = new Set(rows.map(({ messageId }) => messageId));
      const more = visible.filter((each) => placeOf(each) === place && !known.has(each.messageId));
      const unknown = rows.filter(({ state }) => state === "unknown").length;
      if (more.length <= unknown) return [];
      return [`twice: ${place} shows ${more.length} messages beyond its records, ${unknown} are unknown`];
    }),
  ];
}

/** Nothing where nobody asked for it. */
function strays({ owed, visible }: Outcome): readonly string[] {
  const places = new Set(owed.map(placeOf));
  return visible.flatMap((each) =>
    places.has(placeOf(each)) ? [] : [`stray: ${each.messageId} in ${placeOf(each)}, where nothing was due`],
  );
}

/** The chain holds, and nothing stands in a channel that it does not know of. */
function unrecorded({ visible, audit }: Omit<Outcome, "owed">): readonly string[] {
  const known = countBy(audit.sendings.map(placeOf));
  return [
    ...audit.faults.map((fault) => `audit: ${fault}`),
    ...[...countBy(visible.map(placeOf))].flatMap(([place, count]) => {
      const sendings = known.get(place) ?? 0;
      return count <= sendings
        ? []
        : [`unrecorded: ${place} shows ${count} messages, the audit knows ${sendings}`];
    }),
  ];
}

const placeOf = ({ platform, channel }: Pick<Visible, "platform" | "channel">) => `${platform} ${channel}`;

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const over = (counts: ReadonlyMap<string, number>, most: number) =>
  [...counts].filter(([, count]) => count > most);
