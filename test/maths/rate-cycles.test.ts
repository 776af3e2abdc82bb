import { describe, expect, it } from "vitest";
import { cutsSince } from "../../src/maths/rate-cycles.ts";

const change = (announced: string, changeBp: number, scheduled: boolean | null = true) => ({
  announced,
  changeBp,
  scheduled,
});
/** "date cycle", with "first" where it is one. */
const told = (decisions: readonly ReturnType<typeof change>[], since = "1990-01-01") =>
  cutsSince(decisions, since).map(
    ({ announced, cycle, first }) => `${announced} ${cycle}${first ? " first" : ""}`,
  );

describe("cuts and cycles", () => {
  it("of nothing, and of rises alone, are none", () => {
    expect(cutsSince([], "1990-01-01")).toEqual([]);
    expect(cutsSince([change("2004-06-30", 25), change("2004-08-10", 25)], "1990-01-01")).toEqual([]);
  });

  it("begin with a cut after a rise and run to the next rise", () => {
    const decisions = [
      change("1990-07-13", -25, null), // the first of the sample counts as first
      change("1990-10-29", -25, null),
      change("1994-02-04", 25),
      change("1994-03-22", 25),
      change("1995-07-06", -25),
      change("1995-12-19", -25),
      change("1997-03-25", 25),
      change("1998-09-29", -25),
      change("1998-10-15", -25, false),
    ];
    expect(told(decisions)).toEqual([
      "1990-07-13 1990 first",
      "1990-10-29 1990",
      "1995-07-06 1995 first",
      "1995-12-19 1995",
      "1998-09-29 1998 first",
      "1998-10-15 1998",
    ]);
  });

  it("name the second cycle of one year apart, and the third", () => {
    const decisions = [
      change("1998-01-10", -25),
      change("1998-02-10", 25),
      change("1998-03-10", -25),
      change("1998-04-10", -25),
      change("1998-05-10", 25),
      change("1998-06-10", -25),
      change("1999-05-10", 25),
      change("1999-06-10", -25),
    ];
    const expected = [
      "1998-01-10 1998 first",
      "1998-03-10 1998b first",
      "1998-04-10 1998b",
      "1998-06-10 1998c first",
      "1999-06-10 1999 first",
    ];
    expect(told(decisions)).toEqual(expected);
    // Names do not depend on `since`.
    expect(told(decisions, "1998-04-01")).toEqual(expected.slice(2));
  });

  it("keep two cuts of one month, and of one day, as two events", () => {
    const decisions = [change("2020-03-03", -50, false), change("2020-03-15", -100, false)];
    expect(told(decisions)).toEqual(["2020-03-03 2020 first", "2020-03-15 2020"]);
    expect(cutsSince(decisions, "1990-01-01").map(({ changeBp }) => changeBp)).toEqual([-50, -100]);
  });

  it("do not make a first cut of one in the middle of a cycle by leaving out what came before", () => {
    const decisions = [change("2007-09-18", -50), change("2007-10-31", -25), change("2007-12-11", -25)];
    expect(told(decisions, "2007-10-31")).toEqual(["2007-10-31 2007", "2007-12-11 2007"]);
    expect(told(decisions, "2007-11-01")).toEqual(["2007-12-11 2007"]);
    expect(told(decisions, "2008-01-01")).toEqual([]);
  });

  it("count from 1990, or from an earlier date that is asked for", () => {
    const decisions = [
      change("1989-02-23", 25, null),
      change("1989-06-05", -25, null),
      change("1989-12-19", -25, null),
      change("1990-07-13", -25, null),
    ];
    // In the sample from 1990 the cut of July 1990 is the first one; from 1989 it is the third of its cycle.
    expect(told(decisions)).toEqual(["1990-07-13 1990 first"]);
    expect(told(decisions, "1989-01-01")).toEqual([
      "1989-06-05 1989 first",
      "1989-12-19 1989",
      "1990-07-13 1989",
    ]);
    expect(told(decisions, "1989-12-01")).toEqual(["1989-12-19 1989 first", "1990-07-13 1989"]);
  });

  it("see a rise that stands before the sample", () => {
    expect(told([change("1989-05-04", 25, null), change("1990-07-13", -25, null)])).toEqual([
      "1990-07-13 1990 first",
    ]);
  });

  it("pass over a decision that changes nothing", () => {
    const decisions = [change("2001-01-03", -50, false), change("2001-01-10", 0), change("2001-01-31", -50)];
    expect(told(decisions)).toEqual(["2001-01-03 2001 first", "2001-01-31 2001"]);
    const after = [
      change("2003-06-25", -25),
      change("2004-06-30", 25),
      change("2004-07-01", 0),
      change("2007-09-18", -50),
    ];
    expect(told(after)).toEqual(["2003-06-25 2003 first", "2007-09-18 2007 first"]);
  });

  it("are at scheduled meetings from February 1994 only, and where the source says so", () => {
    const decisions = [
      change("1994-01-31", -25, true),
      change("1994-02-01", -25, true),
      change("1994-02-02", -25, false),
      change("1994-02-03", -25, null),
    ];
    expect(cutsSince(decisions, "1990-01-01").map(({ scheduled }) => scheduled)).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });
});
