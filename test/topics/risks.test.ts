import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatFigure } from "../../src/briefing/format.ts";
import type { Datasets, MacroSeries } from "../../src/market/datasets.ts";
import { addDays } from "../../src/maths/calendar.ts";
import { FIGURES, thresholdsOf } from "../../src/topics/risks-figures.ts";
import { triggerOf } from "../../src/topics/risks-table.ts";
import { marketData, noMarketData } from "../data/shared-market-data.ts";
import { weekdays } from "../maths/build.ts";
import { briefingOf, figureValue, folderOf, monthlyLevels, numberOf } from "../support/folder-assistant.ts";

type Macro = Datasets["macro"];
const series = (name: MacroSeries, rows: readonly (readonly [date: string, value: number])[]): Macro =>
  rows.map(([date, value]) => ({ date, series: name, value, vintage: null }));
const inOrder = (...lists: readonly Macro[]): Macro =>
  lists.flat().sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
const decision = (announced: string, changeBp: number, targetUpper: number) => ({
  announced,
  effective: announced,
  changeBp,
  targetUpper,
  scheduled: true,
});
const LEVELS: Datasets["levels"] = {
  small_total: monthlyLevels("2025-01", [100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110]),
  large_total: monthlyLevels(
    "2025-01",
    Array.from({ length: 11 }, () => 100),
  ),
};
const ASKED = "2025-12-03";
const on = async (datasets: Partial<Datasets>, line = `risks asof=${ASKED}`) =>
  briefingOf(await folderOf({ levels: LEVELS, ...datasets }), line);

/** One a month to November 2025, or so many months later. */
const months = (values: readonly number[], later = 0): readonly (readonly [string, number])[] =>
  values.map((value, at) => [
    new Date(Date.UTC(2025, 11 + later - values.length + at, 1)).toISOString().slice(0, 10),
    value,
  ]);
/** Published on the 10th of the next month, as it would have been without the lapse in appropriations. */
const onTime = (rows: Datasets["macro"]): Datasets["macro"] =>
  rows.map((row) => {
    const [year = 0, month = 0] = row.date.split("-").map(Number);
    return { ...row, vintage: new Date(Date.UTC(year, month, 10)).toISOString().slice(0, 10) };
  });

describe("risks, by pencil", () => {
  it("reads each trigger, its room and its place", async () => {
    const briefing = await on({
      macro: inOrder(
        // To November: known from 10 December on, so October is the last print; two of 0.5 fire.
        onTime(series("sahm", months([0.1, 0.5, 0.5, 0.2]))),
        series("vix", [
          ["2025-12-01", 31],
          ["2025-12-02", 29.9],
          ["2025-12-03", 25],
        ]),
        series("treasury_2y", [
          ["2025-12-01", 4.25],
          ["2025-12-02", 4.3],
        ]),
        series("treasury_10y", [
          ["2025-12-01", 4],
          ["2025-12-02", 4],
        ]),
        series("treasury_3m", [
          ["2025-12-01", 4.05],
          ["2025-12-02", 4.1],
        ]),
      ),
      policyDecisions: [decision("2025-07-30", 25, 4), decision("2025-10-29", -25, 3.75)],
    });
    expect(numberOf(briefing, "risks.sahm.value")).toBe(0.5);
    expect(numberOf(briefing, "risks.sahm.distance")).toBe(0);
    expect(numberOf(briefing, "risks.sahm.state")).toBe(2);
    expect(numberOf(briefing, "risks.sahm.position")).toBe(1);
    // 31, then inside: one print beyond thirty is a warning, not a firing.
    expect(numberOf(briefing, "risks.vix.state")).toBe(1);
    expect(numberOf(briefing, "risks.vix.distance")).toBe(5);
    expect(numberOf(briefing, "risks.vix.position")).toBeCloseTo((25 - 20.65) / 9.35, 9);
    // Over the target's 3.75: 50 and 55 bp, two prints.
    expect(numberOf(briefing, "risks.twoYear.value")).toBe(55);
    expect(numberOf(briefing, "risks.twoYear.state")).toBe(2);
    expect(numberOf(briefing, "risks.curve.value")).toBe(-10);
    expect(numberOf(briefing, "risks.curve.state")).toBe(1);
    expect(figureValue(briefing, "risks.curve.distance")).toMatchObject({ absent: "not_meaningful" });
    expect(numberOf(briefing, "risks.policyRise.state")).toBe(0);
    // One of the two it takes has fired, and four others could.
    expect(figureValue(briefing, "risks.condition.downturn.state")).toMatchObject({
      absent: "unavailable",
      note: "it takes two fired triggers: one of those known has, and four not known could",
    });
    // The Sahm rule: the curve is known as well, and only ever warns.
    expect(numberOf(briefing, "risks.condition.downturn.known")).toBe(1);
    const rows = briefing.tables.flatMap((table) => table.rows.map(({ label }) => label));
    expect(rows).toContain("Sahm rule: fired (warns at 0.30, fires at 0.50 pp)");
    expect(rows).toContain("Volatility index (VIX): warning (warns at 20.65, fires at 30.00 points)");
    expect(rows).toContain("2-year yield over the target: fired (warns at 25 bp, fires at 50 bp)");
    expect(thresholdsOf(triggerOf("policyUncertainty"))).toBe("warns at 80th, fires at 90th percentile");
    expect(thresholdsOf(triggerOf("stress"))).toBe("fires at 0.00 standard deviations");
    const room = FIGURES["risks.policyUncertainty.distance"];
    expect(room?.measuredIn?.({})).toBe("points of the percentile");
    expect(numberOf(briefing, "risks.condition.hawkish.state")).toBe(2);
    expect(figureValue(briefing, "risks.condition.uncertainty.state")).toMatchObject({
      absent: "unavailable",
      note: "it takes two fired triggers: none of those known has, and four not known could",
    });
    expect(briefing.headline).toMatch(
      /^What would break the case: hawkish Fed has fired; nearest: volatility index \(VIX\); not known from these data: US downturn and global uncertainty ·/,
    );
    // Small 107 to 110 over the three months to November, large flat.
    expect(numberOf(briefing, "risks.outcome.3m.relative")).toBeCloseTo(100 * (110 / 107 - 1), 9);
  });

  it("makes the Sahm rule from unemployment, a month that was never published bridged", async () => {
    // Means of three: 4 in the twelve months before, then (4 + 4.6 + 4.9) / 3 = 4.5.
    const flat = Array.from({ length: 14 }, () => 4);
    // February, the 9, comes on 6 March 2026.
    const rows = months([...flat, 4, 4.6, 4.9, 9], 3).filter(([date]) => date !== "2025-04-01");
    const briefing = await on({ macro: series("unemployment_rate", rows) }, "risks asof=2026-03-05");
    expect(numberOf(briefing, "risks.sahm.value")).toBe(0.5);
    const figure = briefing.figures.find(({ key }) => key === "risks.sahm.value");
    expect(figure?.definition).toContain("made from the unemployment rate as revised");
  });

  it("sets claims against their 52-week low, oil against three months before", async () => {
    const week = (at: number) => new Date(Date.UTC(2025, 10, 22) - (59 - at) * 7 * 86_400_000);
    const claims = Array.from(
      { length: 60 },
      (_, at) => [week(at).toISOString().slice(0, 10), at < 56 ? 200 : 250] as const,
    );
    const briefing = await on({
      macro: inOrder(
        series("initial_claims", claims),
        series("oil_wti", [
          ["2025-09-01", 60],
          ["2025-09-02", 64],
          ["2025-12-01", 72],
          ["2025-12-02", 72],
        ]),
      ),
    });
    expect(numberOf(briefing, "risks.claims.value")).toBeCloseTo(25, 9);
    // One week before the mean was 237.5, 18.75 % up: a single print beyond twenty.
    expect(numberOf(briefing, "risks.claims.state")).toBe(1);
    expect(numberOf(briefing, "risks.oil.value")).toBeCloseTo(12.5, 9);
  });

  it("places policy uncertainty among ten years of its own means", async () => {
    const days = Array.from({ length: 3_700 }, (_, at) =>
      new Date(Date.UTC(2025, 11, 2) - (3_699 - at) * 86_400_000).toISOString().slice(0, 10),
    );
    const macro = series(
      "policy_uncertainty",
      days.map((date, at) => [date, at + 1] as const),
    );
    const briefing = await on({ macro });
    // It only ever rose: all other means of the window of 3,652 lie below.
    expect(numberOf(briefing, "risks.policyUncertainty.value")).toBeCloseTo(100 * (3651.5 / 3652), 6);
    expect(numberOf(briefing, "risks.policyUncertainty.state")).toBe(2);
    // Points of the percentile, ninety less it: no count, which would round to whole ones.
    const room = briefing.figures.find(({ key }) => key === "risks.policyUncertainty.distance");
    expect(room?.value).toBeCloseTo(90 - 100 * (3651.5 / 3652), 6);
    expect(room && formatFigure(room)).toBe("\u221210.0");
  });
});

describe("risks on missing and overdue data", () => {
  it("tells data that are too short from data that are not there", async () => {
    const days = weekdays("2025-01-01", "2025-12-01");
    const briefing = await on({
      macro: series(
        "policy_uncertainty",
        days.map((date) => [date, 100] as const),
      ),
    });
    expect(figureValue(briefing, "risks.policyUncertainty.value")).toEqual({
      absent: "too_few_points",
      note: "the data hold too little of it: one print takes ten years and a month of the daily index",
    });
    expect(figureValue(briefing, "risks.oil.value")).toMatchObject({ absent: "unavailable" });
    const [missing = "", short] = briefing.notes.filter((note) => note.includes("in the data"));
    expect(missing).toMatch(/^Not in the data: .*Initial claims.*Oil over three months/);
    expect(missing).not.toContain("Policy uncertainty");
    expect(short).toBe(
      "Too little in the data: Policy uncertainty (one print takes ten years and a month of the daily index)",
    );
    const figure = briefing.figures.find(({ key }) => key === "risks.policyUncertainty.value");
    expect(figure?.definition).toMatch(/^Too little of it in the data\. It warns at 80/);
  });

  const weekly = (name: MacroSeries, value: number) =>
    series(name, [
      ["2025-11-14", value],
      ["2025-11-21", value],
    ]);

  it("says which month has no unemployment rate, and that the one before stands in for it", async () => {
    // 4.0 but in 2026; of October 2025, which was never published, that of September is taken.
    const rates = Array.from({ length: 20 }, (_, at): readonly [string, number] => [
      new Date(Date.UTC(2024, 8 + at, 1)).toISOString().slice(0, 10),
      at < 16 ? 4 : 4.3,
    ]);
    const published = rates.filter(([date]) => date !== "2025-10-01");
    const asked = "risks asof=2026-05-20";
    const holed = await on({ macro: series("unemployment_rate", published) }, asked);
    // February to April at 4.3, the lowest mean before at 4.
    expect(numberOf(holed, "risks.sahm.value")).toBeCloseTo(0.3, 9);
    expect(holed.caveats).toContain(
      "Sahm rule: the data hold no value of Oct 2025; that of the month before is carried forward.",
    );
    expect(holed.figures.find(({ key }) => key === "risks.sahm.value")?.definition).toContain(
      "a single month that is missing takes the value of the month before",
    );
    const backtest = await on(
      { macro: series("unemployment_rate", published) },
      "risks backtest=sahm asof=2026-05-20",
    );
    expect(backtest.caveats.join("\n")).toContain("the data hold no value of Oct 2025");
    const whole = await on({ macro: series("unemployment_rate", rates) }, asked);
    expect(whole.caveats.join("\n")).not.toContain("carried forward");
    // April's print is made of fifteen months, from February 2025 on.
    const early = series(
      "unemployment_rate",
      rates.filter(([date]) => date !== "2025-01-01"),
    );
    expect((await on({ macro: early }, asked)).caveats.join("\n")).not.toContain("carried forward");
  });

  it("defines the whole rule of each trigger: what begins a state, and what ends it", async () => {
    const briefing = await on({ macro: series("vix", [["2025-12-02", 15]]) });
    const ruleOf = (name: string) =>
      briefing.figures
        .find(({ key }) => key === `risks.${name}.value`)
        ?.definition.replace(/^.*?\. It /, "It ");
    // A fifth of the way from 20.65 to 30 is 1.87.
    expect(ruleOf("vix")).toBe(
      "It warns at 20.65, fires at 30.00 index points (above). One print beyond its first threshold warns, one more than 1.87 inside it ends a warning. Two prints in a row beyond the second fire, two in a row more than 1.87 inside it end that.",
    );
    expect(ruleOf("curve")).toBe(
      "It warns at 0 bp, never fires (strictly below). One print beyond its threshold warns, one more than 10 inside it ends a warning.",
    );
    expect(ruleOf("stress")).toBe(
      "It fires at 0.00 standard deviations (strictly above). One print beyond its threshold warns, one more than 0.10 inside it ends a warning. Two prints in a row beyond it fire, two in a row more than 0.10 inside it end that.",
    );
    expect(ruleOf("policyRise")).toBe(
      "It fires at once, at any rise; the next change that is no rise ends that.",
    );
    expect(briefing.caveats[0]).toContain(
      "warns on one print and fires on two in a row (a rise in the target at once); a warning ends on one print well back inside its threshold, a firing on two in a row",
    );
  });

  it("says that one more print fires what stands beyond its threshold for the first time", async () => {
    const vix = (...last: readonly number[]) =>
      on({
        macro: inOrder(
          series(
            "vix",
            last.map((value, at) => [`2025-12-0${at + 1}`, value] as const),
          ),
          // 55 bp over the target on both days: a condition that is known, by a trigger that has fired.
          series("treasury_2y", [
            ["2025-12-01", 4.3],
            ["2025-12-02", 4.3],
          ]),
        ),
        policyDecisions: [decision("2025-10-29", -25, 3.75)],
      });
    const first = await vix(25, 30);
    expect(first.headline).toContain("; nearest: volatility index (VIX), one print from firing");
    expect(first.notes).toContain(
      "Beyond its threshold: Volatility index (VIX) at 30.00 (warns at 20.65, fires at 30.00 index points); one more such print fires it",
    );
    const short = await vix(25, 29.99);
    expect(short.notes.join("\n")).toContain("Nearest to firing: Volatility index (VIX) at 29.99");
    expect(short.headline).not.toContain("one print from firing");
    expect((await vix(30, 30)).notes.join("\n")).toMatch(/Fired: .*Volatility index \(VIX\)/);
    // Equal to its threshold is not beyond it where the rule says "above".
    const calm = await on({ macro: weekly("nfci", 0) });
    expect(calm.notes.join("\n")).toContain("Nearest to firing: Financial conditions (NFCI)");
  });

  it("says which target the two-year yield stands against", async () => {
    const decided = (last: string) =>
      on({
        macro: series("treasury_2y", [
          ["2025-11-28", 4],
          ["2025-12-01", 4.1],
        ]),
        policyDecisions: [decision("2025-09-17", -25, 4), decision(last, -25, 3.75)],
      });
    const definitionOf = (briefing: Awaited<ReturnType<typeof on>>) =>
      briefing.figures.find(({ key }) => key === "risks.twoYear.value")?.definition;
    // Decided on the day after the print: 4.10 stands over the 4.00 of its own day.
    const after = await decided("2025-12-02");
    expect(numberOf(after, "risks.twoYear.value")).toBe(10);
    expect(definitionOf(after)).toContain(
      "the Fed's target as announced by that day, 4.00% since 17 Sep 2025.",
    );
    expect(after.caveats).toContain(
      "2-year yield over the target: the print of 1 Dec 2025 stands against the target of that day, 4.00% since 17 Sep 2025; the decision of 2 Dec 2025 came after it.",
    );
    const before = await decided("2025-12-01");
    expect(numberOf(before, "risks.twoYear.value")).toBe(35);
    expect(definitionOf(before)).toContain("3.75% since 1 Dec 2025.");
    expect(before.caveats.join(" ")).not.toContain("came after it");
  });

  it("says in the picture why what has fired may stand short of its threshold", async () => {
    const twoYear = (last: number) =>
      on({
        macro: series("treasury_2y", [
          ["2025-11-28", 4.3],
          ["2025-12-01", 4.3],
          ["2025-12-02", last],
        ]),
        policyDecisions: [decision("2025-10-29", -25, 3.75)],
      });
    const words = "What fired ends only after two prints well inside its threshold.";
    // 55 bp twice fires; 48 bp is short of 50 and not yet well inside.
    expect((await twoYear(4.23)).charts[0]?.footnote).toContain(words);
    expect((await twoYear(4.3)).charts[0]?.footnote).not.toContain(words);
  });

  it("keeps proper names where it withholds them", async () => {
    const macro = inOrder(
      series("sahm", months([0.1, 0.1, 0.1])),
      series("vix", [
        ["2025-12-01", 31],
        ["2025-12-02", 30],
      ]),
    );
    const briefing = await on({ macro }, "risks asof=2026-06-20");
    const withheld = briefing.caveats.filter((each) => each.startsWith("Withheld: ")).join("\n");
    expect(withheld).toContain("Withheld: Sahm rule.");
    expect(withheld).toContain("Withheld: volatility index (VIX).");
  });

  it("withholds an overdue trigger, and counts it among none", async () => {
    const days = weekdays("2025-09-01", "2025-11-14");
    const macro = inOrder(
      series(
        "high_yield_spread",
        days.map((date) => [date, 6] as const),
      ),
      series(
        "vix",
        weekdays("2025-11-03", ASKED).map((date) => [date, 35] as const),
      ),
      series("stress_index", [
        ["2025-11-14", 0.5],
        ["2025-11-21", 0.6],
      ]),
    );
    const briefing = await on({ macro });
    expect(figureValue(briefing, "risks.highYield.value")).toMatchObject({ absent: "stale" });
    expect(briefing.caveats[0]).toContain("Withheld: high-yield spread");
    expect(numberOf(briefing, "risks.condition.downturn.fired")).toBe(0);
    expect(numberOf(briefing, "risks.condition.downturn.known")).toBe(0);
    expect(numberOf(briefing, "risks.condition.uncertainty.state")).toBe(2);
    expect(briefing.headline).toContain("global uncertainty has fired");
    expect(briefing.headline).toContain("not known from these data: US downturn and hawkish Fed");
    const [gauges] = briefing.charts;
    expect(gauges?.kind === "gauges" && gauges.rows.map(({ label }) => label)).toEqual([
      "Financial stress index",
      "Volatility index (VIX)",
    ]);
  });

  it("says of one print that there are too few, and invents nothing", async () => {
    const briefing = await on({ macro: series("vix", [[ASKED, 50]]) });
    expect(numberOf(briefing, "risks.vix.state")).toBe(1);
    expect(briefing.headline).toMatch(
      /^What would break the case: the one known trigger has not fired; too few to tell any condition ·/,
    );
    expect(figureValue(briefing, "risks.geopolitical.value")).toMatchObject({ absent: "unavailable" });
  });

  it("calls a condition quiet only where the unknown triggers could not fire it", async () => {
    const calm = (name: MacroSeries, value: number) =>
      series(name, [
        ["2025-12-02", value],
        ["2025-12-03", value],
      ]);
    const policyDecisions = [decision("2025-10-29", -25, 3.75)];
    const some = await on({
      macro: inOrder(calm("vix", 15), calm("treasury_2y", 3.5), weekly("stress_index", -1)),
      policyDecisions,
    });
    // Hawkish takes one: financial conditions are not known and could be it. Uncertainty: three of five are not.
    expect(some.headline).toContain(
      "none of the four known triggers has fired; too few to tell any condition",
    );
    expect(some.charts[0]?.title).toBe("All four triggers that are known are quiet");
    expect(some.subtitle).toContain("4 of 14 triggers known");
    expect(some.charts[0]?.alt).toContain("Gauges of three triggers");
    expect(some.charts[0]?.alt).toContain("Rise in the target: −25 bp, quiet (fires at any rise)");
    const all = await on({
      macro: inOrder(calm("vix", 15), calm("treasury_2y", 3.5), weekly("nfci", -0.5)),
      policyDecisions,
    });
    expect(numberOf(all, "risks.condition.hawkish.state")).toBe(0);
    expect(all.headline).toContain("the one condition known has not fired");
    const labels = all.tables.flatMap(({ rows }) => rows.map(({ label }) => label));
    const both = await on({
      macro: inOrder(
        calm("treasury_2y", 3.5),
        weekly("nfci", -0.5),
        ...(["vix", "high_yield_spread"] as const).map((name) => calm(name, 3)),
        weekly("stress_index", -1),
        onTime(series("sahm", months([0.1, 0.1]))),
        onTime(series("cfnai_ma3", months([0.1, 0.1]))),
        series("ism_manufacturing", months([55, 55])),
      ),
      policyDecisions,
    });
    // Of a downturn's five only claims are unknown: they alone could not fire it.
    expect(both.headline).toContain("neither of two conditions known has fired");
    // The curve warns only.
    expect(labels).toContain("US downturn: not known (any two of five fire it)");
    expect(labels).toContain("Hawkish Fed: quiet (any one of three fires it)");
  });

  it("speaks of one and of two in their own grammar", async () => {
    const high = (name: MacroSeries, value: number) =>
      series(name, [
        ["2025-12-01", value],
        ["2025-12-02", value],
      ]);
    const one = await on({ macro: high("vix", 15) });
    expect(one.charts[0]?.title).toBe("The one trigger that is known is quiet");
    expect(one.charts[0]?.alt).toMatch(/^Gauge of one trigger\. /);
    const two = await on({
      macro: inOrder(
        high("vix", 40),
        weekly("stress_index", 1),
        high("high_yield_spread", 9),
        onTime(series("sahm", months([0.6, 0.6, 0.6]))),
      ),
    });
    expect(two.headline).toContain("US downturn and global uncertainty have fired");
  });

  it("is refused without economic series", async () => {
    await expect(on({})).rejects.toMatchObject({ code: "data_unavailable" });
  });

  it("uses of several vintages the one known by then", async () => {
    const macro: Macro = [
      { date: "2025-09-01", series: "sahm", value: 0.6, vintage: "2025-10-03" },
      { date: "2025-09-01", series: "sahm", value: 0.2, vintage: "2025-11-20" },
      { date: "2025-10-01", series: "sahm", value: 0.6, vintage: "2025-11-07" },
    ];
    const [then, later] = [
      await on({ macro }, "risks asof=2025-11-10"),
      await on({ macro }, "risks asof=2025-12-01"),
    ];
    expect(numberOf(then, "risks.sahm.state")).toBe(2);
    expect(numberOf(later, "risks.sahm.state")).toBe(1);
  });
});

/** Computed apart, in Python over macro.csv and policy-decisions.csv, the 2-year's states by a plain loop. */
const DERIVED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "2026-07-31": {
    "risks.sahm.value": 0.0666667,
    "risks.claims.value": 0.2466091,
    "risks.curve.value": 86,
    "risks.vix.value": 15.99,
    "risks.stress.value": -0.8256,
    "risks.twoYear.value": 48,
    "risks.twoYear.state": 2, // fired on 22 July, not yet below 45 twice
    "risks.twoYear.distance": 2,
    "risks.policyRise.state": 0,
    "risks.condition.hawkish.state": 2,
  },
  "2025-12-10": {
    "risks.sahm.value": 0.2333333, // September: November was out on 16 December
    "risks.claims.value": 3.271028,
    "risks.curve.value": 45,
    "risks.twoYear.value": -39,
    "risks.twoYear.state": 0,
    "risks.vix.value": 15.77,
    "risks.stress.value": -0.3876,
    "risks.highYield.value": 2.89,
    "risks.condition.hawkish.fired": 0, // NFCI is not in the folder: whether it is quiet cannot be told
  },
  "2022-09-30": {
    "risks.sahm.value": 0,
    "risks.twoYear.value": 91,
    "risks.twoYear.state": 2,
    "risks.vix.value": 31.62,
    "risks.highYield.value": 5.5,
    "risks.policyRise.state": 2,
    "risks.condition.hawkish.fired": 2,
  },
  "2020-06-30": {
    "risks.sahm.value": 7.2333333,
    "risks.claims.value": 644.1354293,
    "risks.twoYear.value": -9,
    "risks.stress.value": 0.4916,
    "risks.condition.downturn.state": 2,
    "risks.condition.uncertainty.state": 2,
  },
};

describe("risks on Fed decisions that end early", () => {
  const twoYears = (asOf: string) =>
    series(
      "treasury_2y",
      weekdays(addDays(asOf, -10), asOf).map((date) => [date, 3.5] as const),
    );
  const at = async (
    asOf: string,
    rows: readonly (readonly [string, number])[],
    retrievedAt = "2026-01-05",
  ) => {
    const policyDecisions = rows.map(([date, change]) => decision(date, change, 3.75));
    const dir = await folderOf({ levels: LEVELS, macro: twoYears(asOf), policyDecisions }, { retrievedAt });
    return briefingOf(dir, `risks asof=${asOf}`);
  };

  it("reads them until the next scheduled meeting, and withholds what they say of the present from then on", async () => {
    const before = await at("2026-01-27", [["2025-12-10", -25]]);
    expect(numberOf(before, "risks.policyRise.value")).toBe(-25);
    const after = await at("2026-01-28", [["2025-12-10", -25]]);
    for (const name of ["policyRise", "twoYear"])
      expect(figureValue(after, `risks.${name}.value`)).toMatchObject({
        absent: "stale",
        note: "Fed decisions are known to 27 Jan 2026 only",
      });
    expect(after.caveats.join(" ")).toContain(
      "Fed decisions are known to 27 Jan 2026 only: later ones are missing.",
    );
    expect(after.charts).toEqual([]);
  });

  it("holds every change to the day it was retrieved", async () => {
    const late = await at("2026-07-31", [["2025-12-10", -25]], "2026-08-21");
    expect(numberOf(late, "risks.policyRise.value")).toBe(-25);
    const after = await at("2026-09-16", [["2025-12-10", -25]], "2026-08-21");
    expect(figureValue(after, "risks.policyRise.value")).toMatchObject({ absent: "stale" });
  });

  it("takes sixty days where no meeting is on the list, and none where a later decision is", async () => {
    const early = (asOf: string) => at(asOf, [["2020-03-15", -100]], "2020-03-15");
    expect(numberOf(await early("2020-05-14"), "risks.policyRise.value")).toBe(-100);
    expect(figureValue(await early("2020-05-15"), "risks.policyRise.value")).toMatchObject({
      absent: "stale",
    });
    const later = await at("2021-06-30", [
      ["2020-03-15", -100],
      ["2022-03-16", 25],
    ]);
    expect(numberOf(later, "risks.policyRise.value")).toBe(-100);
  });
});

describe.skipIf(noMarketData)("risks on real data", () => {
  it.each(Object.keys(DERIVED))("as of %s agree with a derivation that shares no code", async (asOf) => {
    const briefing = await briefingOf(join(marketData, "russell"), `risks asof=${asOf}`);
    for (const [key, expected] of Object.entries(DERIVED[asOf] ?? {}))
      expect(numberOf(briefing, key), key).toBeCloseTo(expected, 5);
  });
});
