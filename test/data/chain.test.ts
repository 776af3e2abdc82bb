import { describe, expect, it } from "vitest";
import { BriefingError, type ErrorCode } from "../../src/briefing/errors.ts";
import { chain } from "../../src/data/chain.ts";
import type { DatasetName, Recession } from "../../src/market/datasets.ts";
import type { Fetched, MarketData } from "../../src/market/port.ts";
import { faultOf } from "./fault-of.ts";

interface Fake {
  readonly provides?: readonly DatasetName[];
  readonly mode?: "live" | "sample";
  readonly fails?: ErrorCode | "bug";
  readonly fallback?: string;
}

const ROW: Recession = { peak: "2020-02", trough: "2020-04" };

function market(name: string, { provides = ["recessions"], mode = "live", fails, fallback }: Fake = {}) {
  const asked: DatasetName[] = [];
  const source = { provider: name, dataset: "recessions", asOf: "2020-04-30", retrievedAt: "2026-01-01" };
  const fetched = {
    data: [ROW],
    source: { ...source, licence: "x", contentHash: "", ...(fallback && { fallback }) },
  };
  const fake: MarketData = {
    mode,
    provides: new Set(provides),
    remedy: (dataset) => `${name} needs ${dataset}`,
    fetch: async <K extends DatasetName>(dataset: K) => {
      asked.push(dataset);
      if (fails === "bug") throw new TypeError("a bug");
      if (fails) throw new BriefingError(fails, `${name} failed`, `mend ${name}`);
      return fetched as unknown as Fetched<K>;
    },
  };
  return { ...fake, asked };
}

describe("a chain of sources", () => {
  it("takes the first that provides a dataset and asks no other", async () => {
    const [folder, library, tables] = [
      market("folder", { provides: ["levels"] }),
      market("library"),
      market("tables"),
    ];
    const { source } = await chain([folder, library, tables]).fetch("recessions");
    expect([source.provider, source.fallback]).toEqual(["library", undefined]);
    expect([folder.asked, tables.asked]).toEqual([[], []]);
  });

  it("goes on where a source failed, and says which and why, with the stand-in's own remark", async () => {
    const down = market("library", { fails: "data_unavailable" });
    const old = market("mirror", { fallback: "an old copy" });
    const { source } = await chain([down, market("other", { fails: "data_unavailable" }), old]).fetch(
      "recessions",
    );
    expect([source.provider, source.fallback]).toEqual([
      "mirror",
      "library failed; other failed; an old copy",
    ]);
  });

  it("never papers over the user's own faulty file, nor a bug", async () => {
    const next = market("library");
    const faulty = chain([market("folder", { fails: "bad_input" }), next]);
    expect(await faultOf(faulty.fetch("recessions"))).toMatchObject({
      code: "bad_input",
      message: "folder failed",
    });
    await expect(chain([market("folder", { fails: "bug" }), next]).fetch("recessions")).rejects.toThrow(
      TypeError,
    );
    expect(next.asked).toEqual([]);
  });

  it("gives all reasons where every source fails, and the error itself where it is one", async () => {
    const down = (name: string) => market(name, { fails: "data_unavailable" });
    const both = await faultOf(chain([down("a"), down("b")]).fetch("recessions"));
    expect(both).toMatchObject({ code: "data_unavailable", message: "recessions: a failed; b failed" });
    expect(both.hint).toBe("a needs recessions");
    expect(await faultOf(chain([down("a")]).fetch("recessions"))).toMatchObject({
      message: "a failed",
      hint: "mend a",
    });
    const none = await faultOf(chain([down("a")]).fetch("deals"));
    expect(none).toMatchObject({
      code: "data_unavailable",
      message: "deals: no source has it",
      hint: "a needs deals",
    });
  });

  it("provides the union, in one mode", () => {
    const both = chain([
      market("a", { provides: ["levels"] }),
      market("b", { provides: ["levels", "deals"] }),
    ]);
    expect([...both.provides]).toEqual(["levels", "deals"]);
    expect(both.mode).toBe("live");
    expect(both.remedy("macro")).toBe("a needs macro");
  });

  it("says what to set where a source that lacks a setting has the dataset", () => {
    const edgar = {
      id: "edgar",
      provider: "SEC EDGAR",
      licence: "public domain",
      provides: ["constituents"],
      hosts: ["www.sec.gov"],
      key: "missing",
      setting: "EDGAR_USER_AGENT",
      terms: null,
      lastSuccess: null,
      lastFault: null,
    } as const;
    const { remedy } = chain([market("a")], { others: [edgar] });
    expect(remedy("constituents")).toBe(
      "Set EDGAR_USER_AGENT so that SEC EDGAR is asked. a needs constituents",
    );
    expect(remedy("deals")).toBe("a needs deals");
  });

  it("refuses to mix sample with live, and to be empty", () => {
    expect(() => chain([market("a"), market("b", { mode: "sample" })])).toThrow(
      /cannot be mixed \(live, sample\)/,
    );
    expect(() => chain([])).toThrow(BriefingError);
  });
});
