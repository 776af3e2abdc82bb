import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PgBoss } from "pg-boss";
import { parseKeys } from "../../src/storage/keys.ts";
import type { Delivery } from "../../src/storage/port.ts";
import { openStorage } from "../../src/storage/postgres/open.ts";
import { removeDir } from "../support/remove-dir.ts";
import { auditOf } from "./audit.ts";
import { createCrew, nameOf } from "./crew.ts";
import type { FaultDatabase, FaultServer } from "./database.ts";
import { GRACE_MS, type Owed } from "./invariants.ts";
import { type FaultyPlatform, startSlack, startTeams } from "./platforms.ts";
import type { FaultSchedule } from "./schedule.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const QUEUE_TRIES = 40;

interface Due extends Owed {
  readonly at: number;
}

export type World = Awaited<ReturnType<typeof createWorld>>;

/**
 * Real processes between a real database and servers that stand for the platforms; what is owed, and its clock.
 * @param offMs how far the world's time is from this machine's: that of the platforms and of the processes
 */
export async function createWorld(
  server: FaultServer,
  schedule: Pick<FaultSchedule, "platforms" | "historyScope" | "clocks" | "channels">,
  dataFolder: string,
  offMs: () => number = () => 0,
) {
  const dir = await mkdtemp(join(tmpdir(), "smallcaps-run-"));
  const database = await server.newDatabase();
  const platforms = await Promise.all(
    schedule.platforms.map((platform) =>
      platform === "slack"
        ? startSlack({ historyScope: schedule.historyScope, now: () => Date.now() + offMs() })
        : startTeams(),
    ),
  );
  const storage = await openStorage({
    url: database.urlFor("harness"),
    stateDir: dir,
    as: "guest",
    keys: parseKeys(server.key),
    onError: () => {}, // the server is restarted under it
  });
  const crew = createCrew(schedule.clocks, offMs, (name) => ({
    ...Object.assign({}, ...platforms.map((each) => each.environment(name))),
    STATE_DIR: join(dir, name),
    DATABASE_URL: database.urlFor(name),
    ENCRYPTION_KEY: server.key,
    DATA_FOLDER: dataFolder,
    FRENCH_BASE_URL: "http://127.0.0.1:9",
    LIVE_SOURCES: "french,reference", // nothing goes out to the internet
  }));
  const due: Due[] = [];

  /** As where the bot has been for an hour: nothing is owed from before the first start. */
  async function start(): Promise<void> {
    await storage.store.set("controls", "planned-to", { at: (await database.now()) - HOUR });
    await crew.revive();
  }

  /** New channels, each with a briefing that came due in this minute. The channels' names. */
  async function wave(): Promise<readonly Due[]> {
    const at = Math.floor((await database.now()) / MINUTE) * MINUTE;
    const fresh: Due[] = [];
    for (const platform of platforms) {
      for (let count = 0; count < schedule.channels; count += 1) fresh.push(await subscribe(platform, at));
    }
    due.push(...fresh);
    return fresh;
  }

  async function subscribe({ platform, workspace, newChannel }: FaultyPlatform, at: number): Promise<Due> {
    const channel = await newChannel(storage.store);
    const { id } = await storage.subscriptions.add({
      platform,
      workspace,
      channel,
      topics: ["ratecut"],
      at: { kind: "time", hhmm: new Date(at).toISOString().slice(11, 16), tz: "UTC" },
      days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
      when: "always",
      audience: "internal",
      owner: "U0MEMBER01",
    });
    const created = new Date(at - MINUTE / 2).toISOString();
    await database.ask(`update smallcaps.subscriptions set created_at = '${created}' where id = '${id}'`);
    return { platform, workspace, channel, subscription: id, excuse: null, at };
  }

  /** What runs each minute in one process of all runs now. */
  async function minute(): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await eachMinute(database);
      } catch (error) {
        if (tries === QUEUE_TRIES) throw error; // the server is on its way up
        await sleep(250);
      }
    }
  }

  return {
    server,
    database,
    platforms,
    crew,
    storage,
    start,
    wave,
    minute,
    due: due as readonly Due[],
    /** What stands against a slot is noted. */
    async moveClock(byMs: number): Promise<void> {
      await database.moveClock(byMs);
      const now = await database.now();
      for (const [index, each] of due.entries()) {
        if (now - each.at > GRACE_MS) due[index] = { ...each, excuse: each.excuse ?? "the grace was over" };
      }
    },
    excuse(channel: string, excuse: string): void {
      for (const [index, each] of due.entries())
        if (each.channel === channel) due[index] = { ...each, excuse };
    },
    /** Once all processes have ended. */
    audit: () =>
      auditOf(
        storage.audit,
        server.key,
        schedule.clocks.map((_, index) => join(dir, nameOf(index), "audit-anchors.jsonl")),
      ),
    deliveries: (): Promise<readonly Delivery[]> => storage.deliveries.list(),
    async close(): Promise<void> {
      await crew.stop();
      await storage.close();
      await Promise.all(platforms.map((each) => each.close()));
      await database.drop();
      await removeDir(dir);
    },
  };
}

/** pg-boss looks for jobs whose process died; then the delivery takes up what was left, and plans. */
async function eachMinute(database: FaultDatabase): Promise<void> {
  const boss = new PgBoss({
    connectionString: database.urlFor("harness"),
    schedule: false,
    supervise: false,
    migrate: false,
    registerInstance: false, // the database's clock is not this process's
  });
  boss.on("error", () => {});
  await boss.start();
  try {
    await boss.supervise();
    await boss.send("recover");
    await boss.send("plan");
  } finally {
    await boss.stop({ graceful: false });
  }
}
