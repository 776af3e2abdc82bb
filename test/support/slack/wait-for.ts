import { setTimeout as sleep } from "node:timers/promises";

const BETWEEN_LOOKS_MS = 5;

type Found<T> = Exclude<T, false | null | undefined | 0 | "">;

/** What `look` finds, once it finds something. @throws Error that says what was waited for. */
export async function waitFor<T>(
  what: string,
  look: () => T | Promise<T>,
  ms = 30_000,
): Promise<Awaited<Found<T>>> {
  const until = performance.now() + ms;
  for (;;) {
    const found = await look();
    if (found) return found as Awaited<Found<T>>;
    if (performance.now() > until) throw new Error(`waited ${ms} ms in vain for ${what}`);
    await sleep(BETWEEN_LOOKS_MS);
  }
}
