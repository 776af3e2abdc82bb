import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Place, seal } from "../../src/storage/envelope.ts";
import type { Keyring } from "../../src/storage/keys.ts";
import { lockFolder } from "../../src/storage/lock.ts";
import { openStorage } from "../../src/storage/postgres/open.ts";
import { newDatabase } from "../support/postgres.ts";
import { afterwards, faultOf, newKeys, tempDir } from "./store-world.ts";

const fileOf = (dir: string, { collection, key }: Place) =>
  join(dir, collection, `${createHash("sha256").update(key).digest("hex")}.json`);

/** As earlier versions wrote it. */
async function writeDocument(dir: string, [key]: Keyring, place: Place, value: unknown): Promise<void> {
  await mkdir(join(dir, place.collection), { recursive: true });
  await writeFile(fileOf(dir, place), seal(place, value, key));
}

/** A STATE_DIR as an earlier version left it. */
async function filesOf(keys: Keyring) {
  const stateDir = await tempDir();
  const dir = join(stateDir, "store");
  await writeDocument(dir, keys, { collection: "installations", key: "team:T1" }, { token: "xoxb-1" });
  await writeDocument(dir, keys, { collection: "threads", key: "nul\0byte" }, 1);
  await writeDocument(dir, keys, { collection: "references", key: "19:abc" }, ["a"]);
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
    expect((await readdir(imported!.kept)).sort()).toEqual(["installations", "references", "threads"]);
    await store.delete("threads", "nul\0byte");
    const again = await open();
    expect(again.imported).toBeNull();
    expect(await again.store.get("threads", "nul\0byte")).toBeUndefined();
  });

  test("what is in the database already is newer", async () => {
    const keys = newKeys();
    const { dir, open } = await filesOf(keys);
    const first = await open();
    await first.store.set("installations", "team:T1", { token: "xoxb-2" });
    await first.close();
    await writeDocument(dir, keys, { collection: "installations", key: "team:T1" }, { token: "xoxb-1" });
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
    const damaged = fileOf(dir, { collection: "installations", key: "team:T1" });
    await writeFile(damaged, (await readFile(damaged, "utf8")).slice(0, 50));
    const displaced = fileOf(dir, { collection: "channels", key: "other" });
    await mkdir(join(dir, "channels"));
    await writeFile(displaced, await readFile(fileOf(dir, { collection: "references", key: "19:abc" })));
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
    const older = await lockFolder(dir);
    expect((await faultOf(open())).message).toContain("in use by another smallcaps");
    await older.release();
    expect((await open()).imported?.documents).toBe(3);
  });
});
