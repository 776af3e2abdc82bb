/**
 * Port: a small keyed store of JSON documents in named collections, until and after the database arrives.
 * Values are encrypted at rest; keys are not secret. Writes are atomic; reads see whole values.
 * Calls for one key take effect in the order in which they were made.
 * Rejects with `BriefingError` bad_config for a document or a folder that cannot be read or written.
 */
export interface Store {
  /** Undefined where there is none. */
  get(collection: Collection, key: string): Promise<unknown>;
  /** @param value what JSON can hold */
  set(collection: Collection, key: string, value: unknown): Promise<void>;
  delete(collection: Collection, key: string): Promise<void>;
  /** Keys of a collection, sorted. */
  keys(collection: Collection): Promise<readonly string[]>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** What is kept: tokens, what an admin allowed, what a thread is about, where Teams may be posted to, linked charts. */
export type Collection = "installations" | "channels" | "threads" | "references" | "chartLinks";
