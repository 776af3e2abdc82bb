import { readFile, readlink, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { codeOf } from "../private-file.ts";

export interface Login {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly ssl: false;
}

/** `ours` answers from this very folder; `busy` starts, recovers or stops; `absent`: none, or another's server. */
export type Found = "ours" | "busy" | "absent";

const PROBE_MS = 2_000;
/** cannot_connect_now */
const BUSY = "57P03";

interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** What the running server, or one that crashed, wrote into its folder. */
export async function postmasterIn(data: string): Promise<Postmaster | null> {
  const text = await readFile(join(data, "postmaster.pid"), "utf8").catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return "";
    throw error;
  });
  const lines = text.split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 ? { pid, port } : null;
}

/** Looks who listens. Only the server of this folder knows the password; a copied folder tells by its path. */
export async function probe(data: string, login: Login, { pid }: Postmaster): Promise<Found> {
  const client = new pg.Client({ ...login, connectionTimeoutMillis: PROBE_MS });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>("show data_directory");
    const isHere = (await worksIn(data, pid)) ?? (await isSame(data, rows[0]?.data_directory ?? ""));
    return isHere ? "ours" : "absent";
  } catch (error) {
    return codeOf(error) === BUSY || (await isServerOf(data, pid)) ? "busy" : "absent";
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * PostgreSQL takes any process under the old number for itself and will not start; in containers numbers are few.
 * A copied folder names the server of the original.
 */
export async function dropStale(data: string, { pid }: Postmaster): Promise<void> {
  if (process.platform !== "linux" || (await isServerOf(data, pid))) return;
  await rm(join(data, "postmaster.pid"), { force: true });
}

/** False only where that is certain. */
async function isServerOf(data: string, pid: number): Promise<boolean> {
  return (await isPostgres(pid)) && (await worksIn(data, pid)) !== false;
}

/** A server works in its folder, also after the folder was moved; null where one cannot see it. */
async function worksIn(data: string, pid: number): Promise<boolean | null> {
  const there = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  return there === null ? null : there === (await realpath(data));
}

async function isSame(here: string, there: string): Promise<boolean> {
  return (await realpath(here)) === (await realpath(there));
}

async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform === "linux") {
    const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    return /^\d+ \(postgres\) [^ZX]/.test(text); // not one that ended and that nobody has buried
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
