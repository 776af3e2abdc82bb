import { describe, expect, it } from "vitest";
import { type Horizon, type Sample, studyRateCuts } from "../../src/maths/rate-cut-study.ts";
import { daily, monthly, present, reason, weekdays } from "./build.ts";

const cut = (announced: string, scheduled = true) => ({ announced, changeBp: -25, scheduled });
const rise = (announced: string) => ({ announced, changeBp: 25, scheduled: true });

/** Large stays at 100, so that a window's relative return is small's own. */
const LEVELS = monthly(
  ["1999-12-31", 100, 100],
  ["2000-01-31", 100, 100],
  ["2000-02-29", 110, 100],
  ["2000-03-31", 120, 100],
  ["2000-04-28", 126, 100],
  ["2000-05-31", 100, 100],
  ["2000-06-30", 90, 100],
);
const DECISIONS = [cut("2000-01-10"), cut("2000-03-02", false), rise("2000-04-04"), cut("2000-05-16")];
const study = studyRateCuts(LEVELS, DECISIONS, "1990-01-01");
const of = (sample: Sample, horizon: Horizon, from = study) =>
  from.studies.find((each) => each.sample === sample && each.horizon === horizon)!;

describe("the study of rate cuts", () => {
  it("averages each sample", () => {
    // One month: January +10, March 120 to 126 = +5, May 100 to 90 = −10.
    const all = of("all", "1m").summary;
    expect(present(all.mean)).toBeCloseTo(5 / 3, 12);
    expect(present(all.median)).toBeCloseTo(5, 12);
    expect([all.n, all.dropped, all.ahead]).toEqual([3, 0, 2]);
    expect(present(of("first", "1m").summary.mean)).toBeCloseTo(0, 12); // January and May
    expect(present(of("scheduled", "1m").summary.mean)).toBeCloseTo(0, 12);
    expect(study.cycles).toEqual(["2000", "2000b"]);
    expect(all.byCycle.get("2000")).toEqual({ mean: expect.closeTo(7.5, 9), n: 2 });
    expect(all.byCycle.get("2000b")).toEqual({ mean: expect.closeTo(-10, 9), n: 1 });
  });

  it("drops incomplete windows and counts them", () => {
    // Three months: January 100 to 126 = +26, March 120 to 90 = −25; May would end in August.
    const { summary } = of("all", "3m");
    expect([summary.n, summary.dropped]).toEqual([2, 1]);
    expect(present(summary.mean)).toBeCloseTo(0.5, 12);
    const long = of("all", "12m").summary;
    expect([long.n, long.dropped, reason(long.mean)]).toEqual([0, 3, "too_few_points"]);
  });

  it("takes every month-end as a base", () => {
    // 0, +10, 100/11, +5, −2600/126, −10 in order.
    const [month] = study.base;
    const expected = [0, 10, 100 / 11, 5, -2600 / 126, -10];
    expect(month!.horizon).toBe("1m");
    expect(month!.returns.map((value) => Number(value.toFixed(9)))).toEqual(
      expected.map((value) => Number(value.toFixed(9))),
    );
    expect(study.base.map(({ returns }) => returns.length)).toEqual([6, 4, 1, 0, 0]);
    const later = studyRateCuts(LEVELS, DECISIONS, "2000-03-15");
    expect(later.base[0]!.returns).toHaveLength(3); // 31 March, 28 April, 31 May
  });

  it("leaves one cycle out at a time", () => {
    expect(of("all", "1m").leaveOneOut).toEqual({
      low: expect.closeTo(-10, 9),
      high: expect.closeTo(7.5, 9),
    });
    expect(reason(of("all", "3m").leaveOneOut)).toBe("too_few_points"); // one cycle is complete
  });

  it("leaves the two cycles with most cuts out, the same two in every sample", () => {
    const dates = weekdays("2000-01-01", "2009-12-31").map(
      (date, index) => [date, 100 + (index % 97), 100] as const,
    );
    // Cycles of one, three and two cuts: the two longest are those of 2003 and 2006.
    const decisions = [
      cut("2000-03-01"),
      rise("2001-03-01"),
      cut("2003-03-03"),
      cut("2003-04-01"),
      cut("2003-05-01"),
      rise("2004-03-01"),
      cut("2006-03-01"),
      cut("2006-04-03"),
    ];
    const longer = studyRateCuts(daily(...dates), decisions, "1990-01-01");
    const only2000 = of("all", "1m", longer).summary.byCycle.get("2000")!.mean;
    expect(present(of("all", "1m", longer).exTwoLongest)).toBeCloseTo(only2000, 12);
    expect(present(of("first", "1m", longer).exTwoLongest)).toBeCloseTo(only2000, 12);
  });

  it("shows where the latest cycle stands", () => {
    const told = study.paths.map(({ cycle, path }) => [
      cycle,
      path.map(([, value]) => Number(value.toFixed(6))),
    ]);
    expect(told).toEqual([
      ["2000", [0, 10, 20, 26, 0, -10]],
      ["2000b", [0, -10]],
    ]);
    expect(study.latest?.cycle).toBe("2000b");
    expect(study.rank).toEqual({ month: 1, rank: 2, of: 2 });
    expect(study.running).toBe(true);
    expect(studyRateCuts(LEVELS, [...DECISIONS, rise("2000-06-01")], "1990-01-01").running).toBe(false);
  });

  it("does not take an earlier cycle for the latest where the data lag its first cut", () => {
    const lagging = studyRateCuts(
      LEVELS,
      [...DECISIONS, rise("2000-06-28"), cut("2000-07-20")],
      "1990-01-01",
    );
    expect(lagging.latest).toEqual({ cycle: "2000c", announced: "2000-07-20", path: [[0, 0]] });
    expect(lagging.rank).toBeNull();
    expect(of("all", "1m", lagging).summary.dropped).toBe(1);
  });

  it("has no path of a cycle from before the data", () => {
    const early = studyRateCuts(LEVELS, [cut("1995-07-06"), rise("1997-03-25"), ...DECISIONS], "1990-01-01");
    expect(early.cycles).toEqual(["1995", "2000", "2000b"]);
    expect(early.paths.map(({ cycle }) => cycle)).toEqual(["2000", "2000b"]);
  });

  it("keeps a cycle's cuts from the middle on, without its first", () => {
    const later = studyRateCuts(LEVELS, DECISIONS, "2000-02-01");
    expect(later.cuts.map(({ announced, first }) => [announced, first])).toEqual([
      ["2000-03-02", false],
      ["2000-05-16", true],
    ]);
    expect(of("first", "1m", later).summary.n).toBe(1);
  });

  it("of no cuts is empty, not wrong", () => {
    const none = studyRateCuts(LEVELS, [rise("2000-02-02")], "1990-01-01");
    expect([none.cuts, none.cycles, none.paths, none.latest, none.rank]).toEqual([
      [],
      [],
      [],
      undefined,
      null,
    ]);
    expect(reason(of("all", "1m", none).summary.mean)).toBe("too_few_points");
    expect(none.base[0]!.returns).toHaveLength(6);
  });
});
