import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { sql } from "kysely";
import { afterEach, describe, expect, test } from "vitest";
import { linkLibraries } from "../../src/storage/embedded/binaries.ts";
import { startEmbedded } from "../../src/storage/embedded/server.ts";
import { parseKeys } from "../../src/storage/keys.ts";
import { openStorage } from "../../src/storage/postgres/open.ts";
import { removeDir } from "../support/remove-dir.ts";
import { type Child, startChild } from "./database-world.ts";
import type { Order } from "./storage-process.ts";
import { afterwards, faultOf, lastingDir, newKeyText, tempDir, wordsOf } from "./store-world.ts";

const children: Child[] = [];
afterEach(() => {
  for (const { process } of children.splice(0)) process.kill("SIGKILL");
});

let template: Promise<string> | null = null;

/** With a database in it already, to save each test the making of one. Owners stay, whom PostgreSQL looks at. */
async function copied(from: string, dir: string): Promise<void> {
  for (const name of await readdir(from))
    if (name !== "lock") await promisify(execFile)("cp", ["-a", join(from, name), dir]);
}

async function makeTemplate(): Promise<string> {
  const dir = await lastingDir();
  await (await startEmbedded(dir, () => {})).stop();
  return dir;
}

/** A state folder whose server, whoever left it, ends with the test. */
async function stateFolder({ isEmpty = false } = {}) {
  const dir = await tempDir();
  template ??= makeTemplate();
  if (!isEmpty) await copied(await template, dir);
  afterwards(async () => {
    const pid = await postmaster(dir);
    if (pid !== null && isRunning(pid)) process.kill(pid, "SIGQUIT");
  });
  const key = newKeyText();
  const open = async (as: "bot" | "guest" = "bot") => {
    const said: string[] = [];
    const say = (message: string) => void said.push(message);
    const storage = await openStorage({ stateDir: dir, as, keys: parseKeys(key), say });
    afterwards(() => storage.close());
    return Object.assign(storage, { said });
  };
  const child = (more: Partial<Order> = {}) => {
    const started = startChild(JSON.stringify({ stateDir: dir, key, as: "bot", stay: true, ...more }));
    children.push(started);
    return started;
  };
  return { dir, key, open, child };
}

async function postmaster(dir: string): Promise<number | null> {
  const text = await readFile(join(dir, "postgres", "postmaster.pid"), "utf8").catch(() => null);
  return text === null ? null : Number(text.split("\n")[0]);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function killed({ process, ended }: Child): Promise<void> {
  process.kill("SIGKILL");
  await ended();
}

describe("starting and stopping", () => {
  test("is told the first time, keeps everything, and leaves no server behind", async () => {
    const { dir, open } = await stateFolder({ isEmpty: true });
    const first = await open();
    expect(first.said).toEqual(["preparing the database…"]);
    await first.store.set("threads", "a", "kept");
    const pid = await postmaster(dir);
    expect(pid).toBeGreaterThan(0);
    await first.close();
    await first.close();
    expect(await postmaster(dir)).toBeNull();
    const second = await open();
    expect(second.said).toEqual([]);
    expect(await second.store.get("threads", "a")).toBe("kept");
    expect(second.imported).toBeNull();
  });

  test("nobody else may look: the folder, the password, the network", async () => {
    const { dir, open } = await stateFolder();
    const { database } = await open();
    expect((await stat(join(dir, "postgres"))).mode & 0o777).toBe(0o700);
    expect((await stat(join(dir, "postgres.password"))).mode & 0o777).toBe(0o600);
    expect((await readdir(dir)).sort()).toEqual(["lock", "postgres", "postgres.password"]);
    const show = async (name: string) => (await database.pool.query(`show ${name}`)).rows[0][name];
    expect(await show("listen_addresses")).toBe("127.0.0.1");
    expect(await show("unix_socket_directories")).toBe("");
    expect(await show("fsync")).toBe("on");
    expect(await show("synchronous_commit")).toBe("on");
    const hba = await readFile(join(dir, "postgres", "pg_hba.conf"), "utf8");
    const ways = hba.split("\n").filter((line) => /^(local|host)/.test(line));
    for (const line of ways) expect(line).toMatch(/scram-sha-256$/);
  });

  test("a bot that was killed leaves the server; the next one adopts it", async () => {
    const { dir, open, child } = await stateFolder();
    const bot = child();
    const port = await bot.line();
    const pid = await postmaster(dir);
    await killed(bot);
    expect(isRunning(pid!)).toBe(true);
    const next = await open();
    expect(await postmaster(dir)).toBe(pid);
    expect(String(next.database.pool.options.port)).toBe(port);
    await next.close();
    expect(await postmaster(dir)).toBeNull();
  });

  test("a bot killed at any moment of its first start does not spoil the next", async () => {
    const { open, child } = await stateFolder({ isEmpty: true });
    for (const wait of [150, 400, 600, 800, 1_000]) {
      const bot = child();
      await new Promise((resolve) => setTimeout(resolve, wait));
      await killed(bot);
      expect(bot.process.signalCode).toBe("SIGKILL"); // it had not stopped by itself, with a fault
    }
    const storage = await open();
    await storage.store.set("threads", "a", 1);
    expect(await storage.store.get("threads", "a")).toBe(1);
  });

  test("what was written survives the power cut that a killed server stands for", async () => {
    const { dir, open } = await stateFolder();
    const storage = await open();
    for (let i = 0; i < 20; i += 1) await storage.store.set("threads", `${i}`, i);
    const startedAt = async () =>
      (await sql<{ at: string }>`select pg_postmaster_start_time() as at`.execute(storage.database.db))
        .rows[0]?.at;
    const before = await startedAt();
    process.kill((await postmaster(dir))!, "SIGQUIT"); // ends without writing anything down
    const isNew = async () => (await startedAt()) !== before;
    await expect.poll(() => isNew().catch(() => false), { timeout: 60_000 }).toBe(true);
    expect(await storage.store.get("threads", "19")).toBe(19);
    expect(await storage.store.keys("threads")).toHaveLength(20);
    await storage.store.set("threads", "after", 1);
    await storage.close();
    expect(await (await open()).store.get("threads", "after")).toBe(1);
  });

  test("another process under the number of a dead server is not taken for it", async () => {
    const { dir, open } = await stateFolder();
    const first = await open();
    await first.close();
    const now = Math.round(Date.now() / 1_000);
    const stale = `${process.pid}\n${join(dir, "postgres")}\n${now}\n1\n\n127.0.0.1\n  1 2\nready   \n`;
    await writeFile(join(dir, "postgres", "postmaster.pid"), stale);
    const next = await open();
    expect(await postmaster(dir)).not.toBe(process.pid);
    expect(await next.store.keys("threads")).toEqual([]);
  });

  test("a copied folder starts a server of its own, beside the original's", async () => {
    const { dir, key, open } = await stateFolder();
    const original = await open();
    await original.store.set("threads", "a", "original");
    const copy = await stateFolder({ isEmpty: true });
    await copied(dir, copy.dir);
    const storage = await openStorage({ stateDir: copy.dir, as: "bot", keys: parseKeys(key) });
    afterwards(() => storage.close());
    expect(storage.database.server.where).not.toBe(original.database.server.where);
    await storage.store.set("threads", "a", "copy");
    expect(await original.store.get("threads", "a")).toBe("original");
  });
});

test("a folder that was moved while its server lived on keeps that server", async () => {
  const { dir, key, child } = await stateFolder();
  const bot = child();
  await bot.line();
  await killed(bot);
  const pid = await postmaster(dir);
  const moved = await stateFolder({ isEmpty: true });
  await rename(dir, join(moved.dir, "moved"));
  const storage = await openStorage({ stateDir: join(moved.dir, "moved"), as: "bot", keys: parseKeys(key) });
  expect(await postmaster(join(moved.dir, "moved"))).toBe(pid);
  await storage.close();
});

describe("two on one folder", () => {
  test("a second bot says so and stops; the first goes on", async () => {
    const { dir, open, child } = await stateFolder();
    const first = await open();
    const second = child();
    const { code, words } = await second.ended();
    expect(code).toBe(2);
    expect(words).toContain(`The folder ${dir} is in use by another smallcaps (process ${process.pid}).`);
    expect(words).toContain("STATE_DIR");
    await first.store.set("threads", "a", 1);
    expect(await first.store.get("threads", "a")).toBe(1);
  });

  test("a command works beside the bot and leaves its server running", async () => {
    const { dir, open, child } = await stateFolder();
    const bot = child();
    await bot.line();
    const pid = await postmaster(dir);
    const guest = await open("guest");
    await guest.store.set("threads", "a", 1);
    await guest.close();
    expect(await postmaster(dir)).toBe(pid);
  });

  test("a command without a bot starts the server for itself, and stops it", async () => {
    const { dir, open } = await stateFolder();
    const guest = await open("guest");
    expect(await postmaster(dir)).not.toBeNull();
    await guest.close();
    expect(await postmaster(dir)).toBeNull();
  });
});

describe("a folder that cannot be used", () => {
  test("of another PostgreSQL", async () => {
    const { dir, open } = await stateFolder({ isEmpty: true });
    await mkdir(join(dir, "postgres"));
    await writeFile(join(dir, "postgres", "PG_VERSION"), "17\n");
    const fault = await faultOf(open());
    expect(fault).toMatchObject({ code: "bad_config", hint: expect.stringContaining("Back up with") });
    expect(fault.message).toContain("made by PostgreSQL 17; this smallcaps brings 18");
    expect(await readdir(dir)).not.toContain("lock");
  });

  test("of something else", async () => {
    const { dir, open } = await stateFolder({ isEmpty: true });
    await mkdir(join(dir, "postgres"));
    await writeFile(join(dir, "postgres", "holiday.jpg"), "");
    expect((await faultOf(open())).message).toContain("is not a database folder");
    expect(await readdir(join(dir, "postgres"))).toEqual(["holiday.jpg"]);
  });

  test("a file in its place", async () => {
    const dir = await tempDir();
    await writeFile(join(dir, "state"), "");
    const fault = await faultOf(
      openStorage({ stateDir: join(dir, "state"), as: "bot", keys: parseKeys(newKeyText()) }),
    );
    expect(fault.hint).toContain("move it away");
  });

  test("without its password", async () => {
    const { dir, open } = await stateFolder();
    await (await open()).close();
    await rm(join(dir, "postgres.password"));
    const fault = await faultOf(open());
    expect(fault.message).toBe(`The database's password file ${join(dir, "postgres.password")} is missing.`);
  });

  test("damaged: PostgreSQL's own reason is told", async () => {
    const { dir, open } = await stateFolder();
    await (await open()).close();
    await rm(join(dir, "postgres", "global", "pg_control"));
    const fault = await faultOf(open());
    expect(fault.message).toMatch(
      /^The embedded PostgreSQL could not be started: .*(pg_control|database system)/,
    );
    expect(wordsOf(fault)).not.toContain((await readFile(join(dir, "postgres.password"), "utf8")).trim());
  });
});

test("the libraries' links are made where no install script has made them", async () => {
  const root = await mkdtemp(join(tmpdir(), "smallcaps-links-"));
  afterwards(() => removeDir(root));
  await mkdir(join(root, "native", "lib"), { recursive: true });
  await writeFile(join(root, "native", "lib", "liba.so.1.2"), "library");
  const list = ["liba.so", "liba.so.1"].map((name) => ({
    source: "native/lib/liba.so.1.2",
    target: `native/lib/${name}`,
  }));
  await writeFile(join(root, "native", "pg-symlinks.json"), JSON.stringify(list));
  await symlink("liba.so.1.2", join(root, "native", "lib", "liba.so"));
  for (let i = 0; i < 2; i += 1) await linkLibraries(root, "a-package");
  expect(await readFile(join(root, "native", "lib", "liba.so.1"), "utf8")).toBe("library");
});

test("startEmbedded finds what startEmbedded left", async () => {
  const { dir } = await stateFolder();
  const first = await startEmbedded(dir, () => {});
  const second = await startEmbedded(dir, () => {});
  expect(second.login).toEqual(first.login);
  await second.stop();
  await first.ensure();
  expect(await postmaster(dir)).not.toBeNull();
  await first.stop();
  await first.stop();
});
