import { Registry } from "prom-client";
import { describe, expect, test } from "vitest";
import { countsOfTheWeek, measured, registerDeliveryMetrics } from "../../src/main/metrics.ts";
import type { Slot } from "../../src/storage/port.ts";
import { openStorage } from "../../src/storage/postgres/open.ts";
import { newKeys } from "../storage/store-world.ts";
import { newDatabase } from "../support/postgres.ts";

describe("metrics of deliveries", () => {
  test("by state, queue and lag, from the database; a test post is no briefing", async () => {
    const storage = await openStorage({
      url: await newDatabase(),
      stateDir: "",
      as: "guest",
      keys: newKeys(),
    });
    const registry = new Registry();
    let isDown = false;
    const { posted } = registerDeliveryMetrics(registry, {
      counts: () => (isDown ? Promise.reject(new Error("down")) : countsOfTheWeek(storage.deliveries)),
      queued: async () => ({ deliver: 7 }),
      stopped: async () => true,
    });
    const deliveries = measured(storage.deliveries, posted);
    const scheduledAt = new Date((await deliveries.now()) - 3_600_000).toISOString();
    const slotOf = (slot: string): Slot => ({
      slot,
      subscription: "k7m2qp",
      workspace: "T1",
      platform: "slack",
      channel: "C1",
      session: "2026-11-20",
      scheduledAt,
    });
    for (const name of ["slack/T1/k7m2qp/2026-11-20", "slack/T1/k7m2qp/test-1"]) {
      const posting = await deliveries.move((await deliveries.claim(slotOf(name)))!, "posting");
      const postedAt = new Date(Date.parse(scheduledAt) + 12_000).toISOString();
      await deliveries.move(posting!, "posted", { postedAt });
    }
    await deliveries.miss([slotOf("slack/T1/k7m2qp/2026-11-19")], "asleep");
    const text = await registry.metrics();
    for (const line of [
      'smallcaps_deliveries{state="posted"} 2',
      'smallcaps_deliveries{state="missed"} 1',
      'smallcaps_deliveries{state="unknown"} 0',
      'smallcaps_queue_jobs{queue="deliver"} 7',
      "smallcaps_posting_stopped 1",
      "smallcaps_delivery_readable 1",
      'smallcaps_delivery_lag_seconds_bucket{le="5"} 0',
      'smallcaps_delivery_lag_seconds_bucket{le="15"} 1',
      "smallcaps_delivery_lag_seconds_sum 12",
    ])
      expect(text.split("\n")).toContain(line);
    isDown = true;
    expect((await registry.metrics()).split("\n")).toContain("smallcaps_delivery_readable 0");
    await storage.close();
  }, 60_000);
});
