import { sql } from "kysely";
import { BriefingError } from "../../briefing/errors.ts";
import { type EnvelopeFault, open, type Place, seal } from "../envelope.ts";
import { type Keyring, OWN_KEY_FILE } from "../keys.ts";
import type { Collection, Store } from "../port.ts";
import { createQueues } from "../queues.ts";
import type { Db } from "./schema.ts";
import { together } from "./together.ts";

/** What a deleted document costs. */
const LOST: Readonly<Record<Collection, string>> = {
  installations: "that workspace then has to install the app again",
  channels: "an admin then has to allow that channel again",
  threads: "that thread then has to be asked with a full command again",
  references: "that Teams conversation then has to write to the bot again",
  controls: "look afterwards whether posting is to be stopped or paused (`admin -- stop`, `admin -- pause`)",
  chartLinks: "an older message then loses its picture",
};
/** A document of the database itself, there from the start: tells at once that the keys are not the ones. */
export const KEY_CHECK: Place = { collection: "key-check", key: "" };
const ROTATED_AT_ONCE = 200;

export interface Documents extends Store {
  /** Writes those under an earlier key anew: afterwards that key can go. */
  rotate(): Promise<Rotation>;
}

export interface Rotation {
  readonly rewritten: number;
  /** Documents that cannot be read, each named. */
  readonly faults: readonly BriefingError[];
}

interface Row {
  readonly key: string;
  readonly collection: string;
  readonly kid: string;
  readonly sealed: string;
}

/** @throws BriefingError bad_config where the database was written with other keys */
export async function openDocuments(db: Db, keys: Keyring): Promise<Documents> {
  await checkKeys(db, keys);
  const read = together((places: readonly Place[]) => findAll(db, places));
  const remove = together((places: readonly Place[]) => deleteAll(db, places));
  const queues = createQueues();
  let isOpen = true;
  const run = <T>({ collection, key }: Place, task: () => Promise<T>): Promise<T> =>
    isOpen
      ? queues.run(JSON.stringify([collection, key]), task)
      : Promise.reject(new Error("the store is closed"));

  return {
    get: (collection, key) =>
      run({ collection, key }, async () => {
        const row = await read({ collection, key });
        return row && openRow(row, keys);
      }),
    set: async (collection, key, value) => {
      const place = { collection, key };
      const sealed = seal(place, value, keys[0]); // as it is now, whatever the caller does to it while it waits
      await run(place, () => put(db, place, sealed, keys[0].id));
    },
    change: (collection, key, to) =>
      run({ collection, key }, () => change(db, { collection, key }, keys, to)),
    delete: (collection, key) =>
      run({ collection, key }, async () => {
        await remove({ collection, key });
      }),
    keys: async (collection) => {
      if (!isOpen) throw new Error("the store is closed");
      const rows = await db
        .selectFrom("documents")
        .select("key")
        .where("collection", "=", collection)
        .execute();
      return rows.map(({ key }) => plainKey(key)).sort();
    },
    rotate: async () => {
      if (!isOpen) throw new Error("the store is closed");
      return rotate(db, keys);
    },
    close: async () => {
      isOpen = false;
      await queues.idle();
    },
  };
}

/** Compares before it writes, so that what somebody wrote in between stays. */
async function rotate(db: Db, keys: Keyring): Promise<Rotation> {
  const faults: BriefingError[] = [];
  let rewritten = 0;
  for (let after = ["", ""]; ; ) {
    const rows = await db
      .selectFrom("documents")
      .select(["collection", "key", "kid", "sealed"])
      .where("kid", "<>", keys[0].id)
      .where(sql<boolean>`(collection, key) > (${after[0]}, ${after[1]})`)
      .orderBy("collection")
      .orderBy("key")
      .limit(ROTATED_AT_ONCE)
      .execute();
    for (const row of rows) {
      const place = { collection: row.collection, key: plainKey(row.key) };
      const opened = open(row.sealed, place, keys);
      if ("fault" in opened) faults.push(faultOf(nameOf(place), place.collection, opened));
      else {
        const sealed = seal(place, opened.value, keys[0]);
        const update = db
          .updateTable("documents")
          .set({ sealed, kid: keys[0].id })
          .where("sealed", "=", row.sealed);
        const { numUpdatedRows } = await at(update, place).executeTakeFirstOrThrow();
        rewritten += Number(numUpdatedRows);
      }
    }
    const last = rows.at(-1);
    if (last === undefined) return { rewritten, faults };
    after = [last.collection, last.key];
  }
}

async function find(db: Db, place: Place): Promise<Row | undefined> {
  return (await findAll(db, [place]))[0];
}

async function findAll(db: Db, places: readonly Place[]): Promise<readonly (Row | undefined)[]> {
  const rows = await db
    .selectFrom("documents")
    .select(["collection", "key", "kid", "sealed"])
    .where(amongst(places))
    .execute();
  const found = new Map(rows.map((row) => [JSON.stringify([row.collection, row.key]), row]));
  return places.map(({ collection, key }) => found.get(JSON.stringify([collection, storedKey(key)])));
}

async function deleteAll(db: Db, places: readonly Place[]): Promise<readonly undefined[]> {
  await db.deleteFrom("documents").where(amongst(places)).execute();
  return places.map(() => undefined);
}

const amongst = (places: readonly Place[]) =>
  sql<boolean>`(collection, key) in (select * from unnest(${places.map(({ collection }) => collection)}::text[],
    ${places.map(({ key }) => storedKey(key))}::text[]))`;

export async function put(db: Db, { collection, key }: Place, sealed: string, kid: string): Promise<void> {
  await db
    .insertInto("documents")
    .values({ collection, key: storedKey(key), kid, sealed })
    .onConflict((conflict) =>
      conflict.columns(["collection", "key"]).doUpdateSet({ kid, sealed, changedAt: sql<string>`now()` }),
    )
    .execute();
}

/** The database decides who of several was first: the others look again. */
async function change<Value>(
  db: Db,
  place: Place,
  keys: Keyring,
  to: (held: unknown) => Value,
): Promise<Value> {
  for (;;) {
    const row = await find(db, place);
    const held = row && openRow(row, keys);
    const next = to(held);
    if (next === held || (await replaced(db, place, row, seal(place, next, keys[0]), keys[0].id)))
      return next;
  }
}

/** Whether the place still held what was read there, and so holds this now. */
async function replaced(
  db: Db,
  place: Place,
  before: Row | undefined,
  sealed: string,
  kid: string,
): Promise<boolean> {
  if (before === undefined) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("documents")
      .values({ collection: place.collection, key: storedKey(place.key), kid, sealed })
      .onConflict((conflict) => conflict.columns(["collection", "key"]).doNothing())
      .executeTakeFirstOrThrow();
    return (numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const update = db
    .updateTable("documents")
    .set({ kid, sealed, changedAt: sql<string>`now()` })
    .where("sealed", "=", before.sealed);
  return (await at(update, place).executeTakeFirstOrThrow()).numUpdatedRows > 0n;
}

const at = <Q extends { where(column: "collection" | "key", is: "=", value: string): Q }>(
  query: Q,
  { collection, key }: Place,
): Q => query.where("collection", "=", collection).where("key", "=", storedKey(key));

/** PostgreSQL's text holds every character but NUL. The escape is itself escaped, so no two keys become one. */
export const storedKey = (key: string) =>
  key.replace(/[\0\uFFFF]/g, (found) => (found === "\0" ? "\uFFFF0" : "\uFFFF\uFFFF"));
const plainKey = (key: string) =>
  key.replace(/\uFFFF([0\uFFFF])/g, (_, escaped) => (escaped === "0" ? "\0" : "\uFFFF"));

function openRow(row: Row, keys: Keyring): unknown {
  const place = { collection: row.collection, key: plainKey(row.key) };
  const opened = open(row.sealed, place, keys);
  if ("fault" in opened) throw faultOf(nameOf(place), place.collection, opened);
  return opened.value;
}

/** @throws BriefingError bad_config where the database was written with other keys */
export async function checkKeys(db: Db, keys: Keyring, what = "What the database holds"): Promise<void> {
  const row = await find(db, KEY_CHECK);
  const opened = row && open(row.sealed, KEY_CHECK, keys);
  if (opened && "fault" in opened) throw faultOf(what, KEY_CHECK.collection, opened);
  if (opened?.kid !== keys[0].id) await put(db, KEY_CHECK, seal(KEY_CHECK, "", keys[0]), keys[0].id);
}

const nameOf = ({ collection, key }: Place) => `The document "${key}" of ${collection} in the database`;

function faultOf(what: string, collection: string, found: EnvelopeFault): BriefingError {
  switch (found.fault) {
    case "no_key": {
      const message = `${what} was encrypted with a key that is not at hand (key id ${found.kid}).`;
      const hint = `Add that key to ENCRYPTION_KEY, after the current one and a comma, or bring back ${OWN_KEY_FILE} in STATE_DIR. If the key is lost, so are the documents: start with a new database and install the app again.`;
      return new BriefingError("bad_config", message, hint);
    }
    case "newer":
      return new BriefingError(
        "bad_config",
        `${what} was written by a later version of smallcaps.`,
        "Start that version, or a later one.",
      );
    case "damaged": {
      const lost = LOST[collection as Collection] ?? "it is then written anew";
      return new BriefingError(
        "bad_config",
        `${what} was damaged or changed, or is not in its place.`,
        `Restore it from a backup, or delete it: ${lost}.`,
      );
    }
  }
}
