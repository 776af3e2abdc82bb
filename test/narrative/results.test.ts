import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { noRealFolder } from "./corpus/briefings.ts";
import { resultsTable } from "./results.ts";

it.skipIf(noRealFolder)("stands in the README as it is computed", async () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const table = (await resultsTable()).join("\n");
  expect(readme.includes(table), `paste this into the README:\n${table}`).toBe(true);
});
