import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Levels } from "../../src/market/datasets.ts";
import { marketData, noMarketData } from "../data/shared-market-data.ts";
import { weekdays } from "../maths/build.ts";
import { briefingOf, figureValue, folderOf, monthlyLevels, numberOf } from "../support/folder-assistant.ts";

/** From day to day +a % and −b % in turn. */
const swing = (dates: readonly string[], up: number, down: number) => {
  let value = 100;
  return dates.map((date, at) => {
    if (at > 0) value *= at % 2 === 1 ? 1 + up / 100 : 1 - down / 100;
    return { date, value };
  });
};
const DAYS = weekdays("2022-01-03", "2025-12-31");
const on = async (levels: Levels, line = "volatility") => briefingOf(await folderOf({ levels }), line);

describe("volatility, by pencil", () => {
  it("over one and three years, not five of four years' data", async () => {
    const levels = { small_price: swing(DAYS, 2, 1), large_price: swing(DAYS, 1, 0.5) };
    const briefing = await on(levels);
    // Half the days +2 %, half −1 %: 1.5 from the mean of 0.5 either way; ddof 1; √252.
    const small = (days: number) => Math.sqrt((252 * days * 2.25) / (days - 1));
    expect(numberOf(briefing, "volatility.1y.small")).toBeCloseTo(small(252), 7);
    expect(numberOf(briefing, "volatility.3y.small")).toBeCloseTo(small(756), 7);
    expect(numberOf(briefing, "volatility.3y.large")).toBeCloseTo(small(756) / 2, 7);
    expect(numberOf(briefing, "volatility.1y.ratio")).toBeCloseTo(2, 7);
    expect(numberOf(briefing, "volatility.1y.beta")).toBeCloseTo(2, 7);
    expect(numberOf(briefing, "volatility.1y.correlation")).toBeCloseTo(1, 9);
    expect(figureValue(briefing, "volatility.5y.ratio")).toMatchObject({ absent: "too_few_points" });
    expect(briefing.headline).toMatch(
      /^Small-caps more volatile than large-caps over one year and three years; they had the deeper fall too ·/,
    );
    expect(numberOf(briefing, "volatility.history.aboveOne")).toBe(100);
    expect(figureValue(briefing, "volatility.history.percentile")).toMatchObject({
      absent: "too_few_points",
    });
  });

  it("says where the spans disagree", async () => {
    // The last year small swings half as wide as large, the two before three times.
    const calm = DAYS.findIndex((date) => date >= "2025-01-02");
    const early = swing(DAYS.slice(0, calm), 3, 2.9);
    const late = swing(DAYS.slice(calm - 1), 0.5, 0.45);
    const small = [
      ...early,
      ...late
        .slice(1)
        .map(({ date, value }) => ({ date, value: (value * (early.at(-1)?.value ?? 1)) / 100 })),
    ];
    const briefing = await on({ small_price: small, large_price: swing(DAYS, 1, 0.9) });
    expect(briefing.headline).toMatch(
      /^Small-caps less volatile than large-caps over one year; more volatile than them over three years ·/,
    );
  });

  it("reads months where there are no days, and says so", async () => {
    const wave = (size: number) =>
      monthlyLevels(
        "2021-01",
        Array.from({ length: 61 }, (_, at) => 100 * (1 + size * (at % 2))),
      );
    const briefing = await on({ small_total: wave(0.04), large_total: wave(0.02) });
    const figure = briefing.figures.find(({ key }) => key === "volatility.3y.small");
    // 36 months, half +4 %, half −100/1.04·0.04.
    const off = (4 + 100 * (1 - 1 / 1.04)) / 2;
    expect(figure?.value).toBeCloseTo(Math.sqrt((12 * 36 * off ** 2) / 35), 7);
    expect(figure?.n).toBe(36);
    expect(figure?.definition).toContain(
      "times √12) of simple monthly returns (total return) over the last 36",
    );
  });

  it("is withheld once the data are overdue; the history is not", async () => {
    const levels = { small_price: swing(DAYS, 2, 1), large_price: swing(DAYS, 1, 0.5) };
    const late = await on(levels, "volatility asof=2026-01-20");
    expect(figureValue(late, "volatility.1y.ratio")).toMatchObject({ absent: "stale" });
    expect(late.headline).toContain("withheld, the data end on 31 Dec 2025");
    expect(numberOf(late, "volatility.history.aboveOne")).toBe(100);
    expect(late.caveats[0]).toMatch(/^Withheld: volatility, beta and correlation, drawdowns/);
    expect(late.charts[0]?.title).toBe("Small-cap volatility against large-caps through time");
  });

  it("dates its history by the last month-end, and is as old as the last close all the same", async () => {
    const days = weekdays("2013-01-01", "2025-12-19");
    const levels = { small_price: swing(days, 2, 1), large_price: swing(days, 1, 0.5) };
    const dateOf = (briefing: Awaited<ReturnType<typeof on>>, key: string) =>
      briefing.figures.find((figure) => figure.key === key)?.asOf;
    const intime = await on(levels, "volatility asof=2025-12-24"); // five days after the last close
    for (const reading of ["percentile", "aboveOne", "n"])
      expect(dateOf(intime, `volatility.history.${reading}`), reading).toBe("2025-11-28"); // a Friday
    expect(dateOf(intime, "volatility.1y.ratio")).toBe("2025-12-19");
    expect(numberOf(intime, "volatility.history.percentile")).toBeGreaterThanOrEqual(0);
    const late = await on(levels, "volatility asof=2025-12-25");
    expect(figureValue(late, "volatility.history.percentile")).toMatchObject({ absent: "stale" });
  });
});

/** Computed apart, in Python over levels.csv with plain sums, rounded to seven decimals. */
const DERIVED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  russell: {
    "volatility.1y.small": 19.4188012,
    "volatility.1y.large": 12.8733909,
    "volatility.1y.ratio": 1.5084449,
    "volatility.3y.ratio": 1.4085573,
    "volatility.3y.beta": 1.1476619,
    "volatility.5y.small": 22.5138817,
    "volatility.5y.ratio": 1.3259454,
    "volatility.5y.correlation": 0.8502936,
    "volatility.history.n": 455,
    "volatility.history.aboveOne": 72.967033,
    "volatility.history.percentile": 83.4065934,
    "volatility.drawdown.small.current": -3.076013,
    "volatility.drawdown.small.deepest": -59.888755,
    "volatility.drawdown.large.deepest": -56.775389,
  },
  french: {
    "volatility.1y.ratio": 1.5835109,
    "volatility.3y.small": 21.9514605,
    "volatility.5y.beta": 0.9953459,
    "volatility.5y.correlation": 0.7062931,
    "volatility.history.n": 1157,
    "volatility.history.aboveOne": 97.752809,
    "volatility.history.percentile": 76.2748487,
    "volatility.drawdown.small.deepest": -90.500813,
    "volatility.drawdown.large.current": -0.01,
  },
};

describe.skipIf(noMarketData)("volatility on real data", () => {
  it.each(Object.keys(DERIVED))("%s agrees with a derivation that shares no code", async (name) => {
    const briefing = await briefingOf(join(marketData, name), "volatility");
    for (const [key, expected] of Object.entries(DERIVED[name] ?? {}))
      expect(numberOf(briefing, key), key).toBeCloseTo(expected, 5);
  });
});

describe("total return that the data have by month only", () => {
  const days = weekdays("2023-01-02", "2025-12-31");
  const daily = (step: number) => days.map((date, at) => ({ date, value: 100 + at * step + (at % 7) }));
  const months = Array.from({ length: 36 }, (_, at) => 100 + at + (at % 3));
  const levels: Levels = {
    small_total: monthlyLevels("2023-01", months),
    large_total: monthlyLevels("2023-01", months),
    small_price: daily(0.1),
    large_price: daily(0.2),
  };
  const notes = async (line: string) =>
    (await briefingOf(await folderOf({ levels }), `${line} asof=2025-12-31`)).notes.join("\n");

  it("is said to be missing where it was asked for, and drawdowns say of what they are", async () => {
    const asked = "Asked for total return: the data have it monthly only";
    expect(await notes("volatility basis=total")).toContain(
      `${asked}, so all but the discrete periods is daily price return`,
    );
    expect(await notes("performance window=1d basis=total")).toContain(
      `${asked}, so days, month and quarter to date, `,
    );
    for (const line of ["volatility", "performance", "volatility basis=price"])
      expect(await notes(line)).not.toContain("Asked for");
    expect(await notes("volatility")).toContain("Now against their highs, daily price return:");
    expect(await notes("performance")).toContain("Now against their highs, monthly total return:");
  });
});
