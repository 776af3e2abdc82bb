import { RESTORED_AT, type Store } from "../storage/port.ts";
import { readInstant } from "./instants.ts";
import type { DeliverJob } from "./jobs.ts";

export const RESTORED = "the database was restored from a backup made before it was due";

/** When a backup was last read back, milliseconds since the epoch; minus infinity: never. */
export async function readRestored(store: Store): Promise<number> {
  return (await readInstant(store, RESTORED_AT)) ?? Number.NEGATIVE_INFINITY;
}

/** What was due before that may have been posted since the backup, of which this database knows nothing. */
export function wary(job: DeliverJob, restored: number): DeliverJob {
  return Date.parse(job.slot.scheduledAt) <= restored ? { ...job, mayStand: RESTORED } : job;
}
