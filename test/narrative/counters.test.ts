import { expect, test } from "vitest";
import { countersOf } from "../../src/narrative/gate/counters.ts";

test.each([
  ["ratecut.all.12m.mean", ["ratecut.first.12m.mean"]],
  ["debt.small.companiesMostlyFloating", ["debt.small.floatingShareOfDebt"]],
  ["debt.ratio.companiesMostlyFloating", ["debt.ratio.floatingShareOfDebt"]],
  ["earnings.growthGap.aggIncl", ["earnings.growthGap.median"]],
  ["earnings.small.growth.aggIncl", ["earnings.small.growth.median"]],
  ["universe.smallOfAll.count", ["universe.smallAndMicroOfAll.count"]],
  ["valuation.small.aggIncl.pe", []],
  ["debt.small.interestCover", []],
])("%s is not said without %j", (key, counters) => {
  expect(countersOf(key)).toEqual(counters);
});
