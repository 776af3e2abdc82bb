import { afterEach, describe, expect, it } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { BriefingError } from "../../src/briefing/errors.ts";
import { commandOf } from "../../src/delivery/words.ts";
import { briefingOf } from "../support/delivery/briefing.ts";
import { type DeliveryWorld, newWorld, type WorldOptions } from "../support/delivery/world.ts";
import { narrativeOf } from "../support/example-briefings.ts";

const open: DeliveryWorld[] = [];

async function world(options?: WorldOptions): Promise<DeliveryWorld> {
  const made = await newWorld(options);
  open.push(made);
  return made;
}

afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

const texts = (w: DeliveryWorld) => w.server.messages.map(({ text }) => text);
const HEADLINE = "Small-caps, valuation";
const NEXT_TUESDAY = "Next: Wed 25 Nov 2026 07:30 (GMT) for Tuesday's session";
const value = (w: DeliveryWorld, gap: number) => {
  w.set.answer = async (line, asOf) =>
    briefingOf(line, gap, asOf ?? new Date(w.set.now).toISOString().slice(0, 10));
};

describe("one slot", () => {
  it("is posted once, however often it is planned, and says when the next is due", async () => {
    const w = await world();
    const { id } = await w.subscribe();
    await w.at("2026-11-24T07:00:00Z");
    expect(w.server.messages).toEqual([]);
    await w.at("2026-11-24T07:30:10Z");
    await w.at("2026-11-24T07:31:10Z");
    await w.at("2026-11-24T12:31:10Z");
    expect(w.logs).toEqual([]);
    const slot = `slack/T1/${id}/2026-11-23`;
    expect(w.server.messages).toMatchObject([{ slot, channel: "C1", text: `${HEADLINE}\n${NEXT_TUESDAY}` }]);
    const row = await w.storage.deliveries.get(slot);
    expect(row).toMatchObject({
      state: "posted",
      attempts: 1,
      reason: null,
      messageId: "m1",
      postedAt: "2026-11-24T07:30:10.000Z",
    });
    expect((await w.storage.briefings.get(row?.briefingId ?? ""))?.command).toBe("valuation");
    expect(w.recorded).toMatchObject([{ slot, origin: "schedule", user: null, became: "sent m1" }]);
  });

  it("says at its foot what lies ahead, and goes out without where that cannot be told", async () => {
    const w = await world();
    w.set.ahead = async (asOf) => [`Ahead of ${asOf}: FOMC`];
    await w.subscribe();
    await w.at("2026-11-24T07:00:00Z");
    await w.at("2026-11-24T07:30:10Z");
    w.set.ahead = async () => {
      throw new Error("no calendar");
    };
    await w.at("2026-11-25T07:30:10Z");
    const [first = "", second = ""] = texts(w);
    expect(first.split("\n").slice(-2)).toEqual(["Ahead of 2026-11-23: FOMC", NEXT_TUESDAY]);
    expect(second).toContain(HEADLINE);
    expect(second).not.toContain("Ahead");
    expect(w.logs.join()).toContain("what lies ahead could not be told");
  });

  it("has its summary where its workspace has them: posted, recorded, but no part of what is kept", async () => {
    const w = await world();
    const asked: string[] = [];
    w.set.narrated = async (briefing, workspace) => {
      asked.push(workspace);
      return { ...briefing, narrative: narrativeOf("Words of a model.") };
    };
    const { id } = await w.subscribe();
    await w.at("2026-11-24T07:00:00Z");
    await w.at("2026-11-24T07:30:10Z");
    expect(asked).toEqual(["T1"]);
    expect(w.recorded[0]?.message).toContain("Words of a model.");
    expect(w.recorded[0]?.briefing?.narrative?.text).toBe("Words of a model.");
    const row = await w.storage.deliveries.get(`slack/T1/${id}/2026-11-23`);
    expect(row?.state).toBe("posted");
    const kept = await w.storage.briefings.get(row?.briefingId ?? "");
    expect(kept?.body).not.toContain("narrative");
  });

  it("shares its briefing with other workspaces, but not its summary", async () => {
    const w = await world();
    const made = new Map<string, Promise<Briefing>>();
    w.set.answer = (line, asOf) => {
      const one = made.get(line) ?? Promise.resolve(Object.freeze(briefingOf(line, 1, asOf ?? "")));
      made.set(line, one);
      return one;
    };
    w.set.narrated = async (briefing, workspace) =>
      workspace === "T1" ? { ...briefing, narrative: narrativeOf("Words of a model.") } : briefing;
    await w.subscribe();
    await w.subscribe({ workspace: "T2", channel: "C2" });
    await w.at("2026-11-24T07:00:00Z");
    await w.at("2026-11-24T07:30:10Z");
    const told = w.recorded.map(({ workspace, message, briefing }) => [
      workspace,
      message.includes("Words of a model."),
      briefing?.narrative?.text,
    ]);
    expect(made.size).toBe(1);
    expect(told.sort()).toEqual([
      ["T1", true, "Words of a model."],
      ["T2", false, undefined],
    ]);
  });

  it("several topics are one briefing", () => {
    expect(commandOf(["valuation"])).toBe("valuation");
    expect(commandOf(["valuation", "ratecut"])).toBe("brief topics=valuation,ratecut");
  });

  it("nothing is owed from before the first start", async () => {
    const w = await world();
    await w.subscribe();
    await w.at("2026-11-24T09:00:00Z");
    await w.at("2026-11-24T09:01:00Z");
    expect(await w.states()).toEqual({});
  });
});

describe("a clock that jumps", () => {
  it("plans nothing until it has held for a minute", async () => {
    let steady = 0;
    const w = await world({ monotonic: () => steady });
    await w.subscribe();
    await w.at("2026-11-24T07:00:00Z");
    steady += 60_000; // a minute later, and the wall clock is two days on
    await w.at("2026-11-26T07:30:00Z");
    steady += 60_000;
    await w.at("2026-11-24T07:02:00Z"); // set right again
    expect(await w.states()).toEqual({});
    steady += 28 * 60_000;
    await w.at("2026-11-24T07:30:00Z");
    expect(await w.states()).toEqual({ "2026-11-23": "posted" });
  });
});

describe("what changed", () => {
  it("opens the briefing; nothing is a briefing too", async () => {
    const w = await world();
    await w.subscribe();
    await w.at("2026-11-24T07:00:00Z");
    await w.at("2026-11-24T07:30:00Z");
    await w.at("2026-11-25T07:30:00Z");
    value(w, 5);
    await w.at("2026-11-27T07:30:00Z");
    expect(texts(w).map((text) => text.split("\n")[1])).toEqual([
      NEXT_TUESDAY,
      "Nothing material changed since the briefing of 23 Nov 2026",
      "Changed since the briefing of 24 Nov 2026: Gap rose from +1.0 to +5.0 pp",
    ]);
  });

  it("is waited for where only changes are wanted, and the slot says so", async () => {
    const w = await world();
    await w.subscribe({ when: "changed", days: "weekdays" });
    await w.at("2026-11-24T07:00:00Z");
    await w.at("2026-11-24T07:30:00Z");
    await w.at("2026-11-25T07:30:00Z");
    value(w, 5);
    await w.at("2026-11-26T07:30:00Z");
    await w.at("2026-11-27T07:30:00Z"); // a repeat, and silent
    expect(await w.states()).toEqual({
      "2026-11-23": "posted",
      "2026-11-24": "missed: nothing material changed since the briefing of 23 Nov 2026",
      "2026-11-25": "posted",
    });
    expect(w.server.messages).toHaveLength(2);
  });
});

describe("late", () => {
  it("within the grace period it is posted and says how late; past it it is missed", async () => {
    const w = await world();
    await w.subscribe();
    await w.at("2026-11-23T07:00:00Z");
    await w.at("2026-11-25T08:10:00Z");
    expect(await w.states()).toEqual({
      "2026-11-20": "missed: nothing was running to post it within 6 hours of its time",
      "2026-11-23": "missed: nothing was running to post it within 6 hours of its time",
      "2026-11-24": "posted",
    });
    expect(texts(w)[0]?.split("\n")[1]).toBe("Posted 40 min late: it was due at 07:30 (Europe/London)");
  });

  it("what nobody was there to post is not said to have waited for its data", async () => {
    const w = await world();
    await w.subscribe();
    w.set.freshness = async () => [
      { name: "index levels", cadence: "daily", lagDays: 0, newest: "2026-11-20" },
    ];
    await w.at("2026-11-24T07:00:00Z");
    await w.at("2026-11-24T12:30:00Z");
    expect(texts(w)[0]?.split("\n").slice(1, 3)).toEqual([
      "Posted 5 h late: it was due at 07:30 (Europe/London)",
      "Index levels of 23 Nov 2026 are not in (newest: 20 Nov 2026)",
    ]);
  });

  it("data are waited for, the delay is told once, and past the deadline it says what is late", async () => {
    const w = await world();
    await w.subscribe();
    await w.subscribe({ channel: "C2" });
    const asked: string[] = [];
    let newest = "2026-11-20";
    w.set.freshness = async (topics) => {
      asked.push(topics.join());
      return [{ name: "index levels", cadence: "daily", lagDays: 0, newest }];
    };
    await w.at("2026-11-24T07:00:00Z");
    await w.at("2026-11-24T07:30:00Z");
    expect(asked).toEqual(["valuation"]); // once, though two subscriptions share it
    expect(await w.states()).toEqual({});
    await w.at("2026-11-24T07:36:00Z");
    await w.at("2026-11-24T07:37:00Z");
    const wait =
      "This briefing waits until 09:30 (GMT) at most: index levels of 23 Nov 2026 are not in (newest: 20 Nov 2026)";
    expect(texts(w)).toEqual([wait, wait]);
    await w.at("2026-11-24T09:30:00Z");
    expect(texts(w)[2]).toBe(
      `${HEADLINE}\nPosted 2 h late: it waited for its data\nIndex levels of 23 Nov 2026 are not in (newest: 20 Nov 2026)\n${NEXT_TUESDAY}`,
    );
    newest = "2026-11-24";
    await w.at("2026-11-25T07:30:00Z");
    expect(await w.states()).toEqual({
      "2026-11-23": "posted",
      "2026-11-23/delayed": "posted",
      "2026-11-24": "posted",
    });
    expect(w.server.messages).toHaveLength(6);
  });
});

describe("no briefing", () => {
  it("data that cannot be had are tried again, then the reason is posted", async () => {
    const w = await world();
    await w.subscribe();
    let asked = 0;
    w.set.answer = async () => {
      asked += 1;
      throw new BriefingError("data_unavailable", "index levels are not at hand.", "load them");
    };
    await w.at("2026-11-24T07:00:00Z");
    await w.at("2026-11-24T07:30:00Z");
    const said = "No briefing today: index levels are not at hand; load them";
    expect(asked).toBe(6);
    expect(texts(w)).toEqual([said]);
    expect(await w.states()).toEqual({ "2026-11-23": `posted: ${said}` });
  });

  it("a hiccup costs a moment, no message", async () => {
    const w = await world();
    await w.subscribe();
    let asked = 0;
    w.set.answer = async (line) => {
      asked += 1;
      if (asked < 3) throw new BriefingError("data_unavailable", "down", "wait");
      return briefingOf(line, 1, "2026-11-23");
    };
    await w.at("2026-11-24T07:00:00Z");
    await w.at("2026-11-24T07:30:00Z");
    expect(texts(w)).toEqual([`${HEADLINE}\n${NEXT_TUESDAY}`]);
  });

  it("a bug is told by a number that stands in the log, and by nothing else", async () => {
    const w = await world();
    await w.subscribe();
    w.set.answer = async () => {
      throw new TypeError("secret internals");
    };
    await w.at("2026-11-24T07:00:00Z");
    await w.at("2026-11-24T07:30:00Z");
    const [text = ""] = texts(w);
    const [, reference = "none"] = /under ([0-9a-f]{8})$/.exec(text) ?? [];
    expect(text).not.toContain("secret");
    expect(w.logs.some((line) => line.includes(reference) && line.includes("secret internals"))).toBe(true);
  });

  it("sample data are never posted", async () => {
    const w = await world();
    await w.subscribe();
    w.set.answer = async (line) => ({ ...briefingOf(line, 1, "2026-11-23"), dataMode: "sample" });
    await w.at("2026-11-24T07:00:00Z");
    await w.at("2026-11-24T07:30:00Z");
    expect(w.server.messages).toEqual([]);
    expect(await w.states()).toEqual({
      "2026-11-23": "failed: sample data are never posted: load real data first",
    });
    expect(w.server.told).toHaveLength(1);
  });
});

describe("stopped, paused, removed", () => {
  it("the kill switch holds everything; lifted in time it is posted, later it was missed", async () => {
    const w = await world();
    await w.subscribe();
    await w.at("2026-11-24T07:00:00Z");
    await w.deps.controls.stopAll("wrong data");
    await w.at("2026-11-24T07:30:00Z");
    expect(await w.states()).toEqual({});
    await w.deps.controls.stopAll(null);
    await w.at("2026-11-24T08:30:00Z");
    expect(await w.states()).toEqual({ "2026-11-23": "posted" });
    await w.deps.controls.pause("T1", "audit");
    await w.at("2026-11-25T07:30:00Z");
    await w.at("2026-11-25T13:31:00Z");
    expect(await w.states()).toMatchObject({ "2026-11-24": "missed: posting was stopped: audit" });
    expect(w.server.messages).toHaveLength(1);
  });

  it("a workspace stopped while its briefing is made gets none", async () => {
    const w = await world({ timings: { renewMs: 20 } });
    await w.subscribe();
    await w.at("2026-11-24T07:00:00Z");
    w.set.answer = async (line) => {
      await w.deps.controls.stopAll("now");
      return briefingOf(line, 1, "2026-11-23");
    };
    w.set.now = Date.parse("2026-11-24T07:30:00Z");
    await w.engine.plan(w.set.now);
    await expect.poll(() => w.recorded[0]?.became).toBe("not sent: posting was stopped: now");
    w.set.now += 7 * 3_600_000;
    await w.idle();
    expect(await w.states()).toEqual({ "2026-11-23": "missed: posting was stopped: now" });
    expect(w.server.messages).toEqual([]);
  });

  it("a subscription that ended after it was planned gets none", async () => {
    const w = await world({ concurrency: 0 });
    const paused = await w.subscribe();
    const removed = await w.subscribe({ channel: "C2" });
    w.set.now = Date.parse("2026-11-24T07:00:00Z");
    await w.engine.plan(w.set.now);
    w.set.now = Date.parse("2026-11-24T07:30:00Z");
    await w.engine.plan(w.set.now);
    await w.storage.subscriptions.change(paused.id, { state: "paused", pausedAt: "2026-11-24T07:30:05Z" });
    await w.storage.subscriptions.remove(removed.id);
    const second = await world({ beside: w });
    await second.idle();
    const reasons = (await w.storage.deliveries.list()).map(({ state, reason }) => `${state}: ${reason}`);
    expect(reasons.sort()).toEqual([
      "missed: the subscription was paused",
      "missed: the subscription was removed",
    ]);
    expect(w.server.messages).toEqual([]);
  });
});

describe("a test", () => {
  it("is posted now, beside the slots, and counts for no comparison", async () => {
    const w = await world();
    const { id } = await w.subscribe();
    await w.at("2026-11-24T07:00:00Z");
    w.set.freshness = async () => [
      { name: "index levels", cadence: "daily", lagDays: 0, newest: "2026-11-20" },
    ];
    const slot = await w.engine.enqueueTest(id);
    expect(slot).toBe(`slack/T1/${id}/test-${w.set.now}`);
    await expect.poll(() => w.server.messages.length, { timeout: 5_000 }).toBe(1);
    w.set.freshness = async () => [];
    await w.at("2026-11-24T07:30:00Z");
    expect(texts(w)).toEqual([
      `${HEADLINE}\nA test: this is what the channel will get\nIndex levels to 20 Nov 2026\nNext: Tue 24 Nov 2026 07:30 (GMT) for Monday's session`,
      `${HEADLINE}\n${NEXT_TUESDAY}`,
    ]);
    await expect(w.engine.enqueueTest("nobody")).rejects.toThrow(BriefingError);
  });
});
