import { describe, expect, it } from "vitest";
import { typedText } from "../../../src/surfaces/slack/text.ts";

describe("what a person typed", () => {
  it.each([
    ["<@U0BOT> ratecut", "ratecut"],
    ["<@U0BOT|smallcaps> ratecut  since=2000 ", "ratecut  since=2000"],
    ["hey <@U0BOT>, valuation", "hey  , valuation"],
    ["<https://example.com|example.com>", "example.com"],
    ["<https://example.com/a?b=1&amp;c=2>", "https://example.com/a?b=1&c=2"],
    ["<#C1|markets> <mailto:a@b.example|a@b.example>", "markets a@b.example"],
    ["p/e &lt; 20 &amp;&amp; &gt; 3", "p/e < 20 && > 3"],
    ["&amp;lt;!channel&amp;gt;", "&lt;!channel&gt;"],
    ["", ""],
  ])("%j is %j", (raw, typed) => {
    expect(typedText(raw, "U0BOT")).toBe(typed);
  });

  it("is whole where the bot's id is not known", () => {
    expect(typedText("<@U0BOT> x", undefined)).toBe("<@U0BOT> x");
  });
});
