import { describe, expect, it } from "vitest";
import type { Briefing } from "../../src/briefing/briefing.ts";
import type { ChartSpec } from "../../src/briefing/chart.ts";
import { clientCopy } from "../../src/briefing/client-copy.ts";
import type { Figure, Unit } from "../../src/briefing/figure.ts";
import { ROUNDED, roundingCaveat } from "../../src/briefing/rounding.ts";
import { absent, type Value } from "../../src/briefing/value.ts";
import { briefingOf, folderOf, monthlyLevels } from "../support/folder-assistant.ts";

const figure = (key: string, value: Value, unit: Unit): Figure => ({
  key,
  label: key,
  unit,
  value,
  asOf: "2026-07-31",
  definition: "By hand.",
  sources: [],
});
const said = (small: Value, large: Value, gap: Value, unit: Unit = "%", gapUnit: Unit = "pp") =>
  roundingCaveat(
    [
      {
        title: "",
        columns: ["", "Small", "Large", "Difference"],
        rows: [{ label: "", cells: ["s", "l", "d"] }],
      },
    ],
    [figure("s", small, unit), figure("l", large, unit), figure("d", gap, gapUnit)],
  );

describe("a printed difference", () => {
  it.each([
    [38.15, 35.14, 3.01], // 38.2 − 35.1 is 3.1; 3.0 is printed
    [7.88, 12.94, -5.06], // 7.9 − 12.9 is −5.0; −5.1 is printed
    [-3.06, -0.14, -2.92], // −3.1 + 0.1 is −3.0; −2.9 is printed
  ])("that is not of the printed values is explained: %d less %d", (small, large, difference) => {
    expect(said(small, large, difference)).toEqual([ROUNDED]);
  });

  it.each([
    [10, 4, 6],
    [34.1, 19.5, 14.6],
  ])("that is of the printed values is not: %d less %d", (small, large, difference) => {
    expect(said(small, large, difference)).toEqual([]);
  });

  it("with thousands is read as it prints", () => {
    expect(said(1234.56, 234.52, 1000.04)).toEqual([ROUNDED]);
    expect(said(1234.5, 234.5, 1000)).toEqual([]);
  });

  it("is none where the gap is a ratio, or where something is missing", () => {
    expect(said(19.04, 23.06, 100 * (19.04 / 23.06 - 1), "x", "%")).toEqual([]);
    expect(said(7.88, absent("unavailable", "no levels"), -5.06)).toEqual([]);
    expect(roundingCaveat([], [])).toEqual([]);
  });
});

it("is explained in a chart too, whose gap is a difference", () => {
  const chart = (left: number, right: number, gap: string): ChartSpec => ({
    kind: "dumbbell",
    id: "a",
    title: "",
    subtitle: "",
    unit: "%",
    left: "As it is",
    right: "Assumed",
    rows: [{ label: "", left, right, gap }],
    alt: "",
    footnote: "",
  });
  const caveat = (...given: Parameters<typeof chart>) => roundingCaveat([], [], [chart(...given)]);
  expect(caveat(47.36, 48.32, "+1.0 pp")).toEqual([ROUNDED]); // 48.3 − 47.4 is 0.9
  expect(caveat(47.3, 48.3, "+1.0 pp")).toEqual([]);
  expect(caveat(23.06, 19.04, "−17.4%")).toEqual([]); // a ratio
});

describe("a briefing", () => {
  const month = async (small: number, large: number): Promise<Briefing> =>
    briefingOf(
      await folderOf({
        levels: {
          small_total: monthlyLevels("2025-11", [100, small]),
          large_total: monthlyLevels("2025-11", [100, large]),
        },
      }),
      "performance window=1m",
    );

  it("says so once, where one of its tables shows it", async () => {
    const [off, even] = [await month(107.88, 112.94), await month(110, 104)];
    expect(off.caveats.filter((each) => each === ROUNDED)).toHaveLength(1);
    expect(even.caveats).not.toContain(ROUNDED);
  });

  it("says it in a copy for clients too", async () => {
    const copy = clientCopy(await month(107.88, 112.94));
    expect("refused" in copy ? [] : copy.disclosures.filter((each) => each === ROUNDED)).toHaveLength(1);
  });
});
