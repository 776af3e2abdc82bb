import { createHash } from "node:crypto";
import { mkdir, readFile, rename, truncate, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openFolder } from "../../../src/data/folder/folder.ts";
import type { DatasetName } from "../../../src/market/datasets.ts";
import { faultOf } from "../fault-of.ts";
import { marketData, noMarketData } from "../shared-market-data.ts";
import { folderWith, SOURCE, source } from "./temp-folder.ts";

const LEVELS = "date,series,value\n2026-01-30,small_total,101.5\n2026-01-30,large_total,99\n";

describe("opening a data folder", () => {
  it("reads source.json only: a faulty CSV is reported at its first fetch", async () => {
    const market = await openFolder(await folderWith({ "source.json": source(), "levels.csv": "nonsense" }));
    expect([...market.provides]).toEqual(["levels"]);
    expect((await faultOf(market.fetch("levels"))).code).toBe("bad_input");
  });

  it.each([
    ["a missing folder", "/nowhere/at/all", /"\/nowhere\/at\/all" does not exist/],
    ["an empty path", "", /"" does not exist/],
  ])("refuses %s", async (_, dir, message) => {
    const fault = await faultOf(openFolder(dir));
    expect(fault).toMatchObject({ code: "bad_input", message: expect.stringMatching(message) });
    expect(fault.hint).toMatch(/source\.json/);
  });

  it("refuses a file, an empty folder, and a folder without source.json", async () => {
    const dir = await folderWith({ "levels.csv": LEVELS });
    expect((await faultOf(openFolder(join(dir, "levels.csv")))).message).toMatch(/levels\.csv" is a file/);
    expect((await faultOf(openFolder(await folderWith({})))).message).toMatch(/is empty/);
    expect((await faultOf(openFolder(dir))).message).toMatch(/^source\.json: is missing in the data folder/);
  });

  it.each([
    ["not JSON", '{"name": ', /is not JSON/],
    ["a list", "[]", /is not a JSON object/],
    ["a missing field", JSON.stringify({ ...SOURCE, licence: undefined }), /field "licence" is missing/],
    ["a blank field", source({ small: " " }), /field "small" "\\" \\"": is blank/],
    ["a number for text", source({ name: 7 }), /field "name" "7"/],
    [
      "an impossible date",
      source({ retrievedAt: "2025-02-30" }),
      /"retrievedAt" .*2025-02-30.* is not a date/,
    ],
    ["a time that is none", source({ retrievedAt: "2025-02-03T25:00Z" }), /"retrievedAt" .*25:00/],
    ["a sample that is text", source({ sample: "true" }), /field "sample" .*is neither true nor false/],
    ["a sample that is null", source({ sample: null }), /field "sample" "null"/],
    [
      "a slot in a name",
      source({ small: "Small {{x.y}}" }),
      /field "small" "\\"Small \{\{x\.y\}\}\\"": holds/,
    ],
    [
      "the end of a slot",
      source({ name: "Data }} Ltd" }),
      /field "name" .*Data \}\} Ltd.* holds \{\{ or \}\}/,
    ],
    ["a misspelt sample", source({ Sample: true }), /field "Sample" is not spelt "sample"/],
    [
      "invalid UTF-8",
      Uint8Array.of(0x7b, 0xff, 0x7d),
      /source\.json, line 1: holds bytes that are not UTF-8/,
    ],
  ])("refuses a source.json with %s", async (_, contents, message) => {
    const fault = await faultOf(
      openFolder(await folderWith({ "source.json": contents, "levels.csv": LEVELS })),
    );
    expect(fault).toMatchObject({ code: "bad_input", message: expect.stringMatching(message) });
    expect(fault.hint).not.toBe("");
  });

  it("takes the mode from source.json, and provenance from it too", async () => {
    const real = await openFolder(await folderWith({ "source.json": source(), "levels.csv": LEVELS }));
    const invented = await openFolder(await folderWith({ "source.json": source({ sample: true }) }));
    expect([real.mode, invented.mode]).toEqual(["live", "sample"]);
    expect((await real.fetch("levels")).source).toEqual({
      provider: "Test index provider",
      dataset: "levels",
      asOf: "2026-01-30",
      retrievedAt: "2026-01-31",
      licence: "internal-use",
      contentHash: createHash("sha256").update(LEVELS).digest("hex"),
      pair: { label: "Small 2000 / Large 500", small: SOURCE.small, large: SOURCE.large },
    });
  });

  it("gives its pair to what is about the two sides, not to facts of the whole market", async () => {
    const files = {
      "source.json": source(),
      "levels.csv": LEVELS,
      "recessions.csv": "peak,trough\n2020-02,2020-04\n",
      "factors.csv": "month,mkt_rf,smb,hml,rf\n2026-01,0.01,0.01,0.01,0.001\n",
      "policy-decisions.csv":
        "announced,effective,change_bp,target_upper,scheduled\n2025-12-10,2025-12-11,-25,3.75,true\n",
    };
    const market = await openFolder(await folderWith(files));
    const pairOf = async (dataset: DatasetName) => (await market.fetch(dataset)).source.pair?.label;
    expect(await pairOf("levels")).toBe("Small 2000 / Large 500");
    expect([await pairOf("policyDecisions"), await pairOf("recessions")]).toEqual([undefined, undefined]);
    expect(await pairOf("factors")).toBe("Small / big of the size factor");
  });

  it("accepts a byte-order mark in source.json and a date-time as its date", async () => {
    const text = `\uFEFF${source({ retrievedAt: "2026-01-31T06:30:00+01:00" })}`;
    const market = await openFolder(await folderWith({ "source.json": text, "levels.csv": LEVELS }));
    expect((await market.fetch("levels")).source.retrievedAt).toBe("2026-01-31T06:30:00+01:00");
  });
});

describe("fetching from a data folder", () => {
  it("says how to supply what is missing", async () => {
    const dir = await folderWith({ "source.json": source(), "Deals.csv": "" });
    const market = await openFolder(dir);
    const fault = await faultOf(market.fetch("macro"));
    expect(fault).toMatchObject({ code: "data_unavailable", message: "the data folder has no macro.csv" });
    expect(fault.hint).toBe(`Add macro.csv with columns date,series,value,[vintage] to ${dir}.`);
    expect(market.remedy("deals")).toBe(`Rename Deals.csv to deals.csv in ${dir}.`);
  });

  it("parses once while the file stays the same, also for callers at the same time", async () => {
    const market = await openFolder(await folderWith({ "source.json": source(), "levels.csv": LEVELS }));
    const [first, second] = await Promise.all([market.fetch("levels"), market.fetch("levels")]);
    expect(second.data).toBe(first.data);
    expect((await market.fetch("levels")).data).toBe(first.data);
  });

  it("reads a changed file again, also one of the same size and modification time", async () => {
    const dir = await folderWith({ "source.json": source(), "levels.csv": LEVELS });
    const path = join(dir, "levels.csv");
    await utimes(path, 1_700_000_000, 1_700_000_000);
    const market = await openFolder(dir);
    const before = await market.fetch("levels");
    await writeFile(path, LEVELS.replace("101.5", "102.5"));
    await utimes(path, 1_700_000_000, 1_700_000_000);
    const after = await market.fetch("levels");
    expect(after.data.small_total).toEqual([{ date: "2026-01-30", value: 102.5 }]);
    expect(after.source.contentHash).not.toBe(before.source.contentHash);
  });

  it("does not keep a fault: the corrected file answers", async () => {
    const dir = await folderWith({ "source.json": source(), "levels.csv": LEVELS.replace("101.5", "0") });
    const market = await openFolder(dir);
    expect((await faultOf(market.fetch("levels"))).message).toMatch(
      /line 2, column "value": "0" is not above 0/,
    );
    await writeFile(join(dir, "levels.csv"), LEVELS);
    expect((await market.fetch("levels")).data.large_total).toEqual([{ date: "2026-01-30", value: 99 }]);
  });

  it("reads provenance again when source.json changes, but never lets the mode change", async () => {
    const dir = await folderWith({ "source.json": source(), "levels.csv": LEVELS });
    const market = await openFolder(dir);
    await writeFile(join(dir, "source.json"), source({ retrievedAt: "2026-02-01" }));
    expect((await market.fetch("levels")).source.retrievedAt).toBe("2026-02-01");
    await writeFile(join(dir, "source.json"), source({ sample: true }));
    expect((await faultOf(market.fetch("levels"))).message).toBe(
      "source.json: changed from live to sample data",
    );
  });

  it("reports a file that went away, and a folder in a file's place", async () => {
    const dir = await folderWith({ "source.json": source(), "levels.csv": LEVELS });
    const market = await openFolder(dir);
    await rename(join(dir, "levels.csv"), join(dir, "elsewhere.csv"));
    expect((await faultOf(market.fetch("levels"))).message).toBe("levels.csv: is no longer there");
    await mkdir(join(dir, "levels.csv"));
    expect((await faultOf(market.fetch("levels"))).message).toBe("levels.csv: is not a file");
  });

  it("refuses a file above 200 MB before reading it", async () => {
    const dir = await folderWith({ "source.json": source(), "levels.csv": LEVELS });
    const path = join(dir, "levels.csv");
    const refusal = async () => (await faultOf((await openFolder(dir)).fetch("levels"))).message;
    await truncate(path, 200_000_001);
    expect(await refusal()).toBe("levels.csv: is 200000001 bytes long, more than 200 MB");
    await truncate(path, 3_000_000_000); // more than Node can read at once
    expect(await refusal()).toBe("levels.csv: is 3000000000 bytes long, more than 200 MB");
  });
});

describe.skipIf(noMarketData)("the real folders in ../shared/market-data", () => {
  const lines = async (path: string) => (await readFile(path, "utf8")).trimEnd().split("\n");

  it.each(["russell", "french"])("reads %s to the last row", async (name) => {
    const dir = join(marketData, name);
    const market = await openFolder(dir);
    expect(market.mode).toBe("live");
    for (const dataset of market.provides) {
      const { data, source: from } = await market.fetch(dataset);
      const rows = Array.isArray(data) ? data.length : Object.values(data).flat().length;
      expect([dataset, rows]).toEqual([dataset, (await lines(join(dir, `${from.dataset}.csv`))).length - 1]);
    }
  });

  it("gives the newest date of each file, months counted to their last day", async () => {
    const market = await openFolder(join(marketData, "russell"));
    const dated = await Promise.all([...market.provides].map((dataset) => market.fetch(dataset)));
    expect(Object.fromEntries(dated.map(({ source: from }) => [from.dataset, from.asOf]))).toEqual({
      levels: "2026-07-31",
      "policy-decisions": "2025-12-10",
      recessions: "2020-04-30",
      factors: "2026-02-28",
      macro: "2026-08-20",
    });
    expect(dated[0]?.source.pair?.label).toBe("Russell 2000 / S&P 500");
  });

  it("keeps single values as they stand in the files", async () => {
    const market = await openFolder(join(marketData, "russell"));
    const { data: levels } = await market.fetch("levels");
    expect(levels.large_price?.[0]).toEqual({ date: "1987-09-10", value: 317.13 });
    expect(levels.small_total?.at(-1)).toEqual({ date: "2026-07-31", value: 16045.83536 });
    const { data: decisions } = await market.fetch("policyDecisions");
    expect(decisions[0]).toEqual({
      announced: "1988-01-28",
      effective: "1988-01-28",
      changeBp: -18.75,
      targetUpper: 6.625,
      scheduled: null,
    });
    const { data: macro } = await market.fetch("macro");
    expect(macro.at(-1)).toEqual({ date: "2026-08-20", series: "vix", value: 16.01, vintage: null });
  });
});
