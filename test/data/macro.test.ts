import { describe, expect, it } from "vitest";
import { BriefingError } from "../../src/briefing/errors.ts";
import { forbidsStoring } from "../../src/briefing/licences.ts";
import { chain } from "../../src/data/chain.ts";
import type { MacroObservation, MacroSeries } from "../../src/market/datasets.ts";
import type { Fetched, MacroSource } from "../../src/market/port.ts";
import { faultOf } from "./fault-of.ts";

type Rows = readonly (readonly [MacroSeries, string, number])[];

/** A source of series; `asked` lists the series of each question. */
function source(
  name: string,
  rows: Rows,
  change: { fails?: boolean; narrow?: boolean; folder?: boolean; dated?: readonly MacroSeries[] } = {},
) {
  const asked: string[][] = [];
  const own = new Set(rows.map(([series]) => series));
  const market = (wanted: ReadonlySet<MacroSeries>): MacroSource => ({
    mode: "live",
    provides: new Set(["macro"] as const),
    series: change.folder ? null : own,
    remedy: () => `${name} needs a key`,
    fetch: async (_dataset: unknown, progress?: (message: string) => void) => {
      progress?.(`${name} is asked`);
      asked.push([...wanted]);
      if (change.fails) throw new BriefingError("data_unavailable", `${name} is down`, "wait");
      const data = rows
        .filter(([series]) => wanted.has(series))
        .map(([series, date, value]): MacroObservation => ({ series, date, value, vintage: null }));
      const about = {
        provider: name,
        dataset: name,
        asOf: "2026-01-02",
        retrievedAt: "2026-01-03",
        licence: `${name}'s`,
      };
      return { data, source: { ...about, contentHash: name } } as unknown as Fetched<never>;
    },
    ...(change.narrow ? { only: market } : {}),
    ...(change.dated ? { dated: new Set(change.dated) } : {}),
  });
  return { ...market(own), asked };
}

const YIELDS: Rows = [
  ["treasury_10y", "2026-01-01", 4.1],
  ["treasury_10y", "2026-01-02", 4.2],
];

describe("macro series of several sources", () => {
  it("come each from the first source that has it, and say which", async () => {
    const treasury = source("Treasury", YIELDS);
    const bls = source("BLS", [["cpi", "2025-12-01", 324]]);
    const fred = source("FRED", [...YIELDS, ["cpi", "2025-12-01", 324], ["vix", "2026-01-02", 15]], {
      narrow: true,
    });
    const messages: string[] = [];
    const { data, source: merged } = await chain([treasury, bls, fred]).fetch("macro", (message) =>
      messages.push(message),
    );
    expect(messages).toEqual(["Treasury is asked", "BLS is asked", "FRED is asked"]);
    expect(data.map(({ date, series }) => [date, series])).toEqual([
      ["2025-12-01", "cpi"],
      ["2026-01-01", "treasury_10y"],
      ["2026-01-02", "treasury_10y"],
      ["2026-01-02", "vix"],
    ]);
    // What is compared is asked for again, what is not is not.
    expect(fred.asked).toEqual([["treasury_10y", "vix"]]);
    expect(merged.provider).toBe("Treasury; BLS; FRED");
    expect(Object.entries(merged.parts ?? {}).map(([name, { provider }]) => [name, provider])).toEqual([
      ["treasury_10y", "Treasury"],
      ["cpi", "BLS"],
      ["vix", "FRED"],
    ]);
    expect([merged.fallback, merged.doubts]).toEqual([undefined, undefined]);
    expect(forbidsStoring(merged)).toMatch(/FRED/);
  });

  const JOBS = (value: number): Rows => [
    ["unemployment_rate", "2025-12-01", value],
    ["cpi", "2025-12-01", 324],
  ];
  const TELLING = { narrow: true, dated: ["unemployment_rate", "cpi", "sahm"] } as const;

  it("come before their turn from a source that tells when they were published; whose turn it was compares", async () => {
    const bls = source("BLS", JOBS(4.4));
    const fred = source("FRED", [...JOBS(4.9), ...YIELDS, ["vix", "2026-01-02", 15]], TELLING);
    const treasury = source("Treasury", YIELDS);
    const { data, source: merged } = await chain([treasury, bls, fred]).fetch("macro");
    expect(fred.asked).toEqual([
      ["unemployment_rate", "cpi"],
      ["treasury_10y", "vix"],
    ]);
    expect(bls.asked.length).toBe(1);
    expect(data.find(({ series }) => series === "unemployment_rate")?.value).toBe(4.9);
    expect(Object.entries(merged.parts ?? {}).map(([name, { provider }]) => [name, provider])).toEqual([
      ["unemployment_rate", "FRED"],
      ["cpi", "FRED"],
      ["treasury_10y", "Treasury"],
      ["vix", "FRED"],
    ]);
    expect(merged.doubts).toEqual([
      "two sources disagree on unemployment rate on 1 of 1 days: on 2025-12-01 4.9 (FRED) against 4.4 (BLS)",
    ]);
  });

  it("that cannot be compared are told as such: nothing stands in", async () => {
    const fred = source("FRED", JOBS(4.9), TELLING);
    const bls = source("BLS", JOBS(4.4), { fails: true });
    const { data, source: merged } = await chain([bls, fred]).fetch("macro");
    expect(data.map(({ value }) => value)).toEqual([4.9, 324]);
    expect([merged.provider, merged.fallback, merged.doubts]).toEqual([
      "FRED",
      undefined,
      ["compared with no second source of today: BLS is down"],
    ]);
  });

  it("come in their turn where that source is down, which is told once, or where the folder has them", async () => {
    const bls = source("BLS", JOBS(4.4));
    const down = source("FRED", [...JOBS(4.9), ["vix", "2026-01-02", 15]], { ...TELLING, fails: true });
    const { data, source: merged } = await chain([bls, down]).fetch("macro");
    expect(data.find(({ series }) => series === "unemployment_rate")?.value).toBe(4.4);
    expect([merged.provider, merged.fallback, down.asked.length]).toEqual(["BLS", "FRED is down", 1]);
    const folder = source("folder", [["unemployment_rate", "2025-12-01", 4.3]], { folder: true });
    const fred = source("FRED", JOBS(4.9), TELLING);
    const own = await chain([folder, fred]).fetch("macro");
    expect(own.data.map(({ series, value }) => [series, value])).toEqual([
      ["unemployment_rate", 4.3],
      ["cpi", 324],
    ]);
    expect(fred.asked).toEqual([["cpi"]]);
  });

  it("are put together once for all who ask at once, and again only where a source has something new", async () => {
    const [treasury, bls] = [source("Treasury", YIELDS), source("BLS", [["cpi", "2025-12-01", 324]])];
    // A source that keeps what it has gives the same object.
    const steady = (each: MacroSource): MacroSource => {
      const kept = each.fetch("macro");
      return { ...each, fetch: () => kept as never };
    };
    const market = chain([steady(treasury), steady(bls)]);
    const crowd = await Promise.all(Array.from({ length: 100 }, () => market.fetch("macro")));
    expect(new Set(crowd).size).toBe(1);
    expect(await market.fetch("macro")).toBe(crowd[0]);
    const withFred = chain([steady(treasury), steady(source("FRED", [["vix", "2026-01-02", 15]]))]);
    expect(await withFred.fetch("macro")).not.toBe(await withFred.fetch("macro"));
  });

  it("come from the next where the first is down, and say so", async () => {
    const down = source("Treasury", YIELDS, { fails: true });
    const fred = source("FRED", YIELDS, { narrow: true });
    const { data, source: merged } = await chain([down, fred]).fetch("macro");
    expect(data.length).toBe(2);
    expect([merged.provider, merged.fallback]).toEqual(["FRED", "Treasury is down"]);
  });

  it("each say of themselves alone who failed and who differs", async () => {
    const down = source("BLS", [["cpi", "2025-12-01", 324]], { fails: true });
    const other: Rows = [
      ["treasury_10y", "2026-01-02", 4.5],
      ["cpi", "2025-12-01", 324],
    ];
    const sources = [source("Treasury", [...YIELDS, ["treasury_2y", "2026-01-02", 3.5]]), down];
    const { source: merged } = await chain([...sources, source("FRED", other)]).fetch("macro");
    const said = (series: string) => {
      const { provider, fallback, doubts } = merged.parts?.[series] ?? {};
      return [provider, fallback, doubts?.length];
    };
    expect(said("treasury_10y")).toEqual(["Treasury", undefined, 1]);
    expect(said("treasury_2y")).toEqual(["Treasury", undefined, undefined]);
    expect(said("cpi")).toEqual(["FRED", "BLS is down", undefined]);
  });

  it("that two sources give differently are doubted", async () => {
    const treasury = source("Treasury", YIELDS);
    const other: Rows = [
      ["treasury_10y", "2026-01-01", 4.12],
      ["treasury_10y", "2026-01-02", 4.5],
      ["vix", "2026-01-02", 15],
    ];
    const { data, source: merged } = await chain([treasury, source("FRED", other, { narrow: true })]).fetch(
      "macro",
    );
    expect(data.find(({ date }) => date === "2026-01-02")?.value).toBe(4.2);
    expect(merged.doubts).toEqual([
      "two sources disagree on treasury 10y on 1 of 2 days: on 2026-01-02 4.2 (Treasury) against 4.5 (FRED)",
    ]);
  });

  it("are the folder's where it has them", async () => {
    const folder = source("folder", [["treasury_10y", "2026-01-02", 4.19]], { folder: true });
    const { data } = await chain([folder, source("Treasury", YIELDS)]).fetch("macro");
    expect(data.map(({ value }) => value)).toEqual([4.19]);
  });

  it("are not to be had where every source is down", async () => {
    const sources = [source("a", YIELDS, { fails: true }), source("b", YIELDS, { fails: true })];
    expect(await faultOf(chain(sources).fetch("macro"))).toMatchObject({
      code: "data_unavailable",
      message: "macro: a is down; b is down",
    });
  });
});

describe("the order of sources", () => {
  it("may be another for one dataset", async () => {
    const [a, b] = [source("a", YIELDS), source("b", YIELDS)];
    const { source: merged } = await chain([a, b], { order: { macro: [b] } }).fetch("macro");
    expect(merged.provider).toBe("b");
    expect(a.asked).toEqual([]);
  });
});
