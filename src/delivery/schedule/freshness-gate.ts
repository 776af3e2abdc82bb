import { formatDate } from "../../briefing/format.ts";
import { addDays, addMonths, monthEnd, monthOf } from "../../maths/calendar.ts";
import { wallClock } from "./local-time.ts";
import type { Run } from "./rules.ts";
import type { Session, TradingCalendar } from "./trading-calendar.ts";
import { NEW_YORK } from "./zones.ts";

/** What a briefing reads, and how old it is. */
export interface Needed {
  /** In words: "index levels". */
  readonly name: string;
  /** "once": counted from its newest date; "events": never due. */
  readonly cadence: "daily" | "weekly" | "monthly" | "once" | "events";
  /** Days from the end of a period until its value is out; for all but daily data, with grace. */
  readonly lagDays: number;
  /** ISO; null: nothing at hand. */
  readonly newest: string | null;
  /** Why there is nothing at hand: what the source said. */
  readonly reason?: string;
}

export interface GateDecision {
  /** - now: all is in. - wait: daily data are awaited, until the deadline. - late: post, saying what is late. */
  readonly decision: "now" | "wait" | "late";
  /** Why: a sentence for each dataset that is not in. */
  readonly late: readonly string[];
  /** Milliseconds since the epoch; from then on nothing is waited for. */
  readonly deadline: number;
}

/** How long a briefing waits for its data. */
const WAIT_MS = 2 * 3_600_000;
/** Daily data that have missed so many sessions do not come within hours: they are named, and not waited for. */
const GIVEN_UP_SESSIONS = 3;

/**
 * Whether a run's briefing may go out at `now` (milliseconds since the epoch). Only daily data are waited for, from
 * the run's instant on, unless they have not come for sessions: a monthly series holds up no daily briefing, but is
 * named when it is overdue.
 */
export function freshnessGate(
  needed: readonly Needed[],
  { at, session }: Pick<Run, "at" | "session">,
  now: number,
  calendar: TradingCalendar,
  waitMs: number = WAIT_MS,
): GateDecision {
  const deadline = at + waitMs;
  const today = wallClock(now, NEW_YORK).date;
  const missing = needed.filter((each) => each.cadence === "daily" && !isIn(each, session, today, calendar));
  const awaited = missing.filter(
    (each) => !hasCeased(each, expected(each, session, today, calendar), calendar),
  );
  const overdue = needed.filter((each) => each.cadence !== "daily" && isOverdue(each, today));
  const late = [
    ...missing.map((each) => awaitedWords(each, expected(each, session, today, calendar))),
    ...overdue.map(overdueWords),
  ];
  if (awaited.length > 0 && now < deadline) return { decision: "wait", late, deadline };
  return { decision: late.length > 0 ? "late" : "now", late, deadline };
}

function isIn(each: Needed, session: Session, today: string, calendar: TradingCalendar): boolean {
  return each.newest !== null && each.newest >= expected(each, session, today, calendar);
}

/** The newest session, not after the briefing's, whose value should be out. */
function expected({ lagDays }: Needed, session: Session, today: string, calendar: TradingCalendar): string {
  let date = session.date;
  while (addDays(date, lagDays) > today || calendar.sessionOn(date) === null) date = addDays(date, -1);
  return date;
}

/** Of none at hand nobody knows for how long: they are waited for. */
function hasCeased({ newest }: Needed, awaited: string, calendar: TradingCalendar): boolean {
  if (newest === null) return false;
  let date = awaited;
  for (let sessions = 0; sessions < GIVEN_UP_SESSIONS; sessions += 1) {
    do date = addDays(date, -1);
    while (calendar.sessionOn(date) === null);
  }
  return newest < date;
}

function isOverdue({ cadence, newest, lagDays }: Needed, today: string): boolean {
  if (newest === null) return true;
  const nextEnds = {
    daily: () => newest,
    once: () => newest,
    weekly: () => addDays(newest, 7),
    monthly: () => monthEnd(addMonths(monthOf(newest), 1)),
    events: () => null,
  }[cadence]();
  return nextEnds !== null && today > addDays(nextEnds, lagDays);
}

function awaitedWords({ name, newest, reason }: Needed, date: string): string {
  if (reason !== undefined) return `${name} are not at hand: ${reason}`;
  return `${name} of ${formatDate(date)} are not in (newest: ${newest === null ? "none" : formatDate(newest)})`;
}

function overdueWords({ name, newest, reason }: Needed): string {
  if (reason !== undefined) return `${name} are not at hand: ${reason}`;
  return newest === null ? `${name} are not at hand` : `${name} are overdue (newest: ${formatDate(newest)})`;
}
