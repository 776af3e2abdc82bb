import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

/** Names of the README's table of dependencies, as they stand in its first column. */
function explained(): readonly string[] {
  const [, table = ""] = read("README.md").split(/^\| dependency .*\n.*\n/m);
  const rows = table.split("\n").filter((line) => line.startsWith("|"));
  return rows.flatMap((row) =>
    [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
  );
}

it("says of each dependency why it is there, and of nothing else", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<string, object>;
  const names = explained().filter((name) => name !== "node-*-*");
  expect(names.length).toBeGreaterThan(20);
  expect(Object.keys(dependencies ?? {}).filter((name) => !names.includes(name))).toEqual([]);
  const known = Object.keys({ ...dependencies, ...devDependencies });
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
});
