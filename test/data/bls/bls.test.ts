import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openBls } from "../../../src/data/bls/bls.ts";
import { joinWindows, parseWindow } from "../../../src/data/bls/parse.ts";
import { faultOf } from "../fault-of.ts";
import { type Asked, liveOptions, send, serve } from "../http/serve.ts";
import { sourceContract } from "../http/source-contract.ts";
import { marketData, noMarketData } from "../shared-market-data.ts";

interface Row {
  readonly year: string;
  readonly period: string;
  readonly value: string;
}
const row = (year: number, period: string, value: string): Row => ({ year: String(year), period, value });
const extra = { periodName: "x", footnotes: [{}] };

function answer(
  unemployment: readonly Row[],
  cpi: readonly Row[],
  status = "REQUEST_SUCCEEDED",
  message: string[] = [],
) {
  const series = [
    { seriesID: "LNS14000000", data: unemployment.map((each) => ({ ...each, ...extra })) },
    { seriesID: "CUSR0000SA0", data: cpi.map((each) => ({ ...each, ...extra })) },
  ];
  return JSON.stringify({ status, responseTime: 1, message, Results: { series } });
}

/** The newest months first, with the year's average in between, as the Bureau has it. */
function window({ body }: Asked): string {
  const { startyear, endyear } = JSON.parse(body) as Record<string, string>;
  const rows = (value: number) => {
    const all: Row[] = [];
    for (let year = Number(endyear); year >= Number(startyear); year -= 1) {
      if (year < 2026) all.push(row(year, "M13", "777"));
      for (let month = year === 2026 ? 2 : 12; month >= 1; month -= 1)
        all.push(row(year, `M${String(month).padStart(2, "0")}`, String(value)));
    }
    return all;
  };
  return answer(rows(4.1), rows(310.5));
}

const KEY = "registration-key-0123";
const NOW = "2026-03-20T08:00:00.000Z";

sourceContract({
  name: "bls",
  open: (options) => openBls({ ...options, apiKey: KEY, firstYear: 2000 }),
  dataset: "macro",
  now: NOW,
  good: window,
  type: "application/json",
  drifted: JSON.stringify({
    status: "REQUEST_SUCCEEDED",
    message: [],
    Results: { series: [{ id: "LNS14000000" }] },
  }),
  secrets: [KEY],
  keeps: true,
});

describe("the Bureau's series", () => {
  it("are asked for in windows of ten years without a key, of twenty with one", async () => {
    const { baseUrl, asked } = await serve((one, response) =>
      send(response, window(one), "application/json"),
    );
    const options = await liveOptions(baseUrl, () => new Date(NOW));
    const { data, source } = await openBls({ ...options, firstYear: 2000 }).fetch("macro");
    expect(asked.map(({ url, method }) => [method, url])).toEqual(
      Array(3).fill(["POST", "/publicAPI/v1/timeseries/data/"]),
    );
    expect(asked.map(({ body }) => JSON.parse(body)).sort((a, b) => a.startyear - b.startyear)).toEqual([
      { seriesid: ["LNS14000000", "CUSR0000SA0"], startyear: "2000", endyear: "2009" },
      { seriesid: ["LNS14000000", "CUSR0000SA0"], startyear: "2010", endyear: "2019" },
      { seriesid: ["LNS14000000", "CUSR0000SA0"], startyear: "2020", endyear: "2026" },
    ]);
    expect(data.length).toBe(2 * (26 * 12 + 2));
    expect(source.responses?.[2]?.url).toBe(
      `${baseUrl}/publicAPI/v1/timeseries/data/#LNS14000000,CUSR0000SA0 2020-2026`,
    );
    asked.length = 0;
    const other = await liveOptions(baseUrl, () => new Date(NOW));
    await openBls({ ...other, firstYear: 2000, apiKey: KEY }).fetch("macro");
    expect(asked.map(({ url }) => url)).toEqual(Array(2).fill("/publicAPI/v2/timeseries/data/"));
  });

  it("are revised by rule: what was told otherwise before is noted, another base is refused", async () => {
    let at = new Date(NOW);
    let change = (text: string) => text;
    const { baseUrl } = await serve((one, response) =>
      send(response, change(window(one)), "application/json"),
    );
    const options = await liveOptions(baseUrl, () => at);
    const open = () => openBls({ ...options, firstYear: 2020 });
    const first = await open().fetch("macro");
    expect(first.source.doubts).toBeUndefined();
    at = new Date("2026-03-21T08:00:00Z");
    change = (text) =>
      text.replaceAll('"2025","period":"M01","value":"4.1"', '"2025","period":"M01","value":"4.2"');
    const second = await open().fetch("macro");
    expect(second.source.doubts).toEqual([
      "unemployment rate was revised since the answer retrieved on 2026-03-20: 2025-01 was 4.1, is 4.2",
    ]);
    at = new Date("2026-03-22T08:00:00Z");
    change = (text) => text.replaceAll('"310.5"', '"103.5"');
    const third = await open().fetch("macro");
    expect(third.data).toEqual(second.data);
    expect(third.source.fallback).toMatch(/cpi: half of the values differ by more than 3 .*another series/);
  });

  it("leave out a month without a value, and say so (the shutdown of October 2025)", () => {
    const months = [row(2025, "M11", "4.5"), row(2025, "M10", "-"), row(2025, "M09", "4.4")];
    const prices = [row(2025, "M11", "324.1"), row(2025, "M09", "323.9")];
    const { data, doubts } = joinWindows([parseWindow(Buffer.from(answer(months, prices)))], "2025-12-20");
    expect(data.map(({ date, series, value }) => [date, series, value])).toEqual([
      ["2025-09-01", "unemployment_rate", 4.4],
      ["2025-09-01", "cpi", 323.9],
      ["2025-11-01", "unemployment_rate", 4.5],
      ["2025-11-01", "cpi", 324.1],
    ]);
    expect(doubts).toEqual(["unemployment rate has no value for 2025-10", "cpi has no value for 2025-10"]);
  });

  it("that are over the daily limit are left alone", async () => {
    const said =
      "Request could not be serviced, as the daily threshold for total number of requests has been reached.";
    const { baseUrl, asked } = await serve((_, response) =>
      send(response, answer([], [], "REQUEST_NOT_PROCESSED", [said]), "application/json"),
    );
    const market = openBls({ ...(await liveOptions(baseUrl, () => new Date(NOW))), firstYear: 2020 });
    expect((await faultOf(market.fetch("macro"))).message).toMatch(
      /REQUEST_NOT_PROCESSED: Request could not/,
    );
    expect(asked.length).toBe(1);
  });

  it.each<[string, readonly Row[], RegExp]>([
    ["another unit", [row(2025, "M01", "0.041")], /outside 1.5 to 30: its unit has changed/],
    ["thousands", [row(2025, "M01", "4100")], /outside 1.5 to 30/],
    ["zero", [row(2025, "M01", "0")], /zero stands for a missing value/],
    ["a month twice", [row(2025, "M01", "4.1"), row(2025, "M01", "4.2")], /2025-01-01 twice/],
    ["a month ahead", [row(2026, "M05", "4.1")], /after today/],
    ["quarters", [row(2025, "Q01", "4.1")], /period "Q01"/],
    ["words", [row(2025, "M01", "n/a")], /"n\/a" is not a number/],
  ])("are refused with %s", (_, rows, message) => {
    const bytes = Buffer.from(answer(rows, [row(2025, "M01", "310")]));
    expect(() => joinWindows([parseWindow(bytes)], "2026-03-20")).toThrow(message);
  });

  it("are refused where one is missing", () => {
    const text = answer([row(2025, "M01", "4.1")], []).replace("CUSR0000SA0", "CUUR0000SA0");
    expect(() => parseWindow(Buffer.from(text))).toThrow(/CUSR0000SA0 stands 0 times/);
  });

  it.skipIf(noMarketData)("as the Bureau has published them parse to the last month", () => {
    const folder = join(marketData, "raw/api/bls");
    const jobs = JSON.parse(
      readFileSync(join(folder, "v2_post_Results_object_LNS14000000_CES_2015-2016.json"), "utf8"),
    );
    const prices = JSON.parse(
      readFileSync(join(folder, "v2_get_CUUR0000SA0_2015-2020_annualaverage.json"), "utf8"),
    );
    const series = [
      ...jobs.series.filter((each: { seriesID: string }) => each.seriesID === "LNS14000000"),
      // Not seasonally adjusted, but of the same layout.
      ...prices.Results.series.map((each: object) => ({ ...each, seriesID: "CUSR0000SA0" })),
    ];
    const bytes = Buffer.from(JSON.stringify({ ...prices, Results: { series } }));
    const { data } = joinWindows([parseWindow(bytes)], "2020-06-01");
    const of = (name: string) => data.filter((each) => each.series === name);
    expect([of("unemployment_rate").length, of("unemployment_rate").at(-1)]).toEqual([
      17,
      { date: "2016-05-01", series: "unemployment_rate", value: 4.7, vintage: null },
    ]);
    expect([of("cpi").length, of("cpi").at(-1)?.value]).toEqual([64, 256.389]);
  });
});
