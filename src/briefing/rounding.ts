import type { Table } from "./briefing.ts";
import type { ChartSpec } from "./chart.ts";
import type { Figure } from "./figure.ts";
import { formatFigure, formatValue } from "./format.ts";
import { isAbsent } from "./value.ts";

/** Beside a printed difference that is not that of the printed values: 7.9 − 12.9 is −5.0, and −5.1 may stand there. */
export const ROUNDED =
  "Differences are of unrounded values, so some differ in the last digit from those of the printed ones.";

/** `ROUNDED`, where a row of these tables shows it; nothing where all agree. */
export function roundingCaveat(
  tables: readonly Table[],
  figures: readonly Figure[],
  charts: readonly ChartSpec[] = [],
): readonly string[] {
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  const isOff = ({ columns, rows }: Table): boolean => {
    const at = columns.findIndex((heading) => DIFFERENCE.test(heading)) - 1;
    if (at < 0) return false;
    return rows.some(({ cells }) => {
      const read = cells.map((key) => readingOf(byKey.get(key)));
      const difference = read[at];
      const others = read.filter((each) => each !== difference);
      return difference != null && pairsOf(others).some((pair) => isOffBy(pair, difference));
    });
  };
  return tables.some(isOff) || charts.some(hasGapOff) ? [ROUNDED] : [];
}

/** A chart's gap is printed already: it is a difference where it is as near to that of its two dots as printing allows. */
function hasGapOff(chart: ChartSpec): boolean {
  if (chart.kind !== "dumbbell") return false;
  return chart.rows.some(({ left, right, gap }) => {
    if (isAbsent(left) || isAbsent(right)) return false;
    const shown = Math.abs(numberIn(gap));
    const printed = (value: number) => numberIn(formatValue(value, chart.unit));
    return (
      Math.abs(Math.abs(right - left) - shown) <= 0.05 + SAME &&
      Math.abs(Math.abs(printed(right) - printed(left)) - shown) > SAME
    );
  });
}

/** "−1,234.5 pp" */
const numberIn = (text: string): number => Number(text.replace("\u2212", "-").replace(/[^\d.-]/g, ""));

const DIFFERENCE = /^(?:Difference|Gap|Change)\b/;

interface Reading {
  readonly exact: number;
  readonly printed: number;
}

/** The number that a figure prints; null: none. */
export const printedNumber = (figure: Figure): number | null => readingOf(figure)?.printed ?? null;

function readingOf(figure: Figure | undefined): Reading | null {
  if (figure === undefined || isAbsent(figure.value)) return null;
  const printed = numberIn(formatFigure(figure));
  return Number.isFinite(printed) ? { exact: figure.value, printed } : null;
}

const pairsOf = (read: readonly (Reading | null)[]): readonly (readonly [Reading, Reading])[] =>
  read.flatMap((one) =>
    read.flatMap((other): (readonly [Reading, Reading])[] =>
      one === null || other === null || one === other ? [] : [[one, other]],
    ),
  );

const SAME = 1e-6;

/** It is the difference of the two, and is not printed as that of what is printed of them. */
const isOffBy = ([one, other]: readonly [Reading, Reading], difference: Reading): boolean =>
  Math.abs(one.exact - other.exact - difference.exact) < SAME &&
  Math.abs(one.printed - other.printed - difference.printed) > SAME;
