import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeDir } from "../support/remove-dir.ts";
import { startServer } from "./database.ts";
import { monthlyFolder } from "./market.ts";
import { type FaultSchedule, faultSchedule } from "./schedule.ts";
import { type Simulated, simulate } from "./simulate.ts";

export interface Played extends Simulated {
  readonly schedule: FaultSchedule;
  readonly ms: number;
}

/** Plays the schedules of these seeds, so many at a time, each lane with a database server of its own. */
export async function playAll(
  seeds: readonly number[],
  lanes: number,
  report: (played: Played) => Promise<void>,
  stop?: AbortSignal,
): Promise<void> {
  const dataFolder = await monthlyFolder();
  const left = [...seeds];
  const lane = async () => {
    const dir = await mkdtemp(join(tmpdir(), "smallcaps-faults-"));
    const server = await startServer(dir);
    try {
      for (let seed = left.shift(); seed !== undefined && !stop?.aborted; seed = left.shift()) {
        const started = performance.now();
        const schedule = faultSchedule(seed);
        const simulated = await simulate(server, schedule, dataFolder).catch(unplayed);
        await report({ ...simulated, schedule, ms: performance.now() - started });
      }
    } finally {
      await server.stop();
      await removeDir(dir);
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, seeds.length) }, lane));
}

/** Whatever ended it, it is no proof. */
function unplayed(error: unknown): Simulated {
  const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { broken: [`not played to its end: ${why}`], deliveries: [], log: "" };
}
