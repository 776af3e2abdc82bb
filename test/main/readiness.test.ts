import { createServer } from "node:net";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { createReadiness, type ReadinessDeps } from "../../src/main/readiness.ts";
import { connect } from "../../src/storage/postgres/connect.ts";
import { newDatabase } from "../support/postgres.ts";

const well: ReadinessDeps = { database: async () => {}, lastPlanned: async () => null, now: () => 0 };

describe("readiness", () => {
  test("with a database that answers, and after it is gone", async () => {
    const { db, close } = await connect({ login: await newDatabase(), embedded: false });
    const ready = createReadiness({ ...well, database: () => sql`select 1`.execute(db) });
    expect(await ready()).toEqual({ ready: true, reasons: [] });
    await close();
    expect(await ready()).toEqual({ ready: false, reasons: ["the database cannot be asked"] });
  }, 60_000);

  test("a server that accepts and says nothing: given up, and named without the password", async () => {
    const mute = createServer(() => {}).listen(0, "127.0.0.1");
    await new Promise((listening) => mute.once("listening", listening));
    const address = mute.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const database = () =>
      connect({ login: `postgres://me:s3cret-pw@127.0.0.1:${port}/db`, embedded: false });
    const { ready, reasons } = await createReadiness({ ...well, database })();
    expect({ ready, reasons }).toEqual({
      ready: false,
      reasons: ["the database gives no answer within 1000 ms"],
    });
    mute.close();
    const down = () => connect({ login: "postgres://me:s3cret-pw@127.0.0.1:9/db", embedded: false });
    const fault = await createReadiness({ ...well, database: down })();
    expect(fault.reasons.join()).toContain("PostgreSQL at 127.0.0.1:9 does not answer");
    expect(fault.reasons.join()).not.toContain("s3cret-pw");
  });

  test("the planner's last look, by whichever process", async () => {
    let now = 1_000_000;
    let age: number | null = null;
    const ready = createReadiness({ ...well, now: () => now, lastPlanned: async () => age });
    expect((await ready()).ready).toBe(true);
    now += 5 * 60_000 + 1_000;
    expect((await ready()).reasons).toEqual(["the schedules have not been looked at yet"]);
    age = 60_000;
    expect((await ready()).ready).toBe(true);
    age = 360_000;
    expect((await ready()).reasons).toEqual(["the schedules were last looked at 360 s ago"]);
  });
});
