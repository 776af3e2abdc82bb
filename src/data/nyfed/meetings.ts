/**
 * The last days of the FOMC's scheduled meetings, on which its decisions are announced, as the Board of Governors
 * published them: 2026 in August 2024, 2027 in September 2025.
 */
export const MEETINGS: readonly string[] = [
  "2026-01-28",
  "2026-03-18",
  "2026-04-29",
  "2026-06-17",
  "2026-07-29",
  "2026-09-16",
  "2026-10-28",
  "2026-12-09",
  "2027-01-27",
  "2027-03-17",
  "2027-04-28",
  "2027-06-09",
  "2027-07-28",
  "2027-09-15",
  "2027-10-27",
  "2027-12-08",
  "2028-01-26",
];

/** Whether a decision of that day was made at a scheduled meeting; null where the calendar does not reach. */
export function wasScheduled(announced: string): boolean | null {
  const [first = "", last = ""] = [MEETINGS[0], MEETINGS.at(-1)];
  return announced < first || announced > last ? null : MEETINGS.includes(announced);
}
