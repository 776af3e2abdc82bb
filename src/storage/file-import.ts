import { readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { BriefingError } from "../briefing/errors.ts";
import { type EnvelopeFault, open, type Place, placeIn } from "./envelope.ts";
import { guarded } from "./guarded.ts";
import type { Keyring } from "./keys.ts";
import { lockFolder } from "./lock.ts";
import { storedKey } from "./postgres/documents.ts";
import type { Db } from "./postgres/schema.ts";
import { codeOf } from "./private-file.ts";

export interface Imported {
  readonly documents: number;
  /** Where the files lie from now on. */
  readonly kept: string;
  /** Files that cannot be read, each named. They stay with the others. */
  readonly faults: readonly BriefingError[];
}

const COLLECTIONS = ["installations", "channels", "threads", "references"];
const ROWS_AT_ONCE = 500;

/**
 * Takes over what earlier versions kept in `<STATE_DIR>/store`, one encrypted file a document, and moves the folder
 * aside. Documents move as they are sealed, each after it was opened once. Done anew after a crash it changes nothing.
 * @returns null where there is no such folder
 * @throws BriefingError bad_config where a key is missing: then nothing has changed
 */
export async function importFileStore(stateDir: string, db: Db, keys: Keyring): Promise<Imported | null> {
  const dir = join(stateDir, "store");
  const names = await guarded(dir, () => readdir(dir)).catch(nothing);
  if (names === null) return null;
  const lock = await guarded(dir, () => lockFolder(dir));
  try {
    const found = (await Promise.all(COLLECTIONS.map((each) => read(dir, each, keys)))).flat();
    const faults = found.filter((each) => each instanceof BriefingError);
    const rows = found.filter((each): each is Row => !(each instanceof BriefingError));
    await db.transaction().execute(async (trx) => {
      for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
        await trx
          .insertInto("documents")
          .values(rows.slice(start, start + ROWS_AT_ONCE))
          .onConflict((conflict) => conflict.columns(["collection", "key"]).doNothing())
          .execute();
      }
    });
    const kept = `${dir}.imported-${new Date().toISOString().replaceAll(/[:.]/g, "")}`;
    await guarded(dir, () => rename(dir, kept));
    await rm(join(kept, "lock"), { force: true }); // it moved along
    return { documents: rows.length, kept, faults };
  } finally {
    await lock.release();
  }
}

interface Row extends Place {
  readonly kid: string;
  readonly sealed: string;
}

async function read(
  dir: string,
  collection: string,
  keys: Keyring,
): Promise<readonly (Row | BriefingError)[]> {
  const folder = join(dir, collection);
  const names = (await guarded(folder, () => readdir(folder)).catch(nothing)) ?? [];
  const rows: (Row | BriefingError)[] = [];
  for (const name of names.filter((each) => /^[0-9a-f]{64}\.json$/.test(each)))
    rows.push(await readOne(join(folder, name), collection, keys));
  return rows;
}

async function readOne(file: string, collection: string, keys: Keyring): Promise<Row | BriefingError> {
  const sealed = await guarded(file, () => readFile(file, "utf8"));
  const place = placeIn(sealed);
  if ("fault" in place) return faultOf(file, place);
  const opened = open(sealed, { ...place, collection }, keys);
  if ("fault" in opened) return faultOf(file, opened);
  return { collection, key: storedKey(place.key), kid: opened.kid, sealed };
}

/** @throws BriefingError where it can be read with a key that is not at hand, or by another version */
function faultOf(file: string, found: EnvelopeFault): BriefingError {
  if (found.fault === "damaged") {
    const message = `${file} was damaged or changed: it was not taken over into the database.`;
    return new BriefingError(
      "bad_config",
      message,
      "Restore it from a backup of the folder, or do without it.",
    );
  }
  if (found.fault === "newer")
    throw new BriefingError(
      "bad_config",
      `${file} was written by a later version of smallcaps.`,
      "Start that version, or a later one.",
    );
  throw new BriefingError(
    "bad_config",
    `${file} was encrypted with a key that is not at hand (key id ${found.kid}).`,
    "Add that key to ENCRYPTION_KEY, after the current one and a comma, or bring back encryption.key in STATE_DIR.",
  );
}

function nothing(error: unknown): null {
  if (codeOf(error) === "ENOENT") return null;
  throw error;
}
