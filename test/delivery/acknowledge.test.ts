import { afterEach, describe, expect, it } from "vitest";
import type { Asker, Page } from "../../src/briefing/briefing.ts";
import { parseSchedule } from "../../src/commands/schedule.ts";
import { acknowledgedAt, tokenOf } from "../../src/delivery/acknowledge.ts";
import { baselineInWords } from "../../src/delivery/alert-words.ts";
import type { Watched, WatchedState } from "../../src/delivery/flips.ts";
import { momentInWords } from "../../src/delivery/schedule/describe.ts";
import { createSchedules } from "../../src/delivery/schedules.ts";
import { createDeliveryStatus } from "../../src/delivery/status.ts";
import { createToldAlerts } from "../../src/delivery/told-alerts.ts";
import { type DeliveryWorld, newWorld } from "../support/delivery/world.ts";

const open: DeliveryWorld[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

const vix = (state: WatchedState, asOf: string): Watched => ({
  key: "vix",
  name: "Volatility index (VIX)",
  condition: "uncertainty",
  isCondition: false,
  state,
  asOf,
  rule: "warns at 20.65, fires at 30.00",
});

async function world() {
  const w = await newWorld();
  open.push(w);
  const schedules = createSchedules({
    ...w.deps,
    missing: () => null,
    adviseCadence: () => null,
    acknowledge: w.engine.acknowledge,
    baseline: async (subscription) => baselineInWords(await w.engine.baseline(subscription)),
    test: async () => {},
  });
  const asker = (user: string, isMember = true): Asker => ({
    ...{ platform: "slack" as const, workspace: "T1", channel: "C1", user },
    isMember: async () => isMember,
    refusal: async () => null,
  });
  const type = (line: string, from = asker("U1")): Promise<Page> =>
    schedules.run(parseSchedule(line.split(" ").slice(1), ["risks"]), from);
  const shows = (...watched: readonly Watched[]) => {
    w.set.triggers = async () => watched;
  };
  return { ...w, w, type, asker, shows };
}
const textOf = ({ title, sections }: Page) =>
  [title, ...sections.flatMap(({ heading, lines }) => [heading, ...lines])].join("\n");

describe("alerts, from the words to the acknowledgement", () => {
  it("are subscribed to with what holds, told, and acknowledged once by a member", async () => {
    const { w, type, asker, shows } = await world();
    w.set.now = Date.parse("2026-11-20T09:00:00Z");
    shows(vix("warning", "2026-11-19"));
    const added = textOf(await type("schedule add alerts quiet=22:00-07:00 tz=Europe/London"));
    expect(added).toMatch(/^Schedule \w{6} added/);
    expect(added).toContain(
      "Alerts: when a trigger or condition of risks fires or clears; quiet from 22:00 to 07:00 Europe/London",
    );
    expect(added).toContain("Warning now: Volatility index (VIX)");
    expect(added).toContain("Nothing is posted of that: alerts tell what changes from here on");
    await expect(type("schedule add alerts")).rejects.toMatchObject({ code: "bad_command" });
    await expect(type("schedule acknowledge")).rejects.toMatchObject({
      message: "no alert is left to acknowledge here",
    });
    shows(vix("fired", "2026-11-20"));
    await w.at("2026-11-23T09:10:00Z");
    const [before] = w.server.messages;
    expect(before?.text).not.toContain("Acknowledged");
    const slot = before?.slot ?? "";
    const id = slot.split("/")[2] ?? "";
    w.set.now = Date.parse("2026-11-23T09:15:00Z");
    const line = `schedule acknowledge ${id}-${tokenOf(slot)}`;
    await expect(type(line, asker("U9", false))).rejects.toMatchObject({ code: "refused" });
    expect(await acknowledgedAt(w.storage, slot)).toBeNull();
    const page = textOf(await type(line, asker("U2")));
    expect(page).toContain("Acknowledged by you, Mon 23 Nov 2026 09:15 (GMT)");
    expect(page).toContain("Volatility index (VIX) has fired, by the print of 20 Nov 2026");
    expect(w.server.messages).toHaveLength(1);
    expect(w.server.messages[0]?.text).toBe(
      `${before?.text}\nAcknowledged by U2, Mon 23 Nov 2026 09:15 (GMT)`,
    );
    expect(w.recorded.at(-1)).toMatchObject({
      origin: "alert",
      user: "U2",
      command: line,
      slot,
      became: "sent m1",
    });
    const again = textOf(await type(`schedule ack ${id}-${tokenOf(slot)}`, asker("U3")));
    expect(again).toContain("Acknowledged by another member, Mon 23 Nov 2026 09:15 (GMT)");
    expect(await acknowledgedAt(w.storage, slot)).toMatchObject({ user: "U2" });
    const status = createDeliveryStatus({ ...w.deps, acknowledged: (of) => acknowledgedAt(w.storage, of) });
    const said = (await status(asker("U1"))).flatMap(({ lines }) => lines).join("\n");
    expect(said).toContain("acknowledged by U2 Mon 23 Nov 2026 09:15 (GMT)");
  });

  it("stand beside the risks with who acknowledged them and when, in their own channel", async () => {
    const { w, type, asker, shows } = await world();
    const told = createToldAlerts(w.storage);
    w.set.now = Date.parse("2026-11-20T09:00:00Z");
    shows(vix("quiet", "2026-11-19"));
    await type("schedule add alerts tz=Europe/London quiet=22:00-07:00");
    expect(await told(asker("U1"))).toEqual([]);
    shows(vix("fired", "2026-11-20"));
    await w.at("2026-11-23T09:10:00Z");
    w.set.now = Date.parse("2026-11-23T09:15:00Z");
    await type("schedule acknowledge", { ...asker("U2"), name: "Jane" });
    shows(vix("quiet", "2026-11-24"));
    await w.at("2026-11-24T09:10:00Z");
    const [fired, cleared] = (await w.storage.deliveries.list()).toReversed();
    // When a message was posted is the platform's word, in this world by the clock of the machine.
    const posted = (each: typeof fired) => momentInWords(Date.parse(each?.postedAt ?? ""), "Europe/London");
    const lines = [
      {
        told: `Alert of ${posted(cleared)}: Volatility index (VIX) has cleared, by the print of 24 Nov 2026`,
        by: null,
      },
      {
        told: `Alert of ${posted(fired)}: Volatility index (VIX) has fired, by the print of 20 Nov 2026`,
        by: { user: "U2", name: "Jane", when: "Mon 23 Nov 2026 09:15 (GMT)" },
      },
    ];
    expect(await told(asker("U9"))).toEqual(lines);
    expect(await told({ ...asker("U9"), channel: "C2" })).toEqual([]);
    const direct = { channel: "D1", direct: true };
    expect(await told({ ...asker("U1"), ...direct })).toEqual(lines);
    expect(await told({ ...asker("U9"), ...direct })).toEqual([]);
    expect(await told()).toEqual(
      lines.map((each) => ({ ...each, told: each.told.replace("): ", ") in slack T1 C1: ") })),
    );
  });

  it("are acknowledged by one of two who do so at the same moment in two processes", async () => {
    const { w, type, shows } = await world();
    const second = await newWorld({ beside: w });
    open.push(second);
    w.set.now = Date.parse("2026-11-20T09:00:00Z");
    shows(vix("quiet", "2026-11-19"));
    await type("schedule add alerts");
    const [subscription] = await w.storage.subscriptions.list();
    if (subscription === undefined) throw new Error("no subscription");
    for (const [day, state] of [
      ["2026-11-23", "fired"],
      ["2026-11-24", "quiet"],
      ["2026-11-25", "fired"],
      ["2026-11-26", "quiet"],
    ] as const) {
      shows(vix(state, day));
      await w.at(`${day}T09:10:00Z`);
      const slot = w.server.messages.at(-1)?.slot ?? "";
      const both = await Promise.all(
        [w, second].map(({ engine }, at) =>
          engine.acknowledge(subscription, tokenOf(slot), { user: `U${at + 1}`, name: null }),
        ),
      );
      expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
      const kept = await acknowledgedAt(w.storage, slot);
      expect(both.map(({ by }) => by.user)).toEqual([kept?.user, kept?.user]);
      expect(both.find(({ isNew }) => isNew)?.by.user).toBe(kept?.user);
    }
  });

  it("begin anew after a pause, and take the newest open alert where none is named", async () => {
    const { w, type, shows } = await world();
    w.set.now = Date.parse("2026-11-20T09:00:00Z");
    shows(vix("quiet", "2026-11-19"));
    await type("schedule add alerts");
    shows(vix("fired", "2026-11-20"));
    await w.at("2026-11-23T09:10:00Z");
    shows(vix("quiet", "2026-11-23"));
    await w.at("2026-11-24T09:10:00Z");
    expect(w.server.messages).toHaveLength(2);
    expect(textOf(await type("schedule ack"))).toContain("has cleared");
    expect(textOf(await type("schedule ack"))).toContain("has fired");
    await expect(type("schedule ack")).rejects.toMatchObject({ code: "bad_command" });
    await type("schedule pause");
    shows(vix("fired", "2026-11-25"));
    w.set.now = Date.parse("2026-11-26T09:10:00Z");
    expect(textOf(await type("schedule resume"))).toContain("Fired now: Volatility index (VIX)");
    await w.at("2026-11-26T09:20:00Z");
    expect(w.server.messages).toHaveLength(2);
  });
});
