import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createAssistant } from "../../src/assistant.ts";
import type { Briefing } from "../../src/briefing/briefing.ts";
import type { Figure, Unit } from "../../src/briefing/figure.ts";
import { openFolder } from "../../src/data/folder/folder.ts";
import { topics } from "../../src/main/topics.ts";
import { unrounded } from "../../src/thesis/decide.ts";
import { marketData, noMarketData } from "../data/shared-market-data.ts";
import { folderOf, member } from "../support/folder-assistant.ts";

const figure = (value: number, unit: Unit = "pp"): Figure => ({
  key: "some.figure",
  label: "Some",
  unit,
  value,
  asOf: "2025-10-31",
  definition: "Some.",
  sources: [],
});

async function claim(folder: string, line: string): Promise<Briefing> {
  const assistant = createAssistant({
    market: await openFolder(folder),
    topics,
    today: () => "2026-11-23",
    defaultAsOf: "newest",
    codeVersion: "test",
    firm: { name: "", disclaimer: "" },
  });
  const answer = await assistant.answer(line);
  if (answer.kind !== "briefing") throw new Error(`"${line}" answered with a page`);
  return answer.briefing;
}

describe("a verdict that the printed figure would not give", () => {
  const isNearFive = (value: number) => Math.abs(value - 5) <= 1;

  it("is shown with decimals enough to follow it", () => {
    // 6.04 prints +6.0, which would be within 1 of 5; 3.96 prints +4.0 likewise.
    expect(unrounded([figure(6.04)], isNearFive)).toBe(
      "; with more decimals: Some, as of 31 Oct 2025: +6.04",
    );
    expect(unrounded([figure(3.9996)], isNearFive)).toBe(
      "; with more decimals: Some, as of 31 Oct 2025: +3.9996",
    );
    expect(unrounded([figure(0.4, "count")], (value) => value > 0)).toBe(
      "; with more decimals: Some, as of 31 Oct 2025: 0.4",
    );
  });

  it("is not where both agree, and a sum printed in millions is no rounding", () => {
    for (const value of [6, 5.96, 6.06, 4, 3.9]) expect(unrounded([figure(value)], isNearFive)).toBe("");
    expect(unrounded([figure(0.8, "USD bn")], (value) => value > 10)).toBe("");
  });

  it.skipIf(noMarketData)("of six months by another pair: 6.04 is not within 1 of 5", async () => {
    const briefing = await claim(join(marketData, "french"), "thesis claim=16");
    expect(briefing.notes.join("\n")).toMatch(
      /with more decimals: six months, .*, as of 31 Oct 2025: \+6\.04/,
    );
  });
});

describe("estimates that were revised upward", () => {
  it("are not decided by a count of companies, which says so and stands beside", async () => {
    const constituents = (["small", "large"] as const).map((index) =>
      member(index, index, {
        price: 10,
        shares: 100,
        marketCap: 1000,
        epsTtm: 1,
        epsFy1: 1.5,
        epsFy2: 2,
        fy1End: "2026-12-31",
        epsFy1ThreeMonthsAgo: 1.4,
      }),
    );
    const briefing = await claim(await folderOf({ constituents }), "thesis claim=28 asof=2026-01-10");
    expect(briefing.headline).toMatch(/^Claim 28, cannot be tested/);
    expect(briefing.notes.join("\n")).toContain(
      "the breadth by companies does not decide: it counts companies rather than estimates, over three months alone, and may set one fiscal year against another",
    );
    expect(
      briefing.figures.find(({ key }) => key.endsWith("now.earnings.small.companyBreadth3m"))?.value,
    ).toBe(100);
  });
});
