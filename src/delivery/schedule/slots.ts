import { addDays } from "../../maths/calendar.ts";
import { utcDate } from "./local-time.ts";
import { type Run, ruleName, ruleOf } from "./rules.ts";
import type { Subscription } from "./subscription.ts";
import type { Session, TradingCalendar } from "./trading-calendar.ts";

/**
 * - due: on time. late: past `onTimeMs`, still worth posting, marked late.
 * - missed: past `graceMs`; recorded, not posted.
 * - repeat: an earlier run of the subscription had the same session, so the same key (a holiday lies between).
 *   Nothing new to post, unless that slot was never posted; a notice of it is keyed by `noticeKey`.
 */
export type SlotStatus = "due" | "late" | "missed" | "repeat";

export interface Slot {
  /** Workspace, subscription, session: one briefing, however often it is asked for. */
  readonly key: string;
  readonly subscription: Subscription;
  readonly run: Run;
  readonly status: SlotStatus;
}

export interface Lateness {
  readonly onTimeMs: number;
  readonly graceMs: number;
}

/** Six hours late, a briefing of the morning still says something in the afternoon; a day late it does not. */
export const LATENESS: Lateness = { onTimeMs: 5 * 60_000, graceMs: 6 * 3_600_000 };

export function slotKey(subscription: Subscription, session: Session): string {
  return prefixOf(subscription) + session.date;
}

const prefixOf = ({ platform, workspace, id }: Subscription) => `${platform}/${workspace}/${id}/`;

/** Of a notice that there is nothing new: one a run. */
export function noticeKey({ key, run }: Slot): string {
  return `${key}/nothing-new/${run.date}`;
}

/** Slots of (from, to], as seen at `to`, in order of time and then key. Pure: no slot is lost or doubled however the time is cut. */
export function dueSlots(
  subscriptions: readonly Subscription[],
  from: number,
  to: number,
  calendar: TradingCalendar,
  lateness: Lateness = LATENESS,
): readonly Slot[] {
  const slots = [...slotsIn(subscriptions, from, to, calendar, lateness)];
  return slots.sort((a, b) => a.run.at - b.run.at || (a.key < b.key ? -1 : 1));
}

/** The same, a rule at a time and each slot as it is asked for: a year of many subscriptions fits in no memory. */
export function* slotsIn(
  subscriptions: readonly Subscription[],
  from: number,
  to: number,
  calendar: TradingCalendar,
  lateness: Lateness = LATENESS,
): Generator<Slot> {
  const dates = datesAround(from, to);
  for (const members of byRule(subscriptions)) {
    for (const run of runsOf(members, dates, calendar).filter(({ at }) => at > from && at <= to)) {
      const timely = statusAt(to - run.at, lateness);
      for (const member of members) {
        if (!owes(member, run.at)) continue;
        const { subscription, prefix } = member;
        const status = isRepeat(member, run) ? "repeat" : timely;
        yield { key: prefix + run.session.date, subscription, run, status };
      }
    }
  }
}

const isRepeat = (member: Member, { earlier }: Run) =>
  earlier.length > 0 && earlier.some((at) => owes(member, at));

/** Every date on which a run of (from, to] may fall, anywhere in the world. */
function datesAround(from: number, to: number): readonly string[] {
  const dates: string[] = [];
  if (from >= to) return dates;
  const end = addDays(utcDate(to), 2);
  for (let date = addDays(utcDate(from), -2); date <= end; date = addDays(date, 1)) dates.push(date);
  return dates;
}

function runsOf(
  [first]: readonly Member[],
  dates: readonly string[],
  calendar: TradingCalendar,
): readonly Run[] {
  const runOn = first && ruleOf(first.subscription, calendar);
  return dates.flatMap((date) => runOn?.(date) ?? []);
}

function statusAt(lateBy: number, { onTimeMs, graceMs }: Lateness): SlotStatus {
  if (lateBy <= onTimeMs) return "due";
  return lateBy <= graceMs ? "late" : "missed";
}

export interface NextRun extends Run {
  /** Nothing new since the run before it. */
  readonly repeat: boolean;
}

/** The next `count` runs after `now`; none while paused or deactivated. */
export function nextRuns(
  subscription: Subscription,
  now: number,
  count: number,
  calendar: TradingCalendar,
): readonly NextRun[] {
  const runOn = ruleOf(subscription, calendar);
  const member = memberOf(subscription);
  const runs: NextRun[] = [];
  const first = addDays(utcDate(now), -2);
  const last = addDays(first, 14 + 14 * count);
  for (let date = first; date <= last && runs.length < count; date = addDays(date, 1)) {
    const run = runOn(date);
    if (!run || run.at <= now || !owes(member, run.at)) continue;
    runs.push({ ...run, repeat: run.earlier.some((at) => owes(member, at)) });
  }
  return runs;
}

/** A subscription with its instants read. */
interface Member {
  readonly subscription: Subscription;
  /** Of its slots' keys. */
  readonly prefix: string;
  readonly created: number;
  /** Owes nothing from `paused` until before `resumed`. */
  readonly paused: number;
  readonly resumed: number;
}

function memberOf(subscription: Subscription): Member {
  const { state, createdAt, pausedAt, resumedAt } = subscription;
  const created = Date.parse(createdAt);
  const prefix = prefixOf(subscription);
  if (state === "deactivated") return { subscription, prefix, created, paused: -Infinity, resumed: Infinity };
  const paused = pausedAt === null ? undefined : Date.parse(pausedAt);
  if (state === "paused")
    return { subscription, prefix, created, paused: paused ?? -Infinity, resumed: Infinity };
  const resumed = resumedAt === null ? -Infinity : Date.parse(resumedAt);
  return { subscription, prefix, created, paused: paused ?? -Infinity, resumed };
}

function owes({ created, paused, resumed }: Member, at: number): boolean {
  return at >= created && (at < paused || at >= resumed);
}

function byRule(subscriptions: readonly Subscription[]): Iterable<readonly Member[]> {
  const groups = new Map<string, Member[]>();
  for (const subscription of subscriptions) {
    const name = ruleName(subscription);
    const group = groups.get(name);
    if (group) group.push(memberOf(subscription));
    else groups.set(name, [memberOf(subscription)]);
  }
  return groups.values();
}
