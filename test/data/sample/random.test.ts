import { describe, expect, it } from "vitest";
import { autoregression, makeRandom, round } from "../../../src/data/sample/random.ts";
import { correlation, deviation, mean } from "./arithmetic.ts";

describe("the sample's random numbers", () => {
  it("repeat by name and differ between names", () => {
    const draw = (name: string) => Array.from({ length: 5 }, makeRandom(name).uniform);
    expect(draw("a")).toEqual(draw("a"));
    expect(draw("a")).not.toEqual(draw("b"));
  });

  it("are uniform and normal", () => {
    const random = makeRandom("moments");
    const uniform = Array.from({ length: 20_000 }, () => random.uniform());
    expect(mean(uniform)).toBeCloseTo(0.5, 1);
    expect(deviation(uniform)).toBeCloseTo(Math.sqrt(1 / 12), 2);
    expect(Math.min(...uniform)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...uniform)).toBeLessThan(1);
    const normal = Array.from({ length: 20_000 }, () => random.normal());
    expect(Math.abs(mean(normal))).toBeLessThan(0.03);
    expect(Math.abs(deviation(normal) - 1)).toBeLessThan(0.03);
    expect(Math.abs(correlation(normal.slice(1), normal.slice(0, -1)))).toBeLessThan(0.03);
  });

  it("keep an autoregression's deviation and persistence", () => {
    const next = autoregression(makeRandom("persistent"), 0.8, 2);
    const values = Array.from({ length: 20_000 }, next);
    expect(Math.abs(deviation(values) - 2)).toBeLessThan(0.15);
    expect(Math.abs(correlation(values.slice(1), values.slice(0, -1)) - 0.8)).toBeLessThan(0.03);
  });

  it("round to decimals, to thousands, and never to minus zero", () => {
    expect(round(1.23456, 2)).toBe(1.23);
    expect(round(841_712_345, -5)).toBe(841_700_000);
    expect(Object.is(round(-0.001, 2), 0)).toBe(true);
  });
});
