import { sql, type Transaction } from "kysely";
import { BriefingError } from "../../briefing/errors.ts";
import { first } from "./migration-001.ts";
import { second } from "./migration-002.ts";
import { type Db, LOCKS, SCHEMA, type Tables } from "./schema.ts";

/** Makes tables in the schema that the transaction's search path names. Never changed once released. */
export type Migration = (db: Transaction<Tables>) => Promise<void>;

/** Run in order of their names, so numbered. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "001-tables": first,
  "002-pauses": second,
};

export interface MigrationPlan {
  readonly migrations?: Readonly<Record<string, Migration>>;
  readonly schema?: string;
  /** The last one to run; all by default. */
  readonly to?: string;
}

/**
 * Brings the database up to this code, all or nothing. Of several processes one does it, the others wait for it.
 * @throws BriefingError bad_config for a database of a later version
 */
export async function migrate(db: Db, { migrations = MIGRATIONS, schema = SCHEMA } = {}): Promise<void> {
  const known = Object.keys(migrations).sort();
  const done = (await hasTable(db, schema)) ? await doneIn(db, schema) : [];
  if (done.length === known.length && done.every((name, i) => name === known[i])) return;
  await db.transaction().execute((trx) => migrateWithin(trx, { migrations, schema }));
}

/** @throws BriefingError bad_config for a database of a later version */
export async function migrateWithin(
  trx: Transaction<Tables>,
  { migrations = MIGRATIONS, schema = SCHEMA, to }: MigrationPlan = {},
): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(LOCKS.migration)})`.execute(trx);
  if (!(await hasTable(trx, schema))) {
    // Made beforehand by an administrator, it needs no right to make schemas.
    const found = await sql`select from pg_namespace where nspname = ${schema}`.execute(trx);
    if (found.rows.length === 0) await sql`create schema ${sql.id(schema)}`.execute(trx);
    await sql`create table ${sql.id(schema, "migrations")} (name text primary key, run_at timestamptz not null default now())`.execute(
      trx,
    );
  }
  const done = await doneIn(trx, schema);
  const later = done.find((name) => !(name in migrations));
  if (later !== undefined) throw tooNew(later);
  await sql`set local search_path to ${sql.id(schema)}`.execute(trx);
  for (const name of Object.keys(migrations).sort()) {
    if (to !== undefined && name > to) break;
    if (done.includes(name)) continue;
    await migrations[name]?.(trx);
    await sql`insert into migrations (name) values (${name})`.execute(trx);
  }
  await sql`set local search_path to default`.execute(trx);
}

export async function doneIn(db: Db, schema: string): Promise<readonly string[]> {
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.id(schema, "migrations")} order by name`.execute(db);
  return rows.map(({ name }) => name);
}

async function hasTable(db: Db, schema: string): Promise<boolean> {
  const found =
    await sql`select from pg_tables where schemaname = ${schema} and tablename = 'migrations'`.execute(db);
  return found.rows.length > 0;
}

function tooNew(name: string): BriefingError {
  return new BriefingError(
    "bad_config",
    `The database was made by a later version of smallcaps (migration ${name}).`,
    "Start that version or a later one, or restore a backup of this version into another database.",
  );
}
