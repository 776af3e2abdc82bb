import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sampleDatasets } from "../../src/data/sample/sample.ts";
import { folderOf } from "../support/folder-assistant.ts";
import { startServer } from "./database.ts";
import { describe, faultSchedule } from "./schedule.ts";
import { simulate } from "./simulate.ts";

/**
 * `npm run test:faults`: 200 schedules of faults; `-- 17`: that of one seed, `-- 1-50 60`: those of several.
 * Exit code 1 if one broke the promise; what its processes logged is then kept in a file.
 */
const failed: number[] = [];

async function play(): Promise<void> {
  const seeds = seedsOf(process.argv.slice(2));
  const dir = await mkdtemp(join(tmpdir(), "smallcaps-faults-"));
  const dataFolder = await folderOf(sampleDatasets());
  const server = await startServer(dir);
  try {
    for (const [index, seed] of seeds.entries()) {
      const started = performance.now();
      const schedule = faultSchedule(seed);
      const { broken, deliveries, log } = await simulate(server, schedule, dataFolder);
      const states = deliveries.map(({ state }) => state).sort();
      const counts = [...new Set(states)].map(
        (state) => `${states.filter((each) => each === state).length} ${state}`,
      );
      const seconds = ((performance.now() - started) / 1_000).toFixed(0);
      const verdict = broken.length === 0 ? "ok" : "BROKEN";
      console.log(
        `${index + 1}/${seeds.length} ${verdict} ${seconds} s ${describe(schedule)} → ${counts.join(", ")}`,
      );
      if (broken.length === 0) continue;
      failed.push(seed);
      for (const line of broken) console.log(`    ${line}`);
      const file = join(tmpdir(), `smallcaps-faults-${seed}.log`);
      await writeFile(file, `${log}\n${JSON.stringify(deliveries, null, 2)}\n`);
      console.log(`    its processes' log: ${file}`);
    }
  } finally {
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

function seedsOf(args: readonly string[]): readonly number[] {
  const ranges = args.length === 0 ? ["1-200"] : args;
  return ranges.flatMap((range) => {
    const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(range) ?? [];
    if (from === undefined) throw new Error(`"${range}" is no seed: give numbers such as 17, or 1-50`);
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index);
  });
}

await play();
if (failed.length > 0) console.log(`broken: npm run test:faults -- ${failed.join(" ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
