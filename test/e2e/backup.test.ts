import { spawn } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { freshFolder, runProgram } from "../support/cli.ts";
import { newDatabase } from "../support/postgres.ts";

const CHILD = fileURLToPath(new URL("../storage/storage-process.ts", import.meta.url));
const KEY = Buffer.from(Array.from({ length: 32 }, (_, i) => (i * 37 + 11) % 256)).toString("base64");
const env = (STATE_DIR: string, more: Readonly<Record<string, string>> = {}) => ({
  STATE_DIR,
  ENCRYPTION_KEY: KEY,
  ...more,
});

describe("admin backup and restore", () => {
  test("beside a bot that runs, from the embedded database into the user's own", async () => {
    const folder = freshFolder();
    const order = JSON.stringify({ stateDir: folder, key: KEY, as: "bot", append: 3, stay: true });
    const bot = spawn(process.execPath, [CHILD, order], { stdio: ["pipe", "pipe", "inherit"] });
    const lines = bot.stdout.setEncoding("utf8")[Symbol.asyncIterator]();
    await lines.next();
    bot.stdin.write("go\n");
    const file = join(freshFolder(), "nightly.gz");
    await expect
      .poll(async () => (await runProgram(["admin", "backup", file], env(folder))).stdout, {
        timeout: 60_000,
      })
      .toBe(`${file}: 4 rows.\n`); // three of the audit and the check of the keys
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(bot.exitCode).toBeNull();
    bot.kill("SIGKILL");

    const own = env(freshFolder(), { DATABASE_URL: await newDatabase() });
    const restored = await runProgram(["admin", "restore", file], own);
    expect(restored).toMatchObject({ code: 0, stdout: `4 rows restored from ${file}.\n` });
    const again = await runProgram(["admin", "restore", file], own);
    expect(again).toMatchObject({ code: 2, stdout: "" });
    expect(again.stderr).toContain("The database is not empty");
    // Without the bot, on the server that it left behind.
    const later = await runProgram(["admin", "backup", file], env(folder));
    expect(later).toMatchObject({ code: 0, stdout: `${file}: 4 rows.\n` });
    expect(later.stderr).toContain("Keep ENCRYPTION_KEY elsewhere");
    expect(readdirSync(join(folder, "postgres"))).not.toContain("postmaster.pid");
  });

  test("without a file, or with a wrong address: no stack, no password", async () => {
    expect(await runProgram(["admin", "backup"])).toMatchObject({
      code: 2,
      stderr: "usage: npm run --silent admin -- backup FILE\n",
    });
    const DATABASE_URL = "postgres://me:s3cret-pw@127.0.0.1:9/db";
    const down = await runProgram(["admin", "backup", "x"], env(freshFolder(), { DATABASE_URL }));
    expect(down.code).toBe(2);
    expect(down.stderr).toBe(
      "PostgreSQL at 127.0.0.1:9 does not answer: nothing listens there (ECONNREFUSED).\nStart it, or correct DATABASE_URL.\n",
    );
    const wrong = await runProgram(
      ["admin", "backup", "x"],
      env(freshFolder(), { DATABASE_URL: "mysql://me:s3cret-pw@db/db" }),
    );
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain("DATABASE_URL");
    expect(wrong.stderr).not.toContain("s3cret-pw");
  });

  test("ask does without a database", async () => {
    const folder = freshFolder();
    const { code } = await runProgram(
      ["ask", "valuation"],
      env(folder, { DATABASE_URL: "postgres://me:pw@127.0.0.1:9/db" }),
    );
    expect(code).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });
});
