import { resolve } from "node:path";
import type { Config } from "../config.ts";
import { err, out } from "./program.ts";
import { withStorage } from "./storage.ts";

/** `backup FILE`: the whole database as it is at one moment. */
export async function backupTo(config: Config, [file, ...rest]: readonly string[]): Promise<number> {
  if (file === undefined || rest.length > 0) return usage("backup FILE");
  const { backup } = await import("../storage/postgres/backup.ts");
  const { rows } = await withStorage(config, (storage) => backup(storage.database.db, resolve(file)));
  out(`${file}: ${rows} rows.\n`);
  const key = config.ENCRYPTION_KEY === undefined ? "encryption.key in STATE_DIR" : "ENCRYPTION_KEY";
  err(`Tokens in it are encrypted. Keep ${key} elsewhere: without it they cannot be restored.\n`);
  return 0;
}

/** `restore FILE`: into an empty database. */
export async function restoreFrom(config: Config, [file, ...rest]: readonly string[]): Promise<number> {
  if (file === undefined || rest.length > 0) return usage("restore FILE");
  const { restore } = await import("../storage/postgres/restore.ts");
  const { rows } = await withStorage(config, (storage, keys) =>
    restore(storage.database.db, resolve(file), keys),
  );
  out(`${rows} rows restored from ${file}.\n`);
  return 0;
}

function usage(form: string): number {
  err(`usage: npm run --silent admin -- ${form}\n`);
  return 2;
}
