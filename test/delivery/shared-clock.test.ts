import { expect, it } from "vitest";
import { createSharedClock } from "../../src/delivery/shared-clock.ts";

it("goes on from the last look at the database, and looks again after a while", async () => {
  let monotonic = 100;
  const reads = [1_000_000, 1_900_000];
  const now = createSharedClock(
    async () => reads.shift() ?? Number.NaN,
    () => monotonic,
  );
  expect(await now()).toBe(1_000_000);
  monotonic += 4_999;
  expect(await now()).toBe(1_004_999);
  monotonic += 1;
  expect(await now()).toBe(1_900_000); // set meanwhile
});

it("a look that failed is not remembered", async () => {
  let away = true;
  const now = createSharedClock(
    async () => {
      if (away) throw new Error("away");
      return 5;
    },
    () => 0,
  );
  await expect(now()).rejects.toThrow("away");
  away = false;
  expect(await now()).toBe(5);
});
