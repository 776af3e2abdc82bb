import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { backup } from "../../src/storage/postgres/backup.ts";
import { type DeliveryWorld, newWorld, type WorldOptions } from "../support/delivery/world.ts";

const open: DeliveryWorld[] = [];

async function world(options?: WorldOptions): Promise<DeliveryWorld> {
  const made = await newWorld(options);
  open.push(made);
  return made;
}

afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

/** Monday's briefings, due on Tuesday at 07:30 London, are planned; nobody takes a job. */
async function planned(w: DeliveryWorld, count = 1): Promise<void> {
  for (let index = 1; index <= count; index += 1) await w.subscribe({ channel: `C${index}` });
  w.set.now = Date.parse("2026-11-24T07:00:00Z");
  await w.engine.plan(w.set.now);
  w.set.now = Date.parse("2026-11-24T07:30:00Z");
  await w.engine.plan(w.set.now);
}

const jobs = async (w: DeliveryWorld) => {
  const { rows } = await w.storage.database.pool.query(
    "select data->'slot'->>'channel' as channel from pgboss.job where name = 'deliver' order by 1",
  );
  return rows.map(({ channel }) => channel as string);
};
const loseQueue = (w: DeliveryWorld) => w.storage.database.pool.query("delete from pgboss.job");
const channels = (w: DeliveryWorld) => w.server.messages.map(({ channel }) => channel).sort();

describe("a slot that is due", () => {
  it("is on record before anybody takes its job", async () => {
    const w = await world({ concurrency: 0 });
    await planned(w);
    expect(await w.states()).toEqual({ "2026-11-23": "claimed" });
    expect(await w.storage.deliveries.list()).toMatchObject([{ attempts: 0, reason: null }]);
  });

  it("is one process's job, however many plan together", async () => {
    const w = await world({ concurrency: 0 });
    await planned(w, 30);
    await w.storage.database.pool.query("delete from smallcaps.deliveries");
    await loseQueue(w);
    const others = await Promise.all([1, 2, 3].map(() => world({ beside: w, concurrency: 0 })));
    const looks = await Promise.all(others.map(({ engine }) => engine.plan(w.set.now)));
    const slots = looks.flatMap((look) => look.jobs.map(({ slot }) => slot.slot));
    expect(slots).toHaveLength(30);
    expect(new Set(slots).size).toBe(30);
    expect(await jobs(w)).toHaveLength(30);
  });

  it("is posted once though the queue lost its job", async () => {
    const w = await world({ concurrency: 0 });
    await planned(w, 2);
    await loseQueue(w);
    await sleep(5);
    const other = await world({ beside: w });
    await other.engine.recover();
    await other.idle();
    await other.engine.recover();
    await other.idle();
    expect(channels(w)).toEqual(["C1", "C2"]);
    // Reconciled: the second look came between a post and its record, and found it standing.
    const stands = expect.stringMatching(/^(?:posted|reconciled)$/);
    expect((await w.storage.deliveries.list()).map(({ state }) => state)).toEqual([stands, stands]);
  });

  it("waits in the queue once, however long it has to wait there", async () => {
    const w = await world({ concurrency: 0 });
    await planned(w, 2);
    for (const _ of [1, 2]) {
      await sleep(5);
      await w.engine.recover();
    }
    expect(await jobs(w)).toEqual(["C1", "C2"]);
    await (await world({ beside: w })).idle();
    expect(channels(w)).toEqual(["C1", "C2"]);
  });

  it("was missed where nothing ran until it was too late, and its job was lost", async () => {
    const w = await world({ concurrency: 0 });
    await planned(w);
    await loseQueue(w);
    w.set.now = Date.parse("2026-11-24T13:31:00Z");
    await sleep(5);
    const other = await world({ beside: w });
    await other.engine.recover();
    await other.idle();
    expect(w.server.messages).toEqual([]);
    expect(await w.states()).toEqual({
      "2026-11-23": "missed: it could not be posted within 6 hours of its time",
    });
  });

  it("and was posted after the backup that was read back is looked for first, though its job was lost", async () => {
    const w = await world();
    await w.subscribe({ createdAt: "2025-10-01T00:00:00Z" });
    await w.at("2025-11-25T07:00:00Z"); // before the restore, which is now
    const file = join(await mkdtemp(join(tmpdir(), "smallcaps-backup-")), "backup");
    await backup(w.storage.database.db, file);
    await w.at("2025-11-25T07:30:00Z");
    expect(w.server.messages).toHaveLength(1);
    const again = await world({ restored: { file, server: w.server }, concurrency: 0 });
    again.set.now = Date.parse("2025-11-25T07:40:00Z");
    await again.engine.plan(again.set.now);
    await loseQueue(again);
    await sleep(5);
    const other = await world({ beside: again });
    await other.engine.recover();
    await other.idle();
    expect(w.server.messages).toHaveLength(1);
    expect(await again.states()).toEqual({ "2025-11-24": expect.stringMatching(/^reconciled: /) });
  });
});
