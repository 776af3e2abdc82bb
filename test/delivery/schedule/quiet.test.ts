import { describe, expect, it } from "vitest";
import { quietUntil } from "../../../src/delivery/schedule/quiet.ts";

const NIGHT = { from: "22:00", to: "07:00" };
const until = (now: string, quiet = NIGHT, tz = "Europe/London") => {
  const end = quietUntil(Date.parse(now), quiet, tz);
  return end === null ? null : new Date(end).toISOString();
};

describe("quiet hours", () => {
  it("last over midnight, their end not part of them", () => {
    expect(until("2026-11-23T21:59:59Z")).toBeNull();
    expect(until("2026-11-23T22:00:00Z")).toBe("2026-11-24T07:00:00.000Z");
    expect(until("2026-11-24T06:59:59Z")).toBe("2026-11-24T07:00:00.000Z");
    expect(until("2026-11-24T07:00:00Z")).toBeNull();
    expect(until("2026-11-24T12:30:00Z", { from: "12:00", to: "13:00" })).toBe("2026-11-24T13:00:00.000Z");
    expect(until("2026-11-24T11:30:00Z", { from: "12:00", to: "13:00" })).toBeNull();
  });

  it("go by the wall across a change of the clocks", () => {
    // London: forward on 29 Mar 2026 at 01:00 UTC, so that seven in the morning is six UTC; back on 25 Oct at 01:00 UTC.
    expect(until("2026-03-28T23:00:00Z")).toBe("2026-03-29T06:00:00.000Z");
    expect(until("2026-10-24T23:00:00Z")).toBe("2026-10-25T07:00:00.000Z");
    expect(until("2026-10-24T20:59:00Z")).toBeNull(); // 21:59 by the wall
    // New York: 22:00 to 07:00 of 1 Nov 2026 lasts ten hours, from 02:00 UTC to 12:00.
    expect(until("2026-11-01T02:00:00Z", NIGHT, "America/New_York")).toBe("2026-11-01T12:00:00.000Z");
  });

  it("end in an hour that the clocks skip with the first instant after it, in one that they repeat with the first", () => {
    // 01:30 of 29 Mar 2026 does not exist in London: 02:00 summer time is 01:00 UTC.
    expect(until("2026-03-29T00:30:00Z", { from: "22:00", to: "01:30" })).toBe("2026-03-29T01:00:00.000Z");
    // 01:30 of 25 Oct comes at 00:30 and at 01:30 UTC: the second time nothing is quiet any more.
    expect(until("2026-10-25T00:10:00Z", { from: "22:00", to: "01:30" })).toBe("2026-10-25T00:30:00.000Z");
    expect(until("2026-10-25T01:10:00Z", { from: "22:00", to: "01:30" })).toBeNull();
  });
});
