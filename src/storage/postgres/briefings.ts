import { sql } from "kysely";
import type { BriefingInput, Briefings } from "../port.ts";
import type { Db } from "./schema.ts";

export function openBriefings(db: Db): Briefings {
  return {
    put: async ({ id, topic, command, codeVersion, asOf, body, inputs }) => {
      await db.transaction().execute(async (trx) => {
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto("briefings")
          .values({ id, topic, command, codeVersion, asOf, body })
          .onConflict((conflict) => conflict.column("id").doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows === 0n || inputs.length === 0) return;
        await keepInputs(trx, inputs);
        const rows = inputs.map(({ name, hash }, position) => ({ briefingId: id, position, name, hash }));
        await trx.insertInto("briefingInputs").values(rows).execute();
      });
    },
    get: async (id) => {
      const briefing = await db
        .selectFrom("briefings")
        .select(["id", "topic", "command", "codeVersion", "asOf", "body"])
        .where("id", "=", id)
        .executeTakeFirst();
      if (briefing === undefined) return undefined;
      const inputs = await db
        .selectFrom("briefingInputs")
        .innerJoin("inputs", "inputs.hash", "briefingInputs.hash")
        .select(["briefingInputs.name", "inputs.hash", "inputs.body", "inputs.reason"])
        .where("briefingInputs.briefingId", "=", id)
        .orderBy("briefingInputs.position")
        .execute();
      return { ...briefing, inputs };
    },
    forgetBefore: (time, reason) =>
      db.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable("briefings")
          .set({ body: null, reason })
          .where("storedAt", "<", time)
          .where("body", "is not", null)
          .executeTakeFirstOrThrow();
        const needed = trx
          .selectFrom("briefingInputs")
          .innerJoin("briefings", "briefings.id", "briefingInputs.briefingId")
          .select("briefingInputs.hash")
          .where("briefings.body", "is not", null);
        await trx
          .updateTable("inputs")
          .set({ body: null, reason })
          .where("body", "is not", null)
          .where("hash", "not in", needed)
          .execute();
        return Number(numUpdatedRows);
      }),
  };
}

/** Each once, sorted, so that two who store the same never wait for each other in a circle. */
async function keepInputs(db: Db, inputs: readonly BriefingInput[]): Promise<void> {
  const each = new Map(inputs.map(({ hash, body, reason }) => [hash, { hash, body, reason }]));
  // What many briefings share is not sent again and again; locked, so that it stays until this briefing stands.
  const there = await db
    .selectFrom("inputs")
    .select("hash")
    .where(sql<boolean>`hash = any(${[...each.keys()]})`)
    .where("body", "is not", null)
    .orderBy("hash")
    .forShare()
    .execute();
  for (const { hash } of there) each.delete(hash);
  if (each.size === 0) return;
  const rows = [...each.values()].sort((a, b) => (a.hash < b.hash ? -1 : 1));
  await db
    .insertInto("inputs")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .column("hash")
        .doUpdateSet({ body: sql`excluded.body`, reason: sql`excluded.reason` })
        .where("inputs.body", "is", null)
        .where(sql<boolean>`excluded.body is not null`),
    )
    .execute();
}
