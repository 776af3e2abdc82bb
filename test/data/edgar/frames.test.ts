import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { debtAndCover } from "../../../src/data/edgar/frames/debt.ts";
import { type CompanyFacts, trailingEarnings } from "../../../src/data/edgar/frames/earnings.ts";
import { type Fact, parseFrame } from "../../../src/data/edgar/frames/frame.ts";
import { framesFor } from "../../../src/data/edgar/frames/tags.ts";
import { trailing } from "../../../src/data/edgar/frames/trailing.ts";
import { marketData, noMarketData } from "../shared-market-data.ts";
import { frameJson } from "./world.ts";

const xbrl = (name: string) => readFileSync(join(marketData, "raw/api/xbrl", name), "utf8");

const flow = (start: string, end: string, value: number): Fact => ({
  cik: 1,
  start,
  end,
  value,
  accession: "0000950170-26-000001",
});
const balance = (end: string, value: number): Fact => ({ ...flow("", end, value), start: null });

describe("a frame", () => {
  const asked = { tag: "NetIncomeLoss", period: "CY2026Q1" };

  it("gives one fact a company with its period and filing", () => {
    const fact = {
      cik: 7,
      start: "2026-01-01",
      end: "2026-03-31",
      val: -1.5e9,
      accn: "0000002178-24-000035",
    };
    const frame = parseFrame(frameJson("NetIncomeLoss", "CY2026Q1", "USD", [fact]), asked);
    expect(frame.of(7)).toEqual({
      cik: 7,
      start: "2026-01-01",
      end: "2026-03-31",
      value: -1.5e9,
      accession: "0000002178-24-000035",
    });
    expect(frame.of(8)).toBeNull();
  });

  it.each([
    ["cut short", (body: string) => body.slice(0, -20), /cut short/],
    ["fewer facts than it says", () => frameJson(asked.tag, asked.period, "USD", [], 3), /0 of its 3 facts/],
    ["another tag", () => frameJson("Assets", asked.period, "USD", []), /is Assets of CY2026Q1/],
    ["another period", () => frameJson(asked.tag, "CY2025Q1", "USD", []), /of CY2025Q1/],
    ["a value in words", (body: string) => body.replace('"val":1', '"val":"1"'), /data\.0\.val/],
    ["an impossible day", (body: string) => body.replace("2026-03-31", "2026-02-31"), /data\.0\.end/],
    [
      "a period that ends before it begins",
      (body: string) => body.replace("2026-03-31", "2025-03-31"),
      /from 2026-01-01 to 2025-03-31/,
    ],
    ["renamed fields", (body: string) => body.replace('"cik"', '"CIK"'), /data\.0\.cik/],
  ])("is refused with %s", (_, change, why) => {
    const body = frameJson(asked.tag, asked.period, "USD", [
      { cik: 7, start: "2026-01-01", end: "2026-03-31", val: 1 },
    ]);
    expect(() => parseFrame(change(body), asked)).toThrow(why);
  });

  it.skipIf(noMarketData)(
    "is read from the real bodies: a 112-day quarter, a fiscal year from October",
    () => {
      const name =
        "frames_us-gaap_RevenueFromContractWithCustomerExcludingAssessedTax_USD_CY2024Q2_captured_2024-07-01.json";
      const asked = { tag: "RevenueFromContractWithCustomerExcludingAssessedTax", period: "CY2024Q2" };
      const frame = parseFrame(xbrl(name), asked);
      expect(frame.size).toBe(15);
      expect(frame.of(56_873)).toMatchObject({
        start: "2024-02-04",
        end: "2024-05-25",
        value: 45_269_000_000,
      });
      const cut = xbrl("frames_us-gaap_PaymentsForRepurchaseOfCommonStock_USD_CY2023_CUT.json");
      const bought = { tag: "PaymentsForRepurchaseOfCommonStock", period: "CY2023" };
      expect(() => parseFrame(cut, bought)).toThrow(/of its 2271 facts/);
      const { data } = JSON.parse(cut);
      const mended = parseFrame(cut.replace('"pts":2271', `"pts":${data.length}`), bought);
      expect(mended.of(4_127)).toMatchObject({ start: "2022-10-01", end: "2023-09-29", value: 175_300_000 });
    },
  );
});

const FY25 = flow("2025-01-01", "2025-12-31", 10);
const Q1 = (year: number, value: number) => flow(`${year}-01-01`, `${year}-03-31`, value);
const Q2 = (year: number, value: number) => flow(`${year}-04-01`, `${year}-06-30`, value);
const Q3 = (year: number, value: number) => flow(`${year}-07-01`, `${year}-09-30`, value);

describe("the last twelve months", () => {
  it("are the fiscal year, plus the quarters since, less their like a year before", () => {
    const facts = [FY25, Q1(2025, 2), Q2(2025, 3), Q1(2026, 4), Q2(2026, 6)];
    // 10 + 4 + 6 - 2 - 3
    expect(trailing(facts, "2026-09-30")).toMatchObject({
      value: 15,
      start: "2025-07-01",
      end: "2026-06-30",
    });
  });

  it("hold no report that was not out: 45 days for a quarter, 90 for a year", () => {
    const facts = [flow("2024-01-01", "2024-12-31", 8), FY25, Q1(2025, 2), Q1(2026, 4)];
    expect(trailing(facts, "2026-05-14")?.value).toBe(10);
    expect(trailing(facts, "2026-05-15")?.value).toBe(12);
    expect(trailing(facts, "2026-03-30")?.end).not.toBe("2025-12-31");
    expect(trailing(facts, "2026-03-31")?.value).toBe(10);
  });

  it("stop where a quarter's like a year before is missing", () => {
    expect(trailing([FY25, Q1(2025, 2), Q1(2026, 4), Q2(2026, 6)], "2026-09-30")).toMatchObject({
      value: 12,
      end: "2026-03-31",
    });
  });

  it("are four quarters in a row where there is no year", () => {
    const facts = [Q3(2025, 1), flow("2025-10-01", "2025-12-31", 2), Q1(2026, 3), Q2(2026, 4)];
    expect(trailing(facts, "2026-09-30")).toMatchObject({ value: 10, start: "2025-07-01", minus: [] });
  });

  it("take sixteen-week and twelve-week quarters, and years that end in another month", () => {
    // Food retail: 16 + 12 + 12 + 12 weeks; the year from 2 February 2025 has 52 weeks.
    const year = flow("2025-02-02", "2026-01-31", 40);
    const before = flow("2025-02-02", "2025-05-24", 11);
    const since = flow("2026-02-01", "2026-05-23", 13);
    expect(trailing([year, before, since], "2026-09-30")).toMatchObject({ value: 42, end: "2026-05-23" });
    const july = flow("2024-07-01", "2025-06-30", 5);
    expect(trailing([july, Q3(2024, 1), Q3(2025, 2)], "2025-12-31")).toMatchObject({
      value: 6,
      start: "2024-10-01",
    });
  });

  it("are not six months, nor of last year", () => {
    expect(trailing([Q1(2026, 3), Q2(2026, 4)], "2026-09-30")).toBeNull();
    expect(trailing([FY25], "2026-08-18")?.value).toBe(10);
    expect(trailing([FY25], "2026-08-19")).toBeNull();
    expect(trailing([flow("2025-01-01", "2025-06-30", 3), Q1(2026, 4)], "2026-09-30")).toBeNull();
  });

  it.skipIf(noMarketData)("are what one adds up by hand from two companies' real facts", () => {
    const facts = (name: string, tag: string, unit: string) => realFacts(name).get(`${tag} ${unit}`) ?? [];
    const duolingo = facts(DUOLINGO, "EarningsPerShareDiluted", "USD/shares");
    // 10-K of 2025 8.57, 10-Q to March 2026 0.89, to March 2025 0.72
    expect(trailing(duolingo, "2026-06-30")?.value).toBeCloseTo(8.57 + 0.89 - 0.72, 10);
    // 10-K of 2024 1.88, 10-Qs to March, June, September: 2025 0.72 0.91 5.95, 2024 0.57 0.51 0.49
    expect(trailing(duolingo, "2025-12-31")?.value).toBeCloseTo(1.88 + 7.58 - 1.57, 10);
    const plug = facts(PLUG, "EarningsPerShareDiluted", "USD/shares");
    expect(trailing(plug, "2026-06-30")?.value).toBeCloseTo(-1.42 - 0.18 + 0.21, 10);
    expect(trailing(facts(DUOLINGO, "NetIncomeLoss", "USD"), "2026-06-30")?.value).toBe(
      414_067_000 + 43_460_000 - 35_135_000,
    );
  });
});

const DUOLINGO = "companyfacts_CIK0001562088_DUOL_full.json";
const PLUG = "companyfacts_CIK0001093691_PLUG_CUT_tags.json";

/** What frames would hold of a company: the facts that carry `frame`. By "tag unit". */
function realFacts(name: string): Map<string, Fact[]> {
  const { facts } = JSON.parse(xbrl(name));
  const byTag = new Map<string, Fact[]>();
  for (const [tag, { units }] of Object.entries<{ units: Record<string, RawFact[]> }>(facts["us-gaap"]))
    for (const [unit, rows] of Object.entries(units))
      byTag.set(
        `${tag} ${unit}`,
        rows
          .filter((row) => row.frame)
          .map(({ start, end, val, accn }) => ({
            cik: 1,
            start: start ?? null,
            end,
            value: val,
            accession: accn,
          })),
      );
  return byTag;
}

interface RawFact {
  readonly start?: string;
  readonly end: string;
  readonly val: number;
  readonly accn: string;
  readonly frame?: string;
}

const companyFacts = (name: string): CompanyFacts =>
  new Map([...realFacts(name)].map(([key, facts]) => [key.split(" ")[0] ?? "", facts]));

describe("earnings per share", () => {
  const EPS = "EarningsPerShareDiluted";
  const SHARES = "WeightedAverageNumberOfDilutedSharesOutstanding";
  const facts = (change: Record<string, readonly Fact[]>): CompanyFacts =>
    new Map(
      Object.entries({
        [EPS]: [FY25],
        NetIncomeLoss: [{ ...FY25, value: 1000 }],
        [SHARES]: [{ ...FY25, value: 100 }],
        ...change,
      }),
    );
  const at = "2026-06-30";

  it("are those reported, where net income over shares agrees", () => {
    expect(trailingEarnings(facts({}), at)).toMatchObject({ eps: 10, by: "reported", end: "2025-12-31" });
  });

  it("are net income over shares where none are reported", () => {
    expect(trailingEarnings(facts({ [EPS]: [] }), at)).toMatchObject({ eps: 10, by: "implied" });
  });

  it("are net income over today's shares after a split: ten for one since the fiscal year", () => {
    const split = facts({
      [EPS]: [FY25, Q1(2025, 0.2), Q1(2026, 0.3)],
      NetIncomeLoss: [{ ...FY25, value: 1000 }, Q1(2025, 200), Q1(2026, 300)],
      [SHARES]: [{ ...FY25, value: 100 }, Q1(2025, 1000), Q1(2026, 1000)],
    });
    // Reported, added up: 10 + 0.3 - 0.2 = 10.1. True: (1000 + 300 - 200) / 1000.
    expect(trailingEarnings(split, at)).toMatchObject({ eps: 1.1, by: "implied" });
  });

  it("are refused where the two contradict each other, as in net income filed in thousands", () => {
    const slip = facts({ NetIncomeLoss: [{ ...FY25, value: 1 }] });
    expect(trailingEarnings(slip, at)).toMatchObject({ reason: expect.stringContaining("contradict") });
    const zero = facts({ [EPS]: [{ ...FY25, value: 0 }] });
    expect(trailingEarnings(zero, at)).toMatchObject({ reason: expect.stringContaining("contradict") });
  });

  it("say why there are none", () => {
    expect(trailingEarnings(new Map(), at)).toMatchObject({
      reason: expect.stringContaining("files no US GAAP"),
    });
    const old = new Map([[EPS, [flow("2021-01-01", "2021-12-31", 3)]]]);
    expect(trailingEarnings(old, at)).toMatchObject({
      reason: expect.stringContaining("last twelve months"),
    });
  });

  it.skipIf(noMarketData)("of the two real companies are what they reported", () => {
    expect(trailingEarnings(companyFacts(DUOLINGO), at)).toMatchObject({
      eps: expect.closeTo(8.74, 10),
      by: "reported",
    });
    // Plug's shares grew by half within the year: its loss is spread over those of the last quarter, by hand
    // -(1,632,000 + 245,304 - 196,656) thousand over 1,389,672,378; what it reported a share adds up to -1.39.
    expect(trailingEarnings(companyFacts(PLUG), at)).toMatchObject({
      eps: expect.closeTo(-1_680_648_000 / 1_389_672_378, 10),
      by: "implied",
    });
  });
});

describe("debt and cover", () => {
  const at = "2026-09-30";
  const of = (tags: Record<string, number>): CompanyFacts =>
    new Map(Object.entries(tags).map(([tag, value]) => [tag, [balance("2026-06-30", value)]]));

  it.each([
    [{ DebtLongtermAndShorttermCombinedAmount: 9, LongTermDebt: 5 }, 9],
    [{ LongTermDebtNoncurrent: 5, DebtCurrent: 2, ShortTermBorrowings: 1 }, 7],
    [{ LongTermDebt: 6, LongTermDebtNoncurrent: 5, LongTermDebtCurrent: 1, ShortTermBorrowings: 3 }, 9],
    [{ LongTermDebtNoncurrent: 5, LongTermDebtCurrent: 1 }, 6],
    [{ LongTermDebtCurrent: 1, ShortTermBorrowings: 3 }, 4],
    [{ ShortTermBorrowings: 3 }, 3],
    [{}, null],
  ])("adds what is tagged, without counting twice: %o", (tags, total) => {
    expect(debtAndCover(of(tags as Record<string, number>), at).totalDebt).toBe(total);
  });

  it("takes no balance that is stale, and none of another day", () => {
    const facts = new Map([
      ["LongTermDebt", [balance("2025-12-31", 50)]],
      ["ShortTermBorrowings", [balance("2026-06-30", 3)]],
    ]);
    expect(debtAndCover(facts, at).totalDebt).toBe(3);
    expect(debtAndCover(new Map([["LongTermDebt", [balance("2025-06-30", 50)]]]), at).totalDebt).toBeNull();
  });

  it("falls back to pre-tax income before interest", () => {
    const pretax =
      "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest";
    const facts = new Map([
      [pretax, [FY25]],
      ["InterestExpenseNonoperating", [{ ...FY25, value: 4 }]],
    ]);
    expect(debtAndCover(facts, "2026-06-30")).toMatchObject({ ebit: 14, interestExpense: 4 });
    expect(debtAndCover(new Map([["OperatingIncomeLoss", [FY25]]]), "2026-06-30")).toMatchObject({
      ebit: 10,
      interestExpense: null,
    });
  });
});

describe("the frames asked for", () => {
  it("reach back to the fiscal year's first quarter, and are few", () => {
    const frames = framesFor("2026-09-30");
    const eps = frames.filter(({ tag }) => tag === "EarningsPerShareDiluted").map(({ period }) => period);
    expect(eps).toContain("CY2024Q3");
    expect(eps).toContain("CY2026Q2");
    expect(eps).toContain("CY2025");
    expect(frames.length).toBeLessThan(250);
    expect(new Set(frames.map((each) => JSON.stringify(each))).size).toBe(frames.length);
  });
});
