import { expect, test } from "vitest";
import { createAssistant } from "../../src/assistant.ts";
import { openSample } from "../../src/data/sample/sample.ts";
import { topics } from "../../src/topics/index.ts";

const assistant = createAssistant({
  market: openSample(),
  topics,
  today: () => "2026-11-23",
  defaultAsOf: "newest",
  codeVersion: "test",
  firm: { name: "", disclaimer: "" },
});

async function briefingOn(line: string) {
  const answer = await assistant.answer(line);
  if (answer.kind !== "briefing") throw new Error(`"${line}" answered with a page`);
  return answer.briefing;
}

test.each(topics.map(({ name }) => name))(
  "on sample data %s names no real institution or index",
  async (name) => {
    const said = JSON.stringify(await briefingOn(name));
    expect(said.match(/.{0,30}(\bFed\b|Federal Reserve|NBER|S&P|Russell).{0,30}/gi)).toBeNull();
  },
);

test("invented recessions and cuts are called what they are", async () => {
  const [, history] = (await briefingOn("performance")).charts;
  if (history?.kind !== "line") throw new Error("no line chart");
  expect(new Set(history.bands.map(({ label }) => label))).toEqual(
    new Set(["Recession (invented), known from Oct 1987"]),
  );
  const [year] = (await briefingOn("performance asof=2025-12-31")).charts;
  if (year?.kind !== "line") throw new Error("no line chart");
  expect(new Set(year.marks.map(({ label }) => label))).toEqual(new Set(["Policy rate cut"]));
  expect((await briefingOn("ratecut")).headline).toMatch(/^SAMPLE DATA: After policy rate cuts: /);
});

test("the gap's history is titled once for both readings", async () => {
  const titled = async (line: string) =>
    (await briefingOn(line)).charts.find(({ id }) => id === "valuation-gap-history")?.title;
  expect(await titled("valuation")).toBe("The P/E gap through time, with and without loss-makers");
  expect(await titled("valuation variant=median")).toBe(
    "The P/E gap through time, at the median and with loss-makers in",
  );
});
