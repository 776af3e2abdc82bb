import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type EventReturn,
  eventReturns,
  groupByCycle,
  leaveOneCycleOut,
  longestCycles,
  meanWithout,
  pathRank,
  relativePath,
  summarise,
  windowsOf,
} from "../../src/maths/event-study.ts";
import type { PairSeries } from "../../src/maths/returns.ts";
import { daily, monthly, present, reason, weekdays } from "./build.ts";

/** The window's dates, or null. */
function span(series: PairSeries, announced: string, months: number, asOf?: string): string | null {
  const windows = windowsOf(series, asOf);
  const start = windows.start(announced);
  const window = start && windows.over(start, months);
  return window ? `${window.from}..${window.to}` : null;
}

describe("windows of monthly data", () => {
  const series = monthly(
    ["2019-12-31", 100, 100],
    ["2020-01-30", 110, 100],
    ["2020-02-28", 121, 110],
    ["2020-04-30", 100, 100],
  );

  it("run from the month-end of the announcement's month to the month-end h months later", () => {
    for (const announced of ["2019-12-01", "2019-12-16", "2019-12-31"]) {
      expect(span(series, announced, 1)).toBe("2019-12-31..2020-01-30");
      expect(span(series, announced, 2)).toBe("2019-12-31..2020-02-28");
    }
    expect(span(series, "2020-01-31", 1)).toBe("2020-01-30..2020-02-28"); // after the month's last value
  });

  it("are relative small minus large", () => {
    const windows = windowsOf(series);
    const window = windows.over(windows.start("2019-12-10")!, 2)!;
    expect([window.small, window.large, window.relative].map((value) => Number(value.toFixed(9)))).toEqual([
      21, 10, 11,
    ]);
  });

  it("are none where a month-end is missing, before or after the data", () => {
    expect(span(series, "2019-12-10", 3)).toBeNull(); // March
    expect(span(series, "2019-12-10", 4)).toBe("2019-12-31..2020-04-30");
    expect(span(series, "2020-03-03", 1)).toBeNull();
    expect(span(series, "2019-11-30", 1)).toBeNull();
    expect(span(series, "2020-04-29", 1)).toBeNull();
    expect(span(series, "2020-05-01", 1)).toBeNull();
    expect(span(monthly(), "2020-05-01", 1)).toBeNull();
  });

  it("pair each month-end from the first month on for the base rate", () => {
    const starts = windowsOf(series).monthEndStarts("2020-01");
    expect(starts.map(({ date }) => date)).toEqual(["2020-01-30", "2020-02-28", "2020-04-30"]);
  });
});

describe("windows of daily data", () => {
  const days = weekdays("2020-01-02", "2020-06-30").map((date, index) => [date, 100 + index, 100] as const);
  const series = daily(...days);

  it("start at the close of the announcement day", () => {
    expect(span(series, "2020-03-03", 1)).toBe("2020-03-03..2020-04-03");
  });

  it("start at the next close if markets are closed: a Sunday, whose window is counted from Monday", () => {
    // 15 March 2020 was a Sunday. From Monday the 16th: 16 April, not the 15th.
    expect(span(series, "2020-03-15", 1)).toBe("2020-03-16..2020-04-16");
    expect(span(series, "2020-03-14", 1)).toBe("2020-03-16..2020-04-16");
  });

  it("end at the last close on or before the same day", () => {
    // 18 February and two months: Saturday 18 April 2020, so Friday the 17th.
    expect(span(series, "2020-02-18", 2)).toBe("2020-02-18..2020-04-17");
  });

  it("clamp the day to the month's length", () => {
    // 31 January 2020 (a Friday) and one month: 29 February, a Saturday, so Friday the 28th.
    expect(span(series, "2020-01-31", 1)).toBe("2020-01-31..2020-02-28");
    expect(span(series, "2020-03-31", 1)).toBe("2020-03-31..2020-04-30");
    expect(span(series, "2020-01-31", 3)).toBe("2020-01-31..2020-04-30");
  });

  it("are complete once the day has come, not before", () => {
    expect(span(series, "2020-05-29", 1)).toBe("2020-05-29..2020-06-29");
    expect(span(daily(...days.filter(([date]) => date <= "2020-06-29")), "2020-05-29", 1)).toBe(
      "2020-05-29..2020-06-29",
    );
    expect(span(daily(...days.filter(([date]) => date <= "2020-06-26")), "2020-05-29", 1)).toBeNull();
  });

  it("are complete on a closed day, where the last close before it is there", () => {
    const to = (date: string) => daily(...days.filter(([each]) => each <= date));
    // 7 May 2020 and one month: Sunday 7 June, so Friday the 5th.
    expect(span(to("2020-06-05"), "2020-05-07", 1, "2020-06-06")).toBeNull();
    expect(span(to("2020-06-05"), "2020-05-07", 1, "2020-06-07")).toBe("2020-05-07..2020-06-05");
    expect(span(to("2020-06-04"), "2020-05-07", 1, "2020-06-07")).toBeNull(); // Friday's close is missing
    expect(span(to("2020-05-15"), "2020-05-07", 1, "2020-06-07")).toBeNull();
    // 10 March 2020 and one month: Good Friday, so Thursday the 9th.
    expect(span(to("2020-04-09"), "2020-03-10", 1, "2020-04-10")).toBe("2020-03-10..2020-04-09");
  });

  it("reach over a closure and not over a hole", () => {
    const closed = (from: string, to: string) => daily(...days.filter(([date]) => date < from || date > to));
    // Closed from Tuesday the 10th to Friday the 13th of March: both ends reach over it.
    expect(span(closed("2020-03-10", "2020-03-13"), "2020-03-10", 1)).toBe("2020-03-16..2020-04-16");
    expect(span(closed("2020-03-10", "2020-03-13"), "2020-02-13", 1)).toBe("2020-02-13..2020-03-09");
    // From the 9th to the 20th nothing: no start on the 9th, no end on the 13th or 18th.
    const hole = closed("2020-03-09", "2020-03-20");
    expect(span(hole, "2020-03-09", 1)).toBeNull();
    expect(span(hole, "2020-02-18", 1)).toBeNull();
    expect(span(hole, "2020-02-13", 1)).toBe("2020-02-13..2020-03-06"); // seven days: a closure at most
    expect(span(hole, "2020-02-14", 1)).toBeNull(); // eight
    expect(span(hole, "2020-03-16", 1)).toBe("2020-03-23..2020-04-23");
  });

  it("do not start before the data or after them", () => {
    expect(span(series, "2019-12-20", 1)).toBeNull();
    expect(span(series, "2019-12-31", 1)).toBe("2020-01-02..2020-01-31"); // 2 February is a Sunday
    expect(span(series, "2020-07-01", 1)).toBeNull();
    expect(span(daily(), "2020-07-01", 1)).toBeNull();
  });

  it("start at complete month-ends for the base rate", () => {
    const starts = windowsOf(series).monthEndStarts("2020-04");
    expect(starts.map(({ date }) => date)).toEqual(["2020-04-30", "2020-05-29", "2020-06-30"]);
    const running = windowsOf(daily(...days.filter(([date]) => date <= "2020-06-29")));
    expect(running.monthEndStarts("2020-05").map(({ date }) => date)).toEqual(["2020-05-29"]);
  });
});

const event = (cycle: string, relative: number, announced = "2000-01-01"): EventReturn => ({
  cycle,
  announced,
  relative,
});

describe("event returns", () => {
  const series = monthly(
    ["2020-02-28", 100, 100],
    ["2020-03-31", 80, 90],
    ["2020-04-30", 100, 99],
    ["2020-05-29", 120, 99],
  );
  it("hold two events for two cuts of one month, and none for an incomplete window", () => {
    const cuts = [
      { announced: "2020-03-03", cycle: "2019" },
      { announced: "2020-03-15", cycle: "2019" },
      { announced: "2020-05-20", cycle: "2020b" },
      { announced: "1999-05-20", cycle: "1999" },
    ];
    const returns = eventReturns(windowsOf(series), cuts, 1);
    expect(returns.map(({ announced, cycle }) => `${announced} ${cycle}`)).toEqual([
      "2020-03-03 2019",
      "2020-03-15 2019",
    ]);
    // 80 to 100 is +25 %, 90 to 99 is +10 %.
    for (const { relative } of returns) expect(relative).toBeCloseTo(15, 12);
    const { n, dropped } = summarise(returns, cuts.length);
    expect([n, dropped]).toEqual([2, 2]);
  });
});

describe("a summary", () => {
  const returns = [
    event("1990", 10),
    event("1990", 5),
    event("1995", -10),
    event("1998", 0),
    event("1990", 3),
  ];

  it("by hand", () => {
    const summary = summarise(returns, 7);
    expect(summary.n).toBe(5);
    expect(summary.dropped).toBe(2);
    expect(summary.mean).toBeCloseTo(8 / 5, 12);
    expect(summary.median).toBe(3);
    expect(summary.hit).toBe(60); // 10, 5, 3; zero is no hit
    expect(summary.ahead).toBe(3);
    expect([...summary.byCycle]).toEqual([
      ["1990", { mean: 6, n: 3 }],
      ["1995", { mean: -10, n: 1 }],
      ["1998", { mean: 0, n: 1 }],
    ]);
    expect(summary.signTestP).toBe(1); // cycle means 6, −10 and a zero, which is left out
    expect(present(summary.ciLow)).toBeLessThan(present(summary.ciHigh));
  });

  it("tests signs over cycles, not over events", () => {
    const eight = Array.from({ length: 8 }, () => event("1990", 1));
    expect(summarise(eight, 8).signTestP).toBe(1); // one cycle: 2·½
    expect(summarise([...eight, event("1995", 1)], 9).signTestP).toBe(0.5);
  });

  it("of nothing says so", () => {
    const { mean, median, hit, ciLow, ciHigh, signTestP, n, dropped, ahead, byCycle } = summarise([], 3);
    expect([mean, median, hit, ciLow, ciHigh, signTestP].map(reason)).toEqual(
      Array(6).fill("too_few_points"),
    );
    expect([n, dropped, ahead, byCycle.size]).toEqual([0, 3, 0, 0]);
  });

  it("has no interval of two cycles", () => {
    const two = summarise([event("1990", 1), event("1995", 2)], 2);
    expect(reason(two.ciLow)).toBe("too_few_points");
    expect(two.mean).toBe(1.5);
  });

  it("has the mean of its cycles' means, weighted by their events", () => {
    const few = fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.integer({ min: -90, max: 90 })), {
      minLength: 1,
      maxLength: 15,
    });
    fc.assert(
      fc.property(few, (rows) => {
        const { mean, byCycle } = summarise(
          rows.map(([cycle, relative]) => event(cycle, relative)),
          rows.length,
        );
        const cycles = [...byCycle.values()];
        expect(cycles.reduce((all, each) => all + each.n, 0)).toBe(rows.length);
        const total = cycles.reduce((all, each) => all + each.mean * each.n, 0);
        expect(present(mean)).toBeCloseTo(total / rows.length, 9);
      }),
      { numRuns: 50 },
    );
  });
});

describe("leaving cycles out", () => {
  const returns = [event("1990", 10), event("1990", 20), event("1995", -30), event("1998", 4)];

  it("groups in order of appearance", () => {
    expect([...groupByCycle(returns)]).toEqual([
      ["1990", [10, 20]],
      ["1995", [-30]],
      ["1998", [4]],
    ]);
  });

  it("pools what is left", () => {
    expect(meanWithout(returns, new Set(["1990"]))).toBe(-13);
    expect(meanWithout(returns, new Set(["1990", "1995"]))).toBe(4);
    expect(meanWithout(returns, new Set())).toBe(1);
    expect(reason(meanWithout(returns, new Set(["1990", "1995", "1998"])))).toBe("too_few_points");
    // Without 1990: −26/2; without 1995: 34/3; without 1998: 0.
    expect(leaveOneCycleOut(returns)).toEqual({ low: -13, high: 34 / 3 });
  });

  it("needs two cycles", () => {
    expect(reason(leaveOneCycleOut([event("1990", 1), event("1990", 2)]))).toBe("too_few_points");
    expect(reason(leaveOneCycleOut([]))).toBe("too_few_points");
  });

  it("finds the longest by number of events, ties by appearance", () => {
    const cycles = ["a", "b", "b", "c", "c", "d", "d", "d"].map((cycle) => ({ cycle }));
    expect(longestCycles(cycles, 2)).toEqual(["d", "b"]);
    expect(longestCycles(cycles, 9)).toEqual(["d", "b", "c", "a"]);
    expect(longestCycles([], 2)).toEqual([]);
  });
});

describe("paths", () => {
  it("run month by month until a window is incomplete", () => {
    const series = monthly(
      ["2020-01-31", 100, 100],
      ["2020-02-28", 110, 100],
      ["2020-03-31", 120, 130],
      ["2020-05-29", 200, 100],
    );
    const windows = windowsOf(series);
    const path = relativePath(windows, windows.start("2020-01-15")!, 24);
    expect(path.map(([month, value]) => [month, Number(value.toFixed(9))])).toEqual([
      [0, 0],
      [1, 10],
      [2, -10],
    ]);
    expect(relativePath(windows, windows.start("2020-01-15")!, 1)).toHaveLength(2);
    expect(relativePath(windows, windows.start("2020-05-15")!, 24)).toEqual([[0, 0]]);
  });

  it("rank at their last month among those that reach it", () => {
    const path = [
      [0, 0],
      [1, 5],
      [2, 3],
    ] as const;
    const other = (...values: readonly number[]) => values.map((value, month) => [month, value] as const);
    expect(pathRank(path, [other(0, 1, 9), other(0, 9, 1), other(0, 99)])).toEqual({
      month: 2,
      rank: 2,
      of: 3,
    });
    expect(pathRank(path, [other(0, 9, 3)])).toEqual({ month: 2, rank: 1, of: 2 }); // a tie
    expect(pathRank(path, [other(0, 99)])).toBeNull();
    expect(pathRank(path, [])).toBeNull();
    expect(pathRank([[0, 0]], [other(0, 1)])).toBeNull();
  });
});
