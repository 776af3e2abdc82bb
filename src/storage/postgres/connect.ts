import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPoolClient } from "kysely";
import pg from "pg";
import { BriefingError } from "../../briefing/errors.ts";
import { faultOf, type ServerName } from "./faults.ts";
import { type Db, SCHEMA, type Tables } from "./schema.ts";

export interface Database {
  /** The tables. What it throws is a BriefingError where the server is at fault. */
  readonly db: Db;
  /** For what brings its own statements, such as a queue. */
  readonly pool: pg.Pool;
  readonly server: ServerName;
  close(): Promise<void>;
}

export interface ConnectOptions {
  readonly login: string | pg.PoolConfig;
  readonly embedded: boolean;
  /** Called where nothing answers, before it is tried once more. */
  readonly revive?: () => Promise<void>;
  /** Told of connections that broke while idle. */
  readonly onError?: (error: Error) => void;
}

export const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true });

const CONNECTIONS = 8;
const CONNECT_MS = 5_000;
const IDLE_MS = 30_000;
/** pg-boss asks for it as well. */
const OLDEST = 130_000;

/**
 * Connects and looks whether the server will do.
 * @throws BriefingError bad_config
 */
export async function connect(options: ConnectOptions): Promise<Database> {
  const { login, embedded, revive, onError = () => {} } = options;
  const server = nameOf(login, embedded);
  const pool = new pg.Pool({
    ...(typeof login === "string" ? { connectionString: login } : login),
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: IDLE_MS,
    keepAlive: true,
    application_name: "smallcaps",
    types: { getTypeParser },
  });
  pool.on("error", onError); // of idle ones; unheard, it would end the process
  pool.on("connect", (each) => each.on("error", onError)); // the pool does not listen to those in use
  const translated = { connect: () => client(pool, server, revive), end: () => pool.end(), options: {} };
  const dialect = new PostgresDialect({ pool: translated });
  const db = new Kysely<Tables>({ dialect, plugins: [camelCase] }).withSchema(SCHEMA);
  try {
    await checkVersion(translated, server);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { db, pool, server, close: () => db.destroy() };
}

type Pool = { readonly connect: () => Promise<PostgresPoolClient> };

async function checkVersion(pool: Pool, { where }: ServerName): Promise<void> {
  const found = await pool.connect();
  try {
    const { rows } = await found.query<{ version: string }>(
      "select current_setting('server_version_num') as version",
      [],
    );
    if (Number(rows[0]?.version) >= OLDEST) return;
    const message = `PostgreSQL at ${where} is too old (${rows[0]?.version}).`;
    throw new BriefingError("bad_config", message, "Give one of version 13 or later in DATABASE_URL.");
  } finally {
    found.release();
  }
}

async function client(
  pool: pg.Pool,
  server: ServerName,
  revive: (() => Promise<void>) | undefined,
): Promise<PostgresPoolClient> {
  const found = await pool
    .connect()
    .catch(async (error: unknown) => {
      if (revive === undefined || faultOf(error, server) === null) throw error;
      await revive();
      return pool.connect();
    })
    .catch((error: unknown) => translate(error, server));
  return new Proxy(found, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target);
      if (name !== "query") return typeof member === "function" ? member.bind(target) : member;
      return async (...args: Parameters<typeof found.query>) => {
        try {
          return await target.query(...args);
        } catch (error) {
          return translate(error, server);
        }
      };
    },
  }) as PostgresPoolClient;
}

export function translate(error: unknown, server: ServerName): never {
  throw faultOf(error, server) ?? error;
}

function nameOf(login: string | pg.PoolConfig, embedded: boolean): ServerName {
  const { host, port, user, database } = new pg.Client(
    typeof login === "string" ? { connectionString: login } : login,
  );
  return { where: `${host}:${port}`, user: user ?? "", database: database ?? "", embedded };
}

const { builtins } = pg.types;
const plain: Readonly<Record<number, (text: string) => unknown>> = {
  [builtins.INT8]: safe,
  [builtins.DATE]: (text) => text, // the driver's own parser goes by the machine's time zone
  [builtins.TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
};

function getTypeParser(oid: number, format?: "text" | "binary"): (text: string) => unknown {
  const own = format === "binary" ? undefined : plain[oid];
  return own ?? pg.types.getTypeParser(oid, "text");
}

function safe(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number`);
  return value;
}
