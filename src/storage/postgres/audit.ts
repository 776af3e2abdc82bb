import { CompiledQuery, sql } from "kysely";
import type { AuditHead, AuditLog, AuditPayload, AuditRow, NewAuditRow } from "../port.ts";
import { type Db, LOCKS, SCHEMA } from "./schema.ts";

const AT_ONCE = 500;

type Make = (head: AuditHead | null) => NewAuditRow;

/** Rows that stand one behind the other, or not at all. */
interface Waiting {
  readonly makes: readonly Make[];
  readonly resolve: (rows: readonly AuditRow[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Appends that wait together are written together: one lock and one commit for all of them. */
export function openAudit(db: Db): AuditLog {
  const waiting: Waiting[] = [];
  let isWriting = false;
  const write = async () => {
    if (isWriting) return;
    isWriting = true;
    while (waiting.length > 0) await writeAll(db, waiting.splice(0, fitting(waiting)));
    isWriting = false;
  };
  const appendAll = (makes: readonly Make[]) => {
    const { promise, resolve, reject } = Promise.withResolvers<readonly AuditRow[]>();
    waiting.push({ makes, resolve, reject });
    void write();
    return promise;
  };
  return {
    append: async (make) => {
      const [row] = await appendAll([make]);
      return row as AuditRow;
    },
    appendAll,
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

/** How many of those that wait are written together; the first in any case. */
function fitting(waiting: readonly Waiting[]): number {
  let rows = 0;
  const over = waiting.findIndex(({ makes }, index) => {
    rows += makes.length;
    return index > 0 && rows > AT_ONCE;
  });
  return over === -1 ? waiting.length : over;
}

/** Never rejects: everyone who waits is told. */
async function writeAll(db: Db, batch: readonly Waiting[]): Promise<void> {
  try {
    const made = await db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(LOCKS.audit)})`.execute(trx);
      const links = chain(await headOf(trx), batch);
      await insert(
        trx,
        links.flatMap(({ links: own }) => own),
      );
      return links;
    });
    for (const { links, resolve } of made) resolve(links.map(({ row }) => row));
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}

interface Link {
  readonly row: AuditRow;
  readonly payloads: readonly AuditPayload[];
}

interface Linked {
  readonly links: readonly Link[];
  readonly resolve: Waiting["resolve"];
}

/** What cannot be made leaves the others alone. */
function chain(head: AuditHead | null, batch: readonly Waiting[]): readonly Linked[] {
  const made: Linked[] = [];
  let last = head;
  for (const { makes, resolve, reject } of batch) {
    try {
      const links = linked(last, makes);
      made.push({ links, resolve });
      last = links.at(-1)?.row ?? last;
    } catch (error) {
      reject(error);
    }
  }
  return made;
}

function linked(head: AuditHead | null, makes: readonly Make[]): readonly Link[] {
  const links: Link[] = [];
  let last = head;
  for (const make of makes) {
    const { hash, record, payloads = [] } = make(last);
    const row = { seq: (last?.seq ?? 0) + 1, prev: last?.hash ?? null, hash, record };
    links.push({ row, payloads });
    last = row;
  }
  return links;
}

async function insert(db: Db, links: readonly Link[]): Promise<void> {
  if (links.length === 0) return;
  const rows = links.map(({ row }) => row);
  // Columns as arrays: a statement of thousands of parameters takes longer to build than to run.
  await sql`
    insert into ${sql.table(`${SCHEMA}.audit`)} (seq, prev, hash, record)
    select * from unnest(
      ${rows.map(({ seq }) => seq)}::bigint[], ${rows.map(({ prev }) => prev)}::text[],
      ${rows.map(({ hash }) => hash)}::text[], ${rows.map(({ record }) => record)}::text[])`.execute(db);
  const payloads = new Map(links.flatMap((link) => link.payloads).map(({ hash, body }) => [hash, body]));
  if (payloads.size === 0) return;
  // What many posts share is not sent again and again.
  const there = await db
    .selectFrom("auditPayloads")
    .select("hash")
    .where(sql<boolean>`hash = any(${[...payloads.keys()]})`)
    .execute();
  for (const { hash } of there) payloads.delete(hash);
  if (payloads.size === 0) return;
  // As text: building hundreds of values from parts takes longer than to write them.
  const places = [...payloads].map((_, i) => `($${2 * i + 1}, $${2 * i + 2})`).join(", ");
  const text = `insert into ${SCHEMA}.audit_payloads (hash, body) values ${places} on conflict (hash) do nothing`;
  await db.executeQuery(CompiledQuery.raw(text, [...payloads].flat()));
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
