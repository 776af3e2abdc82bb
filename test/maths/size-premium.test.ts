import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAbsent } from "../../src/briefing/value.ts";
import { addMonths } from "../../src/maths/calendar.ts";
import { premiumOf, rollingPremium, twelveMonths } from "../../src/maths/size-premium.ts";
import { present, reason } from "./build.ts";

const months = (values: readonly number[], from = "2000-01") =>
  values.map((smb, index) => ({ month: addMonths(from, index), smb }));

describe("the premium of some months", () => {
  it("by pencil", () => {
    // 1 %, 2 %, 6 %: mean 3 %, squares off it 4 + 1 + 9 = 14, sd √7, standard error √(7/3).
    const { meanAnnual, t, rangeLow, rangeHigh, n } = premiumOf(months([0.01, 0.02, 0.06]));
    const error = Math.sqrt(7 / 3);
    expect(present(meanAnnual)).toBeCloseTo(36, 10);
    expect(present(t)).toBeCloseTo(3 / error, 10);
    expect(present(rangeLow)).toBeCloseTo(12 * (3 - 2 * error), 10);
    expect(present(rangeHigh)).toBeCloseTo(12 * (3 + 2 * error), 10);
    expect(n).toBe(3);
  });

  it("has no t of one month, of none, or of months that do not vary", () => {
    expect(present(premiumOf(months([0.02])).meanAnnual)).toBeCloseTo(24, 10);
    expect(reason(premiumOf(months([0.02])).t)).toBe("too_few_points");
    expect(reason(premiumOf([]).meanAnnual)).toBe("too_few_points");
    expect(reason(premiumOf(months([0.003, 0.003, 0.003])).t)).toBe("not_meaningful");
  });

  it("stands clear of zero exactly where |t| is above 2, whatever its sign and scale", () => {
    const value = fc.integer({ min: -500, max: 500 }).map((basis) => basis / 10_000);
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 60 }), (values) => {
        const { meanAnnual, t, rangeLow, rangeHigh } = premiumOf(months(values));
        const mirrored = premiumOf(months(values.map((each) => -each)));
        if (isAbsent(t)) return;
        expect(present(mirrored.t)).toBeCloseTo(-t, 9);
        expect(present(mirrored.meanAnnual)).toBeCloseTo(-present(meanAnnual), 9);
        const isClear = present(rangeLow) > 1e-9 || present(rangeHigh) < -1e-9;
        if (Math.abs(Math.abs(t) - 2) > 1e-6) expect(isClear).toBe(Math.abs(t) > 2);
      }),
    );
  });
});

describe("rolling ten years", () => {
  it("begin with the 120th month", () => {
    expect(rollingPremium(months(Array.from({ length: 119 }, () => 0.01)))).toEqual([]);
    // 120 months of 1 %, then one of −11 %: the second window has 119 of the first kind.
    const values = [...Array.from({ length: 120 }, () => 0.01), -0.11];
    const [first, second, ...more] = rollingPremium(months(values));
    expect([first?.month, second?.month, more]).toEqual(["2009-12", "2010-01", []]);
    expect(first?.value).toBeCloseTo(12, 10);
    expect(second?.value).toBeCloseTo((12 * (119 - 11)) / 120, 10);
  });

  it("leave out windows with a missing month", () => {
    const gap = months(Array.from({ length: 130 }, () => 0.01)).filter(({ month }) => month !== "2009-12");
    expect(rollingPremium(gap)).toEqual([]);
  });
});

describe("twelve discrete months", () => {
  it("are summed, and named by their ends", () => {
    const window = twelveMonths(months(Array.from({ length: 25 }, (_, index) => index / 1000)), 12);
    // Months 1 to 12 of 0…24 in tenths of a percent: 78 of them.
    expect(window).toEqual({ from: "2000-02", to: "2001-01", sum: expect.closeTo(7.8, 10) });
  });

  it("are none where one is missing", () => {
    const values = months(Array.from({ length: 25 }, () => 0.01));
    expect(twelveMonths(values, 14)).toBeNull();
    expect(
      twelveMonths(
        values.filter(({ month }) => month !== "2001-06"),
        0,
      ),
    ).toBeNull();
    expect(twelveMonths([], 0)).toBeNull();
  });
});
