import { sql } from "kysely";
import type { AuditHead, AuditLog, AuditRow, NewAuditRow } from "../port.ts";
import { type Db, LOCKS } from "./schema.ts";

const AT_ONCE = 500;

interface Waiting {
  readonly make: (head: AuditHead | null) => NewAuditRow;
  readonly resolve: (row: AuditRow) => void;
  readonly reject: (error: unknown) => void;
}

/** Appends that wait together are written together: one lock and one commit for all of them. */
export function openAudit(db: Db): AuditLog {
  const waiting: Waiting[] = [];
  let isWriting = false;
  const write = async () => {
    if (isWriting) return;
    isWriting = true;
    while (waiting.length > 0) await appendAll(db, waiting.splice(0, AT_ONCE));
    isWriting = false;
  };
  return {
    append: (make) => {
      const { promise, resolve, reject } = Promise.withResolvers<AuditRow>();
      waiting.push({ make, resolve, reject });
      void write();
      return promise;
    },
    head: () => headOf(db),
    rows: (from = 1) => rowsFrom(db, from),
    payload: async (hash) => {
      const row = await db
        .selectFrom("auditPayloads")
        .select("body")
        .where("hash", "=", hash)
        .executeTakeFirst();
      return row?.body;
    },
    payloads: async (hashes) => {
      if (hashes.length === 0) return new Map();
      const rows = await db
        .selectFrom("auditPayloads")
        .select(["hash", "body"])
        .where(sql<boolean>`hash = any(${hashes})`)
        .execute();
      return new Map(rows.map(({ hash, body }) => [hash, body]));
    },
    about: async (briefing) =>
      db
        .selectFrom("audit")
        .select(["seq", "prev", "hash", "record"])
        .where(sql<boolean>`position(${`"briefing":${JSON.stringify(briefing)}`} in record) > 0`)
        .orderBy("seq")
        .execute(),
    deletePayloads: async (hashes) => {
      if (hashes.length === 0) return 0;
      const query = db.deleteFrom("auditPayloads").where("hash", "in", hashes);
      return Number((await query.executeTakeFirstOrThrow()).numDeletedRows);
    },
    deletePayloadsBefore: async (time) => {
      const query = db.deleteFrom("auditPayloads").where("storedAt", "<", time);
      return Number((await query.executeTakeFirstOrThrow()).numDeletedRows);
    },
  };
}

/** Never rejects: everyone who waits is told. */
async function appendAll(db: Db, batch: readonly Waiting[]): Promise<void> {
  try {
    const made = await db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(LOCKS.audit)})`.execute(trx);
      const links = chain(await headOf(trx), batch);
      await insert(trx, links);
      return links;
    });
    for (const { row, resolve } of made) resolve(row);
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}

interface Link {
  readonly row: AuditRow;
  readonly made: NewAuditRow;
  readonly resolve: (row: AuditRow) => void;
}

/** One that cannot be made leaves the others alone. */
function chain(head: AuditHead | null, batch: readonly Waiting[]): readonly Link[] {
  const links: Link[] = [];
  let last = head;
  for (const { make, resolve, reject } of batch) {
    try {
      const made = make(last);
      const row = {
        seq: (last?.seq ?? 0) + 1,
        prev: last?.hash ?? null,
        hash: made.hash,
        record: made.record,
      };
      links.push({ row, made, resolve });
      last = row;
    } catch (error) {
      reject(error);
    }
  }
  return links;
}

async function insert(db: Db, links: readonly Link[]): Promise<void> {
  if (links.length === 0) return;
  await db
    .insertInto("audit")
    .values(links.map(({ row }) => row))
    .execute();
  const payloads = new Map(
    links.flatMap(({ made }) => made.payloads ?? []).map(({ hash, body }) => [hash, body]),
  );
  if (payloads.size === 0) return;
  // What many posts share is not sent again and again.
  const there = await db
    .selectFrom("auditPayloads")
    .select("hash")
    .where(sql<boolean>`hash = any(${[...payloads.keys()]})`)
    .execute();
  for (const { hash } of there) payloads.delete(hash);
  if (payloads.size === 0) return;
  await db
    .insertInto("auditPayloads")
    .values([...payloads].map(([hash, body]) => ({ hash, body })))
    .onConflict((conflict) => conflict.column("hash").doNothing())
    .execute();
}

async function headOf(db: Db): Promise<AuditHead | null> {
  const row = await db
    .selectFrom("audit")
    .select(["seq", "hash"])
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Up to the head as it is at the start: rows are only ever added behind it. */
async function* rowsFrom(db: Db, from: number): AsyncIterable<AuditRow> {
  const end = (await headOf(db))?.seq ?? 0;
  for (let next = from; ; ) {
    const rows = await db
      .selectFrom("audit")
      .select(["seq", "prev", "hash", "record"])
      .where("seq", ">=", next)
      .where("seq", "<=", end)
      .orderBy("seq")
      .limit(AT_ONCE)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    next = last.seq + 1;
  }
}
