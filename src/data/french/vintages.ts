import type { FactorMonth, Levels, Point } from "../../market/datasets.ts";
import { monthOf } from "../../maths/calendar.ts";
import { median } from "../../maths/statistics.ts";
import { few } from "../distrust/series.ts";
import { layoutFault } from "../http/fault.ts";

/** Returns of months, decimals. */
type Months = ReadonlyMap<string, number>;

/**
 * The library is made anew each month. Measured between two of its vintages: under five basis points in the median,
 * at most 33 since July 1963; before, single months were rewritten by up to 230.
 */
const OFTEN = 0.005;
const SINCE_1963 = 0.005;
const FIRST_STEADY_MONTH = "1963-07";

/** What a new file says of months that an earlier one told otherwise, in sentences. @throws SourceFault where it is another series */
export function compareLevels(before: Levels, after: Levels, since: string): readonly string[] {
  return (["small_total", "large_total"] as const).flatMap((name) =>
    compare(name === "small_total" ? "Lo 30" : "Hi 30", monthsOf(before[name]), monthsOf(after[name]), since),
  );
}

export function compareFactors(
  before: readonly FactorMonth[],
  after: readonly FactorMonth[],
  since: string,
): readonly string[] {
  return (["mktRf", "smb"] as const).flatMap((name) => {
    const months = (rows: readonly FactorMonth[]) => new Map(rows.map((row) => [row.month, row[name]]));
    return compare(name === "smb" ? "SMB" : "Mkt-RF", months(before), months(after), since);
  });
}

function monthsOf(points: readonly Point[] = []): Months {
  return new Map(
    points
      .slice(1)
      .map(({ date, value }, at) => [monthOf(date), value / (points[at]?.value ?? Number.NaN) - 1]),
  );
}

function compare(name: string, before: Months, after: Months, since: string): readonly string[] {
  const both = [...after].flatMap(([month, now]) => {
    const then = before.get(month);
    return then === undefined ? [] : [{ month, then, now, apart: Math.abs(now - then) }];
  });
  const middle = median(both.map(({ apart }) => apart));
  if (typeof middle === "number" && middle > OFTEN)
    throw layoutFault(
      `${name}: half of the months differ by ${points(middle)} or more from the file retrieved on ${since}: it is another series`,
    );
  const moved = both.filter(({ month, apart }) => month >= FIRST_STEADY_MONTH && apart > SINCE_1963);
  const lost = [...before.keys()].filter((month) => !after.has(month));
  return [
    ...(moved.length === 0
      ? []
      : [
          `${name} was rewritten since the file retrieved on ${since}: ${few(
            moved.map(({ month, then, now }) => `${month} was ${percent(then)}, is ${percent(now)}`),
          )}`,
        ]),
    ...(lost.length === 0
      ? []
      : [`${name} no longer has months of the file retrieved on ${since}: ${few(lost)}`]),
  ];
}

const percent = (value: number) => `${(100 * value).toFixed(2)} %`;
const points = (value: number) => `${(100 * value).toFixed(1)} percentage points`;
