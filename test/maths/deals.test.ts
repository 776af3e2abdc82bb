import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Announced,
  countOf,
  disclosedValues,
  distinctDeals,
  trailingCounts,
  yearToDate,
} from "../../src/maths/deals.ts";

const deal = (announced: string, target: string, valueUsd: number | null = null): Announced => ({
  announced,
  target,
  valueUsd,
});
const day = (offset: number) =>
  new Date(Date.UTC(2020, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);

describe("one event per target per 180 days", () => {
  it("counts from the event that stands, and knows a name by its letters", () => {
    const rows = [
      deal(day(0), "Alpha, Inc."),
      deal(day(100), "ALPHA INC"), // of the first
      deal(day(179), "Alpha Inc."), // of the first still: not of the second
      deal(day(180), "Alpha Inc."), // a new one
      deal(day(181), "Alphabet Inc."),
    ];
    const { deals, repeated } = distinctDeals(rows);
    expect(deals.map(({ announced }) => announced)).toEqual([day(0), day(180), day(181)]);
    expect(repeated).toBe(2);
  });

  it("leaves out blank-cheque companies, and no others", () => {
    const names = [
      "Pono Acquisition Corp. II",
      "Blank Check Partners",
      "Some SPAC Ltd",
      "Target Acquisitions Co.",
      "Acquisition Metrics Inc",
      "Spacelab",
      "Corp of Acquisitions",
    ];
    const { deals, blankCheques } = distinctDeals(names.map((name, at) => deal(day(at), name)));
    expect(deals.map(({ target }) => target)).toEqual(names.slice(4));
    expect(blankCheques).toBe(4);
  });

  it("keeps no two of one target nearer than 180 days, and drops none that is farther from all kept", () => {
    const rows = fc.array(fc.tuple(fc.nat(1500), fc.constantFrom("A", "B", "C")), { maxLength: 40 });
    fc.assert(
      fc.property(rows, (given) => {
        const sorted = given.toSorted(([a], [b]) => a - b);
        const { deals } = distinctDeals(sorted.map(([at, name]) => deal(day(at), name)));
        const days = (name: string) =>
          deals
            .filter(({ target }) => target === name)
            .map(({ announced }) => (Date.parse(announced) - Date.UTC(2020, 0, 1)) / 86_400_000);
        for (const name of ["A", "B", "C"]) {
          const kept = days(name);
          kept.slice(1).forEach((at, i) => {
            expect(at - kept[i]!).toBeGreaterThanOrEqual(180);
          });
          for (const [at, target] of sorted)
            if (target === name) expect(kept.some((each) => at >= each && at < each + 180)).toBe(true);
        }
      }),
    );
  });
});

describe("counts of windows", () => {
  const monthly = Array.from({ length: 40 }, (_, at) =>
    deal(`${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-15`, `T${at}`),
  );

  it("leave out their first day and hold their last; none where the data begin within them", () => {
    expect(countOf(monthly, "2020-01-15", "2020-02-15")).toBe(1);
    expect(countOf(monthly, "2020-01-14", "2020-02-15")).toMatchObject({ absent: "too_few_points" });
    expect(countOf([], "2020-01-14", "2020-02-15")).toMatchObject({ absent: "too_few_points" });
  });

  it("of twelve months are twelve of a deal a month, at each month-end from the first that is full", () => {
    const counts = trailingCounts(monthly, "2022-06-29");
    expect(counts[0]).toEqual({ date: "2021-01-31", count: 12 });
    expect(counts.at(-1)).toEqual({ date: "2022-05-31", count: 12 });
    expect(new Set(counts.map(({ count }) => count))).toEqual(new Set([12]));
    expect(trailingCounts([], "2022-06-30")).toEqual([]);
  });

  it("to the same day of each year that is there whole", () => {
    expect(yearToDate(monthly, "2022-06-14")).toEqual([
      { year: "2021", count: 5 },
      { year: "2022", count: 5 },
    ]);
    expect(yearToDate(monthly, "2020-06-14")).toEqual([]);
    expect(yearToDate([deal("2019-05-05", "A"), deal("2024-02-29", "B")], "2024-02-29").at(-2)).toEqual({
      year: "2023",
      count: 0,
    });
  });

  it("value only what is disclosed", () => {
    const of = disclosedValues([deal(day(0), "A", 2e9), deal(day(1), "B"), deal(day(2), "C", 4e9)]);
    expect(of).toEqual({ total: 6, median: 3, share: 200 / 3, n: 2 });
    expect(disclosedValues([deal(day(0), "A")]).total).toMatchObject({ absent: "not_reported" });
    expect(disclosedValues([]).share).toMatchObject({ absent: "too_few_points" });
  });
});
