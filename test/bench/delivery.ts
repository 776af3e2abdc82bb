import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startEmbedded } from "../../src/storage/embedded/server.ts";
import { parseKeys } from "../../src/storage/keys.ts";
import { type OpenStorage, openStorage } from "../../src/storage/postgres/open.ts";
import type { Visible } from "../faults/invariants.ts";
import { monthlyFolder } from "../faults/market.ts";
import { type FaultyPlatform, startSlack, startTeams } from "../faults/platforms.ts";
import { startBot } from "../faults/process.ts";
import { atMost, type BenchRow } from "./row.ts";

const WORKERS = 4;
const SLACK_WORKSPACES = 50;
/** Channels of each platform, and subscriptions of each channel. */
const CHANNELS = 2_500;
const EACH = 2;
const ALL = 2 * CHANNELS * EACH;
const GIVE_UP_MS = 300_000;
const MINUTE = 60_000;
const KEY = randomBytes(32).toString("base64");
/** Slack takes about one message a second in a channel. */
const SECOND = 1_000;

/** 10,000 subscriptions due in one minute; four processes as `npm start` runs them; one PostgreSQL; no faults. */
export async function deliveryBench(): Promise<readonly BenchRow[]> {
  const dir = await mkdtemp(join(tmpdir(), "smallcaps-bench-"));
  const { login, stop } = await startEmbedded(dir, () => {});
  const url = `postgres://${login.user}:${login.password}@${login.host}:${login.port}/${login.database}`;
  const platforms = [await startSlack(), await startTeams()];
  const storage = await openStorage({ url, stateDir: dir, as: "guest", keys: parseKeys(KEY) });
  const folder = await monthlyFolder();
  const bots = Array.from({ length: WORKERS }, (_, index) => {
    const name = `bot-${index + 1}`;
    const environment = {
      ...Object.assign({}, ...platforms.map((each) => each.environment(name))),
      STATE_DIR: join(dir, name),
      DATABASE_URL: url,
      ENCRYPTION_KEY: KEY,
      DATA_FOLDER: folder,
      FRENCH_BASE_URL: "http://127.0.0.1:9",
      LIVE_SOURCES: "french,reference", // nothing goes out to the internet
      LOG_LEVEL: "warn",
    };
    return startBot(name, environment, 0);
  });
  try {
    await Promise.all(bots.map(({ ready }) => ready));
    // Before the minute comes, so that its whole way is measured.
    const dueAt = await subscribe(storage, platforms);
    return await measured(storage, platforms, dueAt);
  } finally {
    await Promise.all(bots.map((bot) => bot.stop()));
    if (process.env["BENCH_LOG"]) for (const bot of bots) console.error(bot.log().slice(0, 5_000));
    await storage.close();
    await Promise.all(platforms.map((each) => each.close()));
    await stop();
    await rm(dir, { recursive: true, force: true });
  }
}

/** All for one minute that is still to come. When that is, by the database's clock. */
async function subscribe(storage: OpenStorage, platforms: readonly FaultyPlatform[]): Promise<number> {
  const places = [];
  for (const { platform, workspace, newChannel } of platforms) {
    for (let index = 0; index < CHANNELS; index += 1) {
      const own = platform === "slack" ? `T${index % SLACK_WORKSPACES}` : workspace;
      places.push({ platform, workspace: own, channel: await newChannel(storage.store) });
    }
  }
  const dueAt = Math.ceil(((await storage.deliveries.now()) + MINUTE / 4) / MINUTE) * MINUTE;
  const hhmm = new Date(dueAt).toISOString().slice(11, 16);
  await storage.database.pool.query(
    `insert into smallcaps.subscriptions
       (id, platform, workspace, channel, topics, at, days, "when", audience, owner, state)
     select platform || '-' || channel || '-' || each, platform, workspace, channel, '["ratecut"]', $2,
       '["mon","tue","wed","thu","fri","sat","sun"]', 'always', 'internal', 'U0MEMBER01', 'active'
     from json_to_recordset($1) as places (platform text, workspace text, channel text),
       generate_series(1, $3::int) as each`,
    [JSON.stringify(places), JSON.stringify({ kind: "time", hhmm, tz: "UTC" }), EACH],
  );
  return dueAt;
}

async function measured(
  storage: OpenStorage,
  platforms: readonly FaultyPlatform[],
  dueAt: number,
): Promise<readonly BenchRow[]> {
  const claimed = await reached(storage, dueAt, "true");
  const posted = await reached(storage, dueAt, "state = 'posted'");
  const visible = platforms.flatMap((each) => each.visible());
  const perChannel = Object.values(Object.groupBy(visible, ({ channel }) => channel)).map(
    (messages = []) => messages,
  );
  const doubled = perChannel.reduce((sum, { length }) => sum + Math.max(0, length - EACH), 0);
  const apart = perChannel.flatMap(gaps);
  return [
    atMost("delivery: 10,000 due in one minute claimed by 4 processes", claimed, "s", 60),
    atMost("delivery: …all posted", posted, "s", GIVE_UP_MS / SECOND),
    atMost("delivery: …posted twice", doubled, "of 10000", 0),
    atMost("delivery: …not posted", ALL - (visible.length - doubled), "of 10000", 0),
    atMost(
      "delivery: …within a second of another in a Slack channel",
      apart.filter((seconds) => seconds < 1).length,
      `of ${apart.length}`,
      0,
    ),
  ];
}

/** Seconds from the minute until all are so far. */
async function reached(storage: OpenStorage, dueAt: number, condition: string): Promise<number> {
  for (;;) {
    const { rows } = await storage.database.pool.query<{ count: number }>(
      `select count(*)::int as count from smallcaps.deliveries where ${condition}`,
    );
    const seconds = ((await storage.deliveries.now()) - dueAt) / SECOND;
    if (rows[0]?.count === ALL || seconds * SECOND > GIVE_UP_MS) return seconds;
    await sleep(500);
  }
}

/** Seconds between the messages of a Slack channel, which are named by their time. */
function gaps(messages: readonly Visible[]): readonly number[] {
  const times = messages
    .filter(({ platform }) => platform === "slack")
    .map(({ messageId }) => Number(messageId))
    .sort((a, b) => a - b);
  return times.slice(1).map((time, index) => time - (times[index] ?? 0));
}

if (import.meta.main) console.table(await deliveryBench());
