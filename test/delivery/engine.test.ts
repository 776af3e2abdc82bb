import { afterEach, describe, expect, it } from "vitest";
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
    expect(w.server.messages).toMatchObject([
      {
        slot: `slack/T1/${id}/2026-11-23`,
        channel: "C1",
        text: "Small-caps, valuation\nNext: Wed 25 Nov 2026 07:30 (GMT) for Tuesday's session",
      },
    ]);
    expect(await w.storage.deliveries.get(`slack/T1/${id}/2026-11-23`)).toMatchObject({
      state: "posted",
      attempts: 1,
      reason: null,
      messageId: "m1",
      postedAt: "2026-11-24T07:30:10.000Z",
    });
  });
});
