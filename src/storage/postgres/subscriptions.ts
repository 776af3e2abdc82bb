import { randomInt } from "node:crypto";
import { sql } from "kysely";
import type {
  NewSubscription,
  Subscription,
  SubscriptionChange,
  SubscriptionFilter,
  Subscriptions,
} from "../port.ts";
import { type Db, LOCKS } from "./schema.ts";
import { together } from "./together.ts";

/** Without those that look alike. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const LENGTH = 6;
const ATTEMPTS = 20;
const FILTERS = ["platform", "workspace", "channel", "owner", "state"] as const;

export function openSubscriptions(db: Db): Subscriptions {
  return {
    add: (given, check) =>
      db.transaction().execute(async (trx) => {
        if (check !== undefined) {
          const { platform, workspace, channel } = given;
          const name = JSON.stringify([platform, workspace, channel]);
          await sql`select pg_advisory_xact_lock(${sql.lit(LOCKS.channel)}, hashtext(${name}))`.execute(trx);
          check(await listed(trx, { platform, workspace, channel }));
        }
        return insert(trx, given);
      }),
    get: together((ids) => byIds(db, ids)),
    list: (filter = {}) => listed(db, filter),
    change: async (id, change) => {
      const { topics, at, days, when, audience, owner, state, note, pausedAt, resumedAt } = change;
      const plain = { when, audience, owner, state, note, pausedAt, resumedAt };
      const values = defined({ ...plain, ...asJson({ topics, at, days }) });
      if (Object.keys(values).length === 0) return openSubscriptions(db).get(id);
      const row = await db
        .updateTable("subscriptions")
        .set(values)
        .where("id", "=", id)
        .returningAll()
        .executeTakeFirst();
      return row;
    },
    remove: async (id) => {
      const { numDeletedRows } = await db
        .deleteFrom("subscriptions")
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
  };
}

async function byIds(db: Db, ids: readonly string[]): Promise<readonly (Subscription | undefined)[]> {
  const rows = await db
    .selectFrom("subscriptions")
    .selectAll()
    .where("id", "=", sql<string>`any(${[...new Set(ids)]})`)
    .execute();
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id));
}

async function insert(
  db: Db,
  { platform, workspace, channel, topics, at, days, when, audience, owner }: NewSubscription,
): Promise<Subscription> {
  const values = {
    ...{ platform, workspace, channel, when, audience, owner },
    ...asJson({ topics, at, days }),
    state: "active" as const,
    note: null,
    pausedAt: null,
    resumedAt: null,
    createdAt: sql<string>`clock_timestamp()`, // not the transaction's: it may have waited for another
  };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const row = await db
      .insertInto("subscriptions")
      .values({ ...values, id: newId() })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .returningAll()
      .executeTakeFirst();
    if (row !== undefined) return row;
  }
  throw new Error(`no free id among ${ATTEMPTS}`);
}

async function listed(db: Db, filter: SubscriptionFilter): Promise<readonly Subscription[]> {
  let query = db.selectFrom("subscriptions").selectAll().orderBy("createdAt").orderBy("id");
  for (const name of FILTERS) {
    const value = filter[name];
    if (value !== undefined) query = query.where(name, "=", value);
  }
  return query.execute();
}

function newId(): string {
  return Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join("");
}

type JsonPart = Pick<SubscriptionChange, "topics" | "at" | "days">;
type AsJson<T> = { readonly [K in keyof T]: T[K] extends undefined ? undefined : string };

function asJson<T extends { readonly [K in keyof JsonPart]: JsonPart[K] | undefined }>(part: T): AsJson<T> {
  const texts = Object.entries(part).map(([name, value]) => [name, value && JSON.stringify(value)]);
  return Object.fromEntries(texts) as AsJson<T>;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const defined = <T extends object>(values: T): Defined<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
