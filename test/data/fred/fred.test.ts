import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { forbidsStoring } from "../../../src/briefing/licences.ts";
import { openFred } from "../../../src/data/fred/fred.ts";
import { FRED_NAMES, FRED_SERIES, parseObservations } from "../../../src/data/fred/parse.ts";
import { parseVersions, withVersions } from "../../../src/data/fred/vintages.ts";
import { cutAt } from "../../../src/market/as-of.ts";
import { type Asked, liveOptions, send, serve } from "../http/serve.ts";
import { sourceContract } from "../http/source-contract.ts";
import { marketData, noMarketData } from "../shared-market-data.ts";

const KEY = "0123456789abcdef0123456789abcdef";
const NOW = "2026-03-20T08:00:00.000Z";
const PLAIN: Readonly<Record<string, string>> = {
  CPIAUCSL: "310.5",
  ICSA: "215000",
  DGS10: "4.1",
  UNRATE: "4.2",
};
const idOf = ({ url }: Asked) => new URL(url, "http://x").searchParams.get("series_id") ?? "";

function answer(rows: readonly (readonly [string, string])[], change: object = {}) {
  const observations = rows.map(([date, value]) => ({
    realtime_start: "2026-03-18",
    realtime_end: "9999-12-31",
    date,
    value,
  }));
  const head = {
    units: "lin",
    output_type: 1,
    order_by: "observation_date",
    sort_order: "asc",
    offset: 0,
    limit: 100_000,
  };
  return JSON.stringify({ ...head, count: rows.length, observations, ...change });
}
/** Which versions are asked for; null: those of today. */
function versionsOf({ url }: Asked): string | null {
  const { searchParams: query } = new URL(url, "http://x");
  if (!query.has("realtime_start")) return null;
  return `${query.get("realtime_start")} to ${query.get("realtime_end")}, type ${query.get("output_type")}`;
}
const good = (asked: Asked) => {
  const value = PLAIN[idOf(asked)] ?? "20";
  return answer([
    ["2026-01-01", "."],
    [
      "2026-02-01",
      ["BAA10Y", "HY", "CFNAI", "NFCI", "SAHM"].some((id) => idOf(asked).startsWith(id)) ? "2" : value,
    ],
  ]);
};

sourceContract({
  name: "fred",
  open: (options) =>
    openFred({ ...options, apiKey: KEY }).only?.(new Set(["treasury_10y"])) ??
    openFred({ ...options, apiKey: KEY }),
  dataset: "macro",
  now: NOW,
  good,
  type: "application/json; charset=UTF-8",
  drifted: JSON.stringify({
    units: "lin",
    count: 1,
    offset: 0,
    observations: [{ day: "2026-02-01", value: "4.1" }],
  }),
  secrets: [KEY],
  keeps: false,
});

describe("FRED", () => {
  it("is asked for the wanted series only, and writes nothing to disk", async () => {
    const { baseUrl, asked } = await serve((one, response) => send(response, good(one), "application/json"));
    const options = await liveOptions(baseUrl, () => new Date(NOW));
    const market = openFred({ ...options, apiKey: KEY }).only?.(new Set(["cpi", "initial_claims"]));
    const { data, source } = (await market?.fetch("macro")) ?? { data: [], source: undefined };
    // Of a revised monthly series also every version that was ever published.
    expect(asked.map((each) => [idOf(each), versionsOf(each)]).sort()).toEqual([
      ["CPIAUCSL", null],
      ["CPIAUCSL", "1980-01-01 to 9999-12-31, type 1"],
      ["ICSA", null],
    ]);
    expect(data.map(({ series, value }) => [series, value]).sort()).toEqual([
      ["cpi", 310.5],
      ["initial_claims", 215_000],
    ]);
    expect(source && forbidsStoring(source)).toMatch(/forbid storing/);
    expect(readdirSync(dirname(options.dir))).toEqual([]);
  });

  it("that refuses one series gives the others, and says which and why", async () => {
    const { baseUrl } = await serve((one, response) => {
      if (idOf(one) === "ICSA") {
        const body = { error_code: 400, error_message: "Bad Request. The series does not exist." };
        response.writeHead(400, { "content-type": "application/json" }).end(JSON.stringify(body));
      } else send(response, good(one), "application/json");
    });
    const options = await liveOptions(baseUrl, () => new Date(NOW));
    const { source } = await openFred({ ...options, apiKey: KEY }).fetch("macro");
    expect(source.doubts).toEqual([
      expect.stringMatching(/^ICSA: .*status 400: Bad Request\. The series does not exist/),
    ]);
  });

  it("is not remembered: a refused body is set aside without the body", async () => {
    const { baseUrl } = await serve((_, response) =>
      send(response, answer([["2026-02-01", "0.041"]]), "application/json"),
    );
    const options = await liveOptions(baseUrl, () => new Date(NOW));
    await openFred({ ...options, apiKey: KEY })
      .only?.(new Set(["treasury_10y"]))
      .fetch("macro")
      .catch(() => undefined);
    const [entry = "", ...others] = readdirSync(options.quarantineDir);
    expect(others).toEqual([]);
    expect(JSON.parse(readFileSync(join(options.quarantineDir, entry), "utf8"))).toMatchObject({
      sha256: null,
      reason: "DGS10 of 2026-02-01 is 0.041, outside 0.2 to 20: its unit has changed",
    });
  });

  it.each<[string, string, RegExp]>([
    [
      "fewer observations than it counts",
      answer([["2026-02-01", "4.1"]], { count: 2 }),
      /has 1 of 2 observations/,
    ],
    ["another unit", answer([["2026-02-01", "4.1"]], { units: "pch" }), /units: /],
    ["a page of several", answer([["2026-02-01", "4.1"]], { offset: 1000 }), /offset: /],
    ["words", answer([["2026-02-01", "N/A"]]), /"N\/A" is not a number/],
    [
      "a day twice",
      answer([
        ["2026-02-01", "4.1"],
        ["2026-02-01", "4.1"],
      ]),
      /twice/,
    ],
    ["a day ahead", answer([["2026-05-01", "4.1"]]), /after today/],
  ])("with %s is refused", (_, text, message) => {
    expect(() => parseObservations(Buffer.from(text), "treasury_10y", "2026-03-20")).toThrow(message);
  });

  it("knows an id for each series but the ISM's", () => {
    expect(FRED_NAMES.length).toBe(18);
    expect(new Set(Object.values(FRED_SERIES)).size).toBe(18);
  });

  it.skipIf(noMarketData)(
    "as recorded: the funds rate of 2023, and what it says without a good key",
    async () => {
      const folder = join(marketData, "raw/api/fred");
      const points = parseObservations(
        readFileSync(join(folder, "fred-observations-DFF-2023.json")),
        "treasury_3m",
        "2024-06-27",
      );
      expect([points.length, points[0]]).toEqual([157, { date: "2023-01-01", value: 4.33 }]);
      expect(() =>
        parseObservations(
          readFileSync(join(folder, "series_observations_GDP_2024-11-03.json")),
          "cpi",
          "2024-11-03",
        ),
      ).toThrow(/GDP|CPIAUCSL of .* outside|jump/);
      const body = readFileSync(join(folder, "error_400_key_not_registered.json"));
      const { baseUrl } = await serve((_, response) => void response.writeHead(400).end(body));
      const options = await liveOptions(baseUrl, () => new Date(NOW));
      const fault = await openFred({ ...options, apiKey: KEY })
        .fetch("macro")
        .catch((error: Error) => error);
      expect(String(fault)).toMatch(/api_key is not registered/);
    },
  );
});

type Row = readonly [date: string, from: string, until: string, value: string];
const versions = (rows: readonly Row[], change: object = {}) =>
  answer([], {
    count: rows.length,
    observations: rows.map(([date, realtime_start, realtime_end, value]) => ({
      realtime_start,
      realtime_end,
      date,
      value,
    })),
    ...change,
  });
const EVER = "9999-12-31";
/** Unemployment as it was published: March was revised twice, April taken for missing at first, May once stood alone. */
const JOBS: readonly Row[] = [
  ["2024-02-01", "2024-03-08", EVER, "3.9"],
  ["2024-03-01", "2024-04-05", "2025-01-09", "3.8"],
  ["2024-03-01", "2025-01-10", "2026-01-08", "3.7"],
  ["2024-03-01", "2026-01-09", EVER, "3.9"],
  ["2024-04-01", "2024-05-03", "2024-06-06", "."],
  ["2024-04-01", "2024-06-07", EVER, "4.0"],
];
const NOW_TOLD = [
  ["2024-02-01", "3.9"],
  ["2024-03-01", "3.9"],
  ["2024-04-01", "4.0"],
] as const;

describe("what FRED published before", () => {
  const rows = (today: readonly (readonly [string, string])[], told: readonly Row[]) =>
    withVersions(
      "unemployment_rate",
      today.map(([date, value]) => ({ date, value: Number(value) })),
      parseVersions(Buffer.from(versions(told)), "unemployment_rate"),
    ).map(({ date, value, vintage }) => [date, value, vintage]);

  it("stands with the day of its publication, and was what it was on each day between", async () => {
    const { baseUrl } = await serve((one, response) =>
      send(response, versionsOf(one) ? versions(JOBS) : answer(NOW_TOLD), "application/json"),
    );
    const options = await liveOptions(baseUrl, () => new Date(NOW));
    const { data, source } = (await openFred({ ...options, apiKey: KEY })
      .only?.(new Set(["unemployment_rate"]))
      .fetch("macro")) ?? { data: [], source: undefined };
    expect(source?.doubts).toBeUndefined();
    const on = (day: string) => cutAt("macro", data, day).map(({ date, value }) => `${date} ${value}`);
    // Read off the table above, by hand.
    expect(on("2024-03-07")).toEqual([]);
    expect(on("2024-03-08")).toEqual(["2024-02-01 3.9"]);
    expect(on("2024-12-31")).toEqual(["2024-02-01 3.9", "2024-03-01 3.8", "2024-04-01 4"]);
    expect(on("2024-06-06")).toEqual(["2024-02-01 3.9", "2024-03-01 3.8"]);
    expect(on("2025-06-30")).toEqual(["2024-02-01 3.9", "2024-03-01 3.7", "2024-04-01 4"]);
    // Today: as without versions.
    expect(on("2026-03-20")).toEqual(NOW_TOLD.map(([date, value]) => `${date} ${Number(value)}`));
  });

  it("never changes what is read today: where it ends otherwise, the value of today stands alone", () => {
    const today = [
      ["2024-02-01", "3.8"],
      ["2024-03-01", "3.9"],
      ["2024-05-01", "4.1"],
    ] as const;
    const told: readonly Row[] = [...JOBS, ["2024-05-01", "2024-06-07", "2024-07-04", "4.1"]];
    expect(rows(today, told)).toEqual([
      ["2024-02-01", 3.8, null],
      ["2024-03-01", 3.8, "2024-04-05"],
      ["2024-03-01", 3.7, "2025-01-10"],
      ["2024-03-01", 3.9, "2026-01-09"],
      ["2024-05-01", 4.1, null],
    ]);
  });

  it("before the first version at hand counts by the calendar", () => {
    const told: readonly Row[] = [
      ["2018-12-01", "2019-10-16", EVER, "0.1"],
      ["2019-09-01", "2019-10-16", EVER, "0.0"],
      ["2019-10-01", "2019-11-01", EVER, "0.03"],
    ];
    const read = withVersions(
      "sahm",
      told.map(([date, , , value]) => ({ date, value: Number(value) })),
      parseVersions(Buffer.from(versions(told)), "sahm"),
    );
    // September's value came ten days after its end at the latest, a few days before the series was first published.
    expect(read.map(({ date, vintage }) => [date, vintage])).toEqual([
      ["2018-12-01", null],
      ["2019-09-01", null],
      ["2019-10-01", "2019-11-01"],
    ]);
  });

  it.each<[string, string, RegExp]>([
    ["are more than an answer holds", versions(JOBS, { count: 7 }), /UNRATE has 6 of 7 versions: it is cut/],
    ["are of another kind", versions(JOBS, { output_type: 2 }), /output_type/],
    ["have no day", versions([["2024-02-01", "", EVER, "3.9"]]), /realtime_start/],
    [
      "came before the month",
      versions([["2024-02-01", "2024-02-01", EVER, "3.9"]]),
      /published on 2024-02-01, before/,
    ],
    [
      "are of another unit",
      versions([["2024-02-01", "2024-03-08", EVER, "0.039"]]),
      /a version of UNRATE of 2024-02-01 is 0\.039, outside/,
    ],
    ["are words", versions([["2024-02-01", "2024-03-08", EVER, "n/a"]]), /"n\/a" is not a number/],
  ])("that %s is refused, and the values of today stay", async (_, body, message) => {
    const { baseUrl } = await serve((one, response) =>
      send(response, versionsOf(one) ? body : answer(NOW_TOLD), "application/json"),
    );
    const options = await liveOptions(baseUrl, () => new Date(NOW));
    const { data, source } = (await openFred({ ...options, apiKey: KEY })
      .only?.(new Set(["unemployment_rate"]))
      .fetch("macro")) ?? { data: [], source: undefined };
    expect(data.map(({ date, value, vintage }) => [date, value, vintage])).toEqual(
      NOW_TOLD.map(([date, value]) => [date, Number(value), null]),
    );
    expect(source?.doubts?.join()).toMatch(message);
    expect(source?.doubts?.join()).toMatch(/^UNRATE as it was published/);
  });

  it("is refused by FRED where it is too much, in its own words", async () => {
    const error_message =
      "Bad Request. There are 2004 vintage dates in the specified real-time period: 1980-01-01 to 9999-12-31. This exceeds the maximum number of vintage dates allowed (2000).";
    const { baseUrl } = await serve((one, response) => {
      if (versionsOf(one) === null) return send(response, answer(NOW_TOLD), "application/json");
      return void response
        .writeHead(400, { "content-type": "application/json" })
        .end(JSON.stringify({ error_code: 400, error_message }));
    });
    const options = await liveOptions(baseUrl, () => new Date(NOW));
    const got = await openFred({ ...options, apiKey: KEY })
      .only?.(new Set(["unemployment_rate"]))
      .fetch("macro");
    expect([got?.data.length, got?.source.doubts?.join()]).toEqual([
      3,
      expect.stringMatching(/There are 2004 vintage dates/),
    ]);
  });
});
