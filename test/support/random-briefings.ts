import fc from "fast-check";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { HOSTILE } from "./example-briefings.ts";

/** Longer, a caveat is whole too, but in pieces that do not stand side by side. */
const LONGEST_CAVEAT = 2_900;

/**
 * Any texts in any slot, in any number, over the figures of an example. @param live texts that would do something on
 * the platform @param saysSomething whether anything of a text is shown there
 */
export function randomBriefings(
  examples: readonly Briefing[],
  live: readonly string[],
  saysSomething: (text: string) => boolean,
): fc.Arbitrary<Briefing> {
  const words = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.constantFrom(HOSTILE, "", " ", "*a* _b_ `c` ~d~", "W".repeat(4_000), ...live),
  );
  return fc
    .record({
      base: fc.constantFrom(...examples),
      headline: words,
      subtitle: words,
      command: words,
      notes: fc.array(words, { maxLength: 12 }),
      caveats: fc.array(
        words.filter((text) => saysSomething(text) && text.length < LONGEST_CAVEAT),
        { minLength: 1, maxLength: 30 },
      ),
      titles: words,
      labels: words,
      alt: words,
      hypothetical: fc.boolean(),
    })
    .map(({ base, titles, labels, alt, caveats, ...slots }) => ({
      ...base,
      ...slots,
      caveats: caveats as unknown as Briefing["caveats"],
      figures: base.figures.map((figure) => ({ ...figure, label: labels, definition: titles })),
      tables: base.tables.map((table) => ({
        title: titles,
        columns: table.columns.map((column) => (column === "" ? "" : labels)),
        rows: table.rows.map((row) => ({ ...row, label: labels })),
      })),
      charts: base.charts.map((chart) => ({ ...chart, alt, title: titles, subtitle: labels })),
    }));
}
