import { describe, expect, it } from "vitest";
import { overdueIn } from "../../src/market/ages.ts";
import type { MacroObservation } from "../../src/market/datasets.ts";

const row = (series: MacroObservation["series"], date: string): MacroObservation => ({
  series,
  date,
  value: 1,
  vintage: null,
});

describe("what of a dataset is overdue", () => {
  it("is told of each economic series by its own calendar", () => {
    // A day's close is out that evening, with seven days of grace: after 20 July the next (21 July) is due by 28 July.
    const data = [row("unemployment_rate", "2026-06-01"), row("vix", "2026-07-20")];
    expect(overdueIn("macro", data, {}, "2026-07-28")).toEqual([]);
    expect(overdueIn("macro", data, {}, "2026-07-29")).toEqual([
      "vix: the data end on 20 Jul 2026; the next were due by 28 Jul 2026",
    ]);
  });

  it("is told of levels by their frequency, of fund filings by the quarter, and never of events", () => {
    const months = ["2026-03-31", "2026-04-30", "2026-05-29"].map((date) => ({ date, value: 100 }));
    const levels = { small_total: months, large_total: months };
    // The end of June and 75 days; of filings the last month and 160 days.
    expect(overdueIn("levels", levels, {}, "2026-09-13")).toEqual([]);
    expect(overdueIn("levels", levels, {}, "2026-09-14")).toEqual([
      "the data end on 29 May 2026; the next were due by 13 Sep 2026",
    ]);
    expect(overdueIn("levels", levels, { quarterly: true }, "2026-09-14")).toEqual([]);
    expect(overdueIn("recessions", [{ peak: "2020-02", trough: "2020-04" }], {}, "2030-01-01")).toEqual([]);
  });
});
