import { describe, expect, it } from "vitest";
import { createLanes, LaneFull } from "../../../src/surfaces/conversation/lanes.ts";
import { createTurns } from "../../../src/surfaces/conversation/turns.ts";

const LIMITS = { perChannel: 2, total: 3 };

function held() {
  let open: (value: string) => void = () => {};
  const promise = new Promise<string>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}

describe("lanes", () => {
  it("run a channel's work in order, one at a time, and do not wait for another channel", async () => {
    const lanes = createLanes(LIMITS);
    const first = held();
    const order: string[] = [];
    const a = lanes.run("A", () => first.promise.then((said) => order.push(said)));
    const b = lanes.run("A", async () => order.push("second"));
    await lanes.run("B", async () => order.push("other channel"));
    first.open("first");
    await Promise.all([a, b]);
    expect(order).toEqual(["other channel", "first", "second"]);
    expect(lanes.waiting()).toBe(0);
  });

  it("go on after work that failed", async () => {
    const lanes = createLanes(LIMITS);
    const failed = lanes.run("A", () => Promise.reject(new Error("no")));
    const next = lanes.run("A", async () => "yes");
    await expect(failed).rejects.toThrow("no");
    expect(await next).toBe("yes");
  });

  it("refuse what is too much for a channel or for all, and take more once there is room", async () => {
    const lanes = createLanes(LIMITS);
    const gate = held();
    const work = () => gate.promise;
    const taken = [lanes.run("A", work), lanes.run("A", work)];
    await expect(lanes.run("A", work)).rejects.toThrow(LaneFull);
    taken.push(lanes.run("B", work));
    await expect(lanes.run("C", work)).rejects.toThrow(LaneFull);
    gate.open("done");
    await Promise.all(taken);
    expect(await lanes.run("A", async () => "again")).toBe("again");
  });
});

describe("turns", () => {
  it("serve what came in between two pieces of work", async () => {
    const turn = createTurns();
    const order: string[] = [];
    const work = [1, 2, 3].map(async (piece) => {
      await turn();
      order.push(`work ${piece}`);
      if (piece === 1) setImmediate(() => order.push("came in"));
    });
    await Promise.all(work);
    expect(order.indexOf("came in")).toBeLessThan(order.indexOf("work 3"));
    await turn();
  });
});
