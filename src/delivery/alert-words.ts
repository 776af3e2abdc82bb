import { formatDate } from "../briefing/format.ts";
import type { SeenFlip } from "./alerts.ts";
import type { Watched } from "./flips.ts";
import { momentInWords } from "./schedule/describe.ts";

/** The lines of an alert, under the headline; `now` in milliseconds since the epoch. */
export function alertLead(
  flips: readonly SeenFlip[],
  now: number,
  tz: string,
  onTimeMs: number,
): readonly string[] {
  const ordered = [...flips].sort((a, b) => Number(b.isCondition) - Number(a.isCondition));
  const seen = Math.min(...flips.map(({ seenAt }) => seenAt));
  return [
    ...ordered.map((flip, at) => `${at === 0 ? "Alert: " : ""}${flipInWords(flip)}`),
    ...(now - seen > onTimeMs ? [`Seen ${momentInWords(seen, tz)}, posted now`] : []),
  ];
}

/** "Volatility index (VIX) has fired, by the print of 14 Aug 2026 (warns at 20.65, fires at 30.00)" */
export const flipInWords = (flip: SeenFlip): string => `${flipBriefly(flip)} (${flip.rule})`;

/** The same without the rule. */
export function flipBriefly({ name, before, now, asOf, isCondition }: SeenFlip): string {
  const by = isCondition ? `data to ${formatDate(asOf)}` : `the print of ${formatDate(asOf)}`;
  return `${name} ${verb(before, now)}, by ${by}`;
}

function verb(before: string, now: string): string {
  if (now === "fired") return "has fired";
  if (now === "open") return "has not fired any more by the triggers that are known";
  if (before === "fired") return now === "warning" ? "has cleared, and still warns" : "has cleared";
  return now === "warning" ? "warns" : "warns no more";
}

/** What holds when alerts begin. */
export function baselineInWords(watched: readonly Watched[] | null): readonly string[] {
  if (watched === null)
    return ["The data cannot be read now: the first look that can is what later ones are compared with"];
  const of = (state: string) => watched.filter((each) => each.state === state).map(({ name }) => name);
  const [fired, warning] = [of("fired"), of("warning").filter((name) => !of("fired").includes(name))];
  const none = fired.length === 0 && warning.length === 0 ? ["Nothing has fired or warns now"] : [];
  return [
    ...(fired.length > 0 ? [`Fired now: ${fired.join(", ")}`] : []),
    ...(warning.length > 0 ? [`Warning now: ${warning.join(", ")}`] : []),
    ...none,
    "Nothing is posted of that: alerts tell what changes from here on",
  ];
}
