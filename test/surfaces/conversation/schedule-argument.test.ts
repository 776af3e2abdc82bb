import { expect, it } from "vitest";
import { BriefingError } from "../../../src/briefing/errors.ts";
import { parseLine } from "../../../src/commands/grammar.ts";
import { argumentAt } from "../../../src/surfaces/conversation/schedule-argument.ts";
import { topics } from "../../../src/topics/index.ts";

/** What the one reader of schedules says of a line. */
function refusalOf(line: string): string {
  try {
    parseLine(line, topics, "2026-11-23");
  } catch (error) {
    if (error instanceof BriefingError) return error.message;
    throw error;
  }
  throw new Error(`"${line}" was taken`);
}

it.each([
  ["at", "schedule add tz=UTC topics=valuation"],
  ["at", "schedule add at=25:00 tz=UTC topics=valuation"],
  ["at", "schedule add at=days= tz=UTC topics=valuation"],
  ["at", "schedule add at=topic tz=UTC topics=valuation"],
  ["at", "schedule add close+721m topics=valuation"],
  ["at", "schedule add 07:30 08:30 tz=UTC topics=valuation"],
  ["tz", "schedule add 07:30 topics=valuation"],
  ["tz", "schedule add 07:30 tz=audience topics=valuation"],
  ["tz", "schedule add 07:30 tz=New York topics=valuation"],
  ["topics", "schedule add 07:30 tz=UTC topics="],
  ["topics", "schedule add 07:30 tz=UTC topics=weekend"],
  ["days", "schedule add 07:30 tz=UTC topics=valuation days=,"],
  ["days", "schedule add 07:30 tz=UTC topics=valuation days=topics"],
  ["days", "schedule add close+30m topics=valuation days=sat"],
  ["when", "schedule add 07:30 tz=UTC topics=valuation when=audience"],
  ["audience", "schedule add 07:30 tz=UTC topics=valuation audience=tz="],
  ["audience", "schedule add 07:30 tz=UTC topics=valuation audience=retail"],
])("the field %s is told of %s", (argument, line) => {
  expect(argumentAt(refusalOf(line))).toBe(argument);
});

it.each([
  'schedule cannot "move"',
  "this channel has that already, as k7m2qp (active): Every trading day 07:30 Europe/London: valuation",
  "this channel has 10 schedules, and 10 are the most",
])("no field is told: %s", (message) => {
  expect(argumentAt(message)).toBeNull();
});
