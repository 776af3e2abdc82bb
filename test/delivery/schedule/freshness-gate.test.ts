import { describe, expect, it } from "vitest";
import { freshnessGate, type Needed } from "../../../src/delivery/schedule/freshness-gate.ts";
import { nyseCalendar } from "../../../src/delivery/schedule/trading-calendar.ts";
import { ms } from "./build.ts";

const calendar = nyseCalendar();
const LEVELS: Needed = { name: "index levels", cadence: "daily", lagDays: 0, newest: "2026-11-23" };
const SPREADS: Needed = { name: "spreads", cadence: "daily", lagDays: 1, newest: "2026-11-20" };
const FACTORS: Needed = { name: "factors", cadence: "monthly", lagDays: 75, newest: "2026-09-30" };
const CLAIMS: Needed = { name: "claims", cadence: "weekly", lagDays: 12, newest: "2026-11-14" };

function gate(needed: readonly Needed[], now = "2026-11-24T07:30:00Z", date = "2026-11-23") {
  const run = { at: ms("2026-11-24T07:30:00Z"), session: calendar.sessionOn(date)! };
  const { deadline, ...decided } = freshnessGate(needed, run, ms(now), calendar);
  expect(deadline).toBe(ms("2026-11-24T09:30:00Z"));
  return decided;
}

describe("the freshness gate", () => {
  it("lets a briefing go when its daily data are in, however old its monthly ones", () => {
    expect(gate([LEVELS, { ...FACTORS, newest: "2026-09-30" }, CLAIMS])).toEqual({
      decision: "now",
      late: [],
    });
    expect(gate([])).toEqual({ decision: "now", late: [] });
    expect(gate([{ ...LEVELS, newest: "2026-11-24" }]).decision).toBe("now");
  });

  it("waits for daily data until the deadline, then posts and says so", () => {
    const late = ["index levels of 23 Nov 2026 are not in (newest: 20 Nov 2026)"];
    const needed = [{ ...LEVELS, newest: "2026-11-20" }];
    expect(gate(needed)).toEqual({ decision: "wait", late });
    expect(gate(needed, "2026-11-24T09:29:59Z").decision).toBe("wait");
    expect(gate(needed, "2026-11-24T09:30:00Z")).toEqual({ decision: "late", late });
  });

  it("waits for data of which there are none", () => {
    expect(gate([{ ...LEVELS, newest: null }])).toMatchObject({
      decision: "wait",
      late: ["index levels of 23 Nov 2026 are not in (newest: none)"],
    });
  });

  it("does not wait for data that have not come for more than three sessions, and says so at once", () => {
    const of = (newest: string) => gate([{ ...LEVELS, newest }]);
    // Monday the 23rd is awaited: Friday, Thursday and Wednesday before it are three sessions.
    expect(of("2026-11-18").decision).toBe("wait");
    expect(of("2026-11-17")).toEqual({
      decision: "late",
      late: ["index levels of 23 Nov 2026 are not in (newest: 17 Nov 2026)"],
    });
    // What is alive is waited for, whatever has ceased.
    expect(
      gate([
        { ...LEVELS, newest: "2026-11-02" },
        { ...SPREADS, newest: "2026-11-19" },
      ]),
    ).toEqual({
      decision: "wait",
      late: [
        "index levels of 23 Nov 2026 are not in (newest: 2 Nov 2026)",
        "spreads of 23 Nov 2026 are not in (newest: 19 Nov 2026)",
      ],
    });
  });

  it("expects what is published a day later a day later, by New York's date and its sessions", () => {
    // 21:30 UTC on Monday: Monday's value comes on Tuesday, Friday's was due on Saturday.
    expect(gate([SPREADS], "2026-11-23T21:30:00Z").decision).toBe("now");
    expect(gate([SPREADS], "2026-11-24T04:59:00Z").decision).toBe("now"); // still Monday in New York
    expect(gate([SPREADS], "2026-11-24T05:00:00Z").decision).toBe("wait");
    expect(gate([{ ...SPREADS, newest: "2026-11-25" }], "2026-11-27T18:30:00Z", "2026-11-27").decision).toBe(
      "now",
    );
  });

  it("names what is overdue by its own cadence, and waits for none of it", () => {
    // September's factors were followed by October's, due 75 days after 31 October: 14 January.
    expect(gate([LEVELS, FACTORS], "2027-01-14T12:00:00Z").late).toEqual([]);
    expect(gate([LEVELS, FACTORS], "2027-01-15T12:00:00Z")).toEqual({
      decision: "late",
      late: ["factors are overdue (newest: 30 Sep 2026)"],
    });
    // The week to 14 November was followed by that to 21 November, due 12 days later: 3 December.
    expect(gate([CLAIMS], "2026-12-03T12:00:00Z").late).toEqual([]);
    expect(gate([CLAIMS], "2026-12-04T12:00:00Z").late).toEqual(["claims are overdue (newest: 14 Nov 2026)"]);
    const holdings: Needed = { name: "holdings", cadence: "once", lagDays: 170, newest: "2026-06-30" };
    expect(gate([holdings], "2026-12-17T12:00:00Z").late).toEqual([]);
    expect(gate([holdings], "2026-12-18T12:00:00Z").late).toHaveLength(1);
    const cuts: Needed = { name: "decisions", cadence: "events", lagDays: 0, newest: "2020-01-01" };
    expect(gate([cuts]).late).toEqual([]);
    expect(gate([{ ...FACTORS, newest: null }]).late).toEqual(["factors are not at hand"]);
  });
});
