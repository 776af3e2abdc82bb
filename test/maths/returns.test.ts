import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAbsent } from "../../src/briefing/value.ts";
import {
  drawdown,
  isMonthly,
  lastOnOrBefore,
  levelAt,
  monthEnds,
  monthlyReturns,
  nextLevel,
  type PairReturn,
  pairReturn,
  pairUp,
  percentChange,
  returnOverDays,
  returnSince,
  trailingReturn,
} from "../../src/maths/returns.ts";
import { daily, monthly, present, reason, weekdays } from "./build.ts";

const points = (...rows: readonly (readonly [string, number])[]) =>
  rows.map(([date, value]) => ({ date, value }));

/** The window's dates, or why there is none. */
const span = (window: PairReturn | { readonly absent: string }) =>
  "absent" in window ? window.absent : `${window.from}..${window.to}`;

describe("one return", () => {
  it("is simple, in percent, and relative is small minus large", () => {
    expect(percentChange(80, 100)).toBeCloseTo(25, 12);
    expect(percentChange(100, 80)).toBeCloseTo(-20, 12);
    expect(percentChange(50, 50)).toBe(0);
    const [start, end] = daily(["2025-01-02", 100, 50], ["2025-01-03", 110, 52]).levels;
    const window = pairReturn(start!, end!);
    expect(window.small).toBeCloseTo(10, 12);
    expect(window.large).toBeCloseTo(4, 12);
    expect(window.relative).toBeCloseTo(6, 12); // arithmetic: not 110/104 − 1 = 5.77
    expect(span(window)).toBe("2025-01-02..2025-01-03");
  });

  const level = fc.double({ min: 0.01, max: 1e5, noNaN: true });

  it("does not mind the scale of either side", () => {
    fc.assert(
      fc.property(level, level, level, level, fc.integer({ min: 1, max: 1000 }), (a, b, c, d, scale) => {
        const start = { date: "2025-01-02", small: a, large: b };
        const end = { date: "2025-01-03", small: c, large: d };
        const scaled = (each: typeof start) => ({
          ...each,
          small: each.small * scale,
          large: each.large / scale,
        });
        const [window, same] = [pairReturn(start, end), pairReturn(scaled(start), scaled(end))];
        expect(same.small / 100).toBeCloseTo(window.small / 100, 5);
        expect(same.large / 100).toBeCloseTo(window.large / 100, 5);
        expect(window.relative).toBe(window.small - window.large);
      }),
    );
  });

  it("compounds: two windows end to end make the whole", () => {
    fc.assert(
      fc.property(level, level, level, (a, b, c) => {
        const chained = (1 + percentChange(a, b) / 100) * (1 + percentChange(b, c) / 100);
        expect(chained / (1 + percentChange(a, c) / 100)).toBeCloseTo(1, 6);
      }),
    );
  });
});

describe("pairing two series", () => {
  it("is monthly with at most one value a month", () => {
    expect(isMonthly(points(["2025-01-31", 1], ["2025-02-28", 1], ["2025-04-30", 1]))).toBe(true);
    expect(isMonthly(points(["2025-01-30", 1], ["2025-01-31", 1]))).toBe(false);
    expect(isMonthly(points(["2024-01-31", 1], ["2025-01-31", 1]))).toBe(true);
    expect(isMonthly(points(["2025-01-31", 1]))).toBe(true);
  });

  it("keeps the common dates of daily series", () => {
    const small = points(["2025-01-02", 1], ["2025-01-03", 2], ["2025-01-06", 3]);
    const large = points(["2025-01-02", 10], ["2025-01-06", 30], ["2025-01-07", 40]);
    expect(pairUp(small, large)).toEqual(daily(["2025-01-02", 1, 10], ["2025-01-06", 3, 30]));
  });

  it("pairs months whose sides are dated differently, by the later day", () => {
    const small = points(["2025-01-31", 1], ["2025-02-27", 2], ["2025-03-31", 3]);
    const large = points(["2025-01-30", 10], ["2025-02-28", 20], ["2025-04-30", 40]);
    expect(pairUp(small, large)).toEqual(monthly(["2025-01-31", 1, 10], ["2025-02-28", 2, 20]));
  });

  it("makes both monthly where one is, by the last value of each month", () => {
    const days = points(["2025-01-30", 1], ["2025-01-31", 2], ["2025-02-03", 3], ["2025-02-28", 4]);
    const months = points(["2025-01-31", 10], ["2025-02-28", 20], ["2025-03-31", 30]);
    expect(pairUp(days, months)).toEqual(monthly(["2025-01-31", 2, 10], ["2025-02-28", 4, 20]));
    expect(pairUp(months, days)).toEqual(monthly(["2025-01-31", 10, 2], ["2025-02-28", 20, 4]));
  });

  it("finds nothing in common", () => {
    expect(pairUp([], []).levels).toEqual([]);
    expect(pairUp(points(["2025-01-31", 1]), points(["2025-02-28", 1])).levels).toEqual([]);
  });
});

describe("finding a level", () => {
  // 11 September 2001: markets closed from the 11th (a Tuesday) and reopened on Monday the 17th.
  const series = daily(
    ["2001-09-07", 1, 1],
    ["2001-09-10", 2, 1],
    ["2001-09-17", 3, 1],
    ["2001-10-15", 4, 1],
  );
  const { levels } = series;

  it("searches by date", () => {
    const dates = ["2001-09-06", "2001-09-07", "2001-09-09", "2001-09-10", "2001-09-17", "2030-01-01"];
    expect(dates.map((date) => lastOnOrBefore(levels, date))).toEqual([-1, 0, 0, 1, 2, 3]);
    expect(lastOnOrBefore([], "2001-09-06")).toBe(-1);
    const days = weekdays("2001-01-01", "2001-12-31").map((date) => ({ date }));
    for (const [index, { date }] of days.entries()) expect(lastOnOrBefore(days, date)).toBe(index);
  });

  it("goes back, and on, over a closure", () => {
    expect(levelAt(levels, "2001-09-10")?.date).toBe("2001-09-10");
    expect(levelAt(levels, "2001-09-16")?.date).toBe("2001-09-10");
    expect(nextLevel(levels, "2001-09-11")?.date).toBe("2001-09-17");
    expect(nextLevel(levels, "2001-09-17")?.date).toBe("2001-09-17");
  });

  it("goes a week and no further", () => {
    expect(levelAt(levels, "2001-09-24")?.date).toBe("2001-09-17"); // 7 days
    expect(levelAt(levels, "2001-09-25")).toBeNull(); // 8 days
    expect(nextLevel(levels, "2001-10-08")?.date).toBe("2001-10-15");
    expect(nextLevel(levels, "2001-10-07")).toBeNull();
    expect(nextLevel(levels, "2001-10-16")).toBeNull();
    expect(levelAt(levels, "2001-09-06")).toBeNull();
  });
});

describe("month-ends", () => {
  const keys = (series: Parameters<typeof monthEnds>[0]) =>
    [...monthEnds(series)].map(([month, { date }]) => `${month} ${date.slice(8)}`);

  it("are the last closes of the months that have run out", () => {
    // 31 May 2025 is a Saturday: Friday the 30th ends the month.
    const days = weekdays("2025-04-14", "2025-05-30").map((date) => [date, 1, 1] as const);
    expect(keys(daily(...days))).toEqual(["2025-04 30", "2025-05 30"]);
    expect(keys(daily(...days.slice(0, -1)))).toEqual(["2025-04 30"]);
    // 31 August 2025 is a Sunday: Friday is the 29th.
    expect(keys(daily(["2025-08-28", 1, 1], ["2025-08-29", 1, 1]))).toEqual(["2025-08 29"]);
    expect(keys(daily(["2025-08-27", 1, 1], ["2025-08-28", 1, 1]))).toEqual([]);
  });

  it("have run out on the last session in New York, where no weekday but a holiday follows", () => {
    // Memorial Day, 31 May 2021; Good Friday, 29 March 2024 and, before the calendar of closures begins, 1991.
    for (const [before, last] of [
      ["2021-05-27", "2021-05-28"],
      ["2024-03-27", "2024-03-28"],
      ["1991-03-27", "1991-03-28"],
    ] as const) {
      expect([...monthEnds(daily([before, 1, 1], [last, 1, 1])).keys()], last).toEqual([last.slice(0, 7)]);
      expect([...monthEnds(daily([before, 1, 1])).keys()], before).toEqual([]);
    }
    // New York trades on Easter Monday, 31 March 1997, and on 31 December before a New Year's Day on a Saturday.
    expect(keys(daily(["1997-03-26", 1, 1], ["1997-03-27", 1, 1]))).toEqual([]);
    expect(keys(daily(["2021-12-29", 1, 1], ["2021-12-30", 1, 1]))).toEqual([]);
  });

  it("keep a month whose last weekday was a holiday, once data go on", () => {
    // Good Friday, 29 March 2024.
    expect(keys(daily(["2024-03-27", 1, 1], ["2024-03-28", 2, 1], ["2024-04-01", 3, 1]))).toEqual([
      "2024-03 28",
    ]);
  });

  it("leave out a month whose closes stop over a week before its end", () => {
    const hole = daily(
      ["2025-04-30", 1, 1],
      ["2025-05-22", 2, 1],
      ["2025-06-27", 3, 1],
      ["2025-06-30", 4, 1],
    );
    expect(keys(hole)).toEqual(["2025-04 30", "2025-06 30"]);
    const days = daily(["2025-05-23", 1, 1], ["2025-05-24", 2, 1], ["2025-06-30", 3, 1]);
    expect(keys(days)).toEqual(["2025-05 24", "2025-06 30"]); // 24 to 31 May: seven days, a closure
  });

  it("take monthly data as they are", () => {
    expect(keys(monthly(["2025-04-30", 1, 1], ["2025-05-01", 2, 1]))).toEqual(["2025-04 30", "2025-05 01"]);
    expect(keys(monthly())).toEqual([]);
  });

  it("make monthly returns, none over a missing month", () => {
    const ends = monthEnds(
      monthly(
        ["2024-11-29", 100, 100],
        ["2024-12-31", 110, 105],
        ["2025-02-28", 99, 99],
        ["2025-03-31", 99, 198],
      ),
    );
    const returns = monthlyReturns(ends);
    expect(returns.map(({ month }) => month)).toEqual(["2024-12", "2025-03"]);
    expect(returns[0]!.relative).toBeCloseTo(10 - 5, 12);
    expect(returns[1]!.relative).toBeCloseTo(0 - 100, 12);
    expect(monthlyReturns(new Map())).toEqual([]);
  });
});

describe("returns to the last common date", () => {
  const months = monthly(
    ["2023-12-29", 50, 80],
    ["2024-01-31", 60, 90],
    ["2024-12-31", 100, 100],
    ["2025-01-31", 90, 120],
  );

  it("of monthly data start at the month-end that many months earlier", () => {
    expect(span(trailingReturn(months, 1))).toBe("2024-12-31..2025-01-31");
    const year = trailingReturn(months, 12) as PairReturn;
    expect(span(year)).toBe("2024-01-31..2025-01-31");
    expect(year.small).toBeCloseTo(50, 12); // 60 to 90
    expect(year.large).toBeCloseTo(100 / 3, 12); // 90 to 120
    expect(span(trailingReturn(months, 3))).toBe("too_few_points"); // no October
    expect(span(trailingReturn(months, 24))).toBe("too_few_points");
    expect(span(trailingReturn(months, 1, 12))).toBe("2023-12-29..2024-01-31");
    expect(span(trailingReturn(monthly(), 1))).toBe("too_few_points");
  });

  it("of daily data start at the last close on or before the same day", () => {
    const days = daily(
      ["2024-02-28", 5, 1],
      ["2024-02-29", 10, 1],
      ["2024-03-01", 15, 1],
      ["2025-01-28", 20, 1],
      ["2025-01-29", 30, 1],
      ["2025-02-28", 40, 1],
    );
    expect(span(trailingReturn(days, 1))).toBe("2025-01-28..2025-02-28");
    expect(span(trailingReturn(days, 12))).toBe("2024-02-28..2025-02-28");
    // From 29 February a year back is clamped to the 28th.
    const leap = daily(
      ["2023-02-27", 1, 1],
      ["2023-02-28", 2, 1],
      ["2023-03-01", 3, 1],
      ["2024-02-29", 4, 1],
    );
    expect(span(trailingReturn(leap, 12))).toBe("2023-02-28..2024-02-29");
    // From 31 March a month back is the last close of February.
    const clamped = daily(
      ["2025-02-27", 1, 1],
      ["2025-02-28", 2, 1],
      ["2025-03-03", 3, 1],
      ["2025-03-31", 4, 1],
    );
    expect(span(trailingReturn(clamped, 1))).toBe("2025-02-28..2025-03-31");
  });

  it("of daily data have no window that starts in a hole", () => {
    const hole = daily(["2025-01-02", 1, 1], ["2025-01-03", 2, 1], ["2025-02-14", 3, 1]);
    expect(span(trailingReturn(hole, 1))).toBe("too_few_points"); // 14 January: the 3rd is 11 days off
    const closure = daily(["2025-01-02", 1, 1], ["2025-01-07", 2, 1], ["2025-02-14", 3, 1]);
    expect(span(trailingReturn(closure, 1))).toBe("2025-01-07..2025-02-14");
  });

  it("chain: five discrete years end where the next begin", () => {
    const days = weekdays("2019-01-01", "2024-02-29").map(
      (date, index) => [date, 100 + Math.sin(index), 100 + index] as const,
    );
    const years = [0, 1, 2, 3, 4].map((year) => trailingReturn(daily(...days), 12, 12 * year) as PairReturn);
    for (const [index, year] of years.entries()) {
      const older = years[index + 1];
      if (older) expect(older.to).toBe(year.from);
    }
    expect(years.map(({ from }) => from)).toEqual([
      "2023-02-28", // 29 February a year earlier, clamped
      "2022-02-28",
      "2021-02-26", // the 28th is a Sunday
      "2020-02-28", // 29 February 2020 is a Saturday
      "2019-02-28",
    ]);
  });
});

describe("to-date windows", () => {
  const days = daily(
    ["2024-12-30", 90, 90],
    ["2024-12-31", 100, 100],
    ["2025-01-02", 110, 100],
    ["2025-01-31", 120, 110],
    ["2025-02-03", 130, 110],
  );

  it("start at the last close before the period", () => {
    expect(span(returnSince(days, "2025-02"))).toBe("2025-01-31..2025-02-03");
    const year = returnSince(days, "2025-01") as PairReturn;
    expect(span(year)).toBe("2024-12-31..2025-02-03");
    expect(year.relative).toBeCloseTo(30 - 10, 12);
  });

  it("of monthly data start at the month before, whatever day it is dated", () => {
    const months = monthly(["2024-12-02", 100, 100], ["2025-01-02", 110, 100], ["2025-02-03", 132, 100]);
    expect(span(returnSince(months, "2025-01"))).toBe("2024-12-02..2025-02-03");
    expect(span(returnSince(months, "2025-02"))).toBe("2025-01-02..2025-02-03");
  });

  it("are absent where that close is missing or stands over a week before the month's end", () => {
    expect(reason(returnSince(days, "2024-12"))).toBe("too_few_points");
    expect(reason(returnSince(daily(), "2024-12"))).toBe("too_few_points");
    const hole = daily(["2025-01-10", 100, 100], ["2025-02-03", 130, 100], ["2025-02-04", 131, 100]);
    expect(reason(returnSince(hole, "2025-02"))).toBe("too_few_points");
    const newYear = daily(["2024-12-24", 100, 100], ["2025-01-06", 130, 100], ["2025-01-07", 131, 100]);
    expect(span(returnSince(newYear, "2025-01"))).toBe("2024-12-24..2025-01-07");
  });
});

describe("returns over trading days", () => {
  it("count closes", () => {
    const days = daily(["2025-01-02", 100, 100], ["2025-01-03", 110, 100], ["2025-01-06", 121, 110]);
    expect(span(returnOverDays(days, 1))).toBe("2025-01-03..2025-01-06");
    expect((returnOverDays(days, 1) as PairReturn).small).toBeCloseTo(10, 12);
    expect((returnOverDays(days, 2) as PairReturn).relative).toBeCloseTo(21 - 10, 12);
    expect(reason(returnOverDays(days, 3))).toBe("too_few_points");
    expect(reason(returnOverDays(daily(), 1))).toBe("too_few_points");
  });

  it("are of daily data alone", () => {
    expect(reason(returnOverDays(monthly(["2025-01-31", 1, 1], ["2025-02-28", 2, 1]), 1))).toBe(
      "unavailable",
    );
  });

  it("do not reach over a hole, but over a closure", () => {
    const hole = daily(["2025-01-02", 100, 100], ["2025-01-03", 110, 100], ["2025-02-03", 121, 110]);
    expect(reason(returnOverDays(hole, 1))).toBe("too_few_points");
    expect(reason(returnOverDays(hole, 2))).toBe("too_few_points");
    const closure = daily(["2001-09-10", 100, 100], ["2001-09-17", 95, 95]);
    expect((returnOverDays(closure, 1) as PairReturn).small).toBeCloseTo(-5, 12);
  });
});

describe("drawdown", () => {
  it("is measured from the highest level before", () => {
    // 100 120 90 130 104: deepest 90/120 − 1 = −25 %, now 104/130 − 1 = −20 %.
    const { current, deepest } = drawdown([100, 120, 90, 130, 104]);
    expect(present(current)).toBeCloseTo(-20, 12);
    expect(present(deepest)).toBeCloseTo(-25, 12);
  });
  it("is 0 at a high", () => {
    expect(drawdown([1, 2, 3])).toEqual({ current: 0, deepest: 0 });
    expect(drawdown([2, 1, 2]).current).toBe(0);
    expect(drawdown([5, 5])).toEqual({ current: 0, deepest: 0 });
  });
  it("wants two levels", () => {
    expect(isAbsent(drawdown([]).current)).toBe(true);
    expect(isAbsent(drawdown([7]).deepest)).toBe(true);
  });
  it("is never above 0, nor now deeper than the deepest", () => {
    const values = fc.array(fc.double({ min: 0.1, max: 1e4, noNaN: true }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(values, (levels) => {
        const { current, deepest } = drawdown(levels);
        expect(present(current)).toBeLessThanOrEqual(0);
        expect(present(deepest)).toBeLessThanOrEqual(present(current));
        const pairs = levels.flatMap((level, i) =>
          levels.slice(0, i + 1).map((before) => 100 * (level / before - 1)),
        );
        expect(present(deepest)).toBeCloseTo(Math.min(...pairs), 9);
      }),
    );
  });
});
