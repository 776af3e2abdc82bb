import { addDays } from "../../maths/calendar.ts";
import { instantOf, weekdayOf } from "./local-time.ts";
import { type At, type Days, type Subscription, WEEKDAYS } from "./subscription.ts";
import type { Session, TradingCalendar } from "./trading-calendar.ts";

/** One moment at which a rule wants a briefing; shared by every subscription with that rule. */
export interface Run {
  /** The local day; after the close, the session's day. */
  readonly date: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** What the briefing is about: the last session completed by then. */
  readonly session: Session;
  /** Instants of the rule's runs before it that are about the same session: a holiday lies between. */
  readonly earlier: readonly number[];
}

/** When and on which days: what subscriptions may share. */
export function ruleName({ at, days }: Pick<Subscription, "at" | "days">): string {
  if (at.kind === "flip") return "alerts";
  return at.kind === "time" ? `${at.hhmm} ${at.tz} ${days}` : `close+${at.minutes} ${days}`;
}

/** The run of a local day (after the close: of the session's day), if there is one. */
export type Rule = (date: string) => Run | null;

/** Each rule's runs are computed once, however many subscriptions share it. */
const rules = new WeakMap<TradingCalendar, Map<string, Rule>>();
const MOST_RULES = 20_000;
const MOST_DATES = 1_000;

export function ruleOf(subscription: Pick<Subscription, "at" | "days">, calendar: TradingCalendar): Rule {
  const known = rules.get(calendar) ?? new Map<string, Rule>();
  rules.set(calendar, known);
  const name = ruleName(subscription);
  const rule = known.get(name) ?? createRule(subscription, calendar);
  if (known.size >= MOST_RULES) known.clear();
  known.set(name, rule);
  return rule;
}

function createRule({ at, days }: Pick<Subscription, "at" | "days">, calendar: TradingCalendar): Rule {
  const momentOn = kept((date) => momentOf(at, days, date, calendar));
  return kept((date) => {
    const run = momentOn(date);
    return run && { ...run, earlier: sameSessionBefore(run, momentOn) };
  });
}

type Moment = Omit<Run, "earlier">;

/** No run about a session stands earlier than the day before it, however far east the zone. */
function sameSessionBefore({ date, session }: Moment, momentOn: (date: string) => Moment | null): number[] {
  const earlier: number[] = [];
  for (let day = addDays(session.date, -2); day < date; day = addDays(day, 1)) {
    const moment = momentOn(day);
    if (moment?.session.date === session.date) earlier.push(moment.at);
  }
  return earlier;
}

function kept<Value>(compute: (date: string) => Value): (date: string) => Value {
  const values = new Map<string, Value>();
  return (date) => {
    const known = values.get(date);
    if (known !== undefined) return known;
    const value = compute(date);
    if (values.size >= MOST_DATES) values.clear();
    values.set(date, value);
    return value;
  };
}

function momentOf(at: At, days: Days, date: string, calendar: TradingCalendar): Moment | null {
  if (at.kind === "flip" || !includes(days, date, calendar)) return null; // alerts have no hour
  if (at.kind === "afterClose") {
    const session = calendar.sessionOn(date);
    return session && { date, at: session.closesAt + at.minutes * 60_000, session };
  }
  const instant = instantOf(date, at.hhmm, at.tz);
  return { date, at: instant, session: calendar.lastCompleted(instant) };
}

function includes(days: Days, date: string, calendar: TradingCalendar): boolean {
  if (days === "trading") return calendar.sessionOn(date) !== null;
  const weekday = weekdayOf(date);
  return days === "weekdays" ? weekday <= 5 : days.some((day) => WEEKDAYS[weekday - 1] === day);
}
