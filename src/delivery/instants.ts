import type { Store } from "../storage/port.ts";

/** An instant that was set: milliseconds since the epoch; null where none was kept. */
export async function readInstant(store: Store, key: string): Promise<number | null> {
  const kept = await store.get("controls", key);
  return typeof kept === "object" && kept !== null && "at" in kept && typeof kept.at === "number"
    ? kept.at
    : null;
}
