import { randomUUID } from "node:crypto";
import type { Job, JobInsert, JobResult } from "pg-boss";
import { createQueues, type ExecuteSql, newBoss, scheduleTicks } from "./boss.ts";
import type { Log } from "./deps.ts";
import { type Again, type Command, type DeliverJob, kindOf, type Refusal } from "./jobs.ts";

/** Runs jobs at least once each; that a message is posted once is not its business. */
export interface Queue {
  start(handlers: Handlers): Promise<void>;
  /** One job a slot waits or runs; those that do already are left alone. */
  deliver(jobs: readonly DeliverJob[]): Promise<void>;
  command(command: Command): Promise<void>;
  /** Takes no more jobs and waits for those under way. */
  stop(): Promise<void>;
}

export interface Handlers {
  deliver(job: DeliverJob): Promise<Again | null>;
  /** Null: it was carried out. */
  command(command: Command): Promise<Refusal | null>;
  /** Each minute, in one process of all; `recover` as well. */
  plan(): Promise<void>;
  recover(): Promise<void>;
}

export interface QueueSettings {
  readonly executeSql: ExecuteSql;
  readonly log: Log;
  /** Deliveries under way at once in this process. */
  readonly concurrency?: number;
  readonly pollSeconds?: number;
  /** False: nothing is planned or recovered unless asked for. */
  readonly cron?: boolean;
  readonly stopMs: number;
}

const CONCURRENCY = 16;
/** Jobs that are fetched and completed together: one that is slow holds up no other delivery, but their places. */
const BATCH = 4;
const POLL_SECONDS = 2;
const START_ATTEMPTS = 1_000; // at most half a minute apart
const INSERTED_AT_ONCE = 1_000;
/** Between messages of one channel that come due together: platforms take about one a second, and first ones are slow. */
const APART_MS = 5_000;
const PRIORITY = { test: 30, notice: 20, onTime: 10, late: 0 };

export function openQueue(settings: QueueSettings): Queue {
  const { log, concurrency = CONCURRENCY, pollSeconds = POLL_SECONDS, cron = true } = settings;
  const boss = newBoss(settings, {
    schedule: cron,
    supervise: true,
    cronMonitorIntervalSeconds: 5,
    cronWorkerIntervalSeconds: 1,
  });
  const workers: string[] = [];
  const wake = () => {
    for (const id of workers) boss.notifyWorker(id);
  };

  async function insert(jobs: readonly DeliverJob[], afterMs = 0): Promise<void> {
    const ranked = byRank(jobs);
    for (let start = 0; start < ranked.length; start += INSERTED_AT_ONCE) {
      const batch = ranked.slice(start, start + INSERTED_AT_ONCE);
      await boss.insert(
        "deliver",
        batch.map(({ job, rank }) => toInsert(job, afterMs + rank * APART_MS)),
      );
    }
    if (jobs.length > 0) setTimeout(wake, afterMs).unref();
  }

  async function settle(deliver: Handlers["deliver"], { id, data }: Job<DeliverJob>): Promise<JobResult> {
    try {
      const rest = await deliver(data);
      if (rest !== null) await insert([rest.job], rest.afterMs);
      return { id, status: "completed" };
    } catch (error) {
      return { id, status: "failed", output: error };
    }
  }

  async function work(deliver: Handlers["deliver"], batchSize: number): Promise<void> {
    let own = "";
    const options = { pollingIntervalSeconds: pollSeconds, batchSize, perJobResults: true } as const;
    own = await boss.work<DeliverJob, unknown, typeof options>("deliver", options, async (jobs) => {
      const results = await Promise.all(jobs.map((job) => settle(deliver, job)));
      boss.notifyWorker(own); // where there was one there may be more: no pause before looking
      return results;
    });
    workers.push(own);
  }

  return {
    start: async (handlers) => {
      await boss.start({ attempts: START_ATTEMPTS });
      await createQueues(boss);
      if (cron) await scheduleTicks(boss);
      // From here on nothing asks the database, so that a start that failed can be tried again as a whole.
      for (let left = concurrency; left > 0; left -= BATCH)
        await work(handlers.deliver, Math.min(left, BATCH));
      const options = { pollingIntervalSeconds: pollSeconds };
      await boss.work<Command>("command", options, async ([job]) => job && handlers.command(job.data));
      await boss.work<DeliverJob>("deliver-dead", { pollingIntervalSeconds: 30 }, async ([job]) => {
        if (job) log.error({ slot: job.data.slot?.slot }, "the queue gave a delivery up; its row decides");
      });
      if (!cron) return;
      await boss.work("plan", options, () => handlers.plan());
      await boss.work("recover", options, () => handlers.recover());
    },
    deliver: (jobs) => insert(jobs),
    command: async (command) => {
      await boss.send("command", command);
    },
    stop: () => boss.stop({ graceful: true, timeout: settings.stopMs, close: false }),
  };
}

/**
 * Those that are the first of their channel, then the second ones, and so on: whichever processes take them, no channel
 * gets two messages in one moment.
 */
function byRank(jobs: readonly DeliverJob[]): readonly { readonly job: DeliverJob; readonly rank: number }[] {
  const counts = new Map<string, number>();
  const ranked = jobs.map((job) => {
    const { platform, workspace, channel } = job.slot;
    const place = JSON.stringify([platform, workspace, channel]);
    const rank = counts.get(place) ?? 0;
    counts.set(place, rank + 1);
    return { job, rank };
  });
  return ranked.sort((a, b) => a.rank - b.rank);
}

/** Jobs that go on with a claim are not the one that waits for a first try. */
function toInsert(job: DeliverJob, afterMs: number): JobInsert<DeliverJob> {
  const { slot, claim } = job;
  return {
    data: job,
    priority: priorityOf(job),
    singletonKey: claim === undefined ? slot.slot : `${slot.slot}#${randomUUID()}`,
    ...(afterMs > 0 ? { startAfter: `${afterMs} milliseconds` } : {}),
  };
}

function priorityOf({ slot, late, claim }: DeliverJob): number {
  const kind = kindOf(slot.slot);
  if (kind === "test") return PRIORITY.test;
  if (kind !== "briefing") return PRIORITY.notice;
  return claim === undefined && (late ?? []).length === 0 ? PRIORITY.onTime : PRIORITY.late;
}
