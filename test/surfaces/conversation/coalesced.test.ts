import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Answer } from "../../../src/briefing/briefing.ts";
import { coalesced } from "../../../src/surfaces/conversation/coalesced.ts";
import type { Assistant } from "../../../src/surfaces/surface.ts";

const ANSWER: Answer = {
  kind: "page",
  private: false,
  dataMode: "live",
  page: { title: "t", sections: [], dataMode: "live" },
};

function counting(
  work: (line: string) => Promise<void> = async () => {},
  { wait }: { readonly wait?: () => Promise<void> } = {},
) {
  const lines: string[] = [];
  let time = 0;
  const pass = (ms: number) => {
    time += ms;
  };
  const of = {
    answer: async (line: string): Promise<Answer> => {
      lines.push(line);
      await work(line);
      return ANSWER;
    },
  };
  const assistant = coalesced(
    () => of,
    async () => {},
    () => time,
    wait,
  );
  return { lines, assistant, pass };
}

describe("questions asked alike", () => {
  it("are answered once while they come together, and anew after a second", async () => {
    const { lines, assistant, pass } = counting();
    await Promise.all([assistant.answer("a"), assistant.answer("a"), assistant.answer("b")]);
    expect(lines).toEqual(["a", "b"]);
    pass(1_001);
    await assistant.answer("a");
    expect(lines).toEqual(["a", "b", "a"]);
  });

  it("differ by workspace only where a summary may be written for it", async () => {
    const ask = (assistant: Assistant) =>
      Promise.all(
        ["w1", "w2"].map((workspace) => assistant.answer("a", { narrate: { workspace, withinMs: 1_000 } })),
      );
    for (const [narrates, times] of [
      [() => false, 1],
      [() => true, 2],
      [undefined, 2],
    ] as const) {
      let asked = 0;
      const of: Assistant = {
        answer: async () => {
          asked += 1;
          return ANSWER;
        },
        ...(narrates ? { narrates } : {}),
      };
      await ask(
        coalesced(
          () => of,
          async () => {},
        ),
      );
      expect(asked).toBe(times);
    }
  });

  it("differ by what was said before", async () => {
    const { lines, assistant } = counting();
    await Promise.all([assistant.answer("a", { previous: "x" }), assistant.answer("a", { previous: "y" })]);
    expect(lines).toHaveLength(2);
  });

  it("do not differ by who asks, but for what belongs to a channel: that is asked for everybody, every time", async () => {
    const { lines, assistant } = counting();
    const from = (user: string) => ({
      platform: "teams" as const,
      workspace: "w",
      channel: "c",
      user,
      isMember: async () => true,
      refusal: async () => null,
    });
    for (const user of ["u1", "u2"]) await assistant.answer("a", { from: from(user) });
    expect(lines).toEqual(["a"]);
    const own = ["schedule list", " Private SCHEDULE pause x", "asof=2026-01-02 status", "\u200bschedule"];
    for (const line of own) {
      lines.length = 0;
      for (let n = 0; n < 2; n += 1) await assistant.answer(line, { from: from("u1") });
      expect(lines).toEqual([line, line]);
    }
  });

  it("that failed are asked anew", async () => {
    let fails = true;
    const { lines, assistant } = counting(async () => {
      if (fails) throw new Error("no");
    });
    await expect(assistant.answer("a")).rejects.toThrow("no");
    fails = false;
    await assistant.answer("a");
    expect(lines).toEqual(["a", "a"]);
  });

  it("come one after the other, but do not wait for one whose data are slow", async () => {
    const isLong = Promise.withResolvers<void>();
    const never = new Promise<void>(() => {});
    const { lines, assistant } = counting((line) => (line === "slow" ? never : Promise.resolve()), {
      wait: () => isLong.promise,
    });
    void assistant.answer("slow");
    const quick = assistant.answer("quick");
    for (let i = 0; i < 10; i += 1) await setImmediate();
    expect(lines).toEqual(["slow"]);
    isLong.resolve();
    await quick;
    expect(lines).toEqual(["slow", "quick"]);
  });
});
