import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { InUse, lockFolder } from "../../src/storage/lock.ts";
import { faultOf, tempDir } from "./store-world.ts";

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

async function holder(dir: string): Promise<ChildProcess> {
  const script = fileURLToPath(new URL("./lock-holder.ts", import.meta.url));
  const child = spawn(process.execPath, [script, dir], { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  await once(child.stdout!, "data");
  return child;
}

describe("one process at a time", () => {
  test("a second one says who has it and stops; once that one is killed, it takes over", async () => {
    const dir = await tempDir();
    const child = await holder(dir);
    const fault = await faultOf(lockFolder(dir));
    expect(fault).toBeInstanceOf(InUse);
    expect(fault.code).toBe("bad_config");
    expect(fault.message).toBe(`The folder ${dir} is in use by another smallcaps (process ${child.pid}).`);
    expect(fault.hint).toContain("STATE_DIR");
    child.kill("SIGKILL");
    await once(child, "exit");
    await (await lockFolder(dir)).release();
  });

  test("the same process cannot have it twice, but can again after releasing", async () => {
    const dir = await tempDir();
    const lock = await lockFolder(dir);
    expect((await faultOf(lockFolder(dir))).message).toContain(`process ${process.pid}`);
    await lock.release();
    expect(await readdir(dir)).not.toContain("lock");
    await (await lockFolder(dir)).release();
  });

  test("of many that find a stale lock, one gets it", async () => {
    for (let round = 0; round < 25; round += 1) {
      const dir = await tempDir();
      await writeFile(join(dir, "lock"), lockText({ pid: 2 ** 22 + 1 }));
      const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(dir)));
      expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await readdir(dir)).toEqual(["lock"]);
    }
  });
});

function lockText(changes: object): string {
  return JSON.stringify({
    pid: process.ppid,
    host: hostname(),
    started: null,
    nonce: "of an earlier start",
    ...changes,
  });
}

describe("whose lock is stale", () => {
  async function opens(text: string, ageMs = 0): Promise<boolean> {
    const dir = await tempDir();
    const file = join(dir, "lock");
    await writeFile(file, text);
    const then = new Date(Date.now() - ageMs);
    await utimes(file, then, then);
    try {
      const lock = await lockFolder(dir);
      expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({ pid: process.pid });
      await lock.release();
      return true;
    } catch {
      return false;
    }
  }

  test("that of a dead process", async () => {
    expect(await opens(lockText({ pid: 2 ** 22 + 1 }))).toBe(true);
  });

  test("that of an earlier process with this one's id, as in a container", async () => {
    expect(await opens(lockText({ pid: process.pid }))).toBe(true);
  });

  test.runIf(process.platform === "linux")("that of a process whose id another one has now", async () => {
    const stat = await readFile(`/proc/${process.ppid}/stat`, "utf8");
    const started = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    expect(await opens(lockText({ started }))).toBe(false);
    expect(await opens(lockText({ started: "1" }))).toBe(true);
  });

  test("that of another machine or container, after a minute of silence", async () => {
    expect(await opens(lockText({ host: "elsewhere", pid: 1 }))).toBe(false);
    expect(await opens(lockText({ host: "elsewhere", pid: 1 }), 90_000)).toBe(true);
  });

  test("one that was never written to the end, after a minute", async () => {
    expect(await opens("")).toBe(false);
    expect(await opens('{"pid":', 90_000)).toBe(true);
  });

  test("a claim to one, left by a crash, gives way", async () => {
    const dir = await tempDir();
    await writeFile(join(dir, "lock"), lockText({ pid: 2 ** 22 + 1 }));
    const claim = join(dir, "lock.claim");
    await writeFile(claim, "");
    const then = new Date(Date.now() - 6_000);
    await utimes(claim, then, then);
    await lockFolder(dir);
    expect(await readdir(dir)).toEqual(["lock"]);
  });

  test("releasing leaves the lock of whoever took over", async () => {
    const dir = await tempDir();
    const lock = await lockFolder(dir);
    await writeFile(join(dir, "lock"), lockText({}));
    await lock.release();
    expect(await readdir(dir)).toEqual(["lock"]);
  });
});
