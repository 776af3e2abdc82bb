import { describe, expect, it, test } from "vitest";
import { refusalReason } from "../../../src/commands/refuse/refuse.ts";
import { QUESTIONS } from "../route/corpus.ts";
import { ORDINARY, REFUSED } from "./corpus.ts";

describe("the fixed refusal", () => {
  test("the corpora are as large as they should be", () => {
    expect(REFUSED.length).toBeGreaterThanOrEqual(150);
    expect(ORDINARY.length).toBeGreaterThanOrEqual(150);
  });

  it.each(REFUSED)("meets %j", (question) => {
    expect(refusalReason(question, null)).not.toBeNull();
  });

  it.each(ORDINARY)("leaves %j alone", (question) => {
    expect(refusalReason(question, null)).toBeNull();
  });

  it.each(QUESTIONS.map(([question]) => question))("leaves the routed question %j alone", (question) => {
    expect(refusalReason(question, null)).toBeNull();
  });
});
