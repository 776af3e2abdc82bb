import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createClient } from "../../../src/data/http/client.ts";
import { layoutFault } from "../../../src/data/http/fault.ts";
import { openKept } from "../../../src/data/kept/kept-source.ts";
import { limitsOf, roomsOf } from "../../../src/data/kept/options.ts";
import { openQuarantine } from "../../../src/data/kept/quarantine.ts";
import type { Recipe, Resource } from "../../../src/data/kept/recipe.ts";
import { openShelf } from "../../../src/data/kept/shelf.ts";
import { liveOptions, send, serve, temporaryFolder } from "../http/serve.ts";

const NOW = new Date("2026-03-20T08:00:00.000Z");
const DAY = 86_400_000;

/** A source of two answers, each a year; the years have to differ. */
function open(options: Awaited<ReturnType<typeof liveOptions>>) {
  const base = new URL(options.baseUrl);
  const resource = (name: string): Resource<string> => ({
    name,
    label: name,
    maxAgeMs: DAY,
    request: { base, path: name, kind: "json", maxBytes: 1_000 },
    parse: (bytes) => JSON.parse(bytes.toString()).trough,
  });
  const recessions: Recipe<"recessions", string> = {
    label: "recessions",
    resources: () => [resource("one"), resource("two")],
    assemble: ([one = "", two = ""]) => {
      if (one === two) throw layoutFault("both answers are of one year");
      return {
        data: [
          { peak: one, trough: one },
          { peak: two, trough: two },
        ],
      };
    },
  };
  return openKept({
    id: "test",
    called: "Test",
    provider: "Test",
    licence: "none",
    hint: "A hint that says what to do.",
    remedy: () => "",
    client: createClient({ ...options, ...limitsOf(options) }),
    ...roomsOf(options),
    now: options.now,
    recipes: { recessions },
    card: { hosts: [base.host], key: "none", terms: null, provides: ["recessions"] },
  });
}
const say = (trough: string) => JSON.stringify({ trough });

describe("answers that are each in order but do not fit together", () => {
  it("do not replace the copies, which stand in; both are set aside", async () => {
    let second = "2021-04";
    const { baseUrl } = await serve(({ url }, response) =>
      send(response, say(url === "/one" ? "2020-04" : second), "application/json"),
    );
    let at = NOW;
    const options = await liveOptions(baseUrl, () => at);
    const before = await open(options).fetch("recessions");
    second = "2020-04";
    at = new Date(NOW.getTime() + 2 * DAY);
    const market = open(options);
    const { data, source } = await market.fetch("recessions");
    expect(data).toEqual(before.data);
    expect(source.fallback).toMatch(/both answers are of one year.*using the copy retrieved on 2026-03-20/);
    expect((await openQuarantine(options.quarantineDir).list()).map(({ name }) => name).sort()).toEqual([
      "one",
      "two",
    ]);
    second = "2021-04";
    expect((await market.fetch("recessions")).source.fallback).toBeUndefined();
  });
});

describe("memory", () => {
  it("answers without reading a copy, until a copy changes or grows old", async () => {
    const { baseUrl, asked } = await serve(({ url }, response) =>
      send(response, say(url === "/one" ? "2020-04" : "2021-04"), "application/json"),
    );
    let at = NOW;
    const options = await liveOptions(baseUrl, () => at);
    const market = open(options);
    const first = await market.fetch("recessions");
    expect(await market.fetch("recessions")).toBe(first);
    at = new Date(NOW.getTime() + 3_600_000);
    await open(options).pull(() => undefined);
    const second = await market.fetch("recessions");
    expect(second.source.retrievedAt).toBe(at.toISOString());
    expect(asked.length).toBe(4);
    at = new Date(at.getTime() + DAY);
    await market.fetch("recessions");
    expect(asked.length).toBe(6);
  });
});

describe("what another process understood", () => {
  it("is taken over while young and of the same copies; changed, or of other copies, it is not", async () => {
    const { baseUrl, asked } = await serve(({ url }, response) =>
      send(response, say(url === "/one" ? "2020-04" : "2021-04"), "application/json"),
    );
    const options = await liveOptions(baseUrl, () => NOW);
    const first = await open(options).fetch("recessions");
    const file = join(options.dir, "understood", "recessions.txt");
    const text = await readFile(file, "utf8");
    // What is in the file is what is given, and not what is in the copies.
    const [key = "", , body = ""] = text.split("\n");
    const changed = body.replaceAll("2020-04", "1990-04");
    const hash = createHash("sha256").update(changed).digest("hex");
    await writeFile(file, [key, hash, changed].join("\n"));
    expect((await open(options).fetch("recessions")).data[0]?.trough).toBe("1990-04");
    await writeFile(file, text.replaceAll("2020-04", "1990-04"));
    expect(await open(options).fetch("recessions")).toEqual(first);
    await writeFile(file, [`${key}0`, hash, changed].join("\n"));
    expect(await open(options).fetch("recessions")).toEqual(first);
    expect(asked.length).toBe(2);
  });
});

describe("the shelf", () => {
  const copy = (text: string) => ({
    bytes: Buffer.from(text),
    response: {
      url: "http://x/y",
      // sha256sum of "first" and of "second"
      sha256:
        text === "first"
          ? "a7937b64b8caa58f03721bb6bacf5c78cb235febe0e70b1b84cd99541461a08e"
          : "16367aacb67a4a017c8da8ab95682ccb390863780f7114dda0a0e0c55644c7c4",
      retrievedAt: NOW.toISOString(),
      status: 200,
    },
  });

  it("replaces a copy whole, and knows one that was changed under its hands", async () => {
    const dir = await temporaryFolder();
    const shelf = openShelf(dir);
    const empty = await shelf.stamp();
    await shelf.keep("a.b", copy("first"));
    await shelf.keep("a.b", copy("second"));
    expect((await shelf.read("a.b"))?.bytes.toString()).toBe("second");
    expect(await readdir(dir)).toHaveLength(2);
    expect(await shelf.stamp()).not.toBe(empty);
    const body = (await readdir(dir)).find((file) => file.endsWith(".body")) ?? "";
    await writeFile(join(dir, body), "third");
    expect(await shelf.read("a.b")).toBeNull();
    expect(await shelf.all()).toHaveLength(1);
  });
});

describe("the quarantine", () => {
  it("holds what was refused with the reason, once a kind, the newest first", async () => {
    const dir = await temporaryFolder();
    const quarantine = openQuarantine(dir);
    const entry = (name: string, minute: number) => ({
      source: "s",
      name,
      url: "host/path",
      reason: `${name} at ${minute}`,
      at: new Date(NOW.getTime() + minute * 60_000).toISOString(),
    });
    await quarantine.put(entry("a", 0), Buffer.from("old"));
    await quarantine.put(entry("b", 1), null);
    await quarantine.put(entry("a", 2), Buffer.from("new"));
    const list = await quarantine.list();
    expect(list.map(({ reason, bytes, sha256 }) => [reason, bytes, sha256 === null])).toEqual([
      ["a at 2", 3, false],
      ["b at 1", 0, true],
    ]);
    expect(await readFile(join(dir, "s-a.body"), "utf8")).toBe("new");
    for (let at = 0; at < 60; at += 1) await quarantine.put(entry(`n${at}`, 10 + at), Buffer.from("x"));
    expect((await quarantine.list()).length).toBe(40);
    expect((await readdir(dir)).length).toBe(80);
  });
});
