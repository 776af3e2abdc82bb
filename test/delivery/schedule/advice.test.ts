import { describe, expect, it } from "vitest";
import { adviseCadence } from "../../../src/delivery/schedule/advice.ts";
import type { Needed } from "../../../src/delivery/schedule/freshness-gate.ts";

const MONTHLY: Needed = { name: "index levels", cadence: "monthly", lagDays: 75, newest: "2025-11-30" };
const WEEKLY: Needed = { name: "claims", cadence: "weekly", lagDays: 12, newest: "2026-11-14" };
const DAILY: Needed = { name: "index levels", cadence: "daily", lagDays: 0, newest: "2026-11-20" };
const SNAPSHOT: Needed = { name: "index members", cadence: "once", lagDays: 170, newest: "2026-11-20" };
const EVENTS: Needed = { name: "Fed decisions", cadence: "events", lagDays: 0, newest: "2026-10-29" };

const advise = (needed: readonly Needed[], days: Parameters<typeof adviseCadence>[1]["days"] = "trading") =>
  adviseCadence(needed, { days, when: "always" });

describe("advice on how often to post", () => {
  it("offers less to a channel whose data are monthly", () => {
    const monthly = "index levels are monthly at hand (newest: 30 Nov 2025)";
    expect(advise([MONTHLY, EVENTS])).toBe(
      `${monthly}: a daily briefing would repeat itself; consider days=mon with when=changed, which posts only when something moved`,
    );
    expect(advise([MONTHLY], "weekdays")).toContain("a daily briefing");
    expect(advise([MONTHLY], ["mon", "thu"])).toContain("a briefing on several days a week");
    expect(advise([MONTHLY], ["thu"])).toBe(
      `${monthly}: a weekly briefing would repeat itself; consider when=changed, which posts only when something moved`,
    );
  });

  it("offers weekly posts where the finest data are weekly", () => {
    expect(advise([MONTHLY, WEEKLY])).toBe(
      "claims are weekly at hand (newest: 14 Nov 2026): a daily briefing would repeat itself; consider days=mon, or when=changed",
    );
    expect(advise([MONTHLY, WEEKLY], ["fri"])).toBeNull();
  });

  it.each([
    ["data that are daily", [MONTHLY, DAILY]],
    ["a snapshot, which may be replaced on any day", [MONTHLY, SNAPSHOT]],
    ["events alone", [EVENTS]],
    ["data that are not at hand", [{ ...MONTHLY, newest: null }]],
    ["nothing", []],
  ])("has none for %s", (_what, needed) => {
    expect(advise(needed)).toBeNull();
  });

  it("has none for what posts only when something changed", () => {
    expect(adviseCadence([MONTHLY], { days: "trading", when: "changed" })).toBeNull();
  });
});
