import type { Logger } from "pino";
import type { Config } from "../config.ts";
import type { Keyring } from "../storage/keys.ts";
import type { OpenStorage } from "../storage/postgres/open.ts";
import { err } from "./program.ts";

/** Loads PostgreSQL only where it is used: `ask` does without. */
async function load() {
  const [{ loadKeys }, { openStorage }] = await Promise.all([
    import("../storage/keys.ts"),
    import("../storage/postgres/open.ts"),
  ]);
  return { loadKeys, openStorage };
}

/** The bot's storage: the embedded database or DATABASE_URL's, up to date, with the documents of earlier versions. */
export async function openStorage(
  config: Config,
  log: Logger,
): Promise<OpenStorage & { readonly keys: Keyring }> {
  const { loadKeys, openStorage: open } = await load();
  const keys = await loadKeys(config.ENCRYPTION_KEY, config.STATE_DIR);
  const storage = await open({
    url: config.DATABASE_URL,
    stateDir: config.STATE_DIR,
    as: "bot",
    keys,
    say: (message) => err(`${message}\n`),
    onError: (error) => log.warn({ reason: error.message }, "a connection to the database broke"),
  });
  const { imported } = storage;
  if (imported)
    log.info(
      { documents: imported.documents, kept: imported.kept },
      "the files of before are in the database now",
    );
  const { faults } = await storage.store.rotate();
  for (const { message } of [...(imported?.faults ?? []), ...faults])
    log.error({ reason: message }, "a stored document cannot be read");
  return { ...storage, keys };
}

/** For a command, beside a running bot or without one. */
export async function withStorage<T>(
  config: Config,
  task: (storage: OpenStorage, keys: Keyring) => Promise<T>,
): Promise<T> {
  const { loadKeys, openStorage: open } = await load();
  const keys = await loadKeys(config.ENCRYPTION_KEY, config.STATE_DIR);
  const storage = await open({
    url: config.DATABASE_URL,
    stateDir: config.STATE_DIR,
    as: "guest",
    keys,
    say: (message) => err(`${message}\n`),
  });
  return task(storage, keys).finally(() => storage.close());
}
