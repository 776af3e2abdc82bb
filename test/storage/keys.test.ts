import { chmod, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { deriveSecret, type Keyring, loadKeys, ownKey, parseKeys } from "../../src/storage/keys.ts";
import { openStorage } from "../../src/storage/postgres/open.ts";
import { newDatabase } from "../support/postgres.ts";
import { afterwards, faultOf, newKeyText, tempDir, wordsOf } from "./store-world.ts";

/** Of storage over one new database, again and again. */
async function opener() {
  const url = await newDatabase();
  return async (keys: Keyring) => {
    const storage = await openStorage({ url, stateDir: "", as: "guest", keys });
    afterwards(storage.close);
    return storage;
  };
}

describe("parseKeys", () => {
  test("takes one or several, the current one first", () => {
    const [a, b] = [newKeyText(), newKeyText()];
    const keys = parseKeys(` ${a} ,\n${b} `);
    expect(keys.map(({ id }) => id)).toEqual([parseKeys(a)[0].id, parseKeys(b)[0].id]);
    const urlSafe = a.replaceAll("+", "-").replaceAll("/", "_").replace("=", "");
    expect(parseKeys(urlSafe)[0].id).toBe(keys[0].id);
  });

  const good = newKeyText();
  test.each([
    ["", "ENCRYPTION_KEY is empty."],
    [`${good},`, "ENCRYPTION_KEY: key 2 of 2 is empty."],
    ["not base64!", "ENCRYPTION_KEY is not base64."],
    [Buffer.alloc(31, "abcdefghijklmnop").toString("base64"), "ENCRYPTION_KEY has 31 bytes"],
    [Buffer.alloc(33, "abcdefghijklmnop").toString("base64"), "ENCRYPTION_KEY has 33 bytes"],
    [Buffer.from(good, "base64").toString("hex"), "ENCRYPTION_KEY is in hexadecimal, not in base64."],
    [`${"A".repeat(43)}=`, "ENCRYPTION_KEY is not random."],
    [Buffer.from("make your own with openssl rand!").toString("base64"), "ENCRYPTION_KEY is not random."],
    [`${good}, ${good}`, "ENCRYPTION_KEY: key 2 repeats an earlier one."],
  ])("names what is wrong without the key: %#", async (text, message) => {
    const fault = await faultOf(() => parseKeys(text));
    expect(fault.code).toBe("bad_config");
    expect(fault.message).toContain(message);
    expect(fault.hint).toContain("openssl rand -base64 32");
    for (const part of text.split(",").map((each) => each.trim()))
      if (part !== "") expect(wordsOf(fault)).not.toContain(part);
  });

  test("keys do not print", () => {
    const text = newKeyText();
    const keys = parseKeys(text);
    const hex = Buffer.from(text, "base64").toString("hex");
    for (const printed of [JSON.stringify(keys), inspect(keys, { depth: 9, showHidden: true })]) {
      expect(printed).not.toContain(text);
      expect(printed).not.toContain(hex);
    }
    expect(hex).not.toContain(keys[0].id);
  });

  test("each purpose has a secret of its own, the same every time", () => {
    const text = newKeyText();
    const secret = deriveSecret(parseKeys(text), "chart links");
    expect(secret).toHaveLength(32);
    expect(deriveSecret(parseKeys(`${text},${newKeyText()}`), "chart links")).toEqual(secret);
    expect(deriveSecret(parseKeys(text), "something else")).not.toEqual(secret);
    expect(secret).not.toEqual(Buffer.from(text, "base64"));
  });
});

describe("the key that an installation makes for itself", () => {
  test("is made once, for the owner alone", async () => {
    const dir = join(await tempDir(), "state");
    const made = await Promise.all(Array.from({ length: 8 }, () => ownKey(dir)));
    expect(new Set(made.map(([{ id }]) => id)).size).toBe(1);
    const file = join(dir, "encryption.key");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(dir)).mode & 0o777).toBe(0o700);
    await chmod(file, 0o644);
    expect((await ownKey(dir))[0].id).toBe(made[0]![0].id);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test("a spoilt file is named, its text is not", async () => {
    const dir = await tempDir();
    await writeFile(join(dir, "encryption.key"), "half-a-key\n");
    const fault = await faultOf(ownKey(dir));
    expect(fault.message).toContain(join(dir, "encryption.key"));
    expect(wordsOf(fault)).not.toContain("half-a-key");
  });

  test("stays in the ring once ENCRYPTION_KEY is set, until the documents have moved", async () => {
    const state = await tempDir();
    const open = await opener();
    const { store, close } = await open(await loadKeys(undefined, state));
    await store.set("threads", "a", 1);
    await close();
    const text = newKeyText();
    const both = await loadKeys(text, state);
    expect(both).toHaveLength(2);
    const moved = await open(both);
    expect((await moved.store.rotate()).rewritten).toBe(1);
    await moved.close();
    await rm(join(state, "encryption.key"));
    const keys = await loadKeys(text, state);
    expect(keys).toHaveLength(1);
    expect(await (await open(keys)).store.get("threads", "a")).toBe(1);
  });

  test("the same key given as ENCRYPTION_KEY is one key", async () => {
    const state = await tempDir();
    await ownKey(state);
    const text = await readFile(join(state, "encryption.key"), "utf8");
    expect(await loadKeys(text, state)).toHaveLength(1);
  });

  test("once it is lost, the start says so and leaves the documents alone", async () => {
    const state = await tempDir();
    const open = await opener();
    await (await open(await loadKeys(undefined, state))).close();
    await rm(join(state, "encryption.key"));
    const fault = await faultOf(open(await loadKeys(undefined, state)));
    expect(fault.message).toContain("key that is not at hand");
    expect(fault.hint).toContain("encryption.key");
  });
});
