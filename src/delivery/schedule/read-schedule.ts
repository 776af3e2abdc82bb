import { BriefingError } from "../../briefing/errors.ts";
import { quotable } from "../../briefing/quotable.ts";
import { suggestion } from "../../briefing/suggest.ts";
import type { Quiet } from "../../storage/port.ts";
import {
  type At,
  type Days,
  MOST_MINUTES_AFTER_CLOSE,
  type Schedule,
  WEEKDAYS,
  type Weekday,
} from "./subscription.ts";
import { NEW_YORK, readZone } from "./zones.ts";

/** What a user typed, or chose in a form. Undefined: left out. */
export interface ScheduleText {
  /** "07:30", or "close+30m" */
  readonly at?: string | undefined;
  readonly tz?: string | undefined;
  /** Parted by commas. */
  readonly topics?: string | undefined;
  readonly days?: string | undefined;
  readonly when?: string | undefined;
  readonly audience?: string | undefined;
}

const bad = (message: string, hint: string) => new BriefingError("bad_command", message, hint);

/**
 * Reads a schedule from text, the same for the command line, Slack's form and the Teams card.
 * @param topics names of those that can be scheduled
 * @throws BriefingError `bad_command` that names the value and the remedy; `refused` for a retail audience.
 */
export function readSchedule(text: ScheduleText, topics: readonly string[]): Schedule {
  const audience = readAudience(text.audience ?? "internal");
  const at = readAt(text.at ?? "", text.tz);
  const days = daysFor(at, readDays(text.days ?? "trading"));
  return {
    topics: readTopics(text.topics ?? "", topics),
    at,
    days,
    when: readWhen(text.when ?? "always"),
    audience,
  };
}

/** What stands behind `schedule add alerts`. */
export type AlertsText = Partial<Readonly<Record<"quiet" | "tz" | "on" | "audience", string>>>;

/**
 * Reads a wish for alerts.
 * @throws BriefingError `bad_command` that names the value and the remedy; `refused` for a retail audience.
 */
export function readAlerts({ quiet, tz, on, audience }: AlertsText): Schedule {
  const hours = quiet === undefined ? null : readQuiet(quiet);
  if (hours !== null && tz === undefined)
    throw bad("tz= is missing", `say whose ${hours.from} it is, e.g. tz=Europe/London`);
  return {
    topics: ["risks"],
    at: {
      kind: "flip",
      tz: tz === undefined ? NEW_YORK : readZone(tz),
      quiet: hours,
      warnings: readOn(on ?? "fired"),
    },
    days: "trading",
    when: "changed",
    audience: readAudience(audience ?? "internal"),
  };
}

function readQuiet(typed: string): Quiet {
  const match = /^(\d{1,2}):(\d{2})[-\u2013](\d{1,2}):(\d{2})$/.exec(typed);
  const [, fromHours = 99, fromMinutes = 99, toHours = 99, toMinutes = 99] = (match ?? []).map(Number);
  if (!match || Math.max(fromHours, toHours) > 23 || Math.max(fromMinutes, toMinutes) > 59)
    throw bad(`"${quotable(typed)}" is no span of hours`, "write quiet hours as quiet=22:00-07:00");
  const quiet = { from: hhmm(fromHours, fromMinutes), to: hhmm(toHours, toMinutes) };
  if (quiet.from === quiet.to)
    throw bad(`quiet=${typed} would be quiet all day`, "choose two hours, or leave quiet= out");
  return quiet;
}

function readOn(typed: string): boolean {
  const on = typed.toLowerCase();
  if (on === "fired" || on === "warnings") return on === "warnings";
  const hint = `${suggestion(typed, ["fired", "warnings"])}it takes fired or warnings`;
  throw bad(`"${quotable(typed)}" is not a value of on=`, hint);
}

const TIME_FORMS = "write a time as HH:MM, e.g. 07:30, or close+30m for 30 minutes after New York closes";

function readAt(typed: string, tz: string | undefined): At {
  const time = /^(\d{1,2}):(\d{2})$/.exec(typed);
  if (!time) return readAfterClose(typed, tz);
  const [hours, minutes] = [Number(time[1]), Number(time[2])];
  if (hours > 23 || minutes > 59) {
    const midnight = hours === 24 && minutes === 0 ? 'did you mean "00:00"? ' : "";
    throw bad(`"${quotable(typed)}" is not a time of day`, `${midnight}${TIME_FORMS}`);
  }
  if (tz === undefined) throw bad("tz= is missing", `say whose ${typed} it is, e.g. tz=Europe/London`);
  return { kind: "time", hhmm: hhmm(hours, minutes), tz: readZone(tz) };
}

function readAfterClose(typed: string, tz: string | undefined): At {
  const match = /^close\+(?:(\d{1,3})h)?(?:(\d{1,4})(?:m|min)?)?$/i.exec(typed);
  const minutes = Number(match?.[1] ?? 0) * 60 + Number(match?.[2] ?? 0);
  if (!match || typed.endsWith("+")) throw bad(notATime(typed), `${meantTime(typed)}${TIME_FORMS}`);
  if (minutes > MOST_MINUTES_AFTER_CLOSE)
    throw bad(
      `"${quotable(typed)}" is more than ${MOST_MINUTES_AFTER_CLOSE} minutes after the close`,
      "give a time of day instead, e.g. 07:30 tz=Europe/London",
    );
  return { kind: "afterClose", minutes, tz: tz === undefined ? NEW_YORK : readZone(tz) };
}

function notATime(typed: string): string {
  return typed === "" ? "the time is missing" : `"${quotable(typed)}" is not a time of day`;
}

/** "7:30am", "0730", "7.30", "19h30" */
function meantTime(typed: string): string {
  if (/^close/i.test(typed)) return 'did you mean "close+30m"? ';
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm)?h?$/i.exec(typed);
  const half = match?.[3]?.toLowerCase();
  const typedHours = Number(match?.[1] ?? 99);
  const hours = half === undefined ? typedHours : (typedHours % 12) + (half === "pm" ? 12 : 0);
  const minutes = Number(match?.[2] ?? 0);
  const isTime = hours <= 23 && minutes <= 59 && (half === undefined || typedHours <= 12);
  return isTime ? `did you mean "${hhmm(hours, minutes)}"? ` : "";
}

const hhmm = (hours: number, minutes: number) =>
  `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;

const WHOLE_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const DAY_FORMS = "days= takes weekdays, trading, or days such as mon,thu or mon-fri";

function readDays(typed: string): Days {
  const parts = [
    ...new Set(
      typed
        .toLowerCase()
        .split(",")
        .filter((part) => part !== ""),
    ),
  ];
  const whole = parts.find((part) => part === "weekdays" || part === "trading");
  if (whole !== undefined && parts.length === 1) return whole;
  if (whole !== undefined) throw bad(`days=${whole} stands for itself, beside no other days`, DAY_FORMS);
  if (parts.length === 0) throw bad("days= names no day", DAY_FORMS);
  const named = new Set(parts.flatMap(readDayOrRange));
  const days = WEEKDAYS.filter((day) => named.has(day));
  return days.join() === "mon,tue,wed,thu,fri" ? "weekdays" : days;
}

function readDayOrRange(part: string): readonly Weekday[] {
  const [from = "", to, ...rest] = part.split("-").map(dayIndex);
  const [first, last] = [from, to ?? from];
  if (typeof first === "string" || typeof last === "string" || rest.length > 0) {
    const known = ["weekdays", "trading", ...WHOLE_NAMES];
    throw bad(`"${quotable(part)}" is not a day`, suggestion(part, known) + DAY_FORMS);
  }
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => WEEKDAYS[(first + step) % 7] ?? "mon");
}

/** 0 for "mon", "Monday"; text that is no day comes back. */
function dayIndex(text: string): number | string {
  const index = WHOLE_NAMES.findIndex((name) => text.length >= 3 && name.startsWith(text));
  return index < 0 ? text : index;
}

/** After the close, every day that can come is one of trading. */
function daysFor(at: At, days: Days): Days {
  if (at.kind === "time") return days;
  if (typeof days === "string") return "trading";
  if (days.every((day) => day === "sat" || day === "sun"))
    throw bad("New York never trades at the weekend", "give days= of the week, or a time of day");
  return days;
}

/**
 * Names of topics parted by commas, each once, in the order typed.
 * @throws BriefingError `bad_command` for none, or one that there is not.
 */
export function readTopics(typed: string, known: readonly string[]): string[] {
  const names = typed
    .toLowerCase()
    .split(",")
    .filter((name) => name !== "");
  if (names.length === 0) throw bad("topics= is missing", `choose from ${known.join(", ")}`);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw bad(
      `there is no topic "${quotable(unknown)}"`,
      `${suggestion(unknown, known)}choose from ${known.join(", ")}`,
    );
  return [...new Set(names)];
}

function readWhen(typed: string): Schedule["when"] {
  const when = typed.toLowerCase();
  if (when === "always" || when === "changed") return when;
  const hint = `${suggestion(typed, ["always", "changed"])}it takes always or changed`;
  throw bad(`"${quotable(typed)}" is not a value of when=`, hint);
}

function readAudience(typed: string): Schedule["audience"] {
  const audience = typed.toLowerCase();
  if (audience === "internal" || audience === "institutional") return audience;
  if (audience === "retail")
    throw new BriefingError(
      "refused",
      "retail audiences are not served: the briefings carry neither the explanations nor the checks of suitability that retail clients are owed",
      "schedule it for a channel whose members are all internal or institutional",
    );
  const hint = `${suggestion(typed, ["internal", "institutional"])}it takes internal or institutional`;
  throw bad(`"${quotable(typed)}" is not a value of audience=`, hint);
}
