import { describe, expect, it } from "vitest";
import { type Figure, makeFigure, type Source } from "../../src/briefing/figure.ts";
import { absent, combine, isAbsent, mapValue } from "../../src/briefing/value.ts";

const SOURCE: Source = {
  provider: "P",
  dataset: "levels",
  asOf: "2025-11-30",
  retrievedAt: "2026-02-28",
  licence: "internal-use",
  contentHash: "00",
};
const FIGURE: Figure = {
  key: "ratecut.all.12m.mean",
  label: "All cuts, 12m: mean",
  unit: "pp",
  value: -1.5,
  asOf: "2025-11-30",
  definition: "Arithmetic mean.",
  n: 55,
  sources: [SOURCE],
};

describe("a figure", () => {
  it("passes as it is when complete", () => {
    expect(makeFigure(FIGURE)).toBe(FIGURE);
    expect(makeFigure({ ...FIGURE, value: 0 }).value).toBe(0);
    const missing = absent("too_few_points", "needs 3 cycles");
    expect(makeFigure({ ...FIGURE, value: missing }).value).toBe(missing);
  });

  it.each<[string, Partial<Figure>]>([
    ["NaN", { value: Number.NaN }],
    ["infinity", { value: Number.POSITIVE_INFINITY }],
    ["minus infinity", { value: Number.NEGATIVE_INFINITY }],
    ["an absence without a reason", { value: absent("not_reported", "") }],
    ["no source", { sources: [] }],
    [
      "no source for an absence that is not for want of data",
      { sources: [], value: absent("not_meaningful", "n") },
    ],
    ["no as-of date", { asOf: "" }],
    ["an as-of month", { asOf: "2025-11" }],
    ["an as-of date-time", { asOf: "2025-11-30T00:00:00Z" }],
    ["no definition", { definition: "" }],
    ["no label", { label: "" }],
    ["a key of one word", { key: "ratecut" }],
    ["an empty key", { key: "" }],
    ["a key with an empty part", { key: "ratecut..mean" }],
    ["a key that begins with a capital", { key: "Ratecut.mean" }],
    ["a key with a slot left open", { key: "ratecut.{sample}.mean" }],
    ["a key with a space", { key: "ratecut.all mean" }],
  ])("refuses %s", (_what, change) => {
    expect(() => makeFigure({ ...FIGURE, ...change })).toThrow(TypeError);
  });

  it("names the figure at fault", () => {
    expect(() => makeFigure({ ...FIGURE, value: Number.NaN })).toThrow(/ratecut\.all\.12m\.mean.*NaN/);
  });

  it("may lack sources only where it is unavailable and says what is missing", () => {
    const value = absent("unavailable", "add levels.csv");
    expect(makeFigure({ ...FIGURE, value, sources: [] }).value).toBe(value);
  });

  it("takes the keys of the contract", () => {
    const keys = [
      "ratecut.cycle.1998b.12m.mean",
      "performance.1d.small",
      "recovery.2009-06.12m.relative",
      "valuation.basis",
    ];
    for (const key of keys) expect(makeFigure({ ...FIGURE, key }).key).toBe(key);
  });
});

describe("a value", () => {
  const none = absent("stale", "overdue");
  const other = absent("unavailable", "missing");
  it("is absent or a number", () => {
    expect([none, { absent: "stale" }].map(isAbsent)).toEqual([true, true]);
    expect([0, Number.NaN, null, undefined, "absent", {}].map(isAbsent)).toEqual(Array(6).fill(false));
  });
  it("is changed where present", () => {
    expect(mapValue(3, (value) => value * 2)).toBe(6);
    expect(mapValue(0, () => none)).toBe(none);
    expect(mapValue(none, () => 1)).toBe(none);
  });
  it("is combined where both are present; the first absence decides", () => {
    expect(combine(3, 4, (a, b) => a - b)).toBe(-1);
    expect(combine(none, 4, () => 1)).toBe(none);
    expect(combine(4, other, () => 1)).toBe(other);
    expect(combine(none, other, () => 1)).toBe(none);
  });
});
