import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Played, playAll } from "./play.ts";
import { describe } from "./schedule.ts";

/**
 * `npm run test:faults`: 200 schedules of faults. `-- 17`: that of one seed; `-- 1-50 60`: those of several;
 * `-- --lanes=4`: four at a time, each with a database server of its own. Exit code 1 if one broke the promise; what
 * its processes logged is then kept in a file.
 */
const LANES = /^--lanes=(\d+)$/;
const args = process.argv.slice(2);
const seeds = seedsOf(args.filter((arg) => !LANES.test(arg)));
const lanes = Number(args.flatMap((arg) => LANES.exec(arg)?.[1] ?? []).at(-1) ?? 2);
const failed: number[] = [];
let done = 0;

function seedsOf(ranges: readonly string[]): readonly number[] {
  return (ranges.length === 0 ? ["1-200"] : ranges).flatMap((range) => {
    const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(range) ?? [];
    if (from === undefined) throw new Error(`"${range}" is no seed: give numbers such as 17, or 1-50`);
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index);
  });
}

async function report({ schedule, broken, deliveries, log, ms }: Played): Promise<void> {
  done += 1;
  const verdict = broken.length === 0 ? "ok" : "BROKEN";
  const took = `${Math.round(ms / 1_000)} s`;
  console.log(`${done}/${seeds.length} ${verdict} ${took} ${describe(schedule)} → ${statesOf(deliveries)}`);
  if (broken.length === 0) return;
  failed.push(schedule.seed);
  for (const line of broken) console.log(`    ${line}`);
  const file = join(tmpdir(), `smallcaps-faults-${schedule.seed}.log`);
  await writeFile(file, `${log}\n${JSON.stringify(deliveries, null, 2)}\n`);
  console.log(`    its processes' log: ${file}`);
}

function statesOf(deliveries: Played["deliveries"]): string {
  const states = deliveries.map(({ state }) => state).sort();
  const count = (state: string) => states.filter((each) => each === state).length;
  return [...new Set(states)].map((state) => `${count(state)} ${state}`).join(", ");
}

const stop = new AbortController();
// What plays is played to its end, so that no process stays behind.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop.abort());
await playAll(seeds, lanes, report, stop.signal);
if (failed.length > 0) console.log(`broken: npm run test:faults -- ${failed.join(" ")}`);
process.exitCode = failed.length === 0 && !stop.signal.aborted ? 0 : 1;
