import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { migrate } from "../../src/storage/postgres/migrations.ts";
import { type OpenOptions, openDatabase } from "../../src/storage/postgres/open.ts";
import { asAdmin, newDatabase, sharedServer, urlOf } from "../support/postgres.ts";
import { afterwards, faultOf, tempDir, wordsOf } from "./store-world.ts";

const PASSWORD = "s3cret-pass-word";

async function open(url: string, more: Partial<OpenOptions> = {}) {
  const database = await openDatabase({ url, stateDir: await tempDir(), as: "bot", ...more });
  afterwards(() => database.close());
  return database;
}

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

describe("DATABASE_URL names", () => {
  test("a server that is down", async () => {
    const port = await closedPort();
    const fault = await faultOf(open(`postgres://me:${PASSWORD}@127.0.0.1:${port}/db`));
    expect(fault).toMatchObject({ code: "bad_config", hint: "Start it, or correct DATABASE_URL." });
    expect(fault.message).toBe(
      `PostgreSQL at 127.0.0.1:${port} does not answer: nothing listens there (ECONNREFUSED).`,
    );
    expect(wordsOf(fault)).not.toContain(PASSWORD);
  });

  test("a host that does not exist", async () => {
    const fault = await faultOf(open(`postgres://me:${PASSWORD}@no-such-host.invalid/db`));
    expect(fault.message).toMatch(/^PostgreSQL at no-such-host\.invalid:5432 cannot be found/);
    expect(wordsOf(fault)).not.toContain(PASSWORD);
  });

  test("a user with another password", async () => {
    const login = await sharedServer();
    const fault = await faultOf(open(urlOf({ ...login, password: PASSWORD })));
    expect(fault.message).toBe(
      `PostgreSQL at 127.0.0.1:${login.port} refused the password of the user "smallcaps".`,
    );
    expect(fault.hint).toContain("DATABASE_URL");
    for (const secret of [PASSWORD, login.password]) expect(wordsOf(fault)).not.toContain(secret);
  });

  test("a database that does not exist", async () => {
    const fault = await faultOf(open(urlOf({ ...(await sharedServer()), database: "nowhere" })));
    expect(fault).toMatchObject({ message: expect.stringContaining('has no database "nowhere"') });
    expect(fault.hint).toContain("createdb nowhere");
  });

  test("a server without TLS where TLS is asked for", async () => {
    const url = await newDatabase();
    const fault = await faultOf(open(`${url}?sslmode=verify-full`));
    expect(fault).toMatchObject({ message: expect.stringContaining("does not speak TLS") });
  });

  test("something that is no PostgreSQL", async () => {
    const server = createServer((socket) => socket.end("220 mail ready\r\n")).listen(0, "127.0.0.1");
    await once(server, "listening");
    afterwards(async () => void server.close());
    const { port } = server.address() as { port: number };
    const fault = await faultOf(open(`postgres://me:${PASSWORD}@127.0.0.1:${port}/db`));
    expect(fault.message).toContain(`127.0.0.1:${port}`);
    expect(wordsOf(fault)).not.toContain(PASSWORD);
  });

  test("a user who may not make tables; and one for whom an administrator made the schema", async () => {
    const url = await newDatabase();
    const user = `u${Date.now()}`;
    await asAdmin(async (client) => {
      await client.query(`create role ${user} login password '${PASSWORD}'`);
    }, url);
    const theirs = url.replace(/\/\/[^@]*@/, `//${user}:${PASSWORD}@`);
    const { db } = await open(theirs);
    const fault = await faultOf(migrate(db));
    expect(fault.message).toContain(`does not allow the user "${user}"`);
    expect(fault.hint).toMatch(/GRANT CREATE ON DATABASE "test_\w+" TO "u\d+"/);
    await asAdmin((client) => client.query(`create schema smallcaps authorization ${user}`), url);
    await migrate(db);
    expect(await db.selectFrom("documents").selectAll().execute()).toEqual([]);
  });

  test("a server that goes away in the middle: said so, and used again once it is back", async () => {
    const url = await newDatabase();
    const heard: string[] = [];
    const { db, pool } = await open(url, { onError: ({ message }) => void heard.push(message) });
    await migrate(db);
    const inside = db.transaction().execute(async (trx) => {
      await trx.selectFrom("documents").selectAll().execute();
      await asAdmin((client) =>
        client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [
          pool.options.database ?? new URL(url).pathname.slice(1),
        ]),
      );
      await trx.selectFrom("documents").selectAll().execute();
    });
    const fault = await faultOf(inside);
    expect(fault.message).toContain("cannot be reached, or ended the connection");
    expect(await db.selectFrom("documents").selectAll().execute()).toEqual([]);
  });
});
