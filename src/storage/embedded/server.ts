import { randomBytes } from "node:crypto";
import { access, chmod, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { BriefingError } from "../../briefing/errors.ts";
import { guarded } from "../guarded.ts";
import { codeOf, createPrivately } from "../private-file.ts";
import { type Account, accountFor } from "./account.ts";
import { type Binaries, findBinaries } from "./binaries.ts";
import { dropStale, type Login, postmasterIn, probe } from "./postmaster.ts";

/** PostgreSQL from the packages, with its data in `<STATE_DIR>/postgres`, on 127.0.0.1 at a free port. */
export interface EmbeddedServer {
  readonly login: Login;
  /** Starts it again at the same port where it has ended; waits while it recovers. */
  ensure(): Promise<void>;
  /** Ends it in order, whoever started it. */
  stop(): Promise<void>;
}

const PASSWORD_FILE = "postgres.password";
const USER = "smallcaps";
const READY_MS = 120_000;
const LOG_BYTES = 1_000_000;

/** Small when idle, durable always. C.UTF-8 sorts alike after an update of the system's libraries. */
const INITDB = [
  `--username=${USER}`,
  "--auth=scram-sha-256",
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--wal-segsize=4",
  "--no-sync", // afterwards, beside the first start
];
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

interface Place {
  readonly data: string;
  readonly login: Omit<Login, "port">;
}

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

async function placeIn(stateDir: string): Promise<Place> {
  const file = join(stateDir, PASSWORD_FILE);
  const password = await guarded(file, () => readFile(file, "utf8")).catch((error: unknown) => {
    if (codeOf(error) !== "ENOENT") throw error;
    const hint = `Bring ${file} back, or move ${join(stateDir, "postgres")} away and restore a backup.`;
    throw new BriefingError("bad_config", `The database's password file ${file} is missing.`, hint);
  });
  const login = {
    host: "127.0.0.1",
    user: USER,
    password: password.trim(),
    database: "postgres",
    ssl: false,
  } as const;
  return { data: join(stateDir, "postgres"), login };
}

async function isPrepared(data: string, { major }: Binaries): Promise<boolean> {
  const file = join(data, "PG_VERSION");
  const found = await guarded(data, async () =>
    (await isThere(data)) ? await readFile(file, "utf8") : null,
  ).catch((error: unknown) => {
    if (codeOf(error) !== "ENOENT") throw error;
    const hint = "Move it away, and restore a backup if you have one.";
    throw new BriefingError("bad_config", `${data} is not a database folder, or is damaged.`, hint);
  });
  if (found === null) return false;
  if (found.trim() === major) return true;
  const message = `${data} was made by PostgreSQL ${found.trim()}; this smallcaps brings ${major}.`;
  const hint = "Back up with the smallcaps that made it, move the folder away, and restore with this one.";
  throw new BriefingError("bad_config", message, hint);
}

/** In a folder of another name, so that a crash halfway leaves nothing that looks like a database. */
async function prepare(
  stateDir: string,
  data: string,
  { initdb }: Binaries,
  account: Account,
): Promise<void> {
  const file = join(stateDir, PASSWORD_FILE);
  await createPrivately(file, `${randomBytes(32).toString("base64url")}\n`);
  await chmod(file, 0o600);
  const draft = `${data}.new`;
  const pwfile = `${draft}.password`; // of the account's own
  for (const left of [draft, pwfile]) await rm(left, { recursive: true, force: true });
  try {
    await mkdir(draft, { mode: 0o700 });
    await writeFile(pwfile, await readFile(file), { mode: 0o600, flag: "wx" });
    for (const path of [draft, pwfile]) await account.own(path);
    await account
      .run(initdb, [...INITDB, `--pgdata=${draft}`, `--pwfile=${pwfile}`])
      .catch(failed("prepared"));
    await rename(draft, data);
  } finally {
    for (const left of [draft, pwfile]) await rm(left, { recursive: true, force: true });
  }
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
  throw failure("started", await logged(data));
}

async function launch(
  data: string,
  { pgCtl }: Binaries,
  account: Account,
  port: number,
  mayMove: boolean,
): Promise<void> {
  const log = join(data, "server.log");
  if ((await stat(log).catch(() => null))?.size ?? 0 > LOG_BYTES) await rm(log, { force: true });
  const settings = Object.entries({ ...SETTINGS, port }).map(([name, value]) => `-c ${name}=${value}`);
  const args = ["start", "-D", data, "-l", log, "-w", "-o", settings.join(" ")];
  await account.run(pgCtl, args).catch(async (error: unknown) => {
    if (error instanceof BriefingError) throw error;
    const said = await logged(data);
    const isPassing = /lock file .* already exists|starting up/.test(said);
    if (isPassing || (mayMove && /could not bind/.test(said))) return; // asked anew
    throw failure("started", said, error);
  });
}

async function logged(data: string): Promise<string> {
  const text = await readFile(join(data, "server.log"), "utf8").catch(() => "");
  return text.slice(-3_000);
}

const failed = (what: string) => (error: unknown) => {
  if (error instanceof BriefingError) throw error;
  const said = error instanceof Error && "stderr" in error ? String(error.stderr) : "";
  throw failure(what, said, error);
};

function failure(what: string, said: string, cause?: unknown): BriefingError {
  const reasons = said.split("\n").filter((line) => /\b(FATAL|PANIC|ERROR|error):/.test(line));
  const reason = reasons.at(-1)?.replace(/^.*?\b(FATAL|PANIC|ERROR|error):\s*/, "") ?? "it says no more";
  const hint = /no space left|quota/i.test(said)
    ? "The disk is full: make room."
    : "Look into STATE_DIR/postgres/server.log, restore a backup into a new STATE_DIR, or set DATABASE_URL to a PostgreSQL of your own.";
  return new BriefingError("bad_config", `The embedded PostgreSQL could not be ${what}: ${reason}.`, hint, {
    cause,
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

const isThere = (path: string) =>
  access(path).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === "ENOENT") return false;
      throw error;
    },
  );
