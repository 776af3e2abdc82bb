import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import type { Keyring } from "../../src/storage/keys.ts";
import type { Storage } from "../../src/storage/port.ts";
import { backup } from "../../src/storage/postgres/backup.ts";
import { MIGRATIONS, type Migration } from "../../src/storage/postgres/migrations.ts";
import { type OpenStorage, openStorage } from "../../src/storage/postgres/open.ts";
import { restore } from "../../src/storage/postgres/restore.ts";
import { newDatabase } from "../support/postgres.ts";
import { openWorld, WAYS, type World } from "./database-world.ts";
import { afterwards, faultOf, newKeys, tempDir, wordsOf } from "./store-world.ts";

const SECRET = "xoxb-very-secret-token";
const keys = newKeys();

async function fill({ store, subscriptions, deliveries, briefings, audit, cache }: Storage) {
  for (let i = 0; i < 700; i += 1) await store.set("threads", `t${i}`, { i });
  await store.set("installations", "nul\0 and 'quote' \\ \n 📈", { token: SECRET });
  for (const channel of ["C1", "C2"])
    await subscriptions.add({
      platform: "slack",
      workspace: "T1",
      channel,
      topics: ["valuation"],
      at: { kind: "time", hhmm: "07:30", tz: "Europe/London" },
      days: ["mon"],
      when: "always",
      audience: "internal",
      owner: "U1",
    });
  const slot = {
    subscription: "s",
    workspace: "T1",
    platform: "slack",
    channel: "C1",
    session: "2026-11-23",
  } as const;
  const claim = await deliveries.claim({ ...slot, slot: "one", scheduledAt: "2026-11-23T12:30:00.123Z" });
  const posting = await deliveries.move(claim!, "posting");
  await deliveries.move(posting!, "failed", { reason: '=HYPERLINK(1), "quoted"' });
  const body = `{"bytes": "kept  as they are \\u00e9", "long": "${"x".repeat(300_000)}"}`;
  const input = { name: "levels", hash: "h", body: "levels\n1,2", reason: null };
  await briefings.put({
    id: "b",
    topic: "t",
    command: "t",
    codeVersion: "1",
    asOf: "2026-11-20",
    body,
    inputs: [input],
  });
  for (let i = 0; i < 5; i += 1)
    await audit.append((head) => ({
      hash: `a${i}`,
      record: ` {"after": "${head?.hash}"}\n`,
      payloads: [{ hash: `p${i}`, body: "p" }],
    }));
  await cache.set("k", "v");
}

async function all({ store, subscriptions, deliveries, briefings, audit }: Storage) {
  const documents = [];
  for (const collection of ["threads", "installations"] as const)
    for (const key of await store.keys(collection)) documents.push([key, await store.get(collection, key)]);
  const rows = [];
  for await (const row of audit.rows()) rows.push(row);
  const lists = [
    await subscriptions.list(),
    await deliveries.list(),
    await briefings.get("b"),
    await audit.payload("p3"),
  ];
  return { documents, rows, lists };
}

let full: World;
let file: string;
beforeAll(async () => {
  full = await openWorld("the embedded server", keys);
  await fill(full.storage);
  file = join(full.stateDir, "nightly.backup");
  await backup(full.storage.database.db, file);
});

async function emptyStorage(ring: Keyring = keys): Promise<OpenStorage> {
  const storage = await openStorage({
    url: await newDatabase(),
    stateDir: await tempDir(),
    as: "bot",
    keys: ring,
  });
  afterwards(() => storage.close());
  return storage;
}

describe("a backup", () => {
  test.each(WAYS)(
    "restored over %s is what was there, and life goes on",
    async (way) => {
      const { storage } = await openWorld(way, keys);
      const { rows } = await restore(storage.database.db, file, keys);
      expect(await all(storage)).toEqual(await all(full.storage));
      const kept = await sql<{ n: number }>`select count(*) as n from smallcaps.documents`.execute(
        storage.database.db,
      );
      expect(kept.rows[0]?.n).toBe(703); // with the check of the keys, and when this was
      expect(rows).toBe(702 + 2 + 1 + 1 + 1 + 1 + 5 + 5);
      expect(await storage.cache.get("k")).toBeUndefined();
      const again = join(await tempDir(), "again");
      await backup(storage.database.db, again);
      const before = linesOf(await readFile(again)).filter((line) => !line.includes('"key":"restored"'));
      expect(before.slice(1, -1)).toEqual(linesOf(await readFile(file)).slice(1, -1));
      const [last] = (await storage.subscriptions.list()).slice(-1);
      await storage.subscriptions.add({ ...last!, channel: "C3" });
      expect((await storage.subscriptions.list()).map(({ channel }) => channel)).toEqual(["C1", "C2", "C3"]);
      expect((await storage.audit.append((head) => ({ hash: `${head?.hash}+`, record: "" }))).seq).toBe(6);
      await expect(storage.database.pool.query("delete from smallcaps.audit")).rejects.toThrow(
        "never changed",
      );
    },
    60_000,
  );

  test("gives no token away, and is the owner's alone", async () => {
    expect(linesOf(await readFile(file)).join("\n")).not.toContain(SECRET);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readdir(dirname(file))).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("is of one moment, while others write", async () => {
    const storage = await emptyStorage();
    const { db } = storage.database;
    const isOver = new AbortController();
    let written = 0;
    const writing = (async () => {
      for (let i = 0; !isOver.signal.aborted; i += 1) {
        await db.transaction().execute(async (trx) => {
          await trx
            .insertInto("inputs")
            .values({ hash: `h${i}`, body: "x".repeat(2_000), reason: null })
            .execute();
          await trx
            .insertInto("auditPayloads")
            .values({ hash: `h${i}`, body: "" })
            .execute();
        });
        written += 1;
      }
    })();
    const target = join(await tempDir(), "b");
    try {
      for (let round = 0; round < 5; round += 1) {
        const before = written;
        await expect.poll(() => written).toBeGreaterThan(before);
        await backup(db, target);
        const lines = linesOf(await readFile(target));
        const tables = lines.indexOf('{"table":"audit_payloads"}');
        // By the whole field: sealed documents are random text, in which a shorter mark comes up by chance.
        const [inputs, payloads] = [lines.slice(0, tables), lines.slice(tables)].map(
          (part) => part.filter((line) => /"hash":"h\d+"/.test(line)).length,
        );
        expect(inputs).toBeGreaterThan(0);
        expect(inputs).toBe(payloads);
      }
    } finally {
      isOver.abort();
      await writing;
    }
  });

  test("that cannot be written leaves the one of before", async () => {
    const storage = await emptyStorage();
    const target = join(await tempDir(), "b");
    await backup(storage.database.db, target);
    const before = await readFile(target);
    await storage.database.pool.query("alter table smallcaps.audit rename to moved");
    await expect(backup(storage.database.db, target)).rejects.toThrow();
    expect(await readFile(target)).toEqual(before);
    expect(await readdir(dirname(target))).toEqual(["b"]);
    const fault = await faultOf(backup(storage.database.db, join(target, "below-a-file")));
    expect(fault.message).toContain(`The folder ${target} for the backup does not exist`);
  });

  test("of an earlier version is brought up to this one", async () => {
    const storage = await emptyStorage();
    const later: Migration = async (db) => {
      await sql`alter table subscriptions add column label text not null default 'none'`.execute(db);
      await sql`update subscriptions set label = channel`.execute(db);
    };
    await restore(storage.database.db, file, keys, { ...MIGRATIONS, "900-label": later });
    const { rows } = await sql`select label from smallcaps.subscriptions order by label`.execute(
      storage.database.db,
    );
    expect(rows).toEqual([{ label: "C1" }, { label: "C2" }]);
  });
});

describe("a restore is refused, and nothing changes,", () => {
  async function refused(target: string, ring = keys, code = "bad_input") {
    const storage = await emptyStorage(ring);
    const fault = await faultOf(restore(storage.database.db, target, ring));
    expect(fault.code).toBe(code);
    expect(fault.message).toContain(target);
    expect(await storage.store.keys("threads")).toEqual([]);
    await storage.store.set("threads", "works", 1);
    return fault;
  }
  async function changed(change: (lines: string[]) => readonly string[]) {
    const target = join(await tempDir(), "changed");
    const lines = linesOf(await readFile(file));
    await writeFile(target, gzipSync(`${change(lines).join("\n")}\n`));
    return target;
  }

  test.each<[string, (lines: string[]) => readonly string[]]>([
    ["a row less", (lines) => lines.toSpliced(10, 1)],
    ["a row changed", (lines) => lines.with(3, lines[3]!.replace("threads", "channels"))],
    ["rows swapped", (lines) => lines.with(3, lines[4]!).with(4, lines[3]!)],
    ["its end missing", (lines) => lines.slice(0, -1)],
    ["something after its end", (lines) => [...lines, "{}"]],
    ["another head", (lines) => lines.with(0, '{"format":"pg_dump"}')],
    ["nothing in it", () => []],
    ["text in it", (lines) => lines.with(5, "hello")],
  ])("with %s", async (_what, change) => {
    expect((await refused(await changed(change))).message).toContain(
      "is no backup of smallcaps, or is damaged",
    );
  });

  test("cut off, or no gzip file", async () => {
    const whole = await readFile(file);
    const target = join(await tempDir(), "cut");
    for (const bytes of [whole.subarray(0, whole.length / 2), Buffer.from("PGDMP"), Buffer.alloc(0)]) {
      await writeFile(target, bytes);
      await refused(target);
    }
  });

  test("of a later version", async () => {
    const target = await changed((lines) =>
      lines.with(0, lines[0]!.replace(/"migration":"[^"]+"/, '"migration":"999-later"')),
    );
    expect((await refused(target)).message).toContain("later version of smallcaps (migration 999-later)");
  });

  test("with another encryption key", async () => {
    const fault = await refused(file, newKeys(), "bad_config");
    expect(fault.message).toContain(`key id ${keys[0].id}`);
    expect(wordsOf(fault)).not.toContain(SECRET);
  });

  test("that is not there", async () => {
    const storage = await emptyStorage();
    const target = join(await tempDir(), "none");
    expect((await faultOf(restore(storage.database.db, target, keys))).message).toContain(target);
  });

  test("into a database that holds something", async () => {
    const storage = await emptyStorage();
    await storage.audit.append(() => ({ hash: "a", record: "{}" }));
    const fault = await faultOf(restore(storage.database.db, file, keys));
    expect(fault).toMatchObject({ code: "refused", message: expect.stringContaining("not empty (audit)") });
    expect(await storage.store.keys("threads")).toEqual([]);
    expect((await storage.audit.head())?.hash).toBe("a");
  });
});

const linesOf = (bytes: Buffer) => gunzipSync(bytes).toString("utf8").trimEnd().split("\n");
