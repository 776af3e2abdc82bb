import { describe, expect, it } from "vitest";
import type { Source } from "../../src/briefing/figure.ts";
import type { MacroObservation, MacroSeries } from "../../src/market/datasets.ts";
import { partsOf, readFrom } from "../../src/topics/read-from.ts";

const source = (provider: string, more: Partial<Source> = {}): Source => ({
  provider,
  dataset: provider,
  asOf: "2026-07-20",
  retrievedAt: "2026-08-01",
  licence: "test",
  contentHash: provider,
  ...more,
});
const row = (series: MacroSeries, date: string): MacroObservation => ({
  series,
  date,
  value: 1,
  vintage: null,
});
const data = [row("unemployment_rate", "2026-05-01"), row("cpi", "2026-06-01"), row("vix", "2026-07-20")];
const [bureau, exchange] = [source("bureau"), source("exchange", { doubts: ["late"] })];
const parts = { unemployment_rate: bureau, cpi: { ...bureau, doubts: ["odd"] }, vix: exchange };
const merged = { data, source: source("both", { parts }) };
const named = (read: readonly Source[]) => read.map(({ provider, asOf, doubts }) => [provider, asOf, doubts]);

describe("the sources of what a figure read", () => {
  it("are those of its economic series, each to the end of its own newest period", () => {
    expect(named(readFrom("macro", merged, ["unemployment_rate"]))).toEqual([
      ["bureau", "2026-05-31", undefined],
    ]);
    expect(named(readFrom("macro", merged, ["vix"]))).toEqual([["exchange", "2026-07-20", ["late"]]]);
    expect(readFrom("macro", merged, ["sahm"])).toEqual([]);
    expect(readFrom("macro", merged, [])).toEqual([]);
  });

  it("name one answer that held two of them once", () => {
    expect(named(readFrom("macro", merged, ["unemployment_rate", "cpi"]))).toEqual([
      ["bureau", "2026-06-30", ["odd"]],
    ]);
    expect(readFrom("macro", merged, undefined).map(({ provider }) => provider)).toEqual([
      "bureau",
      "exchange",
    ]);
  });

  it("are the file itself where all series are in one, to the end of those that were read", () => {
    const folder = { data, source: source("file") };
    expect(named(readFrom("macro", folder, ["cpi"]))).toEqual([["file", "2026-06-30", undefined]]);
    expect(named(readFrom("macro", folder, undefined))).toEqual([["file", "2026-07-20", undefined]]);
  });

  it("are cut where the question was, and nested ones stand for themselves", () => {
    const table = source("table", { asOf: "2025-12-10", completeTo: "2026-08-20" });
    const whole = source("whole", { asOf: "2025-01-31", completeTo: "2025-01-31", parts: { table } });
    expect(partsOf(whole)).toEqual([{ ...table, asOf: "2025-01-31", completeTo: "2025-01-31" }]);
    expect(
      partsOf(source("outer", { parts: { one: whole, two: bureau } })).map(({ provider }) => provider),
    ).toEqual(["table", "bureau"]);
    // Parts of other names than asked for: it was read whole.
    expect(readFrom("constituents", { data: [], source: whole }, ["companies"])).toEqual(partsOf(whole));
  });
});
