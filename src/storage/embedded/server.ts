import { mkdir, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { BriefingError } from "../../briefing/errors.ts";
import { guarded } from "../guarded.ts";
import { type Account, accountFor } from "./account.ts";
import { type Binaries, findBinaries } from "./binaries.ts";
import { failure } from "./failure.ts";
import { isPrepared, type Place, placeIn, prepare } from "./folder.ts";
import { dropStale, type Login, postmasterIn, probe } from "./postmaster.ts";

/** PostgreSQL from the packages, with its data in `<STATE_DIR>/postgres`, on 127.0.0.1 at a free port. */
export interface EmbeddedServer {
  readonly login: Login;
  /** Starts it again at the same port where it has ended; waits while it recovers. */
  ensure(): Promise<void>;
  /** Ends it in order, whoever started it. */
  stop(): Promise<void>;
}

const READY_MS = 120_000;
const LOG_BYTES = 1_000_000;

/** Small when idle, durable always. */
const SETTINGS: Readonly<Record<string, string | number>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: 60,
  shared_buffers: "32MB",
  max_wal_size: "128MB",
  min_wal_size: "16MB",
  wal_level: "minimal",
  max_wal_senders: 0,
  max_logical_replication_workers: 0,
  max_parallel_workers: 0,
  io_method: "sync",
  jit: "off",
  log_checkpoints: "off",
};

/**
 * Starts the server of a STATE_DIR, or adopts the one that lived on when its bot was killed. The caller sees to it
 * that nobody else does the same.
 * @param say told what takes long
 * @throws BriefingError bad_config
 */
export async function startEmbedded(
  stateDir: string,
  say: (message: string) => void,
): Promise<EmbeddedServer> {
  await guarded(stateDir, () => mkdir(stateDir, { recursive: true, mode: 0o700 }));
  const data = join(stateDir, "postgres");
  const binaries = await findBinaries();
  const account = await accountFor(data, [data, binaries.pgCtl]);
  const isNew = !(await isPrepared(data, binaries));
  if (isNew) {
    say("preparing the database…");
    await guarded(data, () => prepare(stateDir, data, binaries, account));
  }
  const place = await placeIn(stateDir);
  const start = (port: number | null) => guarded(data, () => bringUp(place, binaries, account, port, say));
  const login = { ...place.login, port: await start(null) };
  const synced = isNew
    ? account.run(binaries.initdb, ["--sync-only", `--pgdata=${data}`])
    : Promise.resolve("");
  synced.catch(() => {}); // said by stop()
  let starting: Promise<unknown> | null = null;
  return {
    login,
    ensure: async () => {
      starting ??= start(login.port).finally(() => {
        starting = null;
      });
      await starting;
    },
    stop: async () => {
      await starting?.catch(() => {});
      if ((await postmasterIn(data)) === null) return;
      await account.run(binaries.pgCtl, ["stop", "-D", data, "-m", "fast", "-w"]);
      await synced;
    },
  };
}

/** The server that another smallcaps on this machine runs. It is not ours to stop. */
export async function joinEmbedded(stateDir: string): Promise<Login> {
  const place = await placeIn(stateDir);
  const until = Date.now() + READY_MS;
  while (Date.now() < until) {
    const found = await postmasterIn(place.data);
    if (found !== null) {
      const login = { ...place.login, port: found.port };
      if ((await probe(place.data, login, found)) === "ours") return login;
    }
    await sleep(50);
  }
  const message = `The database in ${place.data} does not answer.`;
  throw new BriefingError(
    "bad_config",
    message,
    "Look into server.log there, or stop smallcaps and try again.",
  );
}

/** @returns the port */
async function bringUp(
  place: Place,
  binaries: Binaries,
  account: Account,
  wanted: number | null,
  say: (message: string) => void,
): Promise<number> {
  const { data } = place;
  const until = Date.now() + READY_MS;
  for (let told = false; Date.now() < until; await sleep(50)) {
    const found = await postmasterIn(data);
    const state = found && (await probe(data, { ...place.login, port: found.port }, found));
    if (found && state === "ours") return found.port;
    if (state === "busy") {
      if (!told) say("waiting for the database to come up…");
      told = true;
      continue;
    }
    if (found) await dropStale(data, found);
    await launch(data, binaries, account, wanted ?? (await freePort()), wanted === null);
  }
  throw failure("started", "it does not answer");
}

async function launch(
  data: string,
  { pgCtl }: Binaries,
  account: Account,
  port: number,
  mayMove: boolean,
): Promise<void> {
  const log = join(data, "server.log");
  const size = (await stat(log).catch(() => null))?.size ?? 0;
  if (size > LOG_BYTES) await rm(log, { force: true });
  const settings = Object.entries({ ...SETTINGS, port }).map(([name, value]) => `-c ${name}=${value}`);
  const args = ["start", "-D", data, "-l", log, "-w", "-o", settings.join(" ")];
  await account.run(pgCtl, args).catch(async (error: unknown) => {
    if (error instanceof BriefingError) throw error;
    const text = await readFile(log).catch(() => Buffer.alloc(0));
    const said = text.subarray(size > LOG_BYTES ? 0 : size).toString();
    const isPassing = /lock file .* already exists|starting up/.test(said);
    if (isPassing || (mayMove && /could not bind/.test(said))) return; // asked anew
    throw failure("started", said, error);
  });
}

function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = createServer().once("error", reject);
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
  });
  return promise;
}
