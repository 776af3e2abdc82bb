import { describe, expect, it } from "vitest";
import { knownNames } from "../../../src/commands/refuse/names.ts";
import { refusalReason } from "../../../src/commands/refuse/refuse.ts";
import * as first from "../../support/questions/first-measure.ts";
import * as fourth from "../../support/questions/fourth-measure.ts";
import { QUESTIONS } from "../../support/questions/questions.ts";
import { ORDINARY, REFUSED } from "../../support/questions/refusals.ts";
import * as second from "../../support/questions/second-measure.ts";
import * as third from "../../support/questions/third-measure.ts";

const ROUTED = [
  ...QUESTIONS,
  ...first.FRESH_QUESTIONS,
  ...second.FRESH_QUESTIONS,
  ...third.FRESH_QUESTIONS,
].map(([question]) => question);

describe("the fixed refusal", () => {
  it("is measured on 150 requests and 150 ordinary questions or more", () => {
    expect(REFUSED.length).toBeGreaterThanOrEqual(150);
    expect(ORDINARY.length).toBeGreaterThanOrEqual(150);
  });

  it.each([
    ...REFUSED,
    ...first.FRESH_REFUSED,
    ...second.FRESH_REFUSED,
    ...third.FRESH_REFUSED,
    ...fourth.FRESH_REFUSED,
  ])("meets %j", (question) => {
    expect(refusalReason(question, null)).not.toBeNull();
  });

  it.each([
    ...ORDINARY,
    ...first.FRESH_ORDINARY,
    ...second.FRESH_ORDINARY,
    ...third.FRESH_ORDINARY,
    ...fourth.FRESH_ORDINARY,
    ...ROUTED,
  ])("leaves %j alone", (question) => {
    expect(refusalReason(question, null)).toBeNull();
  });
});

describe("companies of the indices at hand", () => {
  const known = knownNames([
    { ticker: "ZZAP", name: "Zappo Tools, Inc." },
    { ticker: "QRX", name: "Harrow Ridge Holdings Corp" },
    { ticker: "CPI", name: "First Capital Inc" },
    { ticker: "MTD", name: "Target Corp" },
    { ticker: "US", name: "The Energy Group" },
  ]);

  it.each(["how is ZZAP valued", "and Zappo Tools?", "debt of Harrow Ridge", "QRX ytd"])(
    "%j is about one",
    (question) => {
      expect(refusalReason(question, null)).toBeNull();
      expect(refusalReason(question, known)).toBe("name");
    },
  );

  it.each([
    "what was the last CPI",
    "US small caps MTD",
    "energy and capital of the first target",
    "what is the Fed's target range",
    "HOW ARE US SMALL CAPS DOING",
    "zap through the ridge",
  ])("%j is about none", (question) => {
    expect(refusalReason(question, known)).toBeNull();
  });
});
