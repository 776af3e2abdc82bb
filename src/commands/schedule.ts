import { BriefingError } from "../briefing/errors.ts";
import { quotable } from "../briefing/quotable.ts";
import { commandSuggestion, didYouMean, suggestion } from "../briefing/suggest.ts";
import { type AlertsText, readAlerts, readSchedule } from "../delivery/schedule/read-schedule.ts";
import type { Schedule, ScheduleCommand } from "../delivery/schedule/subscription.ts";

const ACTIONS = [
  "list",
  "add",
  "pause",
  "resume",
  "remove",
  "test",
  "changed",
  "always",
  "acknowledge",
  "help",
] as const;
type Action = (typeof ACTIONS)[number];

const bad = (message: string, hint: string) => new BriefingError("bad_command", message, hint);

export const SCHEDULE_USAGE =
  "schedule add HH:MM tz=ZONE topics=a,b [days=weekdays|trading|mon,thu] [when=always|changed] [audience=internal|institutional]";

/**
 * Reads what follows the word `schedule`.
 * @param topics names of those that can be scheduled
 * @throws BriefingError `bad_command` that names the value and the remedy; `refused` for a retail audience.
 */
export function parseSchedule(words: readonly string[], topics: readonly string[]): ScheduleCommand {
  const [typed = "list", ...rest] = words;
  const action = readAction(typed);
  if (action === "add") return { kind: "schedule", action, schedule: parseAdd(rest, topics) };
  if (action === "list" || action === "help") {
    if (rest[0] !== undefined)
      throw bad(
        `schedule ${action} takes no argument, "${quotable(rest[0])}" was given`,
        `type: schedule ${action}`,
      );
    return { kind: "schedule", action };
  }
  const id = readId(action, rest);
  return action === "acknowledge" ? { kind: "schedule", action, id } : { kind: "schedule", action, id };
}

/** "alerts", "alert" and what is nearly that. */
const isAlerts = (typed: string) => didYouMean(typed, ["alerts"]) !== null;

function readAction(typed: string): Action {
  const word = typed.toLowerCase();
  const action = ACTIONS.find((each) => each === (word === "ack" ? "acknowledge" : word));
  if (action) return action;
  const meant = commandSuggestion(typed, ACTIONS, (name) => `schedule ${name}`);
  const begun = /^(close|\d)/i.test(typed) ? "`schedule add` begins a new one; " : "";
  const alerts = isAlerts(typed) ? "did you mean `schedule add alerts`? " : "";
  throw bad(
    `schedule cannot "${quotable(typed)}"`,
    `${alerts || meant}${begun}it takes ${ACTIONS.join(", ")}`,
  );
}

function readId(action: Action, [id, extra]: readonly string[]): string | null {
  if (extra !== undefined)
    throw bad(
      `schedule ${action} takes one id; "${quotable(extra)}" is one too many`,
      "schedule list shows the ids",
    );
  if (id === undefined) return null;
  const bare = id.replace(/^(id=|#)/i, "");
  if (/^[\w-]{1,64}$/.test(bare)) return bare;
  throw bad(`"${quotable(id)}" is not the id of a schedule`, "schedule list shows the ids");
}

const NAMES = ["tz", "topics", "days", "when", "audience"] as const;
type Name = (typeof NAMES)[number];

const ALERT_NAMES = ["quiet", "tz", "on", "audience"] as const;
export const ALERTS_USAGE =
  "schedule add alerts [quiet=22:00-07:00] [tz=ZONE] [on=fired|warnings] [audience=internal|institutional]";

function parseAlerts(words: readonly string[]): Schedule {
  const given = new Map<string, string>();
  for (const word of words) {
    const at = word.indexOf("=");
    const typed = word.slice(0, Math.max(at, 0)).toLowerCase();
    const name = ALERT_NAMES.find((each) => each === typed);
    if (name === undefined)
      throw bad(
        `schedule add alerts has no argument "${quotable(at < 0 ? word : typed)}"`,
        `${suggestion(typed, ALERT_NAMES)}usage: ${ALERTS_USAGE}`,
      );
    if (given.has(name)) throw bad(`${name}= is given more than once`, `usage: ${ALERTS_USAGE}`);
    given.set(name, word.slice(at + 1));
  }
  return readAlerts(Object.fromEntries(given) as AlertsText);
}

function parseAdd(words: readonly string[], topics: readonly string[]): Schedule {
  const [first = "", ...rest] = words.filter((word) => word !== "");
  if (/^alerts?$/i.test(first)) return parseAlerts(rest);
  if (isAlerts(first))
    throw bad(
      `"${quotable(first)}" is not a time of day`,
      `did you mean \`schedule add alerts\`? usage: ${ALERTS_USAGE}`,
    );
  if (looksLikeCron(words))
    throw bad("schedules are not written as cron", `write the time and days in words: ${SCHEDULE_USAGE}`);
  const given = new Map<"at" | Name, string>();
  for (const word of tidied(words)) {
    const [name, value] = readWord(word, given.has("at"));
    if (given.has(name))
      throw bad(
        name === "at" ? `"${quotable(word)}" is a second time` : `${name}= is given more than once`,
        `usage: ${SCHEDULE_USAGE}`,
      );
    given.set(name, value);
  }
  return readSchedule(Object.fromEntries(given), topics);
}

function looksLikeCron(typed: readonly string[]): boolean {
  const words = typed.map((word) => word.replace(/^["'“‘`]|["'”’`]$/g, ""));
  if (/^\*(\/\d+)?$/.test(words[0] ?? "")) return true;
  return (
    words.length >= 5 &&
    words.slice(0, 5).every((word) => /^[\d*,/-]+$/.test(word) || /^[a-z]{3}(-[a-z]{3})?$/i.test(word))
  );
}

/** "topics=a, b", "close + 30 m" and "30 minutes after the close" as they are meant. */
function tidied(words: readonly string[]): readonly string[] {
  return words
    .join(" ")
    .replace(/ ?, ?/g, ",")
    .replace(/\b(\d{1,4}) ?(?:m|min|minutes?) after (?:the )?close\b/i, "close+$1m")
    .replace(/\bafter-?close=(\d)/i, "close+$1")
    .replace(/\bclose ?\+ ?(\d+)(?: (h|m|min)\b)?/i, "close+$1$2")
    .split(" ")
    .filter((word) => word !== "");
}

function readWord(word: string, hasTime: boolean): readonly ["at" | Name, string] {
  const at = word.indexOf("=");
  if (at < 0) {
    if (!hasTime || /^(\d|close)/i.test(word)) return ["at", word];
    throw bad(`"${quotable(word)}" stands alone; arguments are written name=value`, loneWordHint(word));
  }
  const typed = word.slice(0, at).toLowerCase();
  const value = word.slice(at + 1);
  if (typed === "at" || typed === "time") return ["at", value];
  const name = NAMES.find((each) => each === typed);
  if (name) return [name, value];
  throw bad(
    `schedule add has no argument "${quotable(typed)}"`,
    `${meantName(typed)}usage: ${SCHEDULE_USAGE}`,
  );
}

const SYNONYMS: Readonly<Record<string, Name>> = { zone: "tz", timezone: "tz", topic: "topics", day: "days" };

function meantName(typed: string): string {
  const synonym = SYNONYMS[typed];
  return synonym === undefined || !Object.hasOwn(SYNONYMS, typed)
    ? suggestion(typed, NAMES)
    : `did you mean "${synonym}"? `;
}

function loneWordHint(word: string): string {
  const zone = word.includes("/") ? `did you mean "tz=${quotable(word)}"? ` : "";
  return `${zone}a zone of two words is written with "_", e.g. tz=America/New_York; usage: ${SCHEDULE_USAGE}`;
}
