import { describe, expect, it } from "vitest";
import { BriefingError } from "../src/briefing/errors.ts";
import type { Pair, Source } from "../src/briefing/figure.ts";
import type { DatasetName } from "../src/market/datasets.ts";
import { composeBriefing, type Question } from "../src/topics/compose.ts";
import type { Input, Topic } from "../src/topics/topic.ts";

const RUSSELL: Pair = { label: "Russell 2000 / S&P 500", small: "Russell 2000", large: "S&P 500" };
const FRENCH: Pair = { label: "Smallest 30 % / largest 30 %", small: "Lowest 30 %", large: "Highest 30 %" };

function source(change: Partial<Source> = {}): Source {
  return {
    provider: "Test",
    dataset: "test",
    asOf: "2025-12-10",
    retrievedAt: "2026-01-01",
    licence: "test",
    contentHash: "a",
    ...change,
  };
}

/** A question to a topic that needs each of these datasets under its own name. */
function question(
  sources: { readonly [K in DatasetName]?: Source },
  change: Partial<Question> = {},
): Question {
  const datasets = Object.keys(sources) as DatasetName[];
  const topic: Topic = {
    name: "test",
    title: "Test",
    summary: "",
    args: {},
    assumptions: [],
    needs: Object.fromEntries(datasets.map((dataset) => [dataset, { dataset, required: true }])),
    figures: {},
    read: () => [],
    answer: () => ({
      figures: [],
      headline: "A finding",
      subtitle: "",
      tables: [],
      notes: [],
      charts: [],
      caveats: ["The topic's own caveat."],
    }),
  };
  const inputs = Object.entries(sources).map(([name, each]) => [
    name,
    { data: [], source: each } as unknown as Input<DatasetName>,
  ]);
  return {
    topic,
    command: "test",
    args: {},
    inputs: Object.fromEntries(inputs),
    asOf: "2026-11-23",
    dataMode: "live",
    codeVersion: "test",
    firm: { name: "Example Wealth LLP", disclaimer: "For internal use only." },
    ...change,
  };
}

describe("the pair", () => {
  it("is that of the sources which have one", () => {
    const briefing = composeBriefing(
      question({
        policyDecisions: source(),
        levels: source({ pair: RUSSELL }),
        revisions: source({ pair: RUSSELL }),
      }),
    );
    expect([briefing.pair, briefing.headline]).toEqual([RUSSELL.label, `A finding · ${RUSSELL.label}`]);
  });

  it("is never two: the datasets, both pairs and the remedy are named", () => {
    const mixed = question({ constituents: source({ pair: RUSSELL }), levels: source({ pair: FRENCH }) });
    try {
      composeBriefing(mixed);
      expect.unreachable("two pairs were mixed");
    } catch (error) {
      if (!(error instanceof BriefingError)) throw error;
      expect(error.code).toBe("data_unavailable");
      for (const part of ["constituents", RUSSELL.label, "levels", FRENCH.label])
        expect(error.message).toContain(part);
      expect(error.hint).toMatch(/DATA_FOLDER.*--data/);
    }
  });

  it("of the size factor is its own, and no contradiction", () => {
    const briefing = composeBriefing(
      question({ levels: source({ pair: RUSSELL }), factors: source({ pair: FRENCH }) }),
    );
    expect(briefing.pair).toBe(RUSSELL.label);
    expect(composeBriefing(question({ factors: source({ pair: FRENCH }) })).pair).toBe(FRENCH.label);
  });
});

describe("a table of events", () => {
  const known = (asOf: string, completeTo?: string) =>
    composeBriefing(
      question({ policyDecisions: source(completeTo === undefined ? {} : { completeTo }) }, { asOf }),
    ).caveats;

  it("that is not known to the as-of date is a caveat", () => {
    expect(known("2026-08-21", "2026-08-20")).toContain(
      "Fed decisions are known to 20 Aug 2026 only: later ones are missing.",
    );
  });

  it.each([
    ["2026-08-20", "2026-08-20"],
    ["2024-12-31", "2026-08-20"],
    ["2026-11-23", undefined],
  ])("as of %s, known to %s, is none", (asOf, completeTo) => {
    expect(known(asOf, completeTo)).toEqual(["The topic's own caveat."]);
  });
});

describe("the firm", () => {
  it("signs the briefing, and is part of its id", () => {
    const [one, other] = ["A", "B"].map((name) =>
      composeBriefing(question({ levels: source() }, { firm: { name, disclaimer: "Words." } })),
    );
    expect(one?.firm).toEqual({ name: "A", disclaimer: "Words." });
    expect(one?.caveats).toEqual(["The topic's own caveat."]);
    expect(one?.id).not.toBe(other?.id);
  });
});
