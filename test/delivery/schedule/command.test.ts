import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSchedule } from "../../../src/commands/schedule.ts";
import { commandOf, isSameBriefing } from "../../../src/delivery/schedule/command.ts";
import type { Schedule } from "../../../src/delivery/schedule/subscription.ts";
import { WEEKDAYS } from "../../../src/delivery/schedule/subscription.ts";
import { subscription } from "./build.ts";

const TOPICS = ["valuation", "ratecut", "performance"];

const tz = fc.constantFrom("Europe/London", "America/New_York", "Asia/Kolkata", "UTC");
const pad = (value: number) => String(value).padStart(2, "0");
const schedule: fc.Arbitrary<Schedule> = fc.record({
  topics: fc.shuffledSubarray(TOPICS, { minLength: 1 }),
  at: fc.oneof(
    fc.record({
      kind: fc.constant("time" as const),
      hhmm: fc.tuple(fc.nat(23), fc.nat(59)).map(([h, m]) => `${pad(h)}:${pad(m)}`),
      tz,
    }),
    fc.record({ kind: fc.constant("afterClose" as const), minutes: fc.nat(720), tz }),
  ),
  days: fc.oneof(
    fc.constantFrom("weekdays" as const, "trading" as const),
    fc.subarray([...WEEKDAYS], { minLength: 1, maxLength: 4 }),
  ),
  when: fc.constantFrom("always", "changed"),
  audience: fc.constantFrom("internal", "institutional"),
});

describe("the command of a schedule", () => {
  it("gives the same schedule again", () => {
    fc.assert(
      fc.property(schedule, (given) => {
        // After the close, days of the week that New York never trades on are refused, and "weekdays" is "trading".
        fc.pre(given.at.kind === "time" || given.days === "trading");
        const words = commandOf(given).split(" ");
        expect(words.shift()).toBe("schedule");
        expect(parseSchedule(words, TOPICS)).toEqual({ kind: "schedule", action: "add", schedule: given });
      }),
    );
  });

  it("gives alerts again", () => {
    for (const command of [
      "schedule add alerts tz=America/New_York",
      "schedule add alerts quiet=22:00-07:00 tz=Europe/London on=warnings audience=institutional",
    ]) {
      const given = parseSchedule(command.split(" ").slice(1), TOPICS);
      if (!("schedule" in given)) throw new Error(command);
      expect(commandOf(given.schedule)).toBe(command);
      expect(isSameBriefing(given.schedule, subscription())).toBe(false);
    }
  });

  it("says no more than is needed", () => {
    expect(commandOf(subscription())).toBe("schedule add 07:30 tz=Europe/London topics=valuation,ratecut");
    expect(
      commandOf(subscription({ days: ["mon", "thu"], when: "changed", audience: "institutional" })),
    ).toBe(
      "schedule add 07:30 tz=Europe/London topics=valuation,ratecut days=mon,thu when=changed audience=institutional",
    );
  });
});

describe("the same briefing", () => {
  it.each([
    [{ topics: ["ratecut", "valuation"] }, true],
    [{ when: "changed" as const }, true],
    [{ audience: "institutional" as const }, true],
    [{ topics: ["valuation"] }, false],
    [{ days: "weekdays" as const }, false],
    [{ at: { kind: "time" as const, hhmm: "07:30", tz: "Europe/Paris" } }, false],
    [{ at: { kind: "afterClose" as const, minutes: 30, tz: "UTC" } }, false],
  ])("%o: %s", (change, same) => {
    expect(isSameBriefing(subscription(), subscription(change))).toBe(same);
  });
});
