import { describe, expect, test } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { clientCopy } from "../../src/briefing/client-copy.ts";
import { formatFigure } from "../../src/briefing/format.ts";
import { sourceLine } from "../../src/briefing/frame.ts";
import { EXAMPLE_BRIEFINGS } from "../support/example-briefings.ts";

const FIRM = { name: "Harbour & Vale", disclaimer: "For professional clients only." };

describe.each(["valuation", "ratecut", "performance"] as const)("%s", (name) => {
  const briefing: Briefing = { ...EXAMPLE_BRIEFINGS[name], firm: FIRM };
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
    expect(copy.disclosures.filter((line) => /past performance/i.test(line))).toHaveLength(1);
    expect(copy.disclosures).toContain(sourceLine(briefing.sources));
    expect(copy.disclosures.at(-1)).toBe("Harbour & Vale: For professional clients only.");
    expect(copy.licences).toHaveLength(briefing.sources.length);
  });
});

test("another firm may sign", () => {
  const copy = clientCopy(EXAMPLE_BRIEFINGS.ratecut, { name: "Other", disclaimer: "" });
  expect("disclosures" in copy && copy.disclosures.at(-1)).toBe("Other");
});

test("invented and assumed numbers are refused, with the reason", () => {
  expect(clientCopy(EXAMPLE_BRIEFINGS.sample, FIRM)).toHaveProperty(
    "refused",
    expect.stringContaining("Sample data"),
  );
  expect(clientCopy(EXAMPLE_BRIEFINGS.absences, FIRM)).toHaveProperty(
    "refused",
    expect.stringContaining("hypothetical"),
  );
});
