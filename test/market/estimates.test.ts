import { describe, expect, it } from "vitest";
import { createAssistant } from "../../src/assistant.ts";
import { BriefingError } from "../../src/briefing/errors.ts";
import { openFmp } from "../../src/data/fmp/fmp.ts";
import type { Constituent } from "../../src/market/datasets.ts";
import { withoutLaterEstimates } from "../../src/market/estimates.ts";
import type { Fetched, MarketData } from "../../src/market/port.ts";
import { topics } from "../../src/topics/index.ts";
import { liveOptions, send, serve } from "../data/http/serve.ts";
import { figureValue, member, numberOf } from "../support/folder-assistant.ts";

const SOURCE = {
  provider: "funds",
  dataset: "holdings",
  asOf: "2026-06-30",
  retrievedAt: "2026-07-01",
  licence: "test",
  contentHash: "h",
  pair: { label: "S / L", small: "S", large: "L" },
};
const of = (index: "small" | "large", ticker: string, asOf: string): Constituent =>
  member(index, ticker, { asOf, price: 50, position: { shares: 10, valueUsd: 500 }, epsTtm: 2 });

/** Members of 30 Jun 2026, the large ones of a later day; estimates retrieved on 20 Aug 2026. */
async function answering(trailing = false) {
  const rows = [of("small", "AAA", "2026-06-30"), of("large", "CCC", "2026-07-15")];
  const data = trailing ? rows : rows.map((row) => ({ ...row, epsTtm: null }));
  const base: MarketData = {
    mode: "live",
    provides: new Set(["constituents"] as const),
    remedy: () => "",
    fetch: async () => ({ data, source: SOURCE }) as unknown as Fetched<never>,
  };
  const { baseUrl } = await serve(({ url }, response) => {
    const symbol = new URL(url, "http://x").searchParams.get("symbol") ?? "";
    const years = [
      ["2026-12-31", 4],
      ["2027-12-31", 8],
    ];
    const body = years.map(([date, epsAvg]) => ({ symbol, date, epsAvg, numAnalystsEps: 5 }));
    send(response, JSON.stringify(body), "application/json");
  });
  const now = () => new Date("2026-08-20T08:00:00.000Z");
  const market = openFmp({ ...(await liveOptions(baseUrl, now)), apiKey: "key-0123456789", base });
  await market.pull?.(() => undefined);
  const assistant = createAssistant({
    market,
    topics,
    today: () => "2026-08-25",
    defaultAsOf: "today",
    codeVersion: "test",
    firm: { name: "", disclaimer: "" },
  });
  return async (line: string) => {
    const answer = await assistant.answer(line);
    if (answer.kind !== "briefing") throw new Error("a page");
    return answer.briefing;
  };
}

const faultOf = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error: unknown) => (error instanceof BriefingError ? `${error.message}; ${error.hint}` : String(error)),
  );
const REASON = /estimates were retrieved from 20 Aug 2026 on, after the as-of date 20 Jul 2026/i;

describe("estimates", () => {
  it("count from their retrieval on, with the holdings' own fiscal year", async () => {
    const ask = await answering();
    // 30 Jun to 31 Dec 2026 are 184 days: EPS (184·4 + 181·8)/365; the price is 50.
    const expected = 50 / ((184 * 4 + 181 * 8) / 365);
    for (const line of ["valuation", "valuation asof=2026-08-20"]) {
      const briefing = await ask(line);
      expect(numberOf(briefing, "valuation.small.aggIncl.pe")).toBeCloseTo(expected, 12);
      expect(briefing.caveats.join()).toMatch(/retrieved on 2026-08-20, after the holdings' date 2026-06-30/);
      expect(briefing.subtitle).toContain("close 30 Jun 2026 (small), 15 Jul 2026 (large)");
    }
  });

  it.each([
    ["valuation", false],
    ["coverage", false],
    ["earnings", true],
  ] as const)("are not known before: %s names both dates", async (topic, trailing) => {
    const ask = await answering(trailing);
    expect(await faultOf(ask(`${topic} asof=2026-07-20`))).toMatch(REASON);
  });

  it("that are not known leave the trailing earnings, and their reason", async () => {
    const briefing = await (await answering(true))("valuation asof=2026-07-20");
    expect(numberOf(briefing, "valuation.small.aggIncl.pe")).toBe(25);
    expect(figureValue(briefing, "valuation.basis")).toBe(-12);
    expect(briefing.caveats.join()).toMatch(REASON);
  });

  it("go all of them where those that were known cover less than half of a side", () => {
    const known = (ticker: string, estimatedOn: string, valueUsd: number): Constituent => ({
      ...of("small", ticker, "2026-06-30"),
      position: { shares: 1, valueUsd },
      epsFy1: 1,
      epsFy2: 2,
      estimatedOn,
    });
    const left = (one: number, other: number) =>
      withoutLaterEstimates(
        [known("A", "2026-07-01", one), known("B", "2026-08-20", other)],
        "2026-07-20",
      ).map(({ epsFy1 }) => epsFy1);
    expect([left(50, 50), left(49, 51)]).toEqual([
      [1, null],
      [null, null],
    ]);
  });
});
