import { sql } from "kysely";
import { type Deliveries, type DeliveryFilter, type DeliveryState, NEXT_STATES, type Slot } from "../port.ts";
import { claiming, lastShown, moving } from "./deliveries-together.ts";
import { claimOf, fromRow, NOBODY } from "./delivery-row.ts";
import type { Db } from "./schema.ts";

const UNFINISHED: readonly DeliveryState[] = ["claimed", "posting"];
/** A statement takes 65,535 values. */
const ROWS_AT_ONCE = 2_000;
const DUE_AT_ONCE = 500;

/** Slots are unique rows, and every change compares before it writes: the database decides who of many is first. */
export function openDeliveries(db: Db): Deliveries {
  const claim = claiming(db);
  const move = moving(db);
  return {
    due: async (slots) => {
      const recorded = new Set<string>();
      for (const rows of pieces(slots, DUE_AT_ONCE)) {
        const values = rows.map((slot) => ({ ...slot, state: "claimed" as const, holder: NOBODY }));
        const query = db.insertInto("deliveries").values(values).returning("slot");
        const added = await query.onConflict((conflict) => conflict.column("slot").doNothing()).execute();
        for (const { slot } of added) recorded.add(slot);
      }
      return recorded;
    },
    claim: (slot) => claim(onlySlot(slot)),
    overdue: async ({ olderThanMs, limit }) => {
      const left = leftFor(db, olderThanMs, limit)
        .where("state", "=", "claimed")
        .where("holder", "=", NOBODY);
      const rows = await db
        .updateTable("deliveries")
        .set({ changedAt: sql<string>`now()` })
        .where("slot", "in", left)
        .returningAll()
        .execute();
      return rows.map(fromRow).sort((a, b) => (a.scheduledAt < b.scheduledAt ? -1 : 1));
    },
    miss: async (slots, reason) => {
      let missed = 0;
      for (const rows of pieces(slots, ROWS_AT_ONCE)) {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto("deliveries")
          .values(rows.map((slot) => ({ ...slot, reason, state: "missed" as const })))
          .onConflict((conflict) => conflict.column("slot").doNothing())
          .executeTakeFirstOrThrow();
        missed += Number(numInsertedOrUpdatedRows ?? 0n);
      }
      return missed;
    },
    move: async (claim, to, details = {}) => {
      const { slot, state } = claim.delivery;
      if (!NEXT_STATES[state].includes(to)) throw new RangeError(`${slot}: ${to} may not follow ${state}`);
      return move({ claim, to, details });
    },
    takeOver: async ({ olderThanMs, limit, states = UNFINISHED }) => {
      const left = leftFor(db, olderThanMs, limit).where("state", "in", states).where("holder", "<>", NOBODY);
      const rows = await db
        .updateTable("deliveries")
        .set({ holder: sql<string>`gen_random_uuid()`, changedAt: sql<string>`now()` })
        .where("slot", "in", left)
        .returningAll()
        .execute();
      return rows.map(claimOf);
    },
    get: async (slot) => {
      const row = await db.selectFrom("deliveries").selectAll().where("slot", "=", slot).executeTakeFirst();
      return row && fromRow(row);
    },
    had: async (slots) => {
      const rows = await db
        .selectFrom("deliveries")
        .select("slot")
        .where("slot", "=", sql<string>`any(${slots})`)
        .execute();
      return new Set(rows.map(({ slot }) => slot));
    },
    now: async () => {
      const { rows } = await sql<{
        ms: number;
      }>`select extract(epoch from clock_timestamp()) * 1000 as ms`.execute(db);
      return Math.floor(Number(rows[0]?.ms));
    },
    lastShown: lastShown(db),
    list: async (filter = {}) => (await listed(db, filter).execute()).map(fromRow),
    counts: async (since) => {
      const all = db
        .selectFrom("deliveries")
        .select(["state", ({ fn }) => fn.countAll<number>().as("count")])
        .groupBy("state");
      const query = since === undefined ? all : all.where("scheduledAt", ">=", since);
      const found = new Map((await query.execute()).map(({ state, count }) => [state, count]));
      const states = Object.keys(NEXT_STATES) as DeliveryState[];
      const entries = states.map((state) => [state, found.get(state) ?? 0]);
      return Object.fromEntries(entries) as Record<DeliveryState, number>;
    },
  };
}

function listed(db: Db, { subscription, workspace, channel, states, since, limit }: DeliveryFilter) {
  let query = db.selectFrom("deliveries").selectAll().orderBy("scheduledAt", "desc").orderBy("slot");
  if (subscription !== undefined) query = query.where("subscription", "=", subscription);
  if (workspace !== undefined) query = query.where("workspace", "=", workspace);
  if (channel !== undefined) query = query.where("channel", "=", channel);
  if (states !== undefined) query = query.where("state", "in", states);
  if (since !== undefined) query = query.where("scheduledAt", ">=", since);
  return limit === undefined ? query : query.limit(limit);
}

/** Oldest first; rows that somebody else looks at now are theirs. */
function leftFor(db: Db, olderThanMs: number, limit: number) {
  return db
    .selectFrom("deliveries")
    .select("slot")
    .where("changedAt", "<=", sql<string>`now() - ${olderThanMs} * interval '1 millisecond'`)
    .orderBy("changedAt")
    .limit(limit)
    .forUpdate()
    .skipLocked();
}

/** In the order of their keys, so that two who write the same never wait for each other in a circle. */
function* pieces(slots: readonly Slot[], size: number): Generator<readonly Slot[]> {
  const sorted = slots.map(onlySlot).sort((a, b) => (a.slot < b.slot ? -1 : 1));
  for (let start = 0; start < sorted.length; start += size) yield sorted.slice(start, start + size);
}

/** Of what may be a larger record. */
const onlySlot = ({
  slot,
  subscription,
  workspace,
  platform,
  channel,
  session,
  scheduledAt,
}: Slot): Slot => ({
  slot,
  subscription,
  workspace,
  platform,
  channel,
  session,
  scheduledAt,
});
