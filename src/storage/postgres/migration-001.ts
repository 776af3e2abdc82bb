import { sql } from "kysely";
import type { Migration } from "./migrations.ts";

const STATEMENTS = [
  `create table documents (
    collection text not null,
    key text not null,
    kid text not null,
    sealed text not null,
    changed_at timestamptz not null default now(),
    primary key (collection, key)
  )`,
  `create table subscriptions (
    id text primary key,
    platform text not null check (platform in ('slack', 'teams')),
    workspace text not null,
    channel text not null,
    topics jsonb not null,
    at jsonb not null,
    days jsonb not null,
    "when" text not null check ("when" in ('always', 'changed')),
    audience text not null check (audience in ('internal', 'institutional')),
    owner text not null,
    state text not null check (state in ('active', 'paused', 'deactivated')),
    note text,
    created_at timestamptz not null default now()
  )`,
  "create index on subscriptions (workspace, channel)",
  `create table deliveries (
    slot text primary key,
    subscription text not null,
    workspace text not null,
    platform text not null check (platform in ('slack', 'teams')),
    channel text not null,
    session date not null,
    scheduled_at timestamptz not null,
    state text not null
      check (state in ('claimed', 'posting', 'posted', 'unknown', 'reconciled', 'failed', 'missed')),
    attempts integer not null default 0,
    reason text,
    message_id text,
    posted_at timestamptz,
    briefing_id text,
    changed_at timestamptz not null default now(),
    holder uuid not null default gen_random_uuid()
  )`,
  "create index on deliveries (scheduled_at)",
  "create index on deliveries (subscription, scheduled_at)",
  "create index on deliveries (changed_at) where state in ('claimed', 'posting', 'unknown')",
  `create table briefings (
    id text primary key,
    topic text not null,
    command text not null,
    code_version text not null,
    as_of date not null,
    body text,
    reason text,
    stored_at timestamptz not null default now()
  )`,
  "create index on briefings (stored_at)",
  `create table inputs (
    hash text primary key,
    body text,
    reason text,
    stored_at timestamptz not null default now()
  )`,
  `create table briefing_inputs (
    briefing_id text not null references briefings (id),
    position integer not null,
    name text not null,
    hash text not null references inputs (hash),
    primary key (briefing_id, position)
  )`,
  "create index on briefing_inputs (hash)",
  `create table audit (
    seq bigint primary key,
    prev text,
    hash text not null unique,
    record text not null,
    stored_at timestamptz not null default now()
  )`,
  // Against a mistake; against intent stands the chain.
  `create function audit_is_append_only() returns trigger language plpgsql as
    $$ begin raise exception 'rows of the audit are never changed or deleted'; end $$`,
  `create trigger append_only before update or delete on audit
    for each row execute function audit_is_append_only()`,
  `create trigger append_only_all before truncate on audit
    for each statement execute function audit_is_append_only()`,
  `create table audit_payloads (
    hash text primary key,
    body text not null,
    stored_at timestamptz not null default now()
  )`,
  "create index on audit_payloads (stored_at)",
  `create table cache (
    key text primary key,
    body text not null,
    stored_at timestamptz not null default now(),
    expires_at timestamptz
  )`,
];

export const first: Migration = async (db) => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
