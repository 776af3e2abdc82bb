import { mkdir } from "node:fs/promises";
import { joinEmbedded, startEmbedded } from "../embedded/server.ts";
import { type Imported, importFileStore } from "../file-import.ts";
import { guarded } from "../guarded.ts";
import type { Keyring } from "../keys.ts";
import { InUse, type Lock, lockFolder } from "../lock.ts";
import type { Storage } from "../port.ts";
import { openAudit } from "./audit.ts";
import { openBriefings } from "./briefings.ts";
import { openCache } from "./cache.ts";
import { type ConnectOptions, connect, type Database } from "./connect.ts";
import { openDeliveries } from "./deliveries.ts";
import { type Documents, openDocuments } from "./documents.ts";
import { migrate } from "./migrations.ts";
import { openSubscriptions } from "./subscriptions.ts";

export interface OpenOptions {
  /** The user's own server; without it the embedded one. */
  readonly url?: string | undefined;
  readonly stateDir: string;
  /** `bot` has the embedded server to itself; `guest` works beside a bot that runs, or starts the server for itself. */
  readonly as: "bot" | "guest";
  /** Told what takes long. */
  readonly say?: (message: string) => void;
  /** Told of connections that broke while idle. */
  readonly onError?: (error: Error) => void;
}

export interface OpenStorage extends Storage {
  readonly store: Documents;
  /** For what keeps tables of its own beside ours (the queue). */
  readonly database: Database;
  /** Documents taken over from the files of earlier versions; null where there were none. */
  readonly imported: Imported | null;
  /** Waits for what is under way, and stops the server that it started. */
  close(): Promise<void>;
}

/**
 * The database, ready: server running, tables up to date, keys checked.
 * @throws BriefingError bad_config
 */
export async function openStorage(options: OpenOptions & { readonly keys: Keyring }): Promise<OpenStorage> {
  const { keys, stateDir } = options;
  const database = await openDatabase(options);
  try {
    await migrate(database.db);
    const store = await openDocuments(database.db, keys);
    const imported = options.as === "bot" ? await importFileStore(stateDir, database.db, keys) : null;
    return { ...portsOver(database), store, database, imported, close: closing(store, database) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function portsOver({ db }: Database): Omit<Storage, "store"> {
  return {
    subscriptions: openSubscriptions(db),
    deliveries: openDeliveries(db),
    briefings: openBriefings(db),
    audit: openAudit(db),
    cache: openCache(db),
  };
}

function closing(store: Documents, database: Database): () => Promise<void> {
  let closed: Promise<void> | null = null;
  return () => {
    closed ??= store.close().then(() => database.close());
    return closed;
  };
}

/** A connection without a look at the tables. Closing it stops the server that it started. */
export async function openDatabase({
  url,
  stateDir,
  as,
  say = () => {},
  onError,
}: OpenOptions): Promise<Database> {
  const heard = onError === undefined ? {} : { onError };
  if (url !== undefined) return connect({ ...heard, login: url, embedded: false });
  await guarded(stateDir, () => mkdir(stateDir, { recursive: true, mode: 0o700 }));
  const lock = await guarded(stateDir, () => lockFolder(stateDir)).catch((error: unknown) => {
    if (error instanceof InUse && as === "guest") return null;
    throw error;
  });
  if (lock === null) return connect({ ...heard, login: await joinEmbedded(stateDir), embedded: true });
  try {
    return await startOwn(stateDir, lock, say, heard);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function startOwn(
  stateDir: string,
  lock: Lock,
  say: (message: string) => void,
  heard: Pick<ConnectOptions, "onError">,
): Promise<Database> {
  const server = await startEmbedded(stateDir, say);
  const database = await connect({
    ...heard,
    login: server.login,
    embedded: true,
    revive: server.ensure,
  }).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  return {
    ...database,
    close: async () => {
      await database.close().then(server.stop).finally(lock.release);
    },
  };
}
