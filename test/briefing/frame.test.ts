import { describe, expect, it } from "vitest";
import type { Briefing, Firm } from "../../src/briefing/briefing.ts";
import type { Source } from "../../src/briefing/figure.ts";
import { frameOf, sourceLine } from "../../src/briefing/frame.ts";
import { extentOf } from "../../src/briefing/source-words.ts";

const source = (
  provider: string,
  asOf: string,
  retrievedAt: string,
  fallback?: string,
  dataset = "levels",
): Source => ({
  provider,
  dataset,
  asOf,
  retrievedAt,
  licence: "public",
  contentHash: "00",
  ...(fallback === undefined ? {} : { fallback }),
});

describe("how far a source reaches", () => {
  const decisions = { ...source("Fed", "2026-07-29", "2026-08-21"), dataset: "policy-decisions" };
  it("is said of decisions beyond the retrieval, where none is due before", () => {
    expect(extentOf({ ...decisions, completeTo: "2026-08-21" })).toBe("known to 21 Aug 2026");
    expect(extentOf({ ...decisions, completeTo: "2026-09-15" })).toBe(
      "known to 15 Sep 2026 (no decision is due sooner)",
    );
  });
});

describe("the source line", () => {
  it("names provider, as-of and retrieval", () => {
    expect(sourceLine([source("French Library", "2025-11-30", "2026-02-28T07:10:00Z")])).toBe(
      "Source: French Library, to 30 Nov 2025, retrieved 28 Feb 2026 07:10 UTC, licence public",
    );
  });

  it("has one entry a provider, in order of appearance, by its first dataset", () => {
    const line = sourceLine([
      source("A", "2025-10-31", "2026-01-01"),
      source("B", "2025-12-10", "2026-01-02"),
      source("A", "2025-11-30", "2026-01-03", undefined, "macro"),
      source("A", "2025-09-30", "2026-01-04", undefined, "factors"),
    ]);
    expect(line).toBe(
      "Source: A, to 31 Oct 2025, retrieved 1 Jan 2026, licence public; B, to 10 Dec 2025, retrieved 2 Jan 2026, licence public",
    );
  });

  it("tells every fallback once, also of a dataset that is not the first", () => {
    const line = sourceLine([
      source("A", "2025-10-31", "2026-01-01", "stands in for B"),
      source("A", "2025-11-30", "2026-01-01", undefined, "macro"),
      source("A", "2025-09-30", "2026-01-01", "old copy", "factors"),
      source("A", "2025-08-31", "2026-01-01", "old copy", "universe"),
    ]);
    expect(line).toBe(
      "Source: A, to 31 Oct 2025, retrieved 1 Jan 2026, licence public (stands in for B; old copy)",
    );
  });
});

describe("a dataset whose series end on different days", () => {
  const sources = [source("A", "2026-02-25", "2026-03-01"), source("A", "2026-01-30", "2026-03-01")];
  const briefing = { dataMode: "live", sources, firm: { name: "", disclaimer: "" } } as unknown as Briefing;

  it("is dated by both where both were used", () => {
    expect(sourceLine(sources)).toBe(
      "Source: A, to 30 Jan 2026 and 25 Feb 2026, retrieved 1 Mar 2026, licence public",
    );
  });

  it.each([
    ["2026-01-30", "30 Jan 2026"],
    ["2026-02-25", "25 Feb 2026"],
    ["2026-03-31", "25 Feb 2026"],
  ])("is dated under a chart by what is drawn: %s", (asOf, words) => {
    expect(frameOf(briefing, { asOf }).sourceLine).toBe(
      `Source: A, to ${words}, retrieved 1 Mar 2026, licence public`,
    );
  });
});

describe("a table of events", () => {
  it("is dated by the day to which it is known, not by its last event", () => {
    const decisions = { ...source("The Fed", "2025-12-10", "2026-08-21"), completeTo: "2026-08-20" };
    expect(sourceLine([decisions])).toBe(
      "Source: The Fed, retrieved 21 Aug 2026, licence public, known to 20 Aug 2026",
    );
  });
});

const firm = (name: string, disclaimer: string): Firm => ({ name, disclaimer });

describe("the frame", () => {
  it("carries source line, sample mark and firm", () => {
    const sources = [source("A", "2025-11-30", "2026-01-03")];
    const briefing = { dataMode: "sample", sources, firm: firm("A firm", "") } as unknown as Briefing;
    expect(frameOf(briefing, {})).toEqual({
      sourceLine: sourceLine(sources),
      sample: true,
      firm: "A firm",
    });
    expect(frameOf({ ...briefing, dataMode: "live" }, {}).sample).toBe(false);
  });

  it.each([
    [firm("A firm", "Internal use only."), "A firm · Internal use only."],
    [firm("", "Internal use only."), "Internal use only."],
    [firm("A firm", "x".repeat(81)), "A firm"],
    [firm("", ""), ""],
  ])("has the firm's disclaimer where it is short: %j", (given, expected) => {
    expect(frameOf({ dataMode: "live", sources: [], firm: given } as unknown as Briefing, {}).firm).toBe(
      expected,
    );
  });
});
