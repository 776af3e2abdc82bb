import { type Selectable, sql } from "kysely";
import {
  type Claim,
  type Deliveries,
  type Delivery,
  type DeliveryDetails,
  type DeliveryFilter,
  type DeliveryState,
  NEXT_STATES,
  type Slot,
} from "../port.ts";
import { type Db, SCHEMA, type Tables } from "./schema.ts";
import { together } from "./together.ts";

const UNFINISHED: readonly DeliveryState[] = ["claimed", "posting"];
const TABLE = sql.id(SCHEMA, "deliveries");
/** A statement takes 65,535 values. */
const ROWS_AT_ONCE = 2_000;
const DUE_AT_ONCE = 500;
/** Holds what is due and in nobody's hands. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

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

function claiming(db: Db): Deliveries["claim"] {
  const run = async (slots: readonly Slot[]) => {
    const { rows } = await sql<Row>`
      insert into ${TABLE} as held
        (slot, subscription, workspace, platform, channel, session, scheduled_at, state)
      select slot, subscription, workspace, platform, channel, session, "scheduledAt", 'claimed'
      from json_to_recordset(${JSON.stringify(slots)}) as given (slot text, subscription text, workspace text,
        platform text, channel text, session date, "scheduledAt" timestamptz)
      order by slot
      on conflict (slot) do update set holder = gen_random_uuid(), changed_at = now()
        where held.state = 'claimed' and held.holder = ${NOBODY}
      returning *`.execute(db);
    return inOrder(slots, rows);
  };
  return together(run, ({ slot }) => slot);
}

interface Move {
  readonly claim: Claim;
  readonly to: DeliveryState;
  readonly details: DeliveryDetails;
}

function moving(db: Db): (move: Move) => Promise<Claim | null> {
  const run = async (moves: readonly Move[]) => {
    const given = moves.map(({ claim: { delivery, token }, to, details }) => ({
      ...{ slot: delivery.slot, state: delivery.state, holder: token, to, details },
    }));
    const { rows } = await sql<Row>`
      update ${TABLE} as held set
        state = given.to, holder = gen_random_uuid(), changed_at = now(),
        attempts = held.attempts + case given.to when 'posting' then 1 else 0 end,
        reason = case when details ? 'reason' then details->>'reason' else held.reason end,
        message_id = case when details ? 'messageId' then details->>'messageId' else held.message_id end,
        posted_at = case when details ? 'postedAt' then (details->>'postedAt')::timestamptz else held.posted_at end,
        briefing_id = case when details ? 'briefingId' then details->>'briefingId' else held.briefing_id end
      from json_to_recordset(${JSON.stringify(given)}) as given (slot text, state text, holder uuid, "to" text, details jsonb)
      where held.slot = given.slot and held.holder = given.holder and held.state = given.state
      returning held.*`.execute(db);
    return inOrder(
      given.map(({ slot }) => ({ slot })),
      rows,
    );
  };
  return together(run, ({ claim }) => claim.delivery.slot);
}

/** Null for those of which nothing came back. */
function inOrder(asked: readonly Pick<Slot, "slot">[], rows: readonly Row[]): readonly (Claim | null)[] {
  const found = new Map(rows.map((row) => [row.slot, claimOf(row)]));
  return asked.map(({ slot }) => found.get(slot) ?? null);
}

function lastShown(db: Db): Deliveries["lastShown"] {
  const run = async (asked: readonly { readonly subscription: string; readonly besides: string }[]) => {
    const { rows } = await sql<Row & { readonly nth: number }>`
      select given.nth::int, shown.* from json_to_recordset(${JSON.stringify(
        asked.map((each, nth) => ({ ...each, nth })),
      )}) as given (nth int, subscription text, besides text)
      cross join lateral (
        select * from ${TABLE} as each
        where each.subscription = given.subscription and each.state in ('posted', 'reconciled')
          and each.briefing_id is not null and position(given.besides in each.slot) = 0
        order by each.scheduled_at desc, each.slot limit 1
      ) as shown`.execute(db);
    const found = new Map(rows.map(({ nth, ...row }) => [nth, fromRow(row)]));
    return asked.map((_, nth) => found.get(nth));
  };
  const ask = together(run);
  return (subscription, besides) => ask({ subscription, besides });
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

type Row = Selectable<Tables["deliveries"]>;

function fromRow({ holder: _, ...delivery }: Row): Delivery {
  return delivery;
}

function claimOf(row: Row): Claim {
  return { delivery: fromRow(row), token: row.holder };
}
