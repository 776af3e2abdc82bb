import { execFileSync } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleDatasets } from "../../src/data/sample/sample.ts";
import { folderOf } from "../support/folder-assistant.ts";
import { removeDir } from "../support/remove-dir.ts";
import { type FaultServer, startServer } from "./database.ts";
import { startSlack, startTeams } from "./platforms.ts";
import { startBot } from "./process.ts";

let dir: string;
let server: FaultServer;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "smallcaps-faults-"));
  server = await startServer(dir);
});
afterAll(async () => {
  await server?.stop();
  await removeDir(dir);
});

test("the real program runs beside another on one database, under its own clock, and is killed or stopped", async () => {
  const database = await server.newDatabase();
  const platforms = [await startSlack(), await startTeams()];
  const folder = await folderOf(sampleDatasets());
  const start = (name: string, clockOffMs: number) =>
    startBot(
      name,
      {
        ...Object.assign({}, ...platforms.map((each) => each.environment(name))),
        STATE_DIR: join(dir, name),
        DATABASE_URL: database.urlFor(name),
        ENCRYPTION_KEY: server.key,
        DATA_FOLDER: folder,
        FRENCH_BASE_URL: "http://127.0.0.1:9",
        LIVE_SOURCES: "french,reference",
      },
      clockOffMs,
    );
  const [first, second] = [start("bot-1", 0), start("bot-2", 3_600_000)];
  await Promise.all([first.ready, second.ready]);
  const { rows } = await database.ask(
    "select distinct application_name as name from pg_stat_activity where application_name like 'bot-%' order by 1",
  );
  expect(rows).toEqual([{ name: "bot-1" }, { name: "bot-2" }]);
  await first.kill();
  expect([first.isRunning(), second.isRunning()]).toEqual([false, true]);
  const again = start("bot-1", 0);
  await again.ready;
  expect(await Promise.all([again.stop(), second.stop()])).toEqual([0, 0]);
  await Promise.all(platforms.map((each) => each.close()));
  await database.drop();
}, 60_000);

test("a program that does not come up says why", async () => {
  const bot = startBot("bot-3", { SLACK_BOT_TOKEN: "nonsense" }, 0);
  await expect(bot.ready).rejects.toThrow(/bot-3 ended with 2: .*SLACK_BOT_TOKEN/s);
  expect(bot.died()).toMatch(/ended with 2/);
});

test("a program that is killed at its start is ready to be forgotten", async () => {
  const bot = startBot("bot-4", {}, 0);
  await bot.kill();
  await expect(bot.ready).resolves.toBeUndefined();
  expect([bot.died(), bot.isRunning()]).toEqual([null, false]);
});

test("a machine's clock that is off is so in every way of asking for the time", () => {
  const says = (offMs: string) => {
    const clock = new URL("skewed-clock.js", import.meta.url).href;
    const script = "console.log(JSON.stringify([Date.now(), +new Date(), Date.parse(Date()), +new Date(7)]))";
    const env = { ...process.env, CLOCK_OFF_MS: offMs };
    return JSON.parse(
      execFileSync(process.execPath, ["--import", clock, "-e", script], { env, encoding: "utf8" }),
    ) as number[];
  };
  const [now = 0, made = 0, said = 0, given] = says("-86400000");
  const yesterday = Date.now() - 86_400_000;
  for (const time of [now, made, said]) expect(Math.abs(time - yesterday)).toBeLessThan(3_600_000);
  expect(given).toBe(7);
});
