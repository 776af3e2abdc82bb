import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { RULES } from "../../src/narrative/gate/rules.ts";

it("has every rule of the gate in the README's table, as the code says it", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const rows = RULES.map(({ code, refuses }) => `| \`${code}\` | ${refuses} |`);
  expect(rows.filter((row) => !readme.includes(row))).toEqual([]);
});
