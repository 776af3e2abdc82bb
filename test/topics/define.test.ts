import { describe, expect, it } from "vitest";
import { absent } from "../../src/briefing/value.ts";
import { defineTopic, presentFigures } from "../../src/topics/define.ts";

const SOURCE = {
  provider: "p",
  dataset: "d",
  asOf: "2025-12-31",
  retrievedAt: "2026-01-05",
  licence: "l",
  contentHash: "h",
};
const NEEDS = { members: { dataset: "constituents", required: true } } as const;
const today = presentFigures<typeof NEEDS>()(() => "the two", "members");
const PAIR = { label: "Big {{x}}. Co / B", small: "s", large: "l" };

function answer(options: { cells?: readonly string[]; asOf?: string; caveat?: string } = {}) {
  const topic = defineTopic({
    title: "Test",
    name: "toy",
    summary: "s",
    args: {},
    needs: NEEDS,
    figures: {
      "toy.one": today(
        "count",
        () => "one",
        () => "a one",
      ),
      "toy.none": today(
        "x",
        () => "n",
        () => "a n",
      ),
    },
    compute: () => 1,
    drafts: () => [
      { family: "toy.one", params: {}, value: 1, asOf: "2025-12-31" },
      { family: "toy.none", params: {}, value: absent("unavailable", "not there"), asOf: "2025-12-31" },
    ],
    headline: () => "h",
    subtitle: () => "s",
    tables: () => [
      {
        title: "t",
        columns: ["", "A", "B"],
        rows: [{ label: "r", cells: options.cells ?? ["toy.one", "toy.none"] }],
      },
    ],
    notes: () => ["It is {{toy.one}}", "It is {{toy.none}}"],
    charts: () => [],
    caveats: ({ pair }) => [
      options.caveat ?? `Of ${pair.label}. One: {{toy.one}}. None: {{toy.none}}. The end.`,
    ],
  });
  return topic.answer({ members: { data: [], source: SOURCE } }, {}, PAIR, options.asOf ?? "2026-01-01");
}

describe("a topic's answer", () => {
  it("refuses a table whose cell is no figure, naming topic and cell", () => {
    expect(() => answer({ cells: ["toy.one", "toy.two"] })).toThrow(/toy.*"toy\.two"/);
    expect(() => answer({ cells: ["toy.one", "toy.two"] })).toThrow(TypeError);
  });

  it("refuses a row that is not as wide as its heading", () => {
    expect(() => answer({ cells: ["toy.one"] })).toThrow(/toy.*row "r": 1 cells under 2 headings/);
  });

  it("leaves out the sentences whose figure is absent", () => {
    const { notes, caveats } = answer();
    expect(notes).toEqual(["It is 1"]);
    expect(caveats).toEqual([`Of ${PAIR.label}. One: 1. The end.`]);
  });

  it("must have a first caveat that says something", () => {
    expect(() => answer({ caveat: "None: {{toy.none}}" })).toThrow(TypeError);
  });

  it("withholds what is overdue, and says so first", () => {
    const { figures, caveats, notes } = answer({ asOf: "2026-07-01" });
    expect(figures[0]?.value).toEqual({
      absent: "stale",
      note: "the data end on 31 Dec 2025; the next were due by 19 Jun 2026",
    });
    expect(figures[1]?.value).toMatchObject({ absent: "unavailable" });
    expect(caveats[0]).toBe(
      "Withheld: the two. Reason: the data end on 31 Dec 2025; the next were due by 19 Jun 2026.",
    );
    expect(notes).toEqual([]);
  });
});
