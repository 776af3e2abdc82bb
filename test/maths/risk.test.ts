import { describe, expect, it } from "vitest";
import type { PairLevel } from "../../src/maths/returns.ts";
import { coMovement, monthlyCoMovement, ratioHistory, volatilityRatio } from "../../src/maths/risk.ts";
import { daily, monthly, present, reason, weekdays } from "./build.ts";

/** Small gains 2 % on even steps and loses 1 % on odd ones; large half of that; `count` returns. */
function swinging(count: number, dates = weekdays("2024-01-01", "2026-06-30")): readonly PairLevel[] {
  let [small, large] = [100, 100];
  return dates.slice(0, count + 1).map((date, index) => {
    if (index > 0) {
      small *= index % 2 === 0 ? 1.02 : 0.99;
      large *= index % 2 === 0 ? 1.01 : 0.995;
    }
    return { date, small, large };
  });
}

const series = (levels: readonly PairLevel[]) => ({ frequency: "daily" as const, levels });

describe("co-movement over 252 days", () => {
  it("by hand", () => {
    // 252 returns, half +2 %, half −1 %: mean 0.5, each 1.5 off it, variance 252·2.25/251 (ddof 1).
    const { smallVolatility, largeVolatility, beta, correlation, n } = coMovement(series(swinging(252)));
    const sd = Math.sqrt((252 * 2.25) / 251);
    expect(present(smallVolatility)).toBeCloseTo(sd * Math.sqrt(252), 8);
    expect(present(largeVolatility)).toBeCloseTo((sd / 2) * Math.sqrt(252), 8);
    expect(present(beta)).toBeCloseTo(2, 8); // small moves twice as far as large
    expect(present(correlation)).toBeCloseTo(1, 12);
    expect(n).toBe(252);
  });

  it("looks at the last 252 returns only", () => {
    const wild: PairLevel = { date: "2023-12-29", small: 1, large: 900 };
    expect(coMovement(series([wild, ...swinging(252)]))).toEqual(coMovement(series(swinging(252))));
    expect(coMovement(series([wild, ...swinging(251)])).smallVolatility).not.toEqual(
      coMovement(series(swinging(251))).smallVolatility,
    );
  });

  it("wants 95 % of them: 240", () => {
    expect(coMovement(series(swinging(240))).n).toBe(240);
    const short = coMovement(series(swinging(239)));
    const readings = [short.smallVolatility, short.largeVolatility, short.beta, short.correlation];
    expect(readings.map(reason)).toEqual(Array(4).fill("too_few_points"));
    expect(short.n).toBe(0);
    expect(reason(coMovement(daily()).beta)).toBe("too_few_points");
    expect(reason(coMovement(daily(["2025-01-02", 1, 1])).beta)).toBe("too_few_points");
  });

  it("is of daily data alone", () => {
    expect(reason(coMovement({ ...series(swinging(252)), frequency: "monthly" }).beta)).toBe("unavailable");
    expect(reason(coMovement(monthly()).beta)).toBe("unavailable");
  });

  const everySoMany = (step: number) =>
    weekdays("2023-01-02", "2026-06-30").filter((_, index) => index % step !== 0);

  it("refuses 252 returns of which over one in twenty is missing between them", () => {
    // Every tenth close missing: 252 returns span 280 trading days, 392 calendar days.
    expect(reason(coMovement(series(swinging(252, everySoMany(10)))).beta)).toBe("too_few_points");
    // Every thirtieth: 261 trading days, 364 calendar days.
    expect(coMovement(series(swinging(252, everySoMany(30)))).n).toBe(252);
    // A history of 240 returns that misses every tenth close: 374 days, 90 % of what should be there.
    expect(reason(coMovement(series(swinging(240, everySoMany(10)))).beta)).toBe("too_few_points");
  });

  it("takes no step over a hole for a day's return", () => {
    const days = weekdays("2024-01-01", "2026-06-30");
    // Ten trading days missing; across them both sides jump by half.
    const dates = [...days.slice(0, 100), ...days.slice(110)];
    const jumping = swinging(252, dates).map((level, index) =>
      index < 100 ? level : { ...level, small: level.small * 1.5, large: level.large * 1.5 },
    );
    const { smallVolatility, beta, n } = coMovement(series(jumping));
    expect(n).toBe(251);
    // 126 up, 125 down or the reverse: about the volatility without the jump, 1.5·√252 = 23.8.
    expect(present(smallVolatility)).toBeCloseTo(1.503 * Math.sqrt(252), 1);
    expect(present(beta)).toBeCloseTo(2, 6);
  });
});

describe("co-movement over other spans", () => {
  it("looks at so many days, 95 % of them there", () => {
    const three = series(swinging(756, weekdays("2022-01-03", "2026-06-30")));
    expect(coMovement(three, 756).n).toBe(756);
    // Half the steps are 1.5 above the mean, half 1.5 below: variance 756·2.25/755.
    expect(present(coMovement(three, 756).smallVolatility)).toBeCloseTo(
      Math.sqrt((252 * 756 * 2.25) / 755),
      8,
    );
    expect(present(volatilityRatio(coMovement(three, 756)))).toBeCloseTo(2, 8);
    expect(reason(coMovement(three, 1260).beta)).toBe("too_few_points");
  });

  it("of months wants every one of them", () => {
    const months = Array.from({ length: 13 }, (_, at) => {
      const date = new Date(Date.UTC(2024, at + 1, 0)).toISOString().slice(0, 10);
      return { date, small: 100 * 1.02 ** (at % 2), large: 100 * 1.01 ** (at % 2) };
    });
    const whole = { frequency: "monthly" as const, levels: months };
    const year = monthlyCoMovement(whole, 12);
    // Six months of +2 %, six of −1/1.02 (−1.96 %): half their distance from the mean, either way.
    const off = (2 + 100 * (1 - 1 / 1.02)) / 2;
    expect(present(year.smallVolatility)).toBeCloseTo(Math.sqrt((12 * 12 * off ** 2) / 11), 8);
    expect(year.n).toBe(12);
    expect(reason(monthlyCoMovement(whole, 13).beta)).toBe("too_few_points");
    const gap = { ...whole, levels: months.filter((_, at) => at !== 5) };
    expect(reason(monthlyCoMovement(gap, 12).beta)).toBe("too_few_points");
  });

  it("has no ratio to a side that does not move", () => {
    const still = swinging(252).map((level) => ({ ...level, large: 100 }));
    expect(reason(volatilityRatio(coMovement(series(still))))).toBe("not_meaningful");
  });
});

describe("the volatility ratio through time", () => {
  it("has a point at each month-end with a whole window", () => {
    const levels = swinging(400);
    const history = ratioHistory(series(levels));
    // From 1 Jan 2024: the 252nd return is of 18 Dec 2024 (weekdays only), so December 2024 is the first month.
    expect(history[0]?.date).toBe("2024-12-31");
    // The 400th weekday after it is 14 July 2025: June was the last month to run out.
    expect(levels.at(-1)?.date).toBe("2025-07-14");
    expect(history.at(-1)?.date).toBe("2025-06-30");
    expect(history).toHaveLength(7); // December 2024 to June 2025
    for (const { ratio } of history) expect(ratio).toBeCloseTo(2, 9);
    expect(ratioHistory(series(swinging(251)))).toEqual([]);
  });

  it("counts a month once it has run out: on its last session", () => {
    const until = (date: string) =>
      series(swinging(weekdays("2025-01-01", date).length - 1, weekdays("2025-01-01", date)));
    const ends = (date: string) => ratioHistory(until(date)).map((each) => each.date);
    expect(ends("2026-03-27")).toEqual(["2025-12-31", "2026-01-30", "2026-02-27"]);
    expect(ends("2026-03-31")).toEqual(["2025-12-31", "2026-01-30", "2026-02-27", "2026-03-31"]);
    expect(ends("2026-03-30").at(-1)).toBe("2026-02-27"); // Monday: Tuesday the 31st is a session
    expect(ends("2026-04-02").at(-1)).toBe("2026-03-31"); // the eve of Good Friday ends no month
  });

  it("leaves out windows over a hole", () => {
    const dates = weekdays("2023-01-02", "2026-06-30").filter(
      (date) => date < "2024-03-01" || date > "2024-06-30",
    );
    const holed = ratioHistory(series(swinging(dates.length - 1, dates)));
    expect(holed.some(({ date }) => date.startsWith("2024-02"))).toBe(true);
    expect(holed.some(({ date }) => date >= "2024-06" && date < "2025-03")).toBe(false);
    expect(holed.some(({ date }) => date > "2025-08")).toBe(true);
  });
});
