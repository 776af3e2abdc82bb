import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { sql, type Transaction } from "kysely";
import { z } from "zod";
import { BriefingError } from "../../briefing/errors.ts";
import { type Place, seal } from "../envelope.ts";
import { guarded } from "../guarded.ts";
import type { Keyring } from "../keys.ts";
import { RESTORED_AT } from "../port.ts";
import { codeOf } from "../private-file.ts";
import { type BackupReport, FORMAT, VERSION } from "./backup.ts";
import { camelCase } from "./connect.ts";
import { checkKeys, KEY_CHECK, put } from "./documents.ts";
import { MIGRATIONS, type Migration, migrateWithin } from "./migrations.ts";
import { type Db, KEPT_TABLES, SCHEMA, type Tables } from "./schema.ts";

const RESTORED: Place = { collection: "controls", key: RESTORED_AT };
const SCRATCH = "smallcaps_restore";
const ROWS_AT_ONCE = 200;
type Migrations = Readonly<Record<string, Migration>>;

const header = z.object({ format: z.literal(FORMAT), version: z.number(), migration: z.string() });
const heading = z.strictObject({ table: z.enum(KEPT_TABLES) });
const ending = z.strictObject({ rows: z.number(), sha256: z.string() });
type Table = (typeof KEPT_TABLES)[number];

/**
 * Reads a backup into an empty database, of this or an earlier version: all of it, or nothing. It is built beside the
 * tables in use and takes their place at the end, so that a bot that runs sees either.
 * @throws BriefingError bad_input for a file that is none or is damaged, refused where the database holds something,
 * bad_config where the encryption key is not the backup's
 */
export async function restore(
  db: Db,
  file: string,
  keys: Keyring,
  migrations = MIGRATIONS,
): Promise<BackupReport> {
  return guarded(file, () =>
    db
      .withoutPlugins()
      .transaction()
      .execute(async (trx) => {
        await sql`drop schema if exists ${sql.id(SCRATCH)} cascade`.execute(trx);
        const rows = await load(trx, file, migrations);
        const inside = trx.withPlugin(camelCase).withSchema(SCRATCH);
        await checkKeys(inside, keys, `What ${file} holds`);
        await migrateWithin(trx, { schema: SCRATCH, migrations });
        await markRestored(trx, inside, keys);
        await takePlace(trx);
        return { rows };
      }),
  );
}

async function load(trx: Transaction<Tables>, file: string, migrations: Migrations): Promise<number> {
  try {
    const rows = await readAll(trx, linesIn(file), migrations);
    if (rows === null) throw new Damage("its end is missing");
    return rows;
  } catch (error) {
    if (error instanceof Damage) throw damaged(file, error.message, error);
    if (error instanceof Newer) throw tooNew(file, error.message);
    if (codeOf(error) === "ENOENT")
      throw new BriefingError(
        "bad_input",
        `There is no file ${file}.`,
        "Give a file that `admin backup FILE` wrote.",
      );
    const isZip = codeOf(error)?.startsWith("Z_") === true;
    throw isZip ? damaged(file, "it is cut off or no gzip file", error) : error;
  }
}

/** @returns the number of rows; null where the file ends before its end */
async function readAll(
  trx: Transaction<Tables>,
  lines: AsyncIterable<string>,
  migrations: Migrations,
): Promise<number | null> {
  const hash = createHash("sha256");
  const rows = inserter(trx);
  let isFirst = true;
  let end: z.infer<typeof ending> | null = null;
  for await (const line of lines) {
    if (end !== null) throw new Damage("something follows its end");
    end = isFirst ? null : parsed(ending, line);
    if (end === null) hash.update(`${line}\n`);
    if (isFirst) await begin(trx, line, migrations);
    else if (end === null) await rows.take(line);
    isFirst = false;
  }
  if (end === null) return null;
  const count = await rows.finish();
  if (end.rows !== count || end.sha256 !== hash.digest("hex")) throw new Damage("its checksum does not fit");
  return count;
}

/** Of the unzipped file; what follows the last line break is cut off, and no line. */
async function* linesIn(file: string): AsyncIterable<string> {
  const unzipped = createGunzip().setEncoding("utf8");
  pipeline(createReadStream(file), unzipped, () => {}); // its faults come out of the reading
  let rest = "";
  for await (const chunk of unzipped) {
    const [begun = "", ...more] = String(chunk).split("\n");
    rest += begun;
    for (const next of more) {
      yield rest;
      rest = next;
    }
  }
}

/** Takes headings and rows in order, and inserts many rows at once. */
function inserter(trx: Transaction<Tables>) {
  let table: Table | null = null;
  let held: string[] = [];
  let count = 0;
  const flush = async () => {
    const rows = held;
    held = [];
    if (rows.length === 0) return;
    if (table === null) throw new Damage("a row stands before its table");
    count += rows.length;
    await insert(trx, table, rows);
  };
  return {
    take: async (line: string) => {
      const next = parsed(heading, line);
      if (next === null) held.push(line);
      if (next !== null || held.length >= ROWS_AT_ONCE) await flush();
      if (next !== null) table = next.table;
    },
    finish: async () => {
      await flush();
      return count;
    },
  };
}

async function begin(trx: Transaction<Tables>, line: string, migrations: Migrations): Promise<void> {
  const found = parsed(header, line);
  if (found === null) throw new Damage("it does not begin as one");
  if (found.version > VERSION || !(found.migration in migrations)) throw new Newer(found.migration);
  await migrateWithin(trx, { schema: SCRATCH, to: found.migration, migrations });
}

async function insert(trx: Transaction<Tables>, table: Table, rows: readonly string[]): Promise<void> {
  const name = sql.id(SCRATCH, table);
  const json = `[${rows.join(",")}]`;
  await sql`insert into ${name}
    select * from json_populate_recordset(null::${name}, ${json}::json)`.execute(trx);
}

/**
 * What was posted after the backup was made is not in it: slots due until now are looked for at their platforms before
 * they are posted, and so are those that were about to be.
 */
async function markRestored(trx: Transaction<Tables>, inside: Db, keys: Keyring): Promise<void> {
  const { rows } = await sql<{ at: number }>`select floor(extract(epoch from now()) * 1000) as at`.execute(
    trx,
  );
  const value = { at: Number(rows[0]?.at) };
  await put(inside, RESTORED, seal(RESTORED, value, keys[0]), keys[0].id);
  await inside.updateTable("deliveries").set({ state: "posting" }).where("state", "=", "claimed").execute();
}

/** @throws BriefingError refused */
async function takePlace(trx: Transaction<Tables>): Promise<void> {
  const found = await sql`select from pg_namespace where nspname = ${SCHEMA}`.execute(trx);
  if (found.rows.length > 0) {
    for (const table of KEPT_TABLES) await refuseRows(trx, table);
    await sql`drop schema ${sql.id(SCHEMA)} cascade`.execute(trx);
  }
  await sql`alter schema ${sql.id(SCRATCH)} rename to ${sql.id(SCHEMA)}`.execute(trx);
}

/** Locked first, so that nobody writes what would be lost. */
async function refuseRows(trx: Transaction<Tables>, table: Table): Promise<void> {
  const name = sql.id(SCHEMA, table);
  await sql`lock table ${name} in access exclusive mode`.execute(trx);
  const others = table === "documents" ? sql`where collection <> ${KEY_CHECK.collection}` : sql``;
  const { rows } = await sql`select from ${name} ${others} limit 1`.execute(trx);
  if (rows.length === 0) return;
  throw new BriefingError(
    "refused",
    `The database is not empty (${table}): a backup is never mixed with what is there.`,
    "Restore into a new STATE_DIR or another database in DATABASE_URL, or move STATE_DIR/postgres away.",
  );
}

function parsed<T>(schema: z.ZodType<T>, line: string): T | null {
  try {
    return schema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    throw new Damage("a line is not JSON");
  }
}

class Damage extends Error {}

/** Its message: the migration. */
class Newer extends Error {}

function tooNew(file: string, migration: string): BriefingError {
  const message = `${file} was made by a later version of smallcaps (migration ${migration}).`;
  return new BriefingError("bad_input", message, "Restore it with that version or a later one.");
}

function damaged(file: string, why: string, cause?: unknown): BriefingError {
  const message = `${file} is no backup of smallcaps, or is damaged: ${why}.`;
  return new BriefingError("bad_input", message, "Give a file that `admin backup FILE` wrote.", { cause });
}
