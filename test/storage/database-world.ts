import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Keyring } from "../../src/storage/keys.ts";
import { type OpenStorage, openStorage } from "../../src/storage/postgres/open.ts";
import { newDatabase } from "../support/postgres.ts";
import { atTheEnd, lastingDir, newKeys } from "./store-world.ts";

/** The two ways of having a database; everything has to hold for both. */
export const WAYS = ["the embedded server", "DATABASE_URL"] as const;
export type Way = (typeof WAYS)[number];

export interface World {
  readonly storage: OpenStorage;
  readonly stateDir: string;
  readonly url: string | undefined;
  readonly keys: Keyring;
}

/** For all tests of a file; closed after the last. */
export async function openWorld(way: Way, keys = newKeys()): Promise<World> {
  const stateDir = await lastingDir();
  const url = way === "DATABASE_URL" ? await newDatabase() : undefined;
  const storage = await openStorage({ url, stateDir, as: "bot", keys });
  atTheEnd(() => storage.close());
  return { storage, stateDir, url, keys };
}

export interface Child {
  readonly process: ChildProcess;
  /** Of its standard output. */
  line(): Promise<string>;
  /** Everything it said, once it has ended. */
  ended(): Promise<{ code: number | null; words: string }>;
}

/** A process of its own: storage-process.ts with these arguments. */
export function startChild(...args: readonly string[]): Child {
  const program = fileURLToPath(new URL("storage-process.ts", import.meta.url));
  const child = spawn(process.execPath, [program, ...args], { stdio: ["pipe", "pipe", "pipe"] });
  let words = "";
  const lines: string[] = [];
  let rest = "";
  const news = new EventTarget();
  const ended = once(child, "close");
  child.stderr.on("data", (chunk) => {
    words += chunk;
  });
  child.stdout.on("data", (chunk) => {
    words += chunk;
    const parts = `${rest}${chunk}`.split("\n");
    rest = parts.pop() ?? "";
    lines.push(...parts);
    news.dispatchEvent(new Event("line"));
  });
  return {
    process: child,
    line: async () => {
      while (lines.length === 0) {
        const gone = await Promise.race([once(news, "line").then(() => false), ended.then(() => true)]);
        if (gone && lines.length === 0) throw new Error(`the process ended: ${words}`);
      }
      return lines.shift() ?? "";
    },
    ended: async () => {
      const [code] = await ended;
      return { code, words };
    },
  };
}
