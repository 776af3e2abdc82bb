import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parsePrices } from "../../../src/data/tiingo/parse.ts";
import { openTiingo } from "../../../src/data/tiingo/tiingo.ts";
import { faultOf } from "../fault-of.ts";
import { liveOptions, send, serve } from "../http/serve.ts";
import { sourceContract } from "../http/source-contract.ts";
import { marketData, noMarketData } from "../shared-market-data.ts";

const KEY = "tiingo-token-0123456789";
const NOW = "2026-01-13T08:00:00.000Z";

interface Day {
  readonly date: string;
  readonly close: number;
  readonly adjClose: number;
  readonly divCash?: number;
  readonly splitFactor?: number;
}
const bodyOf = (days: readonly Day[]) =>
  JSON.stringify(
    days.map((day) => ({
      divCash: 0,
      splitFactor: 1,
      ...day,
      date: `${day.date}T00:00:00.000Z`,
      volume: 1,
      adjVolume: 1,
    })),
  );

/**
 * By hand: 100, then 102 with a dividend of 1 (so what came before counts 102/103), then a split of two for one at
 * 51.51 (+1 %), so that what came before is halved.
 */
const HALF = 0.5 * (102 / 103);
const DAYS: readonly Day[] = [
  { date: "2026-01-07", close: 100, adjClose: 100 * HALF },
  { date: "2026-01-08", close: 102, adjClose: 51, divCash: 1 },
  { date: "2026-01-09", close: 51.51, adjClose: 51.51, splitFactor: 2 },
  { date: "2026-01-12", close: 51, adjClose: 51 },
];
const read = (days: readonly Day[]) => parsePrices(Buffer.from(bodyOf(days)), "IWM", "2026-01-13");
const funds = { apiKey: KEY, small: "IWM", large: "SPY" };

sourceContract({
  name: "tiingo",
  open: (options) => openTiingo({ ...options, ...funds }),
  dataset: "levels",
  now: NOW,
  good: () => bodyOf(DAYS),
  type: "application/json",
  drifted: JSON.stringify([{ date: "2026-01-12T00:00:00.000Z", close: 51 }, {}]),
  secrets: [KEY],
  keeps: true,
});

describe("two funds' prices", () => {
  it("are levels of funds, not of indices: with dividends, and without, both free of splits", async () => {
    const { baseUrl, asked } = await serve((_, response) => send(response, bodyOf(DAYS), "application/json"));
    const options = await liveOptions(baseUrl, () => new Date(NOW));
    const { data, source } = await openTiingo({ ...options, ...funds }).fetch("levels");
    const ratios = (points: readonly { value: number }[] = []) =>
      points.slice(1).map(({ value }, at) => value / (points[at]?.value ?? Number.NaN));
    // (102 + 1) / 100 by the dividend's factor, 51.51 x 2 / 102, 51 / 51.51
    expect(ratios(data.small_total).map((ratio) => ratio.toFixed(9))).toEqual([
      ((102 / 100) * (103 / 102)).toFixed(9),
      "1.010000000",
      (51 / 51.51).toFixed(9),
    ]);
    expect(data.small_price?.map(({ value }) => value)).toEqual([50, 51, 51.51, 51]);
    expect(source.pair?.label).toBe("Fund tracking the Russell 2000 (IWM) / fund tracking the S&P 500 (SPY)");
    expect(asked.map(({ url }) => url).sort()).toEqual([
      "/tiingo/daily/iwm/prices?startDate=1990-01-01&format=json",
      "/tiingo/daily/spy/prices?startDate=1990-01-01&format=json",
    ]);
    expect(asked[0]?.headers.authorization).toBe(`Token ${KEY}`);
  });

  it("based anew by a dividend replace the whole history", async () => {
    let days = DAYS;
    const { baseUrl } = await serve((_, response) => send(response, bodyOf(days), "application/json"));
    let at = new Date(NOW);
    const market = openTiingo({ ...(await liveOptions(baseUrl, () => at)), ...funds });
    const before = await market.fetch("levels");
    // A dividend of 0.51 at 51: what came before counts 51/51.51.
    const factor = 51 / 51.51;
    days = [
      ...DAYS.map((day) => ({ ...day, adjClose: day.adjClose * factor })),
      { date: "2026-01-13", close: 51, adjClose: 51, divCash: 0.51 },
    ];
    at = new Date("2026-01-14T08:00:00.000Z");
    const after = await market.fetch("levels");
    const first = (fetched: typeof before) => fetched.data.small_total?.[0]?.value ?? Number.NaN;
    expect(first(after) / first(before)).toBeCloseTo(factor, 12);
    expect(after.data.small_total?.length).toBe(5);
  });

  it.each<[string, readonly Day[], RegExp]>([
    [
      "a split that is not told of",
      [DAYS[1]!, { date: "2026-01-09", close: 51.51, adjClose: 25.755 }],
      /moves by -49 % on 2026-01-09/,
    ],
    [
      "an adjustment in the middle that nothing explains",
      [{ ...DAYS[0]!, adjClose: 45 }, ...DAYS.slice(1)],
      /does not follow from close, dividend and split/,
    ],
    ["cents for dollars", [DAYS[2]!, { date: "2026-01-12", close: 5100, adjClose: 5100 }], /another unit/],
    [
      "zero for missing",
      [...DAYS.slice(0, 3), { date: "2026-01-12", close: 0, adjClose: 0 }],
      /layout has changed: 3.close/,
    ],
    ["a day twice", [...DAYS, DAYS[3]!], /2026-01-12 twice/],
    ["newest first", DAYS.toReversed(), /out of order/],
    ["a day ahead", [...DAYS, { date: "2026-01-14", close: 51, adjClose: 51 }], /after today/],
    ["nothing but the newest row", DAYS.slice(3), /no history/],
    [
      "days missing",
      [DAYS[0]!, DAYS[1]!, DAYS[3]!].map((day) => ({
        ...day,
        close: 50,
        adjClose: 50,
        divCash: 0,
        splitFactor: 1,
      })),
      /lacks 1 of 4 trading days/,
    ],
  ])("are refused with %s", (_, days, message) => {
    expect(() => read(days)).toThrow(message);
  });

  it("with a few missing days, a standstill, or a rounding that is too coarse are flagged", () => {
    // Every weekday but the NYSE's holidays of 2025: 250 sessions, by its own calendar; one of them left out.
    const holidays = [
      "01-01",
      "01-09",
      "01-20",
      "02-17",
      "04-18",
      "05-26",
      "06-19",
      "07-04",
      "09-01",
      "11-27",
      "12-25",
    ];
    const sessions: string[] = [];
    for (let at = Date.UTC(2025, 0, 1); at < Date.UTC(2026, 0, 1); at += 86_400_000) {
      const date = new Date(at).toISOString().slice(0, 10);
      const weekday = new Date(at).getUTCDay();
      if (weekday > 0 && weekday < 6 && !holidays.includes(date.slice(5))) sessions.push(date);
    }
    expect(sessions.length).toBe(250);
    const days = sessions
      .filter((date) => date !== "2025-03-12")
      .map((date, at) => ({ date, close: 100 + (at % 7), adjClose: 100 + (at % 7) }));
    expect(read(days).doubts).toEqual(["IWM has no price for trading days: 2025-03-12"]);
    const stuck = days.map((day, at) =>
      at >= 100 && at < 106 ? { ...day, close: 103, adjClose: 103 } : day,
    );
    expect(read(stuck).doubts.join()).toMatch(/stands still for 5 days up to 2025-06-\d\d/);
    const coarse = days.map((day, at) => (at === 50 ? { ...day, adjClose: day.close * 1.001 } : day));
    expect(read(coarse).doubts.join()).toMatch(/more than rounding on 2025-03-1\d, /);
    const sunday = [...days, { date: "2026-01-04", close: 104, adjClose: 104 }];
    expect(read(sunday).doubts.join()).toMatch(/prices for days without trading: 2026-01-04/);
  });

  it("say so where the token is refused", async () => {
    const { baseUrl } = await serve(
      (_, response) =>
        void response
          .writeHead(401, { "content-type": "application/json" })
          .end('{"detail":"Invalid token."}'),
    );
    const options = await liveOptions(baseUrl, () => new Date(NOW));
    const fault = await faultOf(openTiingo({ ...options, ...funds }).fetch("levels"));
    expect(fault.message).toMatch(/status 401: Invalid token\./);
    expect(fault.hint).toMatch(/TIINGO_API_KEY/);
  });

  it.skipIf(noMarketData)("as recorded: a dividend's day, and days without any", () => {
    const folder = join(marketData, "raw/api/tiingo");
    const apple = parsePrices(
      readFileSync(join(folder, "daily_AAPL_prices_2023-02_exdiv_CUT.json")),
      "AAPL",
      "2023-03-01",
    );
    const value = (points: readonly { date: string; value: number }[], date: string) =>
      points.find((point) => point.date === date)?.value ?? Number.NaN;
    // 151.01 and a dividend of 0.23 after 150.87
    const total = value(apple.total, "2023-02-10") / value(apple.total, "2023-02-09");
    expect(total).toBeCloseTo((151.01 / 150.87) * ((151.01 + 0.23) / 151.01), 6);
    expect(value(apple.price, "2023-02-10")).toBe(151.01);
    const google = parsePrices(
      readFileSync(join(folder, "daily_GOOGL_prices_2018-01.json")),
      "GOOGL",
      "2018-03-01",
    );
    expect(google.doubts).toEqual([]);
    expect(google.total).toEqual(google.price);
  });
});
