import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newBoss } from "../../src/delivery/boss.ts";
import { statementsOf } from "../../src/main/delivery.ts";
import { parseKeys } from "../../src/storage/keys.ts";
import { type OpenStorage, openStorage } from "../../src/storage/postgres/open.ts";
import { removeDir } from "../support/remove-dir.ts";
import { type FaultDatabase, type FaultServer, startServer } from "./database.ts";

const HOUR = 3_600_000;
const slot = {
  slot: "slack/T1/abc/2026-11-20",
  subscription: "abc",
  workspace: "T1",
  platform: "slack",
  channel: "C1",
  session: "2026-11-20",
  scheduledAt: "2026-11-23T07:30:00.000Z",
} as const;

let dir: string;
let server: FaultServer;
let database: FaultDatabase;
let storage: OpenStorage;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "smallcaps-faults-"));
  server = await startServer(dir);
});
afterAll(async () => {
  await server?.stop();
  await removeDir(dir);
});
beforeEach(async () => {
  database = await server.newDatabase();
  storage = await openStorage({
    url: database.urlFor("bot-1"),
    stateDir: "",
    as: "guest",
    keys: parseKeys(server.key),
  });
  return async () => {
    await storage.close();
    await database.drop();
  };
});

test("the product and what it writes go by the clock that was moved", async () => {
  const before = await storage.deliveries.now();
  expect(Math.abs(before - Date.now())).toBeLessThan(HOUR / 2);
  const left = await storage.deliveries.claim(slot);
  await database.moveClock(HOUR);
  expect((await storage.deliveries.now()) - before).toBeGreaterThanOrEqual(HOUR);
  const [taken, ...others] = await storage.deliveries.takeOver({ olderThanMs: HOUR, limit: 9 });
  expect(others).toEqual([]);
  const changed = Date.parse(taken?.delivery.changedAt ?? "") - Date.parse(left?.delivery.changedAt ?? "");
  expect(changed).toBeGreaterThanOrEqual(HOUR);
  const { createdAt } = await storage.subscriptions.add({
    ...slot,
    topics: ["ratecut"],
    at: { kind: "time", hhmm: "07:30", tz: "UTC" },
    days: "weekdays",
    when: "always",
    audience: "internal",
    owner: "U1",
  });
  expect(Date.parse(createdAt) - before).toBeGreaterThanOrEqual(HOUR);
});

describe("at the gate", () => {
  test("who waits is known by name; let pass, it is done", async () => {
    const gate = await database.closeGate("claimed", "slack");
    const claim = storage.deliveries.claim(slot);
    expect(await gate.caught(5_000)).toBe("bot-1");
    expect(await storage.deliveries.get(slot.slot)).toBeUndefined();
    await gate.open();
    expect(await claim).not.toBeNull();
  });

  test("refused, it never happened", async () => {
    const gate = await database.closeGate("claimed", "slack");
    const claim = storage.deliveries.claim(slot).catch(() => "refused");
    expect(await gate.caught(5_000)).toBe("bot-1");
    await gate.refuse("bot-1");
    expect(await claim).toBe("refused");
    await gate.open();
    expect(await storage.deliveries.get(slot.slot)).toBeUndefined();
  });

  test("only the state and the platform that were named wait", async () => {
    const gate = await database.closeGate("posting", "slack");
    const claim = await storage.deliveries.claim(slot);
    const other = await storage.deliveries.claim({ ...slot, slot: "t", platform: "teams" });
    if (!claim || !other) throw new Error("nobody else claims here");
    expect(await storage.deliveries.move(other, "posting")).not.toBeNull();
    const moving = storage.deliveries.move(claim, "posting");
    expect(await gate.caught(5_000)).toBe("bot-1");
    await gate.open();
    expect(await moving).not.toBeNull();
  });
});

test("a queue whose machine is weeks behind the database's clock asks for no timer that Node cannot count", async () => {
  const warnings: string[] = [];
  const warned = ({ name }: Error) => warnings.push(name);
  process.on("warning", warned);
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const queue = () =>
    newBoss({ executeSql: statementsOf(storage), log }, { schedule: false, supervise: false });
  await database.moveClock(40 * 24 * HOUR); // 3,456,000,000 ms; Node counts to 2,147,483,647
  const [other, own] = [queue(), queue()];
  await other.start();
  await database.ask("update pgboss.instance set pid = pid + 1"); // as another process of this machine
  await own.start();
  await sleep(100);
  await Promise.all([other, own].map((each) => each.stop({ graceful: false, close: false })));
  process.off("warning", warned);
  expect(warnings).toEqual([]);
});

test("a full disk refuses what is written, and no more once there is room", async () => {
  await database.fillDisk(true);
  await expect(storage.deliveries.claim(slot)).rejects.toMatchObject({ code: "bad_config" });
  expect(await storage.deliveries.had([slot.slot])).toEqual(new Set());
  await database.fillDisk(false);
  expect(await storage.deliveries.claim(slot)).not.toBeNull();
});

test.each(["restart", "crash"] as const)("a %s keeps what was recorded, and the clock", async (how) => {
  await database.moveClock(HOUR);
  await storage.deliveries.claim(slot);
  await server[how]();
  expect(await storage.deliveries.had([slot.slot])).toEqual(new Set([slot.slot]));
  expect(await storage.deliveries.now()).toBeGreaterThan(Date.now() + HOUR / 2);
});
