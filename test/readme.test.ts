import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { SOURCE_IDS } from "../src/config/live-sources.ts";

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

it("lists each live source with what it needs", () => {
  const [, table = ""] = read("README.md").split(/^\| source .*\n.*\n/m);
  const rows = table.split("\n\n")[0]?.split("\n") ?? [];
  const named = rows.map((row) => /^\| `(\w+)`/.exec(row)?.[1] ?? "");
  expect(named.toSorted()).toEqual(SOURCE_IDS.toSorted());
  for (const host of rows.flatMap((row) => [...row.matchAll(/`([a-z.]+\.(?:com|edu|org|gov))`/g)]))
    expect(read("src/config/settings.ts")).toContain(`https://${host[1]}`);
});
