import { describe, expect, it } from "vitest";
import type { PairLevel } from "../../src/maths/returns.ts";
import { coMovement } from "../../src/maths/risk.ts";
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
