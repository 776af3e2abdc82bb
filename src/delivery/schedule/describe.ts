import { formatDate } from "../../briefing/format.ts";
import { addDays, daysBetween } from "../../maths/calendar.ts";
import { wallClock, weekdayOf } from "./local-time.ts";
import { ruleName } from "./rules.ts";
import { type NextRun, nextRuns } from "./slots.ts";
import { type Schedule, type Subscription, WEEKDAYS } from "./subscription.ts";
import type { Session, TradingCalendar } from "./trading-calendar.ts";
import { NEW_YORK } from "./zones.ts";

export interface Description {
  /** "Every trading day 07:30 Europe/London: valuation, ratecut" */
  readonly rule: string;
  /** "Tue 24 Nov 2026 07:30 (GMT) for Monday's session"; empty where none is to come. */
  readonly next: readonly string[];
  /** Both, and what holds it up, in one paragraph. */
  readonly text: string;
}

const SHOWN_RUNS = 3;
const DAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const dayName = (date: string) => DAY_NAMES[weekdayOf(date) - 1] ?? "";

/** A subscription in plain words, with its next three runs as the clock on its wall shows them. */
export function describeSubscription(
  subscription: Subscription,
  now: number,
  calendar: TradingCalendar,
): Description {
  const rule = describeRule(subscription);
  const next = nextRuns(subscription, now, SHOWN_RUNS, calendar).map((run) =>
    describeRun(subscription, run, calendar),
  );
  return { rule, next, text: `${rule}. ${outlook(subscription, next)}`.trim() };
}

/** Those of the same rule end in the same words. */
const nextWords = new WeakMap<TradingCalendar, Map<string, string>>();
const MOST_WORDS = 1_000;

/** The next run alone, in which every scheduled post ends; null where none is to come. */
export function nextInWords(
  subscription: Subscription,
  now: number,
  calendar: TradingCalendar,
): string | null {
  const [run] = nextRuns(subscription, now, 1, calendar);
  if (run === undefined) return null;
  const known = nextWords.get(calendar) ?? new Map<string, string>();
  nextWords.set(calendar, known);
  const key = `${ruleName(subscription)} ${subscription.at.tz} ${run.at} ${run.repeat}`;
  const words = known.get(key) ?? describeRun(subscription, run, calendar);
  if (known.size >= MOST_WORDS) known.clear();
  known.set(key, words);
  return words;
}

function outlook({ state, note }: Subscription, next: readonly string[]): string {
  const because = note === null ? "" : ` (${note})`;
  if (state === "paused") return `Paused${because}: nothing is posted until it is resumed.`;
  if (state === "deactivated") return `Deactivated${because}: nothing is posted.`;
  return next.length === 0 ? "" : `Next: ${next.join("; ")}.`;
}

/** "Mondays and Thursdays, 30 minutes after New York closes: valuation; only when something changed" */
export function describeRule({ at, days, topics, when, audience }: Schedule): string {
  if (at.kind === "flip") return alertRule(at, audience);
  const which = daysInWords(days);
  const time = at.kind === "time" ? ` ${at.hhmm} ${at.tz}` : `, ${afterClose(at.minutes)}`;
  const condition = when === "changed" ? "; only when something material changed" : "";
  const readers = audience === "institutional" ? "; for an institutional audience" : "";
  return `${which}${time}: ${topics.join(", ")}${condition}${readers}`;
}

/** "Alerts: when a trigger or condition fires or clears; quiet from 22:00 to 07:00 Europe/London" */
function alertRule(
  { quiet, tz, warnings }: Extract<Schedule["at"], { kind: "flip" }>,
  audience: string,
): string {
  const what = warnings ? "warns, fires or clears" : "fires or clears";
  const hours = quiet === null ? "" : `; quiet from ${quiet.from} to ${quiet.to} ${tz}`;
  const readers = audience === "institutional" ? "; for an institutional audience" : "";
  return `Alerts: when a trigger or condition of risks ${what}${hours}${readers}`;
}

function daysInWords(days: Schedule["days"]): string {
  if (days === "trading") return "Every trading day";
  if (days === "weekdays") return "Every weekday";
  if (days.length === 7) return "Every day";
  const names = days.map((day) => `${DAY_NAMES[WEEKDAYS.indexOf(day)]}s`);
  const last = names.at(-1) ?? "";
  return names.length === 1 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

function afterClose(minutes: number): string {
  return minutes === 0 ? "when New York closes" : `${minutes} minutes after New York closes`;
}

function describeRun({ at }: Subscription, run: NextRun, calendar: TradingCalendar): string {
  const { date, time } = wallClock(run.at, at.tz);
  const skipped = at.kind === "time" && time !== at.hhmm ? `; the clocks skip ${at.hhmm}` : "";
  const moment = momentInWords(run.at, at.tz, skipped);
  return run.repeat
    ? `${moment}: ${nothingNew(run, calendar)}`
    : `${moment} for ${sessionInWords(run.session, date)}`;
}

/** An instant (milliseconds since the epoch) as a zone's clocks show it: "Tue 24 Nov 2026 07:30 (GMT)" */
export function momentInWords(instant: number, tz: string, remark = ""): string {
  const { date, time } = wallClock(instant, tz);
  return `${dayName(date).slice(0, 3)} ${formatDate(date)} ${time} (${zoneAbbreviation(instant, tz)}${remark})`;
}

function sessionInWords(session: Session, runDate: string): string {
  const day = dayName(session.date);
  const words =
    daysBetween(session.date, runDate) < 7
      ? `${day}'s session`
      : `the session of ${day} ${formatDate(session.date)}`;
  return session.half ? `${words} (a half-day, closed at 13:00 New York)` : words;
}

/** What a run says whose session was posted before: "market closed on Thursday (Thanksgiving Day), nothing new …" */
export function nothingNew(
  { at, session }: Pick<NextRun, "at" | "session">,
  calendar: TradingCalendar,
): string {
  const since = `nothing new since ${dayName(session.date)}'s session`;
  const closed = closedDays(session.date, wallClock(at, NEW_YORK).date, calendar);
  return closed.length === 0 ? since : `market closed on ${closed.join(" and ")}, ${since}`;
}

/** Days after a session on which New York would have traded; a weekend where there is no other. */
function closedDays(from: string, to: string, calendar: TradingCalendar): readonly string[] {
  const days: { readonly date: string; readonly reason: string }[] = [];
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    const reason = calendar.closure(date);
    if (reason !== null) days.push({ date, reason });
  }
  const holidays = days.filter(({ date }) => weekdayOf(date) <= 5);
  if (holidays.length > 0) return holidays.map(({ date, reason }) => `${dayName(date)} (${reason})`);
  return days.map(({ date }) => dayName(date));
}

/** Locales in which a zone's own people abbreviate it: "GMT", "EST", "AEDT"; elsewhere "GMT+9". */
const LOCALES = ["en-US", "en-GB", "en-AU"];

function zoneAbbreviation(instant: number, tz: string): string {
  const names = LOCALES.map((locale) => abbreviationIn(locale, instant, tz));
  return names.find((name) => !/\d/.test(name)) ?? names[0] ?? tz;
}

/** Making one costs a millisecond, and every scheduled post asks for its zone's. */
const formats = new Map<string, Intl.DateTimeFormat>();

function abbreviationIn(locale: string, instant: number, timeZone: string): string {
  const key = `${locale} ${timeZone}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "short" });
  formats.set(key, format);
  const parts = format.formatToParts(instant);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}

/** One line while data are awaited: "Waiting until 09:30 (GMT) at most: index levels of 23 Nov 2026 are not in …" */
export function delayNotice(late: readonly string[], deadline: number, tz: string): string {
  const { time } = wallClock(deadline, tz);
  return `This briefing waits until ${time} (${zoneAbbreviation(deadline, tz)}) at most: ${late.join("; ")}`;
}
