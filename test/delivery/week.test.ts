import { afterEach, describe, expect, it } from "vitest";
import { sampleDatasets } from "../../src/data/sample/sample.ts";
import { type DeliveryWorld, newWorld, type WorldOptions } from "../support/delivery/world.ts";
import { assistantOn, folderOf } from "../support/folder-assistant.ts";

const open: DeliveryWorld[] = [];

async function world(options?: WorldOptions): Promise<DeliveryWorld> {
  const made = await newWorld(options);
  open.push(made);
  return made;
}

afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

const MINUTE = 60_000;

/** Every half-hour of a stretch of time; what was posted then: "2026-11-23T07:30 2026-11-20". */
async function live(w: DeliveryWorld, from: string, to: string): Promise<Readonly<Record<string, string[]>>> {
  const posts: Record<string, string[]> = {};
  let seen = 0;
  for (let now = Date.parse(from); now <= Date.parse(to); now += 30 * MINUTE) {
    await w.at(new Date(now).toISOString());
    for (const { channel, slot } of w.server.messages.slice(seen)) {
      const list = posts[channel] ?? [];
      posts[channel] = list;
      list.push(`${new Date(now).toISOString().slice(0, 16)} ${slot.split("/").slice(3).join("/")}`);
    }
    seen = w.server.messages.length;
  }
  return posts;
}

describe("a week, lived", () => {
  it("Thanksgiving 2026: what the calendar says, and nothing else", { timeout: 60_000 }, async () => {
    const w = await world();
    await w.subscribe({ channel: "trading" });
    await w.subscribe({ channel: "weekdays", days: "weekdays" });
    await w.subscribe({
      channel: "close",
      at: { kind: "afterClose", minutes: 30, tz: "America/New_York" },
    });
    // The same by hand as test/delivery/schedule/slots.test.ts.
    expect(await live(w, "2026-11-22T00:00:00Z", "2026-11-30T22:00:00Z")).toEqual({
      trading: [
        "2026-11-23T07:30 2026-11-20",
        "2026-11-24T07:30 2026-11-23",
        "2026-11-25T07:30 2026-11-24",
        "2026-11-27T07:30 2026-11-25",
        "2026-11-30T07:30 2026-11-27",
      ],
      weekdays: [
        "2026-11-23T07:30 2026-11-20",
        "2026-11-24T07:30 2026-11-23",
        "2026-11-25T07:30 2026-11-24",
        "2026-11-26T07:30 2026-11-25",
        "2026-11-27T07:30 2026-11-25/nothing-new/2026-11-27",
        "2026-11-30T07:30 2026-11-27",
      ],
      close: [
        "2026-11-23T21:30 2026-11-23",
        "2026-11-24T21:30 2026-11-24",
        "2026-11-25T21:30 2026-11-25",
        "2026-11-27T18:30 2026-11-27",
        "2026-11-30T21:30 2026-11-30",
      ],
    });
    const notice = w.server.messages.find(({ slot }) => slot.includes("nothing-new"));
    expect(notice?.text).toBe(
      "Market closed on Thursday (Thanksgiving Day), nothing new since Wednesday's session",
    );
    const states = (await w.storage.deliveries.list()).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(["posted"]));
    expect(w.logs).toEqual([]);
  });

  it("the clocks change in London, a week before New York's", { timeout: 60_000 }, async () => {
    const w = await world();
    await w.subscribe({ channel: "london", createdAt: "2026-10-01T00:00:00Z" });
    expect(await live(w, "2026-10-22T12:00:00Z", "2026-10-28T12:00:00Z")).toEqual({
      london: [
        "2026-10-23T06:30 2026-10-22",
        "2026-10-26T07:30 2026-10-23",
        "2026-10-27T07:30 2026-10-26",
        "2026-10-28T07:30 2026-10-27",
      ],
    });
  });
});

describe("several processes", () => {
  it("share the work: each slot once, none left out", { timeout: 60_000 }, async () => {
    const one = await world({ concurrency: 4 });
    const two = await world({ beside: one, concurrency: 4 });
    const subscriptions = await Promise.all(
      Array.from({ length: 150 }, (_, index) => one.subscribe({ channel: `C${index}` })),
    );
    await one.at("2026-11-24T07:00:00Z");
    one.set.now = Date.parse("2026-11-24T07:30:00Z");
    await Promise.all([
      one.engine.plan(one.set.now),
      two.engine.plan(one.set.now),
      one.engine.plan(one.set.now),
    ]);
    await one.idle();
    const slots = one.server.messages.map(({ slot }) => slot).sort();
    expect(slots).toEqual(subscriptions.map(({ id }) => `slack/T1/${id}/2026-11-23`).sort());
  });

  it("one that starts plans at once, without being asked", async () => {
    const one = await world({ concurrency: 0 });
    await one.subscribe();
    one.set.now = Date.parse("2026-11-24T07:00:00Z");
    await one.engine.plan(one.set.now);
    one.set.now = Date.parse("2026-11-24T07:30:00Z");
    await world({ beside: one, cron: true });
    await expect.poll(() => one.server.messages.length, { timeout: 10_000 }).toBe(1);
  });

  it("one that stops lets what is under way finish", async () => {
    const one = await world();
    await one.subscribe();
    await one.at("2026-11-24T07:00:00Z");
    one.set.now = Date.parse("2026-11-24T07:30:00Z");
    one.server.fail("C1", "slow");
    const arrived = new Promise<void>((resolve) => {
      one.server.onPost = () => resolve();
    });
    await one.engine.plan(one.set.now);
    await arrived;
    await one.engine.stop();
    expect(await one.states()).toEqual({ "2026-11-23": "posted" });
  });
});

describe("a briefing that many channels share", () => {
  it("is computed and stored once", { timeout: 60_000 }, async () => {
    const w = await world();
    const assistant = await assistantOn(await folderOf(sampleDatasets()));
    w.set.answer = async (line) => {
      const answer = await assistant.answer(line);
      if (answer.kind !== "briefing") throw new TypeError(line);
      return answer.briefing;
    };
    for (let index = 0; index < 100; index += 1)
      await w.subscribe({ channel: `C${index}`, topics: ["ratecut"] });
    await w.at("2026-11-24T07:00:00Z");
    await w.at("2026-11-24T07:30:00Z");
    expect(w.server.messages).toHaveLength(100);
    // One object, not a hundred that are equal.
    expect(new Set(w.recorded.map(({ briefing }) => briefing)).size).toBe(1);
    expect(w.kept()).toBe(1);
  });
});
