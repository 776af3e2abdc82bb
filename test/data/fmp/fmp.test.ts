import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openFmp } from "../../../src/data/fmp/fmp.ts";
import { forwardOn, parseEstimates } from "../../../src/data/fmp/parse.ts";
import type { Constituent } from "../../../src/market/datasets.ts";
import type { Fetched, MarketData } from "../../../src/market/port.ts";
import { coveredMember } from "../../../src/maths/covered.ts";
import { cutInput } from "../../../src/topics/inputs.ts";
import { faultOf } from "../fault-of.ts";
import { type Handler, liveOptions, send, serve } from "../http/serve.ts";
import { marketData, noMarketData } from "../shared-market-data.ts";

const KEY = "fmp-key-0123456789";
const NOW = () => new Date("2026-03-20T08:00:00.000Z");

const member = (index: "small" | "large", ticker: string, marketCap: number) =>
  ({
    asOf: "2026-03-19",
    index,
    ticker,
    name: ticker,
    marketCap,
    epsTtm: null,
    epsFy1: null,
    epsFy2: null,
    analysts: null,
  }) as unknown as Constituent;
const MEMBERS = [
  member("small", "AAA", 60),
  member("small", "BBB", 30),
  member("large", "CCC", 600),
  member("large", "DDD", 300),
];
const base: MarketData = {
  mode: "live",
  provides: new Set(["constituents"] as const),
  remedy: () => "",
  fetch: async () =>
    ({
      data: MEMBERS,
      source: {
        provider: "funds",
        dataset: "d",
        asOf: "2026-03-19",
        retrievedAt: "2026-03-19",
        licence: "l",
        contentHash: "h",
      },
    }) as unknown as Fetched<never>,
};
const symbolOf = (url: string) => new URL(url, "http://x").searchParams.get("symbol") ?? "";
const estimates = (symbol: string) =>
  JSON.stringify(
    [
      ["2028-12-31", 0, 1],
      ["2027-12-31", 6, 4],
      ["2026-12-31", 5, 7],
      ["2025-12-31", 4, 9],
    ].map(([date, epsAvg, numAnalystsEps]) => ({
      symbol,
      date,
      epsAvg,
      numAnalystsEps,
      revenueAvg: 1,
    })),
  );
const good: Handler = ({ url }, response) => send(response, estimates(symbolOf(url)), "application/json");

async function open(handler: Handler) {
  const server = await serve(handler);
  const options = { ...(await liveOptions(server.baseUrl, NOW)), apiKey: KEY, base };
  return { ...server, options, market: openFmp(options) };
}

describe("analysts' estimates", () => {
  it("are asked for by a pull only, and then join the members", async () => {
    const { market, asked } = await open(good);
    expect((await faultOf(market.fetch("constituents"))).message).toMatch(
      /of 0 of 2 companies on the small side/,
    );
    expect(asked).toEqual([]);
    const [pulled] = (await market.pull?.(() => undefined)) ?? [];
    expect(pulled?.fault).toBeNull();
    expect(asked.map(({ url }) => url.replace(KEY, "KEY"))).toEqual(
      ["AAA", "BBB", "CCC", "DDD"].map(
        (symbol) => `/stable/analyst-estimates?symbol=${symbol}&period=annual&page=0&limit=10&apikey=KEY`,
      ),
    );
    const { data, source } = await market.fetch("constituents");
    expect(data[0]).toMatchObject({ ticker: "AAA", epsFy1: 5, epsFy2: 6, fy1End: "2026-12-31", analysts: 7 });
    expect(source.provider).toBe("funds; Financial Modeling Prep");
    // Companies without estimates are read from the one, estimates from the other.
    const { companies, estimates } = source.parts ?? {};
    expect([companies?.provider, companies?.licence, estimates?.provider]).toEqual([
      "funds",
      "l",
      "Financial Modeling Prep",
    ]);
    expect(source.licence).toBe("l, internal-use");
    expect(JSON.stringify(source)).not.toContain(KEY);
    expect(source.responses?.length).toBe(4);
  });

  it("over the daily limit wait for the next pull, which goes on from there", async () => {
    let limit = 2;
    const { options, market, asked } = await open((one, response, count) => {
      if (count <= limit) return good(one, response, count);
      return void response
        .writeHead(429, { "content-type": "application/json" })
        .end('{"Error Message":"Limit Reach. Please upgrade."}');
    });
    const [first] = (await market.pull?.(() => undefined)) ?? [];
    expect(first?.fault?.message).toMatch(/status 429: Limit Reach/);
    expect(first?.fault?.message).not.toContain(KEY);
    asked.length = 0;
    limit = 99;
    const [second] = (await openFmp(options).pull?.(() => undefined)) ?? [];
    expect([second?.fault, asked.map(({ url }) => symbolOf(url))]).toEqual([null, ["CCC", "DDD"]]);
    expect((await readdir(options.dir)).join()).not.toContain(KEY);
  });

  it("that the plan does not cover are left out, and too few are not used", async () => {
    const { market } = await open((one, response, count) => {
      if (["AAA"].includes(symbolOf(one.url))) return void response.writeHead(402).end();
      return good(one, response, count);
    });
    const [pulled] = (await market.pull?.(() => undefined)) ?? [];
    // BBB is a third of the small side.
    expect(pulled?.fault?.message).toMatch(/of 1 of 2 companies on the small side, less than half/);
  });

  it("of zero are missing, and the running fiscal year comes first", () => {
    const years = parseEstimates(Buffer.from(estimates("AAA")), "AAA");
    expect(years.at(-1)).toEqual({ end: "2028-12-31", eps: null, analysts: 1 });
    expect(forwardOn(years, "2026-12-30")).toEqual({
      epsFy1: 5,
      epsFy2: 6,
      fy1End: "2026-12-31",
      analysts: 7,
    });
    // On its last day the year has ended: the first that ends after it is the next.
    expect(forwardOn(years, "2026-12-31")).toEqual({
      epsFy1: 6,
      epsFy2: null,
      fy1End: "2027-12-31",
      analysts: 4,
    });
  });

  it("are those of the members' date, whatever today is", async () => {
    const { options, market } = await open(good);
    await market.pull?.(() => undefined);
    // Holdings of 19 Mar 2026, asked on 4 Jan 2027: fiscal 2026 has ended since, and is FY1 still.
    const later = openFmp({ ...options, now: () => new Date("2027-01-04T08:00:00.000Z") });
    const { data, source } = await later.fetch("constituents");
    expect(data[0]).toMatchObject({ epsFy1: 5, epsFy2: 6, fy1End: "2026-12-31", estimatedOn: "2026-03-20" });
    // 287 days from 19 Mar to 31 Dec 2026: (287·5 + 78·6)/365; of the year after it would be 6.
    const [member] = data;
    if (!member) throw new Error("no member");
    expect(coveredMember({ ...member, price: 10, marketCap: 60, shares: 6 }, "forward")?.eps).toBeCloseTo(
      (287 * 5 + 78 * 6) / 365,
      12,
    );
    expect(source.doubts?.[0]).toBe(
      "estimates cover 4 of 4 members, retrieved on 2026-03-20, after the holdings' date 2026-03-19",
    );
    // It counts the members of 19 March: a question of the day before knows neither them nor it.
    const doubtsOn = (asOf: string) => cutInput("constituents", { data, source }, asOf).source.doubts?.length;
    expect([doubtsOn("2026-03-18"), doubtsOn("2026-03-19")]).toEqual([0, 1]);
  });

  it.each<[string, string, RegExp]>([
    ["another company's", estimates("BBB"), /asked for AAA, got BBB/],
    [
      "another layout's",
      JSON.stringify([{ symbol: "AAA", date: "2026-12-31", eps: 5 }]),
      /layout has changed: 0.epsAvg/,
    ],
    ["a year twice", estimates("AAA").replace("2025-12-31", "2026-12-31"), /2026-12-31 twice/],
    ["another unit's", estimates("AAA").replace('"epsAvg":5', '"epsAvg":5000000'), /its unit has changed/],
  ])("%s are refused", (_, text, message) => {
    expect(() => parseEstimates(Buffer.from(text), "AAA")).toThrow(message);
  });

  it.skipIf(noMarketData)("as recorded: a far year of zeros is missing, not nothing", () => {
    const raw = readFileSync(join(marketData, "raw/api/fmp-analyst-estimates-excerpt.json"));
    expect(parseEstimates(raw, "MSFT")).toEqual([{ end: "2030-06-30", eps: null, analysts: 6 }]);
  });
});
