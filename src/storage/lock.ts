import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { BriefingError } from "../briefing/errors.ts";
import { codeOf, replacePrivately } from "./private-file.ts";

export interface Lock {
  release(): Promise<void>;
}

const lockSchema = z.object({
  pid: z.number().int().positive(),
  host: z.string(),
  /** When the process started, as the kernel counts: a pid is given out again, most of all in containers. */
  started: z.string().nullable(),
  nonce: z.string(),
});
type Holder = z.infer<typeof lockSchema>;

const BEAT_MS = 15_000;
/** Of a process that cannot be looked up, in another container or half through writing: gone when silent for this long. */
const SILENT_MS = 60_000;
const CLAIM_MS = 5_000;
const RETRY_MS = 50;
const ATTEMPTS = 200;

/** Locks of this very process, whose pid tells nothing. */
const heldHere = new Set<string>();

/**
 * Lets one process at a time have the folder. The lock of a process that died is taken over.
 * @throws BriefingError bad_config while another one has it
 */
export async function lockFolder(dir: string): Promise<Lock> {
  const file = join(dir, "lock");
  const nonce = randomUUID();
  const own: Holder = { pid: process.pid, host: hostname(), started: startOf(process.pid), nonce };
  heldHere.add(nonce);
  try {
    await acquire(file, dir, own);
  } catch (error) {
    heldHere.delete(nonce);
    throw error;
  }
  const beat = setInterval(() => void touch(file).catch(() => {}), BEAT_MS);
  beat.unref();
  return {
    release: async () => {
      clearInterval(beat);
      heldHere.delete(nonce);
      const holder = parseHolder(await readFile(file, "utf8").catch(() => ""));
      if (holder?.nonce === nonce) await rm(file, { force: true });
    },
  };
}

async function acquire(file: string, dir: string, own: Holder): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await created(file, own)) return;
    const found = await readFile(file, "utf8").catch(() => null);
    if (found === null) continue; // released in between
    const holder = parseHolder(found);
    if (await isLive(file, holder)) throw inUse(dir, holder);
    if (await takeOver(file, found, own)) return;
    await sleep(RETRY_MS);
  }
  throw inUse(dir, null);
}

async function created(file: string, own: Holder): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(own), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Only the holder of the claim replaces a stale lock, so that of many that found it, one gets it. */
async function takeOver(file: string, stale: string, own: Holder): Promise<boolean> {
  const claim = `${file}.claim`;
  if (!(await created(claim, own))) {
    if (await isOlderThan(claim, CLAIM_MS)) await rm(claim, { force: true }); // of one that crashed right here
    return false;
  }
  try {
    if ((await readFile(file, "utf8").catch(() => null)) !== stale) return false;
    await replacePrivately(file, JSON.stringify(own));
    return true;
  } finally {
    await rm(claim, { force: true });
  }
}

async function isLive(file: string, holder: Holder | null): Promise<boolean> {
  if (holder === null || holder.host !== hostname()) return !(await isOlderThan(file, SILENT_MS));
  if (holder.pid === process.pid) return heldHere.has(holder.nonce);
  return isRunning(holder.pid) && holder.started === startOf(holder.pid);
}

/** True for one that is gone as well. */
async function isOlderThan(file: string, ms: number): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found === null || Date.now() - found.mtimeMs >= ms;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM"; // someone else's process
  }
}

/** Field 22 of Linux's /proc/<pid>/stat; null elsewhere. Field 2, the name, may hold blanks and brackets. */
function startOf(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fromThird = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return fromThird[19] ?? null;
  } catch {
    return null;
  }
}

function parseHolder(text: string): Holder | null {
  try {
    return lockSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function touch(file: string): Promise<void> {
  const now = new Date();
  await utimes(file, now, now);
}

/** Another one has the folder: it can be asked instead. */
export class InUse extends BriefingError {}

function inUse(dir: string, holder: Holder | null): InUse {
  const elsewhere = holder !== null && holder.host !== hostname() ? ` on ${holder.host}` : "";
  const who = holder === null ? "" : ` (process ${holder.pid}${elsewhere})`;
  return new InUse(
    "bad_config",
    `The folder ${dir} is in use by another smallcaps${who}.`,
    `Stop that one, or give this one a STATE_DIR of its own.${elsewhere ? " One that crashed is taken over after a minute." : ""}`,
  );
}
