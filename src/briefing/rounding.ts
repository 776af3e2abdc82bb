import type { Table } from "./briefing.ts";
import type { Figure } from "./figure.ts";
import { formatFigure } from "./format.ts";
import { isAbsent } from "./value.ts";

/** Beside a printed difference that is not that of the printed values: 7.9 − 12.9 is −5.0, and −5.1 may stand there. */
export const ROUNDED =
  "Differences are of unrounded values, so some differ in the last digit from those of the printed ones.";

/** `ROUNDED`, where a row of these tables shows it; nothing where all agree. */
export function roundingCaveat(tables: readonly Table[], figures: readonly Figure[]): readonly string[] {
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
  return tables.some(isOff) ? [ROUNDED] : [];
}

const DIFFERENCE = /^(?:Difference|Gap|Change)\b/;

interface Reading {
  readonly exact: number;
  readonly printed: number;
}

function readingOf(figure: Figure | undefined): Reading | null {
  if (figure === undefined || isAbsent(figure.value)) return null;
  const printed = Number(
    formatFigure(figure)
      .replace("\u2212", "-")
      .replace(/[^\d.-]/g, ""),
  );
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
