import { writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { adviseCadence } from "../../src/delivery/schedule/advice.ts";
import { freshnessGate } from "../../src/delivery/schedule/freshness-gate.ts";
import { nyseCalendar } from "../../src/delivery/schedule/trading-calendar.ts";
import { agesOf } from "../../src/market/ages.ts";
import type { Datasets, MacroSeries, Point } from "../../src/market/datasets.ts";
import { assistantOn, folderOf, member, monthlyLevels } from "../support/folder-assistant.ts";

const MONTHLY: Datasets["levels"] = {
  small_total: monthlyLevels("2025-01", [100, 101, 102]),
  large_total: monthlyLevels("2025-01", [100, 102, 104]),
};
const days = (...dates: string[]): readonly Point[] => dates.map((date, i) => ({ date, value: 100 + i }));
const DAILY: Datasets["levels"] = {
  small_price: days("2025-04-01", "2025-04-02", "2025-04-03", "2025-04-04"),
  large_price: days("2025-04-01", "2025-04-02", "2025-04-03"),
};
const RECESSIONS = [{ peak: "2020-02", trough: "2020-04" }];
const CUT = {
  announced: "2019-07-31",
  effective: "2019-08-01",
  changeBp: -25,
  targetUpper: 2.25,
  scheduled: true,
};
const ALL = ["valuation", "ratecut", "performance"];

async function freshness(datasets: Partial<Datasets>, names: readonly string[] = ALL) {
  return (await assistantOn(await folderOf(datasets))).freshness(names);
}

describe("how old the data of topics are", () => {
  it("reads from the levels whether they are daily or monthly, to the last date that both sides have", async () => {
    const [monthly] = await freshness({ levels: MONTHLY });
    expect(monthly).toEqual({ name: "index levels", cadence: "monthly", lagDays: 75, newest: "2025-03-31" });
    const [daily] = await freshness({ levels: DAILY });
    expect(daily).toEqual({ name: "index levels", cadence: "daily", lagDays: 0, newest: "2025-04-03" });
  });

  it("tells daily prices from the month-end total returns beside them", async () => {
    const needed = await freshness({ levels: { ...MONTHLY, ...DAILY } }, ["performance"]);
    expect(needed.map(({ name, cadence, newest }) => [name, cadence, newest])).toEqual([
      ["daily price levels", "daily", "2025-04-03"],
      ["month-end total-return levels", "monthly", "2025-03-31"],
    ]);
    expect(adviseCadence(needed, { days: "trading", when: "always" })).toBeNull();
  });

  it("leaves out daily prices where no topic counts days", async () => {
    const needed = await freshness({ levels: { ...MONTHLY, ...DAILY }, policyDecisions: [CUT] }, ["ratecut"]);
    expect(needed.map(({ name, cadence, newest }) => [name, cadence, newest])).toEqual([
      ["index levels", "monthly", "2025-03-31"],
      ["Fed decisions", "events", "2019-07-31"],
    ]);
  });

  it("names each dataset once, of the topics asked alone, and events as never due", async () => {
    const datasets = {
      levels: MONTHLY,
      recessions: RECESSIONS,
      policyDecisions: [CUT],
      constituents: [member("small", "A", { price: 1 }), member("large", "B", { price: 1 })],
    };
    const named = async (names: readonly string[]) =>
      (await freshness(datasets, names)).map(({ name, cadence }) => `${name}: ${cadence}`);
    expect((await named(ALL)).toSorted()).toEqual([
      "Fed decisions: events",
      "index levels: monthly",
      "index members: once",
      "recession dates: events",
    ]);
    expect(await named(["valuation"])).toEqual(["index members: once"]);
    expect(await named(["nothing"])).toEqual([]);
  });

  it("has nothing to say of what is not in the data: the briefing does", async () => {
    expect(await freshness({ recessions: RECESSIONS }, ["valuation"])).toEqual([]);
  });

  it("names a dataset that fails with what is wrong, and the gate waits for it where a topic must have it", async () => {
    const dir = await folderOf({ levels: MONTHLY, recessions: RECESSIONS });
    const assistant = await assistantOn(dir);
    await writeFile(`${dir}/levels.csv`, "date,series,value\n2025-01-31,small_total,none\n");
    await writeFile(`${dir}/recessions.csv`, "peak,trough\nsoon,later\n");
    const needed = await assistant.freshness(["performance"]);
    expect(needed.map(({ name, cadence, newest }) => [name, cadence, newest])).toEqual([
      ["index levels", "daily", null],
      ["recession dates", "once", null],
    ]);
    for (const { reason } of needed) expect(reason).toMatch(/^(levels|recessions)\.csv, line 2/);
    const calendar = nyseCalendar();
    const session = calendar.sessionOn("2026-11-20")!;
    const run = { at: session.closesAt + 1, session };
    const decided = freshnessGate(needed, run, run.at, calendar);
    expect(decided.decision).toBe("wait");
    expect(decided.late[0]).toBe(`index levels are not at hand: ${needed[0]!.reason}`);
    expect(decided.late[1]).toBe(`recession dates are not at hand: ${needed[1]!.reason}`);
    expect(freshnessGate(needed.slice(1), run, run.at, calendar).decision).toBe("late");
  });

  it("dates each economic series by its own release calendar, with a week of grace where it is not daily", () => {
    const row = (series: MacroSeries, date: string) => ({ series, date, value: 1, vintage: null });
    const ages = agesOf("macro", [
      row("cpi", "2026-09-01"),
      row("cpi", "2026-10-01"),
      row("initial_claims", "2026-11-14"),
      row("vix", "2026-11-20"),
    ]);
    expect(ages).toEqual([
      { name: "cpi", cadence: "monthly", lagDays: 29, newest: "2026-10-31" },
      { name: "initial claims", cadence: "weekly", lagDays: 12, newest: "2026-11-14" },
      { name: "vix", cadence: "daily", lagDays: 0, newest: "2026-11-20" },
    ]);
  });
});
