import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createAssistant } from "../../src/assistant.ts";
import { openSample } from "../../src/data/sample/sample.ts";
import type { DatasetName } from "../../src/market/datasets.ts";
import type { MarketData } from "../../src/market/port.ts";
import { thesisOver } from "../../src/thesis/topic.ts";
import { topics } from "../../src/topics/index.ts";

const sample = openSample();
const LINES = (await sample.fetch("recessions")).data;

/** A live market of recession dates, whose n-th question takes `seconds[n]`. */
function slowly(...seconds: readonly number[]): MarketData {
  let asked = 0;
  return {
    mode: "live",
    provides: new Set<DatasetName>(["recessions"]),
    remedy: (dataset) => `Add ${dataset}.`,
    fetch: async (dataset, _progress) => {
      const wait = seconds[asked] ?? 0;
      asked += 1;
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait * 1_000));
      const fetched = await sample.fetch(dataset);
      return dataset === "recessions" ? { ...fetched, data: LINES as never } : fetched;
    },
  };
}

const over = (market: MarketData) =>
  createAssistant({
    market,
    topics: [thesisOver(topics), ...topics],
    today: () => "2026-11-23",
    defaultAsOf: "today",
    codeVersion: "test",
    firm: { name: "", disclaimer: "" },
  });

/** The first section of a bare command's page, once the clock has gone on so far; null: not there yet. */
async function leadAfter(answering: ReturnType<ReturnType<typeof over>["answer"]>, seconds: number) {
  let found: { heading: string; lines: readonly string[] } | null = null;
  void answering.then((answer) => {
    found = answer.kind === "page" ? (answer.page.sections[0] ?? null) : null;
  });
  await vi.advanceTimersByTimeAsync(seconds * 1_000);
  for (let turn = 0; turn < 200 && found === null; turn += 1)
    await new Promise((resolve) => setImmediate(resolve));
  return found as { heading: string; lines: readonly string[] } | null;
}

describe("a bare command over live data", () => {
  const clock = () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
  };

  it("waits for a first thesis whose data are read, and leads with it", async () => {
    clock();
    // Its own reading is there at once; the thesis has its data after three seconds.
    const answering = over(slowly(0, 3)).answer("");
    expect(await leadAfter(answering, 2)).toBeNull();
    const lead = await leadAfter(answering, 2);
    expect(lead?.heading).toBe("The case");
    expect(lead?.lines[0]).toMatch(/^The case for small-caps: /);
  });

  it("waits no longer where a source has not answered, and says so", async () => {
    clock();
    const lead = await leadAfter(over(slowly(60, 60)).answer(""), 1.5);
    expect(lead).toEqual({
      heading: "The case",
      lines: ["Not made yet: `thesis` has it once its data are read"],
    });
  });

  it("leads with the last one at once where there is one", async () => {
    clock();
    const { answer } = over(slowly(0, 0, 60, 60));
    await answer("thesis");
    const lead = await leadAfter(answer(""), 1.5);
    expect(lead?.lines[0]).toMatch(/^The case for small-caps: /);
  });
});
