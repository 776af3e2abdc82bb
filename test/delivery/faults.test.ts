import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { BriefingError } from "../../src/briefing/errors.ts";
import { sendCommand } from "../../src/delivery/order.ts";
import { statementsOf } from "../../src/main/delivery.ts";
import { briefingOf } from "../support/delivery/briefing.ts";
import { type DeliveryWorld, newWorld, type WorldOptions } from "../support/delivery/world.ts";
import { narrativeOf } from "../support/example-briefings.ts";
import { asAdmin } from "../support/postgres.ts";

const open: DeliveryWorld[] = [];

async function world(options?: WorldOptions): Promise<DeliveryWorld> {
  const made = await newWorld(options);
  open.push(made);
  return made;
}

afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

/** Monday's briefing, due on Tuesday at 07:30 London. */
const DUE = "2026-11-24T07:30:00Z";

async function dueAfter(w: DeliveryWorld, prepare: () => void = () => {}): Promise<void> {
  await w.at("2026-11-24T07:00:00Z");
  prepare();
  await w.at(DUE);
}

/** Leaves a slot as a process does that is killed in a state. */
async function leave(w: DeliveryWorld, state: "claimed" | "posting") {
  const { id } = await w.subscribe();
  await w.at("2026-11-24T07:00:00Z");
  w.set.now = Date.parse(DUE);
  const slot = `slack/T1/${id}/2026-11-23`;
  const claim = await w.storage.deliveries.claim({
    slot,
    subscription: id,
    workspace: "T1",
    platform: "slack",
    channel: "C1",
    session: "2026-11-23",
    scheduledAt: DUE,
  });
  if (claim === null) throw new Error("the slot is new");
  if (state === "posting") await w.storage.deliveries.move(claim, "posting");
  await sleep(5);
  return { id, slot };
}

const inChannel = (w: DeliveryWorld, slot: string) =>
  w.server.messages.push({ id: "m9", slot, channel: "C1", text: "it arrived", corrections: [] });

describe("a platform's faults", () => {
  it("asked to wait, it waits, and no other channel does", async () => {
    const w = await world({ concurrency: 1 });
    await w.subscribe();
    await w.subscribe({ channel: "C2" });
    await dueAfter(w, () => w.server.fail("C1", "limited", "limited"));
    expect(w.server.messages.map(({ channel }) => channel)).toEqual(["C2", "C1"]);
    const rows = await w.storage.deliveries.list();
    expect(rows.map(({ channel, state, attempts }) => `${channel} ${state} ${attempts}`).sort()).toEqual([
      "C1 posted 3",
      "C2 posted 1",
    ]);
  });

  it.each(["lost", "hang"] as const)(
    "%s: posted, though nobody was told; found, not posted again",
    async (fault) => {
      const w = await world();
      await w.subscribe();
      await dueAfter(w, () => w.server.fail("C1", fault));
      await w.engine.recover();
      await w.idle();
      expect(w.server.messages).toHaveLength(1);
      expect(await w.storage.deliveries.list()).toMatchObject([
        { state: "reconciled", messageId: "m1", attempts: 1 },
      ]);
      expect(w.recorded).toMatchObject([{ became: "sent m1" }]); // after all
    },
  );

  it("an answer that leaves it open, and no message there: posted again", async () => {
    const w = await world();
    await w.subscribe();
    await dueAfter(w, () => w.server.fail("C1", "down", "down"));
    expect(w.server.messages).toHaveLength(1);
    expect(await w.storage.deliveries.list()).toMatchObject([{ state: "posted", attempts: 3, reason: null }]);
  });

  it("that cannot be asked leaves it unknown: told once, never sent again, found when asking is allowed", async () => {
    const w = await world();
    const { id } = await w.subscribe();
    w.set.canAsk = false;
    await dueAfter(w, () => w.server.fail("C1", "lost", "down"));
    await w.at("2026-11-25T07:30:00Z");
    await sleep(5);
    await w.engine.recover();
    await w.idle();
    const unknown = (status: number) => `unknown: HTTP ${status}; Slack cannot be asked whether it arrived`;
    expect(await w.states()).toEqual({ "2026-11-23": unknown(500), "2026-11-24": unknown(503) });
    expect(w.server.messages).toHaveLength(1);
    expect(w.server.told).toHaveLength(1);
    expect(w.server.told[0]).toMatchObject({
      user: "U1",
      text: expect.stringContaining(`Your briefing ${id}`),
    });

    w.set.canAsk = true;
    w.set.now = Date.parse("2026-11-25T08:00:00Z");
    await sleep(5);
    await w.engine.recover();
    await w.idle();
    // Tuesday's stood there; Wednesday's did not, and is still in time.
    expect(await w.storage.deliveries.get(`slack/T1/${id}/2026-11-23`)).toMatchObject({
      state: "reconciled",
    });
    expect(await w.storage.deliveries.get(`slack/T1/${id}/2026-11-24`)).toMatchObject({ state: "posted" });
    expect(w.server.messages).toHaveLength(2);
  });

  it("that does not take it within the grace period: failed, and a new streak is told again", async () => {
    const w = await world({ timings: { lateness: { onTimeMs: 300_000, graceMs: 3_600_000 } } });
    await w.subscribe();
    w.server.onPost = () => {
      w.set.now += 20 * 60_000;
    };
    await dueAfter(w, () => w.server.fail("C1", "limited", "limited", "limited"));
    expect(await w.states()).toEqual({ "2026-11-23": "failed: asked to wait" });
    expect(w.server.told).toHaveLength(1);
    await w.at("2026-11-25T07:30:00Z");
    await w.at("2026-11-27T07:30:00Z");
    expect(w.server.told).toHaveLength(1);
    w.server.fail("C1", "limited", "limited", "limited");
    await w.at("2026-11-30T07:30:00Z");
    expect(await w.states()).toMatchObject({
      "2026-11-24": "posted",
      "2026-11-25": "posted",
      "2026-11-27": "failed: asked to wait",
    });
    expect(w.server.told).toHaveLength(2);
  });

  it("a channel that is gone ends all that it was to have, and its owner hears it", async () => {
    const w = await world();
    const one = await w.subscribe();
    const other = await w.subscribe({ at: { kind: "time", hhmm: "09:00", tz: "Europe/London" } });
    const elsewhere = await w.subscribe({ channel: "C2" });
    await dueAfter(w, () => w.server.fail("C1", "gone"));
    await w.at("2026-11-24T09:00:00Z");
    const stateOf = async (id: string) => (await w.storage.subscriptions.get(id))?.state;
    expect(await Promise.all([one.id, other.id, elsewhere.id].map(stateOf))).toEqual([
      "deactivated",
      "deactivated",
      "active",
    ]);
    expect((await w.storage.subscriptions.get(one.id))?.note).toBe("channel_not_found");
    expect(await w.storage.deliveries.get(`slack/T1/${one.id}/2026-11-23`)).toMatchObject({
      state: "failed",
      reason: "channel_not_found",
    });
    expect(w.server.told.map(({ text }) => text.includes(one.id))).toEqual([true]);
    expect(w.server.messages.map(({ channel }) => channel)).toEqual(["C2"]);
  });
});

describe("a notice of delay to a channel that is gone", () => {
  it("ends the schedule, and its owner hears how it begins again", async () => {
    const w = await world();
    const { id } = await w.subscribe();
    w.set.freshness = async () => [
      { name: "index levels", cadence: "daily", lagDays: 0, newest: "2026-11-20" },
    ];
    await dueAfter(w, () => w.server.fail("C1", "gone"));
    await w.at("2026-11-24T07:36:00Z");
    expect((await w.storage.subscriptions.get(id))?.state).toBe("deactivated");
    expect(w.server.told.map(({ text }) => text)).toEqual([
      expect.stringContaining(`it is deactivated until "schedule resume ${id}" is typed there`),
    ]);
  });
});

describe("what a killed process left", () => {
  it("claimed: delivered by another", async () => {
    const w = await world();
    const { slot } = await leave(w, "claimed");
    expect(await w.engine.recover()).toBe(1);
    await w.idle();
    expect(w.server.messages).toMatchObject([{ slot }]);
    expect(await w.states()).toEqual({ "2026-11-23": "posted" });
  });

  it("claimed, found too late: missed", async () => {
    const w = await world();
    await leave(w, "claimed");
    w.set.now = Date.parse("2026-11-24T13:31:00Z");
    await w.engine.recover();
    await w.idle();
    expect(w.server.messages).toEqual([]);
    expect(await w.states()).toEqual({
      "2026-11-23": "missed: it could not be posted within 6 hours of its time",
    });
  });

  it("posting, and it arrived: found", async () => {
    const w = await world();
    const { slot } = await leave(w, "posting");
    inChannel(w, slot);
    await w.engine.recover();
    await w.idle();
    expect(w.server.messages).toHaveLength(1);
    expect(await w.storage.deliveries.get(slot)).toMatchObject({ state: "reconciled", messageId: "m9" });
  });

  it("posting, and it did not: posted", async () => {
    const w = await world();
    const { slot } = await leave(w, "posting");
    await w.engine.recover();
    await w.idle();
    expect(w.server.messages).toMatchObject([{ slot }]);
    expect(await w.storage.deliveries.get(slot)).toMatchObject({ state: "posted", attempts: 2 });
  });

  it("posting, and nobody can be asked: unknown", async () => {
    const w = await world();
    const { slot } = await leave(w, "posting");
    inChannel(w, slot);
    w.set.canAsk = false;
    await w.engine.recover();
    await w.idle();
    expect(w.server.messages).toHaveLength(1);
    expect(await w.states()).toEqual({
      "2026-11-23":
        "unknown: smallcaps stopped while it was being posted; Slack cannot be asked whether it arrived",
    });
  });

  it("one that was taken for dead and lives on posts nothing", async () => {
    const w = await world();
    const { id } = await w.subscribe();
    await w.at("2026-11-24T07:00:00Z");
    const slot = `slack/T1/${id}/2026-11-23`;
    let slow = true;
    w.set.answer = async (line) => {
      if (slow) {
        slow = false;
        await sleep(5);
        await w.engine.recover(); // takes it over while this one computes
        await expect.poll(() => w.server.messages.length).toBe(1);
      }
      return briefingOf(line, 1, "2026-11-23");
    };
    await w.at(DUE);
    expect(w.server.messages).toMatchObject([{ slot }]);
    expect(await w.storage.deliveries.get(slot)).toMatchObject({ state: "posted", attempts: 1 });
  });
});

describe("the database away for a while", () => {
  it("what was due is posted once it is back", async () => {
    const w = await world();
    await w.subscribe();
    await w.at("2026-11-24T07:00:00Z");
    const name = new URL(w.url).pathname.slice(1);
    const cut = "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1";
    await asAdmin(async (admin) => {
      await admin.query(`alter database ${name} allow_connections false`);
      await admin.query(cut, [name]);
      w.set.now = Date.parse(DUE);
      await expect(w.engine.plan(w.set.now)).rejects.toThrow(BriefingError);
      await sleep(600);
      await admin.query(`alter database ${name} allow_connections true`);
    });
    await w.at(DUE);
    expect(await w.states()).toEqual({ "2026-11-23": "posted" });
  });

  it("away between the post and its record: recorded when it is back, not posted twice", async () => {
    const w = await world();
    const { id } = await w.subscribe();
    await w.at("2026-11-24T07:00:00Z");
    const name = new URL(w.url).pathname.slice(1);
    await asAdmin(async (admin) => {
      let cut: Promise<unknown> = Promise.resolve();
      w.server.fail("C1", "slow");
      w.server.onPost = () => {
        cut = admin
          .query(`alter database ${name} allow_connections false`)
          .then(() =>
            admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]),
          )
          .then(() => sleep(100))
          .then(() => admin.query(`alter database ${name} allow_connections true`));
      };
      w.set.now = Date.parse(DUE);
      await w.engine.plan(w.set.now);
      await expect.poll(() => w.server.messages.length, { timeout: 5_000 }).toBe(1);
      await cut;
    });
    await sleep(300);
    await w.engine.recover();
    const slot = `slack/T1/${id}/2026-11-23`;
    await expect
      .poll(async () => (await w.storage.deliveries.get(slot))?.state, { timeout: 5_000 })
      .toMatch(/^(posted|reconciled)$/);
    expect(w.server.messages).toHaveLength(1);
  });
});

describe("corrections", () => {
  it("take the message's place and say what was wrong; of nothing there are none", async () => {
    const w = await world();
    const { id } = await w.subscribe();
    await dueAfter(w);
    const slot = `slack/T1/${id}/2026-11-23`;
    await expect(w.engine.correct(slot, "a wrong index level")).rejects.toThrow("differs");
    await expect(w.engine.correct("slack/T1/none/2026-11-23", "why")).rejects.toThrow("no delivery");
    w.set.answer = async (line, asOf) => briefingOf(line, 7, asOf ?? "");
    const executeSql = statementsOf(w.storage);
    await sendCommand({ executeSql, log: w.deps.log }, { kind: "correct", slot, why: "a wrong index level" });
    await expect
      .poll(() => w.server.messages[0]?.corrections, { timeout: 5_000 })
      .toEqual(["a wrong index level. Gap rose from +1.0 to +7.0 pp"]);
    await w.idle();
    expect(w.server.messages).toHaveLength(1);
    expect(w.server.messages[0]?.text).toContain("Corrected: a wrong index level");
    expect(w.server.messages[0]?.text).toMatch(/^Next: Wed 25 Nov 2026 07:30/m);
    expect(w.recorded.at(-1)).toMatchObject({ origin: "correction", slot, became: "sent m1" });
    await expect(w.engine.correct(slot, "again")).rejects.toThrow("differs");
    const patience = { taken: 5_000, done: 5_000 };
    const again = { kind: "correct" as const, slot, why: "again" };
    expect(await sendCommand({ executeSql, log: w.deps.log }, again, patience)).toEqual({
      refused: `nothing in ${slot} differs from what was posted`,
      hint: "load the corrected data first",
    });
    // The next briefing is compared with what stands there now.
    w.set.answer = async (line) => briefingOf(line, 7, "2026-11-25");
    await w.at("2026-11-25T07:30:00Z");
    expect(w.server.messages[1]?.text).toContain("Nothing material changed since the briefing of 2");
  });

  it("of a summary there are none; one that is written has its own, and posting may be stopped meanwhile", async () => {
    const w = await world();
    const { id } = await w.subscribe();
    w.set.narrated = async (briefing) => ({ ...briefing, narrative: narrativeOf("Words of the first.") });
    await dueAfter(w);
    const slot = `slack/T1/${id}/2026-11-23`;
    w.set.narrated = async (briefing) => ({ ...briefing, narrative: narrativeOf("Words of another.") });
    await expect(w.engine.correct(slot, "other words")).rejects.toThrow("differs");
    w.set.answer = async (line, asOf) => briefingOf(line, 7, asOf ?? "");
    w.set.narrated = async (briefing) => {
      await w.deps.controls.pause("T1", "wrong prices");
      return { ...briefing, narrative: narrativeOf("Words of another.") };
    };
    await expect(w.engine.correct(slot, "a wrong index level")).rejects.toThrow("posting was stopped");
    expect(w.server.messages[0]?.corrections).toEqual([]);
    await w.deps.controls.pause("T1", null);
    w.set.narrated = async (briefing) => ({ ...briefing, narrative: narrativeOf("Words of another.") });
    await w.engine.correct(slot, "a wrong index level");
    expect(w.recorded.at(-1)?.message).toContain("Words of another.");
    expect(w.server.messages[0]?.corrections).toEqual(["a wrong index level. Gap rose from +1.0 to +7.0 pp"]);
  });

  it("are refused for what never arrived", async () => {
    const w = await world();
    await w.subscribe();
    await w.at("2026-11-23T07:00:00Z");
    await w.at("2026-11-24T07:30:00Z");
    const missed = (await w.storage.deliveries.list({ states: ["missed"] }))[0];
    await expect(w.engine.correct(missed?.slot ?? "", "why")).rejects.toThrow("never posted (it is missed)");
  });
});
