import { setTimeout as sleep } from "node:timers/promises";
import type { DeliveryState } from "../../src/storage/port.ts";
import type { Act, KillStep } from "./schedule.ts";
import type { World } from "./world.ts";

/** How long a delivery may take to come to a step. */
const REACHED_MS = 60_000;
/** How long a fault lasts that has no length of its own. */
const LASTS_MS = 3_000;

type ActOf<Kind extends Act["kind"]> = Extract<Act, { readonly kind: Kind }>;

/** A wave of briefings comes due, and this happens meanwhile. What did not come about as it should, one line each. */
export async function perform(world: World, act: Act): Promise<readonly string[]> {
  switch (act.kind) {
    case "kill":
      return killed(world, act);
    case "platform":
      return platformFails(world, act);
    case "database":
      return databaseFails(world, act);
    case "disk full":
      return diskFull(world);
    case "clock":
      return clockJumps(world, act);
  }
}

interface AtGate {
  readonly state: DeliveryState;
  /** Whether what the process asked of the database is still done after its death. */
  readonly isDone: boolean;
}

const GATES: Readonly<Partial<Record<KillStep, AtGate>>> = {
  "before the claim": { state: "claimed", isDone: false },
  "after the claim": { state: "claimed", isDone: true },
  "before the request left": { state: "posting", isDone: false },
  "after the response, before the record": { state: "posted", isDone: false },
  "after the record": { state: "posted", isDone: true },
};

async function killed(world: World, { step, platform }: ActOf<"kill">): Promise<readonly string[]> {
  const gate = GATES[step];
  const victim =
    gate === undefined
      ? await killedAtPlatform(world, { step, platform })
      : await killedAtGate(world, gate, platform);
  if (victim === null) return [`idle: no delivery came to "${step}"`];
  await world.crew.revive();
  return [];
}

async function killedAtGate(
  world: World,
  { state, isDone }: AtGate,
  platform: ActOf<"kill">["platform"],
): Promise<string | null> {
  const gate = await world.database.closeGate(state, platform);
  try {
    await world.wave();
    await world.minute();
    const victim = await gate.caught(REACHED_MS);
    if (victim === null) return null;
    await world.crew.kill(victim);
    if (!isDone) await gate.refuse(victim);
    return victim;
  } finally {
    await gate.open();
  }
}

async function killedAtPlatform(
  world: World,
  { step, platform }: Pick<ActOf<"kill">, "step" | "platform">,
): Promise<string | null> {
  const held = world.platforms
    .find((each) => each.platform === platform)
    ?.hold(step === "after the request left, arrived", REACHED_MS);
  await world.wave();
  await world.minute();
  const victim = (await held) ?? null;
  if (victim !== null) await world.crew.kill(victim);
  return victim;
}

async function platformFails(
  world: World,
  { fault, platform, requests }: ActOf<"platform">,
): Promise<readonly string[]> {
  const faulty = world.platforms.find((each) => each.platform === platform);
  const channel = (await world.wave()).find((each) => each.platform === platform)?.channel ?? "";
  faulty?.fail(fault, requests, channel);
  if (fault === "gone") world.excuse(channel, "gone");
  await world.minute();
  await sleep(LASTS_MS);
  faulty?.heal(); // who was told to wait a minute does
  return [];
}

async function databaseFails(world: World, { how }: ActOf<"database">): Promise<readonly string[]> {
  await world.wave();
  await world.minute();
  await world.server[how]();
  return [];
}

async function diskFull(world: World): Promise<readonly string[]> {
  await world.wave();
  await world.database.fillDisk(true);
  await world.minute();
  await sleep(LASTS_MS);
  await world.database.fillDisk(false);
  return [];
}

async function clockJumps(world: World, { byMs }: ActOf<"clock">): Promise<readonly string[]> {
  await world.wave();
  await world.moveClock(byMs);
  await world.minute();
  await sleep(LASTS_MS);
  await world.crew.turn(); // who saw the clock jump distrusts it for a minute
  return [];
}
