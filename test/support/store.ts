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
  /** Makes every document of a collection unreadable. */
  readonly damage: (collection: Collection) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The real store, by default over a new, empty database. */
export async function newStore(
  keys = parseKeys(randomBytes(32).toString("base64")),
  url?: string,
): Promise<TestStore> {
  const { store, database, close } = await openStorage({
    url: url ?? (await newDatabase()),
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
  const damage = async (collection: Collection) => {
    await database.db
      .updateTable("documents")
      .set({ sealed: "{}" })
      .where("collection", "=", collection)
      .execute();
  };
  return { store, sealed, damage, close };
}
