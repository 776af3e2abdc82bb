import { sql } from "kysely";
import type { Claim, Deliveries, DeliveryDetails, DeliveryState, Slot } from "../port.ts";
import { claimOf, fromRow, NOBODY, type Row } from "./delivery-row.ts";
import { type Db, SCHEMA } from "./schema.ts";
import { together } from "./together.ts";

/** What every delivery asks, in statements that those under way together share. */
const TABLE = sql.id(SCHEMA, "deliveries");

export function claiming(db: Db): Deliveries["claim"] {
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

export interface Move {
  readonly claim: Claim;
  readonly to: DeliveryState;
  readonly details: DeliveryDetails;
}

/** The keys are named once more by themselves: by a join alone the whole table is read while its statistics are young. */
export function moving(db: Db): (move: Move) => Promise<Claim | null> {
  const run = async (moves: readonly Move[]) => {
    const slots = moves.map(({ claim }) => ({ slot: claim.delivery.slot }));
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
      where held.slot = any(${slots.map(({ slot }) => slot)})
        and held.slot = given.slot and held.holder = given.holder and held.state = given.state
      returning held.*`.execute(db);
    return inOrder(slots, rows);
  };
  return together(run, ({ claim }) => claim.delivery.slot);
}

/** Null for those of which nothing came back. */
function inOrder(asked: readonly Pick<Slot, "slot">[], rows: readonly Row[]): readonly (Claim | null)[] {
  const found = new Map(rows.map((row) => [row.slot, claimOf(row)]));
  return asked.map(({ slot }) => found.get(slot) ?? null);
}

export function lastShown(db: Db): Deliveries["lastShown"] {
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
