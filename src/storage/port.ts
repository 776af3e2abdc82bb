/**
 * Ports of storage. Behind all of them stands one PostgreSQL, embedded or the user's own.
 * All reject with `BriefingError` bad_config where the database cannot be reached or what it holds cannot be read.
 * Times are ISO 8601 in UTC ("2026-11-23T14:30:00.000Z"), days ISO dates ("2026-11-23"). What is stored is what was
 * given, as it was at the call. All may be shared by several processes.
 */
export interface Storage {
  readonly store: Store;
  readonly subscriptions: Subscriptions;
  readonly deliveries: Deliveries;
  readonly briefings: Briefings;
  readonly audit: AuditLog;
  readonly cache: Cache;
}

/**
 * A small keyed store of JSON documents in named collections. Values are encrypted at rest; keys are not secret.
 * Writes are atomic; reads see whole values. Calls for one key take effect in the order in which they were made.
 */
export interface Store {
  /** Undefined where there is none. */
  get(collection: Collection, key: string): Promise<unknown>;
  /** @param value what JSON can hold */
  set(collection: Collection, key: string, value: unknown): Promise<void>;
  /**
   * Writes what `to` makes of what is held, and answers with it; held itself: nothing is written. What somebody else
   * writes in between, in this process or another, is not lost: `to` is asked anew.
   */
  change<Value>(collection: Collection, key: string, to: (held: unknown) => Value): Promise<Value>;
  delete(collection: Collection, key: string): Promise<void>;
  /** Keys of a collection, sorted. */
  keys(collection: Collection): Promise<readonly string[]>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/**
 * What is kept: tokens, what an admin allowed, what a thread is about, where Teams may be posted to, linked charts,
 * and what operators and the delivery set: the kill switch, paused workspaces, owners who were told.
 */
export type Collection = "installations" | "channels" | "threads" | "references" | "chartLinks" | "controls";

/** Key of `controls`: when a backup was last read back, `{ at }` in milliseconds since the epoch. */
export const RESTORED_AT = "restored";

export type Platform = "slack" | "teams";

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

/** A channel's wish for briefings. */
export interface Subscription {
  /** Short, to be typed: six letters and digits, unique among all. */
  readonly id: string;
  readonly platform: Platform;
  /** Slack team or organisation, Teams tenant. */
  readonly workspace: string;
  readonly channel: string;
  /** At least one, in the order of posting. */
  readonly topics: readonly string[];
  readonly at: SubscriptionTime;
  /** `weekdays`: Monday to Friday; `trading`: days with a session; or the days named, at least one. */
  readonly days: "weekdays" | "trading" | readonly Weekday[];
  /** `changed`: only when a figure has moved since the last briefing. */
  readonly when: "always" | "changed";
  readonly audience: "internal" | "institutional";
  /** The platform's id of the user who may always change it. */
  readonly owner: string;
  /** `deactivated`: by us, when the channel is gone or the app was removed; `note` says why. */
  readonly state: "active" | "paused" | "deactivated";
  readonly note: string | null;
  /** The newest pause; with `resumedAt` after it, one that is over. */
  readonly pausedAt: string | null;
  readonly resumedAt: string | null;
  readonly createdAt: string;
}

/**
 * `hhmm` is 24-hour local time ("07:30"), `tz` an IANA zone, `minutes` are counted from the session's close. `flip`:
 * not at a time, but when a trigger or a condition changes its state; outside quiet hours, where there are some.
 */
export type SubscriptionTime =
  | { readonly kind: "time"; readonly hhmm: string; readonly tz: string }
  | { readonly kind: "afterClose"; readonly minutes: number; readonly tz: string }
  | {
      readonly kind: "flip";
      readonly tz: string;
      readonly quiet: Quiet | null;
      /** Warnings as well, not only what fires and clears. */
      readonly warnings: boolean;
    };

/** Local times of day, "22:00" to "07:00"; the end is not part of them. */
export interface Quiet {
  readonly from: string;
  readonly to: string;
}

export type NewSubscription = Omit<
  Subscription,
  "id" | "createdAt" | "state" | "note" | "pausedAt" | "resumedAt"
>;
export type SubscriptionChange = Partial<
  Pick<
    Subscription,
    "topics" | "at" | "days" | "when" | "audience" | "owner" | "state" | "note" | "pausedAt" | "resumedAt"
  >
>;

export interface Subscriptions {
  /**
   * Starts as active. `check` is given those of the channel, oldest first, and must not wait; no two additions to a
   * channel are checked against the same. What it throws is thrown, and nothing is added.
   */
  add(subscription: NewSubscription, check?: (here: readonly Subscription[]) => void): Promise<Subscription>;
  get(id: string): Promise<Subscription | undefined>;
  /** Oldest first. Without a filter: every one. */
  list(filter?: SubscriptionFilter): Promise<readonly Subscription[]>;
  /** Undefined where there is no such subscription. */
  change(id: string, change: SubscriptionChange): Promise<Subscription | undefined>;
  /** False where there was none. Its deliveries stay. */
  remove(id: string): Promise<boolean>;
}

export type SubscriptionFilter = Partial<
  Pick<Subscription, "platform" | "workspace" | "channel" | "owner" | "state">
>;

/**
 * claimed: due and on record, in somebody's hands or still in nobody's; nothing was sent. posting: a request may have left. posted: the platform said so.
 * unknown: nobody knows whether it arrived, and it is not sent again. reconciled: found at the platform afterwards.
 * failed and missed, with a reason: it did not arrive, and will not.
 */
export type DeliveryState = "claimed" | "posting" | "posted" | "unknown" | "reconciled" | "failed" | "missed";

/**
 * Which state may follow which. `claimed` after `posting` or `unknown` needs proof that nothing arrived; after itself
 * it says that somebody is still at it (a wait that a platform asked for), so that nobody takes it over.
 */
export const NEXT_STATES: Readonly<Record<DeliveryState, readonly DeliveryState[]>> = {
  claimed: ["claimed", "posting", "failed", "missed"],
  posting: ["posted", "unknown", "reconciled", "claimed", "failed"],
  unknown: ["reconciled", "claimed", "failed"],
  posted: [],
  reconciled: [],
  failed: [],
  missed: [],
};

/** One briefing of one subscription for one session. */
export interface Delivery {
  /** workspace + subscription + session, unique for ever. */
  readonly slot: string;
  /** Id of the subscription, which may have been removed since. */
  readonly subscription: string;
  readonly workspace: string;
  readonly platform: Platform;
  readonly channel: string;
  readonly session: string;
  readonly scheduledAt: string;
  readonly state: DeliveryState;
  /** How often `posting` was entered. */
  readonly attempts: number;
  readonly reason: string | null;
  /** Slack `ts`, Teams activity id. */
  readonly messageId: string | null;
  readonly postedAt: string | null;
  readonly briefingId: string | null;
  /** By the database's clock. */
  readonly changedAt: string;
}

export type Slot = Pick<
  Delivery,
  "slot" | "subscription" | "workspace" | "platform" | "channel" | "session" | "scheduledAt"
>;
export type DeliveryDetails = Partial<Pick<Delivery, "reason" | "messageId" | "postedAt" | "briefingId">>;

/** The right to work on a slot, until another one takes it over. */
export interface Claim {
  readonly delivery: Delivery;
  readonly token: string;
}

export interface Deliveries {
  /**
   * Records slots that nobody has had as due, so that they are seen and not lost, whatever becomes of a queue: claimed,
   * and in nobody's hands until `claim`. The keys of those recorded by this call; the others stand there already.
   */
  due(slots: readonly Slot[]): Promise<ReadonlySet<string>>;
  /**
   * Takes a slot that nobody has in hand: of all who ask, in whatever process, exactly one gets it; the others null.
   */
  claim(slot: Slot): Promise<Claim | null>;
  /**
   * Slots on record as due that nobody took for `olderThanMs` by the database's clock, oldest first; each to one asker,
   * and then not again for as long.
   */
  overdue(left: { readonly olderThanMs: number; readonly limit: number }): Promise<readonly Delivery[]>;
  /** Records slots that nobody has had as missed; those that somebody has are left alone. How many were recorded. */
  miss(slots: readonly Slot[], reason: string): Promise<number>;
  /**
   * Moves a claimed slot on, recording `details` with it. A claim is good for one move, and what it gives is the next:
   * of two that go on with the same one, the first does. Null for the other, and where it was taken over: stop at once.
   * @throws RangeError for a state that may not follow
   */
  move(claim: Claim, to: DeliveryState, details?: DeliveryDetails): Promise<Claim | null>;
  /**
   * Takes over slots that somebody had in hand and left in `states` (by default claimed and posting) without a change for `olderThanMs` by the
   * database's clock, whatever the machines' clocks say. Each goes to one asker.
   */
  takeOver(left: {
    readonly olderThanMs: number;
    readonly limit: number;
    readonly states?: readonly DeliveryState[];
  }): Promise<readonly Claim[]>;
  get(slot: string): Promise<Delivery | undefined>;
  /** Which of these slots somebody has had. */
  had(slots: readonly string[]): Promise<ReadonlySet<string>>;
  /** Milliseconds since the epoch by the database's clock, which all processes share. */
  now(): Promise<number>;
  /** The latest scheduled delivery of a subscription that showed a briefing; keys that hold `besides` are left out. */
  lastShown(subscription: string, besides: string): Promise<Delivery | undefined>;
  /** Latest scheduled first. */
  list(filter?: DeliveryFilter): Promise<readonly Delivery[]>;
  /** How many are in each state, of those scheduled at or after a time; states without any are 0. */
  counts(since?: string): Promise<Readonly<Record<DeliveryState, number>>>;
}

export interface DeliveryFilter {
  readonly subscription?: string;
  readonly workspace?: string;
  readonly channel?: string;
  readonly states?: readonly DeliveryState[];
  /** Scheduled at or after. */
  readonly since?: string;
  readonly limit?: number;
}

/** What a briefing was, and all it was made from, so that it can be made again. */
export interface StoredBriefing {
  readonly id: string;
  readonly topic: string;
  /** The command line that makes it again. */
  readonly command: string;
  readonly codeVersion: string;
  readonly asOf: string;
  /** The briefing's JSON, kept byte for byte; null once deleted for retention. */
  readonly body: string | null;
  readonly inputs: readonly BriefingInput[];
}

export interface BriefingInput {
  /** The dataset's name. */
  readonly name: string;
  /** Of the body, by the caller. Inputs of one hash are stored once, whatever the number of briefings. */
  readonly hash: string;
  /** Byte for byte; null where it may not be stored or was deleted, and `reason` says so. */
  readonly body: string | null;
  readonly reason: string | null;
}

export interface Briefings {
  /** A briefing that is there already stays as it is. */
  put(briefing: StoredBriefing): Promise<void>;
  get(id: string): Promise<StoredBriefing | undefined>;
  /** Removes bodies and inputs of briefings stored before a time, not the fact that they were. How many briefings. */
  forgetBefore(time: string, reason: string): Promise<number>;
}

/** A link of the chain. The hashing is the audit's; storage keeps what it is given, byte for byte. */
export interface AuditRow {
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  /** Hash of the row before; null for the first. */
  readonly prev: string | null;
  readonly hash: string;
  readonly record: string;
}

export type AuditHead = Pick<AuditRow, "seq" | "hash">;

export interface NewAuditRow {
  readonly hash: string;
  readonly record: string;
  /** What `record` holds only the hash of: can be deleted without breaking the chain. */
  readonly payloads?: readonly AuditPayload[];
}

export interface AuditPayload {
  readonly hash: string;
  readonly body: string;
}

export interface AuditLog {
  /**
   * Appends one row; `make` is given the head (null: none yet) and must not wait. No two appends see the same head.
   * What `make` throws is thrown, and nothing is appended.
   */
  append(make: (head: AuditHead | null) => NewAuditRow): Promise<AuditRow>;
  /** Appends these, one behind the other: all of them, or none where one cannot be made or written. */
  appendAll(makes: readonly ((head: AuditHead | null) => NewAuditRow)[]): Promise<readonly AuditRow[]>;
  head(): Promise<AuditHead | null>;
  /** Rows in order, from one `seq` on, as they were at one moment. */
  rows(from?: number): AsyncIterable<AuditRow>;
  /** Undefined where it was deleted. */
  payload(hash: string): Promise<string | undefined>;
  /** Those that are there, by their hash. */
  payloads(hashes: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Rows whose record names a briefing (`"briefing":"<id>"`), in order. Looks through all of them. */
  about(briefing: string): Promise<readonly AuditRow[]>;
  /** Legal deletion. How many were there. */
  deletePayloads(hashes: readonly string[]): Promise<number>;
  /** Retention: deletes payloads stored before a time. How many. */
  deletePayloadsBefore(time: string): Promise<number>;
}

export interface Cached {
  readonly body: string;
  readonly storedAt: string;
  /** Null: for good. Past it, it is still there until swept. */
  readonly expiresAt: string | null;
}

/** Downloads and results that can be had again: not in backups. */
export interface Cache {
  get(key: string): Promise<Cached | undefined>;
  set(key: string, body: string, expiresAt?: string): Promise<void>;
  delete(key: string): Promise<void>;
  /** Deletes what expired before a time. How many. */
  sweep(before: string): Promise<number>;
}
