import type { ColumnType, Kysely } from "kysely";
import type { BriefingInput, Delivery, StoredBriefing, Subscription } from "../port.ts";

/**
 * The tables, in a schema of their own (`smallcaps`), so that a database can be shared. Columns are in snake case there,
 * in camel case here. Times go in and come out as ISO texts, days as well; counters as numbers (connect.ts).
 */
export interface Tables {
  readonly documents: {
    readonly collection: string;
    readonly key: string;
    /** Of the key that it is sealed with: rotation finds by it what is left to do. */
    readonly kid: string;
    /** An envelope (envelope.ts): nothing of the value can be read in the database or in a backup. */
    readonly sealed: string;
    readonly changedAt: Defaulted<string>;
  };
  readonly subscriptions: Omit<Subscription, "topics" | "at" | "days" | "createdAt"> & {
    readonly topics: Json<Subscription["topics"]>;
    readonly at: Json<Subscription["at"]>;
    readonly days: Json<Subscription["days"]>;
    readonly createdAt: Defaulted<string>;
  };
  readonly deliveries: Omit<
    Delivery,
    "attempts" | "changedAt" | "reason" | "messageId" | "postedAt" | "briefingId"
  > & {
    readonly attempts: Defaulted<number>;
    readonly reason: Defaulted<string | null>;
    readonly messageId: Defaulted<string | null>;
    readonly postedAt: Defaulted<string | null>;
    readonly briefingId: Defaulted<string | null>;
    readonly changedAt: Defaulted<string>;
    /** The claim's token: a claim that was taken over cannot be moved on. */
    readonly holder: Defaulted<string>;
  };
  readonly briefings: Omit<StoredBriefing, "inputs"> & {
    readonly reason: Defaulted<string | null>;
    readonly storedAt: Defaulted<string>;
  };
  readonly briefingInputs: {
    readonly briefingId: string;
    readonly position: number;
    readonly name: string;
    readonly hash: string;
  };
  readonly inputs: Omit<BriefingInput, "name"> & { readonly storedAt: Defaulted<string> };
  readonly audit: {
    readonly seq: number;
    readonly prev: string | null;
    readonly hash: string;
    /** text, not jsonb: the chain is over these very bytes. */
    readonly record: string;
    readonly storedAt: Defaulted<string>;
  };
  readonly auditPayloads: {
    readonly hash: string;
    readonly body: string;
    readonly storedAt: Defaulted<string>;
  };
  readonly cache: {
    readonly key: string;
    readonly body: string;
    readonly storedAt: Defaulted<string>;
    readonly expiresAt: string | null;
  };
}

export type Db = Kysely<Tables>;

type Defaulted<T> = ColumnType<T, T | undefined, T>;
/** Handed over as JSON text. */
type Json<T> = ColumnType<T, string, string>;

export const SCHEMA = "smallcaps";

/** What a backup holds, each table after those that it refers to. The cache can be had again. */
export const KEPT_TABLES = [
  "documents",
  "subscriptions",
  "deliveries",
  "briefings",
  "inputs",
  "briefing_inputs",
  "audit",
  "audit_payloads",
] as const;

/** Locks within the database, unlike those of other programs in it. */
export const LOCKS = { migration: 7_215_001, audit: 7_215_002, channel: 7_215_003 } as const;
