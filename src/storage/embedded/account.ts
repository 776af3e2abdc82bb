import { type ExecFileOptions, execFile } from "node:child_process";
import { chown, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { promisify } from "node:util";
import { BriefingError } from "../../briefing/errors.ts";
import { codeOf } from "../private-file.ts";

const run = promisify(execFile);

/** Whom the database runs as. PostgreSQL refuses root; then an account without rights lends its number. */
export interface Account {
  /** Ends with the program; its standard output. Rejects with what execFile rejects with. */
  run(program: string, args: readonly string[]): Promise<string>;
  /** Hands a path over to the account. */
  own(path: string): Promise<void>;
}

interface Ids {
  readonly uid: number;
  readonly gid: number;
}

/** Longer than pg_ctl itself waits. */
const SILENCE_MS = 90_000;

/**
 * As root: the owner of `dir`, or of the folder around it, where that is not root; else the account `postgres`, or else `nobody`. No account is
 * made, and no folder of others opened: where the account cannot reach `paths`, `setpriv` lets it pass.
 */
export async function accountFor(dir: string, paths: readonly string[]): Promise<Account> {
  if (process.getuid?.() !== 0)
    return { run: (program, args) => execute(program, args), own: async () => {} };
  const ids = await idsFor(dir);
  const own = (path: string) => chown(path, ids.uid, ids.gid);
  const open = await Promise.all(paths.map((path) => isReachable(path, ids)));
  if (open.every(Boolean)) return { own, run: (program, args) => execute(program, args, ids) };
  return { own, run: (program, args) => passing(program, args, ids, dir) };
}

async function idsFor(dir: string): Promise<Ids> {
  for (const path of [dir, dirname(dir)]) {
    const owner = await stat(path).catch(() => null);
    if (owner !== null && owner.uid !== 0) return owner;
  }
  for (const name of ["postgres", "nobody"]) {
    const found = await Promise.all(["-u", "-g"].map((flag) => run("id", [flag, name]))).catch(() => null);
    if (found === null) continue;
    const [uid = 0, gid = 0] = found.map(({ stdout }) => Number.parseInt(stdout, 10));
    if (uid > 0) return { uid, gid };
  }
  throw asRoot("no account `postgres` or `nobody` was found to run it as");
}

/** Whether every folder on the way may be passed by others, or by the account itself. */
async function isReachable(path: string, { uid, gid }: Ids): Promise<boolean> {
  for (let at = dirname(resolve(path)); ; at = dirname(at)) {
    const found = await stat(at);
    const bit = found.uid === uid ? 0o100 : found.gid === gid ? 0o010 : 0o001;
    if ((found.mode & bit) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** Keeps the one capability that passes closed folders on the way. */
async function passing(
  program: string,
  args: readonly string[],
  { uid, gid }: Ids,
  dir: string,
): Promise<string> {
  const keeping = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
  const as = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", ...keeping];
  try {
    return await execute("setpriv", [...as, program, ...args]);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    throw asRoot(`the account that it runs as (${uid}) cannot reach ${dir} or the packages`);
  }
}

async function execute(program: string, args: readonly string[], ids?: Ids): Promise<string> {
  const options: ExecFileOptions = { ...ids, timeout: SILENCE_MS, windowsHide: true };
  const { stdout } = await run(program, [...args], { ...options, encoding: "utf8" });
  return stdout;
}

function asRoot(why: string): BriefingError {
  return new BriefingError(
    "bad_config",
    `The embedded PostgreSQL does not run as root, and ${why}.`,
    "Run smallcaps as an ordinary user that owns STATE_DIR, or set DATABASE_URL to a PostgreSQL of your own.",
  );
}
