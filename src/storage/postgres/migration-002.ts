import { sql } from "kysely";
import type { Migration } from "./migrations.ts";

export const second: Migration = async (db) => {
  await sql`alter table subscriptions add column paused_at timestamptz, add column resumed_at timestamptz`.execute(
    db,
  );
};
