import { describe, expect, it } from "vitest";
import { parseLine } from "../../../src/commands/grammar.ts";
import { isQuestion } from "../../../src/commands/route/question.ts";
import { routeQuestion } from "../../../src/commands/route/route.ts";
import { topics } from "../../../src/topics/index.ts";
import { FRESH_QUESTIONS } from "../../support/questions/first-measure.ts";
import { QUESTIONS } from "../../support/questions/questions.ts";
import * as second from "../../support/questions/second-measure.ts";
import * as third from "../../support/questions/third-measure.ts";

const ALL = [...QUESTIONS, ...FRESH_QUESTIONS, ...second.FRESH_QUESTIONS, ...third.FRESH_QUESTIONS].map(
  ([question, command, previous]) => [question, command, previous ?? null] as const,
);
const route = (text: string, previous: string | null = null) => routeQuestion(text, topics, previous);

describe("a question in words", () => {
  it.each(ALL)("%j runs %j", (question, command, previous) => {
    expect(route(question, previous).line).toBe(command);
  });

  it("of a corpus of 150 or more is routed to a line that the grammar takes", () => {
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(150);
    for (const [question, , previous] of ALL) {
      const { line } = route(question, previous);
      if (line !== null) expect(() => parseLine(line, topics, "2026-11-23")).not.toThrow();
    }
  });

  it("says what it limits and the command cannot", () => {
    expect(route("how have small caps done over the last five years").unused).toEqual(["60m"]);
    expect(route("small caps since 2010, how have they done?").unused).toEqual(["since 2010"]);
    expect(route("how have small caps done over the last six months").unused).toEqual([]);
  });

  it("that is not understood has the commands nearest to it, and none where there is none near", () => {
    expect(route("why did small caps fall behind?").nearest[0]).toBe("performance");
    expect(route("what is for lunch")).toEqual({ line: null, unused: [], nearest: [] });
  });

  it.each([
    ["what if rates rise 100 bp", "debt rates=+100bp"],
    ["what if rates rise by 1%?", "debt rates=+100bp"],
    ["what if interest rates fall 50 basis points", "debt rates=-50bp"],
    ["suppose the Fed hikes by half a percentage point", "debt rates=+50bp"],
    ["what if borrowing costs go up a quarter point", "debt rates=+25bp"],
    ["what happens to small caps if yields rise 200bps", "debt rates=+200bp"],
    ["what if the Fed cuts rates by 1.5 percentage points", "debt rates=-150bp"],
    ["rate cuts without the 2001 cycle", "ratecut exclude=2001"],
    ["what if we leave out the cycle of 2007 in the rate cuts", "ratecut exclude=2007"],
    ["rate cuts in the 2001 cycle", "ratecut cycle=2001"],
    ["what if earnings fall by 10%", "valuation eps=-10%"],
    ["what if earnings fall by 99.99%", "valuation eps=-99.99%"],
    ["what if rates fall by 900 basis points", "debt rates=-900bp"],
    // Without an amount there is nothing to assume.
    ["what if rates rise", null],
    ["rates were hiked, how did small caps do", null],
    ["performance excluding 2020", "performance"],
  ])("%j assumes %j", (question, command) => {
    expect(route(question).line).toBe(command);
  });

  it("is routed in the words of a topic that is added, without a word said elsewhere", () => {
    const [first] = topics;
    if (!first) throw new Error("there is a topic");
    const added = {
      ...first,
      name: "seasons",
      title: "Seasons",
      asks: { words: ["turn of the year", "sell in may"] },
    };
    expect(
      routeQuestion("does selling in May work? sell in May, I mean", [...topics, added], null).line,
    ).toBe("seasons");
    expect(
      routeQuestion("seasons of small caps", [...topics, { ...added, asks: { words: [] } }], null).line,
    ).toBe("seasons");
  });

  it("of any length or script is read within the time of an acknowledgement", () => {
    for (const piece of ["what ", "since 2000 ", "without the ", "小盘股", "if earnings fall 10% "]) {
      expect(route(piece.repeat(400)).line).toBeNull(); // longer than a question
      expect(() => route(piece.repeat(40))).not.toThrow();
    }
  });
});

describe("a line that is no command", () => {
  it.each([
    "valuation of small caps",
    "status of the data?",
    "help me understand the P/E",
    "explain how the hit rate works",
    "performance over six months",
    "cheap or dear",
    "小盘股便宜吗？",
    "asof=2024-12-31 are small caps cheap",
    "private are they cheap",
  ])("%j is a question", (line) => {
    expect(isQuestion(line, topics)).toBe(true);
  });

  it.each([
    "valuaton",
    "performance 6m",
    "valuaton variant=median",
    "ratecut cycle=frist",
    "valuation variant",
    "hello",
    "schedule a briefing for the morning",
    "receipt of the last one",
    "whatif the eps fall",
    "narrative please on",
    "<!everyone> <!channel>",
    "$$$ !!! ???",
    "",
  ])("%j is a near miss or nothing, and stays one", (line) => {
    expect(isQuestion(line, topics)).toBe(false);
  });
});
