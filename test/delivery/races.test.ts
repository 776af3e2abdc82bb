import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { createAssistant } from "../../src/assistant.ts";
import type { Asker } from "../../src/briefing/briefing.ts";
import { openFolder } from "../../src/data/folder/folder.ts";
import { sampleDatasets } from "../../src/data/sample/sample.ts";
import { createSchedules } from "../../src/delivery/schedules.ts";
import { backup } from "../../src/storage/postgres/backup.ts";
import { topics } from "../../src/topics/index.ts";
import { briefingOf } from "../support/delivery/briefing.ts";
import { type DeliveryWorld, newWorld, type WorldOptions } from "../support/delivery/world.ts";
import { folderOf } from "../support/folder-assistant.ts";

const unacknowledged: Parameters<typeof createSchedules>[0]["acknowledge"] = async () => {
  throw new Error("no alert here");
};

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
const GRACE_OVER = "2026-11-24T13:31:00Z";
const texts = (w: DeliveryWorld) => w.server.messages.map(({ text }) => text);

/** Leaves a slot as a process does that is killed while it posts. */
async function leavePosting(w: DeliveryWorld, platform: "slack" | "teams") {
  const { id } = await w.subscribe({ platform });
  const slot = `${platform}/T1/${id}/2026-11-23`;
  const given = { slot, subscription: id, workspace: "T1", channel: "C1", session: "2026-11-23" };
  const claim = await w.storage.deliveries.claim({ ...given, platform, scheduledAt: DUE });
  if (claim === null) throw new Error("the slot is new");
  await w.storage.deliveries.move(claim, "posting");
  return slot;
}

/** What the jobs that wait say of their slots. */
async function waiting(w: DeliveryWorld): Promise<readonly unknown[]> {
  const { rows } = await w.storage.database.pool.query(
    "select data->'claim'->'delivery'->>'state' as state from pgboss.job where name = 'deliver' and state = 'created'",
  );
  return rows.map(({ state }) => state);
}

describe("a slot is posted once", () => {
  it("though the platform shows what it did not confirm only after it was asked", async () => {
    const w = await world({ timings: { settleMs: 1_000 } });
    await w.subscribe();
    await w.at("2026-11-24T07:00:00Z");
    w.server.fail("C1", "tardy");
    await w.at(DUE);
    await sleep(300);
    expect(w.server.messages).toHaveLength(1);
    expect(await w.storage.deliveries.list()).toMatchObject([{ state: "reconciled", attempts: 1 }]);
  });

  it("stopped between two renderings, it waits as one of which nothing arrived", async () => {
    const w = await world({
      timings: { renewMs: 1_500 },
      poster: (real) => ({
        ...real,
        post: async (where, posting, onSending) => {
          await onSending(); // refused by the platform: too rich
          await w.deps.controls.stopAll("now");
          return real.post(where, posting, onSending);
        },
      }),
    });
    await w.subscribe();
    await w.at("2026-11-24T07:00:00Z");
    w.set.now = Date.parse(DUE);
    await w.engine.plan(w.set.now);
    await expect.poll(() => w.recorded[0]?.became).toBe("not sent: posting was stopped: now");
    // A claim that says otherwise could be taken from whoever posts next.
    const seen: unknown[] = [];
    await expect.poll(async () => seen.push(...(await waiting(w)))).toBe(1);
    expect(seen).toEqual(["claimed"]);
    expect(w.server.messages).toEqual([]);
    w.set.now = Date.parse(GRACE_OVER);
    await w.idle();
  });
});

describe("a database read back from a backup", () => {
  const MORNING = "2025-11-25T07:00:00Z"; // before the restore, which is now
  async function restored(w: DeliveryWorld) {
    const file = join(await mkdtemp(join(tmpdir(), "smallcaps-backup-")), "backup");
    await backup(w.storage.database.db, file);
    return async () => world({ restored: { file, server: w.server } });
  }
  const subscribed = async () => {
    const w = await world();
    await w.subscribe({ createdAt: "2025-10-01T00:00:00Z" });
    await w.at(MORNING);
    return w;
  };

  it("posts nothing again that was posted since the backup, and what was not", async () => {
    const w = await subscribed();
    const readBack = await restored(w);
    await w.at("2025-11-25T07:30:00Z");
    const again = await readBack();
    await again.at("2025-11-25T09:00:00Z");
    expect(w.server.messages).toHaveLength(1);
    expect(await again.states()).toEqual({
      "2025-11-24": expect.stringMatching(/^reconciled: the database was restored from a backup/),
    });
    const other = await readBack();
    w.server.messages.length = 0;
    await other.at("2025-11-25T09:00:00Z");
    expect(w.server.messages).toHaveLength(1);
    expect(await other.states()).toEqual({ "2025-11-24": "posted" });
  });

  it("nor what was being posted while it was made; where nobody can be asked nobody knows", async () => {
    const w = await subscribed();
    let readBack = async () => w;
    w.set.answer = async (line) => {
      readBack = await restored(w); // claimed in it
      return briefingOf(line, 1, "2025-11-24");
    };
    await w.at("2025-11-25T07:30:00Z");
    const again = await readBack();
    again.set.canAsk = false;
    again.set.now = Date.parse("2025-11-25T09:00:00Z");
    await sleep(5);
    await again.engine.recover();
    await again.at("2025-11-25T09:00:00Z");
    expect(w.server.messages).toHaveLength(1);
    expect(await again.states()).toEqual({ "2025-11-24": expect.stringMatching(/^unknown: /) });
  });

  it("does not say of what is older that nothing was running", async () => {
    const w = await subscribed();
    const again = await (await restored(w))();
    await again.at("2025-11-25T20:00:00Z");
    expect(await again.states()).toEqual({
      "2025-11-24":
        "missed: not known to have been posted: the database was restored from a backup made before it was due",
    });
  });
});

describe("a slot ends", () => {
  it("although its platform is not connected any more: nobody knows, and it says so", async () => {
    const w = await world();
    const slot = await leavePosting(w, "teams");
    await sleep(5);
    await w.engine.recover();
    expect(await w.storage.deliveries.get(slot)).toMatchObject({ state: "posting" });
    w.set.now = Date.parse(GRACE_OVER);
    await sleep(5);
    await w.engine.recover();
    const reason = "smallcaps stopped while it was being posted; Teams cannot be asked whether it arrived";
    expect(await w.storage.deliveries.get(slot)).toMatchObject({ state: "unknown", reason });
  });

  it("although its platform gives no answer for as long as it could be posted", async () => {
    const w = await world({
      poster: (real) => ({ ...real, find: () => Promise.reject(new Error("ratelimited")) }),
    });
    const slot = await leavePosting(w, "slack");
    w.set.now = Date.parse(GRACE_OVER);
    await sleep(5);
    await w.engine.recover();
    expect(await w.storage.deliveries.get(slot)).toMatchObject({ state: "unknown" });
    expect(w.server.told).toHaveLength(1);
  });
});

describe("nothing is posted", () => {
  it.each(["paused", "removed"] as const)("by a subscription %s while its briefing is made", async (how) => {
    const w = await world({ timings: { renewMs: 20 } });
    const { id } = await w.subscribe();
    await w.at("2026-11-24T07:00:00Z");
    w.set.answer = async (line) => {
      if (how === "removed") await w.storage.subscriptions.remove(id);
      else await w.storage.subscriptions.change(id, { state: "paused", pausedAt: DUE });
      return briefingOf(line, 1, "2026-11-23");
    };
    await w.at(DUE);
    expect(w.server.messages).toEqual([]);
    expect(await w.states()).toEqual({ "2026-11-23": `missed: the subscription was ${how}` });
  });

  it("to an owner while posting is stopped", async () => {
    const w = await world();
    const slot = await leavePosting(w, "slack");
    await w.deps.controls.stopAll("an inquiry");
    w.set.canAsk = false;
    await sleep(5);
    await w.engine.recover();
    expect(await w.storage.deliveries.get(slot)).toMatchObject({ state: "unknown" });
    expect(w.server.told).toEqual([]);
  });

  it("of an operator's words in a channel", async () => {
    const w = await world({ timings: { renewMs: 20 } });
    await w.subscribe();
    await w.at("2026-11-24T07:00:00Z");
    w.set.answer = async (line) => {
      w.set.answer = async () => briefingOf(line, 1, "2026-11-23");
      await w.deps.controls.stopAll("the gap of 9.9 was wrong");
      return briefingOf(line, 1, "2026-11-23");
    };
    w.set.now = Date.parse(DUE);
    await w.engine.plan(w.set.now);
    await expect.poll(() => w.recorded[0]?.became).toMatch(/^not sent/);
    w.set.now += 600_000;
    await w.deps.controls.stopAll(null);
    await w.idle();
    expect(texts(w)[0]?.split("\n")[1]).toBe("Posted 10 min late: posting was stopped");
  });
});

it("what a pause left out is not owed after the next pause", async () => {
  const w = await world();
  const { id } = await w.subscribe();
  const schedules = createSchedules({
    ...w.deps,
    missing: () => null,
    adviseCadence: () => null,
    acknowledge: unacknowledged,
    baseline: async () => [],
    test: async () => {},
  });
  const asker: Asker = {
    ...{ platform: "slack" as const, workspace: "T1", channel: "C1", user: "U1" },
    isMember: async () => true,
    refusal: async () => null,
  };
  const say = (action: "pause" | "resume", time: string) => {
    w.set.now = Date.parse(`2026-11-24T${time}:00Z`);
    return schedules.run({ kind: "schedule", action, id }, asker);
  };
  await w.at("2026-11-24T07:00:00Z");
  await say("pause", "07:10");
  await say("resume", "07:40");
  await w.at("2026-11-24T07:41:00Z");
  await say("pause", "07:50");
  await say("resume", "07:51");
  await w.at("2026-11-24T07:52:00Z");
  expect(w.server.messages).toEqual([]);
  expect(await w.states()).toEqual({ "2026-11-23": "missed: the subscription was paused" });
});

describe("what is said is so", () => {
  it("a session that nobody read of is new to them, although the exchange was closed since", async () => {
    const w = await world();
    await w.subscribe({ days: "weekdays" });
    await w.at("2026-11-25T08:00:00Z");
    w.server.fail("C1", "gone");
    await w.at("2026-11-26T07:30:00Z"); // Thanksgiving Day, for Wednesday's session
    for (const { id } of await w.storage.subscriptions.list())
      await w.storage.subscriptions.change(id, { state: "active", note: null });
    await w.at("2026-11-27T07:30:00Z");
    expect(texts(w).map((text) => text.split("\n")[0])).toEqual(["Small-caps, valuation"]);
    await w.at("2026-11-30T07:30:00Z"); // compared with what was read
    expect(texts(w)[1]?.split("\n")[1]).toBe("Nothing material changed since the briefing of 25 Nov 2026");
  });

  it("a delay is not told after the briefing", async () => {
    const w = await world({ concurrency: 0 });
    await w.subscribe();
    const late = (newest: string) => async () =>
      [{ name: "index levels", cadence: "daily", lagDays: 0, newest }] as const;
    w.set.freshness = late("2026-11-20");
    w.set.now = Date.parse("2026-11-24T07:00:00Z");
    await w.engine.plan(w.set.now);
    const planned = async (time: string) => {
      w.set.now = Date.parse(`2026-11-24T${time}:00Z`);
      return (await w.engine.plan(w.set.now)).jobs.map(({ slot }) => slot.slot.split("/").slice(3).join("/"));
    };
    expect(await planned("07:36")).toEqual(["2026-11-23/delayed"]); // waits in the queue
    w.set.freshness = late("2026-11-23");
    expect(await planned("07:37")).toEqual(["2026-11-23"]);
    await (await world({ beside: w })).idle();
    expect(texts(w)).toEqual([expect.stringMatching(/^Small-caps, valuation/)]);
    expect(await w.states()).toEqual({
      "2026-11-23": "posted",
      "2026-11-23/delayed": "missed: the briefing was on its way before the delay was told",
    });
  });

  it("data that came in while it waited are not called late", async () => {
    const w = await world();
    await w.subscribe();
    let newest = "2026-11-20";
    w.set.freshness = async () => [{ name: "index levels", cadence: "daily", lagDays: 0, newest }];
    await w.at("2026-11-24T07:00:00Z");
    w.server.fail("C1", "limited");
    w.server.onPost = () => {
      newest = "2026-11-23";
    };
    await w.at("2026-11-24T09:30:00Z");
    expect(texts(w)).toHaveLength(1);
    expect(texts(w)[0]).not.toContain("not in");
  });

  it("a correction holds nothing that came in after the post", async () => {
    const w = await world();
    const { id } = await w.subscribe({ topics: ["performance"] });
    const all = sampleDatasets();
    const dates = Object.values(all.levels).flatMap((series) => series?.map(({ date }) => date) ?? []);
    const [session = "", next = ""] = [...new Set(dates)].sort().slice(-2);
    const upTo = (last: string) => {
      const series = Object.entries(all.levels).map(([name, points]) => [
        name,
        points.filter(({ date }) => date <= last && date >= "2022"),
      ]);
      return folderOf({ ...all, levels: Object.fromEntries(series) });
    };
    const answerFrom = async (dir: string) => {
      const market = await openFolder(dir);
      const assistant = createAssistant({
        market,
        topics,
        today: () => new Date(w.set.now).toISOString().slice(0, 10),
        defaultAsOf: "today",
        codeVersion: "test",
        firm: { name: "", disclaimer: "" },
      });
      w.set.answer = async (line, asOf) => {
        const answer = await assistant.answer(line, asOf === undefined ? {} : { asOf });
        if (answer.kind !== "briefing") throw new TypeError(line);
        return answer.briefing;
      };
    };
    await w.at(`${next}T07:00:00Z`);
    await answerFrom(await upTo(session));
    await w.at(`${next}T07:30:00Z`);
    const slot = `slack/T1/${id}/${session}`;
    expect(await w.storage.deliveries.get(slot)).toMatchObject({ state: "posted" });
    await answerFrom(await upTo(next)); // that day's close
    w.set.now += 86_400_000;
    await expect(w.engine.correct(slot, "a doubt")).rejects.toThrow("nothing in");
  });
});

describe("a command that fails", () => {
  it("is logged: nothing else tells of it", async () => {
    const w = await world({
      poster: (real) => ({ ...real, correct: () => Promise.reject(new Error("HTTP 500")) }),
    });
    const { id } = await w.subscribe();
    await w.at("2026-11-24T07:00:00Z");
    await w.at(DUE);
    w.set.answer = async (line, asOf) => briefingOf(line, 7, asOf ?? "");
    await w.engine.enqueueCorrection(`slack/T1/${id}/2026-11-23`, "why");
    await w.idle();
    expect(w.logs.join("\n")).toContain("a command failed, and is not tried again");
  });
});
