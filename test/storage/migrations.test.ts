import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { doneIn, MIGRATIONS, type Migration, migrate } from "../../src/storage/postgres/migrations.ts";
import { openDatabase, openStorage } from "../../src/storage/postgres/open.ts";
import { SCHEMA } from "../../src/storage/postgres/schema.ts";
import { newDatabase } from "../support/postgres.ts";
import { startChild } from "./database-world.ts";
import { afterwards, faultOf, newKeys, newKeyText, tempDir } from "./store-world.ts";

const later: Migration = async (db) => {
  await sql`alter table subscriptions add column label text not null default 'none'`.execute(db);
};
const broken: Migration = async (db) => {
  await sql`create table half (id integer)`.execute(db);
  await sql`select 1 / 0`.execute(db);
};

async function empty() {
  const url = await newDatabase();
  const database = await openDatabase({ url, stateDir: await tempDir(), as: "bot" });
  afterwards(() => database.close());
  return { url, ...database };
}

describe("migrations", () => {
  test("several processes bring an empty database up, each step once", async () => {
    const { url, db } = await empty();
    const order = { url, stateDir: await tempDir(), key: newKeyText(), as: "bot" };
    const children = [1, 2, 3, 4].map(() => startChild(JSON.stringify(order)));
    for (const child of children) expect(await child.ended()).toMatchObject({ code: 0 });
    expect(await doneIn(db, SCHEMA)).toEqual(Object.keys(MIGRATIONS));
  });

  test("an upgrade keeps what is there and runs what is missing, once", async () => {
    const { url, db } = await empty();
    const keys = newKeys();
    const storage = await openStorage({ url, stateDir: await tempDir(), as: "bot", keys });
    await storage.store.set("threads", "a", 1);
    const subscription = await storage.subscriptions.add({
      platform: "teams",
      workspace: "W",
      channel: "19:abc",
      topics: ["debt"],
      at: { kind: "afterClose", minutes: 15, tz: "America/New_York" },
      days: "trading",
      when: "changed",
      audience: "institutional",
      owner: "U",
    });
    const migrations = { ...MIGRATIONS, "900-label": later };
    await Promise.all([migrate(db, { migrations }), migrate(db, { migrations })]);
    await migrate(db, { migrations });
    expect(await storage.store.get("threads", "a")).toBe(1);
    const { rows } = await sql`select id, label from smallcaps.subscriptions`.execute(db);
    expect(rows).toEqual([{ id: subscription.id, label: "none" }]);
    await storage.close();
  });

  test("one that fails leaves nothing behind, and the next start tries again", async () => {
    const { db } = await empty();
    await expect(migrate(db, { migrations: { ...MIGRATIONS, "900-half": broken } })).rejects.toThrow(
      "division by zero",
    );
    const { rows } = await sql`select from pg_namespace where nspname = ${SCHEMA}`.execute(db);
    expect(rows).toEqual([]);
    await migrate(db);
    expect(await doneIn(db, SCHEMA)).toEqual(Object.keys(MIGRATIONS));
  });

  test("a database of a later version is refused and left alone", async () => {
    const { url, db } = await empty();
    await migrate(db, { migrations: { ...MIGRATIONS, "900-label": later } });
    const fault = await faultOf(openStorage({ url, stateDir: await tempDir(), as: "bot", keys: newKeys() }));
    expect(fault).toMatchObject({
      code: "bad_config",
      message: "The database was made by a later version of smallcaps (migration 900-label).",
    });
    expect(await doneIn(db, SCHEMA)).toEqual([...Object.keys(MIGRATIONS), "900-label"]);
  });

  test("other tables of the database are left alone, of the same names as well", async () => {
    const { url, db } = await empty();
    await sql`create table public.documents (id integer)`.execute(db);
    await sql`create table public.migrations (name text)`.execute(db);
    const storage = await openStorage({ url, stateDir: await tempDir(), as: "bot", keys: newKeys() });
    await storage.store.set("threads", "a", 1);
    await storage.close();
    const { rows } = await sql`select count(*) as n from public.documents`.execute(db);
    expect(rows).toEqual([{ n: 0 }]);
  });
});
