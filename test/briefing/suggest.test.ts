import { describe, expect, it } from "vitest";
import { nearKeys } from "../../src/briefing/suggest.ts";

const KEYS = [
  "performance.6m.small",
  "performance.6m.large",
  "performance.6m.relative",
  "performance.12m.small",
  "performance.12m.large",
  "performance.12m.relative",
  "ratecut.all.12m.mean",
  "ratecut.first.12m.mean",
  "valuation.discount.aggExLoss",
];

describe("a figure that was meant", () => {
  it.each([
    ["performance.12m.difference", ["performance.12m.relative"]],
    ["performance.12m.relativ", ["performance.12m.relative"]],
    ["Performance.12M.Gap", ["performance.12m.relative"]],
    ["ratecut.first.12m.average", ["ratecut.first.12m.mean"]],
    ["valuation.discont.aggExLos", ["valuation.discount.aggExLoss"]],
    // One part is wrong, and nothing says which of those there are was meant.
    ["performance.12m.alpha", ["performance.12m.small", "performance.12m.large", "performance.12m.relative"]],
    ["weather.rain", []],
    ["", []],
  ])("by %j is %j", (typed, meant) => {
    expect(nearKeys(typed, KEYS)).toEqual(meant);
  });
});
