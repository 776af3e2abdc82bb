import { randomBytes } from "node:crypto";
import { access, mkdtemp, readFile, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { inject } from "vitest";
import type { TestProject } from "vitest/node";
import { type EmbeddedServer, startEmbedded } from "../../src/storage/embedded/server.ts";
import { removeDir } from "./remove-dir.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the one PostgreSQL of this run of the tests lives, once a test has asked for it. */
    readonly postgresDir: string;
  }
}

/** vitest's globalSetup: a folder for the server, which starts at its first use and ends with the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), "smallcaps-postgres-"));
  project.provide("postgresDir", dir);
  return async () => {
    if (await isThere(join(dir, "postgres"))) await (await startEmbedded(dir, () => {})).stop();
    await removeDir(dir);
  };
}

type Login = EmbeddedServer["login"];

/** The server of the run, as a user's own would be: its superuser's login. */
export async function sharedServer(): Promise<Login> {
  const dir = inject("postgresDir");
  const ready = join(dir, "ready.json");
  const isFirst = await writeFile(join(dir, "starting"), "", { flag: "wx" }).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    const { login } = await startEmbedded(dir, () => {});
    await writeFile(`${ready}.new`, JSON.stringify(login));
    await rename(`${ready}.new`, ready);
    return login;
  }
  while (!(await isThere(ready))) await sleep(20);
  return JSON.parse(await readFile(ready, "utf8")) as Login;
}

/** The address of a new, empty database on it. */
export async function newDatabase(): Promise<string> {
  const login = await sharedServer();
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asAdmin((client) => client.query(`create database ${name}`));
  return urlOf({ ...login, database: name });
}

export const urlOf = ({ host, port, user, password, database }: Omit<Login, "ssl">) =>
  `postgres://${user}:${password}@${host}:${port}/${database}`;

/** As superuser of the run's server, in the database of `url` where given. */
export async function asAdmin<T>(task: (client: pg.Client) => Promise<T>, url?: string): Promise<T> {
  const client = new pg.Client(url ?? { ...(await sharedServer()) });
  await client.connect();
  try {
    return await task(client);
  } finally {
    await client.end();
  }
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
