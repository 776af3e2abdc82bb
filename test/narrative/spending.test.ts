import { describe, expect, it } from "vitest";
import type { Asker } from "../../src/briefing/briefing.ts";
import { createSpending, type NarrativeStore } from "../../src/narrative/spending.ts";
import { createDesk, createSwitch } from "../../src/narrative/switch.ts";

function slowStore(): NarrativeStore & { readonly kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  const later = () => new Promise((done) => setTimeout(done, 5));
  return {
    kept,
    get: async (_collection, key) => {
      await later();
      return kept.get(key);
    },
    set: async (_collection, key, value) => {
      await later();
      kept.set(key, value);
    },
  };
}

describe("spending", () => {
  it("counts every booking of a process, however many come at once", async () => {
    const spending = createSpending(slowStore(), { dailyTokens: 0, prices: null, now: () => new Date() });
    await Promise.all(Array.from({ length: 20 }, () => spending.book("T1", { input: 3, output: 2 })));
    expect(await spending.today("T1")).toMatchObject({ requests: 20, input: 60, output: 40, usd: null });
    expect(await spending.today("T2")).toMatchObject({ requests: 0, input: 0 });
  });

  it("begins anew each day (UTC), and is capped by the day's tokens", async () => {
    let now = new Date("2026-11-23T23:59:59Z");
    const spending = createSpending(slowStore(), {
      dailyTokens: 100,
      prices: { input: 2, output: 8 },
      now: () => now,
    });
    await spending.book("T1", { input: 60, output: 39 });
    expect(await spending.allows("T1")).toBe(true);
    await spending.book("T1", { input: 1, output: 0 });
    expect(await spending.allows("T1")).toBe(false);
    const { usd } = await spending.today("T1");
    expect(usd).toBeCloseTo((61 * 2 + 39 * 8) / 1e6, 12);
    now = new Date("2026-11-24T00:00:00Z");
    expect(await spending.allows("T1")).toBe(true);
    expect(await spending.today("T1")).toEqual({
      day: "2026-11-24",
      requests: 0,
      input: 0,
      output: 0,
      usd: 0,
    });
  });

  it("goes on booking after the store failed once", async () => {
    const store = slowStore();
    let fails = true;
    const spending = createSpending(
      {
        ...store,
        set: async (...given) => {
          if (fails) throw new Error("away");
          return store.set(...given);
        },
      },
      { dailyTokens: 0, prices: null, now: () => new Date() },
    );
    await expect(spending.book("T1", { input: 1, output: 1 })).rejects.toThrow("away");
    fails = false;
    await spending.book("T1", { input: 1, output: 1 });
    expect(await spending.today("T1")).toMatchObject({ requests: 1 });
  });
});

describe("the switch", () => {
  const asker = (isAdmin?: () => Promise<boolean>): Asker => ({
    platform: "slack",
    workspace: "T1",
    channel: "C1",
    user: "U1",
    isMember: async () => true,
    refusal: async () => null,
    ...(isAdmin ? { isAdmin } : {}),
  });
  const setUp = (model: string | null = "m") => {
    const store = slowStore();
    const switches = createSwitch(store);
    const spending = createSpending(store, { dailyTokens: 0, prices: null, now: () => new Date() });
    return { store, switches, desk: createDesk({ switches, model, spending }) };
  };

  it("is off until an admin says otherwise, for that workspace alone, and says who did", async () => {
    const { store, switches, desk } = setUp();
    const admin = asker(async () => true);
    expect((await desk.run("status", asker())).title).toContain("off");
    expect((await desk.run("on", admin)).title).toContain("on");
    expect([await switches.isOn("T1"), await switches.isOn("T2")]).toEqual([true, false]);
    expect(store.kept.get("narrative/on/T1")).toEqual({ on: true, by: "U1" });
    await desk.run("off", admin);
    expect(await switches.isOn("T1")).toBe(false);
  });

  it("is nobody else's: members, and where the platform does not say who is an admin", async () => {
    const { switches, desk } = setUp();
    for (const wish of ["on", "off"] as const) {
      await expect(
        desk.run(
          wish,
          asker(async () => false),
        ),
      ).rejects.toMatchObject({ code: "refused" });
      await expect(desk.run(wish, asker())).rejects.toMatchObject({
        code: "refused",
        hint: `whoever runs smallcaps can type: npm run --silent admin -- narrative ${wish} T1`,
      });
    }
    await expect(
      desk.run(
        "on",
        asker(async () => {
          throw new Error("Slack is away");
        }),
      ),
    ).rejects.toThrow("away");
    expect(await switches.isOn("T1")).toBe(false);
  });

  it("cannot be switched on without a model, and can be switched off", async () => {
    const { desk } = setUp(null);
    const admin = asker(async () => true);
    await expect(desk.run("on", admin)).rejects.toMatchObject({ code: "bad_config" });
    expect((await desk.run("off", admin)).sections[0]?.lines[0]).toBe("No language model is configured.");
  });

  it.each([undefined, null, "on", { on: "yes" }, { on: 1 }])(
    "takes %j in the store for off",
    async (value) => {
      const { store, switches } = setUp();
      store.kept.set("narrative/on/T1", value);
      expect(await switches.isOn("T1")).toBe(false);
    },
  );
});
