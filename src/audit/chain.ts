import { createHash, createHmac, type KeyObject, randomUUID, timingSafeEqual } from "node:crypto";
import type { AuditHead, AuditPayload, NewAuditRow } from "../storage/port.ts";

/** Derived from one encryption key. `id` names it in each record, so that earlier keys still verify earlier rows. */
export interface AuditKey {
  readonly id: string;
  readonly secret: KeyObject;
}

/** The first is written with; the others only verify. */
export type AuditKeys = readonly [AuditKey, ...AuditKey[]];

/** How a record names a body that lies beside the chain. */
export interface PayloadRef {
  readonly hash: string;
  /** Hashed with the body: bodies of one salt are stored once, and go together. */
  readonly salt: string;
}

/** A record whose text is fixed; where it will stand in the chain is not yet known. */
export interface Prepared {
  readonly id: string;
  readonly kid: string;
  readonly record: string;
  readonly payloads: readonly AuditPayload[];
}

/** What a key is used for is hashed with it, so that no hash of one kind passes for another. */
type Purpose = "row" | "payload" | "anchor" | "aside";

/** HMAC-SHA256 in hexadecimal, over the purpose, a line feed, the text, and what follows at once. */
export function mac({ secret }: AuditKey, purpose: Purpose, text: string, rest = ""): string {
  return createHmac("sha256", secret).update(`${purpose}\n${text}`).update(rest).digest("hex");
}

export function sameMac(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

export const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** A row's hash: over its number, the hash before (empty for the first) and its record, a line feed between. */
export function rowHash(key: AuditKey, seq: number, prev: string | null, record: string): string {
  return mac(key, "row", `${seq}\n${prev ?? ""}\n${record}`);
}

/** Keyed, so that nobody can find a short body by trying. */
export function payloadHash(key: AuditKey, salt: string, body: string): string {
  return mac(key, "payload", `${salt}\n`, body);
}

/** Bodies whose hash is remembered: those of a day's briefings, in the words of each rule. */
const MOST_SHARED = 128;
const sharedHashes = new WeakMap<AuditKey, Map<string, { readonly salt: string; readonly hash: string }>>();

/** What many posts share is hashed once. */
function sharedHash(key: AuditKey, salt: string, body: string): string {
  const known = sharedHashes.get(key) ?? new Map<string, { readonly salt: string; readonly hash: string }>();
  sharedHashes.set(key, known);
  const last = known.get(body);
  if (last?.salt === salt) return last.hash;
  const hash = payloadHash(key, salt, body);
  known.delete(body);
  known.set(body, { salt, hash });
  const [oldest] = known.keys();
  if (known.size > MOST_SHARED && oldest !== undefined) known.delete(oldest);
  return hash;
}

/** JSON with keys in order and without spaces: one text for one value. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

/** What a record is about, and the bodies of which it holds hashes only. */
export interface Draft {
  /** A UUID, where it was told already. */
  readonly id?: string;
  readonly kind: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly payloads?: Readonly<Record<string, { readonly body: string; readonly own?: boolean }>>;
}

/**
 * Bodies are salted with the day, so that a briefing sent to a thousand channels is stored once, yet one kept for
 * today never goes with an old one of the same text. `own`: salted with the record's id, to be deleted by itself.
 */
export function prepare(
  [key]: AuditKeys,
  { id = randomUUID(), kind, at, fields, payloads = {} }: Draft,
): Prepared {
  const named = Object.entries(payloads).map(([name, { body, own }]) => {
    const salt = own ? id : at.slice(0, 10);
    const hash = own ? payloadHash(key, salt, body) : sharedHash(key, salt, body);
    return { name, body, ref: { hash, salt } };
  });
  const refs = Object.fromEntries(named.map(({ name, ref }) => [name, ref]));
  const record = canonical({
    ...fields,
    v: 1,
    kid: key.id,
    id,
    kind,
    at,
    ...(named.length > 0 && { payloads: refs }),
  });
  return { id, kid: key.id, record, payloads: named.map(({ body, ref: { hash } }) => ({ hash, body })) };
}

/** The row that follows the head. */
export function link(
  keys: AuditKeys,
  { kid, record, payloads }: Prepared,
  head: AuditHead | null,
): NewAuditRow {
  const key = keys.find(({ id }) => id === kid);
  if (key === undefined) throw new TypeError(`an audit record under key ${kid}, which is not at hand`);
  return { hash: rowHash(key, (head?.seq ?? 0) + 1, head?.hash ?? null, record), record, payloads };
}
