import { PgBoss, type QueueOptions } from "pg-boss";
import type { Log } from "./deps.ts";

/** Runs one statement, or several without values, with the driver's own types: dates as `Date`. */
export type ExecuteSql = (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;

const SCHEMA = "pgboss";
const EACH_MINUTE = "* * * * *";
const DAY = 86_400;
const DELIVER: QueueOptions = {
  retryLimit: 5,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 120,
  expireInSeconds: 300,
  heartbeatSeconds: 30,
  retentionSeconds: DAY,
  deleteAfterSeconds: DAY,
};
/** The next minute brings another. */
const TICK: QueueOptions = {
  retryLimit: 0,
  expireInSeconds: 300,
  heartbeatSeconds: 30,
  deleteAfterSeconds: 3_600,
};

/**
 * Not registered as an instance: nobody reads that list, and keeping it sets the database's clock against the
 * machine's, so that a machine weeks off would ask the database without a pause.
 */
export function newBoss(
  { executeSql, log }: { readonly executeSql: ExecuteSql; readonly log: Log },
  more: ConstructorParameters<typeof PgBoss>[0] & object,
): PgBoss {
  const boss = new PgBoss({ ...more, schema: SCHEMA, registerInstance: false, db: { executeSql } });
  boss.on("error", (error) => log.warn({ reason: error.message }, "the queue"));
  boss.on("warning", ({ message }) => log.warn({ reason: message }, "the queue"));
  return boss;
}

/** Each minute, and at once. */
export async function scheduleTicks(boss: PgBoss): Promise<void> {
  for (const name of ["recover", "plan"]) {
    await boss.schedule(name, EACH_MINUTE);
    await boss.send(name);
  }
}

export async function createQueues(boss: PgBoss): Promise<void> {
  await boss.createQueue("deliver-dead", { retryLimit: 0 });
  await boss.createQueue("deliver", { ...DELIVER, policy: "exclusive", deadLetter: "deliver-dead" });
  await boss.createQueue("command", { retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: DAY });
  // One waits at most. One left running by a process that died must not hold up the next: both may run at once.
  await boss.createQueue("plan", { ...TICK, policy: "short" });
  await boss.createQueue("recover", { ...TICK, policy: "short" });
}
