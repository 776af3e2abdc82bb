import type { Cache } from "../port.ts";
import type { Db } from "./schema.ts";

export function openCache(db: Db): Cache {
  return {
    get: (key) =>
      db
        .selectFrom("cache")
        .select(["body", "storedAt", "expiresAt"])
        .where("key", "=", key)
        .executeTakeFirst(),
    set: async (key, body, expiresAt) => {
      const values = { body, expiresAt: expiresAt ?? null, storedAt: new Date().toISOString() };
      await db
        .insertInto("cache")
        .values({ key, ...values })
        .onConflict((conflict) => conflict.column("key").doUpdateSet(values))
        .execute();
    },
    delete: async (key) => {
      await db.deleteFrom("cache").where("key", "=", key).execute();
    },
    sweep: async (before) => {
      const query = db.deleteFrom("cache").where("expiresAt", "<", before);
      return Number((await query.executeTakeFirstOrThrow()).numDeletedRows);
    },
  };
}
