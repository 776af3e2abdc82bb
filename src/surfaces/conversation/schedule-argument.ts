/** The arguments of `schedule add` and of `schedule add alerts`, which are the fields of every form for one. */
export type ScheduleArgument = "at" | "tz" | "topics" | "days" | "when" | "audience" | "quiet";

const WORDS: readonly (readonly [ScheduleArgument, RegExp])[] = [
  ["tz", /\btz=|time zone|stands alone/],
  ["quiet", /\bquiet=|span of hours/],
  ["topics", /\btopics?\b/],
  ["days", /\bdays=|is not a day\b|names no day|weekend/],
  ["when", /\bwhen=/],
  ["audience", /\baudience/],
  ["at", /time of day|the time\b|after the close|second time/],
];

/** The argument that a refusal of `schedule add` speaks of; null: none in particular. What it quotes was typed. */
export function argumentAt(message: string): ScheduleArgument | null {
  const ours = message.replace(/"[^"]*"/g, '""');
  return WORDS.find(([, words]) => words.test(ours))?.[0] ?? null;
}
