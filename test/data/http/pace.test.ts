import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { createPace } from "../../../src/data/http/pace.ts";

it("lets no two go out closer than the spacing, even after a busy moment in which many timers fell due", async () => {
  const pace = createPace(1, 20);
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
  const pace = createPace(1, 10);
  await pace();
  const broken = pace(AbortSignal.abort());
  const next = pace();
  await expect(broken).rejects.toThrow(/abort/i);
  await expect(next).resolves.toBeUndefined();
});

it("lets as many go at once as its span allows, and the next when the first is out of it", async () => {
  const pace = createPace(3, 100);
  const start = performance.now();
  const out = await Promise.all(
    Array.from({ length: 7 }, async () => {
      await pace();
      return performance.now() - start;
    }),
  );
  const span = out.slice(3).map((at, index) => at - (out[index] ?? 0));
  expect(span).toHaveLength(4);
  // A release is seen a moment after it.
  expect(span.filter((gap) => gap < 95)).toEqual([]);
});
