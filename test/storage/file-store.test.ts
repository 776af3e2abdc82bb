import { mkdir, readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Collection } from "../../src/storage/port.ts";
import { faultOf, fileOf, newKeys, openStore, tempDir, wordsOf } from "./store-world.ts";

const SECRET = "xoxb-very-secret-token";

describe("what is kept", () => {
  test("comes back as it was, after a restart as well", async () => {
    const dir = await tempDir();
    const keys = newKeys();
    const store = await openStore(dir, keys);
    const value = { text: "Größe 📈", list: [1, null, { deep: true }], none: null };
    await store.set("threads", "a", value);
    await store.set("threads", "b", "text");
    await store.set("channels", "a", 0);
    await store.delete("threads", "b");
    await store.delete("threads", "never there");
    await store.close();

    const later = await openStore(dir, keys);
    expect(await later.get("threads", "a")).toEqual(value);
    expect(await later.get("channels", "a")).toBe(0);
    expect(await later.get("threads", "b")).toBeUndefined();
    expect(await later.keys("threads")).toEqual(["a"]);
    expect(await later.keys("references")).toEqual([]);
  });

  test.each([
    ["a path", "../../etc/passwd"],
    ["separators", "a/b\\c"],
    ["nothing", ""],
    ["a dot", "."],
    ["a NUL", "nul\0byte"],
    ["5,000 characters", "x".repeat(5_000)],
    ["other scripts", "Ärger 📈"],
  ])("any text is a key: %s", async (_what, key) => {
    const dir = await tempDir();
    const store = await openStore(dir, newKeys());
    await store.set("references", key, key);
    expect(await store.get("references", key)).toBe(key);
    expect(await store.keys("references")).toEqual([key]);
    expect(await readdir(join(dir, "references"))).toHaveLength(1);
  });

  test("is as it was when it was given, whatever the giver does to it afterwards", async () => {
    const store = await openStore(await tempDir(), newKeys());
    const value = { count: 1 };
    const writing = store.set("threads", "a", value);
    value.count = 2;
    await writing;
    expect(await store.get("threads", "a")).toEqual({ count: 1 });
  });

  test("what JSON cannot hold is a bug of the caller", async () => {
    const store = await openStore(await tempDir(), newKeys());
    await expect(store.set("threads", "a", undefined)).rejects.toThrow(TypeError);
  });

  test("keys are sorted, many of them as well", async () => {
    const store = await openStore(await tempDir(), newKeys());
    const keys = Array.from({ length: 120 }, (_, i) => `k${i}`);
    await Promise.all(keys.map((key) => store.set("threads", key, key)));
    expect(await store.keys("threads")).toEqual(keys.toSorted());
  });
});

describe("many at once", () => {
  test("a hundred writes of one key leave the last one, and readers see whole values in order", async () => {
    const dir = await tempDir();
    const store = await openStore(dir, newKeys());
    const seen: number[] = [];
    const work = Array.from({ length: 100 }, (_, i) => [
      store.set("threads", "a", { i, padding: "x".repeat(10_000) }),
      store.get("threads", "a").then((value) => seen.push((value as { i: number }).i)),
    ]);
    await Promise.all(work.flat());
    expect(seen).toEqual(Array.from({ length: 100 }, (_, i) => i));
    expect(await store.get("threads", "a")).toMatchObject({ i: 99 });
    expect(await readdir(join(dir, "threads"))).toHaveLength(1);
  });

  test("a write that fails does not hold up the next", async () => {
    const dir = await tempDir();
    const store = await openStore(dir, newKeys());
    await mkdir(fileOf(dir, "threads", "a"));
    const fault = await faultOf(store.set("threads", "a", 1));
    expect(fault.message).toContain("EISDIR");
    expect(await readdir(join(dir, "threads"))).toHaveLength(1); // no draft stays
    await rename(fileOf(dir, "threads", "a"), join(dir, "aside"));
    await store.set("threads", "a", 2);
    expect(await store.get("threads", "a")).toBe(2);
  });

  test("closing waits for writes under way and takes no more", async () => {
    const dir = await tempDir();
    const keys = newKeys();
    const store = await openStore(dir, keys);
    let isWritten = false;
    void store.set("threads", "a", 1).then(() => {
      isWritten = true;
    });
    await store.close();
    expect(isWritten).toBe(true);
    await store.close();
    await expect(store.set("threads", "a", 2)).rejects.toThrow("closed");
    await expect(store.get("threads", "a")).rejects.toThrow("closed");
    await expect(store.keys("threads")).rejects.toThrow("closed");
    await expect(store.rotate()).rejects.toThrow("closed");
    expect(await (await openStore(dir, keys)).get("threads", "a")).toBe(1);
  });
});

describe("on the disk", () => {
  test("nothing of a value can be read, and only the owner may look", async () => {
    const dir = join(await tempDir(), "state", "store");
    const store = await openStore(dir, newKeys());
    await store.set("installations", "team:T1", { bot: { token: SECRET } });
    const file = fileOf(dir, "installations", "team:T1");
    const text = await readFile(file, "utf8");
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain(Buffer.from(SECRET).toString("base64").slice(0, 16));
    expect(JSON.parse(text)).toMatchObject({ v: 1, collection: "installations", key: "team:T1" });
    for (const path of [file, join(dir, "key-check.json"), join(dir, "lock")])
      expect((await stat(path)).mode & 0o777).toBe(0o600);
    for (const folder of [dir, join(dir, "installations")])
      expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  test("a folder that others could read is closed to them", async () => {
    const dir = await tempDir();
    await mkdir(join(dir, "threads"), { mode: 0o755 });
    await openStore(dir, newKeys());
    expect((await stat(join(dir, "threads"))).mode & 0o777).toBe(0o700);
  });

  test("the same value is never encrypted the same way twice", async () => {
    const dir = await tempDir();
    const store = await openStore(dir, newKeys());
    const texts = new Set<string>();
    for (let i = 0; i < 5; i += 1) {
      await store.set("threads", "a", "same");
      texts.add(await readFile(fileOf(dir, "threads", "a"), "utf8"));
    }
    expect(texts.size).toBe(5);
    expect(new Set([...texts].map((text) => JSON.parse(text).nonce)).size).toBe(5);
  });

  test("a crash in the middle of a write leaves the old value, and the next start clears up", async () => {
    const dir = await tempDir();
    const keys = newKeys();
    const store = await openStore(dir, keys);
    await store.set("threads", "a", "old");
    await store.close();
    const draft = `${fileOf(dir, "threads", "a")}.0b9a4c5e-0000-4000-8000-000000000000.tmp`;
    await writeFile(draft, '{"v":1,"coll');
    await writeFile(join(dir, "threads", "notes.txt"), "an admin's own");

    const later = await openStore(dir, keys);
    expect(await later.get("threads", "a")).toBe("old");
    expect(await later.keys("threads")).toEqual(["a"]);
    const left = await readdir(join(dir, "threads"));
    expect(left.filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect(left).toContain("notes.txt");
  });
});

describe("tampering", () => {
  async function world() {
    const dir = await tempDir();
    const store = await openStore(dir, newKeys());
    await store.set("installations", "a", { token: SECRET });
    await store.set("installations", "b", { token: "other" });
    return { dir, store, file: fileOf(dir, "installations", "a") };
  }

  test.each(["nonce", "tag", "data"])("a flipped bit in %s is found", async (field) => {
    const { store, file } = await world();
    const envelope = JSON.parse(await readFile(file, "utf8"));
    const bytes = Buffer.from(envelope[field], "base64");
    bytes[0]! ^= 1;
    await writeFile(file, JSON.stringify({ ...envelope, [field]: bytes.toString("base64") }));
    const fault = await faultOf(store.get("installations", "a"));
    expect(fault).toMatchObject({ code: "bad_config" });
    expect(fault.message).toBe(`${file} was damaged or changed, or is not in its place.`);
    expect(fault.hint).toContain("install the app again");
    expect(wordsOf(fault)).not.toContain(SECRET);
    expect(await store.get("installations", "b")).toEqual({ token: "other" });
  });

  test.each([
    ["a shortened tag", (e: Record<string, string>) => ({ ...e, tag: e["tag"]!.slice(0, 8) })],
    ["an empty tag", (e: Record<string, string>) => ({ ...e, tag: "" })],
    ["a long nonce", (e: Record<string, string>) => ({ ...e, nonce: e["nonce"]!.repeat(2) })],
    ["text that is not base64", (e: Record<string, string>) => ({ ...e, data: "§§§" })],
    ["a missing field", ({ nonce: _, ...e }: Record<string, string>) => e],
    ["another version 0", (e: Record<string, string>) => ({ ...e, v: 0 })],
  ])("%s is found", async (_what, change) => {
    const { store, file } = await world();
    await writeFile(file, JSON.stringify(change(JSON.parse(await readFile(file, "utf8")))));
    expect((await faultOf(store.get("installations", "a"))).message).toContain("damaged");
  });

  test.each([0, 0.01, 0.5, 0.95])(
    "a file cut off at %d of its length is found, by keys() too",
    async (part) => {
      const { store, file } = await world();
      const whole = await readFile(file);
      await writeFile(file, whole.subarray(0, Math.floor(whole.length * part)));
      expect((await faultOf(store.get("installations", "a"))).message).toContain(file);
      expect((await faultOf(store.keys("installations"))).message).toContain(file);
    },
  );

  test("one document in the place of another is found", async () => {
    const { dir, store, file } = await world();
    const other = fileOf(dir, "installations", "b");
    const [mine, theirs] = await Promise.all([readFile(file), readFile(other)]);
    await writeFile(file, theirs);
    await writeFile(other, mine);
    for (const key of ["a", "b"])
      expect((await faultOf(store.get("installations", key))).message).toContain("not in its place");
    expect((await faultOf(store.keys("installations"))).message).toContain("not in its place");
  });

  test("nor does it help to rename the key inside, or to move it to another collection", async () => {
    const { dir, store, file } = await world();
    const envelope = JSON.parse(await readFile(fileOf(dir, "installations", "b"), "utf8"));
    await writeFile(file, JSON.stringify({ ...envelope, key: "a" }));
    expect((await faultOf(store.get("installations", "a"))).message).toContain("damaged");
    for (const collection of ["installations", "channels"]) {
      const moved = fileOf(dir, "channels", "b");
      await writeFile(moved, JSON.stringify({ ...envelope, collection }));
      expect((await faultOf(store.get("channels", "b"))).message).toContain(moved);
    }
  });

  test("a document of a later version says so", async () => {
    const { store, file } = await world();
    await writeFile(file, JSON.stringify({ v: 2, whatever: true }));
    expect((await faultOf(store.get("installations", "a"))).message).toContain("later version");
  });
});

describe("keys", () => {
  const all: readonly (readonly [Collection, string])[] = [
    ["installations", "team:T1"],
    ["channels", "T1/C1"],
    ["threads", "T1/C1/1.2"],
    ["references", "19:abc"],
  ];

  async function writtenWith(keys: ReturnType<typeof newKeys>) {
    const dir = await tempDir();
    const store = await openStore(dir, keys);
    for (const [collection, key] of all) await store.set(collection, key, `${collection} ${key}`);
    await store.close();
    return dir;
  }
  const kidIn = async (dir: string, collection: Collection, key: string) =>
    JSON.parse(await readFile(fileOf(dir, collection, key), "utf8")).kid as string;

  test("rotation moves every document to the new key; afterwards the old one can go", async () => {
    const [old] = newKeys();
    const [current] = newKeys();
    const dir = await writtenWith([old]);
    const both = await openStore(dir, [current, old]);
    expect(await both.rotate()).toEqual({ documents: 4, rewritten: 4, faults: [] });
    expect(await both.rotate()).toEqual({ documents: 4, rewritten: 0, faults: [] });
    await both.close();
    const store = await openStore(dir, [current]);
    for (const [collection, key] of all) {
      expect(await kidIn(dir, collection, key)).toBe(current.id);
      expect(await store.get(collection, key)).toBe(`${collection} ${key}`);
    }
  });

  test("reading moves a document too", async () => {
    const [old] = newKeys();
    const [current] = newKeys();
    const dir = await writtenWith([old]);
    const store = await openStore(dir, [current, old]);
    expect(await kidIn(dir, "channels", "T1/C1")).toBe(old.id);
    expect(await store.get("channels", "T1/C1")).toBe("channels T1/C1");
    expect(await kidIn(dir, "channels", "T1/C1")).toBe(current.id);
    expect(await kidIn(dir, "threads", "T1/C1/1.2")).toBe(old.id);
  });

  test("moving a document never undoes a write that comes together with it", async () => {
    const [old] = newKeys();
    const [current] = newKeys();
    const dir = await writtenWith([old]);
    const store = await openStore(dir, [current, old]);
    await Promise.all([
      store.rotate(),
      store.get("channels", "T1/C1"),
      store.set("channels", "T1/C1", "new"),
      store.get("channels", "T1/C1"),
      store.delete("threads", "T1/C1/1.2"),
    ]);
    expect(await store.get("channels", "T1/C1")).toBe("new");
    expect(await store.get("threads", "T1/C1/1.2")).toBeUndefined();
  });

  test("other keys are found at the start, and the folder is free again afterwards", async () => {
    const keys = newKeys();
    const dir = await writtenWith(keys);
    const fault = await faultOf(openStore(dir, newKeys()));
    expect(fault.code).toBe("bad_config");
    expect(fault.message).toContain("key-check.json");
    expect(fault.message).toContain(keys[0].id);
    expect(fault.hint).toContain("ENCRYPTION_KEY");
    const store = await openStore(dir, keys);
    expect(await store.get("channels", "T1/C1")).toBe("channels T1/C1");
  });

  test("a document under a lost key is named by rotate() and by get(); the others work", async () => {
    const [lost] = newKeys();
    const keys = newKeys();
    const foreign = await writtenWith([lost]);
    const dir = await writtenWith(keys);
    const file = fileOf(dir, "channels", "T1/C1");
    await writeFile(file, await readFile(fileOf(foreign, "channels", "T1/C1")));
    await writeFile(fileOf(dir, "threads", "T1/C1/1.2"), "{");
    const store = await openStore(dir, keys);
    const { documents, rewritten, faults } = await store.rotate();
    expect({ documents, rewritten }).toEqual({ documents: 4, rewritten: 0 });
    expect(faults.map(({ message }) => message)).toEqual([
      `${file} was encrypted with a key that is not at hand (key id ${lost.id}).`,
      expect.stringContaining("was damaged"),
    ]);
    expect((await faultOf(store.get("channels", "T1/C1"))).message).toContain(file);
    expect(await store.get("references", "19:abc")).toBe("references 19:abc");
  });
});

describe("a folder that cannot be used", () => {
  test("a file in its place is named with a remedy", async () => {
    const dir = join(await tempDir(), "store");
    await writeFile(dir, "");
    const fault = await faultOf(openStore(dir, newKeys()));
    expect(fault).toMatchObject({ code: "bad_config", hint: expect.stringContaining("move it away") });
    expect(fault.message).toContain(dir);
  });
});
