import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { startEmbedded } from "../../src/storage/embedded/server.ts";
import { parseKeys } from "../../src/storage/keys.ts";
import { type OpenStorage, openStorage } from "../../src/storage/postgres/open.ts";
import type { Visible } from "../faults/invariants.ts";
import { monthlyFolder } from "../faults/market.ts";
import { type FaultyPlatform, startSlack, startTeams } from "../faults/platforms.ts";
import { type Bot, startBot } from "../faults/process.ts";
import { type Cost, costOf, countStatements, mostAsked, since } from "./cost.ts";
import { atMost, type BenchRow } from "./row.ts";

const WORKERS = 4;
const SLACK_WORKSPACES = 50;
/** Channels of each platform, and subscriptions of each channel. */
const CHANNELS = 2_500;
const EACH = 2;
const GIVE_UP_MS = 300_000;
const MINUTE = 60_000;
const KEY = randomBytes(32).toString("base64");
/** Slack takes about one message a second in a channel. */
const SECOND = 1_000;

/** 10,000 subscriptions due in one minute; four processes as `npm start` runs them; one PostgreSQL; no faults. */
export async function deliveryBench(channels = CHANNELS): Promise<readonly BenchRow[]> {
  const dir = await mkdtemp(join(tmpdir(), "smallcaps-bench-"));
  const server = await startEmbedded(dir, () => {});
  const { login } = server;
  const url = `postgres://${login.user}:${login.password}@${login.host}:${login.port}/${login.database}`;
  await countStatements(server, (statement) => asAdmin(url, statement));
  await asAdmin(url, "create extension pg_stat_statements");
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
    const dueAt = await subscribe(storage, platforms, channels);
    return await measured({ storage, platforms, bots, dueAt, all: 2 * channels * EACH });
  } finally {
    await Promise.all(bots.map((bot) => bot.stop()));
    if (process.env["BENCH_LOG"]) {
      for (const bot of bots) console.error(bot.log().slice(0, 5_000));
      console.table(await mostAsked(storage.database.pool));
    }
    await storage.close();
    await Promise.all(platforms.map((each) => each.close()));
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

/** All for one minute that is still to come. When that is, by the database's clock. */
async function subscribe(
  storage: OpenStorage,
  platforms: readonly FaultyPlatform[],
  channels: number,
): Promise<number> {
  const places = [];
  for (const { platform, workspace, newChannel } of platforms) {
    for (let index = 0; index < channels; index += 1) {
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

interface Run {
  readonly storage: OpenStorage;
  readonly platforms: readonly FaultyPlatform[];
  readonly bots: readonly Bot[];
  readonly dueAt: number;
  readonly all: number;
}

async function measured(run: Run): Promise<readonly BenchRow[]> {
  const { storage, platforms, bots, dueAt, all } = run;
  await sleep(dueAt - (await storage.deliveries.now()));
  const cost = () =>
    costOf(
      bots.map(({ pid }) => pid),
      storage.database.pool,
    );
  const before = await cost();
  const claimed = await reached(run, "true");
  const posted = await reached(run, "state = 'posted'");
  const visible = platforms.flatMap((each) => each.visible());
  const used = since(before, await cost());
  const perChannel = Object.values(Object.groupBy(visible, ({ channel }) => channel)).map(
    (messages = []) => messages,
  );
  const doubled = perChannel.reduce((sum, { length }) => sum + Math.max(0, length - EACH), 0);
  const apart = perChannel.flatMap(gaps);
  const due = all.toLocaleString("en-US");
  return [
    atMost(`delivery: ${due} due in one minute claimed by 4 processes`, claimed, "s", 60),
    atMost("delivery: …all posted, to platforms on the same machine", posted, "s", GIVE_UP_MS / SECOND),
    atMost("delivery: …posted twice", doubled, `of ${all}`, 0),
    atMost("delivery: …not posted", all - (visible.length - doubled), `of ${all}`, 0),
    atMost(
      "delivery: …within a second of another in a Slack channel",
      apart.filter((seconds) => seconds < 1).length,
      `of ${apart.length}`,
      0,
    ),
    ...costRows(used, visible.length - doubled),
  ];
}

/** Of one delivery, with all that goes on beside it; processor time where the machine tells it. */
function costRows({ workers, database, statements }: Cost, posted: number): readonly BenchRow[] {
  return [
    atMost("delivery: processor time of one, in its process", workers / posted, "ms", 15),
    atMost("delivery: …in PostgreSQL", database / posted, "ms", 5),
    atMost("delivery: …statements", statements / posted, "", 9),
  ].filter(({ value }) => !Number.isNaN(value));
}

/** Seconds from the minute until all are so far. */
async function reached({ storage, dueAt, all }: Run, condition: string): Promise<number> {
  for (;;) {
    const { rows } = await storage.database.pool.query<{ count: number }>(
      `select count(*)::int as count from smallcaps.deliveries where ${condition}`,
    );
    const seconds = ((await storage.deliveries.now()) - dueAt) / SECOND;
    if (rows[0]?.count === all || seconds * SECOND > GIVE_UP_MS) return seconds;
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

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** `-- CHANNELS` for a smaller one. */
if (import.meta.main) console.table(await deliveryBench(Number(process.argv[2]) || undefined));
