import { describe, expect, it } from "vitest";
import type { Figure, Unit } from "../../src/briefing/figure.ts";
import {
  formatDate,
  formatFigure,
  formatMonth,
  formatNumber,
  formatValue,
  ordinal,
} from "../../src/briefing/format.ts";
import { type AbsentReason, absent } from "../../src/briefing/value.ts";

const MINUS = "−"; // U+2212, not the hyphen

describe("a number", () => {
  it.each([
    [-1.25, 1, `${MINUS}1.3`],
    [1.25, 1, "1.3"],
    [1.24, 1, "1.2"],
    [-0.04, 1, "0.0"],
    [-0.05, 1, `${MINUS}0.1`],
    [0.049, 1, "0.0"],
    [-0, 1, "0.0"],
    [0, 0, "0"],
    [-0.4, 0, "0"],
    [999.95, 1, "1,000.0"],
    [1234567.891, 2, "1,234,567.89"],
    [-1234.5, 0, `${MINUS}1,235`],
    [7, 2, "7.00"],
  ])("%d to %i places is %s", (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text);
  });

  it("with its sign has a plus, but zero has none", () => {
    expect(formatNumber(1.2, 1, "always")).toBe("+1.2");
    expect(formatNumber(-1.2, 1, "always")).toBe(`${MINUS}1.2`);
    expect(formatNumber(0.04, 1, "always")).toBe("0.0");
    expect(formatNumber(-0.04, 1, "always")).toBe("0.0");
  });
});

describe("a value by its unit", () => {
  it.each<[Unit, number, string, string]>([
    ["pp", -2.34, `${MINUS}2.3`, `${MINUS}2.3`],
    ["pp", 2.34, "+2.3", "+2.3"],
    ["%", 62.04, "62.0%", "+62.0%"],
    ["%", -5, `${MINUS}5.0%`, `${MINUS}5.0%`],
    ["x", 18.96, "19.0x", "19.0x"],
    ["count", 1234, "1,234", "1,234"],
    ["months", 12, "12", "12"],
    ["rank", 3, "3", "3"],
    ["ratio", 0.845, "0.85", "0.85"],
    ["index", 104.26, "104.3", "104.3"],
    ["p", 0.0156, "0.02", "0.02"],
    ["p", 1, "1.00", "1.00"],
    ["number", 4.86, "4.9", "4.9"],
    ["USD bn", 12.34, "$12.3bn", "$12.3bn"],
    ["USD bn", -1234.5, "−$1,234.5bn", "−$1,234.5bn"],
    ["USD bn", 0.25, "$250m", "$250m"],
    ["USD bn", 0.9994, "$999m", "$999m"],
    ["USD bn", 0.9996, "$1.0bn", "$1.0bn"],
    ["percentile", 22.4, "22nd percentile", "22nd percentile"],
    ["percentile", 0, "1st percentile", "1st percentile"],
    ["percentile", 100, "99th percentile", "99th percentile"],
  ])("%s %d", (unit, value, plain, signed) => {
    expect(formatValue(value, unit)).toBe(plain);
    expect(formatValue(value, unit, true)).toBe(signed);
  });

  it("never prints a probability as zero", () => {
    expect(formatValue(0.0049, "p")).toBe("<0.01");
    expect(formatValue(2 / 2 ** 20, "p")).toBe("<0.01");
    expect(formatValue(0.005, "p")).toBe("0.01");
  });

  it.each<[AbsentReason, string]>([
    ["not_reported", "not reported"],
    ["not_meaningful", "n/m"],
    ["stale", "withheld"],
    ["too_few_points", "too few"],
    ["unavailable", "n/a"],
  ])("absent because %s says %s, in every unit", (why, words) => {
    expect(formatValue(absent(why, "a note"), "pp")).toBe(words);
    expect(formatValue(absent(why, "a note"), "percentile", true)).toBe(words);
  });

  it("is signed where the figure says so", () => {
    const figure: Figure = {
      key: "a.b",
      label: "l",
      unit: "%",
      value: 4,
      asOf: "2026-01-01",
      definition: "d",
      sources: [],
    };
    expect(formatFigure(figure)).toBe("4.0%");
    expect(formatFigure({ ...figure, signed: true })).toBe("+4.0%");
    expect(formatFigure({ ...figure, signed: true, value: -4 })).toBe(`${MINUS}4.0%`);
  });
});

describe("ordinals", () => {
  it("follow English", () => {
    const said = [0, 1, 2, 3, 4, 10, 11, 12, 13, 14, 20, 21, 22, 23, 24, 100, 101, 111, 112, 113, 121].map(
      ordinal,
    );
    expect(said.join(" ")).toBe(
      "0th 1st 2nd 3rd 4th 10th 11th 12th 13th 14th 20th 21st 22nd 23rd 24th 100th 101st 111th 112th 113th 121st",
    );
  });
});

describe("dates", () => {
  it("read day, month, year", () => {
    expect(formatDate("2026-11-19")).toBe("19 Nov 2026");
    expect(formatDate("2026-01-02")).toBe("2 Jan 2026");
    expect(formatMonth("2026-11")).toBe("Nov 2026");
    expect(formatMonth("2026-12-31")).toBe("Dec 2026");
  });
  it("keep the minutes of a date-time, in UTC", () => {
    expect(formatDate("2026-08-21T06:05:00Z")).toBe("21 Aug 2026 06:05 UTC");
    expect(formatDate("2026-08-21T06:05")).toBe("21 Aug 2026 06:05 UTC");
    expect(formatDate("2026-08-21T01:05:00.123+02:00")).toBe("20 Aug 2026 23:05 UTC");
    expect(formatDate("2026-12-31T20:30-0500")).toBe("1 Jan 2027 01:30 UTC");
  });
  it("name every month", () => {
    const months = Array.from({ length: 12 }, (_, index) =>
      formatMonth(`2026-${String(index + 1).padStart(2, "0")}`),
    );
    expect(months.map((each) => each.slice(0, 3)).join(" ")).toBe(
      "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    );
  });
});
