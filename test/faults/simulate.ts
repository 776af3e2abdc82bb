import { setTimeout as sleep } from "node:timers/promises";
import type { Delivery } from "../../src/storage/port.ts";
import { perform } from "./acts.ts";
import type { FaultServer } from "./database.ts";
import { violations } from "./invariants.ts";
import type { FaultSchedule } from "./schedule.ts";
import { createWorld, type World } from "./world.ts";

export interface Simulated {
  /** What of the promise was broken; empty: nothing. */
  readonly broken: readonly string[];
  readonly deliveries: readonly Delivery[];
  readonly log: string;
}

/** With the little that passes by itself, longer than a delivery is left alone by others; no jump that is distrusted. */
const ABANDONED_MS = 119_000;
const ROUNDS = 8;
const ROUND_MS = 8_000;
const QUIET_MS = 2_500;

/** Plays a schedule of faults with real processes, waits for fair weather, and looks what became of every slot. */
export async function simulate(
  server: FaultServer,
  schedule: FaultSchedule,
  dataFolder: string,
): Promise<Simulated> {
  const world = await createWorld(server, schedule, dataFolder);
  try {
    await world.start();
    const unperformed: string[] = [];
    for (const act of schedule.acts) unperformed.push(...(await perform(world, act)));
    for (const platform of world.platforms) platform.heal();
    await settle(world);
    const deliveries = await world.deliveries();
    await world.crew.stop();
    const audit = await world.audit();
    const broken = violations({
      owed: world.due,
      deliveries,
      visible: world.platforms.flatMap((each) => each.visible()),
      canAsk: schedule.historyScope ? ["slack"] : [],
      audit,
    });
    return { broken: [...broken, ...unperformed, ...world.crew.faults()], deliveries, log: world.crew.log() };
  } finally {
    await world.close();
  }
}

/** Until every slot has ended; then once more over all, in which nothing may happen any more. */
async function settle(world: World): Promise<void> {
  await world.crew.revive();
  const ahead = Math.max(0, ...world.due.map(({ at }) => at)) - (await world.database.now());
  if (ahead > 0) {
    await world.moveClock(ahead);
    await world.crew.turn();
  }
  for (let round = 1; round <= ROUNDS && !(await ended(world)); round += 1) {
    await world.moveClock(ABANDONED_MS);
    if (round > 1) await world.crew.turn(); // who did not look in between saw a jump, and distrusts it for a minute
    await world.minute();
    for (const until = performance.now() + ROUND_MS; performance.now() < until; await sleep(100)) {
      if (await ended(world)) break;
    }
  }
  await world.moveClock(ABANDONED_MS);
  await world.minute();
  await sleep(QUIET_MS);
}

async function ended(world: World): Promise<boolean> {
  const rows = await world.deliveries();
  const has = ({ subscription }: { readonly subscription: string }) =>
    rows.some((row) => row.subscription === subscription);
  return world.due.every(has) && rows.every(({ state }) => state !== "claimed" && state !== "posting");
}
