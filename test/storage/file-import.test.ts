import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Keyring } from "../../src/storage/keys.ts";
import { openStorage } from "../../src/storage/postgres/open.ts";
import { newDatabase } from "../support/postgres.ts";
import { afterwards, faultOf, fileOf, newKeys, openStore, tempDir } from "./store-world.ts";

/** A STATE_DIR as an earlier version left it. */
async function filesOf(keys: Keyring) {
  const stateDir = await tempDir();
  const dir = join(stateDir, "store");
  const files = await openStore(dir, keys);
  await files.set("installations", "team:T1", { token: "xoxb-1" });
  await files.set("threads", "nul\0byte", 1);
  await files.set("references", "19:abc", ["a"]);
  await files.close();
  const url = await newDatabase();
  const open = async (ring = keys) => {
    const storage = await openStorage({ url, stateDir, as: "bot", keys: ring });
    afterwards(() => storage.close());
    return storage;
  };
  return { stateDir, dir, open };
}

describe("documents in files of an earlier version", () => {
  test("are in the database after the first start; the files stay as a backup", async () => {
    const keys = newKeys();
    const { stateDir, open } = await filesOf(keys);
    const { imported, store } = await open();
    expect(imported).toMatchObject({ documents: 3, faults: [] });
    expect(await store.get("installations", "team:T1")).toEqual({ token: "xoxb-1" });
    expect(await store.get("threads", "nul\0byte")).toBe(1);
    expect(await store.get("references", "19:abc")).toEqual(["a"]);
    const [kept, ...more] = await readdir(stateDir);
    expect(more).toEqual([]);
    expect(join(stateDir, kept!)).toBe(imported!.kept);
    expect(await (await openStore(imported!.kept, keys)).get("threads", "nul\0byte")).toBe(1);
    await store.delete("threads", "nul\0byte");
    const again = await open();
    expect(again.imported).toBeNull();
    expect(await again.store.get("threads", "nul\0byte")).toBeUndefined();
  });

  test("what is in the database already is newer", async () => {
    const keys = newKeys();
    const { open, stateDir } = await filesOf(keys);
    const first = await open();
    await first.store.set("installations", "team:T1", { token: "xoxb-2" });
    const files = await openStore(join(stateDir, "store"), keys);
    await files.set("installations", "team:T1", { token: "xoxb-1" });
    await files.close();
    expect(await (await open()).store.get("installations", "team:T1")).toEqual({ token: "xoxb-2" });
  });

  test("a missing key stops everything before anything has changed", async () => {
    const [old] = newKeys();
    const [current] = newKeys();
    const { dir, open } = await filesOf([old]);
    const before = (await readdir(dir, { recursive: true })).sort();
    const fault = await faultOf(open([current]));
    expect(fault).toMatchObject({ code: "bad_config", hint: expect.stringContaining("ENCRYPTION_KEY") });
    expect(fault.message).toContain(`key id ${old.id}`);
    expect((await readdir(dir, { recursive: true })).sort()).toEqual(before);
    const both = await open([current, old]);
    expect(both.imported?.documents).toBe(3);
    expect(await both.store.rotate()).toMatchObject({ rewritten: 3 });
  });

  test("a damaged one, or one in the place of another, is named and left; the others come", async () => {
    const keys = newKeys();
    const { dir, open } = await filesOf(keys);
    const damaged = fileOf(dir, "installations", "team:T1");
    await writeFile(damaged, (await readFile(damaged, "utf8")).slice(0, 50));
    const displaced = fileOf(dir, "channels", "other");
    await writeFile(displaced, await readFile(fileOf(dir, "references", "19:abc")));
    const { imported, store } = await open();
    expect(imported?.documents).toBe(2);
    const words = imported!.faults.map(({ message }) => message).join("\n");
    for (const file of [damaged, displaced]) expect(words).toContain(file);
    expect(await store.keys("installations")).toEqual([]);
    expect(await store.keys("channels")).toEqual([]);
    expect(await store.get("references", "19:abc")).toEqual(["a"]);
  });

  test("files that an older smallcaps still uses are left to it", async () => {
    const keys = newKeys();
    const { dir, open } = await filesOf(keys);
    const older = await openStore(dir, keys);
    expect((await faultOf(open())).message).toContain("in use by another smallcaps");
    await older.close();
    expect((await open()).imported?.documents).toBe(3);
  });
});
