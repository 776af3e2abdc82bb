import { formatDate } from "../../briefing/format.ts";
import type { Needed } from "./freshness-gate.ts";
import type { Schedule } from "./subscription.ts";

/**
 * Advice for a schedule that would post more often than its data change, as a sentence; null where it would not, or
 * where that cannot be told: a snapshot may be replaced on any day.
 */
export function adviseCadence(
  needed: readonly Needed[],
  { days, when }: Pick<Schedule, "days" | "when">,
): string | null {
  const moving = needed.filter(({ newest, cadence }) => newest !== null && cadence !== "events");
  const finest = moving.some(({ cadence }) => cadence === "weekly") ? "weekly" : "monthly";
  const mayBeDaily = moving.some(({ cadence }) => cadence === "daily" || cadence === "once");
  // What posts only when something moved does not repeat itself.
  if (moving.length === 0 || mayBeDaily || when === "changed") return null;
  const aWeek = typeof days === "string" ? 5 : days.length;
  if (finest === "weekly" && aWeek === 1) return null;
  const often =
    aWeek === 1 ? "a weekly briefing" : aWeek < 5 ? "a briefing on several days a week" : "a daily briefing";
  const data = moving.filter(({ cadence }) => cadence === finest).map(inWords);
  return `${data.join("; ")}: ${often} would repeat itself; consider ${offer(finest, aWeek)}`;
}

function offer(finest: "weekly" | "monthly", aWeek: number): string {
  if (finest === "weekly") return "days=mon, or when=changed";
  return `${aWeek === 1 ? "" : "days=mon with "}when=changed, which posts only when something moved`;
}

/** "index levels are monthly at hand (newest: 30 Nov 2025)" */
function inWords({ name, cadence, newest }: Needed): string {
  return `${name} are ${cadence} at hand (newest: ${formatDate(newest ?? "")})`;
}
