import { describe, expect, it } from "vitest";
import { absent, isAbsent } from "../../src/briefing/value.ts";
import type { Datasets, Levels, PolicyDecision } from "../../src/market/datasets.ts";
import { ratecut } from "../../src/topics/ratecut.ts";
import { briefingOf, figureValue, folderOf, member, monthlyLevels } from "../support/folder-assistant.ts";

const flat = (count: number) => Array.from({ length: count }, () => 100);
const SMALL = member("small", "S", {
  price: 10,
  marketCap: 1e9,
  epsFy1: 1,
  epsFy2: 1,
  fy1End: "2026-06-30",
  epsTtm: 1,
});
const LARGE = member("large", "L", {
  price: 50,
  marketCap: 5e10,
  epsFy1: 2,
  epsFy2: 2,
  fy1End: "2026-06-30",
  epsTtm: 2,
});
const brief = async (datasets: Partial<Datasets>, line: string) => briefingOf(await folderOf(datasets), line);

/** Monthly levels with large flat: small alone decides every window. */
const against = (small: readonly number[], start = "2024-01"): Levels => ({
  small_total: monthlyLevels(start, small),
  large_total: monthlyLevels(start, flat(small.length)),
});

describe("the performance headline", () => {
  it("looks at every window of the table: the quarter to date alone may differ", async () => {
    // To Dec 2025: up over every window but the quarter to date and its equal, three months.
    const small = [...flat(12), ...flat(8).map((level) => level + 5), 120, 105, 106, 107];
    const { headline } = await brief({ levels: against(small) }, "performance");
    expect(headline).toMatch(/^Small-caps led .* over twelve months; over the quarter to date they lagged ·/);
    expect(headline).not.toContain("the same");
  });

  it("tells data that begin too late from data that have no close of the period yet", async () => {
    const folder = await folderOf({ levels: against(flat(24)) }); // January 2024 to December 2025
    const said = async (line: string) => {
      const { headline, figures } = await briefingOf(folder, line);
      const lead = figures.find(
        ({ key }) => key === `performance.${/window=(\w+)/.exec(line)?.[1]}.relative`,
      );
      expect(lead?.value).toMatchObject({ absent: "too_few_points" });
      expect(isAbsent(lead?.value) && headline.includes(lead.value.note), headline).toBe(true);
      return headline.replace(/ · .*/, "");
    };
    const over = (window: string) => `Small-caps against large-caps over ${window}`;
    expect(await said("performance window=ytd asof=2026-01-10")).toBe(
      `${over("the year to date")}: the data hold no close since the start of Jan 2026`,
    );
    expect(await said("performance window=mtd asof=2026-01-01")).toContain(
      "no close since the start of Jan 2026",
    );
    expect(await said("performance window=ytd asof=2024-06-30")).toBe(
      `${over("the year to date")}: the data hold no close at the end of Dec 2023`,
    );
    expect(await said("performance window=12m asof=2024-06-30")).toBe(
      `${over("twelve months")}: the data do not reach back 12 months`,
    );
  });

  it("says that there is no other window to compare", async () => {
    const { headline } = await brief({ levels: against([100, 101], "2025-10") }, "performance window=1m");
    expect(headline).toMatch(/^Small-caps led large-caps over one month; no other window to compare ·/);
  });
});

describe("the chart of the last twelve months", () => {
  it("needs data that reach back twelve months", async () => {
    const ids = async (months: number) =>
      (
        await brief({ levels: against(flat(months).map((level, at) => level + at)) }, "performance")
      ).charts.map(({ id }) => id);
    expect(await ids(12)).not.toContain("performance-year");
    expect(await ids(13)).toContain("performance-year");
  });
});

describe("valuation", () => {
  it("takes an absent reading for none, not for a contrary one", async () => {
    const rows = [SMALL, LARGE].map((row) => ({ ...row, epsTtm: null }));
    const briefing = await brief({ constituents: rows }, "valuation");
    expect(briefing.headline).toMatch(
      /^Small-caps trade below large-caps on all three definitions with a P\/E ·/,
    );
    expect(briefing.charts[0]?.title).toBe(briefing.headline.split(" · ")[0]);
  });

  it("says why there is nothing to compare", async () => {
    const briefing = await brief({ constituents: [SMALL] }, "valuation");
    expect(briefing.headline).toContain("cannot be compared, large has no covered member");
    const of = (key: string) => briefing.figures.find((each) => each.key === key)?.value;
    for (const count of ["valuation.large.members", "valuation.large.covered"])
      expect(of(count), count).toEqual({
        absent: "not_reported",
        note: "no member of the large side is known by the as-of date",
      });
    expect([of("valuation.small.members"), of("valuation.small.covered")]).toEqual([1, 1]);
    expect(briefing.notes.join()).not.toContain("not positive");
    expect(briefing.charts).toEqual([]);
  });

  it("says of how many months a percentile is, and dates a month by its end", async () => {
    const months = Array.from({ length: 130 }, (_, index) =>
      new Date(Date.UTC(2025, 12 - 130 + index, 1)).toISOString().slice(0, 7),
    );
    const valuationHistory = months.flatMap((month, index) =>
      (["large", "small"] as const).map((side) => ({
        month,
        index: side,
        variant: "aggExLoss",
        forwardPe: side === "large" ? 20 : 5 + index / 20,
      })),
    );
    const briefing = await brief({ constituents: [SMALL, LARGE], valuationHistory }, "valuation");
    const figure = briefing.figures.find(({ key }) => key === "valuation.percentile20y.aggExLoss");
    expect(figure?.n).toBe(130);
    expect(figure?.label).toContain("of up to 20 years");
    expect(briefing.notes.join("\n")).toContain("of up to 20 years (130 months)");
    const chart = briefing.charts.find(({ id }) => id === "valuation-gap-history");
    expect(chart?.kind === "line" && chart.series[0]?.points.at(-1)?.[0]).toBe("2025-12-31");
    // The line ends in its own month, whatever the table's day is: 5 + 129/20 = 11.45 of 20.
    expect(chart?.kind === "line" && chart.series[0]?.name).toMatch(/, Dec 2025$/);
    expect(chart?.alt).toContain(", Dec 2025: \u221242.8%, from Mar 2015 on.");
    expect(chart?.alt).toContain("The members, not drawn, on 31 Dec 2025:");
  });

  it("is withheld when the constituents are overdue", async () => {
    const datasets = { constituents: [SMALL, LARGE] };
    const fresh = await brief(datasets, "valuation asof=2026-06-19");
    expect(isAbsent(figureValue(fresh, "valuation.discount.median"))).toBe(false);
    const stale = await brief(datasets, "valuation asof=2026-06-20");
    expect(figureValue(stale, "valuation.discount.median")).toMatchObject({ absent: "stale" });
    expect(stale.headline).toContain("withheld, the data end on 31 Dec 2025");
    expect(stale.caveats[0]).toMatch(/^Withheld: P\/E/);
    expect(stale.charts).toEqual([]);
  });
});

const change = (announced: string, changeBp: number): PolicyDecision => ({
  announced,
  effective: announced,
  changeBp,
  targetUpper: 4,
  scheduled: true,
});
const DECISIONS = [
  change("2001-01-03", -50),
  change("2001-03-20", -50),
  change("2004-06-30", 25),
  change("2007-09-18", -50),
  change("2015-12-16", 25),
  change("2019-07-31", -25),
  change("2022-03-16", 25),
  change("2024-09-18", -25),
];
const wave = Array.from({ length: 311 }, (_, at) => 100 + 20 * Math.sin(at / 9) + at);
const LEVELS: Levels = {
  small_total: monthlyLevels("2000-01", wave),
  large_total: monthlyLevels(
    "2000-01",
    wave.map((_, at) => 100 + at),
  ),
};
const texts = (answer: Pick<Awaited<ReturnType<typeof briefingOf>>, "notes" | "charts" | "figures">) =>
  [
    ...answer.notes,
    ...answer.charts.flatMap(({ title, alt }) => [title, alt]),
    ...answer.figures.map(({ label }) => label),
  ].join("\n");

describe("ratecut", () => {
  const datasets = { levels: LEVELS, policyDecisions: DECISIONS };

  it("states in every definition where the sample starts", async () => {
    const briefing = await brief(datasets, "ratecut since=2005");
    for (const { key, definition } of briefing.figures) expect(definition, key).toMatch(/since 1 Jan 2005/);
    const first = briefing.figures.find(({ key }) => key === "ratecut.first.12m.mean");
    expect(first?.definition).toContain("the first of the sample from 1 Jan 1990 counts as first");
    const older = await brief(datasets, "ratecut since=1985");
    expect(older.figures.find(({ key }) => key === "ratecut.first.12m.mean")?.definition).toContain(
      "the first of the sample from 1 Jan 1985 counts as first",
    );
  });

  it("says of a cycle that began before the sample that only its later cuts count", async () => {
    const briefing = await brief(datasets, "ratecut since=2001-02");
    const cycle = briefing.figures.find(({ key }) => key === "ratecut.cycle.2001.12m.mean");
    expect(cycle?.definition).toContain("its cuts since 1 Feb 2001");
    expect(briefing.tables[1]?.rows[0]?.label).toBe("2001 (1 cut since 1 Feb 2001)");
  });

  it("calls a cycle this one only while the data are fresh", async () => {
    const fresh = await brief(datasets, "ratecut asof=2025-12-10");
    expect(texts(fresh)).toContain("This cycle");
    expect(fresh.caveats.join(" ")).toContain("the last of 18 Sep 2024;");
    const stale = await brief(datasets, "ratecut asof=2026-11-20");
    expect(stale.notes.join()).not.toContain("This cycle");
    expect(stale.charts.map(({ title }) => title).join()).not.toContain("This cycle");
    expect(figureValue(stale, "ratecut.thisCycle.12m.relative")).toMatchObject({ absent: "stale" });
    expect(figureValue(stale, "ratecut.all.12m.mean")).toBeTypeOf("number");
    expect(stale.caveats[0]).toMatch(/^Withheld: where the latest cycle of cuts stands/);
  });

  it("calls it the latest known one where later decisions may be missing", () => {
    const source = (completeTo?: string) => ({
      provider: "p",
      dataset: "d",
      asOf: "2025-11-30",
      retrievedAt: "2026-01-05",
      licence: "l",
      contentHash: "h",
      ...(completeTo ? { completeTo } : {}),
    });
    const ask = (completeTo: string) =>
      ratecut.answer(
        {
          levels: { data: LEVELS, source: source() },
          decisions: { data: DECISIONS, source: source(completeTo) },
          other: absent("unavailable", "not asked for"),
        },
        { cycle: "all", basis: "auto", since: "1990-01-01", exclude: null },
        { label: "A / B", small: "A", large: "B" },
        "2025-12-10",
      );
    expect(texts(ask("2025-12-10"))).toContain("This cycle");
    const known = texts(ask("2025-12-09"));
    expect(known).not.toContain("This cycle");
    expect(known).toContain("Latest known cycle (2024)");
  });
});

describe("performance", () => {
  it("withholds each window by its own series", async () => {
    const days = Array.from({ length: 500 }, (_, at) =>
      new Date(Date.UTC(2025, 11, 10) - (499 - at) * 86_400_000).toISOString().slice(0, 10),
    ).filter((date) => ![0, 6].includes(new Date(date).getUTCDay()));
    const price = (slope: number) => days.map((date, at) => ({ date, value: 100 + at * slope }));
    const levels = { ...LEVELS, small_price: price(1), large_price: price(0.5) };
    const at = async (asOf: string) => brief({ levels }, `performance asof=${asOf}`);
    const fresh = await at("2025-12-15");
    for (const window of ["1d", "mtd", "12m"])
      expect(figureValue(fresh, `performance.${window}.relative`), window).toBeTypeOf("number");
    const half = await at("2025-12-16");
    expect(figureValue(half, "performance.1d.relative")).toMatchObject({ absent: "stale" });
    expect(figureValue(half, "performance.volatility252d.small")).toMatchObject({ absent: "stale" });
    expect(figureValue(half, "performance.12m.relative")).toBeTypeOf("number");
    const old = await at("2026-11-20");
    expect(old.headline).toContain("withheld, the data end on 30 Nov 2025");
    expect(figureValue(old, "performance.discrete12m.1.small")).toBeTypeOf("number");
    expect(old.charts.map(({ id }) => id)).toEqual(["performance-history", "performance-discrete"]);
  });

  it("names the as-of date first where the data begin later", async () => {
    const refused = brief({ levels: LEVELS }, "performance asof=1999-01-01");
    await expect(refused).rejects.toMatchObject({
      message: expect.stringContaining("begin only after the as-of date, 1 Jan 1999"),
      hint: expect.stringMatching(/^choose a later as-of date/),
    });
  });
});
