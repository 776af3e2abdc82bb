import { readFile, realpath, rm } from "node:fs/promises";
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
    const [here, there] = await Promise.all([realpath(data), realpath(rows[0]?.data_directory ?? "")]);
    return here === there ? "ours" : "absent";
  } catch (error) {
    if (codeOf(error) === BUSY) return "busy";
    return (await isPostgres(pid)) ? "busy" : "absent";
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * PostgreSQL takes any process under its old number for itself and will not start; in containers numbers are few.
 */
export async function dropStale(data: string, { pid }: Postmaster): Promise<void> {
  if (process.platform !== "linux" || (await isPostgres(pid))) return;
  await rm(join(data, "postmaster.pid"), { force: true });
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
