import { describe, expect, it } from "vitest";
import { cutAt, newestDate, publishedOn } from "../../src/market/as-of.ts";
import {
  type Constituent,
  type DatasetName,
  type Datasets,
  MACRO_SERIES,
  type MacroObservation,
  type MacroSeries,
} from "../../src/market/datasets.ts";
import { MACRO_CALENDAR } from "../../src/market/macro-series.ts";
import { addDays } from "../../src/maths/calendar.ts";

const decision = (announced: string, effective: string) => ({
  announced,
  effective,
  changeBp: -25,
  targetUpper: 4,
  scheduled: true,
});
const macro = (series: MacroSeries, date: string, vintage: string | null = null): MacroObservation => ({
  series,
  date,
  value: 1,
  vintage,
});
const constituent = (asOf: string) => ({ asOf, index: "small", ticker: "T" }) as Constituent;
const factors = (month: string) => ({ month, mktRf: 0, smb: 0, hml: 0, rf: 0 });
const history = (month: string) => ({ month, index: "small" as const, variant: "median", forwardPe: 20 });
const revision = (month: string) => ({ month, index: "small" as const, up: 1, down: 1, unchanged: 1 });
const deal = (announced: string) => ({ announced, target: "T", acquirer: null, valueUsd: null });
const universe = (asOf: string) => ({ asOf, region: "US", size: "small", companies: 1, marketCap: null });

/** Each dataset with one row, and the first day on which that row is known. */
const FIRST_KNOWN: { readonly [K in DatasetName]: readonly [row: Datasets[K], known: string] } = {
  levels: [{ small_total: [{ date: "2025-11-28", value: 1 }] }, "2025-11-28"],
  policyDecisions: [[decision("1990-12-18", "1990-12-19")], "1990-12-18"], // announced, not effective
  recessions: [[{ peak: "2007-12", trough: "2009-06" }], "2010-09-20"], // announced, not happened
  factors: [[factors("2024-02")], "2024-02-29"],
  macro: [[macro("cpi", "2025-01-01")], "2025-02-22"], // 31 January and 22 days
  calendar: [[{ date: "2030-01-01", event: "FOMC" }], "0001-01-01"], // dates ahead: always
  constituents: [[constituent("2025-11-28")], "2025-11-28"],
  valuationHistory: [[history("2025-11")], "2025-11-30"],
  revisions: [[revision("2025-12")], "2025-12-31"],
  deals: [[deal("2025-11-28")], "2025-11-28"],
  universe: [[universe("2025-06-30")], "2025-06-30"],
};
const cases = Object.keys(FIRST_KNOWN) as DatasetName[];

function rowsOf(data: Datasets[DatasetName]): readonly unknown[] {
  return Array.isArray(data) ? data : Object.values(data).flat();
}

describe("what was known on a date", () => {
  it.each(cases)("of %s: from that day on, inclusive, and not a day before", (dataset) => {
    const [data, known] = FIRST_KNOWN[dataset];
    const cut = (asOf: string) => rowsOf(cutAt<DatasetName>(dataset, data, asOf));
    for (const asOf of [known, addDays(known, 1), "2099-12-31"]) expect(cut(asOf)).toEqual(rowsOf(data));
    expect(rowsOf(data)).toHaveLength(1);
    if (dataset !== "calendar") expect(cut(addDays(known, -1))).toEqual([]);
  });

  it("keeps the order and cuts each series of levels by itself", () => {
    const point = (date: string) => ({ date, value: 1 });
    const levels = {
      small_total: ["2025-01-31", "2025-02-28"].map(point),
      large_price: ["2025-02-27", "2025-02-28", "2025-03-03"].map(point),
    };
    expect(cutAt("levels", levels, "2025-02-28")).toEqual({
      small_total: levels.small_total,
      large_price: levels.large_price.slice(0, 2),
    });
    expect(cutAt("levels", levels, "2025-02-27").small_total).toEqual([point("2025-01-31")]);
    expect(cutAt("levels", {}, "2025-02-27")).toEqual({});
  });

  it.each([
    ["1958-04", "1958-04-30"], // there were no announcements yet
    ["1980-07", "1981-07-08"],
    ["1982-11", "1983-07-08"],
    ["1991-03", "1992-12-22"],
    ["2001-11", "2003-07-17"],
    ["2009-06", "2010-09-20"],
    ["2020-04", "2021-07-19"],
  ])("the recession that ended in %s is over since its announcement, %s", (trough, announced) => {
    const rows = [{ peak: "1957-08", trough }];
    expect(cutAt("recessions", rows, addDays(announced, -1))).toEqual([]);
    expect(cutAt("recessions", rows, announced)).toEqual(rows);
  });

  it("takes an announcement on a Sunday as known that Sunday", () => {
    const sunday = [decision("2020-03-03", "2020-03-04"), decision("2020-03-15", "2020-03-16")];
    expect(cutAt("policyDecisions", sunday, "2020-03-14")).toHaveLength(1);
    expect(cutAt("policyDecisions", sunday, "2020-03-15")).toHaveLength(2);
  });

  it("leaves nothing of nothing", () => {
    for (const dataset of cases) {
      const empty = (dataset === "levels" ? {} : []) as never;
      expect(cutAt(dataset, empty, "2025-01-01")).toEqual(empty);
    }
  });
});

describe("when a macro value was published", () => {
  it.each<[MacroSeries, string, string]>([
    // The employment report comes on the third Friday after the week of the 12th: 10 March 2023 for February.
    ["unemployment_rate", "2023-02-01", "2023-03-10"],
    ["sahm", "2023-02-01", "2023-03-10"],
    ["unemployment_rate", "2024-01-01", "2024-02-10"],
    ["ism_manufacturing", "2020-12-01", "2021-01-05"],
    ["industrial_production", "2025-01-01", "2025-02-18"],
    ["consumer_sentiment", "2024-02-01", "2024-03-01"],
    ["cfnai", "2024-11-01", "2024-12-28"],
    ["initial_claims", "2024-11-16", "2024-11-21"], // a Saturday; Thursday
    ["nfci", "2025-11-14", "2025-11-19"], // a Friday; Wednesday
    ["stress_index", "2025-11-14", "2025-11-20"],
    ["treasury_2y", "2025-12-31", "2026-01-01"],
    ["vix", "2025-12-31", "2025-12-31"],
  ])("%s of %s counts from %s", (series, date, known) => {
    expect(publishedOn(macro(series, date))).toBe(known);
  });

  /** By hand from the publishers' revised schedules after the lapse in appropriations of 2025, and reports of the day. */
  it.each<[MacroSeries, string, string]>([
    ["unemployment_rate", "2025-08-01", "2025-09-10"], // by the lag: 31 August and 10 days
    ["unemployment_rate", "2025-09-01", "2025-11-20"],
    ["unemployment_rate", "2025-10-01", "2025-12-16"], // never surveyed: what stands in for it, not before November
    ["unemployment_rate", "2025-11-01", "2025-12-16"],
    ["sahm", "2025-11-01", "2025-12-16"],
    ["unemployment_rate", "2025-12-01", "2026-01-09"],
    ["unemployment_rate", "2026-01-01", "2026-02-11"],
    ["unemployment_rate", "2026-06-01", "2026-07-02"], // early: before a holiday
    ["cpi", "2025-09-01", "2025-10-24"],
    ["cpi", "2025-10-01", "2025-12-18"],
    ["cpi", "2025-11-01", "2025-12-18"],
    ["cpi", "2025-12-01", "2026-01-13"],
    ["cpi", "2026-01-01", "2026-02-13"],
    // The Federal Reserve's G.17 waited for other agencies' counts; reported on 3 and 23 Dec 2025.
    ["industrial_production", "2025-08-01", "2025-09-18"], // by the lag: 31 August and 18 days
    ["industrial_production", "2025-09-01", "2025-12-03"],
    ["industrial_production", "2025-10-01", "2025-12-23"],
    ["industrial_production", "2025-11-01", "2025-12-23"],
    ["industrial_production", "2025-12-01", "2026-01-18"], // by the lag again; it came on the 16th
    // The Chicago Fed's release of 22 Dec 2025 told of September only; January's came on 23 Feb 2026.
    ["cfnai", "2025-08-01", "2025-09-28"], // by the lag; it came on the 22nd
    ["cfnai_ma3", "2025-09-01", "2025-12-22"],
    ["cfnai", "2025-10-01", "2026-02-23"],
    ["cfnai", "2025-12-01", "2026-02-23"],
    ["cfnai", "2026-01-01", "2026-02-28"],
    // No weekly claims between 25 Sep and 20 Nov 2025; then all at once.
    ["initial_claims", "2025-09-20", "2025-09-25"],
    ["initial_claims", "2025-09-27", "2025-11-20"],
    ["initial_claims", "2025-10-11", "2025-11-20"],
    ["initial_claims", "2025-11-15", "2025-11-20"],
    ["initial_claims", "2025-11-22", "2025-11-27"],
  ])("%s of %s counts from its release of %s", (series, date, released) => {
    const row = macro(series, date);
    expect(publishedOn(row)).toBe(released);
    expect(cutAt("macro", [row], addDays(released, -1))).toEqual([]);
    expect(cutAt("macro", [row], released)).toEqual([row]);
  });

  it("is its vintage where it has one, early or late", () => {
    expect(publishedOn(macro("cpi", "2025-09-01", "2025-10-24"))).toBe("2025-10-24"); // a government shutdown
    expect(publishedOn(macro("vix", "2025-09-01", "2025-09-05"))).toBe("2025-09-05");
  });

  it("is where the cut is made, for every series and day", () => {
    const dates = Array.from({ length: 1_100 }, (_, at) => addDays("2024-01-01", at));
    const asOf = [
      "2024-02-29",
      "2024-12-31",
      "2025-01-22",
      "2025-02-27",
      "2025-10-20",
      "2025-11-20",
      "2025-12-15",
      "2026-07-05",
    ];
    for (const series of MACRO_SERIES) {
      const rows = dates.map((date) => macro(series, date));
      for (const day of asOf)
        expect(cutAt("macro", rows, day), `${series} on ${day}`).toEqual(
          rows.filter((row) => publishedOn(row) <= day),
        );
    }
  });

  it("knows of several vintages of one value the last that was public, whatever their order", () => {
    const [first, second] = [
      macro("cpi", "2025-01-01", "2025-02-12"),
      macro("cpi", "2025-01-01", "2025-03-12"),
    ];
    const others = [macro("cpi", "2025-02-01", "2025-03-12"), macro("vix", "2025-01-01", "2025-01-01")];
    for (const revised of [
      [first, second],
      [second, first],
    ]) {
      expect(cutAt("macro", revised, "2025-02-11")).toEqual([]);
      expect(cutAt("macro", revised, "2025-03-11")).toEqual([first]);
      expect(cutAt("macro", revised, "2025-03-12")).toEqual([second]);
    }
    expect(cutAt("macro", [first, ...others], "2025-03-12")).toEqual([first, ...others]);
  });

  it("is never before the reference period has ended", () => {
    for (const series of MACRO_SERIES) {
      const end = MACRO_CALENDAR[series].cadence === "monthly" ? "2025-02-28" : "2025-02-01";
      expect(publishedOn(macro(series, "2025-02-01")) >= end).toBe(true);
    }
    expect(Object.keys(MACRO_CALENDAR).sort()).toEqual([...MACRO_SERIES].sort());
  });
});

describe("the newest date", () => {
  const NEWEST: { readonly [K in DatasetName]: readonly [data: Datasets[K], newest: string] } = {
    levels: [
      {
        small_total: [
          { date: "2025-10-31", value: 1 },
          { date: "2025-11-28", value: 1 },
        ],
        small_price: [{ date: "2025-12-10", value: 1 }],
        large_price: [],
      },
      "2025-12-10",
    ],
    policyDecisions: [
      [decision("1990-12-07", "1990-12-07"), decision("1990-12-18", "1990-12-19")],
      "1990-12-18",
    ],
    recessions: [[{ peak: "2020-02", trough: "2020-04" }], "2020-04-30"],
    factors: [[factors("2024-01"), factors("2024-02")], "2024-02-29"],
    macro: [[macro("vix", "2025-12-09"), macro("cpi", "2025-10-01")], "2025-12-09"], // ordered within a series
    calendar: [[{ date: "2026-01-28", event: "FOMC" }], "2026-01-28"],
    constituents: [[constituent("2025-12-31"), constituent("2025-11-28")], "2025-12-31"],
    valuationHistory: [[history("2025-10"), history("2025-11")], "2025-11-30"],
    revisions: [[revision("2025-02")], "2025-02-28"],
    deals: [[deal("2025-01-01"), deal("2025-11-28")], "2025-11-28"],
    universe: [[universe("2025-06-30"), universe("2024-06-28")], "2025-06-30"],
  };

  it.each(cases)("of %s", (dataset) => {
    const [data, newest] = NEWEST[dataset];
    expect(newestDate<DatasetName>(dataset, data)).toBe(newest);
    expect(newestDate(dataset, (dataset === "levels" ? {} : []) as never)).toBeNull();
  });

  it("of levels cut to nothing is none", () => {
    expect(newestDate("levels", { small_total: [] })).toBeNull();
  });
});
