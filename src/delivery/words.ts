import { randomBytes } from "node:crypto";
import type { Briefing } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import type { Subscription } from "../storage/port.ts";
import type { DeliveryDeps } from "./deps.ts";
import type { DeliverJob } from "./jobs.ts";
import { nextInWords } from "./schedule/describe.ts";
import { wallClock } from "./schedule/local-time.ts";

/** One topic is asked for by its name, several as one briefing. */
export function commandOf(topics: readonly string[]): string {
  const [only] = topics;
  return topics.length === 1 && only !== undefined ? only : `brief topics=${topics.join(",")}`;
}

/** Why posting was stopped is the operators' to say: their words may hold figures. */
const OPERATORS_WORDS = /^(posting was stopped):.*$/s;

/** "Posted 40 min late: …"; null where it is on time. */
export function lateness(
  { timings }: DeliveryDeps,
  { slot, late = [], fault }: DeliverJob,
  { at }: Subscription,
  now: number,
): string | null {
  const scheduled = Date.parse(slot.scheduledAt);
  const minutes = Math.round((now - scheduled) / 60_000);
  const { onTimeMs } = timings.lateness;
  if (now - scheduled <= onTimeMs) return null;
  // Data are waited for until a deadline: what is later than that was held up by something else.
  const couldWait = now - scheduled <= timings.dataDeadlineMs + onTimeMs;
  const waited = late.length > 0 && couldWait ? "it waited for its data" : undefined;
  const due = `it was due at ${wallClock(scheduled, at.tz).time} (${at.tz})`;
  return `Posted ${duration(minutes)} late: ${fault?.replace(OPERATORS_WORDS, "$1") ?? waited ?? due}`;
}

export function duration(minutes: number): string {
  if (minutes < 120) return `${minutes} min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest === 0 ? "" : ` ${rest} min`}`;
}

/** "Next: Tue 24 Nov 2026 07:30 (GMT) for Monday's session"; none where none is to come. */
export function nextLine(deps: DeliveryDeps, subscription: Subscription, now: number): readonly string[] {
  const next = nextInWords(subscription, now, deps.calendar);
  return next === null ? [] : [`Next: ${next}`];
}

/** Why there is no briefing, in a line; a bug is told by the number under which it was logged. */
export function noBriefing({ log }: DeliveryDeps, error: unknown, details: object): string {
  if (error instanceof BriefingError)
    return `No briefing today: ${unstopped(error.message)}; ${unstopped(error.hint)}`;
  const reference = logged(log, error, details);
  return `No briefing today: an error inside smallcaps; whoever runs it finds it in the log under ${reference}`;
}

const unstopped = (text: string) => text.replace(/\.$/, "");

/** Logs what nobody foresaw, and gives the number to find it by. */
export function logged(log: DeliveryDeps["log"], error: unknown, details: object): string {
  const reference = randomBytes(4).toString("hex");
  log.error({ ...details, reference, err: error }, "a delivery failed inside smallcaps");
  return reference;
}

/** What two briefings must share to say the same; not when their sources were asked. */
export function saysTheSame(one: Briefing, other: Briefing): boolean {
  const said = ({ headline, subtitle, figures, tables, notes, caveats }: Briefing) =>
    JSON.stringify({
      headline,
      subtitle,
      tables,
      notes,
      caveats,
      figures: figures.map(({ key, label, unit, value, definition }) => [
        key,
        label,
        unit,
        value,
        definition,
      ]),
    });
  return said(one) === said(other);
}
