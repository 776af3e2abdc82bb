import { expect, onTestFinished, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { liveMarket } from "../../src/main/sources.ts";
import { marketOfPair, pairsAtHand } from "../../src/market/pairs.ts";
import {
  AGENT,
  companies,
  LARGE_FUND,
  SMALL_FUND,
  serveEdgar,
  temporaryFolder,
} from "../data/edgar/world.ts";
import * as library from "../data/french/library-server.ts";
import { send, serve } from "../data/http/serve.ts";
import { folderOf, monthlyLevels } from "../support/folder-assistant.ts";

/** The next two fiscal years' estimates of whatever company is asked for. */
const estimates = (symbol: string | null) => {
  const year = new Date().getUTCFullYear();
  return JSON.stringify(
    [5, 6].map((epsAvg, ahead) => ({
      symbol,
      date: `${year + 1 + ahead}-06-30`,
      epsAvg,
      numAnalystsEps: 3,
    })),
  );
};

test("estimates join EDGAR's members, who have trailing earnings; EDGAR is read once for both", async () => {
  const edgar = await serveEdgar({ small: companies(40), large: companies(52).slice(40), others: [] });
  const { dir, remove } = await temporaryFolder();
  onTestFinished(async () => {
    edgar.close();
    await remove();
  });
  const fmp = await serve(({ url }, response) =>
    send(response, estimates(new URL(url, "http://x").searchParams.get("symbol")), "application/json"),
  );
  const market = await liveMarket(
    readConfig({
      STATE_DIR: dir,
      LIVE_SOURCES: "fmp,edgar",
      EDGAR_USER_AGENT: AGENT,
      EDGAR_BASE_URL: edgar.baseUrl,
      EDGAR_DATA_URL: edgar.baseUrl,
      EDGAR_SMALL_FUND: SMALL_FUND,
      EDGAR_LARGE_FUND: LARGE_FUND,
      FMP_API_KEY: "0123456789abcdef0123456789abcdef",
      FMP_BASE_URL: fmp.baseUrl,
    }),
  );
  const pulled = await market.pull?.(() => undefined);
  const faults = pulled
    ?.filter(({ dataset }) => dataset === "constituents")
    .map(({ id, fault }) => [id, fault]);
  expect(faults).toEqual([
    ["fmp", null],
    ["edgar", null],
  ]);
  const { data, source } = await market.fetch("constituents");
  expect(source).toMatchObject({
    provider: "SEC EDGAR; Financial Modeling Prep",
    licence: "public-domain, internal-use",
  });
  const both = data.filter(({ epsTtm, epsFy1 }) => epsTtm !== null && epsFy1 !== null);
  expect(both.length).toBeGreaterThan(data.length / 2);
  expect(both[0]).toMatchObject({ epsFy1: 5, epsFy2: 6 });
  const tables = edgar.asked.map(({ path }) => path).filter((path) => path.includes("/frames/"));
  expect(tables.length).toBe(new Set(tables).size);
}, 60_000);

test("the size portfolios are a pair of their own where a folder's levels go before them", async () => {
  const { baseUrl } = await library.serve((_request, response) => library.send(response, library.meZip()));
  const levels = {
    small_total: monthlyLevels("2025-10", [100, 101]),
    large_total: monthlyLevels("2025-10", [100, 99]),
  };
  const settings = {
    STATE_DIR: await library.temporaryFolder(),
    LIVE_SOURCES: "french",
    FRENCH_BASE_URL: baseUrl,
  };
  const market = await liveMarket(readConfig({ ...settings, DATA_FOLDER: await folderOf({ levels }) }));
  expect(pairsAtHand(market)).toEqual(["french (Smallest 30 % / largest 30 % by NYSE size)"]);
  expect((await market.fetch("levels")).source.pair?.label).toBe("Test Small / Test Large");
  const { data, source } = await marketOfPair(market, "french").fetch("levels");
  expect(source.pair?.label).toBe("Smallest 30 % / largest 30 % by NYSE size");
  // By hand: +10 % in October, −50 % in November.
  const [, october, november] = data.small_total ?? [];
  expect((november?.value ?? 0) / (october?.value ?? 1)).toBeCloseTo(0.5, 9);
  expect((await liveMarket(readConfig(settings))).pairs).toBeUndefined();
});
