import { describe, expect, it } from "vitest";
import { sampleDatasets } from "../../../src/data/sample/sample.ts";
import type { Constituent, Side } from "../../../src/market/datasets.ts";
import { mean, median, sum } from "./arithmetic.ts";

const { constituents, valuationHistory } = sampleDatasets();
const END = "2026-10-30";
const members = (index: Side) => constituents.filter((row) => row.asOf === END && row.index === index);

interface Covered extends Constituent {
  readonly eps: number;
  readonly earned: number;
  readonly cap: number;
}

function covered(index: Side): readonly Covered[] {
  return members(index).flatMap((row) => {
    const { price, marketCap, epsFy1, epsFy2, fy1End } = row;
    if (price === null || marketCap === null || epsFy1 === null || epsFy2 === null || fy1End === null)
      return [];
    const weight = Math.min(1, Math.max(0, (Date.parse(fy1End) - Date.parse(END)) / 86_400_000 / 365));
    const eps = weight * epsFy1 + (1 - weight) * epsFy2;
    return [{ ...row, eps, cap: marketCap, earned: eps * (row.shares ?? marketCap / price) }];
  });
}

const ratio = (rows: readonly Covered[]) =>
  sum(rows.map((row) => row.cap)) / sum(rows.map((row) => row.earned));

function multiples(index: Side): Readonly<Record<string, number>> {
  const rows = covered(index);
  return {
    aggIncl: ratio(rows),
    aggExLoss: ratio(rows.filter((row) => row.eps >= 0)),
    median: median(rows.filter((row) => row.eps > 0).map((row) => row.price! / row.eps)),
    profitable: ratio(rows.filter((row) => row.epsTtm !== null && row.epsTtm > 0)),
  };
}

const within = (value: number, low: number, high: number) => {
  expect(value).toBeGreaterThan(low);
  expect(value).toBeLessThan(high);
};

describe("the sample's constituents", () => {
  it("are 2000 small and 500 large on two dates", () => {
    expect([...new Set(constituents.map((row) => row.asOf))]).toEqual(["2026-04-30", END]);
    expect([members("small").length, members("large").length]).toEqual([2000, 500]);
    expect(constituents.length).toBe(5000);
  });

  it("lose money in the shares that life shows", () => {
    const shares = (index: Side) => {
      const rows = covered(index);
      const losing = rows.filter((row) => row.eps < 0);
      return [
        losing.length / rows.length,
        sum(losing.map((row) => row.cap)) / sum(rows.map((row) => row.cap)),
      ] as const;
    };
    within(shares("small")[0], 0.35, 0.42);
    within(shares("small")[1], 0.12, 0.18);
    within(shares("large")[0], 0.02, 0.06);
    within(shares("large")[1], 0.003, 0.02);
  });

  it("have plausible forward multiples, which end the valuation history", () => {
    within(multiples("small")["aggIncl"]!, 26, 30);
    within(multiples("small")["aggExLoss"]!, 17, 19.2);
    within(multiples("large")["aggIncl"]!, 21, 23);
    for (const index of ["small", "large"] as const) {
      for (const [variant, value] of Object.entries(multiples(index))) {
        const last = valuationHistory.findLast((row) => row.index === index && row.variant === variant);
        expect(Math.abs(last!.forwardPe / value - 1), `${index} ${variant}`).toBeLessThan(0.03);
      }
    }
  });

  it("owe floating-rate debt in different measure, and cover their interest differently", () => {
    const mostlyFloating = (index: Side) => {
      const rows = members(index).filter(
        (row) => row.sector !== "Financials" && row.totalDebt && row.floatingDebt !== null,
      );
      const floats = rows.filter(
        (row) => (row.floatingDebt! - (row.swappedToFixed ?? 0)) / row.totalDebt! > 0.5,
      );
      return floats.length / rows.length;
    };
    within(mostlyFloating("small"), 0.36, 0.44);
    within(mostlyFloating("large"), 0.11, 0.18);
    const cover = (index: Side) => {
      const rows = members(index).filter((row) => row.ebit !== null && row.interestExpense !== null);
      return sum(rows.map((row) => row.ebit!)) / sum(rows.map((row) => row.interestExpense!));
    };
    within(cover("small"), 1.5, 4);
    within(cover("large"), 4, 9);
  });

  it("are followed by few analysts or many, and some by none", () => {
    const analysts = (index: Side) => members(index).flatMap((row) => row.analysts ?? []);
    within(mean(analysts("small")), 4, 6);
    within(mean(analysts("large")), 16, 20);
    within(analysts("small").filter((count) => count === 0).length, 60, 240);
    const unfollowed = members("small").filter((row) => row.analysts === 0);
    expect(unfollowed.every((row) => row.epsFy1 === null && row.epsFy2 === null)).toBe(true);
  });

  it("range in size as indices do: no small member rivals the largest, one large member is below $10bn", () => {
    const caps = (index: Side) => members(index).map((row) => row.marketCap!);
    within(Math.max(...caps("small")), 8e9, 25e9);
    within(Math.min(...caps("small")), 0.1e9, 0.25e9);
    within(Math.max(...caps("large")), 1e12, 5e12);
    within(Math.min(...caps("large")), 5e9, 10e9);
  });

  it("are blank where life is blank, but never in the identifying columns", () => {
    const small = members("small");
    const blank = (field: keyof Constituent) => small.filter((row) => row[field] === null).length;
    for (const field of [
      "epsFy2",
      "shares",
      "analysts",
      "floatingDebt",
      "ebit",
      "usRevenueShare",
      "price",
    ] as const) {
      expect(blank(field), field).toBeGreaterThan(0);
    }
    for (const field of ["asOf", "index", "ticker", "name", "marketCap", "fy1End"] as const)
      expect(blank(field)).toBe(0);
    expect(small.filter((row) => row.totalDebt === 0).every((row) => row.interestExpense === null)).toBe(
      true,
    );
  });

  it("keep price, shares and market cap consistent, and floating debt within debt", () => {
    for (const row of constituents) {
      if (row.price !== null && row.shares !== null) {
        expect(Math.abs((row.price * row.shares) / row.marketCap! - 1)).toBeLessThan(0.001);
      }
      if (row.totalDebt !== null && row.floatingDebt !== null)
        expect(row.floatingDebt).toBeLessThanOrEqual(row.totalDebt);
      if (row.usRevenueShare !== null) expect(row.usRevenueShare).toBeLessThanOrEqual(1);
    }
  });

  it("spread over eleven sectors, financials among them", () => {
    for (const index of ["small", "large"] as const) {
      const sectors = new Set(members(index).flatMap((row) => row.sector ?? []));
      expect(sectors.size).toBe(11);
      expect(sectors.has("Financials")).toBe(true);
    }
  });
});
