import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openReference } from "../../../src/data/reference/reference.ts";
import { faultOf } from "../fault-of.ts";
import { marketData, noMarketData } from "../shared-market-data.ts";

const rowsOf = async (path: string) =>
  (await readFile(join(marketData, path), "utf8"))
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));

describe("the built-in tables", () => {
  it("state where they come from", async () => {
    const market = openReference();
    expect([market.mode, [...market.provides]]).toEqual([
      "live",
      ["policyDecisions", "recessions", "calendar"],
    ]);
    const { source } = await market.fetch("policyDecisions");
    expect(source).toMatchObject({
      provider: "Board of Governors of the Federal Reserve System",
      dataset: "FOMC target rate changes",
      asOf: "2025-12-10",
      completeTo: "2026-08-20",
      licence: "public-domain",
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const { source: recessions } = await market.fetch("recessions");
    expect([recessions.asOf, recessions.completeTo]).toEqual(["2020-04-30", undefined]);
  });

  it("carry the day of each comparison, and of each schedule what it covers", async () => {
    const market = openReference();
    const { source: decisions } = await market.fetch("policyDecisions");
    expect([decisions.typedIn, decisions.retrievedAt]).toEqual([true, "2026-08-21"]);
    const { data, source } = await market.fetch("calendar");
    const told = Object.entries(source.parts ?? {}).map(([event, { provider, retrievedAt, listsTo }]) => [
      event,
      provider,
      retrievedAt,
      listsTo,
    ]);
    // The Fed's release of 5 Sep 2025 has 2027; the Bureau's pages of 20 Sep 2026 end in December 2026.
    expect(told).toEqual([
      ["FOMC", "Federal Reserve", "2025-09-05", "2027-12-08"],
      ["CPI", "US Bureau of Labor Statistics", "2026-09-20", "2026-12-10"],
      ["Payrolls", "US Bureau of Labor Statistics", "2026-09-20", "2026-12-04"],
      ["Russell reconstitution", "FTSE Russell", "2026-11-23", "2027-11-12"],
    ]);
    expect(new Set(data.map(({ event }) => event))).toEqual(new Set(told.map(([event]) => event)));
  });

  it("have nothing else", async () => {
    expect((await faultOf(openReference().fetch("levels"))).code).toBe("data_unavailable");
  });

  it("chain: every change leads from one target to the next, and dates ascend", async () => {
    const { data } = await openReference().fetch("policyDecisions");
    expect(data.length).toBe(133);
    data.forEach((row, at) => {
      const before = data[at - 1];
      expect(row.effective >= row.announced).toBe(true);
      if (!before) return;
      expect(row.announced > before.announced).toBe(true);
      expect([row.announced, before.targetUpper + row.changeBp / 100]).toEqual([
        row.announced,
        row.targetUpper,
      ]);
    });
  });

  it("hold the cuts since 1990 that DOMAIN.md lists: 58, eight of them between meetings", async () => {
    const { data } = await openReference().fetch("policyDecisions");
    const cuts = data.filter((row) => row.changeBp < 0 && row.announced >= "1990");
    const between = cuts.filter((row) => row.scheduled === false).map((row) => row.announced);
    expect(cuts.length).toBe(58);
    expect(between).toEqual([
      "1998-10-15",
      "2001-01-03",
      "2001-04-18",
      "2001-09-17",
      "2008-01-22",
      "2008-10-08",
      "2020-03-03",
      "2020-03-15",
    ]);
    expect(cuts.find((row) => row.announced === "2008-12-16")?.changeBp).toBe(-75);
  });
});

describe.skipIf(noMarketData)("the built-in tables against ../shared/market-data", () => {
  it("every Fed change equals the prepared folder's", async () => {
    const { data } = await openReference().fetch("policyDecisions");
    const rows = await rowsOf("russell/policy-decisions.csv");
    expect(data).toEqual(
      rows.map(([announced, effective, change, upper, scheduled]) => ({
        announced,
        effective,
        changeBp: Number(change),
        targetUpper: Number(upper),
        scheduled: scheduled === "" ? null : scheduled === "true",
      })),
    );
  });

  it("recessions equal the prepared folder's, which begins in 1973", async () => {
    const { data } = await openReference().fetch("recessions");
    const rows = await rowsOf("russell/recessions.csv");
    expect(data.filter(({ peak }) => peak >= "1973").map(({ peak, trough }) => [peak, trough])).toEqual(rows);
  });

  it("recessions cover exactly the months that FRED's USREC marks, 1980 to 2025", async () => {
    const { data } = await openReference().fetch("recessions");
    const months = await rowsOf("raw/fred/USREC.csv");
    expect(months.length).toBe(552);
    for (const [date = "", flag] of months) {
      const month = date.slice(0, 7);
      // USREC counts from the month after the peak through the trough.
      const inside = data.some(({ peak, trough }) => month > peak && month <= trough);
      expect([month, Number(flag) === 1]).toEqual([month, inside]);
    }
  });
});
