import { describe, expect, test } from "vitest";
import { followUp } from "../../src/commands/follow-up.ts";
import { topics } from "../../src/topics/index.ts";

const reply = (text: string, previous: string) => followUp(text, previous, topics);

describe("a reply that changes the question", () => {
  test.each([
    ["and since 2000?", "ratecut cycle=first", "ratecut cycle=first since=2000"],
    ["since=2000", "ratecut", "ratecut since=2000"],
    ["in price return", "ratecut since=2000-01-01", "ratecut basis=price since=2000-01-01"],
    ["what about first cuts", "ratecut", "ratecut cycle=first"],
    ["first", "ratecut cycle=2007", "ratecut cycle=first"],
    ["(First!)", "ratecut", "ratecut cycle=first"],
    ["cycle 2007", "ratecut basis=total", "ratecut cycle=2007 basis=total"],
    ["And the cycle of 2007, in total return?", "ratecut", "ratecut cycle=2007 basis=total"],
    ["window 6m", "performance", "performance window=6m"],
    ["over 6m", "performance basis=price", "performance window=6m basis=price"],
    ["eps -20%", "valuation eps=-10%", "valuation eps=-20%"],
    ["what if eps = −20 %?", "valuation", "valuation eps=−20%"],
  ])("%j after %j is %j", (text, previous, expected) => {
    expect(reply(text, previous)).toBe(expected);
  });

  test.each([
    [
      "and as of 2025-12-31?",
      "brief topics=ratecut,valuation asof=2026-06-30",
      "brief topics=ratecut,valuation asof=2025-12-31",
    ],
    ["topics=valuation,performance", "brief", "brief topics=valuation,performance"],
    ["only valuation", "brief topics=performance,valuation", "brief topics=valuation"],
    ["since 2000", "brief topics=performance,ratecut", null],
    ["topics=nothing", "brief", null],
  ])("%j after the briefing %j is %j", (text, previous, expected) => {
    expect(reply(text, previous)).toBe(expected);
  });

  test("keeps the as-of date and the privacy of the question, and may set either", () => {
    expect(reply("first", "ratecut asof=2025-06-30")).toBe("ratecut cycle=first asof=2025-06-30");
    expect(reply("as of 2024-12-31?", "ratecut cycle=first asof=2025-06-30")).toBe(
      "ratecut cycle=first asof=2024-12-31",
    );
    expect(reply("first", "private ratecut")).toBe("ratecut cycle=first private");
    expect(reply("private: first", "ratecut")).toBe("ratecut cycle=first private");
  });

  test("may follow an explanation", () => {
    expect(reply("since 2000", "explain ratecut.all.12m.mean basis=price")).toBe(
      "ratecut basis=price since=2000",
    );
  });
});

describe("a reply that is not understood", () => {
  test.each([
    ["thanks!", "ratecut"],
    ["and?", "ratecut"],
    ["", "ratecut"],
    ["what is the weather since 2000", "ratecut"],
    ["since yesterday", "ratecut"],
    ["2007", "ratecut"],
    ["total or price", "ratecut"],
    ["since 2000 since 2001", "ratecut"],
    ["and valuation since 2000", "ratecut"],
    ["__proto__=1", "ratecut"],
    ["window 6m", "ratecut"],
    ["first", "sources"],
    ["first", "no such command"],
    [`first ${"x".repeat(300)}`, "ratecut"],
  ])("%j after %j", (text, previous) => {
    expect(reply(text, previous)).toBeNull();
  });
});
