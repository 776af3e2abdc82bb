import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { showWorking } from "../../../src/surfaces/teams/working.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function signs() {
  const seen: string[] = [];
  const working = showWorking(
    async () => void seen.push("typing"),
    async () => {
      seen.push("note");
      return "note-1";
    },
  );
  return { seen, working };
}

describe("the signs of work", () => {
  it("are none for an answer that is soon there", async () => {
    const { seen, working } = signs();
    await vi.advanceTimersByTimeAsync(100);
    expect(await working.done()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen).toEqual([]);
  });

  it("are typing, then one note whose place the answer takes, and nothing after it", async () => {
    const { seen, working } = signs();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(seen).toEqual(["typing"]);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(seen.filter((each) => each === "note")).toHaveLength(1);
    expect(seen.filter((each) => each === "typing").length).toBeGreaterThan(2);
    expect(await working.done()).toBe("note-1");
    const before = seen.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen).toHaveLength(before);
  });

  it("in a channel are the note alone", async () => {
    const note = vi.fn(async () => "n");
    const working = showWorking(null, note);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(note).toHaveBeenCalledTimes(1);
    expect(await working.done()).toBe("n");
  });
});
