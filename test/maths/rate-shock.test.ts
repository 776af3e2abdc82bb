import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAbsent, type Value } from "../../src/briefing/value.ts";
import type { Borrower } from "../../src/maths/leverage.ts";
import { FARTHEST_BP, rateShock } from "../../src/maths/rate-shock.ts";

const number = (value: Value) => {
  if (isAbsent(value)) throw new Error(value.note);
  return value;
};
const borrower = (
  ebit: number,
  interestExpense: number,
  floatingDebt: number,
  swappedToFixed = 0,
): Borrower => ({
  sector: "Industrials",
  totalDebt: floatingDebt + 1,
  floatingDebt,
  swappedToFixed,
  ebit,
  interestExpense,
});

const anyone = fc
  .tuple(
    fc.integer({ min: -200, max: 500 }),
    fc.integer({ min: 1, max: 200 }),
    fc.integer({ min: 0, max: 2_000 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([ebit, interest, floating, part]) => borrower(ebit, interest, floating, floating * part));
const some = fc.array(anyone, { minLength: 1, maxLength: 30 });

/** By counting, company by company: how many are below a cover after a change of rates. */
const belowAt = (members: readonly Borrower[], bp: number, cover: number) =>
  members.filter(({ ebit, interestExpense, floatingDebt, swappedToFixed }) => {
    const owed = (interestExpense ?? 0) + (bp / 10_000) * ((floatingDebt ?? 0) - (swappedToFixed ?? 0));
    return (ebit ?? 0) < cover * Math.max(0, owed);
  }).length;

describe("a change of interest rates", () => {
  it("costs nobody below zero, and leaves a loss a loss", () => {
    // 20 of interest on 1,000 of floating debt: three points less would be −10.
    const { assumed, ofInterest } = rateShock([borrower(5, 20, 1_000), borrower(-5, 20, 1_000)], -300);
    expect(number(assumed.belowOne)).toBe(50);
    expect(number(ofInterest)).toBe(-100);
    expect(isAbsent(assumed.medianCover)).toBe(true);
  });

  it("leaves out financials, whoever reports too little, and whoever pays no interest", () => {
    const one = borrower(30, 20, 100);
    const { n } = rateShock(
      [
        one,
        { ...one, sector: "Financials" },
        { ...one, sector: null },
        { ...one, ebit: null },
        { ...one, interestExpense: 0 },
        { ...one, floatingDebt: null },
        { ...one, swappedToFixed: null },
        { ...one, floatingDebt: 0, swappedToFixed: null }, // none floats, so none is swapped
        { ...one, totalDebt: 0, floatingDebt: null, swappedToFixed: null }, // interest on debt that was repaid
      ],
      100,
    );
    expect(n).toBe(3);
  });

  it("agrees with counting, and more of it is never better", () => {
    fc.assert(
      fc.property(some, fc.integer({ min: -1_000, max: 1_000 }), (members, bp) => {
        const { assumed, now } = rateShock(members, bp);
        expect(number(assumed.belowOne)).toBeCloseTo((100 * belowAt(members, bp, 1)) / members.length, 9);
        expect(number(now.belowOneAndHalf)).toBeCloseTo((100 * belowAt(members, 0, 1.5)) / members.length, 9);
        const more = rateShock(members, bp + 50).assumed;
        expect(number(more.belowOneAndHalf)).toBeGreaterThanOrEqual(number(assumed.belowOneAndHalf));
      }),
    );
  });

  it("breaks even where counting says so, and nowhere before", () => {
    fc.assert(
      fc.property(some, (members) => {
        const { breakEvenHalf, breakEvenDouble } = rateShock(members, 0);
        const today = belowAt(members, 0, 1);
        const check = (rise: Value, cover: number, wanted: number) => {
          if (isAbsent(rise)) {
            const reached = wanted > 0 && belowAt(members, FARTHEST_BP, cover) >= wanted;
            expect(reached && belowAt(members, 0, cover) < wanted).toBe(false);
            return;
          }
          expect(belowAt(members, rise + 1e-6 * (1 + rise), cover)).toBeGreaterThanOrEqual(wanted);
          expect(belowAt(members, rise - 1e-6 * (1 + rise), cover)).toBeLessThan(wanted);
        };
        check(breakEvenHalf, 1.5, Math.ceil(members.length / 2));
        check(breakEvenDouble, 1, 2 * today);
      }),
    );
  });

  it("says that nobody reports, rather than zero", () => {
    const { n, now, ofEbit, breakEvenHalf, breakEvenDouble } = rateShock([], 100);
    expect(n).toBe(0);
    for (const value of [now.belowOne, now.medianCover, ofEbit, breakEvenHalf, breakEvenDouble])
      expect(value).toMatchObject({ absent: "not_reported" });
  });
});
