import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { mayTravel } from "../../src/briefing/readings.ts";
import type { Constituent } from "../../src/market/datasets.ts";
import { marketData, noMarketData } from "../data/shared-market-data.ts";
import {
  assistantOn,
  briefingOf,
  figureValue,
  folderOf,
  member,
  numberOf,
} from "../support/folder-assistant.ts";

/*
 * As of 31 Dec 2025, money in millions. Net floating = floating less swaps.
 *
 *            total  floating  swaps  net   share   EBIT  interest  cover
 * small A      100        80     10   70    70 %     30        20    1.5
 *       B      200       120     60   60    30 %     10        20    0.5
 *       C       50        20  blank    ?       ?    -12         6   -2
 *       D        0         0      0    0       –     40     blank    –
 *       bank  9000      9000      0               (left out)
 *       ?     500       500       0               (left out: no sector)
 * large E     1000       100      0  100    10 %    600        60   10
 *       F      400       240      0  240    60 %    100        50    2
 *
 * small, after swaps: A, B.   debt 130/300, companies 1 of 2, with D 1 of 3
 *        before swaps: A, B, C. debt (80+120+20)/350, companies 2 of 3 (80 %, 60 %, 40 %)
 *        cover: (30+10-12)/(20+20+6) = 28/46, median 0.5, below 1: B and C, below 1.5: the same
 *        explained: 300 of 350
 * large: debt 340/1400, companies 1 of 2; cover 700/110, median 6
 */
const row = (
  index: "small" | "large",
  ticker: string,
  [totalDebt, floatingDebt, swappedToFixed, ebit, interestExpense]: readonly (number | null)[],
  sector: string | null = "Industrials",
): Constituent =>
  member(index, ticker, {
    sector,
    totalDebt: totalDebt ?? null,
    floatingDebt: floatingDebt ?? null,
    swappedToFixed: swappedToFixed ?? null,
    ebit: ebit ?? null,
    interestExpense: interestExpense ?? null,
  });
const MARKET = [
  row("small", "A", [100, 80, 10, 30, 20]),
  row("small", "B", [200, 120, 60, 10, 20]),
  row("small", "C", [50, 20, null, -12, 6]),
  row("small", "D", [0, 0, 0, 40, null]),
  row("small", "BANK", [9000, 9000, 0, 1, 1], "Financials"),
  row("small", "WHAT", [500, 500, 0, 1, 1], null),
  row("large", "E", [1000, 100, 0, 600, 60]),
  row("large", "F", [400, 240, 0, 100, 50]),
];

describe("debt", () => {
  let briefing: Briefing;
  beforeAll(async () => {
    briefing = await briefingOf(await folderOf({ constituents: MARKET }), "debt");
  });

  it.each([
    ["small.floatingShareOfDebt", (100 * 130) / 300],
    ["small.floatingShareOfDebtBeforeSwaps", (100 * 220) / 350],
    ["small.companiesMostlyFloating", 50],
    ["small.companiesMostlyFloatingBeforeSwaps", 200 / 3],
    ["small.companiesMostlyFloatingOfAll", 100 / 3],
    ["small.interestCover", 28 / 46],
    ["small.interestCoverMedian", 0.5],
    ["small.zombieShare", 200 / 3],
    ["small.thinCoverShare", 200 / 3],
    ["small.cover.below0", 100 / 3],
    ["small.cover.0to1", 100 / 3],
    ["small.cover.1-5to3", 100 / 3],
    ["small.debtExplained", (100 * 300) / 350],
    ["small.nonFinancials", 4],
    ["small.financials", 1],
    ["small.sectorUnknown", 1],
    ["large.floatingShareOfDebt", (100 * 340) / 1400],
    ["large.companiesMostlyFloating", 50],
    ["large.interestCover", 700 / 110],
    ["large.interestCoverMedian", 6],
    ["ratio.companiesMostlyFloating", 1],
    ["ratio.floatingShareOfDebt", 130 / 300 / (340 / 1400)],
  ])("debt.%s", (key, expected) => {
    expect(numberOf(briefing, `debt.${key}`)).toBeCloseTo(expected, 10);
  });

  it("counts the companies behind each number", () => {
    const n = (key: string) => briefing.figures.find((each) => each.key === `debt.${key}`)?.n;
    expect(n("small.floatingShareOfDebt")).toBe(2);
    expect(n("small.companiesMostlyFloatingOfAll")).toBe(3);
    expect(n("small.interestCover")).toBe(3);
  });

  it("says where companies and debt disagree, and who was left out", () => {
    expect(briefing.headline).toBe(
      "Small-caps rely as much on floating-rate debt by number of companies, more by amount of debt, and earn their interest fewer times over · Test Small / Test Large",
    );
    expect(briefing.caveats.join("\n")).toContain("no sector is reported for them: 1.");
    expect(briefing.notes[0]).toBe(
      "Small-caps against large-caps: 1.00 times by companies, 1.78 times by amount of debt",
    );
  });
});

describe("debt where less is reported", () => {
  const answer = async (constituents: readonly Constituent[]) =>
    briefingOf(await folderOf({ constituents }), "debt");

  it("falls back to debt before swaps, and says so", async () => {
    const rows = MARKET.map((each) => ({ ...each, swappedToFixed: null }));
    const briefing = await answer(rows);
    expect(figureValue(briefing, "debt.small.companiesMostlyFloating")).toMatchObject({
      absent: "not_reported",
    });
    expect(briefing.headline).toMatch(
      /^Small-caps rely more on floating-rate debt before swaps than large-caps/,
    );
    expect(briefing.charts[0]?.kind === "dumbbell" && briefing.charts[0].rows).toHaveLength(2);
    expect(briefing.notes.join()).not.toContain("times by companies");
  });

  it("speaks of interest cover alone where no floating debt is reported", async () => {
    const briefing = await answer(MARKET.map((each) => ({ ...each, floatingDebt: null })));
    expect(briefing.headline).toMatch(/^Small-caps earn their interest fewer times over than large-caps ·/);
    expect(briefing.charts.map(({ id }) => id)).toEqual(["debt-cover"]);
  });

  it("has nothing to compare with one side, and no ratio to a share of zero", async () => {
    const alone = await answer(MARKET.filter(({ index }) => index === "small"));
    expect(alone.headline).toContain("one of the two sides reports too little to compare");
    expect(alone.charts).toEqual([]);
    const fixed = await answer(
      MARKET.map((each) => (each.index === "large" ? { ...each, floatingDebt: 0, swappedToFixed: 0 } : each)),
    );
    expect(figureValue(fixed, "debt.ratio.floatingShareOfDebt")).toMatchObject({ absent: "not_meaningful" });
  });

  it("is refused where nobody reports, with the columns to fill", async () => {
    await expect(answer([member("small", "S", { price: 1 })])).rejects.toMatchObject({
      code: "data_unavailable",
      hint: expect.stringContaining("floating_debt"),
    });
  });

  it("is withheld when the members are overdue", async () => {
    const stale = await briefingOf(await folderOf({ constituents: MARKET }), "debt asof=2026-06-20");
    expect(stale.headline).toContain("withheld, the data end on 31 Dec 2025");
    expect(stale.charts).toEqual([]);
  });
});

/*
 * Ten percentage points on net floating debt (of those that report it): A 70, B 60; E 100, F 240.
 * small: interest A 20 -> 27, B 20 -> 26; cover 1.5 and 0.5 -> 30/27 and 10/26; interest 40 -> 53 on EBIT 40
 *        A falls below 1 once 20 + r·70 > 30: at 1/7, so the one below 1 (B) becomes two above 1,428.6 bp
 * large: interest E 60 -> 70, F 50 -> 74; cover 10 and 2 -> 600/70 and 100/74; interest 110 -> 144 on EBIT 700
 *        F falls below 1.5 once 50 + r·240 > 100/1.5: at 694.4 bp, and is half of the two
 */
describe("debt under an assumed change of interest rates", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await folderOf({ constituents: MARKET });
  });

  it.each([
    ["rates", 1000],
    ["small.companies", 2],
    ["small.now.belowOne", 50],
    ["small.now.belowOneAndHalf", 50],
    ["small.now.medianCover", 1],
    ["small.assumed.belowOne", 50],
    ["small.assumed.belowOneAndHalf", 100],
    ["small.assumed.medianCover", (30 / 27 + 10 / 26) / 2],
    ["small.ofEbit", (100 * 13) / 40],
    ["small.ofInterest", (100 * 13) / 40],
    ["small.breakEvenDouble", 10_000 / 7],
    ["large.assumed.belowOne", 0],
    ["large.assumed.belowOneAndHalf", 50],
    ["large.assumed.medianCover", (600 / 70 + 100 / 74) / 2],
    ["large.ofEbit", (100 * 34) / 700],
    ["large.ofInterest", (100 * 34) / 110],
    ["large.breakEvenHalf", (10_000 * (100 / 1.5 - 50)) / 240],
  ])("debt.whatIf.%s", async (key, expected) => {
    const briefing = await briefingOf(folder, "whatif rates=+1000bp");
    expect(numberOf(briefing, `debt.whatIf.${key}`)).toBeCloseTo(expected, 9);
  });

  it("gives a reason where there is no break-even", async () => {
    const briefing = await briefingOf(folder, "whatif rates=+1000bp");
    expect(figureValue(briefing, "debt.whatIf.small.breakEvenHalf")).toMatchObject({
      absent: "not_meaningful",
      note: expect.stringContaining("as it is"),
    });
    expect(figureValue(briefing, "debt.whatIf.large.breakEvenDouble")).toMatchObject({
      absent: "not_meaningful",
      note: expect.stringContaining("nothing to double"),
    });
  });

  it("is hypothetical, with its assumption, and nobody else's; the figures as they are stay", async () => {
    const answer = await (await assistantOn(folder)).answer("debt rates=50bp");
    if (answer.kind !== "briefing") throw new Error("a page");
    const { briefing } = answer;
    expect([answer.private, briefing.hypothetical, mayTravel({ ...briefing, dataMode: "live" })]).toEqual([
      true,
      true,
      false,
    ]);
    expect(briefing.headline).toBe(
      "Hypothetical, interest rates higher: the share of small-caps that earn less than one and a half times their interest would rise, that of large-caps would not · Test Small / Test Large",
    );
    expect(briefing.notes.join("\n")).toContain("Assumption: interest rates +50 bp");
    expect(briefing.caveats.join("\n")).toContain("Hypothetical: an assumption of yours");
    expect(numberOf(briefing, "debt.small.zombieShare")).toBeCloseTo(200 / 3, 10);
    expect(briefing.charts.map(({ id }) => id)).toEqual(["debt-what-if"]);
    const plain = await (await assistantOn(folder)).answer("debt");
    expect(plain.kind === "briefing" && [plain.private, plain.briefing.hypothetical]).toEqual([false, false]);
  });

  it("says in words which way, and where nobody reports what floats", async () => {
    const headline = async (line: string, rows = MARKET) =>
      (await briefingOf(await folderOf({ constituents: rows }), line)).headline;
    expect(await headline("whatif rates=0bp")).toMatch(/unchanged: as many small-caps as now would earn/);
    expect(await headline("whatif rates=-500bp")).toMatch(/lower: as many small-caps as now would earn/);
    expect(
      await headline(
        "whatif rates=100bp",
        MARKET.map((each) => ({ ...each, floatingDebt: null })),
      ),
    ).toMatch(/too little is reported of small-caps' floating debt to say/);
  });
});

describe.skipIf(noMarketData)("debt on the real folders", () => {
  it.each(["russell", "french"])("%s holds no balance sheets: refused with the remedy", async (folder) => {
    await expect(briefingOf(join(marketData, folder), "debt")).rejects.toMatchObject({
      code: "data_unavailable",
      hint: expect.stringContaining("constituents.csv"),
    });
  });
});
