import { describe, expect, it } from "vitest";
import { isAbsent } from "../../src/briefing/value.ts";
import { addMonths } from "../../src/maths/calendar.ts";
import { premiumBySpell } from "../../src/maths/policy-spells.ts";
import { leadOf, monthlyChange, monthlyGrowth, rollingBeta } from "../../src/maths/sensitivity.ts";

const series = (values: readonly number[], start = "2000-01") =>
  new Map(values.map((value, at) => [addMonths(start, at), value] as const));

describe("monthly changes", () => {
  it("are of neighbours alone", () => {
    const gapped = new Map([...series([1, 3, 6]), ["2000-05", 9] as const]);
    expect([...monthlyChange(gapped)]).toEqual([
      ["2000-02", 2],
      ["2000-03", 3],
    ]);
    expect([...monthlyGrowth(series([100, 110, 99]))].map(([, value]) => value)).toEqual([
      expect.closeTo(10, 9),
      expect.closeTo(-10, 9),
    ]);
  });
});

describe("a rolling beta", () => {
  const x = Array.from({ length: 60 }, (_, at) => (at % 2 === 0 ? 1 : -1));

  it("counts the windows of the rarer sign", () => {
    // y is x for 40 months and −4x after: a window of 36 turns once its negative part outweighs, 4k > 36 − k, k = 8.
    const y = x.map((value, at) => (at < 40 ? value : -4 * value));
    const { flips, n, latest } = rollingBeta(series(y), series(x));
    expect(n).toBe(25); // 60 − 36 + 1
    // The window that ends in month i holds i − 39 months of the second part: below zero from the eighth, i = 47 to 59.
    expect(flips).toBeCloseTo((100 * 12) / 25, 9);
    expect(latest).toBeCloseTo((16 * 1 - 4 * 20) / 36, 9);
  });

  it("needs 36 months in a row", () => {
    const y = series(x);
    const holed = new Map([...y].filter(([month]) => month !== "2002-06"));
    expect(rollingBeta(holed, y).n).toBe(0);
    expect(isAbsent(rollingBeta(holed, y).flips)).toBe(true);
  });
});

describe("a lead", () => {
  it("is read at the later month, with its t", () => {
    const leader = series([1, 2, 4, 3, 5]);
    const follower = series([9, 1, 2, 4, 3, 9], "2000-01");
    // Pairs one month on: (1,1) (2,2) (4,4) (3,3) (5,9). Means 3 and 3.8: Sxy 18, Sxx 10, Syy 38.8.
    const { correlation, t, n } = leadOf(leader, follower, 1);
    const r = 18 / Math.sqrt(10 * 38.8);
    expect(n).toBe(5);
    expect(correlation).toBeCloseTo(r, 12);
    expect(t).toBeCloseTo(r * Math.sqrt(3 / (1 - r * r)), 9);
  });
});

describe("the size factor by policy spell", () => {
  const months = [0.01, 0.03, -0.01, 0.02, 0.04, 0, 0.02].map((smb, at) => ({
    month: addMonths("2001-01", at),
    smb,
  }));
  const decisions = [
    { announced: "2001-01-03", changeBp: -50 },
    { announced: "2001-04-18", changeBp: 25 },
  ];

  it("gives a month to the spell in force at its start", () => {
    // January has none; February to April ease (3, −1, 2 %), May to July tighten (4, 0, 2 %).
    const { gap, t, easing, tightening } = premiumBySpell(months, decisions);
    expect([easing.n, tightening.n]).toEqual([3, 3]);
    expect(easing.meanAnnual).toBeCloseTo(16, 9);
    expect(gap).toBeCloseTo(1200 * (0.04 / 3 - 0.02), 9);
    // Variances (ddof 1) 13/3 and 4, in squared percent: error √(13/9 + 4/3).
    expect(t).toBeCloseTo((4 / 3 - 2) / Math.sqrt(13 / 9 + 4 / 3), 9);
  });

  it("is absent without both", () => {
    expect(isAbsent(premiumBySpell(months, []).gap)).toBe(true);
    expect(isAbsent(premiumBySpell(months.slice(0, 5), decisions).t)).toBe(true);
  });
});
