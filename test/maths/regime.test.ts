import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths } from "../../src/maths/calendar.ts";
import {
  bridged,
  expandingScores,
  midway,
  regimeOf,
  returnsByPhase,
  spell,
  yearlyChange,
} from "../../src/maths/regime.ts";

const by = (values: readonly number[], from = "2000-01") =>
  new Map(values.map((value, at) => [addMonths(from, at), value] as const));

describe("expanding scores", () => {
  /** 120 months, half 1, half −1: mean 0, sum of squares 120, sd √(120/119). */
  const swinging = Array.from({ length: 120 }, (_, at) => (at % 2 === 0 ? 1 : -1));

  it("begin with the 120th month", () => {
    const scores = expandingScores(by(swinging));
    expect([...scores.keys()]).toEqual(["2009-12"]);
    expect(scores.get("2009-12")).toBeCloseTo(-Math.sqrt(119 / 120), 12);
    expect(expandingScores(by(swinging.slice(1))).size).toBe(0);
  });

  it("are clipped at three either way", () => {
    expect(expandingScores(by([...swinging, 100])).get("2010-01")).toBe(3);
    expect(expandingScores(by([...swinging, -100])).get("2010-01")).toBe(-3);
  });

  it("of a series that never moved are none", () => {
    expect(expandingScores(by(swinging.map(() => 0.1))).size).toBe(0);
  });

  it("see nothing that comes later", () => {
    const value = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 121, maxLength: 140 }), fc.array(value), (past, later) => {
        const [before, after] = [expandingScores(by(past)), expandingScores(by([...past, ...later]))];
        for (const [month, score] of before) {
          expect(after.get(month)).toBe(score);
          expect(Math.abs(score)).toBeLessThanOrEqual(3);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe("months made of others", () => {
  it("are compared with the year before", () => {
    const change = yearlyChange(by([100, ...Array.from({ length: 11 }, () => 0), 103]));
    expect([...change]).toEqual([["2001-01", expect.closeTo(3, 12)]]);
  });

  it("take the value before where one alone was never published", () => {
    const series = by([1, 2, 3, 4, 5, 6]);
    for (const month of ["2000-02", "2000-04", "2000-05"]) series.delete(month);
    expect([...bridged(series)]).toEqual([
      ["2000-01", 1],
      ["2000-02", 1],
      ["2000-03", 3],
      ["2000-06", 6],
    ]);
  });
});

describe("a month alone that was never published", () => {
  it("stands midway between its neighbours, so that a rise over the year is not cut short", () => {
    const series = by([1, 2, 3, 4, 6, 6]);
    for (const month of ["2000-02", "2000-04"]) series.delete(month);
    expect([...midway(series)]).toEqual([
      ["2000-01", 1],
      ["2000-02", 2],
      ["2000-03", 3],
      ["2000-04", 4.5],
      ["2000-05", 6],
      ["2000-06", 6],
    ]);
    series.delete("2000-05");
    expect([...midway(series).keys()]).toEqual(["2000-01", "2000-02", "2000-03", "2000-06"]);
    // Prices rise by 0.25 a month: twelve months are 3 % of the 100 they begin at. One month has no price.
    const prices = by(Array.from({ length: 27 }, (_, at) => 100 + 0.25 * at));
    prices.delete("2001-03");
    const yearly = yearlyChange(midway(prices));
    expect(yearly.get("2001-03")).toBeCloseTo(300 / 100.5, 12);
    expect(yearly.get("2002-03")).toBeCloseTo(300 / 103.5, 12);
  });
});

describe("the regime", () => {
  it("is by level and three-month change, two months in a row", () => {
    // Two inputs, the second flat: composite is half the first. Three-month means of 0,0,0,3,6,6,0,0,0,-6…
    const months = regimeOf([
      by([0, 0, 0, 0, 0, 6, 12, 12, 0, 0, 0, -12]),
      by(Array.from({ length: 12 }, () => 0)),
    ]);
    // Means from March on: 0 0 0 1 3 5 4 2 0 −2; changes from June on: 1 3 5 3 −1 −5 −4.
    expect(months.map(({ month }) => month)[0]).toBe("2000-06");
    expect(months.map(({ level }) => level)).toEqual([1, 3, 5, 4, 2, 0, -2]);
    expect(months.map(({ change }) => change)).toEqual([1, 3, 5, 3, -1, -5, -6]);
    expect(months.map(({ reading }) => reading)).toEqual([
      "expansion",
      "expansion",
      "expansion",
      "expansion",
      "slowdown",
      "slowdown",
      "contraction",
    ]);
    // One month of slowdown and one of contraction confirm nothing; two of slowdown do.
    expect(months.map(({ phase }) => phase)).toEqual([
      "expansion",
      "expansion",
      "expansion",
      "expansion",
      "expansion",
      "slowdown",
      "slowdown",
    ]);
    expect(spell(months)).toEqual({ since: "2000-11", months: 2 });
  });

  it("has no month without every input", () => {
    const whole = Array.from({ length: 12 }, (_, at) => at);
    const short = by(whole.slice(0, 7));
    expect(regimeOf([by(whole), short]).at(-1)?.month).toBe("2000-07");
    expect(regimeOf([])).toEqual([]);
    expect(spell([])).toBeNull();
  });

  it("sets a month's return against the phase of two months before", () => {
    const months = regimeOf([by([0, 0, 0, 0, 0, 3, 6])]);
    const returns = returnsByPhase(months, by([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
    // June and July 2000 are in expansion: the returns of August and September.
    expect(returns.get("expansion")).toEqual([8, 9]);
    expect(returns.get("contraction")).toEqual([]);
  });
});
