import { describe, expect, it } from "vitest";
import { tradingDays } from "../../../src/data/sample/days.ts";
import { sampleDatasets } from "../../../src/data/sample/sample.ts";
import type { Point } from "../../../src/market/datasets.ts";
import { correlation, deviation, mean, simpleReturns, sum } from "./arithmetic.ts";

const data = sampleDatasets();
const { small_total = [], large_total = [], small_price = [], large_price = [] } = data.levels;
const small = simpleReturns(small_price);
const large = simpleReturns(large_price);

function kurtosis(values: readonly number[]): number {
  const [centre, width] = [mean(values), deviation(values)];
  return mean(values.map((value) => ((value - centre) / width) ** 4));
}

/** Total less price return, percentage points, over each twelve months that `picked` ends. */
function dividends(total: readonly Point[], price: readonly Point[], picked: RegExp): readonly number[] {
  const priceOn = new Map(price.map((point) => [point.date, point.value]));
  return total.slice(12).flatMap((end, index) => {
    const start = total[index]!;
    const gap = end.value / start.value - priceOn.get(end.date)! / priceOn.get(start.date)!;
    return picked.test(end.date) ? [100 * gap] : [];
  });
}

describe("the sample's levels", () => {
  it("run daily for prices and on month-ends for totals, from 1985 to the end", () => {
    expect(small_price.map((point) => point.date)).toEqual(tradingDays("1985-01-01", "2026-10-30"));
    expect(large_price.map((point) => point.date)).toEqual(small_price.map((point) => point.date));
    const ends = small_price.filter(
      (day, index) => small_price[index + 1]?.date.slice(0, 7) !== day.date.slice(0, 7),
    );
    expect(small_total.map((point) => point.date)).toEqual(ends.map((point) => point.date));
    expect(large_total.map((point) => point.date)).toEqual(ends.map((point) => point.date));
    expect(small_total[0]?.date).toBe("1985-01-31");
    expect(small_total.at(-1)?.date).toBe("2026-10-30");
  });

  it("are positive, with four decimals", () => {
    const values = Object.values(data.levels).flatMap((points: readonly Point[]) =>
      points.map((point) => point.value),
    );
    expect(values.filter((value) => value <= 0 || Number(value.toFixed(4)) !== value)).toEqual([]);
  });

  it("pay dividends: 1 to 3 points a calendar year, 0.9 to 3.2 over any twelve months", () => {
    for (const [total, price, usual] of [
      [small_total, small_price, 1.5],
      [large_total, large_price, 2.05],
    ] as const) {
      const years = dividends(total, price, /-12-/);
      expect(Math.min(...years)).toBeGreaterThan(1);
      expect(Math.max(...years)).toBeLessThan(3);
      const windows = dividends(total, price, /./);
      expect(Math.min(...windows)).toBeGreaterThan(0.9);
      expect(Math.max(...windows)).toBeLessThan(3.2);
      expect(Math.abs(mean(windows) - usual)).toBeLessThan(0.15);
    }
  });

  it("have the volatility, correlation and tails of share prices", () => {
    const year = Math.sqrt(252);
    expect(deviation(small) * year).toBeGreaterThan(0.18);
    expect(deviation(small) * year).toBeLessThan(0.22);
    expect(deviation(large) * year).toBeGreaterThan(0.14);
    expect(deviation(large) * year).toBeLessThan(0.18);
    expect(correlation(small, large)).toBeGreaterThan(0.82);
    expect(correlation(small, large)).toBeLessThan(0.88);
    for (const returns of [small, large]) {
      expect(kurtosis(returns)).toBeGreaterThan(4.5);
      expect(kurtosis(returns)).toBeLessThan(15);
      expect(Math.min(...returns)).toBeGreaterThan(-0.2);
    }
  });

  it("fall far around the invented recessions, and nowhere else as far", () => {
    let peak = 0;
    let deepest = { date: "", drawdown: 0 };
    for (const { date, value } of large_price) {
      peak = Math.max(peak, value);
      if (value / peak - 1 < deepest.drawdown) deepest = { date, drawdown: value / peak - 1 };
    }
    expect(deepest.drawdown).toBeLessThan(-0.3);
    expect(deepest.drawdown).toBeGreaterThan(-0.6);
    const near = data.recessions.some(
      ({ peak: from, trough }) => deepest.date.slice(0, 7) >= from && deepest.date.slice(0, 7) <= trough,
    );
    expect(near, deepest.date).toBe(true);
  });

  it("agree with the factors", () => {
    const market = data.factors.slice(1).map((row) => row.mktRf + row.rf);
    const months = market.length + 1;
    const [smallMonths, largeMonths] = [small_total, large_total].map((points) =>
      simpleReturns(points.slice(0, months)),
    );
    expect(correlation(market, largeMonths!)).toBeGreaterThan(0.99);
    const gap = smallMonths!.map((value, index) => value - largeMonths![index]!);
    expect(
      correlation(
        data.factors.slice(1).map((row) => row.smb),
        gap,
      ),
    ).toBeGreaterThan(0.85);
    const excess = 1200 * mean(data.factors.map((row) => row.mktRf));
    expect(excess).toBeGreaterThan(4);
    expect(excess).toBeLessThan(10);
    expect(sum(data.factors.map((row) => row.rf))).toBeGreaterThan(0.5);
  });
});

describe("the sample's trading days", () => {
  it("leave out weekends and the regular New York holidays", () => {
    const open = new Set(tradingDays("2024-01-01", "2024-12-31"));
    const holidays = "01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25".split(" ");
    expect(holidays.filter((day) => open.has(`2024-${day}`))).toEqual([]);
    expect(open.size).toBe(252);
  });

  it("move a holiday off the weekend, but not New Year's to the old year", () => {
    const open = new Set(tradingDays("2021-01-01", "2023-12-31"));
    expect(open.has("2021-07-05")).toBe(false);
    expect(open.has("2021-12-24")).toBe(false);
    expect(open.has("2021-12-31")).toBe(true);
    expect(open.has("2023-01-02")).toBe(false);
  });
});
