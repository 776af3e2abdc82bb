import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAbsent, type Value } from "../../src/briefing/value.ts";
import { sharesByBand } from "../../src/maths/distribution.ts";
import { type Borrower, type Leverage, leverageOf } from "../../src/maths/leverage.ts";

const number = (value: Value) => {
  if (isAbsent(value)) throw new Error(value.note);
  return value;
};
const borrower = (given: Partial<Borrower>): Borrower => ({
  sector: "Industrials",
  totalDebt: null,
  floatingDebt: null,
  swappedToFixed: null,
  ebit: null,
  interestExpense: null,
  ...given,
});

/** Wholly reported companies. */
const anyBorrower = fc
  .record({
    totalDebt: fc.integer({ min: 0, max: 1000 }),
    floating: fc.double({ min: 0, max: 1, noNaN: true }),
    swapped: fc.double({ min: 0, max: 1, noNaN: true }),
    ebit: fc.integer({ min: -1000, max: 1000 }),
    interestExpense: fc.integer({ min: 0, max: 500 }),
    sector: fc.constantFrom("Industrials", "Energy", "Financials", "Financial Services", null),
  })
  .map(({ floating, swapped, ...rest }): Borrower => {
    const floatingDebt = rest.totalDebt * floating;
    return { ...rest, floatingDebt, swappedToFixed: floatingDebt * swapped };
  });
const some = fc.array(anyBorrower, { minLength: 1, maxLength: 40 });
const PERCENT = [
  "floatingShareOfDebt",
  "floatingShareOfDebtBeforeSwaps",
  "companiesMostlyFloating",
  "companiesMostlyFloatingBeforeSwaps",
  "companiesMostlyFloatingOfAll",
  "thinCoverShare",
  "zombieShare",
] as const;

describe("leverage of any companies", () => {
  it("keeps shares between 0 and 100, swaps lower them, and bands of cover add up", () => {
    fc.assert(
      fc.property(some, (members) => {
        const all = leverageOf(members);
        for (const name of PERCENT) {
          const { value } = all[name];
          if (isAbsent(value)) continue;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(100 + 1e-9);
        }
        const atMost = (less: keyof Leverage, more: keyof Leverage) => {
          const [a, b] = [all[less], all[more]] as { value: Value }[];
          if (a && b && !isAbsent(a.value) && !isAbsent(b.value))
            expect(a.value).toBeLessThanOrEqual(b.value + 1e-9);
        };
        atMost("floatingShareOfDebt", "floatingShareOfDebtBeforeSwaps");
        atMost("companiesMostlyFloating", "companiesMostlyFloatingBeforeSwaps");
        atMost("companiesMostlyFloatingOfAll", "companiesMostlyFloating");
        atMost("zombieShare", "thinCoverShare");
        if (all.interestCover.n > 0) {
          const bands = all.coverBands.map(number);
          expect(bands.reduce((sum, band) => sum + band, 0)).toBeCloseTo(100, 9);
          expect((bands[0] ?? 0) + (bands[1] ?? 0)).toBeCloseTo(number(all.zombieShare.value), 9);
        }
        expect(all.nonFinancials + all.financials + all.sectorUnknown).toBe(members.length);
      }),
    );
  });

  it("does not know the currency, nor the order, nor the banks", () => {
    fc.assert(
      fc.property(some, (members) => {
        const inCents = members.map((each) => ({
          ...each,
          totalDebt: (each.totalDebt ?? 0) * 128,
          floatingDebt: (each.floatingDebt ?? 0) * 128,
          swappedToFixed: (each.swappedToFixed ?? 0) * 128,
          ebit: (each.ebit ?? 0) * 128,
          interestExpense: (each.interestExpense ?? 0) * 128,
        }));
        const withBanks = [...inCents.toReversed(), ...inCents.map((each) => ({ ...each, sector: "Banks" }))];
        const [one, other] = [leverageOf(members), leverageOf(withBanks)];
        for (const name of [...PERCENT, "interestCover", "interestCoverMedian"] as const) {
          const [a, b] = [one[name].value, other[name].value];
          if (isAbsent(a)) expect(b).toEqual(a);
          else expect(b, name).toBeCloseTo(a, 8);
        }
      }),
    );
  });
});

describe("edges", () => {
  it("half is not mostly, and one cent more is", () => {
    const at = (floatingDebt: number) =>
      leverageOf([borrower({ totalDebt: 100, floatingDebt, swappedToFixed: 0 })]).companiesMostlyFloating
        .value;
    expect([at(50), at(50.01)]).toEqual([0, 100]);
  });

  it("a cover of exactly 1 or 1.5 is not below it", () => {
    const { zombieShare, thinCoverShare } = leverageOf([
      borrower({ ebit: 10, interestExpense: 10 }),
      borrower({ ebit: 15, interestExpense: 10 }),
    ]);
    expect([zombieShare.value, thinCoverShare.value]).toEqual([0, 50]);
  });

  it("takes a blank for unknown: no floating part is measured net of swaps that are not reported", () => {
    const unknown = leverageOf([borrower({ totalDebt: 100, floatingDebt: 80 })]);
    expect(unknown.companiesMostlyFloating.value).toMatchObject({ absent: "not_reported" });
    expect(unknown.companiesMostlyFloatingBeforeSwaps.value).toBe(100);
    const none = leverageOf([borrower({ totalDebt: 100, floatingDebt: 0 })]);
    expect(none.companiesMostlyFloating.value).toBe(0);
    expect(leverageOf([borrower({ ebit: 5, interestExpense: 0 })]).interestCover.value).toMatchObject({
      absent: "not_reported",
    });
  });

  it("bands hold their lower edges", () => {
    expect(sharesByBand([-1, 0, 1, 1.5, 3, 5], [0, 1, 2])).toEqual([100 / 6, 100 / 6, 200 / 6, 200 / 6]);
  });
});
