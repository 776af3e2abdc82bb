import { randomBytes } from "node:crypto";
import { parseKeys } from "../../src/storage/keys.ts";
import type { Collection } from "../../src/storage/port.ts";
import type { Documents } from "../../src/storage/postgres/documents.ts";
import { openStorage } from "../../src/storage/postgres/open.ts";
import { newDatabase } from "./postgres.ts";

export interface TestStore {
  readonly store: Documents;
  /** What lies in the database: nothing of a value may be read in it. */
  readonly sealed: (collection: Collection) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** The real store over a new, empty database. */
export async function newStore(keys = parseKeys(randomBytes(32).toString("base64"))): Promise<TestStore> {
  const { store, database, close } = await openStorage({
    url: await newDatabase(),
    stateDir: "",
    as: "guest",
    keys,
  });
  const sealed = async (collection: Collection) => {
    const rows = await database.db
      .selectFrom("documents")
      .selectAll()
      .where("collection", "=", collection)
      .execute();
    return rows.map((row) => row.sealed);
  };
  return { store, sealed, close };
}
