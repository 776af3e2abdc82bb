import { expect, test } from "vitest";
import { briefly } from "../../src/delivery/briefly.ts";

function world() {
  const asked: string[] = [];
  let now = 0;
  const ask = briefly(
    async (line: string, asOf?: string) => {
      asked.push(line);
      if (line === "fails") throw new Error("no");
      return `${line} ${asOf} ${asked.length}`;
    },
    () => now,
  );
  return { ask, asked, pass: (ms: number) => (now += ms) };
}

test("those who ask the same within a second share an answer; then it is asked anew", async () => {
  const { ask, asked, pass } = world();
  expect(await Promise.all([ask("a"), ask("a"), ask("a", "2026")])).toEqual([
    "a undefined 1",
    "a undefined 1",
    "a 2026 2",
  ]);
  pass(999);
  expect(await ask("a")).toBe("a undefined 1");
  pass(1);
  expect(await ask("a")).toBe("a undefined 3");
  expect(asked).toEqual(["a", "a", "a"]);
});

test("what fails is asked again at once", async () => {
  const { ask, asked } = world();
  await expect(ask("fails")).rejects.toThrow("no");
  await expect(ask("fails")).rejects.toThrow("no");
  expect(asked).toEqual(["fails", "fails"]);
});
