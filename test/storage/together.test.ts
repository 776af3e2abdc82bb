import { expect, it } from "vitest";
import { BriefingError } from "../../src/briefing/errors.ts";
import { together } from "../../src/storage/postgres/together.ts";

/** Answers each with its double, when told to. */
function doubling(refuses: (given: readonly number[]) => unknown = () => null) {
  const batches: (readonly number[])[] = [];
  const open: (() => void)[] = [];
  const run = async (given: readonly number[]) => {
    batches.push(given);
    await new Promise<void>((resolve) => open.push(resolve));
    const error = refuses(given);
    if (error !== null) throw error;
    return given.map((each) => each * 2);
  };
  const finish = async () => {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      const done = open.shift();
      if (done === undefined) return;
      done();
    }
  };
  return { run, batches, finish };
}

const tick = () => new Promise((resolve) => setImmediate(resolve));

it("what comes meanwhile goes together, and nobody joins what has begun", async () => {
  const { run, batches, finish } = doubling();
  const ask = together(run);
  const asked = [ask(1), ask(2)];
  await tick();
  asked.push(ask(3), ask(4), ask(5));
  await finish();
  expect(await Promise.all(asked)).toEqual([2, 4, 6, 8, 10]);
  expect(batches).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
});

it("those of one key go one after the other, in the order of asking", async () => {
  const { run, batches, finish } = doubling();
  const ask = together(run, (each) => String(each % 10));
  const asked = [ask(1), ask(11), ask(2), ask(21), ask(12)];
  await finish();
  expect(await Promise.all(asked)).toEqual([2, 22, 4, 42, 24]);
  expect(batches).toEqual([[1, 2], [11, 12], [21]]);
});

it("what cannot be done fails alone; where the server is away, all fail", async () => {
  const bad = doubling((given) => (given.includes(2) ? new RangeError("2 cannot be doubled") : null));
  const ask = together(bad.run);
  const asked = Promise.allSettled([ask(1), ask(2), ask(3)]);
  await bad.finish();
  expect((await asked).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);

  const away = doubling(() => new BriefingError("bad_config", "it is away", "start it"));
  const askAway = together(away.run);
  const all = Promise.allSettled([askAway(1), askAway(2)]);
  await away.finish();
  expect((await all).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(away.batches).toEqual([[1, 2]]);
});
