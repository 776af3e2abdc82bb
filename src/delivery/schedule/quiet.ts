import { addDays } from "../../maths/calendar.ts";
import type { Quiet } from "../../storage/port.ts";
import { instantOf, wallClock } from "./local-time.ts";

/**
 * When the quiet hours end in which an instant falls (milliseconds since the epoch), by the clocks of a zone; null
 * outside them. Across a change of the clocks they end with the first instant at which the wall shows their end.
 */
export function quietUntil(now: number, { from, to }: Quiet, tz: string): number | null {
  const { date, time } = wallClock(now, tz);
  const isWithin = from < to ? time >= from && time < to : time >= from || time < to;
  if (!isWithin) return null;
  const end = instantOf(time < to ? date : addDays(date, 1), to, tz);
  return end > now ? end : null;
}
