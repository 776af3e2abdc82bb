import { setTimeout as sleep } from "node:timers/promises";
import type { DeliveryState, NewSubscription, Platform } from "../../src/storage/port.ts";
import type { FaultServer } from "./database.ts";
import { contradictions } from "./invariants.ts";
import type { PlatformFault } from "./schedule.ts";
import { createWorld, type World } from "./world.ts";

/** An instant, and what goes wrong then. */
export interface Wake {
  readonly at: string;
  readonly fault?:
    | { readonly platform: Platform; readonly does: PlatformFault }
    /** kill -9 of a process right before a delivery comes to this state. */
    | { readonly platform: Platform; readonly diesBefore: DeliveryState }
    | "restart"
    | "crash"
    | "disk full";
}

export type Rule = Pick<NewSubscription, "at" | "days">;

export interface Lived {
  /** By platform and rule: "2027-03-22T07:30 2027-03-19", when a slot was due and which it is, as the records have it. */
  readonly delivered: Readonly<Record<string, readonly string[]>>;
  /** Those that are not known to stand there: "teams weekdays 2027-…: unknown". */
  readonly others: readonly string[];
  readonly broken: readonly string[];
}

const PATIENCE_MS = 120_000;
const LASTS_MS = 3_000;
const ROUNDS = 10;
const ROUND_MS = 10_000;
const QUIET_MS = 1_500;
/** With the little that passes by itself, longer than a delivery is left alone by others. */
const ABANDONED_MS = 119_000;

interface Week {
  readonly from: string;
  readonly wakes: readonly Wake[];
  readonly rules: Readonly<Record<string, Rule>>;
  /** How many records there are after a wake, so that it is known when all is done. */
  readonly expected: (at: string) => number;
  readonly report: (line: string) => void;
}

/**
 * A stretch of time in minutes, lived by two real processes on both platforms: they are ended (in order and by kill -9
 * in turns, so that nobody sees the clock jump), the world's clock goes on to the next wake, they start, and find what
 * is due then, and a fault.
 */
export async function live(server: FaultServer, dataFolder: string, week: Week): Promise<Lived> {
  let offMs = 0;
  const setting = { platforms: ["slack", "teams"], historyScope: true, clocks: [0, 0], channels: 1 } as const;
  const world = await createWorld(server, setting, dataFolder, () => offMs);
  const go = async (byMs: number) => {
    offMs += Math.round(byMs);
    await world.moveClock(byMs);
  };
  const goTo = async (at: string) => go(Date.parse(at) + 1_000 - (await world.database.now()));
  try {
    await goTo(week.from);
    const names = await subscribeAll(world, week.rules);
    await world.start();
    for (const [index, { at, fault }] of week.wakes.entries()) {
      if (index % 2 === 0) await world.crew.stop();
      else await Promise.all(["bot-1", "bot-2"].map((name) => world.crew.kill(name)));
      await goTo(at);
      await happens(world, fault);
      await settle(world, week.expected(at), () => go(ABANDONED_MS));
      week.report(`${at}${fault === undefined ? "" : `: ${describeFault(fault)}`}`);
    }
    await world.crew.stop();
    return await lived(world, names);
  } finally {
    await world.close();
  }
}

/** Each rule on each platform, in a channel of its own: its name by the subscription's id. */
async function subscribeAll(
  { platforms, storage }: World,
  rules: Week["rules"],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const { platform, workspace, newChannel } of platforms) {
    for (const [name, rule] of Object.entries(rules)) {
      const channel = await newChannel(storage.store);
      const wish = {
        when: "always",
        audience: "internal",
        owner: "U0MEMBER01",
        topics: ["ratecut"],
      } as const;
      const { id } = await storage.subscriptions.add({ platform, workspace, channel, ...wish, ...rule });
      names.set(id, `${platform} ${name}`);
    }
  }
  return names;
}

/** The processes come up into the fault, and up again after it. */
async function happens(world: World, fault: Wake["fault"]): Promise<void> {
  const { crew, database, platforms, server } = world;
  const up = async () => {
    await crew.revive();
    await world.minute();
  };
  if (fault === undefined) return up();
  if (fault === "disk full") {
    await database.fillDisk(true);
    await up();
    await sleep(LASTS_MS);
    return void (await database.fillDisk(false));
  }
  if (fault === "restart" || fault === "crash") {
    await up();
    return server[fault]();
  }
  if ("does" in fault) {
    const faulty = platforms.find(({ platform }) => platform === fault.platform);
    faulty?.fail(fault.does, 1, "");
    await up();
    await sleep(LASTS_MS);
    return faulty?.heal();
  }
  const gate = await database.closeGate(fault.diesBefore, fault.platform);
  try {
    await up();
    const victim = await gate.caught(PATIENCE_MS);
    if (victim === null) throw new Error(`no delivery came to "${fault.diesBefore}" on ${fault.platform}`);
    await crew.kill(victim);
    await gate.refuse(victim);
  } finally {
    await gate.open();
  }
  await crew.revive();
}

/** Until there are so many records and all have ended; then a little longer, in which nothing may happen. */
async function settle(world: World, count: number, later: () => Promise<void>): Promise<void> {
  const isDone = async () => {
    const rows = await world.deliveries();
    return rows.length >= count && rows.every(({ state }) => state !== "claimed" && state !== "posting");
  };
  for (let round = 0; round < ROUNDS && !(await isDone()); round += 1) {
    for (const until = performance.now() + ROUND_MS; performance.now() < until; await sleep(100)) {
      if (await isDone()) break;
    }
    if (await isDone()) break;
    await later();
    await world.minute();
  }
  await sleep(QUIET_MS);
}

async function lived(world: World, names: ReadonlyMap<string, string>): Promise<Lived> {
  const deliveries = await world.deliveries();
  const delivered: Record<string, string[]> = {};
  for (const { subscription, scheduledAt, slot } of [...deliveries].reverse()) {
    const name = names.get(subscription) ?? subscription;
    const tail = slot.split("/").slice(3).join("/");
    delivered[name] = [...(delivered[name] ?? []), `${scheduledAt.slice(0, 16)} ${tail}`];
  }
  return {
    delivered,
    others: deliveries
      .filter(({ state }) => state !== "posted" && state !== "reconciled")
      .map(({ subscription, scheduledAt, state }) => `${names.get(subscription)} ${scheduledAt}: ${state}`)
      .sort(),
    broken: [
      ...contradictions({
        deliveries,
        visible: world.platforms.flatMap((each) => each.visible()),
        canAsk: ["slack"],
        audit: await world.audit(),
      }),
      ...world.crew.faults(),
    ],
  };
}

function describeFault(fault: NonNullable<Wake["fault"]>): string {
  if (typeof fault === "string") return fault === "disk full" ? fault : `database ${fault}`;
  return "does" in fault
    ? `${fault.platform}: ${fault.does}`
    : `kill -9 before ${fault.platform} is ${fault.diesBefore}`;
}
