import { BriefingError } from "../briefing/errors.ts";
import type { AnchorStore } from "./anchor.ts";

export interface ObjectStoreOptions {
  /** The objects are `<prefix>/00000001.json` and so on. */
  readonly prefix: string;
  /** Sent as a bearer token. */
  readonly token: string | null;
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutMs?: number;
}

const AT_ONCE = 8;
const TIMEOUT_MS = 10_000;
/** How often a number that another process took is passed over. */
const TRIES = 20;

/**
 * Anchors as objects of their own, by plain HTTP PUT and GET; none is ever written twice (`If-None-Match: *`), so the
 * store may lock them. Numbered, so that they can be read back without a listing.
 */
export function objectStore({
  prefix,
  token,
  fetch,
  timeoutMs = TIMEOUT_MS,
}: ObjectStoreOptions): AnchorStore {
  const call = async (number: number, init: RequestInit = {}) => {
    const url = `${prefix}/${String(number).padStart(8, "0")}.json`;
    const headers = { ...init.headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
    const response = await fetch(url, { ...init, headers, signal: AbortSignal.timeout(timeoutMs) });
    return { status: response.status, text: await response.text() };
  };
  const get = async (number: number): Promise<string | null> => {
    const { status, text } = await call(number);
    if (status === 200) return text;
    if (status === 404) return null;
    throw refused("read", status, prefix);
  };
  let next: number | null = null;
  return {
    where: prefix,
    write: async (text) => {
      next ??= (await lastNumber(get)) + 1;
      for (let tried = 0; tried < TRIES; tried += 1) {
        if ((await get(next)) === null) {
          const headers = { "content-type": "application/json", "if-none-match": "*" };
          const { status } = await call(next, { method: "PUT", body: text, headers });
          if (status >= 200 && status < 300) {
            next += 1;
            return;
          }
          if (status !== 409 && status !== 412) throw refused("written", status, prefix);
        }
        next += 1;
      }
      throw refused("written", 412, prefix);
    },
    read: async function* () {
      const last = await lastNumber(get);
      for (let from = 1; from <= last; from += AT_ONCE) {
        const numbers = Array.from({ length: Math.min(AT_ONCE, last - from + 1) }, (_, i) => from + i);
        for (const text of await Promise.all(numbers.map(get))) yield text ?? "";
      }
    },
  };
}

/** The last of 1, 2, 3 … that is there: doubling, then halving. */
async function lastNumber(get: (number: number) => Promise<string | null>): Promise<number> {
  let [there, absent] = [0, 1];
  while ((await get(absent)) !== null) [there, absent] = [absent, absent * 2];
  while (absent - there > 1) {
    const middle = Math.floor((there + absent) / 2);
    if ((await get(middle)) === null) absent = middle;
    else there = middle;
  }
  return there;
}

function refused(what: "read" | "written", status: number, prefix: string): BriefingError {
  return new BriefingError(
    "bad_config",
    `Anchors of the audit cannot be ${what} at ${prefix}: it answers ${status}.`,
    "Check AUDIT_ANCHOR_URL and AUDIT_ANCHOR_TOKEN.",
  );
}
