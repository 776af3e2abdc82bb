import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { joinYears, parseYields } from "../../../src/data/treasury/parse.ts";
import { openTreasury } from "../../../src/data/treasury/treasury.ts";
import { liveOptions, send, serve } from "../http/serve.ts";
import { sourceContract } from "../http/source-contract.ts";
import { marketData, noMarketData } from "../shared-market-data.ts";

const HEADER = 'Date,"1 Mo","3 Mo","2 Yr","10 Yr"';
const file = (rows: readonly string[], header = HEADER) => [header, ...rows, ""].join("\n");
const YEARS: Readonly<Record<string, string>> = {
  "2025": file(["12/31/2025,3.70,3.67,3.47,4.18", "12/30/2025,3.70,3.60,,4.14"]),
  "2026": file(["01/05/2026,3.70,3.66,3.46,4.17", "01/02/2026,3.70,3.65,3.47,4.19"]),
};
const yearOf = (url: string) => /daily-treasury-rates\.csv\/(\d{4})\/all/.exec(url)?.[1] ?? "";
const read = (rows: readonly string[], header?: string) =>
  parseYields(Buffer.from(file(rows, header)), "2026", "2026-01-06");

sourceContract({
  name: "treasury",
  open: (options) => openTreasury({ ...options, firstYear: 2025 }),
  dataset: "macro",
  now: "2026-01-06T08:00:00.000Z",
  good: ({ url }) => YEARS[yearOf(url)] ?? "",
  type: "text/csv; charset=UTF-8",
  drifted: 'Date,"1 Mo","3 Mo","2 Yr","Ten Yr"\n01/02/2026,1,2,3,4\n',
  secrets: [],
  keeps: true,
});

describe("the Treasury's yields", () => {
  it("come from a file a year, by the published address, blank cells left out", async () => {
    const { baseUrl, asked } = await serve(({ url }, response) =>
      send(response, YEARS[yearOf(url)] ?? "", "text/csv"),
    );
    const options = await liveOptions(baseUrl, () => new Date("2026-01-06T08:00:00Z"));
    const { data, source } = await openTreasury({ ...options, firstYear: 2025 }).fetch("macro");
    expect(asked.map(({ url }) => url).sort()[1]).toBe(
      "/resource-center/data-chart-center/interest-rates/daily-treasury-rates.csv/2026/all?type=daily_treasury_yield_curve&field_tdr_date_value=2026&page=&_format=csv",
    );
    expect(data.filter(({ series }) => series === "treasury_2y")).toEqual([
      { date: "2025-12-31", series: "treasury_2y", value: 3.47, vintage: null },
      { date: "2026-01-02", series: "treasury_2y", value: 3.47, vintage: null },
      { date: "2026-01-05", series: "treasury_2y", value: 3.46, vintage: null },
    ]);
    expect([source.asOf, data.length, source.licence]).toEqual(["2026-01-05", 11, "public-domain"]);
  });

  it("of past years are not asked for again; this year's are, and a year without a file is done without", async () => {
    let january = false;
    const { baseUrl, asked } = await serve(({ url }, response) => {
      if (january && yearOf(url) === "2026") response.writeHead(404).end();
      else send(response, YEARS[yearOf(url)] ?? "", "text/csv");
    });
    let at = new Date("2025-12-31T22:00:00Z");
    const options = { ...(await liveOptions(baseUrl, () => at)), firstYear: 2025 };
    await openTreasury(options).fetch("macro");
    january = true;
    at = new Date("2026-01-01T22:00:00Z");
    const market = openTreasury(options);
    const { source } = await market.fetch("macro");
    expect(source.asOf).toBe("2025-12-31");
    expect(source.doubts?.join()).toMatch(/yields of 2026: .*status 404/);
    expect(asked.map(({ url }) => yearOf(url))).toEqual(["2025", "2026"]);
  });

  describe("told otherwise than before", () => {
    /** Reads both years, then, so many days later, with these changes. */
    async function later(days: number, change: (text: string, year: string) => string) {
      let at = new Date("2026-01-06T08:00:00Z");
      let changed = false;
      const { baseUrl } = await serve(({ url }, response) => {
        const year = yearOf(url);
        const text = YEARS[year] ?? "";
        send(response, changed ? change(text, year) : text, "text/csv");
      });
      const options = { ...(await liveOptions(baseUrl, () => at)), firstYear: 2025 };
      const first = await openTreasury(options).fetch("macro");
      changed = true;
      at = new Date(at.getTime() + days * 86_400_000);
      return { first, second: await openTreasury(options).fetch("macro"), options };
    }
    const of = ({ data }: Awaited<ReturnType<typeof later>>["first"], day: string) =>
      data.find(({ date, series }) => date === day && series === "treasury_10y")?.value;

    it("a day of this year is doubted", async () => {
      const { first, second } = await later(1, (text) => text.replace("4.19", "4.29"));
      expect([first.source.doubts, of(second, "2026-01-02"), second.source.fallback]).toEqual([
        undefined,
        4.29,
        undefined,
      ]);
      expect(second.source.doubts).toEqual([
        "10 year yield is never revised, and is told otherwise than in the answer retrieved on 2026-01-06: 2026-01-02 was 4.19, is 4.29",
      ]);
    });

    it("a day of a past year too, once that is asked for again", async () => {
      const { second } = await later(91, (text, year) =>
        year === "2025" ? file(["12/31/2025,3.70,3.67,3.47,4.16"]) : text,
      );
      expect(of(second, "2025-12-31")).toBe(4.16);
      expect(second.source.doubts).toEqual([
        "10 year yield is never revised, and is told otherwise than in the answer retrieved on 2026-01-06: 2025-12-31 was 4.18, is 4.16",
      ]);
    });

    it("a day that is gone is named", async () => {
      const { second } = await later(1, (text, year) =>
        year === "2025" ? text : file(["01/06/2026,3.7,3.6,3.4,4.1", "01/02/2026,3.70,3.65,3.47,4.19"]),
      );
      expect(second.source.doubts).toEqual(
        ["3 month", "2 year", "10 year"].map(
          (each) => `${each} yield no longer has values of the answer retrieved on 2026-01-06: 2026-01-05`,
        ),
      );
    });

    it("half of a year is refused, and what was kept stands in", async () => {
      const other = (text: string, year: string) =>
        year === "2025" ? text.replace("4.18", "5.18").replace("4.14", "5.14") : text;
      const { first, second, options } = await later(91, other);
      expect(second.data).toEqual(first.data);
      expect(second.source.fallback).toMatch(
        /10 year yield: half of the values differ by more than 0\.1 from the answer retrieved on 2026-01-06: it is another series.*using the copy retrieved on 2026-01-06/,
      );
      // The next question finds the good copy, too.
      expect(of(await openTreasury(options).fetch("macro"), "2025-12-31")).toBe(4.18);
    });

    it("new days are no change", async () => {
      const { second } = await later(1, (text, year) =>
        year === "2026" ? text.replace("01/05", "01/06/2026,3.7,3.6,3.4,4.1\n01/05") : text,
      );
      expect([second.data.length, second.source.doubts]).toEqual([14, undefined]);
    });
  });

  it("are pulled on from where a pull broke off", async () => {
    let down = true;
    const { baseUrl, asked } = await serve(({ url }, response) => {
      if (down && yearOf(url) !== "2024") response.writeHead(503).end();
      else send(response, YEARS[yearOf(url)] ?? file(["12/31/2024,4.4,4.37,4.25,4.58"]), "text/csv");
    });
    const options = {
      ...(await liveOptions(baseUrl, () => new Date("2026-01-06T08:00:00Z"))),
      firstYear: 2024,
    };
    const [broken] = await openTreasury(options).pull(() => undefined);
    expect(broken?.fault?.message).toMatch(/status 503/);
    down = false;
    asked.length = 0;
    const messages: string[] = [];
    const [whole] = await openTreasury(options).pull((message) => messages.push(message));
    expect(whole?.source?.asOf).toBe("2026-01-05");
    expect(asked.map(({ url }) => yearOf(url)).sort()).toEqual(["2025", "2026"]);
    expect(messages.sort()).toEqual([
      "Treasury: yields of 2025, 1 kB downloaded",
      "Treasury: yields of 2026, 1 kB downloaded",
    ]);
  });

  it.each<[string, readonly string[], RegExp]>([
    ["basis points", ["01/02/2026,370,365,347,419"], /outside -1 to 20: its unit has changed/],
    [
      "decimals",
      ["01/02/2026,0.037,0.0365,0.0347,0.0419"],
      /10 year yield of 2026-01-02 is 0.0419, outside|2 year/,
    ],
    [
      "zero for missing",
      ["01/02/2026,3.70,3.65,3.47,0.00"],
      /10 year yield of 2026-01-02 is 0: zero stands for/,
    ],
    ["a jump", ["01/05/2026,3.7,3.65,3.47,6.5", "01/02/2026,3.7,3.65,3.47,4.19"], /a jump of more than 2/],
    ["a day twice", ["01/02/2026,3.7,3.65,3.47,4.19", "01/02/2026,3.7,3.65,3.47,4.19"], /2026-01-02 twice/],
    ["days out of order", ["01/02/2026,3.7,3.6,3.4,4.1", "01/05/2026,3.7,3.6,3.4,4.1"], /out of order/],
    ["a day ahead", ["01/07/2026,3.7,3.65,3.47,4.19"], /after today/],
    ["another year's day", ["12/31/2025,3.7,3.65,3.47,4.19"], /is of 2025, not of 2026/],
    ["a date of another kind", ["2026-01-02,3.7,3.65,3.47,4.19"], /does not begin with a date/],
    ["words", ["01/02/2026,3.7,3.65,3.47,n.a."], /"n\.a\." is not a number/],
    ["a row cut short", ["01/02/2026,3.7"], /layout has changed/],
  ])("are refused with %s", (_, rows, message) => {
    expect(() => read(rows)).toThrow(message);
  });

  it("of three months may be zero", () => {
    expect(read(["01/02/2026,0.00,0.00,0.12,0.9"]).series.treasury_3m).toEqual([
      { date: "2026-01-02", value: 0 },
    ]);
  });

  it("with a hole are flagged", () => {
    const years = [read(["01/05/2026,3.7,3.65,3.47,4.19"]), { ...read(["01/05/2026,3.7,3.65,3.47,4.19"]) }];
    const late = parseYields(Buffer.from(file(["01/20/2026,3.7,3.65,3.47,4.19"])), "2026", "2026-01-21");
    expect(joinYears([years[0]!, late], "2026-01-21").doubts[0]).toBe(
      "3 month yield has no value between 2026-01-05 and 2026-01-20",
    );
  });

  it.skipIf(noMarketData)("of August 2026, as published", () => {
    const raw = readFileSync(join(marketData, "raw/api/treasury/ust_par_yields_2026_4rows.csv"));
    const { series } = parseYields(raw, "2026", "2026-08-06");
    expect(series.treasury_10y.map(({ value }) => value)).toEqual([4.75, 4.7, 4.63, 4.63]);
    expect(series.treasury_3m.at(-1)).toEqual({ date: "2026-08-05", value: 3.89 });
  });

  it.skipIf(noMarketData)("of the archive's years, each by itself", () => {
    const raw = readFileSync(
      join(marketData, "raw/api/treasury/daily-treasury-rates_1990-2022_archive_CUT.csv"),
      "utf8",
    );
    const [header = "", ...rows] = raw.trim().split(/\r?\n/);
    const years = Map.groupBy(rows, (row) => /^\d\d\/\d\d\/(\d{4})/.exec(row)?.[1] ?? "");
    expect(years.size).toBeGreaterThan(0);
    for (const [year, own] of years) {
      const { series } = parseYields(Buffer.from([header, ...own].join("\n")), year, "2022-12-31");
      expect(series.treasury_10y.length, year).toBe(own.length);
    }
  });
});
