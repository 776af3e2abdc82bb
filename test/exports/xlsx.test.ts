import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { workbookOf } from "../../src/briefing/workbook.ts";
import { xlsxOf } from "../../src/exports/xlsx.ts";
import { EXAMPLE_BRIEFINGS } from "../support/example-briefings.ts";

/** The parts of Office Open XML that a reader needs, read by their names. */
function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

const chart = {
  id: "c-1",
  alt: 'Words & "more" <of> it',
  png: Buffer.from("PNG"),
  width: 2400,
  height: 1350,
};

describe("a workbook", () => {
  const briefing: Briefing = EXAMPLE_BRIEFINGS.valuation;
  let parts: ReadonlyMap<string, string>;
  beforeAll(async () => {
    parts = partsOf(await xlsxOf(workbookOf(briefing), [chart, { ...chart, id: "c-2" }]));
  });
  const all = () =>
    [...parts]
      .filter(([name]) => name.endsWith(".xml"))
      .map(([, text]) => text)
      .join("\n");

  it("has a sheet of findings, of tables, of figures and of charts", () => {
    const names = [...(parts.get("xl/workbook.xml") ?? "").matchAll(/<sheet [^>]*name="([^"]+)"/g)];
    expect(names.map(([, name]) => name)).toEqual(["Briefing", "Tables", "Figures", "Charts"]);
    expect([...parts.keys()].filter((name) => name.startsWith("xl/media/"))).toHaveLength(2);
  });

  it("holds every caveat, note and source, and every number as a number, unrounded", () => {
    const decoded = all()
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&apos;", "'")
      .replaceAll("&amp;", "&");
    for (const text of [briefing.headline, ...briefing.caveats, ...briefing.notes, briefing.id])
      expect(decoded).toContain(text);
    const sheet = parts.get("xl/worksheets/sheet3.xml") ?? "";
    for (const { value } of briefing.figures)
      if (typeof value === "number") expect(sheet).toContain(`<v>${value}</v>`);
  });

  it("holds no formula, whatever a text begins with", async () => {
    const hostile = { ...briefing, headline: '=HYPERLINK("http://x")', notes: ["+1", "@SUM(A1)", "-2"] };
    const own = partsOf(await xlsxOf(workbookOf(hostile), []));
    expect([...own.values()].join("")).not.toMatch(/<f[ >]/);
  });

  it("says of sample data and of a hypothesis what they are", () => {
    const [findings] = workbookOf({ ...briefing, dataMode: "sample", hypothetical: true });
    const texts = findings?.rows.flat().join("\n");
    expect(texts).toContain("SAMPLE DATA");
    expect(texts).toContain("HYPOTHETICAL");
  });

  it.each(Object.entries<Briefing>(EXAMPLE_BRIEFINGS))("is made of %s", async (_name, each) => {
    const bytes = await xlsxOf(workbookOf(each), []);
    expect(partsOf(bytes).has("xl/workbook.xml")).toBe(true);
  });
});
