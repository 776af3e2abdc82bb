import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutAt, vintagesTo } from "../../src/market/as-of.ts";
import type { Datasets, MacroObservation, MacroSeries } from "../../src/market/datasets.ts";
import { addDays, addMonths } from "../../src/maths/calendar.ts";
import { runTrigger } from "../../src/maths/trigger.ts";
import type { Step } from "../../src/maths/trigger-history.ts";
import { historyOf } from "../../src/topics/risks-history.ts";
import { TRIGGER_NAMES, type TriggerName, triggerOf } from "../../src/topics/risks-table.ts";
import { marketData, noMarketData } from "../data/shared-market-data.ts";
import { weekdays } from "../maths/build.ts";
import { briefingOf, folderOf, numberOf } from "../support/folder-assistant.ts";

type Row = readonly [date: string, value: number, vintage?: string];
const series = (name: MacroSeries, rows: readonly Row[]): Datasets["macro"] =>
  rows.map(([date, value, vintage]) => ({ date, series: name, value, vintage: vintage ?? null }));
const inOrder = (...lists: readonly Datasets["macro"][]) =>
  lists.flat().sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
const on = async (macro: Datasets["macro"], line: string) => briefingOf(await folderOf({ macro }), line);
const labelsOf = ({ tables }: Awaited<ReturnType<typeof on>>) =>
  tables.flatMap(({ rows }) => rows.map(({ label }) => label));

describe("a backtest of triggers, by pencil", () => {
  it("fires with the second print on the day on which that was public, and ends with the second one inside", async () => {
    // A month's print is public ten days after its end. Beyond 0.5 in February and March: fired on 10 April. The exit
    // lies 0.04 inside: April's 0.47 keeps it, May's and June's 0.45 end it on 10 July.
    const macro = series("sahm", [
      ["2025-01-01", 0.1],
      ["2025-02-01", 0.55],
      ["2025-03-01", 0.6],
      ["2025-04-01", 0.47],
      ["2025-05-01", 0.45],
      ["2025-06-01", 0.45],
      ["2025-07-01", 0.1],
    ]);
    const briefing = await on(macro, "risks backtest=sahm asof=2025-08-20");
    expect(numberOf(briefing, "risks.backtest.sahm.fires")).toBe(1);
    expect(numberOf(briefing, "risks.backtest.sahm.2025-04-10.value")).toBe(0.6);
    // 10 April to 9 July: 21 + 31 + 30 + 9.
    expect(numberOf(briefing, "risks.backtest.sahm.2025-04-10.days")).toBe(91);
    // Known from 10 February to 20 August, 192 days; it warned from 10 March to 9 April and from 10 July to 9 August,
    // where June's 0.45 still lies beyond 0.3, 31 days each.
    expect(numberOf(briefing, "risks.backtest.sahm.firedShare")).toBeCloseTo((100 * 91) / 192, 9);
    expect(numberOf(briefing, "risks.backtest.sahm.warnedShare")).toBeCloseTo((100 * 62) / 192, 9);
    expect(labelsOf(briefing)).toContain("10 Apr 2025 until 10 Jul 2025");
    expect(briefing.headline).toContain("Sahm rule would have fired once since 10 Feb 2025");
    expect(briefing.notes.join(" ")).toContain("Revised data, a look-ahead: Sahm rule");
  });

  it("is of data to its newest prints, whenever it fired, and its picture says from when to when", async () => {
    // Two firings, of 2024 and of 2025: the data end with July 2025, for the Sahm rule and for the index alike.
    const macro = inOrder(
      series("sahm", [
        ["2024-01-01", 0.6],
        ["2024-02-01", 0.6],
        ["2024-03-01", 0.1],
        ["2024-04-01", 0.1],
        ["2025-05-01", 0.6],
        ["2025-06-01", 0.6],
        ["2025-07-01", 0.1],
      ]),
      series("vix", [["2025-07-31", 20]]),
    );
    const briefing = await on(macro, "risks backtest=all asof=2025-08-12");
    expect(numberOf(briefing, "risks.backtest.sahm.fires")).toBe(2);
    expect(briefing.sources.map(({ asOf }) => asOf)).toEqual(["2025-07-31"]);
    const bars = briefing.charts.find(({ id }) => id === "risks-backtest");
    expect(bars?.subtitle).toContain("to 12 Aug 2025");
    // January's print is public ten days after its end, the index on its day.
    expect(bars?.kind === "bar" && bars.lying).toEqual({
      heading: "Known from",
      ends: ["10 Feb 2024", "31 Jul 2025"],
    });
    expect(bars?.alt).toContain("Sahm rule, known from 10 Feb 2024: ");
  });

  it("draws no bar for a trigger that warns only, and says so", async () => {
    const days = weekdays("2025-01-01", "2025-03-31");
    const yields = (name: MacroSeries, value: number) =>
      series(
        name,
        days.map((date): Row => [date, value]),
      );
    const macro = inOrder(
      yields("treasury_3m", 4),
      yields("treasury_10y", 3.5), // half a point below: warned throughout
      yields("vix", 12),
    );
    const briefing = await on(macro, "risks backtest=all asof=2025-03-31");
    expect(labelsOf(briefing)).toContain("Curve, 3 months to 10 years: warns only");
    expect(numberOf(briefing, "risks.backtest.curve.firedShare")).toBe(0);
    const [chart] = briefing.charts;
    expect(chart?.kind === "bar" && chart.groups).toEqual(["Volatility index (VIX)"]);
    expect(chart?.footnote).toContain("Left out, for it warns only: Curve, 3 months to 10 years.");
  });

  it("knows of a vintage only what was printed by then, and fires although it was revised away", async () => {
    const rows: readonly Row[] = [
      ["2025-01-01", 0.1, "2025-02-07"],
      ["2025-02-01", 0.6, "2025-03-07"],
      ["2025-03-01", 0.6, "2025-04-04"],
      ["2025-03-01", 0.2, "2025-05-02"],
      ["2025-04-01", 0.2, "2025-05-02"],
    ];
    const asked = "risks backtest=sahm asof=2025-05-20";
    const briefing = await on(series("sahm", rows), asked);
    // Fired on 4 April; on 2 May March reads 0.2, as does April.
    expect(labelsOf(briefing)).toContain("4 Apr 2025 until 2 May 2025");
    expect(numberOf(briefing, "risks.backtest.sahm.2025-04-04.days")).toBe(28);
    expect(briefing.notes.join(" ")).not.toContain("look-ahead");
    const last = rows.filter(([, value, vintage]) => !(value === 0.6 && vintage === "2025-04-04"));
    expect(numberOf(await on(series("sahm", last), asked), "risks.backtest.sahm.fires")).toBe(0);
  });

  it("counts a condition by the triggers known on each day, and an overdue one as not known", async () => {
    const vix = weekdays("2025-03-03", "2025-05-30").map(
      (date): Row => [date, date < "2025-05-01" ? 35 : 12],
    );
    // Weekly, public six days later. Beyond zero from 28 March on: fired with 4 April's print, on 10 April. The last
    // print, of 11 April, is overdue 7 + 6 + 7 days later, after 1 May.
    const stress: readonly Row[] = [
      ["2025-03-21", -0.5],
      ["2025-03-28", 0.4],
      ["2025-04-04", 0.4],
      ["2025-04-11", 0.4],
    ];
    const macro = inOrder(series("vix", vix), series("stress_index", stress));
    const briefing = await on(macro, "risks backtest=uncertainty asof=2025-05-20");
    // VIX is below 28.13 on 1 and 2 May: it ends on 2 May, the day on which stress is not known any more.
    expect(labelsOf(briefing)).toContain(
      "10 Apr 2025 until 2 May 2025, begun by volatility index (VIX) and financial stress index",
    );
    expect(numberOf(briefing, "risks.backtest.uncertainty.fires")).toBe(1);
    expect(numberOf(briefing, "risks.backtest.uncertainty.2025-04-10.days")).toBe(22);
    const stressAlone = await on(macro, "risks backtest=stress asof=2025-05-20");
    expect(labelsOf(stressAlone)).toContain("10 Apr 2025 until 2 May 2025, then not known");
    // Both were known from 27 March: 55 days to 20 May.
    expect(numberOf(briefing, "risks.backtest.uncertainty.firedShare")).toBeCloseTo((100 * 22) / 55, 9);
  });

  it("counts from a date on, and refuses a date without a backtest", async () => {
    const macro = series(
      "vix",
      weekdays("2024-01-01", "2025-06-30").map((date): Row => [date, date.slice(5, 7) === "02" ? 40 : 15]),
    );
    const all = await on(macro, "risks backtest=vix");
    const late = await on(macro, "risks backtest=vix since=2025");
    expect(numberOf(all, "risks.backtest.vix.fires")).toBe(2);
    expect(numberOf(late, "risks.backtest.vix.fires")).toBe(1);
    // In the middle of February 2025 it had fired already: on part of the days, and no time more.
    const amid = await on(macro, "risks backtest=vix since=2025-02-15");
    expect(numberOf(amid, "risks.backtest.vix.fires")).toBe(0);
    expect(numberOf(amid, "risks.backtest.vix.firedShare")).toBeGreaterThan(0);
    expect(amid.notes.join()).toMatch(/^.*Fired before the time asked for.*Feb 2025 until \d+ Mar 2025/);
    await expect(on(macro, "risks since=2025")).rejects.toMatchObject({ code: "bad_command" });
    await expect(on(macro, "risks backtest=vix since=3000")).rejects.toMatchObject({ code: "bad_command" });
    await expect(on(macro, "risks backtest=ism")).rejects.toMatchObject({ code: "data_unavailable" });
  });
});

const NAMES = TRIGGER_NAMES.filter(
  (name) => triggerOf(name).series.length > 0 && name !== "policyUncertainty",
);
const START = "2023-01";

/** Months or days of one trigger's series, some published late, some revised, some missing. */
const history = (name: TriggerName) => {
  const one = (of: MacroSeries) =>
    fc
      .array(
        fc.record({
          value: fc.constantFrom(-1, -0.5, 0, 0.2, 0.45, 0.6, 4, 4.7, 5.2, 22, 35, 46),
          isThere: fc.integer({ min: 0, max: 9 }).map((dice) => dice > 0),
          revised: fc.option(
            fc.record({ value: fc.constantFrom(-1, 0, 0.6, 5, 40), after: fc.integer({ min: 1, max: 60 }) }),
            {
              freq: 5,
            },
          ),
        }),
        { minLength: 5, maxLength: 40 },
      )
      .chain((values) =>
        fc
          .boolean()
          .map((hasVintages) =>
            values.flatMap(({ value, isThere, revised }, at) =>
              isThere ? versions(dateOf(name, at), of, value, hasVintages ? { at, revised } : null) : [],
            ),
          ),
      );
  return fc.tuple(...triggerOf(name).series.map(one)).map((lists) => inOrder(...lists));
};

/** The row as first published, three different numbers of days after its date, and its revision. */
function versions(
  date: string,
  of: MacroSeries,
  value: number,
  published: {
    readonly at: number;
    readonly revised: { readonly value: number; readonly after: number } | null;
  } | null,
): readonly MacroObservation[] {
  if (published === null) return [{ date, series: of, value, vintage: null }];
  const out = addDays(date, 35 + (published.at % 3));
  const first = { date, series: of, value, vintage: out };
  const { revised } = published;
  return revised === null
    ? [first]
    : [first, { ...first, value: revised.value, vintage: addDays(out, revised.after) }];
}

const MONTHLY: readonly TriggerName[] = ["sahm", "activity", "ism"];
function dateOf(name: TriggerName, at: number): string {
  if (MONTHLY.includes(name)) return `${addMonths(START, at)}-01`;
  return addDays(`${START}-06`, name === "oil" ? 30 * at : 7 * at);
}

const on1 = (steps: readonly Step[] | undefined, day: string) =>
  steps?.filter(({ date }) => date <= day).at(-1)?.state ?? null;

describe("a backtest's day", () => {
  it.each(NAMES)("%s: shows what the data of that day showed, whatever came later", (name) => {
    const decisions = [
      { announced: "2023-03-01", effective: "2023-03-01", changeBp: 25, targetUpper: 0, scheduled: true },
    ];
    const all = { decisions, decidedTo: undefined, asOf: "2027-06-30" };
    fc.assert(
      fc.property(
        history(name),
        fc.array(fc.integer({ min: 0, max: 1300 }), { minLength: 3, maxLength: 8 }),
        (macro, days) => {
          const whole = historyOf(name, { ...all, macro })?.steps;
          for (const day of days.map((count) => addDays(`${START}-01`, count))) {
            const then = historyOf(name, { ...all, macro: vintagesTo(macro, day), asOf: day })?.steps;
            expect(on1(whole, day), day).toBe(on1(then, day));
            // The topic's own reckoning of that day, where it is not overdue.
            const found = triggerOf(name).measure({
              macro: cutAt("macro", macro, day),
              decisions,
              asOf: day,
            });
            const state = on1(whole, day);
            if (state !== null)
              expect(state, day).toBe(runTrigger(triggerOf(name).rule, found?.prints ?? []).state);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Computed apart, in Python: a walk over every day from the files themselves, with the publishers' lags typed in. */
const DERIVED: Readonly<Record<string, readonly [fires: number, fired: number, warned?: number]>> = {
  sahm: [6, 18.88146, 6.895111], // the releases of autumn 2025 on their own days
  highYield: [20, 41.556604, 10.566038],
  claims: [7, 12.84982, 18.814076], // so are the weekly counts held back then
  policyRise: [7, 38.897974, 0],
  twoYear: [37, 37.236917, 16.417804],
  vix: [38, 9.109281, 30.247006],
  stress: [20, 36.839008, 2.765868],
  downturn: [5, 15.789107],
  hawkish: [23, 60.632776],
  uncertainty: [26, 8.331232],
};

describe.skipIf(noMarketData)("a backtest on real data, as of 31 Jul 2026", () => {
  it("agrees with a derivation that shares no code", async () => {
    const dir = join(marketData, "russell");
    const briefing = await briefingOf(dir, "risks backtest=all asof=2026-07-31");
    for (const [of, [fires, fired, warned]] of Object.entries(DERIVED)) {
      expect(numberOf(briefing, `risks.backtest.${of}.fires`), of).toBe(fires);
      expect(numberOf(briefing, `risks.backtest.${of}.firedShare`), of).toBeCloseTo(fired, 5);
      if (warned !== undefined)
        expect(numberOf(briefing, `risks.backtest.${of}.warnedShare`), of).toBeCloseTo(warned, 5);
    }
    expect(labelsOf(briefing)).toEqual(
      expect.arrayContaining([
        "10 Apr 2008 until 10 Aug 2010, begun by Sahm rule and high-yield spread and initial claims",
        "2 Apr 2020 until 25 Mar 2021, begun by high-yield spread and initial claims",
        "17 Apr 2025 until 25 Apr 2025, begun by volatility index (VIX) and financial stress index",
        "since 23 Jul 2026, begun by 2-year yield over the target",
      ]),
    );
  });
});
