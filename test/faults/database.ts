import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { postmasterIn } from "../../src/storage/embedded/postmaster.ts";
import { startEmbedded } from "../../src/storage/embedded/server.ts";
import { parseKeys } from "../../src/storage/keys.ts";
import type { DeliveryState, Platform } from "../../src/storage/port.ts";
import { openStorage } from "../../src/storage/postgres/open.ts";
import { SCHEMA } from "../../src/storage/postgres/schema.ts";

/**
 * A clock that a test can move stands in the place of PostgreSQL's own, in one database: now() and clock_timestamp()
 * are found by name, so the product's statements and the queue's take it without knowing.
 */
const CLOCK = `
  alter function pg_catalog.now() rename to now_of_machine;
  alter function pg_catalog.clock_timestamp() rename to clock_timestamp_of_machine;
  create schema faults;
  create table faults.clock (ms bigint not null);
  insert into faults.clock values (0);
  create function pg_catalog.now() returns timestamptz language sql stable as
    $$ select pg_catalog.now_of_machine() + (select ms from faults.clock) * interval '1 millisecond' $$;
  create function pg_catalog.clock_timestamp() returns timestamptz language sql volatile as
    $$ select pg_catalog.clock_timestamp_of_machine() + (select ms from faults.clock) * interval '1 millisecond' $$;`;

/** Where a test may stop a delivery between two states. What waits there was asked for, and is not yet done. */
const GATE = `
  create table faults.gate (state text not null, platform text not null);
  create function faults.gate() returns trigger language plpgsql as $$ begin
    if (tg_op = 'INSERT' or new.state <> old.state)
      and exists (select from faults.gate g where g.state = new.state and g.platform = new.platform)
    then perform pg_advisory_xact_lock_shared(1, 1); end if;
    return new;
  end $$;
  create trigger gate before insert or update on ${SCHEMA}.deliveries for each row execute function faults.gate();`;

/** As PostgreSQL says it where no block can be had, in every table that delivery writes. */
const FULL = `
  create table faults.disk (is_full boolean not null);
  insert into faults.disk values (false);
  create function faults.full() returns trigger language plpgsql as $$ begin
    if (select is_full from faults.disk) then
      raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
    end if;
    return null;
  end $$;
  do $$ declare name text; begin
    for name in select tablename from pg_tables where schemaname = '${SCHEMA}' loop
      execute format('create trigger full_disk before insert or update on ${SCHEMA}.%I
        for each statement execute function faults.full()', name);
    end loop;
  end $$;`;

export type FaultServer = Awaited<ReturnType<typeof startServer>>;
export type FaultDatabase = Awaited<ReturnType<FaultServer["newDatabase"]>>;

/** A PostgreSQL of the harness's own, which may be ended and crashed. */
export async function startServer(dir: string) {
  const server = await startEmbedded(dir, () => {});
  const { login } = server;
  const template = `template_${randomBytes(4).toString("hex")}`;
  const urlFor = (database: string) =>
    `postgres://${login.user}:${login.password}@${login.host}:${login.port}/${database}`;
  await asAdmin(urlFor(login.database), `create database ${template}`);
  await asAdmin(urlFor(template), CLOCK);
  const key = randomBytes(32).toString("base64");
  const keys = parseKeys(key);
  await (await openStorage({ url: urlFor(template), stateDir: "", as: "guest", keys })).close();
  await asAdmin(urlFor(template), GATE + FULL);

  return {
    /** ENCRYPTION_KEY of all that is in its databases. */
    key,
    /** A new database with the product's tables, a clock, a gate and a disk that can be full. */
    async newDatabase() {
      const name = `faults_${randomBytes(6).toString("hex")}`;
      await asAdmin(urlFor(login.database), `create database ${name} template ${template}`);
      return openDatabase(urlFor(name), () =>
        asAdmin(urlFor(login.database), `drop database if exists ${name} with (force)`),
      );
    },
    /** In order, and up again. */
    async restart() {
      await server.stop();
      await server.ensure();
    },
    /** As by a power cut: nothing is written out; it recovers. */
    async crash() {
      const found = await postmasterIn(`${dir}/postgres`);
      if (found) process.kill(found.pid, "SIGQUIT");
      await server.ensure();
    },
    stop: () => server.stop(),
  };
}

async function asAdmin(url: string, statements: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    return await client.query(statements);
  } finally {
    await client.end();
  }
}

function openDatabase(url: string, drop: () => Promise<unknown>) {
  const ask = (statements: string) => asAdmin(url, statements);

  /** Those who wait at the gate: the names of their processes. */
  async function waiting(): Promise<readonly string[]> {
    const { rows } = await ask(
      `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
       where l.locktype = 'advisory' and not l.granted and l.classid = 1 and l.objid = 1
         and l.database = (select oid from pg_database where datname = current_database())
       order by a.query_start`,
    );
    return rows.map(({ name }: { name: string }) => name);
  }

  return {
    /** @param name of the process, by which the gate tells who waits */
    urlFor: (name: string) => `${url}?application_name=${name}`,
    ask,
    async now(): Promise<number> {
      const { rows } = await ask("select extract(epoch from clock_timestamp()) * 1000 as ms");
      return Number(rows[0].ms);
    },
    /** For all processes at once, and for good. */
    moveClock: (byMs: number) => ask(`update faults.clock set ms = ms + ${Math.round(byMs)}`),
    fillDisk: (isFull: boolean) => ask(`update faults.disk set is_full = ${isFull}`),
    /** Stops every delivery of a platform right before it enters `state`. */
    async closeGate(state: DeliveryState, platform: Platform) {
      const lock = new pg.Client({ connectionString: url });
      lock.on("error", () => {});
      await lock.connect();
      await lock.query("select pg_advisory_lock(1, 1)");
      await ask(`insert into faults.gate values ('${state}', '${platform}')`);
      return {
        /** The process whose delivery came there first; null: none within `ms`. */
        async caught(ms: number): Promise<string | null> {
          for (const until = performance.now() + ms; performance.now() < until; await sleep(20)) {
            const [first] = await waiting();
            if (first !== undefined) return first;
          }
          return null;
        },
        /** Undoes what these processes wait to do, as if the server had never heard of it. */
        refuse: (name: string) =>
          ask(
            `select pg_terminate_backend(pid) from pg_stat_activity
             where application_name = '${name}' and datname = current_database()`,
          ),
        /** Lets pass what waits, whether or not the process that asked lives. */
        async open() {
          await ask("delete from faults.gate");
          await lock.end();
        },
      };
    },
    drop,
  };
}
