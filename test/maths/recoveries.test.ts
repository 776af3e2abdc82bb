import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, monthEnd } from "../../src/maths/calendar.ts";
import { studyRecoveries } from "../../src/maths/recoveries.ts";
import { daily, monthly } from "./build.ts";

/** Monthly levels from January 2000 on; large stays at 100. */
const against = (small: readonly number[]) =>
  monthly(...small.map((level, at) => [monthEnd(addMonths("2000-01", at)), level, 100] as const));

describe("windows after troughs", () => {
  // 100, 101, … : 49 months, to January 2004.
  const series = against(Array.from({ length: 49 }, (_, at) => 100 + at));

  it("run from the month-end of the trough's month", () => {
    const [episode] = studyRecoveries(series, ["2000-11"], null).episodes;
    // November 2000 stands at 110; 12, 24 and 36 months on at 122, 134 and 146.
    const relative = (horizon: "12m" | "24m" | "36m") => episode?.windows.get(horizon)?.relative;
    expect(relative("12m")).toBeCloseTo((100 * 12) / 110, 9);
    expect(relative("24m")).toBeCloseTo((100 * 24) / 110, 9);
    expect(relative("36m")).toBeCloseTo((100 * 36) / 110, 9);
    expect(episode?.path).toHaveLength(37);
    expect(episode?.path[1]).toEqual([1, expect.closeTo(100 / 110, 9)]);
  });

  it("are none before the data, nor once they end", () => {
    const { episodes } = studyRecoveries(series, ["1999-12", "2002-07"], null);
    expect(episodes[0]?.path).toEqual([]);
    expect(episodes[0]?.windows.get("12m")).toBeNull();
    expect(episodes[1]?.windows.get("12m")?.to).toBe("2003-07-31");
    expect(episodes[1]?.windows.get("24m")).toBeNull();
    expect(episodes[1]?.path.at(-1)?.[0]).toBe(18);
  });

  it("count every month-end for the base rate", () => {
    const { base } = studyRecoveries(series, [], null);
    expect(["12m", "24m", "36m"].map((h) => base.get(h as "12m")?.length)).toEqual([37, 25, 13]);
  });

  it("sweep the ten months up to a trough", () => {
    const { sweep } = studyRecoveries(series, ["2000-11"], "2000-11");
    expect(sweep.map(({ month }) => month)).toEqual([
      "2000-02",
      "2000-03",
      "2000-04",
      "2000-05",
      "2000-06",
      "2000-07",
      "2000-08",
      "2000-09",
      "2000-10",
      "2000-11",
    ]);
    expect(sweep[0]?.windows.get("36m")?.relative).toBeCloseTo((100 * 36) / 101, 9);
    expect(studyRecoveries(series, ["2000-11"], null).sweep).toEqual([]);
  });

  it("take month-ends of daily data, and of no month that is still running", () => {
    const days = daily(
      ["2000-01-31", 100, 100],
      ["2001-01-30", 115, 100],
      ["2001-01-31", 110, 100],
      ["2001-02-15", 300, 100],
    );
    const { episodes } = studyRecoveries(days, ["2000-01", "2000-02"], null);
    expect(episodes[0]?.windows.get("12m")?.relative).toBeCloseTo(10, 9);
    expect(episodes[1]?.windows.get("12m")).toBeNull();
  });

  it("agree with the path at every horizon, and change sign with the sides", () => {
    const level = fc.integer({ min: 50, max: 200 });
    fc.assert(
      fc.property(fc.array(fc.tuple(level, level), { minLength: 37, maxLength: 50 }), (levels) => {
        const rows = levels.map(([s, l], at) => [monthEnd(addMonths("2000-01", at)), s, l] as const);
        const study = (flip: boolean) =>
          studyRecoveries(
            monthly(
              ...rows.map(([date, s, l]) => (flip ? ([date, l, s] as const) : ([date, s, l] as const))),
            ),
            ["2000-01"],
            null,
          );
        const [plain, flipped] = [study(false), study(true)];
        for (const [name, months] of [
          ["12m", 12],
          ["24m", 24],
          ["36m", 36],
        ] as const) {
          const relative = plain.episodes[0]?.windows.get(name)?.relative ?? Number.NaN;
          expect(plain.episodes[0]?.path[months]?.[1]).toBeCloseTo(relative, 9);
          expect(flipped.episodes[0]?.windows.get(name)?.relative).toBeCloseTo(-relative, 9);
          expect(plain.base.get(name)?.[0]).toBeCloseTo(relative, 9);
        }
      }),
    );
  });
});
