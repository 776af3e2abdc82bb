import { setTimeout as sleep } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import { createQueues, newBoss } from "./boss.ts";
import type { Command, Refusal } from "./jobs.ts";
import type { QueueSettings } from "./queue.ts";

/** What became of a command. `waits`: nobody has taken it yet; `runs`: somebody is at it. */
export type CommandOutcome = "waits" | "runs" | "done" | "failed" | Refusal;

/** Milliseconds from the sending. */
interface Patience {
  /** Until somebody takes it: no bot may be running. */
  readonly taken: number;
  readonly done: number;
}

const LOOK_MS = 250;

/** For an operator's process beside a running bot: sends a command, and says what became of it within a while. */
export async function sendCommand(
  settings: Pick<QueueSettings, "executeSql" | "log">,
  command: Command,
  patience: Patience = { taken: 0, done: 0 },
): Promise<CommandOutcome> {
  const boss = newBoss(settings, { schedule: false, supervise: false });
  await boss.start();
  try {
    await createQueues(boss);
    const id = await boss.send("command", command);
    if (id === null) throw new Error("the queue did not take the command");
    for (const sent = performance.now(); ; await sleep(LOOK_MS)) {
      const outcome = await outcomeOf(boss, id);
      const waited = performance.now() - sent;
      if (outcome === "waits" ? waited >= patience.taken : outcome !== "runs" || waited >= patience.done)
        return outcome;
    }
  } finally {
    await boss.stop({ graceful: false, close: false });
  }
}

async function outcomeOf(boss: PgBoss, id: string): Promise<CommandOutcome> {
  const [job] = await boss.findJobs("command", { id });
  if (job?.state === "failed") return "failed";
  if (job?.state === "active") return "runs";
  if (job?.state !== "completed") return "waits";
  const { output } = job as { readonly output?: Partial<Refusal> | null };
  return typeof output?.refused === "string" ? { refused: output.refused, hint: output.hint ?? "" } : "done";
}
