import { randomBytes, randomUUID } from "node:crypto";
import { access, chmod, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { BriefingError } from "../../briefing/errors.ts";
import { guarded } from "../guarded.ts";
import { codeOf, createPrivately } from "../private-file.ts";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { failure } from "./failure.ts";
import type { Login } from "./postmaster.ts";

const PASSWORD_FILE = "postgres.password";
const USER = "smallcaps";
const DRAFT = "new-";

/** C.UTF-8 sorts alike after an update of the system's libraries. */
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

/** Where a STATE_DIR's database lies and how one gets in. */
export interface Place {
  readonly data: string;
  readonly login: Omit<Login, "port">;
}

/** @throws BriefingError bad_config where the password was lost */
export async function placeIn(stateDir: string): Promise<Place> {
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

/** @throws BriefingError bad_config for a folder that is none of a database, or of another PostgreSQL */
export async function isPrepared(data: string, { major }: Binaries): Promise<boolean> {
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
export async function prepare(
  stateDir: string,
  data: string,
  { initdb }: Binaries,
  account: Account,
): Promise<void> {
  const file = join(stateDir, PASSWORD_FILE);
  await createPrivately(file, `${randomBytes(32).toString("base64url")}\n`);
  await chmod(file, 0o600);
  await dropDrafts(stateDir);
  const draft = `${data}.${DRAFT}${randomUUID()}`; // its own: the initdb of one that was killed may still be writing
  const pwfile = `${draft}.password`; // of the account's own
  try {
    await mkdir(draft, { mode: 0o700 });
    await writeFile(pwfile, await readFile(file), { mode: 0o600, flag: "wx" });
    for (const path of [draft, pwfile]) await account.own(path);
    await account.run(initdb, [...INITDB, `--pgdata=${draft}`, `--pwfile=${pwfile}`]).catch((error) => {
      throw failure("prepared", "", error);
    });
    await rename(draft, data);
  } finally {
    await dropDrafts(stateDir);
  }
}

/** What cannot be removed yet is at the next time. */
async function dropDrafts(stateDir: string): Promise<void> {
  const names = await readdir(stateDir);
  const drafts = names.filter((name) => name.startsWith(`postgres.${DRAFT}`));
  await Promise.allSettled(drafts.map((name) => rm(join(stateDir, name), { recursive: true, force: true })));
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === "ENOENT") return false;
      throw error;
    },
  );
