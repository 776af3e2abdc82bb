import { describe, expect, it } from "vitest";
import { commonBasis, coveredMember, coveredSide, type Reported } from "../../src/maths/covered.ts";
import { reason } from "./build.ts";

const FULL: Reported = {
  asOf: "2026-08-08",
  price: 20,
  shares: 50,
  marketCap: 1200,
  epsTtm: 1,
  epsFy1: 4,
  epsFy2: 5,
  fy1End: "2026-12-31",
};

describe("a covered member", () => {
  it("on forward earnings has price, market cap and all three estimate fields", () => {
    expect(coveredMember(FULL, "forward")).toEqual({
      price: 20,
      marketCap: 1200,
      shares: 50,
      eps: expect.closeTo((145 * 4 + 220 * 5) / 365, 12), // 145 days to the year's end
      epsTtm: 1,
    });
  });

  it("of a fund's holding weighs what the fund holds, not what the company is worth", () => {
    const position = { shares: 3, valueUsd: 60 };
    expect(coveredMember({ ...FULL, position }, "trailing")).toMatchObject({ marketCap: 60, shares: 3 });
    const unpriced = { ...FULL, marketCap: null, shares: null, position };
    expect(coveredSide([unpriced, { ...unpriced, epsTtm: null }], "trailing").coverage).toBe(50);
  });

  it.each(["price", "marketCap", "epsFy1", "epsFy2", "fy1End"] as const)(
    "on forward earnings is uncovered without %s, whatever its weight",
    (field) => {
      // FY1 has ended, so FY1 EPS has weight 0; a year ahead FY2 EPS has none: both are needed all the same.
      for (const fy1End of ["2020-12-31", "2030-12-31", "2026-12-31"]) {
        expect(coveredMember({ ...FULL, fy1End, [field]: null }, "forward")).toBeNull();
      }
    },
  );

  it.each(["shares", "epsTtm"] as const)("on forward earnings does without %s", (field) => {
    expect(coveredMember({ ...FULL, [field]: null }, "forward")).not.toBeNull();
  });

  it.each(["price", "marketCap", "epsTtm"] as const)("on trailing earnings needs %s", (field) => {
    expect(coveredMember({ ...FULL, [field]: null }, "trailing")).toBeNull();
  });

  it("on trailing earnings needs no estimate", () => {
    const bare = { ...FULL, epsFy1: null, epsFy2: null, fy1End: null };
    expect(coveredMember(bare, "trailing")).toMatchObject({ eps: 1, epsTtm: 1 });
  });

  it("with blank shares has market cap / price of them", () => {
    expect(coveredMember({ ...FULL, shares: null }, "forward")?.shares).toBe(60);
  });

  it("takes an EPS of exactly 0 as reported", () => {
    expect(coveredMember({ ...FULL, epsTtm: 0 }, "trailing")?.eps).toBe(0);
    expect(coveredMember({ ...FULL, epsFy1: 0, epsFy2: 0 }, "forward")?.eps).toBe(0);
  });
});

describe("a side", () => {
  it("is covered by market cap, of the total that is reported", () => {
    const rows = [FULL, { ...FULL, marketCap: 300, epsFy2: null }, { ...FULL, marketCap: null }];
    const { members, listed, coverage } = coveredSide(rows, "forward");
    expect([members.length, listed, coverage]).toEqual([1, 3, 80]); // 1,200 of 1,500
    expect(coveredSide(rows, "trailing").coverage).toBe(100);
  });

  it("without market caps has no coverage", () => {
    expect(reason(coveredSide([{ ...FULL, marketCap: null }], "forward").coverage)).toBe("not_reported");
    expect(reason(coveredSide([], "forward").coverage)).toBe("not_reported");
  });

  it("of uncovered members is covered to 0 %", () => {
    expect(coveredSide([{ ...FULL, epsFy1: null }], "forward").coverage).toBe(0);
  });
});

describe("the basis of both sides", () => {
  const trailingOnly = { ...FULL, epsFy1: null };
  const nothing = { ...trailingOnly, epsTtm: null };
  const forwardOnly = { ...FULL, epsTtm: null };

  it.each([
    ["forward where both have it", [FULL], [FULL], "forward"],
    ["trailing where one side has no estimate", [FULL], [trailingOnly], "trailing"],
    ["trailing where neither has", [trailingOnly], [trailingOnly], "trailing"],
    ["forward by a single member", [nothing, FULL], [FULL], "forward"],
    ["none where the sides share none", [forwardOnly], [trailingOnly], null],
    ["none where one side has nothing", [FULL], [nothing], null],
    ["that of the only side there is", [], [trailingOnly], "trailing"],
    ["none of nobody", [], [], null],
  ] as const)("is %s", (_what, small, large, basis) => {
    expect(commonBasis(small, large)).toBe(basis);
  });
});
