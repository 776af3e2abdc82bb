import { setTimeout as sleep, setImmediate as turn } from "node:timers/promises";
import type { Prepared } from "./chain.ts";
import type { Writer } from "./writer.ts";

export interface BesideDeps {
  readonly writer: Pick<Writer, "write">;
  readonly say: (message: string) => void;
  /** How long records gather before they are written together. */
  readonly gatherMs?: number;
  /** With as many waiting, the next one waits for room, */
  readonly most?: number;
  /** but no longer than this. */
  readonly waitMs?: number;
}

/**
 * Records that are written beside the answers that they are of: a while later, many in one transaction, a little work
 * in each turn of the event loop. In memory until then, for some 200 ms and the transaction: that is what `kill -9`
 * loses.
 */
export interface Beside {
  /**
   * Written after those that were added before. Resolves at once where there is room. Never rejects.
   * @param make called when its turn has come
   */
  add(make: () => Prepared): Promise<void>;
  /** Resolves once all that was added is written, in the chain or put aside. */
  flush(): Promise<void>;
  /** Writes what waits; what is added from now on is written at once, and waited for. */
  stop(): Promise<void>;
}

const GATHER_MS = 200;
const MOST = 1_000;
const WAIT_MS = 2_000;
const TOGETHER = 16;
/** Of preparing, in one turn of the event loop. */
const SLICE_MS = 0.3;

export function createBeside(deps: BesideDeps): Beside {
  const { writer, say, gatherMs = GATHER_MS, most = MOST, waitMs = WAIT_MS } = deps;
  const waiting: (() => Prepared)[] = [];
  /** Of those that wait, and of those being written. */
  let count = 0;
  let hurry = Promise.withResolvers<void>();
  let isStopped = false;
  let writing: Promise<void> | null = null;
  let room = Promise.withResolvers<void>();

  const write = () => {
    if (writing === null && waiting.length > 0) writing = writeAll();
    return writing;
  };
  const writeAll = async () => {
    while (waiting.length > 0) {
      await gather();
      // Those that came meanwhile gather anew: a rush is few large transactions, not many small ones.
      for (let left = waiting.length; left > 0; left -= TOGETHER)
        await writeSome(waiting.splice(0, Math.min(left, TOGETHER)));
    }
    writing = null; // at once: what is added from here on begins anew
  };
  const gather = async () => {
    const timer = new AbortController();
    await Promise.race([sleep(gatherMs, undefined, { signal: timer.signal }), hurry.promise]);
    timer.abort();
  };
  const writeSome = async (makes: readonly (() => Prepared)[]) => {
    await writer.write(await prepared(makes));
    count -= makes.length;
    room.resolve();
    room = Promise.withResolvers();
  };
  /** One that cannot be made leaves the others alone. */
  const prepared = async (makes: readonly (() => Prepared)[]): Promise<readonly Prepared[]> => {
    const made: Prepared[] = [];
    let since = performance.now();
    for (const make of makes) {
      if (performance.now() - since > SLICE_MS) {
        await turn();
        since = performance.now();
      }
      try {
        made.push(make());
      } catch (error) {
        say(`an audit record could not be made: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    return made;
  };
  const flush = async () => {
    while (waiting.length > 0 || writing !== null) {
      hurry.resolve();
      await write();
    }
    if (!isStopped) hurry = Promise.withResolvers();
  };

  return {
    add: async (make) => {
      const until = performance.now() + waitMs;
      while (count >= most && performance.now() < until)
        await Promise.race([room.promise, sleep(until - performance.now(), undefined, { ref: false })]);
      count += 1;
      waiting.push(make);
      const written = write();
      if (isStopped) await written;
    },
    flush,
    stop: () => {
      isStopped = true;
      return flush();
    },
  };
}
