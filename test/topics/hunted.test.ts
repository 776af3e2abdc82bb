import { describe, expect, it } from "vitest";
import { isAbsent } from "../../src/briefing/value.ts";
import { monthEnds, pairUp } from "../../src/maths/returns.ts";
import { briefingOf, figureValue, folderOf, monthlyLevels, numberOf } from "../support/folder-assistant.ts";

/** Cases in which an outsider once found the program wrong. */
const change = (announced: string, changeBp: number) => ({
  announced,
  effective: announced,
  changeBp,
  targetUpper: 5,
  scheduled: true,
});
const rising = (count: number, step: number) => Array.from({ length: count }, (_, at) => 100 + step * at);

describe("to-date windows are those of the as-of date", () => {
  it("are absent while the data hold no close of the period", async () => {
    const folder = await folderOf({
      levels: {
        small_total: monthlyLevels("2023-01", rising(24, 1)),
        large_total: monthlyLevels("2023-01", rising(24, 2)),
      },
    });
    const january = await briefingOf(folder, "performance asof=2025-01-15"); // data end on 31 Dec 2024
    for (const window of ["mtd", "qtd", "ytd"]) {
      expect(figureValue(january, `performance.${window}.relative`)).toMatchObject({
        absent: "too_few_points",
      });
    }
    // 31 Dec 2023 is level 12 of the series (small 111, large 122), 31 Dec 2024 level 24 (123, 146).
    const december = await briefingOf(folder, "performance asof=2024-12-31");
    expect(numberOf(december, "performance.ytd.relative")).toBeCloseTo(100 * (123 / 111 - 146 / 122), 9);
  });
});

describe("the latest cycle", () => {
  it("is not an ended one when its own first cut falls into a hole of the data", async () => {
    const points = (step: number) =>
      monthlyLevels("2000-01", rising(180, step)).filter(({ date }) => !date.startsWith("2012-01"));
    const briefing = await briefingOf(
      await folderOf({
        levels: { small_total: points(1), large_total: points(2) },
        policyDecisions: [change("2003-06-25", -25), change("2005-06-30", 25), change("2012-01-31", -25)],
      }),
      "ratecut",
    );
    expect(briefing.figures.filter(({ key }) => key.startsWith("ratecut.thisCycle."))).toEqual([]);
    expect(JSON.stringify([briefing.notes, briefing.charts.map(({ title }) => title)])).not.toContain(
      "This cycle",
    );
  });
});

describe("the mean without the two cycles of most cuts", () => {
  it("counts measured windows, and says how many are left", async () => {
    // Complete 12-month windows: cycle of 2001 three, of 2005 two, of 2008 one; 2013 has four cuts and none.
    const cuts = [
      ["2001-01-31", "2001-02-28", "2001-03-31"],
      ["2005-01-31", "2005-02-28"],
      ["2008-01-31"],
      ["2013-08-31", "2013-09-30", "2013-10-31", "2013-11-30"],
    ];
    const policyDecisions = cuts.flatMap((cycle, at) => [
      ...cycle.map((date) => change(date, -25)),
      change(`${Number(cycle[0]?.slice(0, 4)) + 1}-06-15`, 25 + at),
    ]);
    const levels = {
      small_total: monthlyLevels("2000-01", rising(168, 3)), // to Dec 2013
      large_total: monthlyLevels("2000-01", rising(168, 1)),
    };
    const briefing = await briefingOf(
      await folderOf({
        levels,
        policyDecisions: policyDecisions.filter(({ announced }) => announced < "2014"),
      }),
      "ratecut",
    );
    const figure = briefing.figures.find(({ key }) => key === "ratecut.all.12m.exTwoLongest");
    // What is left is the cut of January 2008: month 97 of the series (small 388, large 196) to 12 months on (424, 208).
    expect(figure?.value).toBeCloseTo(100 * (424 / 388 - 208 / 196), 9);
    expect(figure?.n).toBe(1);
    expect(briefing.figures.find(({ key }) => key === "ratecut.all.12m.signTestP")?.n).toBe(3);
    expect(briefing.caveats[0]).toContain("6 cuts with twelve months of data are 3 episodes");
    expect(isAbsent(figureValue(briefing, "ratecut.cycle.2013.12m.mean"))).toBe(true);
  });
});

describe("a month has ended", () => {
  const days = (dates: readonly string[]) => dates.map((date, at) => ({ date, value: 100 + at }));

  it("on the eve of a holiday that is its last weekday", () => {
    // Good Friday 2002 was 29 March: the last close is that of the 28th.
    const levels = days(["2002-02-27", "2002-02-28", "2002-03-27", "2002-03-28"]);
    const series = pairUp(levels, levels);
    expect([...monthEnds(series).keys()]).toEqual(["2002-02", "2002-03"]);
    expect([...monthEnds({ ...series, levels: series.levels.slice(0, -1) }).keys()]).toEqual(["2002-02"]);
  });

  it("and only then pairs a daily side with a monthly one", () => {
    const monthly = days(["2009-10-31", "2009-11-30", "2009-12-31"]);
    const daily = days(["2009-10-29", "2009-10-30", "2009-11-27", "2009-11-30", "2009-12-17", "2009-12-18"]);
    expect(pairUp(monthly, daily).levels.map(({ date }) => date)).toEqual(["2009-10-31", "2009-11-30"]);
  });
});
