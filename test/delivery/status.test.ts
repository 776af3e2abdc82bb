import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Asker } from "../../src/briefing/briefing.ts";
import { createControls } from "../../src/delivery/controls.ts";
import { nyseCalendar } from "../../src/delivery/schedule/trading-calendar.ts";
import { createDeliveryStatus, type StatusDeps } from "../../src/delivery/status.ts";
import type { NewSubscription, Slot } from "../../src/storage/port.ts";
import { type OpenStorage, openStorage } from "../../src/storage/postgres/open.ts";
import { newKeys } from "../storage/store-world.ts";
import { newDatabase } from "../support/postgres.ts";

const NOW = Date.parse("2026-11-23T12:00:00.000Z");
const WISH: NewSubscription = {
  platform: "slack",
  workspace: "T1",
  channel: "C1",
  topics: ["valuation"],
  at: { kind: "time", hhmm: "07:30", tz: "Europe/London" },
  days: "trading",
  when: "always",
  audience: "internal",
  owner: "U1",
};
const FROM: Asker = {
  platform: "slack",
  workspace: "T1",
  channel: "C1",
  user: "U2",
  isMember: async () => true,
  refusal: async () => null,
};

describe("the status of deliveries", () => {
  let storage: OpenStorage;
  let deps: StatusDeps;
  let here: string;
  let there: string;

  beforeAll(async () => {
    storage = await openStorage({ url: await newDatabase(), stateDir: "", as: "guest", keys: newKeys() });
    let clock = 0;
    deps = {
      subscriptions: storage.subscriptions,
      deliveries: storage.deliveries,
      controls: createControls(storage.store, () => (clock += 1_000)),
      calendar: nyseCalendar(),
      now: async () => NOW,
    };
  }, 60_000);
  afterAll(() => storage.close());

  const linesOf = async (from?: Asker) =>
    Object.fromEntries(
      (await createDeliveryStatus(deps)(from)).map(({ heading, lines }) => [heading, lines]),
    );

  test("with nothing there yet", async () => {
    expect(await linesOf()).toEqual({
      Posting: ["on"],
      Schedules: ["none"],
      "Deliveries of the last week": ["none"],
    });
    expect(await linesOf(FROM)).toEqual({ Posting: ["on"], "Schedules of this channel": ["none"] });
  });

  test("in a channel: its own schedules and deliveries, nobody else's", async () => {
    here = (await storage.subscriptions.add(WISH)).id;
    there = (await storage.subscriptions.add({ ...WISH, channel: "C2" })).id;
    await storage.database.pool.query("update smallcaps.subscriptions set created_at = '2026-11-01'");
    await storage.subscriptions.change(there, { state: "deactivated", note: "channel_not_found" });
    const slot = (id: string, channel: string, day: string): Slot => ({
      slot: `slack/T1/${id}/${day}`,
      subscription: id,
      workspace: "T1",
      platform: "slack",
      channel,
      session: day,
      scheduledAt: `${day}T07:30:00.000Z`,
    });
    const { deliveries } = storage;
    const claim = await deliveries.claim(slot(here, "C1", "2026-11-20"));
    const posting = await deliveries.move(claim!, "posting");
    await deliveries.move(posting!, "unknown", { reason: "Slack did not answer" });
    await deliveries.miss([slot(here, "C1", "2026-11-19"), slot(there, "C2", "2026-11-19")], "asleep");
    await deliveries.miss([slot(here, "C1", "2026-10-01")], "long ago");
    expect(await linesOf(FROM)).toEqual({
      Posting: ["on"],
      "Schedules of this channel": [
        `${here}: Every trading day 07:30 Europe/London: valuation. Next: Tue 24 Nov 2026 07:30 (GMT) for Monday's session; Wed 25 Nov 2026 07:30 (GMT) for Tuesday's session; Fri 27 Nov 2026 07:30 (GMT) for Wednesday's session.`,
      ],
      "Last deliveries": [
        `${here}: unknown whether it arrived, Fri 20 Nov 2026 07:30 (GMT): Slack did not answer`,
        `${here}: missed Thu 19 Nov 2026 07:30 (GMT): asleep`,
      ],
      "Not delivered in the last week": [
        `${here}: unknown whether it arrived, Fri 20 Nov 2026 07:30 (GMT): Slack did not answer`,
        `${here}: missed Thu 19 Nov 2026 07:30 (GMT): asleep`,
      ],
    });
  });

  test("in a direct message: the asker's own schedules, wherever they are, and no word of a channel", async () => {
    const mine = await linesOf({ ...FROM, channel: "D1", user: "U1", direct: true });
    expect(mine).not.toHaveProperty("Schedules of this channel");
    expect(mine["Your schedules, in all channels"]?.map((line) => line.split(":")[0]).sort()).toEqual(
      [here, there].sort(),
    );
    expect(mine["Last deliveries"]).toHaveLength(3);
    const others = await linesOf({ ...FROM, channel: "D2", direct: true });
    expect(others).toEqual({
      Posting: ["on"],
      "Your schedules, in all channels": ["none: `status`, typed in a channel, tells of that channel's"],
    });
  });

  test("for operators: all channels, counts, and what was deactivated", async () => {
    const lines = await linesOf();
    expect(lines["Schedules"]).toEqual([
      "1 active, 1 deactivated",
      `slack T1 C2 · ${there} deactivated: channel_not_found`,
    ]);
    expect(lines["Deliveries of the last week"]).toEqual(["1 unknown, 2 missed"]);
    expect(lines["Last deliveries"]).toHaveLength(4);
    expect(lines["Not delivered in the last week"]).toContain(
      `slack T1 C2 · ${there}: missed Thu 19 Nov 2026 07:30 (GMT): asleep`,
    );
    expect(lines["Not delivered in the last week"]?.join()).not.toContain("long ago");
  });

  test("the kill switch and pauses", async () => {
    await deps.controls.pause("T1", "moving house");
    await deps.controls.stopAll("wrong prices");
    expect((await linesOf())["Posting"]).toEqual([
      "stopped: wrong prices",
      "workspace T1 paused: moving house",
    ]);
    expect((await linesOf(FROM))["Posting"]).toEqual(["stopped by an operator: wrong prices"]);
    await deps.controls.stopAll(null);
    expect((await linesOf(FROM))["Posting"]).toEqual(["stopped by an operator: moving house"]);
    expect((await linesOf({ ...FROM, workspace: "T2" }))["Posting"]).toEqual(["on"]);
    await deps.controls.pause("T1", null);
  });

  test("a database that cannot be read is said, not thrown", async () => {
    await storage.store.set("controls", "stop", { reason: "x" });
    await storage.database.pool.query(
      "update smallcaps.documents set sealed = '{}' where collection = 'controls'",
    );
    for (const from of [undefined, FROM])
      expect(await linesOf(from)).toEqual({
        Schedules: [expect.stringContaining("not known: The document")],
      });
    await storage.store.delete("controls", "stop");
  });
});
