import { describe, expect, it } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import { clientCopy } from "../../src/briefing/client-copy.ts";
import { briefingCsv } from "../../src/briefing/csv.ts";
import { frameOf } from "../../src/briefing/frame.ts";
import { explainable } from "../../src/briefing/readings.ts";
import type { Datasets } from "../../src/market/datasets.ts";
import { mergeBriefings } from "../../src/topics/merge.ts";
import { EXAMPLE_BRIEFINGS } from "../support/example-briefings.ts";
import { assistantOn, briefingOf, folderOf, member, monthlyLevels } from "../support/folder-assistant.ts";

const { valuation, ratecut } = EXAMPLE_BRIEFINGS as Readonly<Record<string, Briefing>>;
const PERFORMANCE = { title: "Performance", briefing: { ...valuation!, asOf: "2026-11-19" } };
const RATES = { title: "Rate cuts", briefing: ratecut! };

/** Steadily rising and a little uneven, so that every window has a value. */
const climb = (months: number, step: number) =>
  Array.from({ length: months }, (_, i) => 100 * (1 + step) ** i * (1 + 0.01 * ((i * 7) % 5)));
const LEVELS: Datasets["levels"] = {
  small_total: monthlyLevels("2018-01", climb(96, 0.008)),
  large_total: monthlyLevels("2018-01", climb(96, 0.01)),
};
const CUT = {
  announced: "2019-07-31",
  effective: "2019-08-01",
  changeBp: -25,
  targetUpper: 2.25,
  scheduled: true,
};
const RECESSION = [{ peak: "2020-02", trough: "2020-04" }];
const MEMBERS = [
  member("small", "A", { price: 10, shares: 1e6, marketCap: 1e7, epsTtm: 1 }),
  member("small", "B", { price: 10, shares: 1e6, marketCap: 1e7, epsTtm: -0.5 }),
  member("large", "C", { price: 20, shares: 1e6, marketCap: 2e7, epsTtm: 1 }),
];
const everything = () =>
  folderOf({ levels: LEVELS, policyDecisions: [CUT], recessions: RECESSION, constituents: MEMBERS });

describe("a briefing of several topics", () => {
  it("holds every figure, table, chart, note, caveat and source of its parts, and leads with the first", async () => {
    const dir = await everything();
    const names = ["valuation", "performance", "ratecut"];
    const [merged, ...parts] = await Promise.all([
      briefingOf(dir, `brief topics=${names.join(",")}`),
      ...names.map((name) => briefingOf(dir, name)),
    ]);
    expect(merged.headline).toBe(parts[0]!.headline);
    expect(merged.headline.split(merged.pair)).toHaveLength(2);
    expect(merged.command).toBe("brief topics=valuation,performance,ratecut");
    expect(merged.figures).toEqual(parts.flatMap(({ figures }) => figures));
    expect(new Set(merged.figures.map(({ key }) => key)).size).toBe(merged.figures.length);
    expect(merged.tables.map(({ title }) => title.split(" · ")[0])).toEqual([
      "Valuation",
      "Performance",
      "Rate cuts",
      "Performance",
      "Rate cuts",
    ]);
    expect(merged.tables.flatMap(({ rows }) => rows)).toHaveLength(
      parts.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows)).length,
    );
    const charts = parts.flatMap((part) => part.charts.map(({ id }) => id));
    expect(merged.charts.map(({ id }) => id).toSorted()).toEqual(charts.toSorted());
    expect(merged.charts[0]!.id).toBe(parts[0]!.charts[0]!.id);
    expect(new Set(merged.charts.map(({ id }) => id)).size).toBe(charts.length);
    expect(new Set(merged.caveats)).toEqual(new Set(parts.flatMap(({ caveats }) => caveats)));
    expect(merged.caveats).toHaveLength(new Set(merged.caveats).size);
    for (const note of parts.flatMap(({ notes }) => notes)) expect(merged.notes).toContain(note);
    for (const source of parts.flatMap(({ sources }) => sources))
      expect(merged.sources).toContainEqual(source);
    const [, performance, ratecut] = parts;
    for (const [title, part] of [
      ["Performance", performance!],
      ["Rate cuts", ratecut!],
    ] as const) {
      const found = `${title} · ${part.headline.replace(` · ${part.pair}`, "")} (${part.subtitle})`;
      expect(merged.notes.filter((note) => note === found)).toHaveLength(1);
    }
  });

  it("is the same bytes when its command is typed again, and another when another topic leads", async () => {
    const dir = await everything();
    const json = async (line: string) => JSON.stringify(await briefingOf(dir, line));
    const bare = await briefingOf(dir, "brief");
    expect(bare.command).toMatch(/^brief topics=performance,valuation,ratecut(,\w+)*$/);
    expect(await json(bare.command)).toBe(JSON.stringify(bare));
    const sloppily = bare.command.replace("brief topics=performance,", "BRIEF Topics = Performance , ");
    expect(await json(`${sloppily},performance`)).toBe(JSON.stringify(bare));
    const dated = await briefingOf(dir, "brief topics=ratecut,performance asof=2025-06-30");
    expect(dated.command).toBe("brief topics=ratecut,performance asof=2025-06-30");
    expect(await json(dated.command)).toBe(JSON.stringify(dated));
    const turned = await briefingOf(dir, "brief topics=performance,ratecut asof=2025-06-30");
    expect(turned.id).not.toBe(dated.id);
  });

  it("leaves out what cannot be answered, says so with the remedy, and asks by default for the rest alone", async () => {
    const dir = await folderOf({ levels: LEVELS, recessions: RECESSION });
    const asked = await briefingOf(dir, "brief topics=valuation,performance");
    expect(asked.headline).toBe((await briefingOf(dir, "performance")).headline);
    expect(asked.notes[0]).toBe("Left out: valuation (the caveats say why)");
    expect(asked.caveats[0]).toMatch(
      /^Left out: valuation \(valuation needs constituents, which is not in the data at hand\)\. Add constituents\.csv .+\.$/,
    );
    expect(asked.command).toBe("brief topics=valuation,performance");
    const bare = await briefingOf(dir, "brief");
    expect(bare.command).toBe("brief topics=performance");
    expect(bare.notes.join()).not.toContain("Left out");
  });

  it("says of the usual topics what is not among them for want of data, and what nobody asked for", async () => {
    const dir = await folderOf({ levels: LEVELS, recessions: RECESSION });
    const bare = await briefingOf(dir, "brief");
    // Levels and recessions answer performance, recovery and volatility; all else needs another file.
    expect(bare.notes.at(-1)).toBe(
      "Not in this briefing: valuation, rate cuts, size premium, debt, analyst coverage, universe, earnings, deals, regime, risks, calendar (no data at hand; a bare command says what each needs); recoveries, volatility (not asked for: `brief topics=recovery,volatility`)",
    );
    const copy = clientCopy(bare);
    expect("refused" in copy ? "" : copy.paragraph).not.toContain("Not in this briefing");
    const chosen = await briefingOf(dir, "brief topics=performance,volatility");
    expect(chosen.notes.join("\n")).not.toContain("Not in this briefing");
    const failed = await briefingOf(dir, "brief topics=performance,valuation");
    expect(failed.notes.at(-1)).not.toMatch(/Not in this briefing: .*valuation/);
  });

  it("fails as its first topic does where none can be answered", async () => {
    const dir = await folderOf({ recessions: RECESSION });
    const assistant = await assistantOn(dir);
    await expect(assistant.answer("brief topics=valuation,performance")).rejects.toThrow(
      "valuation needs constituents",
    );
    await expect(assistant.answer("brief")).rejects.toThrow("performance needs levels");
  });

  it("leaves out a topic whose file is at fault, with what is wrong in it", async () => {
    const dir = await folderOf({ levels: LEVELS, constituents: MEMBERS, recessions: RECESSION });
    const { appendFile } = await import("node:fs/promises");
    await appendFile(`${dir}/constituents.csv`, "not a row\n");
    const merged = await briefingOf(dir, "brief topics=performance,valuation");
    expect(merged.caveats[0]).toContain("Left out: valuation (constituents.csv");
    expect(merged.figures.every(({ key }) => key.startsWith("performance."))).toBe(true);
  });

  it("explains a number of it by the topic that it is of", async () => {
    const assistant = await assistantOn(await everything());
    const answer = await assistant.answer(
      "explain performance.12m.small topics=valuation,performance asof=2025-12-31",
    );
    const alone = await assistant.answer("explain performance.12m.small asof=2025-12-31");
    expect(answer).toEqual(alone);
    await expect(assistant.answer("explain performance.12m.small topics=nothing")).rejects.toThrow(
      'there is no topic "nothing"',
    );
  });

  it("offers the numbers of every topic for explanation, as many of each where not all have room", async () => {
    const merged = await briefingOf(await everything(), "brief topics=performance,valuation,ratecut");
    const keys = explainable(merged, 12).map(({ key }) => key.split(".")[0]);
    expect(keys).toEqual([
      ...Array(4).fill("performance"),
      ...Array(4).fill("valuation"),
      ...Array(4).fill("ratecut"),
    ]);
    const alone = await briefingOf(await everything(), "valuation");
    expect(explainable(alone, 100).map(({ key }) => key)).toEqual(
      alone.tables[0]!.rows.flatMap(({ cells }) => cells),
    );
  });

  it("leads with the first topic whose numbers are not withheld, in the order asked otherwise", async () => {
    const dir = await folderOf({ levels: LEVELS, policyDecisions: [CUT], recessions: RECESSION });
    const [merged, ratecut] = await Promise.all([
      briefingOf(dir, "brief topics=performance,ratecut asof=2026-11-20"),
      briefingOf(dir, "ratecut asof=2026-11-20"),
    ]);
    expect(merged.headline).toBe(ratecut.headline);
    expect(merged.command).toBe("brief topics=performance,ratecut asof=2026-11-20");
    expect(merged.notes.join("\n")).toContain(
      "Performance · Small-caps against large-caps over twelve months: withheld",
    );
    expect(merged.caveats.join("\n")).toContain("Withheld: ");
  });

  it("says where its parts are about different pairs or dates", () => {
    const other = {
      ...ratecut!,
      pair: "Small fund / large fund",
      headline: "A finding · Small fund / large fund",
    };
    const merged = mergeBriefings(
      "brief topics=a,b",
      [PERFORMANCE, { title: "Rate cuts", briefing: other }],
      [],
    );
    expect(merged.caveats[0]).toBe(
      `The parts are about different pairs: performance: ${valuation!.pair}; rate cuts: Small fund / large fund.`,
    );
    expect(merged.caveats[1]).toBe(
      "The parts are as of different dates: performance: 19 Nov 2026; rate cuts: 31 Oct 2026.",
    );
    expect(merged.notes).toContain(
      `Rate cuts · A finding (${ratecut!.subtitle} · Small fund / large fund · as of 31 Oct 2026)`,
    );
  });

  it("burns into each picture the sources of its own part alone", () => {
    const merged = mergeBriefings("brief topics=a,b", [PERFORMANCE, RATES], []);
    const lines = merged.charts.map((chart) => frameOf(merged, chart).sourceLine);
    expect(lines[0]).toContain("FactSet");
    expect(lines[0]).not.toContain("Federal Reserve");
    expect(lines[1]).toContain("Federal Reserve");
    expect(lines[1]).not.toContain("FactSet");
  });

  it("goes to a client and into a file with the findings, caveats and sources of all parts", () => {
    const whole = mergeBriefings("brief topics=a,b", [PERFORMANCE, RATES], []);
    expect(clientCopy(whole)).toMatchObject({ refused: expect.stringContaining("forbids exporting it") });
    const merged = { ...whole, sources: whole.sources.map((each) => ({ ...each, licence: "internal use" })) };
    const copy = clientCopy(merged);
    if ("refused" in copy) throw new Error(copy.refused);
    expect(copy.paragraph).toContain("which cuts you count decides the sign");
    for (const caveat of merged.caveats) expect(copy.disclosures).toContain(caveat);
    expect(copy.source).toContain("Federal Reserve");
    const csv = briefingCsv(merged);
    for (const { key } of merged.figures) expect(csv).toContain(`\r\n${key},`);
  });
});
