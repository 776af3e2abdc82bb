import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { chmod, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { sql, type Transaction } from "kysely";
import { BriefingError } from "../../briefing/errors.ts";
import { guarded } from "../guarded.ts";
import { doneIn } from "./migrations.ts";
import { type Db, KEPT_TABLES, SCHEMA, type Tables } from "./schema.ts";

/**
 * The file: gzip over JSON lines. First `{"format":"smallcaps backup","version":1,"migration":"001-tables","at":…}`, then for
 * each table `{"table":"…"}` and a line a row, at last `{"rows":n,"sha256":"…"}` over all lines before.
 */
export const FORMAT = "smallcaps backup";
export const VERSION = 1;
const ROWS_AT_ONCE = 500;

export interface BackupReport {
  readonly rows: number;
}

/**
 * Writes everything but the cache and the queue as it was at one moment, while others go on writing. Documents stay
 * encrypted: without the encryption key, which is not in it, the file gives no token away, nor can they be restored.
 * An earlier file of that name is replaced once the new one is complete.
 */
export async function backup(db: Db, file: string): Promise<BackupReport> {
  const draft = `${file}.part`;
  let rows = 0;
  if (!(await isFolder(dirname(file)))) {
    const message = `The folder ${dirname(file)} for the backup does not exist.`;
    throw new BriefingError("bad_input", message, "Make it first, or give another file.");
  }
  await guarded(file, async () => {
    await rm(draft, { force: true });
    try {
      await db
        .withoutPlugins()
        .transaction()
        .setIsolationLevel("repeatable read")
        .setAccessMode("read only")
        .execute(async (trx) => {
          const lines = sealed(linesOf(trx), (count) => {
            rows = count;
          });
          await pipeline(
            Readable.from(lines),
            createGzip(),
            createWriteStream(draft, { mode: 0o600, flags: "wx" }),
          );
        });
      await chmod(draft, 0o600);
      await sync(draft);
      await rename(draft, file);
    } finally {
      await rm(draft, { force: true });
    }
  });
  return { rows };
}

async function* linesOf(trx: Transaction<Tables>): AsyncIterable<{ text: string; isRow: boolean }> {
  const migration = (await doneIn(trx, SCHEMA)).at(-1);
  const header = { format: FORMAT, version: VERSION, migration, at: new Date().toISOString() };
  yield { text: JSON.stringify(header), isRow: false };
  for (const table of KEPT_TABLES) {
    yield { text: JSON.stringify({ table }), isRow: false };
    for await (const text of rowsOf(trx, table)) yield { text, isRow: true };
  }
}

/** PostgreSQL's own JSON of each row, which it reads back without a loss. */
async function* rowsOf(trx: Transaction<Tables>, table: string): AsyncIterable<string> {
  const name = sql.id(SCHEMA, table);
  await sql`declare backup_rows no scroll cursor for select row_to_json(t)::text as row from ${name} t`.execute(
    trx,
  );
  const next = sql<{ row: string }>`fetch ${sql.lit(ROWS_AT_ONCE)} from backup_rows`;
  for (;;) {
    const { rows } = await next.execute(trx);
    if (rows.length === 0) break;
    for (const { row } of rows) yield row;
  }
  await sql`close backup_rows`.execute(trx);
}

async function* sealed(
  lines: AsyncIterable<{ text: string; isRow: boolean }>,
  done: (rows: number) => void,
): AsyncIterable<string> {
  const hash = createHash("sha256");
  let rows = 0;
  for await (const { text, isRow } of lines) {
    const line = `${text}\n`;
    hash.update(line);
    if (isRow) rows += 1;
    yield line;
  }
  done(rows);
  yield `${JSON.stringify({ rows, sha256: hash.digest("hex") })}\n`;
}

const isFolder = (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

async function sync(file: string): Promise<void> {
  const handle = await open(file, "r+");
  await handle.sync().finally(() => handle.close());
}
