import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { openFred } from "../../../src/data/fred/fred.ts";
import { FRED_NAMES, FRED_SERIES, parseObservations } from "../../../src/data/fred/parse.ts";
import { forbidsStoring } from "../../../src/market/licences.ts";
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
  const observations = rows.map(([date, value]) => ({ realtime_start: "x", realtime_end: "x", date, value }));
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
    expect(asked.map(idOf).sort()).toEqual(["CPIAUCSL", "ICSA"]);
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
