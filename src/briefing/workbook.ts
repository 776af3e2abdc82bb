import type { Briefing } from "./briefing.ts";
import { figureRows } from "./csv.ts";
import { formatDate, formatFigure } from "./format.ts";
import { sourceLine } from "./frame.ts";
import { isAbsent } from "./value.ts";

/** A cell is a text or a number; what begins like a formula is a text all the same, since the file says so. */
type Cell = string | number;

export interface Sheet {
  readonly name: string;
  /** The first row is the head. */
  readonly rows: readonly (readonly Cell[])[];
  readonly widths: readonly number[];
}

/** A briefing as the sheets of a workbook: what was found, with every caveat; its tables; every figure unrounded. */
export function workbookOf(briefing: Briefing): readonly Sheet[] {
  return [
    { name: "Briefing", rows: findings(briefing), widths: [22, 110] },
    { name: "Tables", rows: tables(briefing), widths: [44, 18, 18, 18, 18, 18] },
    {
      name: "Figures",
      rows: figureRows(briefing.figures),
      widths: [38, 50, 10, 18, 14, 40, 12, 8, 80, 50, 22, 30],
    },
  ];
}

function findings(briefing: Briefing): readonly (readonly Cell[])[] {
  const { headline, subtitle, dataMode, hypothetical, asOf, pairDetail, notes, caveats, sources, firm } =
    briefing;
  const named = (name: string, texts: readonly string[]) => texts.map((text) => [name, text]);
  return [
    ["", headline],
    ["Measured", subtitle],
    ["As of", formatDate(asOf)],
    ...(dataMode === "sample" ? [["Data", "SAMPLE DATA: invented indices and invented numbers"]] : []),
    ...(hypothetical ? [["Data", "HYPOTHETICAL: under an assumption that the user made"]] : []),
    ["Small", pairDetail.small],
    ["Large", pairDetail.large],
    ...named("Note", notes),
    ...named("Caveat", caveats),
    ["Source", sourceLine(sources)],
    ...named(
      "Firm",
      [firm.name, firm.disclaimer].filter((text) => text !== ""),
    ),
    ["Asked as", briefing.command],
    ["Briefing", briefing.id],
  ];
}

/** Each table under its title; a number as a number, its unit in the sheet of figures. */
function tables({ tables: all, figures }: Briefing): readonly (readonly Cell[])[] {
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  const cell = (key: string): Cell => {
    const figure = byKey.get(key);
    if (figure === undefined)
      throw new TypeError(`a table names the figure "${key}", which was not computed`);
    return isAbsent(figure.value) ? formatFigure(figure) : figure.value;
  };
  return all.flatMap(({ title, columns, rows }) => [
    [title],
    columns,
    ...rows.map(({ label, cells }) => [label, ...cells.map(cell)]),
    [],
  ]);
}
