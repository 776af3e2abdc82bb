import { describe, expect, test } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { clientCopy, clientLines, wantsPeriods } from "../../src/briefing/client-copy.ts";
import { formatFigure } from "../../src/briefing/format.ts";
import { sourceLine } from "../../src/briefing/frame.ts";
import { EXAMPLE_BRIEFINGS } from "../support/example-briefings.ts";

const FIRM = { name: "Harbour & Vale", disclaimer: "For professional clients only." };

describe.each(["valuation", "ratecut", "performance"] as const)("%s", (name) => {
  const briefing: Briefing = { ...free(EXAMPLE_BRIEFINGS[name]), firm: FIRM };
  const copy = clientCopy(briefing);
  if ("refused" in copy) throw new Error(copy.refused);

  test("is one paragraph with the finding, every figure of the first table and every note", () => {
    expect(copy.paragraph).not.toContain("\n");
    expect(copy.paragraph.startsWith(briefing.headline)).toBe(true);
    for (const note of briefing.notes) expect(copy.paragraph).toContain(note);
    const byKey = new Map(briefing.figures.map((figure) => [figure.key, formatFigure(figure)]));
    for (const key of briefing.tables[0]?.rows.flatMap(({ cells }) => cells) ?? [])
      expect(copy.paragraph).toContain(byKey.get(key));
  });

  test("discloses caveats, past performance, source, firm", () => {
    for (const caveat of briefing.caveats) expect(copy.disclosures).toContain(caveat);
    expect(copy.disclosures.filter((line) => /is not a reliable/i.test(line))).toHaveLength(1);
    expect(copy.disclosures[0]).toMatch(/past performance/i);
    expect(copy.source).toBe(sourceLine(briefing.sources));
    expect(copy.signature).toBe("Harbour & Vale: For professional clients only.");
    expect(clientLines(copy)).toEqual(
      expect.arrayContaining([copy.paragraph, ...copy.disclosures, copy.source, copy.signature]),
    );
    expect(copy.licences).toHaveLength(briefing.sources.length);
  });
});

test("names no command: a client has nowhere to type it", () => {
  const notes = ["One claim with its figures: `thesis claim=14`", "Test: `ratecut.cycles` is above 3"];
  const copy = clientCopy({ ...free(EXAMPLE_BRIEFINGS.ratecut), notes });
  if ("refused" in copy) throw new Error(copy.refused);
  expect(copy.paragraph).not.toMatch(/`|thesis claim/);
  expect(copy.paragraph).toContain("Test: ratecut.cycles is above 3");
});

test("invented and assumed numbers are refused, with the reason", () => {
  expect(clientCopy(EXAMPLE_BRIEFINGS.sample)).toHaveProperty(
    "refused",
    expect.stringContaining("Sample data"),
  );
  expect(clientCopy(EXAMPLE_BRIEFINGS.absences)).toHaveProperty(
    "refused",
    expect.stringContaining("hypothetical"),
  );
});

test("what a licence forbids to export is refused, that of the periods too", () => {
  const barred = (briefing: Briefing): Briefing => ({
    ...briefing,
    sources: briefing.sources.map((source) => ({ ...source, licence: "no redistribution" })),
  });
  expect(clientCopy(barred(EXAMPLE_BRIEFINGS.valuation))).toHaveProperty(
    "refused",
    expect.stringMatching(/no redistribution.*forbids exporting/),
  );
  const ratecut = past(free(EXAMPLE_BRIEFINGS.ratecut));
  expect(clientCopy(ratecut, barred(withDiscrete(ratecut)))).toHaveProperty("refused");
});

describe("five discrete periods", () => {
  const ratecut = past(free(EXAMPLE_BRIEFINGS.ratecut));

  test("stand beside past performance, from the pair's own briefing", () => {
    const beside = withDiscrete(ratecut);
    expect(wantsPeriods(ratecut)).toBe(true);
    expect(wantsPeriods(beside)).toBe(false);
    const copy = clientCopy(ratecut, beside);
    if ("refused" in copy) throw new Error(copy.refused);
    expect(copy.periods?.rows).toEqual([["Nov 2024 to Nov 2025", "+4.0%", "+14.8%"]]);
    expect(clientLines(copy)[1]).toBe(
      "Discrete 12-month periods. Nov 2024 to Nov 2025: Small +4.0% · Large +14.8%.",
    );
    expect(copy.disclosures.join()).not.toContain("not at hand");
  });

  test("are said to be missing where they are, or are of another pair or day", () => {
    const others = [
      null,
      { ...withDiscrete(ratecut), pair: "A / B" },
      { ...withDiscrete(ratecut), asOf: "2020-01-31" },
    ];
    for (const other of others) {
      const copy = clientCopy(ratecut, other);
      if ("refused" in copy) throw new Error(copy.refused);
      expect(copy.periods).toBeNull();
      expect(copy.disclosures[1]).toMatch(/^Five discrete 12-month periods.*not at hand/);
    }
  });

  test("are not asked for where no past performance is shown", () => {
    const caveats = ["Estimates change."] as const;
    const estimates = { ...free(EXAMPLE_BRIEFINGS.valuation), caveats };
    expect(wantsPeriods(estimates)).toBe(false);
    const copy = clientCopy(estimates, withDiscrete(estimates));
    expect("periods" in copy && copy.periods).toBeNull();
  });
});

/** Under a licence that forbids nothing. */
function free(briefing: Briefing): Briefing {
  return {
    ...briefing,
    sources: briefing.sources.map((source) => ({ ...source, licence: "public-domain" })),
  };
}

function past(briefing: Briefing): Briefing {
  return {
    ...briefing,
    caveats: [
      "Past performance is not a reliable indicator of future results.",
      ...briefing.caveats.filter((each) => !/past performance/i.test(each)),
    ],
  };
}

/** The pair's performance, with one discrete period of it. */
function withDiscrete(briefing: Briefing): Briefing {
  const [figure] = briefing.figures;
  if (figure === undefined) throw new Error("an example without figures");
  const of = (side: string, value: number) => ({
    ...figure,
    key: `performance.discrete12m.1.${side}`,
    unit: "%" as const,
    signed: true,
    value,
  });
  return {
    ...briefing,
    topic: "performance",
    figures: [of("small", 4), of("large", 14.8)],
    tables: [
      {
        title: "Discrete 12-month periods",
        columns: ["", "Small", "Large"],
        rows: [
          {
            label: "Nov 2024 to Nov 2025",
            cells: ["performance.discrete12m.1.small", "performance.discrete12m.1.large"],
          },
        ],
      },
    ],
  };
}
