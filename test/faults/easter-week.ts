import { deepStrictEqual } from "node:assert/strict";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeDir } from "../support/remove-dir.ts";
import { startServer } from "./database.ts";
import { monthlyFolder } from "./market.ts";
import { live, type Rule, type Wake } from "./week.ts";

/**
 * `npm run test:week`: the week of Easter 2027 in some minutes, with real processes on both platforms and a fault at
 * nearly every wake. New York is closed on Good Friday, 26 March; on Sunday the 28th the clocks go forward in London
 * (two weeks after New York's). Exit code 1 if anything was delivered that the calendar below does not say.
 */
const LONDON = { kind: "time", hhmm: "07:30", tz: "Europe/London" } as const;
const RULES: Readonly<Record<string, Rule>> = {
  "trading days": { at: LONDON, days: "trading" },
  weekdays: { at: LONDON, days: "weekdays" },
  "after the close": { at: { kind: "afterClose", minutes: 30, tz: "America/New_York" }, days: "trading" },
  "in the gap": { at: { kind: "time", hhmm: "01:30", tz: "Europe/London" }, days: ["sun"] },
};

/** By hand: when (UTC), and of which session. */
const CALENDAR: Readonly<Record<keyof typeof RULES, readonly string[]>> = {
  "trading days": [
    "2027-03-22T07:30 2027-03-19",
    "2027-03-23T07:30 2027-03-22",
    "2027-03-24T07:30 2027-03-23",
    "2027-03-25T07:30 2027-03-24",
    "2027-03-29T06:30 2027-03-25",
  ],
  weekdays: [
    "2027-03-22T07:30 2027-03-19",
    "2027-03-23T07:30 2027-03-22",
    "2027-03-24T07:30 2027-03-23",
    "2027-03-25T07:30 2027-03-24",
    "2027-03-26T07:30 2027-03-25",
    "2027-03-29T06:30 2027-03-25/nothing-new/2027-03-29",
  ],
  "after the close": [
    "2027-03-22T20:30 2027-03-22",
    "2027-03-23T20:30 2027-03-23",
    "2027-03-24T20:30 2027-03-24",
    "2027-03-25T20:30 2027-03-25",
    "2027-03-29T20:30 2027-03-29",
  ],
  "in the gap": ["2027-03-28T01:00 2027-03-25"],
};

const WAKES: readonly Wake[] = [
  { at: "2027-03-22T07:30:00Z", fault: { platform: "slack", does: "429 for a minute" } },
  { at: "2027-03-22T20:30:00Z", fault: { platform: "teams", does: "429 for a minute" } },
  { at: "2027-03-23T07:30:00Z", fault: { platform: "slack", diesBefore: "posted" } },
  { at: "2027-03-23T20:30:00Z", fault: { platform: "teams", diesBefore: "posted" } },
  { at: "2027-03-24T07:30:00Z", fault: "crash" },
  { at: "2027-03-24T20:30:00Z", fault: "disk full" },
  { at: "2027-03-25T07:30:00Z", fault: { platform: "slack", diesBefore: "posting" } },
  { at: "2027-03-25T20:30:00Z", fault: { platform: "teams", diesBefore: "posting" } },
  { at: "2027-03-26T07:30:00Z", fault: { platform: "slack", does: "accepted, then cut" } },
  { at: "2027-03-26T20:30:00Z" },
  { at: "2027-03-27T12:00:00Z" },
  { at: "2027-03-28T01:00:00Z", fault: { platform: "slack", does: "accepted, then 500" } },
  { at: "2027-03-29T06:28:00Z" },
  { at: "2027-03-29T06:30:00Z", fault: { platform: "teams", diesBefore: "claimed" } },
  { at: "2027-03-29T20:30:00Z", fault: "restart" },
];

/** What nobody can know: the process died after Teams had taken it, and Teams cannot be asked. */
const UNKNOWN = ["teams after the close 2027-03-23T20:30:00.000Z: unknown"];

const due = (at: string) =>
  2 *
  Object.values(CALENDAR)
    .flat()
    .filter((each) => each.slice(0, 16) <= at.slice(0, 16)).length;

const dir = await mkdtemp(join(tmpdir(), "smallcaps-week-"));
const server = await startServer(dir);
try {
  const { delivered, others, broken } = await live(server, await monthlyFolder(), {
    from: "2027-03-21T12:00:00Z",
    wakes: WAKES,
    rules: RULES,
    expected: due,
    report: (line) => console.log(line),
  });
  const both = (name: string) =>
    ["slack", "teams"].map((platform) => [`${platform} ${name}`, CALENDAR[name]]);
  deepStrictEqual({ ...delivered }, Object.fromEntries(Object.keys(CALENDAR).flatMap(both)));
  deepStrictEqual(others, UNKNOWN);
  deepStrictEqual(broken, []);
  console.log("the week was delivered as the calendar says");
} finally {
  await server.stop();
  await removeDir(dir);
}
