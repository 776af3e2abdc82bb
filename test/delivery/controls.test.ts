import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createControls } from "../../src/delivery/controls.ts";
import { newKeys } from "../storage/store-world.ts";
import { newDatabase } from "../support/postgres.ts";
import { newStore, type TestStore } from "../support/store.ts";

describe("controls", () => {
  let one: TestStore;
  let other: TestStore;
  let clock = 0;
  const now = () => clock;
  beforeAll(async () => {
    const [url, keys] = [await newDatabase(), newKeys()];
    one = await newStore(keys, url);
    other = await newStore(keys, url);
  }, 60_000);
  afterAll(async () => {
    await one.close();
    await other.close();
  });

  test("nothing is stopped at first", async () => {
    const controls = createControls(one.store, now);
    expect(await controls.stopped("T1")).toBeNull();
    expect(await controls.list()).toEqual({ all: null, workspaces: {} });
  });

  test("what one process sets holds at once there, and in another within a second", async () => {
    const mine = createControls(one.store, now);
    const theirs = createControls(other.store, now);
    expect(await theirs.stopped("T1")).toBeNull();
    expect(await mine.stopped("T1")).toBeNull();
    await mine.stopAll("wrong prices");
    expect(await mine.stopped("T1")).toBe("wrong prices");
    clock += 999;
    expect(await theirs.stopped("T1")).toBeNull();
    clock += 1;
    expect(await theirs.stopped("T1")).toBe("wrong prices");
    expect(await theirs.stopped("T2")).toBe("wrong prices");
    await theirs.stopAll(null);
    expect(await theirs.stopped("T1")).toBeNull();
    clock += 1_000;
    expect(await mine.stopped("T1")).toBeNull();
  });

  test("a pause is of one workspace, and the kill switch goes before it", async () => {
    const controls = createControls(one.store, now);
    await controls.pause("T/1", "their audit");
    await controls.pause("T2", "moving house");
    expect(await controls.stopped("T/1")).toBe("their audit");
    expect(await controls.stopped("T")).toBeNull();
    await controls.stopAll("wrong prices");
    expect(await controls.stopped("T/1")).toBe("wrong prices");
    expect(await controls.list()).toEqual({
      all: "wrong prices",
      workspaces: { "T/1": "their audit", T2: "moving house" },
    });
    await controls.stopAll(null);
    await controls.pause("T/1", null);
    expect(await controls.stopped("T/1")).toBeNull();
    expect(await controls.list()).toEqual({ all: null, workspaces: { T2: "moving house" } });
    await controls.pause("T2", null);
  });

  test("other things under controls are no pauses", async () => {
    await one.store.set("controls", "planned-to", { at: 5 });
    expect(await createControls(one.store, now).list()).toEqual({ all: null, workspaces: {} });
  });

  test("a stop without a reason stops", async () => {
    await one.store.set("controls", "stop", true);
    expect(await createControls(one.store, now).stopped("T1")).toBe("stopped without a reason");
    await one.store.delete("controls", "stop");
  });

  test("where it cannot be read, it says so rather than no; and is read again", async () => {
    const controls = createControls(one.store, now);
    await controls.stopAll("wrong prices");
    await one.damage("controls");
    clock += 1_000;
    await expect(controls.stopped("T1")).rejects.toMatchObject({ code: "bad_config" });
    await expect(controls.list()).rejects.toMatchObject({ code: "bad_config" });
    await controls.stopAll(null);
    expect(await controls.stopped("T1")).toBeNull();
  });
});
