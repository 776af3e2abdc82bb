import { describe, expect, it } from "vitest";
import { parseLine } from "../../../src/commands/grammar.ts";
import { routeQuestion } from "../../../src/commands/route/route.ts";
import { topics } from "../../../src/topics/index.ts";
import { QUESTIONS } from "./corpus.ts";

const route = (text: string, previous: string | null = null) => routeQuestion(text, topics, previous);

describe("a question in words", () => {
  it.each(QUESTIONS.map(([question, command, previous]) => [question, command, previous ?? null] as const))(
    "%j runs %j",
    (question, command, previous) => {
      expect(route(question, previous).line).toBe(command);
    },
  );

  it("of a corpus of 150 or more is routed to a line that the grammar takes", () => {
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(150);
    for (const [question, , previous] of QUESTIONS) {
      const { line } = route(question, previous ?? null);
      if (line !== null) expect(() => parseLine(line, topics, "2026-11-23")).not.toThrow();
    }
  });
});
