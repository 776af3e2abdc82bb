import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { briefingCsv } from "../../src/briefing/csv.ts";
import { isAbsent } from "../../src/briefing/value.ts";
import { EXAMPLE_BRIEFINGS } from "../support/example-briefings.ts";

const FIRM = { name: "Harbour & Vale", disclaimer: "For professional clients only." };
const rowsOf = (briefing: Briefing): Record<string, string>[] =>
  parse(briefingCsv({ ...briefing, firm: FIRM }), { columns: true, record_delimiter: "\r\n" });

describe.each(Object.entries<Briefing>(EXAMPLE_BRIEFINGS))("%s", (_name, briefing) => {
  const rows = rowsOf(briefing);

  test("has a row a figure, with the unrounded value or the reason", () => {
    for (const figure of briefing.figures) {
      const row = rows.find(({ key }) => key === figure.key);
      const { value } = figure;
      expect(row?.["value"]).toBe(isAbsent(value) ? "" : String(value));
      expect(row?.["absent"]).toBe(isAbsent(value) ? value.absent : "");
      if (isAbsent(value)) expect(row?.["note"]).toBe(value.note);
      expect([row?.["as_of"], row?.["unit"]]).toEqual([figure.asOf, figure.unit]);
      for (const { licence } of figure.sources) expect(row?.["licence"]).toContain(licence.slice(0, 40));
    }
  });

  test("carries every caveat, the firm, and what the data are", () => {
    const notes = rows.filter(({ key }) => key?.startsWith("caveat.")).map(({ note }) => note);
    expect(notes).toHaveLength(briefing.caveats.length);
    expect(rows.find(({ key }) => key === "firm")?.["note"]).toBe(
      "Harbour & Vale: For professional clients only.",
    );
    expect(rows.some(({ key }) => key === "sample")).toBe(briefing.dataMode === "sample");
    expect(rows.some(({ key }) => key === "hypothetical")).toBe(briefing.hypothetical);
  });
});

test("negative numbers stay numbers", () => {
  const row = rowsOf(EXAMPLE_BRIEFINGS.ratecut).find(({ key }) => key === "ratecut.first.6m.mean");
  expect(row?.["value"]).toBe("-5.4102");
});

test("is RFC 4180 and harmless to a spreadsheet, for any text", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      '=HYPERLINK("http://x")',
      "+1",
      "-2+3",
      "@SUM(A1)",
      "\t=1",
      "\r\n=1",
      " =1",
      'a "b", c',
      "＝1",
    ),
  );
  fc.assert(
    fc.property(text, (label) => {
      const [figure, ...figures] = EXAMPLE_BRIEFINGS.ratecut.figures;
      if (!figure) return;
      const briefing = { ...EXAMPLE_BRIEFINGS.ratecut, figures: [{ ...figure, label }, ...figures] };
      const rows = rowsOf(briefing);
      expect(rows[0]?.["label"]).not.toMatch(/^\s*[=+\-@＝]|^[\t\r\n]/);
      expect(rows[0]?.["value"]).toBe(String(figure.value));
      expect(rows).toHaveLength(figures.length + 1 + 2 + briefing.caveats.length + 1);
    }),
  );
});
