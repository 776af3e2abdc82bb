import { describe, expect, it } from "vitest";
import { wordingFault } from "../../src/main/house-view.ts";

describe("the wording of a firm's own claims", () => {
  it.each([
    "Without loss-makers small-caps trade more than 10 % below large-caps",
    "The median small-cap earns less than three times its interest",
    "Floating debt of small-caps is above 30 % of their debt, after swaps",
    "Small-caps led large-caps over six months, total return",
    "Small minus large after first cuts was below zero at twelve months",
    "The Sahm rule has not fired",
    "The VIX is below 20",
    "Estimates of small-caps were raised more often than cut",
    "The Russell 2000 stands below its 20-year median of forward P/E",
    "High-yield spread above 5 percentage points",
    "Forward P/E between 15x and 20x on forecast earnings",
    "Fewer than 5 % of small-caps have no analyst",
    "Small-caps were less volatile than in May 2026",
    "Takeovers of the last twelve months above those of the year before",
    "Our view of the case",
    "Discount of 10 %",
    "Example Wealth house view",
  ])("takes a statement of how a figure stands: %s", (text) => {
    expect(wordingFault(text)).toBeNull();
  });

  it.each([
    ["Everybody should buy small-caps now", /“buy”.*“should”/],
    ["Small-caps are cheap", /“cheap”/],
    ["An attractive entry point for clients", /“attractive”/],
    ["Small-caps are poised to rise", /“poised”/],
    ["Small-caps will outperform", /“will”/],
    ["The discount is set to close", /“set to”/],
    ["A rare opportunity", /“opportunity”/],
    ["Overweight small-caps", /“overweight”/],
    ["Our price target is above 3,000", /“price target”/],
    ["Small-caps are undervalued", /“undervalued”/],
    ["Jetzt kaufen", /“kaufen”/],
    ["Ｂｕｙ small-caps", /“buy”/],
  ])("refuses advice, forecasts and praise, and names the words: %s", (text, named) => {
    const fault = wordingFault(text) ?? "";
    expect(fault).toMatch(
      /^it reads as advice, a forecast or praise \(.*: say how a figure stands, such as "/,
    );
    expect(fault).toMatch(named);
  });

  it("refuses a company's name", () => {
    expect(wordingFault("Tesla trades above 50x")).toMatch(/^it names a company/);
  });
});
