import type { AuditHead } from "../storage/port.ts";
import { type AuditKeys, mac, sameMac } from "./chain.ts";

/** What the chain was at a time, kept where whoever changes the database cannot reach: deleted last rows show by it. */
export interface Anchor extends AuditHead {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly kid: string;
  readonly mac: string;
}

/** A place for anchors, outside the database. */
export interface AnchorStore {
  /** In words. */
  readonly where: string;
  write(text: string): Promise<void>;
  /** Every anchor's text, in the order of writing. */
  read(): AsyncIterable<string>;
}

export function anchorText([key]: AuditKeys, { seq, hash }: AuditHead, at: string): string {
  const anchor = { at, seq, hash, kid: key.id };
  return JSON.stringify({ ...anchor, mac: mac(key, "anchor", signedText(anchor)) });
}

const signedText = ({ at, seq, hash }: Omit<Anchor, "mac" | "kid">) => `${at}\n${seq}\n${hash}`;

/** Null: torn or forged. */
export function readAnchor(text: string, keys: AuditKeys): Anchor | null {
  try {
    const anchor = JSON.parse(text) as Anchor;
    const key = keys.find(({ id }) => id === anchor.kid);
    if (key === undefined || !Number.isSafeInteger(anchor.seq)) return null;
    return sameMac(mac(key, "anchor", signedText(anchor)), String(anchor.mac)) ? anchor : null;
  } catch {
    return null;
  }
}

export interface AnchoringDeps {
  readonly stores: readonly AnchorStore[];
  readonly keys: AuditKeys;
  readonly now: () => Date;
  readonly say: (message: string) => void;
  /** Anchored after this many rows, */
  readonly everyRows?: number;
  /** or this long after the first that is not. */
  readonly everyMs?: number;
}

export interface Anchoring {
  /** A row that this process appended, or found at its start: not what the database says of it later. */
  noted(row: AuditHead): void;
  /** Anchors now what is not yet. Never rejects: a place that fails gets the next one. */
  flush(): Promise<void>;
  /** The last flush. */
  stop(): Promise<void>;
}

export function createAnchoring(deps: AnchoringDeps): Anchoring {
  const { stores, keys, now, say, everyRows = 100, everyMs = 60_000 } = deps;
  const done = new Map<AnchorStore, number>();
  let newest: AuditHead | null = null;
  let unanchored = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let stopped = false;

  const writeTo = async (store: AnchorStore, head: AuditHead) => {
    if ((done.get(store) ?? 0) >= head.seq) return;
    try {
      await store.write(anchorText(keys, head, now().toISOString()));
      done.set(store, head.seq);
    } catch (error) {
      say(
        `the audit could not be anchored in ${store.where}: ${error instanceof Error ? error.message : error}`,
      );
      later();
    }
  };
  const later = () => {
    if (stopped) return;
    timer ??= setTimeout(() => void flush(), everyMs);
    timer.unref();
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    unanchored = 0;
    const next = last.then(async () => {
      const head = newest;
      if (head !== null) await Promise.all(stores.map((store) => writeTo(store, head)));
    });
    last = next;
    return next;
  };
  return {
    noted: (row) => {
      if (newest === null || row.seq > newest.seq) newest = row;
      unanchored += 1;
      if (unanchored >= everyRows) void flush();
      else later();
    },
    flush,
    stop: () => {
      stopped = true;
      return flush();
    },
  };
}
