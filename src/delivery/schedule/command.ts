import type { Days, Schedule } from "./subscription.ts";

/** What to type to get a schedule again: "schedule add 07:30 tz=Europe/London topics=valuation,ratecut" */
export function commandOf({ at, days, topics, when, audience }: Schedule): string {
  if (at.kind === "flip") {
    const { quiet, tz, warnings } = at;
    const parts = [
      "schedule add alerts",
      ...(quiet === null ? [] : [`quiet=${quiet.from}-${quiet.to}`]),
      `tz=${tz}`,
      ...(warnings ? ["on=warnings"] : []),
      ...(audience === "internal" ? [] : [`audience=${audience}`]),
    ];
    return parts.join(" ");
  }
  const time = at.kind === "time" ? `${at.hhmm} tz=${at.tz}` : `close+${at.minutes}m tz=${at.tz}`;
  const parts = [
    `schedule add ${time} topics=${topics.join(",")}`,
    ...(days === "trading" ? [] : [`days=${typeof days === "string" ? days : days.join(",")}`]),
    ...(when === "always" ? [] : [`when=${when}`]),
    ...(audience === "internal" ? [] : [`audience=${audience}`]),
  ];
  return parts.join(" ");
}

/** Whether two schedules post the same at the same moments; whose clock shows it, and on what condition, aside. */
export function isSameBriefing(one: Schedule, other: Schedule): boolean {
  return sameness(one) === sameness(other);
}

function sameness({ at, days, topics }: Schedule): string {
  if (at.kind === "flip") return "alerts";
  const when = at.kind === "time" ? [at.hhmm, at.tz] : [at.minutes];
  return JSON.stringify([when, daysOf(days), topics.toSorted()]);
}

const daysOf = (days: Days) => (typeof days === "string" ? days : days.toSorted());
