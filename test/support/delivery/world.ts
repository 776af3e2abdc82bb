import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { FoundRecord, PostRecord, Recorder } from "../../../src/audit/port.ts";
import type { Briefing } from "../../../src/briefing/briefing.ts";
import { createControls } from "../../../src/delivery/controls.ts";
import { type DeliveryDeps, type Log, TIMINGS, type Timings } from "../../../src/delivery/deps.ts";
import { createDelivery, type Delivery } from "../../../src/delivery/engine.ts";
import type { ChannelPoster } from "../../../src/delivery/port.ts";
import { openQueue, type Queue } from "../../../src/delivery/queue.ts";
import type { Needed } from "../../../src/delivery/schedule/freshness-gate.ts";
import type { Subscription } from "../../../src/delivery/schedule/subscription.ts";
import { nyseCalendar } from "../../../src/delivery/schedule/trading-calendar.ts";
import { statementsOf } from "../../../src/main/delivery.ts";
import { parseKeys } from "../../../src/storage/keys.ts";
import { type OpenStorage, openStorage } from "../../../src/storage/postgres/open.ts";
import { restore } from "../../../src/storage/postgres/restore.ts";
import { newDatabase } from "../postgres.ts";
import { briefingOf } from "./briefing.ts";
import { httpPoster } from "./http-poster.ts";
import { type PlatformServer, startPlatformServer } from "./platform-server.ts";

/** Every wait of the real ones, in milliseconds instead of minutes. */
export const FAST: Timings = {
  ...TIMINGS,
  abandonedMs: 1,
  renewMs: 2_000,
  findAfterMs: 10,
  settleMs: 20,
  retryMs: 10,
  mostRetryMs: 40,
  dataRetryMs: 10,
  unknownMs: 1,
  stopMs: 5_000,
};

export interface DeliveryWorld {
  readonly url: string;
  readonly storage: OpenStorage;
  readonly server: PlatformServer;
  readonly engine: Delivery;
  readonly queue: Queue;
  readonly deps: DeliveryDeps;
  /** What was recorded, and what became of it. */
  readonly recorded: (PostRecord & { became?: string })[];
  /** What was recorded of messages that turned out to stand there. */
  readonly found: FoundRecord[];
  readonly logs: string[];
  /** How many briefings were stored. */
  readonly kept: () => number;
  /** Set by a test: the simulated time; the platform's memory; the data. */
  readonly set: {
    now: number;
    canAsk: boolean;
    answer: (line: string, asOf?: string) => Promise<Briefing>;
    narrated: NonNullable<DeliveryDeps["narrated"]>;
    ahead: NonNullable<DeliveryDeps["ahead"]>;
    freshness: (topics: readonly string[]) => Promise<readonly Needed[]>;
    triggers: DeliveryDeps["triggers"];
  };
  /** Plans at an instant and waits until all is delivered. */
  at(instant: string): Promise<void>;
  /** Waits until no job is left that could still do something. */
  idle(): Promise<void>;
  subscribe(change?: Partial<Subscription>): Promise<Subscription>;
  /** "state reason" by the slot's last part. */
  states(): Promise<Readonly<Record<string, string>>>;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly timings?: Partial<Timings>;
  /** Joins the database and the platform of another world, as a second process. */
  readonly beside?: DeliveryWorld;
  /** A database of its own, read back from a backup of another world; the platform is the same. */
  readonly restored?: { readonly file: string; readonly server: PlatformServer };
  readonly concurrency?: number;
  readonly monotonic?: () => number;
  /** Of Slack, in the place of the real one or around it. */
  readonly poster?: (real: ChannelPoster) => ChannelPoster;
  /** Plans and recovers by itself. */
  readonly cron?: boolean;
}

export async function newWorld(options: WorldOptions = {}): Promise<DeliveryWorld> {
  const { timings, beside, concurrency, cron = false, monotonic } = options;
  const url = beside?.url ?? (await newDatabase());
  const storage = await openStorage({
    url,
    stateDir: "",
    as: "guest",
    keys: parseKeys(KEY),
  });
  if (options.restored) await restore(storage.database.db, options.restored.file, parseKeys(KEY));
  const server = beside?.server ?? options.restored?.server ?? (await startPlatformServer());
  const recorded: DeliveryWorld["recorded"] = beside?.recorded ?? [];
  const found: DeliveryWorld["found"] = beside?.found ?? [];
  const logs: string[] = [];
  const set: DeliveryWorld["set"] = beside?.set ?? {
    now: Date.parse("2026-11-23T00:00:00Z"),
    canAsk: true,
    answer: async (line, asOf) => briefingOf(line, 1, asOf ?? ""),
    narrated: async (briefing) => briefing,
    ahead: async () => [],
    freshness: async () => [],
    triggers: async () => [],
  };
  const log = logTo(logs);
  let kept = 0;
  const real = httpPoster(server.url, { canAsk: () => set.canAsk });
  const poster = options.poster?.(real) ?? real;
  const deps: DeliveryDeps = {
    ...storage,
    controls: createControls(storage.store, () => performance.now() * 1_000), // fresh at each look
    recorder: recorderTo(recorded, found),
    poster: (platform) => (platform === "slack" ? poster : null),
    answer: (line, asOf) => set.answer(line, asOf),
    asOfSession: async (session) => session,
    narrated: (briefing, workspace) => set.narrated(briefing, workspace),
    ahead: (asOf) => set.ahead(asOf),
    freshness: (topics) => set.freshness(topics),
    triggers: (asOf) => set.triggers(asOf),
    keep: (briefing) => {
      kept += 1;
      return storage.briefings.put({
        id: briefing.id,
        topic: briefing.topic,
        command: briefing.command,
        codeVersion: "test",
        asOf: briefing.asOf,
        body: JSON.stringify(briefing),
        inputs: [],
      });
    },
    calendar: nyseCalendar(),
    now: async () => set.now,
    monotonic: monotonic ?? (() => set.now), // time runs as the test says, so it never jumps
    log,
    timings: { ...FAST, ...timings },
  };
  const queue = openQueue({
    executeSql: statementsOf(storage),
    log,
    cron,
    pollSeconds: 0.5,
    stopMs: 5_000,
    ...(concurrency === undefined ? {} : { concurrency }),
  });
  const engine = createDelivery(deps, queue);
  await engine.start();
  const liveJobs = async () => {
    const { rows } = await storage.database.pool.query(
      "select count(*)::int as live from pgboss.job where name in ('deliver', 'command') and state in ('created', 'retry', 'active')",
    );
    return (rows as { live: number }[])[0]?.live ?? 0;
  };
  const idle = async () => {
    while ((await liveJobs()) > 0) await sleep(10);
  };
  return {
    url,
    storage,
    server,
    engine,
    queue,
    deps,
    recorded,
    found,
    logs,
    kept: () => kept,
    set,
    idle,
    at: async (instant) => {
      set.now = Date.parse(instant);
      await engine.plan(set.now);
      await idle();
    },
    subscribe: async (change = {}) => {
      const { createdAt = "2026-10-01T00:00:00Z", ...given } = { ...WISH, ...change };
      const { state = "active", note = null, pausedAt = null, resumedAt = null, id: _, ...wish } = given;
      const added = await storage.subscriptions.add(wish);
      await storage.database.pool.query("update smallcaps.subscriptions set created_at = $1 where id = $2", [
        createdAt,
        added.id,
      ]);
      await storage.subscriptions.change(added.id, { state, note, pausedAt, resumedAt });
      return { ...added, createdAt };
    },
    states: async () => {
      const rows = await storage.deliveries.list();
      return Object.fromEntries(
        rows.map(({ slot, state, reason }) => [
          slot.split("/").slice(3).join("/"),
          reason === null ? state : `${state}: ${reason}`,
        ]),
      );
    },
    close: async () => {
      await engine.stop();
      if (beside === undefined && options.restored === undefined) await server.close();
      await storage.close();
    },
  };
}

const KEY = randomBytes(32).toString("base64");

const WISH: Omit<Subscription, "id" | "createdAt" | "state" | "note" | "pausedAt" | "resumedAt"> &
  Partial<Subscription> = {
  platform: "slack",
  workspace: "T1",
  channel: "C1",
  topics: ["valuation"],
  at: { kind: "time", hhmm: "07:30", tz: "Europe/London" },
  days: "trading",
  when: "always",
  audience: "internal",
  owner: "U1",
};

function logTo(lines: string[]): Log {
  const line = (details: object, message: string) => {
    const error = "err" in details && details.err instanceof Error ? ` ${details.err.stack}` : "";
    lines.push(`${message} ${JSON.stringify(details)}${error}`);
  };
  return { info: line, warn: line, error: line };
}

function recorderTo(recorded: DeliveryWorld["recorded"], found: DeliveryWorld["found"]): Recorder {
  return {
    sending: async (post) => {
      const entry: (typeof recorded)[number] = { ...post };
      recorded.push(entry);
      return {
        sent: async (messageId) => {
          entry.became = `sent ${messageId}`;
        },
        notSent: async (reason, maybe) => {
          entry.became = `${maybe ? "maybe" : "not"} sent: ${reason}`;
        },
      };
    },
    found: async (message) => void found.push(message),
  };
}
