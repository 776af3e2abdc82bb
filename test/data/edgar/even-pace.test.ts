import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { createEvenPace } from "../../../src/data/edgar/even-pace.ts";

it("lets no two go out closer than the spacing, even after a busy moment in which many timers fell due", async () => {
  const pace = createEvenPace(50);
  const out: number[] = [];
  const all = Array.from({ length: 20 }, () => pace().then(() => out.push(performance.now())));
  await sleep(30);
  const busyUntil = performance.now() + 150;
  while (performance.now() < busyUntil);
  await Promise.all(all);
  const gaps = out.slice(1).map((at, index) => at - (out[index] ?? 0));
  expect(gaps).toHaveLength(19);
  // Twenty milliseconds from one release to the next; a release is seen a moment after it.
  expect(gaps.filter((gap) => gap < 10)).toEqual([]);
});

it("gives no turn to who was broken off, and goes on with the next", async () => {
  const pace = createEvenPace(100);
  await pace();
  const broken = pace(AbortSignal.abort());
  const next = pace();
  await expect(broken).rejects.toThrow(/abort/i);
  await expect(next).resolves.toBeUndefined();
});
