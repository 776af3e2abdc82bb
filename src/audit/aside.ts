import { randomBytes } from "node:crypto";
import { open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type AuditKeys, mac, type Prepared, sameMac } from "./chain.ts";

/** A record that waits for the database. */
export interface Waiting {
  readonly prepared: Prepared;
  /** The last row known when it was made: if it was appended after all, it stands behind that one. */
  readonly after: number;
}

/** Records that the database could not take, in the order in which they were made: in memory and, for a crash, in a file. */
export interface Aside {
  /** Never rejects: on a full disk the record is kept in memory alone. */
  add(waiting: Waiting): Promise<void>;
  first(limit: number): readonly Waiting[];
  drop(waiting: ReadonlySet<Waiting>): Promise<void>;
  count(): number;
}

const NAME = /^audit-aside-(\d+)-[0-9a-f]{8}\.jsonl$/;
const lineSchema = z.object({
  mac: z.string(),
  waiting: z.string(),
});
const waitingSchema = z.object({
  after: z.int(),
  prepared: z.object({
    id: z.string(),
    kid: z.string(),
    record: z.string(),
    payloads: z.array(z.object({ hash: z.string(), body: z.string() })),
  }),
});

/**
 * One file a process, `audit-aside-<pid>-<random>.jsonl` in `dir`, only ever added to and removed once all of it is in
 * the database. Files that ended processes left behind are taken over; what in them is not ours is put beside as
 * `*.refused`. `say` is told of that, and of a disk that fails.
 */
export async function openAside(
  dir: string,
  keys: AuditKeys,
  say: (message: string) => void,
): Promise<Aside> {
  const own = join(dir, `audit-aside-${process.pid}-${randomBytes(4).toString("hex")}.jsonl`);
  const { waiting, files } = await leftBehind(dir, own, keys, say);
  let unsaved: Waiting[] = [];
  let torn = "";
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const next = last.then(task);
    last = next.catch(() => {});
    return next;
  };
  const save = async () => {
    const saving = unsaved;
    if (saving.length === 0) return;
    try {
      files.add(own);
      await append(own, torn + saving.map((each) => lineOf(keys, each)).join(""));
      torn = "";
      unsaved = unsaved.filter((each) => !saving.includes(each));
    } catch (error) {
      torn = "\n"; // half a line may stand there
      say(
        `audit records wait for the database in memory alone, ${own} cannot be written: ${reasonOf(error)}`,
      );
    }
  };
  return {
    add: (each) => {
      waiting.push(each);
      unsaved.push(each);
      return inTurn(save);
    },
    first: (limit) => waiting.slice(0, limit),
    drop: (done) =>
      inTurn(async () => {
        const kept = waiting.filter((each) => !done.has(each));
        waiting.splice(0, waiting.length, ...kept);
        unsaved = unsaved.filter((each) => !done.has(each));
        if (kept.length > 0) return;
        for (const file of files) {
          await rm(file, { force: true }).catch((error: unknown) => say(`${file}: ${reasonOf(error)}`));
        }
        files.clear();
      }),
    count: () => waiting.length,
  };
}

function lineOf([key]: AuditKeys, each: Waiting): string {
  const waiting = JSON.stringify(each);
  return `${JSON.stringify({ mac: `${key.id}:${mac(key, "aside", waiting)}`, waiting })}\n`;
}

async function append(file: string, text: string): Promise<void> {
  const handle = await open(file, "a", 0o600);
  try {
    await handle.appendFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function leftBehind(dir: string, own: string, keys: AuditKeys, say: (message: string) => void) {
  const files = new Set<string>();
  const waiting: Waiting[] = [];
  const names = await readdir(dir).catch(() => []);
  for (const name of names.filter(isLeftBehind).sort()) {
    const file = `${own.slice(0, -".jsonl".length)}-${files.size}.taken.jsonl`;
    const isMine = await rename(join(dir, name), file).then(
      () => true,
      () => false, // another process was first
    );
    if (!isMine) continue;
    files.add(file);
    const found = await readLines(file, keys);
    waiting.push(...found.waiting);
    if (found.refused.length === 0) continue;
    await append(join(dir, `${name}.refused`), found.refused.join(""));
    say(`${found.refused.length} lines of ${name} are torn or not ours, and were put into ${name}.refused`);
  }
  return { waiting, files };
}

/** A taken file whose taker died is left behind again: it bears the taker's name. */
function isLeftBehind(name: string): boolean {
  const pid = Number((NAME.exec(name) ?? TAKEN.exec(name))?.[1] ?? Number.NaN);
  if (Number.isNaN(pid)) return false;
  if (pid === process.pid) return true; // of an earlier process with this number, as in a container
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "EPERM");
  }
}

const TAKEN = /^audit-aside-(\d+)-[0-9a-f]{8}-\d+\.taken\.jsonl$/;

async function readLines(file: string, keys: AuditKeys) {
  const waiting: Waiting[] = [];
  const refused: string[] = [];
  for (const line of (await readFile(file, "utf8")).split(/(?<=\n)/)) {
    if (line.trim() === "") continue;
    const each = readLine(line, keys);
    if (each === null) refused.push(line);
    else waiting.push(each);
  }
  return { waiting, refused };
}

function readLine(line: string, keys: AuditKeys): Waiting | null {
  try {
    const { mac: given, waiting } = lineSchema.parse(JSON.parse(line));
    const [kid, hash = ""] = given.split(":");
    const key = keys.find(({ id }) => id === kid);
    if (key === undefined || !sameMac(mac(key, "aside", waiting), hash)) return null;
    return waitingSchema.parse(JSON.parse(waiting));
  } catch {
    return null;
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
