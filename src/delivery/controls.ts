import type { Store } from "../storage/port.ts";
import type { Controls } from "./port.ts";

/** How old an answer of `stopped` may be, so that ten thousand posts are not ten thousand reads. */
const FRESH_MS = 1_000;
const STOP = "stop";
const PAUSE = "pause/";

/**
 * The kill switch and the pauses, in the database: what one process sets holds in all of them within a second.
 * Where the database cannot be read, `stopped` rejects: a scheduled post must then not leave (nobody knows whether it
 * may). Whoever answers a person takes a rejection as "not stopped", so that text always arrives.
 * @param now milliseconds of a clock that only runs forward
 */
export function createControls(store: Store, now: () => number): Controls {
  const read = new Map<string, { readonly at: number; readonly reason: Promise<string | null> }>();

  const load = async (key: string): Promise<string | null> => reasonIn(await store.get("controls", key));

  function reasonAt(key: string): Promise<string | null> {
    const at = now();
    const known = read.get(key);
    if (known !== undefined && at - known.at < FRESH_MS) return known.reason;
    const entry = { at, reason: load(key) };
    read.set(key, entry);
    entry.reason.catch(() => {
      if (read.get(key) === entry) read.delete(key);
    });
    return entry.reason;
  }

  async function write(key: string, reason: string | null): Promise<void> {
    if (reason === null) await store.delete("controls", key);
    else await store.set("controls", key, { reason });
    read.delete(key);
  }

  return {
    stopped: async (workspace) => {
      const [all, own] = await Promise.all([reasonAt(STOP), reasonAt(PAUSE + workspace)]);
      return all ?? own;
    },
    stopAll: (reason) => write(STOP, reason),
    pause: (workspace, reason) => write(PAUSE + workspace, reason),
    list: async () => {
      const keys = (await store.keys("controls")).filter((key) => key.startsWith(PAUSE));
      const paused = await Promise.all(
        keys.map(async (key) => [key.slice(PAUSE.length), await load(key)] as const),
      );
      const workspaces = paused.filter((entry): entry is [string, string] => entry[1] !== null);
      return { all: await load(STOP), workspaces: Object.fromEntries(workspaces) };
    },
  };
}

/** Null where nothing is set. What is there but says no reason still stops. */
function reasonIn(value: unknown): string | null {
  if (value === undefined) return null;
  const reason = typeof value === "object" && value !== null && "reason" in value ? value.reason : null;
  return typeof reason === "string" && reason !== "" ? reason : "stopped without a reason";
}
