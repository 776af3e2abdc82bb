import { mkdir, mkdtemp, readdir, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../src/folders.ts";

const room = () => mkdtemp(join(tmpdir(), "smallcaps-folders-"));

test("makes a folder with those above it, in the given mode, and again without complaint", async () => {
  const dir = join(await room(), "a", "b");
  await makeFolder(dir, { mode: 0o700 });
  await writeFile(join(dir, "mine"), "");
  await makeFolder(dir);
  expect(await readdir(dir)).toEqual(["mine"]);
  for (const each of [dir, join(dir, "..")]) expect((await stat(each)).mode & 0o777).toBe(0o700);
});

test("several may make it at once", async () => {
  const dir = join(await room(), "a", "b", "c");
  await Promise.all(Array.from({ length: 20 }, () => makeFolder(dir)));
  expect((await stat(dir)).isDirectory()).toBe(true);
});

test.runIf(process.platform === "linux")(
  "gives up where no folder can be, which Node's own recursive mkdir does not",
  async () => {
    await expect(makeFolder("/proc/smallcaps/a")).rejects.toThrow(/ENOENT/);
  },
);

test("refuses a file in the way, and no name", async () => {
  const dir = await room();
  await writeFile(join(dir, "file"), "");
  await mkdir(join(dir, "folder"));
  await expect(makeFolder(join(dir, "file", "below"))).rejects.toThrow();
  await expect(makeFolder(join(dir, "file"))).rejects.toThrow(/EEXIST/);
  await expect(makeFolder("")).rejects.toThrow("no folder is named");
});
