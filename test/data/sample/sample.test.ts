import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { openSample, sampleDatasets, sampleMeta } from "../../../src/data/sample/sample.ts";
import type { DatasetName } from "../../../src/market/datasets.ts";

const data = sampleDatasets();
const NAMES = Object.keys(data) as DatasetName[];
/** What its two sides make; the rest is of the whole market. */
const PAIRED = new Set<DatasetName>(["levels", "constituents", "valuationHistory", "revisions", "factors"]);
const hash = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");

/** A change of the sample changes goldens and screenshots: update these on purpose only. */
const PINNED: Readonly<Record<DatasetName, string>> = {
  levels: "6a30d5455f0b",
  policyDecisions: "395ba889d7c3",
  recessions: "1faa32ea08ee",
  factors: "4740e79e5b67",
  macro: "5a6fef13dad9",
  calendar: "797a08e14e0f",
  constituents: "4bebda5c9ff3",
  valuationHistory: "c7c86b4e1144",
  revisions: "37cd5b75f286",
  deals: "49cd0509dd5d",
  universe: "8e8c997eb3d4",
};

/** Names of real indices, providers, companies and agencies' products that synthetic data must not carry. */
const REAL_NAMES =
  /russell|s&p|s&amp;p|\bdow\b|nasdaq|msci|ftse|wilshire|crsp|bloomberg|fama|french|apple|microsoft|nvidia|amazon|alphabet|google|\bmeta\b|tesla|berkshire|exxon|walmart|pfizer|boeing|goldman|morgan|citigroup|\bibm\b|intel|cisco|oracle|netflix/i;

/** Datasets are called as their files are, where that is another word. */
const FILES: Readonly<Record<string, string>> = {
  policyDecisions: "policy-decisions",
  valuationHistory: "valuation-history",
};

describe("the sample market", () => {
  it("is the same every time it is generated", () => {
    expect(hash(sampleDatasets())).toBe(hash(data));
  });

  it.each(NAMES)("keeps %s as pinned", (dataset) => {
    expect(hash(data[dataset]).slice(0, 12)).toBe(PINNED[dataset]);
  });

  it("does not depend on the order in which datasets are asked for", async () => {
    const market = openSample();
    for (const dataset of [...NAMES].reverse()) {
      const { data: fetched, source } = await market.fetch(dataset);
      expect(hash(fetched), dataset).toBe(hash(data[dataset]));
      expect(source.contentHash, dataset).toBe(hash(data[dataset]));
    }
  });

  it("provides every dataset, generates each once, and says so", async () => {
    const market = openSample();
    expect(market.mode).toBe("sample");
    expect([...market.provides].sort()).toEqual([...NAMES].sort());
    expect(market.remedy("levels")).toMatch(/\.$/);
    const [first, second] = [await market.fetch("levels"), await market.fetch("levels")];
    expect(second.data).toBe(first.data);
    expect(second.source).toBe(first.source);
  });

  it("names itself as synthetic in every source", async () => {
    const market = openSample();
    for (const dataset of NAMES) {
      const { source } = await market.fetch(dataset);
      expect(source).toMatchObject({
        provider: "Synthetic sample market (seeded, not real)",
        dataset: FILES[dataset] ?? dataset,
        licence: "synthetic",
        retrievedAt: "2026-10-30",
      });
      const { small, large } = sampleMeta;
      expect([dataset, source.pair]).toEqual([
        dataset,
        PAIRED.has(dataset) ? { label: `${small} / ${large}`, small, large } : undefined,
      ]);
      expect(source.asOf <= "2026-10-30", `${dataset} as of ${source.asOf}`).toBe(true);
    }
    expect((await market.fetch("levels")).source.asOf).toBe("2026-10-30");
    expect((await market.fetch("constituents")).source.asOf).toBe("2026-10-30");
    expect((await market.fetch("factors")).source.asOf).toBe("2026-09-30");
  });

  it("carries no real name and marks its tickers", () => {
    const { constituents, deals } = data;
    const names = [
      ...Object.values(sampleMeta).map(String),
      ...constituents.flatMap((member) => [member.name, member.ticker]),
      ...deals.flatMap((deal) => [deal.target, deal.acquirer ?? ""]),
    ];
    expect(names.filter((name) => REAL_NAMES.test(name))).toEqual([]);
    expect(constituents.filter((member) => !/^ZZ[SL]\d{4}$/.test(member.ticker))).toEqual([]);
  });
});
