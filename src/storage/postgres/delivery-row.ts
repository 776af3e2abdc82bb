import type { Selectable } from "kysely";
import type { Claim, Delivery } from "../port.ts";
import type { Tables } from "./schema.ts";

/** Holds what is due and in nobody's hands. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";

export type Row = Selectable<Tables["deliveries"]>;

export function fromRow({ holder: _, ...delivery }: Row): Delivery {
  return delivery;
}

export function claimOf(row: Row): Claim {
  return { delivery: fromRow(row), token: row.holder };
}
