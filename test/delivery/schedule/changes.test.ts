import { describe, expect, it } from "vitest";
import type { Briefing } from "../../../src/briefing/briefing.ts";
import type { Figure, Unit } from "../../../src/briefing/figure.ts";
import { absent, type Value } from "../../../src/briefing/value.ts";
import { compareBriefings } from "../../../src/delivery/schedule/changes.ts";
import { marketData, noMarketData } from "../../data/shared-market-data.ts";
import { EXAMPLE_BRIEFINGS, narrativeOf } from "../../support/example-briefings.ts";
import { briefingOf } from "../../support/folder-assistant.ts";

const [EXAMPLE] = Object.values(EXAMPLE_BRIEFINGS) as readonly Briefing[];
const SOURCE = EXAMPLE!.sources[0]!;

function figure(key: string, unit: Unit, value: Value, change: Partial<Figure> = {}): Figure {
  return {
    key,
    label: key,
    unit,
    value,
    asOf: "2026-11-20",
    definition: "As defined",
    sources: [SOURCE],
    ...change,
  };
}
const briefing = (figures: readonly Figure[], change: Partial<Briefing> = {}): Briefing => ({
  ...EXAMPLE!,
  command: "valuation",
  asOf: "2026-11-20",
  figures,
  ...change,
});
const texts = (before: readonly Figure[], after: readonly Figure[]) =>
  compareBriefings(briefing(before), briefing(after)).changes.map(({ text }) => text);

describe("what changed", () => {
  it("is of figures and findings: a summary that came, went or has other words is none", () => {
    const { narrative: _, ...bare } = briefing([figure("a.b", "%", 1)]);
    const [one, other] = ["Words.", "Other words."].map((text) => ({
      ...bare,
      narrative: narrativeOf(text),
    }));
    for (const [before, after] of [
      [bare, one],
      [one, bare],
      [one, other],
    ])
      expect(compareBriefings(before!, after!)).toMatchObject({ material: false, changes: [] });
  });

  it.each<[Unit, number, number, string | null]>([
    ["%", -19, -21.4, "a.b fell from −19.0% to −21.4%"],
    ["%", 4.1, 5.1, "a.b rose from 4.1% to 5.1%"],
    ["%", 4.1, 5.09, null],
    ["pp", -0.6, 0.4, "a.b rose from −0.6 to +0.4 pp"],
    ["pp", -0.6, 0.3, null],
    ["x", 15.2, 15.5, "a.b rose from 15.2x to 15.5x"],
    ["x", 15.2, 15.4, null],
    ["count", 1_900, 1_938, "a.b rose from 1,900 to 1,938"],
    ["count", 1_900, 1_937, null],
    ["count", 3, 4, "a.b rose from 3 to 4"],
    ["index", 200, 202, "a.b rose from 200.0 to 202.0"],
    ["index", 200, 201.9, null],
    ["ratio", 0.5, 0.55, "a.b rose from 0.50 to 0.55"],
    ["rank", 2, 1, "a.b fell from 2 to 1"],
    ["p", 0.04, 0.09, "a.b rose from 0.04 to 0.09"],
    ["percentile", 40, 46, "a.b rose from 40th percentile to 46th percentile"],
    ["percentile", 40, 44, null],
    ["number", 4, 4.2, "a.b rose from 4.0 to 4.2"],
    ["number", 18, 18.2, null],
    ["USD bn", 100, 94, "a.b fell from $100.0bn to $94.0bn"],
    ["USD bn", 100, 96, null],
    ["%", 5, 5, null],
  ])("%s from %d to %d", (unit, then, now, text) => {
    expect(texts([figure("a.b", unit, then)], [figure("a.b", unit, now)])).toEqual(
      text === null ? [] : [text],
    );
  });

  it("tells what came, went, or is measured otherwise", () => {
    const here = figure("a.b", "%", 1);
    const none = figure("a.b", "%", absent("stale", "the data end in May"));
    expect(texts([], [here])).toEqual(["a.b is new: 1.0%"]);
    expect(texts([here], [])).toEqual(["a.b is not given any more"]);
    expect(texts([here], [none])).toEqual(["a.b is not available any more: the data end in May"]);
    expect(texts([none], [here])).toEqual(["a.b is available again: 1.0%"]);
    expect(texts([here], [{ ...here, definition: "Otherwise" }])).toEqual([
      "a.b is measured differently now: 1.0%",
    ]);
    for (const [one, other] of [
      [none, none],
      [none, figure("a.b", "%", absent("unavailable", "x"))],
    ])
      expect(texts([one!], [other!])).toEqual([]);
    expect([texts([], [none]), texts([none], [])]).toEqual([[], []]);
  });

  it("takes no dates of a definition for another definition", () => {
    const dated = (definition: string) => figure("a.b", "%", 1, { definition });
    expect(
      texts([dated("From 30 Sep 2025 to 2026-09-30")], [dated("From 31 Oct 2025 to 2026-10-30")]),
    ).toEqual([]);
  });

  it("does not say of a window that moved on that it rose", () => {
    const year = (to: string, value: number) => figure("a.b", "%", value, { label: `12 months to ${to}` });
    expect(texts([year("Sep 2026", 29.2)], [year("Oct 2026", 45)])).toEqual([
      "12 months to Oct 2026 is 45.0%; 12 months to Sep 2026 was 29.2%",
    ]);
  });

  it("puts the largest first and sums up", () => {
    const before = ["a.a", "a.b", "a.c", "a.d", "a.e"].map((key) => figure(key, "%", 10));
    const after = [0, 2, 5, 1, 3].map((rise, index) => figure(before[index]!.key, "%", 10 + rise));
    const { material, summary, changes } = compareBriefings(briefing(before), briefing(after));
    expect([material, changes.map(({ key }) => key)]).toEqual([true, ["a.c", "a.e", "a.b", "a.d"]]);
    expect(summary).toBe(
      "Changed since the briefing of 20 Nov 2026: a.c rose from 10.0% to 15.0%; a.e rose from 10.0% to 13.0%; a.b rose from 10.0% to 12.0%; and 1 more",
    );
  });

  it("tells first what turned, then small against large, then either alone", () => {
    const at = (relative: number, gap: number, small: number, large: number) => [
      figure("performance.12m.small", "%", small, { signed: true }),
      figure("performance.12m.large", "%", large, { signed: true }),
      figure("valuation.discount.median", "%", gap, { signed: true, label: "P/E gap without loss-makers" }),
      figure("performance.12m.relative", "pp", relative, { label: "twelve months, small minus large" }),
    ];
    const { changes, lines } = compareBriefings(
      briefing(at(1.1, -19, 30, -9)),
      briefing(at(-1.1, -23, 10, 4)),
    );
    expect(changes.map(({ key }) => key)).toEqual([
      "performance.12m.relative",
      "valuation.discount.median",
      "performance.12m.small",
      "performance.12m.large",
    ]);
    expect(lines).toEqual([
      "Changed since the briefing of 20 Nov 2026: twelve months, small minus large fell from +1.1 to −1.1 pp",
      "P/E gap without loss-makers fell from −19.0% to −23.0%",
      "Performance.12m.small fell from +30.0% to +10.0%; and 1 more",
    ]);
  });

  it.each([
    "performance.1d.relative",
    "performance.5d.small",
    "performance.mtd.relative",
    "performance.ytd.large",
    "performance.discrete12m.2.relative",
    "risks.discrete12m.1.small",
    "performance.bestMonth12m.smallRank",
    "ratecut.all.12m.n",
    "ratecut.all.12m.dropped",
  ])("tells nothing of %s, which moves because a day has passed", (key) => {
    expect(texts([figure(key, "pp", 1)], [figure(key, "pp", 90)])).toEqual([]);
    expect(texts([figure(`x${key}.a`, "pp", 1)], [figure(`x${key}.a`, "pp", 90)])).toHaveLength(1);
  });

  it("tells of one more cut, however many there were", () => {
    const cuts = (count: number, key = "ratecut.cuts") => figure(key, "count", count);
    expect(texts([cuts(57)], [cuts(58)])).toEqual(["ratecut.cuts rose from 57 to 58"]);
    expect(texts([cuts(57, "a.b")], [cuts(58, "a.b")])).toEqual([]);
  });

  it("tells of a topic that comes, goes or is withheld in one line", () => {
    const many = ["a", "b", "c", "d"].map((each) => figure(`valuation.${each}`, "%", 1));
    const withheld = many.map((each) => ({ ...each, value: absent("stale", "the data end in May") }));
    expect(texts([], many)).toEqual(["4 figures of valuation are new"]);
    expect(texts(many, [])).toEqual(["4 figures of valuation are not given any more"]);
    expect(texts(many, withheld)).toEqual([
      "4 figures of valuation are not available any more: the data end in May",
    ]);
    expect(texts(withheld, many)).toEqual(["4 figures of valuation are available again"]);
    expect(texts([], many.slice(1))).toHaveLength(3);
  });

  it.skipIf(noMarketData)(
    "of real data: months that turned and a new cut are told, a quiet day is not",
    async () => {
      const compared = async (folder: string, from: string, to: string) => {
        const [before, after] = await Promise.all(
          [from, to].map((asOf) => briefingOf(`${marketData}${folder}`, `brief asof=${asOf}`)),
        );
        return compareBriefings(before!, after!);
      };
      const months = await compared("french", "2025-10-31", "2025-11-30");
      expect(months.lines).toHaveLength(3);
      expect(months.lines[0]).toBe(
        "Changed since the briefing of 31 Oct 2025: three months, small minus large, total return fell from +4.3 to −0.6 pp",
      );
      expect((await compared("russell", "2025-12-09", "2025-12-11")).lines).toEqual([
        "Changed since the briefing of 9 Dec 2025: Cuts announced since 1 Jan 1990 rose from 57 to 58",
      ]);
      expect(await compared("russell", "2026-07-16", "2026-07-17")).toEqual({
        material: false,
        changes: [],
        summary: "Nothing material changed since the briefing of 16 Jul 2026",
        lines: ["Nothing material changed since the briefing of 16 Jul 2026"],
      });
    },
  );

  it("a verdict that flipped comes before anything, in words, and what merely counts verdicts is no news", () => {
    const verdict = (key: string, value: Value, change: Partial<Figure> = {}) =>
      figure(key, "verdict", value, { label: "Claim 28 (Revised upward)", ...change });
    const none = absent("unavailable", "no revisions in the data");
    const before = [
      verdict("thesis.28.now", 1),
      verdict("thesis.28.then", 1),
      verdict("thesis.28.on.2026-10-31", 1),
      figure("thesis.valuation.holds", "count", 4),
      figure("performance.12m.relative", "pp", 5),
    ];
    const after = [
      // Its definition says what was found: other words for another verdict are the same test.
      verdict("thesis.28.now", 2, { definition: "As defined: none of both" }),
      verdict("thesis.28.then", 1),
      verdict("thesis.28.on.2026-11-30", 2),
      figure("thesis.valuation.holds", "count", 3),
      figure("performance.12m.relative", "pp", -5),
    ];
    const [first, second, ...more] = texts(before, after);
    expect(first).toBe("Claim 28 (Revised upward) flipped from holds to fails");
    expect(second).toContain("performance.12m.relative");
    expect(more).toEqual([]);
    expect(texts([verdict("thesis.28.now", none)], [verdict("thesis.28.now", 3)])).toEqual([
      "Claim 28 (Revised upward) is now tested: depends on definition",
    ]);
    expect(texts([verdict("thesis.28.now", 3)], [verdict("thesis.28.now", none)])).toEqual([
      "Claim 28 (Revised upward) cannot be tested any more: no revisions in the data",
    ]);
    expect(texts([verdict("thesis.28.now", none)], [verdict("thesis.28.now", none)])).toEqual([]);
  });

  it("another finding in words is material, though no figure moved far", () => {
    const pair = "Russell 2000 / S&P 500";
    const told = (headline: string) =>
      briefing([figure("a.b", "%", 5)], { pair, headline: `${headline} · ${pair}` });
    const { material, changes } = compareBriefings(told("Small-caps led"), told("Small-caps lagged"));
    expect(material).toBe(true);
    expect(changes.map(({ text }) => text)).toEqual(['The finding is another one: it was "Small-caps led"']);
  });

  it("nothing material is an answer", () => {
    for (const each of Object.values(EXAMPLE_BRIEFINGS) as readonly Briefing[])
      expect(compareBriefings(each, each)).toMatchObject({ material: false, changes: [] });
    expect(compareBriefings(briefing([]), briefing([])).summary).toBe(
      "Nothing material changed since the briefing of 20 Nov 2026",
    );
  });

  it.each<[Partial<Briefing>, string]>([
    [{ pair: "Other / Pair" }, "that was about Other / Pair"],
    [{ command: "valuation variant=all" }, 'that answered "valuation variant=all"'],
    [{ dataMode: EXAMPLE!.dataMode === "live" ? "sample" : "live" }, "data"],
  ])("does not compare with %o", (change, words) => {
    const { material, summary } = compareBriefings(briefing([], change), briefing([]));
    expect([material, summary]).toEqual([true, expect.stringContaining(words)]);
  });

  it("compares one question on two dates", () => {
    const dated = briefing([], { command: "valuation asof=2026-11-20" });
    expect(compareBriefings(dated, briefing([])).material).toBe(false);
  });
});
