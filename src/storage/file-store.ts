import { createHash } from "node:crypto";
import { chmod, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { BriefingError } from "../briefing/errors.ts";
import { makeFolder } from "../folders.ts";
import { type EnvelopeFault, type Opened, open, type Place, placeIn, seal } from "./envelope.ts";
import { guarded } from "./guarded.ts";
import { type Keyring, OWN_KEY_FILE } from "./keys.ts";
import { lockFolder } from "./lock.ts";
import type { Collection, Store } from "./port.ts";
import { codeOf, isDraft, removeFile, replacePrivately } from "./private-file.ts";
import { createQueues } from "./queues.ts";

export interface FileStore extends Store {
  /** Opens every document, and writes those under an earlier key anew: afterwards that key can go. */
  rotate(): Promise<Rotation>;
}

export interface Rotation {
  readonly documents: number;
  readonly rewritten: number;
  /** Documents that cannot be read, each naming its file. */
  readonly faults: readonly BriefingError[];
}

/** What a deleted document costs. */
const LOST: Readonly<Record<Collection, string>> = {
  installations: "that workspace then has to install the app again",
  channels: "an admin then has to allow that channel again",
  threads: "that thread then has to be asked with a full command again",
  references: "that Teams conversation then has to write to the bot again",
};
const collections = Object.keys(LOST) as Collection[];
/** A document of the folder itself, there from the start: tells at once that the keys are not the folder's. */
const KEY_CHECK: Place = { collection: "key-check", key: "" };

const FILES_AT_ONCE = 32;

/**
 * The store in a folder: one encrypted file a document, for one process at a time.
 * @throws BriefingError bad_config where the folder is in use, cannot be written, or was written with other keys
 */
export async function openFileStore(options: {
  readonly dir: string;
  readonly keys: Keyring;
}): Promise<FileStore> {
  const { dir, keys } = options;
  const folders = [dir, ...collections.map((each) => join(dir, each))];
  await guarded(dir, async () => {
    for (const folder of folders) {
      await makeFolder(folder, { mode: 0o700 });
      await chmod(folder, 0o700);
    }
  });
  const lock = await guarded(dir, () => lockFolder(dir));
  try {
    await guarded(dir, async () => {
      for (const folder of folders) await dropDrafts(folder);
    });
    await checkKeys(dir, keys);
  } catch (error) {
    await lock.release();
    throw error;
  }
  return storeOver(dir, keys, () => lock.release());
}

function storeOver(dir: string, keys: Keyring, release: () => Promise<void>): FileStore {
  const queues = createQueues();
  let isOpen = true;
  const run = <T>(place: Place, task: (file: string) => Promise<T>): Promise<T> => {
    if (!isOpen) return Promise.reject(new Error("the store is closed"));
    const file = fileOf(dir, place);
    return queues.run(file, () => guarded(file, () => task(file)));
  };

  const isOld = (opened: Opened | undefined): opened is Opened =>
    opened !== undefined && opened.kid !== keys[0].id;
  const renew = (file: string, place: Place, { value }: Opened) =>
    replacePrivately(file, seal(place, value, keys[0]));

  const rotateOne = (place: Place) =>
    run(place, async (file) => {
      const opened = await openFile(file, place, keys);
      if (!isOld(opened)) return "current";
      await renew(file, place, opened);
      return "rewritten";
    });

  return {
    get: (collection, key) =>
      run({ collection, key }, async (file) => {
        const opened = await openFile(file, { collection, key }, keys);
        // What can be read is answered, even where it cannot be written; the next read or rotate() tries again.
        if (isOld(opened)) await renew(file, { collection, key }, opened).catch(() => {});
        return opened?.value;
      }),
    set: async (collection, key, value) => {
      const place = { collection, key };
      const text = seal(place, value, keys[0]); // as it is now, whatever the caller does to it while it waits
      await run(place, (file) => replacePrivately(file, text));
    },
    delete: (collection, key) => run({ collection, key }, removeFile),
    keys: async (collection) => {
      if (!isOpen) throw new Error("the store is closed");
      const found = await placesIn(dir, collection);
      return found.map(placeOrThrow).sort();
    },
    rotate: async () => {
      if (!isOpen) throw new Error("the store is closed");
      const found = (await Promise.all(collections.map((each) => placesIn(dir, each)))).flat();
      const results = await inBatches(found, (each) =>
        each instanceof BriefingError ? Promise.resolve(each) : rotateOne(each).catch(faultOnly),
      );
      const faults = results.filter((each) => each instanceof BriefingError);
      const rewritten = results.filter((each) => each === "rewritten").length;
      return { documents: results.length, rewritten, faults };
    },
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      await queues.idle();
      await release();
    },
  };
}

/** Hashed, so that a key may hold anything and no name is too long or leaves the folder. */
function fileOf(dir: string, { collection, key }: Place): string {
  return join(dir, collection, `${createHash("sha256").update(key).digest("hex")}.json`);
}

async function openFile(file: string, place: Place, keys: Keyring): Promise<Opened | undefined> {
  const text = await readIfThere(file);
  if (text === undefined) return undefined;
  const opened = open(text, place, keys);
  if ("fault" in opened) throw faultOf(file, opened, place.collection);
  return opened;
}

/** The places of a collection's files; a fault for a file that does not tell its own. */
async function placesIn(dir: string, collection: Collection): Promise<readonly (Place | BriefingError)[]> {
  const folder = join(dir, collection);
  const names = await guarded(folder, () => readdir(folder));
  const files = names.filter((name) => /^[0-9a-f]{64}\.json$/.test(name)).map((name) => join(folder, name));
  const places = await inBatches(files, async (file) => {
    const text = await guarded(file, () => readIfThere(file));
    if (text === undefined) return undefined; // deleted in between
    const place = placeIn(text);
    if ("fault" in place) return faultOf(file, place, collection);
    const isHome = place.collection === collection && fileOf(dir, place) === file;
    return isHome ? place : faultOf(file, { fault: "damaged" }, collection);
  });
  return places.filter((each) => each !== undefined);
}

function placeOrThrow(each: Place | BriefingError): string {
  if (each instanceof BriefingError) throw each;
  return each.key;
}

function faultOnly(error: unknown): BriefingError {
  if (error instanceof BriefingError) return error;
  throw error;
}

async function checkKeys(dir: string, keys: Keyring): Promise<void> {
  const file = join(dir, "key-check.json");
  await guarded(file, async () => {
    const opened = await openFile(file, KEY_CHECK, keys);
    if (opened?.kid !== keys[0].id) await replacePrivately(file, seal(KEY_CHECK, "", keys[0]));
  });
}

function faultOf(file: string, found: EnvelopeFault, collection: string): BriefingError {
  const lost = LOST[collection as Collection] ?? "it is then written anew";
  switch (found.fault) {
    case "no_key": {
      const message = `${file} was encrypted with a key that is not at hand (key id ${found.kid}).`;
      const hint = `Add that key to ENCRYPTION_KEY, after the current one and a comma, or bring back ${OWN_KEY_FILE} in STATE_DIR. If the key is lost, so are the documents: move them away and install the app again.`;
      return new BriefingError("bad_config", message, hint);
    }
    case "newer": {
      const message = `${file} was written by a later version of smallcaps.`;
      return new BriefingError("bad_config", message, "Start that version, or a later one.");
    }
    case "damaged": {
      const message = `${file} was damaged or changed, or is not in its place.`;
      return new BriefingError("bad_config", message, `Restore it from a backup, or delete it: ${lost}.`);
    }
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

async function dropDrafts(folder: string): Promise<void> {
  const drafts = (await readdir(folder)).filter(isDraft);
  await Promise.all(drafts.map((name) => rm(join(folder, name), { force: true })));
}

/** Bounded, since every file that is read is an open one. */
async function inBatches<T, R>(items: readonly T[], task: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += FILES_AT_ONCE) {
    results.push(...(await Promise.all(items.slice(start, start + FILES_AT_ONCE).map(task))));
  }
  return results;
}
