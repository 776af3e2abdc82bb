import { describe, expect, it } from "vitest";
import { BriefingError } from "../../../src/briefing/errors.ts";
import { readSchedule, type ScheduleText } from "../../../src/delivery/schedule/read-schedule.ts";
import { isZone, readZone } from "../../../src/delivery/schedule/zones.ts";

const TOPICS = ["valuation", "ratecut", "performance"];
const FORM: ScheduleText = { at: "07:30", tz: "Europe/London", topics: "valuation" };
const read = (change: ScheduleText) => readSchedule({ ...FORM, ...change }, TOPICS);

function refusal(act: () => unknown): BriefingError {
  try {
    act();
  } catch (error) {
    if (error instanceof BriefingError) return error;
    throw error;
  }
  throw new Error("was accepted");
}

describe("a form", () => {
  it("needs a time, a zone and topics; the rest has defaults", () => {
    expect(read({})).toEqual({
      topics: ["valuation"],
      at: { kind: "time", hhmm: "07:30", tz: "Europe/London" },
      days: "trading",
      when: "always",
      audience: "internal",
    });
  });

  it.each<[string, unknown]>([
    ["weekdays", "weekdays"],
    ["Trading", "trading"],
    ["thu,mon,thu", ["mon", "thu"]],
    ["Monday,tues,Thurs", ["mon", "tue", "thu"]],
    ["mon-fri", "weekdays"],
    ["fri-mon", ["mon", "fri", "sat", "sun"]],
    ["mon-sun", ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]],
  ])("days=%s", (days, expected) => {
    expect(read({ days }).days).toEqual(expected);
  });

  it.each<[string, number]>([
    ["close+30m", 30],
    ["CLOSE+30", 30],
    ["close+1h", 60],
    ["close+1h30m", 90],
    ["close+0m", 0],
    ["close+12h", 720],
  ])("at %s, with New York's zone if none is given", (at, minutes) => {
    expect(read({ at, tz: undefined }).at).toEqual({ kind: "afterClose", minutes, tz: "America/New_York" });
  });

  it("after the close takes weekdays for trading days", () => {
    expect(read({ at: "close+30m", days: "weekdays" }).days).toBe("trading");
    expect(read({ at: "close+30m", days: "mon,sat" }).days).toEqual(["mon", "sat"]);
  });

  it.each<[ScheduleText, RegExp, string]>([
    [{ at: undefined }, /the time is missing/, "HH:MM"],
    [{ at: "25:00" }, /"25:00" is not a time of day/, "HH:MM"],
    [{ at: "24:00" }, /"24:00"/, 'did you mean "00:00"?'],
    [{ at: "12:60" }, /"12:60"/, "HH:MM"],
    [{ at: "7:30am" }, /"7:30am"/, 'did you mean "07:30"?'],
    [{ at: "12am" }, /"12am"/, 'did you mean "00:00"?'],
    [{ at: "7.30pm" }, /"7.30pm"/, 'did you mean "19:30"?'],
    [{ at: "0730" }, /"0730"/, 'did you mean "07:30"?'],
    [{ at: "13pm" }, /"13pm"/, "write a time"],
    [{ at: "noon" }, /"noon"/, "write a time"],
    [{ at: "close-30m" }, /"close-30m"/, 'did you mean "close+30m"?'],
    [{ at: "close+" }, /"close\+"/, 'did you mean "close+30m"?'],
    [{ at: "close+721m" }, /more than 720 minutes/, "a time of day instead"],
    [{ at: "close+30m", days: "sat,sun" }, /never trades at the weekend/, "days="],
    [{ tz: undefined }, /tz= is missing/, "whose 07:30"],
    [{ tz: "" }, /"" is not a time zone/, "by its place"],
    [{ topics: "" }, /topics= is missing/, "valuation, ratecut, performance"],
    [{ topics: "valuation,ratcut" }, /no topic "ratcut"/, 'did you mean "ratecut"?'],
    [{ days: "" }, /names no day/, "mon,thu"],
    [{ days: "," }, /names no day/, "mon,thu"],
    [{ days: "weekday" }, /"weekday" is not a day/, 'did you mean "weekdays"?'],
    [{ days: "trading,mon" }, /days=trading stands for itself, beside no other days/, "mon,thu"],
    [{ days: "mon,mon,weekdays" }, /days=weekdays stands for itself/, "mon,thu"],
    [{ days: "mo" }, /"mo" is not a day/, "mon,thu"],
    [{ days: "mon-wed-fri" }, /"mon-wed-fri"/, "mon,thu"],
    [{ when: "chaged" }, /"chaged"/, 'did you mean "changed"?'],
    [{ audience: "institutionl" }, /"institutionl"/, 'did you mean "institutional"?'],
  ])("%o is refused", (change, message, hint) => {
    const fault = refusal(() => read(change));
    expect(fault.code).toBe("bad_command");
    expect(fault.message).toMatch(message);
    expect(fault.hint).toContain(hint);
  });

  it("retail is refused, with the reason", () => {
    const fault = refusal(() => read({ audience: "Retail" }));
    expect([fault.code, fault.message]).toEqual([
      "refused",
      expect.stringContaining("retail audiences are not served"),
    ]);
  });
});

describe("zones", () => {
  it.each([
    ["Europe/London", "Europe/London"],
    ["europe/london", "Europe/London"],
    ["AMERICA/NEW_YORK", "America/New_York"],
    ["America/Port-au-Prince", "America/Port-au-Prince"],
    ["Asia/Calcutta", "Asia/Kolkata"],
    ["Asia/Kolkata", "Asia/Kolkata"],
    ["Europe/Kiev", "Europe/Kyiv"],
    ["US/Eastern", "America/New_York"],
    ["America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"],
    ["utc", "UTC"],
  ])("%s is %s", (typed, zone) => {
    expect(readZone(typed)).toBe(zone);
    expect(isZone(zone)).toBe(true);
  });

  it.each<[string, string | null]>([
    ["Londn", "Europe/London"],
    ["London", "Europe/London"],
    ["Europe/Lodnon", "Europe/London"],
    ["Europe/Frankfurt", "Europe/Berlin"],
    ["Boston", "America/New_York"],
    ["NewYork", "America/New_York"],
    ["new york", "America/New_York"],
    ["EST", "America/New_York"],
    ["et", "America/New_York"],
    ["GMT", "Europe/London"],
    ["CET", "Europe/Berlin"],
    ["PST8PDT", "America/Los_Angeles"],
    ["Mars/Base", null],
    ["Europe", null],
    ["Etc/GMT+5", null],
    ["+01:00", null],
    ["UTC+1", null],
    ["__proto__", null],
    ["constructor", null],
  ])("%s is refused; meant: %s", (typed, meant) => {
    const { hint } = refusal(() => readZone(typed));
    if (meant === null) expect(hint).not.toContain("did you mean");
    else expect(hint).toContain(`did you mean "${meant}"?`);
    expect(isZone(typed)).toBe(false);
  });

  it("says why offsets and abbreviations will not do", () => {
    expect(refusal(() => readZone("+01:00")).hint).toContain("does not follow the change of clocks");
    expect(refusal(() => readZone("IST")).hint).toContain("abbreviations are ambiguous");
  });
});
