import { afterEach, describe, expect, it } from "vitest";
import { BriefingError } from "../../src/briefing/errors.ts";
import type { Watched, WatchedState } from "../../src/delivery/flips.ts";
import { flipsOf } from "../../src/delivery/flips.ts";
import type { Subscription } from "../../src/delivery/schedule/subscription.ts";
import { briefingOf } from "../support/delivery/briefing.ts";
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

const NIGHT = { from: "22:00", to: "07:00" };
const wish = (quiet: typeof NIGHT | null = null, warnings = false): Partial<Subscription> => ({
  topics: ["risks"],
  at: { kind: "flip", tz: "Europe/London", quiet, warnings },
  days: "trading",
  when: "changed",
});
const vix = (state: WatchedState | null, asOf: string): Watched => ({
  key: "vix",
  name: "Volatility index (VIX)",
  condition: "uncertainty",
  isCondition: false,
  state,
  asOf,
  rule: "warns at 20.65, fires at 30.00",
});
const sahm = (state: WatchedState | null, asOf: string): Watched => ({
  ...vix(state, asOf),
  key: "sahm",
  name: "Sahm rule",
  condition: "downturn",
});
const uncertainty = (state: WatchedState | null, asOf: string): Watched => ({
  ...vix(state, asOf),
  key: "condition.uncertainty",
  name: "Global uncertainty",
  isCondition: true,
  rule: "two triggers fire it",
});
const shows = (w: DeliveryWorld, ...watched: readonly Watched[]) => {
  w.set.triggers = async () => watched;
};
const texts = (w: DeliveryWorld) => w.server.messages.map(({ text }) => text.split("\n").slice(1).join("\n"));
const FIRED =
  "Alert: Volatility index (VIX) has fired, by the print of 20 Nov 2026 (warns at 20.65, fires at 30.00)";

describe("alerts", () => {
  it("begin silently, tell a flip once, and its end once", async () => {
    const w = await world();
    const { id } = await w.subscribe(wish());
    shows(w, vix("fired", "2026-11-18"), sahm("quiet", "2026-10-31"));
    await w.at("2026-11-20T09:00:00Z");
    shows(w, vix("quiet", "2026-11-19"), sahm("quiet", "2026-10-31"));
    await w.at("2026-11-20T09:10:00Z");
    await w.at("2026-11-20T09:20:00Z");
    shows(w, vix("fired", "2026-11-20"), sahm("warning", "2026-10-31"));
    await w.at("2026-11-23T09:00:00Z");
    await w.at("2026-11-23T09:10:00Z");
    expect(w.logs).toEqual([]);
    expect(texts(w)).toEqual([
      "Alert: Volatility index (VIX) has cleared, by the print of 19 Nov 2026 (warns at 20.65, fires at 30.00)",
      FIRED,
    ]);
    const slot = `slack/T1/${id}/alert-uncertainty-2026-11-20-vix.fired`;
    expect(w.server.messages[1]).toMatchObject({ slot, channel: "C1" });
    expect(await w.storage.deliveries.get(slot)).toMatchObject({
      state: "posted",
      scheduledAt: "2026-11-23T09:00:00.000Z",
    });
    expect(w.recorded.map(({ origin, command }) => `${origin} ${command}`)).toEqual([
      "alert risks",
      "alert risks",
    ]);
  });

  it("tell what one condition's triggers did in one message, another's in another", async () => {
    const w = await world();
    await w.subscribe(wish());
    shows(w, vix("quiet", "2026-11-19"), uncertainty(null, "2026-11-19"), sahm("quiet", "2026-10-31"));
    await w.at("2026-11-20T09:00:00Z");
    shows(w, vix("fired", "2026-11-20"), uncertainty("fired", "2026-11-20"), sahm("fired", "2026-11-30"));
    await w.at("2026-12-11T09:00:00Z");
    expect(texts(w).sort()).toEqual([
      "Alert: Global uncertainty has fired, by data to 20 Nov 2026 (two triggers fire it)\nVolatility index (VIX) has fired, by the print of 20 Nov 2026 (warns at 20.65, fires at 30.00)",
      "Alert: Sahm rule has fired, by the print of 30 Nov 2026 (warns at 20.65, fires at 30.00)",
    ]);
  });

  it("look at the data once for ten channels, and once a data state at each", async () => {
    const w = await world();
    let looks = 0;
    const ten = Array.from({ length: 10 }, (_, at) => `C${at}`);
    for (const channel of ten) await w.subscribe({ ...wish(), channel });
    let state: WatchedState = "quiet";
    w.set.triggers = async () => {
      looks += 1;
      return [vix(state, "2026-11-20")];
    };
    await w.at("2026-11-23T09:00:00Z");
    state = "fired";
    await w.at("2026-11-23T09:06:00Z");
    await w.at("2026-11-23T09:06:30Z");
    expect(looks).toBe(2);
    expect(w.server.messages.map(({ channel }) => channel).sort()).toEqual(ten);
    expect(w.kept()).toBe(1);
  });

  it("wait in quiet hours, and say when the flip was seen", async () => {
    const w = await world();
    await w.subscribe(wish(NIGHT));
    shows(w, vix("quiet", "2026-11-19"));
    await w.at("2026-11-20T09:00:00Z");
    shows(w, vix("fired", "2026-11-20"));
    await w.at("2026-11-20T23:10:00Z");
    await w.at("2026-11-21T06:59:00Z");
    expect(w.server.messages).toEqual([]);
    await w.at("2026-11-21T07:00:00Z");
    await w.at("2026-11-21T07:10:00Z");
    expect(texts(w)).toEqual([`${FIRED}\nSeen Fri 20 Nov 2026 23:10 (GMT), posted now`]);
  });

  it("are held by a pause and by the kill switch, and end with the subscription", async () => {
    const w = await world();
    const { id } = await w.subscribe(wish());
    shows(w, vix("quiet", "2026-11-19"));
    await w.at("2026-11-20T09:00:00Z");
    await w.storage.subscriptions.change(id, { state: "paused" });
    shows(w, vix("fired", "2026-11-20"));
    await w.at("2026-11-23T09:00:00Z");
    expect(w.server.messages).toEqual([]);
    await w.storage.subscriptions.change(id, { state: "active" });
    const subscription = await w.storage.subscriptions.get(id);
    if (subscription === undefined) throw new Error("no subscription");
    await w.engine.baseline(subscription);
    await w.at("2026-11-23T09:10:00Z");
    expect(w.server.messages).toEqual([]);
    await w.deps.controls.stopAll("drill");
    shows(w, vix("quiet", "2026-11-23"));
    w.set.now = Date.parse("2026-11-24T09:00:00Z");
    await w.engine.plan(w.set.now);
    expect(w.server.messages).toEqual([]);
    w.set.now += 7 * 3_600_000;
    await w.deps.controls.stopAll(null);
    await w.idle();
    const [state] = Object.values(await w.states());
    expect(state).toMatch(
      /^missed: (posting was stopped: drill|it could not be posted within 6 hours of its time)$/,
    );
    await w.storage.subscriptions.remove(id);
    shows(w, vix("fired", "2026-11-24"));
    await w.at("2026-11-25T09:00:00Z");
    expect(w.server.messages).toEqual([]);
  });

  it("are nothing on sample data, and wait out a source that fails", async () => {
    const w = await world();
    await w.subscribe(wish());
    shows(w, vix("quiet", "2026-11-19"));
    await w.at("2026-11-20T09:00:00Z");
    w.set.triggers = async () => null;
    await w.at("2026-11-20T10:00:00Z");
    w.set.triggers = async () => {
      throw new BriefingError("data_unavailable", "macro: no answer", "try later");
    };
    await w.at("2026-11-20T11:00:00Z");
    expect(w.logs.join()).toContain("the triggers could not be looked at");
    shows(w, vix("fired", "2026-11-20"));
    w.set.answer = async (line, asOf) => ({ ...briefingOf(line, 1, asOf ?? ""), dataMode: "sample" });
    await w.at("2026-11-20T12:00:00Z");
    expect(w.server.messages).toEqual([]);
    expect(Object.values(await w.states())).toEqual([
      "failed: sample data are never posted: load real data first",
    ]);
  });

  it("are one message although the answer to the post was lost", async () => {
    const w = await world();
    await w.subscribe(wish());
    shows(w, vix("quiet", "2026-11-19"));
    await w.at("2026-11-20T09:00:00Z");
    w.server.fail("C1", "lost");
    shows(w, vix("fired", "2026-11-20"));
    await w.at("2026-11-23T09:00:00Z");
    expect(w.server.messages).toHaveLength(1);
    expect(Object.values(await w.states())).toHaveLength(1);
    expect((await w.storage.deliveries.list())[0]?.state).toBe("reconciled");
  });

  it("are unknown, and not sent again, where the platform cannot be asked", async () => {
    const w = await world();
    await w.subscribe(wish());
    shows(w, vix("quiet", "2026-11-19"));
    await w.at("2026-11-20T09:00:00Z");
    w.set.canAsk = false;
    w.server.fail("C1", "lost");
    shows(w, vix("fired", "2026-11-20"));
    await w.at("2026-11-23T09:00:00Z");
    await w.engine.recover();
    await w.idle();
    expect(w.server.messages).toHaveLength(1);
    expect((await w.storage.deliveries.list())[0]?.state).toBe("unknown");
  });

  it("are one message although the process died between the record of the flip and the queue, or before the record", async () => {
    const w = await world();
    const { id } = await w.subscribe(wish());
    shows(w, vix("quiet", "2026-11-19"));
    await w.at("2026-11-20T09:00:00Z");
    const told = await w.storage.store.get("controls", `alerts/${id}`);
    shows(w, vix("fired", "2026-11-20"));
    await w.at("2026-11-23T09:00:00Z");
    // As a crash before the last write leaves it: another process finds what was told before.
    await w.storage.store.set("controls", `alerts/${id}`, told);
    const second = await world({ beside: w });
    await second.at("2026-11-23T09:01:00Z");
    expect(w.server.messages).toHaveLength(1);
  });

  it("are one message a channel where two processes look at the same moment", async () => {
    const w = await world();
    for (const channel of ["C1", "C2", "C3"]) await w.subscribe({ ...wish(), channel });
    const second = await world({ beside: w });
    shows(w, vix("quiet", "2026-11-19"));
    await w.at("2026-11-20T09:00:00Z");
    shows(w, vix("fired", "2026-11-20"));
    w.set.now = Date.parse("2026-11-23T09:00:00Z");
    await Promise.all([w.engine.plan(w.set.now), second.engine.plan(w.set.now)]);
    await w.idle();
    expect(w.server.messages.map(({ channel }) => channel).sort()).toEqual(["C1", "C2", "C3"]);
  });

  it("are one message a channel where two processes look at data of different age", async () => {
    const w = await world();
    const channels = Array.from({ length: 12 }, (_, at) => `C${at + 10}`);
    for (const channel of channels) await w.subscribe({ ...wish(), channel });
    const second = await world({ beside: w });
    shows(w, vix("quiet", "2026-11-19"));
    await w.at("2026-11-20T09:00:00Z");
    await second.at("2026-11-20T09:00:30Z");
    // One has the print of Friday, the other that of Monday as well: the flip is one.
    const ages = ["2026-11-20", "2026-11-23"];
    w.set.triggers = async () => [vix("fired", ages.shift() ?? "")];
    w.set.now = Date.parse("2026-11-24T09:00:00Z");
    await Promise.all([w.engine.plan(w.set.now), second.engine.plan(w.set.now)]);
    await w.idle();
    expect(ages).toEqual([]);
    expect(w.server.messages.map(({ channel }) => channel).sort()).toEqual(channels);
    await w.at("2026-11-24T09:10:00Z");
    expect(w.server.messages).toHaveLength(channels.length);
  });

  it("are told although the database went away between what was told and what is due", async () => {
    const w = await world();
    await w.subscribe(wish());
    shows(w, vix("quiet", "2026-11-19"));
    await w.at("2026-11-20T09:00:00Z");
    shows(w, vix("fired", "2026-11-20"));
    const { pool } = w.storage.database;
    w.set.now = Date.parse("2026-11-23T09:00:00Z");
    await pool.query("alter table smallcaps.deliveries rename to away");
    await expect(w.engine.plan(w.set.now)).rejects.toThrow();
    await pool.query("alter table smallcaps.away rename to deliveries");
    await w.at("2026-11-23T09:01:00Z");
    await w.at("2026-11-23T09:10:00Z");
    expect(texts(w)).toEqual([FIRED]);
  });
});

describe("flips", () => {
  const told = flipsOf({}, [vix("quiet", "2026-11-19"), uncertainty("quiet", "2026-11-19")], false).told;

  it("of warnings are told where they are wanted", () => {
    expect(flipsOf(told, [vix("warning", "2026-11-20")], false).flips).toEqual([]);
    expect(flipsOf(told, [vix("warning", "2026-11-20")], true).flips).toMatchObject([
      { before: "quiet", now: "warning" },
    ]);
  });

  it("are none of older data, nor of a trigger that is not known", () => {
    expect(flipsOf(told, [vix("fired", "2026-11-18")], false).flips).toEqual([]);
    expect(flipsOf(told, [vix(null, "2026-11-20")], false)).toEqual({ told, flips: [] });
  });

  it("take no condition for cleared because a trigger that had fired is not known", () => {
    const fired = flipsOf(told, [vix("fired", "2026-11-20"), uncertainty("fired", "2026-11-20")], false).told;
    const blind = flipsOf(fired, [vix(null, "2026-11-21"), uncertainty(null, "2026-11-21")], false);
    expect(blind.flips).toEqual([]);
    const cleared = flipsOf(fired, [vix("quiet", "2026-11-21"), uncertainty(null, "2026-11-21")], false);
    expect(cleared.flips.map(({ key, now }) => `${key} ${now}`)).toEqual([
      "vix quiet",
      "condition.uncertainty open",
    ]);
  });
});
