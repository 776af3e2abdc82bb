import { describe, expect, it } from "vitest";
import { createSteadyClock } from "../../src/delivery/steady-clock.ts";

const MINUTE = 60_000;
const clock = () => createSteadyClock({ jumpMs: 2 * MINUTE, steadyMs: 55_000 });
/** Looks a minute apart, the wall clock off by so many minutes at each. */
const looks = (...offMinutes: number[]) => {
  const steady = clock();
  return offMinutes.map((off, index) => steady(1e12 + (index + off) * MINUTE, 5_000 + index * MINUTE));
};

describe("a wall clock", () => {
  it("that runs evenly is believed, and so is one that drifts", () => {
    expect(looks(0, 0, 0)).toEqual([true, true, true]);
    expect(looks(0, 1, 2, 3, 4, 5)).toEqual([true, true, true, true, true, true]);
  });

  it("that jumps is believed once it has held for a minute, in either direction", () => {
    expect(looks(0, 60, 60, 60)).toEqual([true, false, true, true]);
    expect(looks(0, -60, -60)).toEqual([true, false, true]);
  });

  it("that jumps and comes back was never believed", () => {
    expect(looks(0, 60, 0, 0)).toEqual([true, false, true, true]);
  });

  it("that keeps jumping is not believed", () => {
    expect(looks(0, 60, 120, 180, 180)).toEqual([true, false, false, false, true]);
  });
});
