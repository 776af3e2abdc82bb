import type { BarChart } from "../briefing/chart.ts";
import { formatValue } from "../briefing/format.ts";
import { isAbsent } from "../briefing/value.ts";
import { type Drawing, emptyDrawing, framed } from "./drawing.ts";
import { type Box, LAYERS, lineMark, type Mark, rectMark, textMark } from "./marks.ts";
import { textWidth } from "./measure.ts";
import { labelColumnWidth, layoutRows, type Row } from "./rows.ts";
import { makeScale, type Scale } from "./scale.ts";
import { COLOURS, MARK_COLOURS, TEXT } from "./theme.ts";
import { fitLine } from "./wrap.ts";

const HEADER = 34;
const END_MOST = 320;
const GAP = 28;
const LABEL_AT = 10;
const THICKEST = 26;

/** Bars that lie, each beside its whole name, with its value at its end: they need no axis but the line of zero. */
export function drawLyingBars(spec: BarChart, lying: NonNullable<BarChart["lying"]>, area: Box): Drawing {
  const [series] = spec.series;
  if (series === undefined || spec.groups.length === 0) return emptyDrawing(area);
  const labels = spec.groups.map((label) => ({ label }));
  const ends = lying.ends.map((end) => fitLine(end, END_MOST, TEXT.quiet));
  const column = Math.max(
    ...[lying.heading, ...ends.map(({ line }) => line)].map((line) => textWidth(line, TEXT.quiet)),
  );
  const left = area.x + labelColumnWidth(labels);
  const right = area.x + area.width;
  const body = { ...area, y: area.y + HEADER, height: area.height - HEADER };
  const table = layoutRows(labels, body);
  const plot = { ...body, x: left, width: right - column - GAP - left };
  const present = series.values.filter((value) => typeof value === "number");
  const room =
    LABEL_AT + Math.max(0, ...present.map((value) => textWidth(formatValue(value, spec.unit), TEXT.strong)));
  const scale = makeScale({
    values: [0, ...present],
    from: left,
    to: left + plot.width,
    padFrom: present.some((value) => value < 0) ? room : 0,
    padTo: room,
    minTickGap: 90,
  });
  const zero = scale.px(0);
  return {
    ...framed(plot),
    marks: [
      ...table.marks,
      lineMark(zero, plot.y, zero, bottomOf(table.rows, plot), { colour: COLOURS.ink, width: 1.6 }),
      ...table.rows.flatMap((row, at) => barMarks(spec, at, row, scale)),
      textMark(lying.heading, right, area.y + HEADER / 2, TEXT.quiet, { align: "right" }),
      ...table.rows.map((row, at) =>
        textMark(ends[at]?.line ?? "", right, row.middle, TEXT.quiet, { align: "right" }),
      ),
    ],
    notes: [...table.notes, ...spec.groups.filter((_, at) => ends[at]?.cut).map((name) => name)],
  };
}

/** The line of zero ends with the last row that has room. */
const bottomOf = (rows: readonly Row[], { y, height }: Box): number => {
  const last = rows.at(-1);
  return last === undefined ? y + height : last.top + last.height;
};

function barMarks({ series, unit }: BarChart, at: number, row: Row, scale: Scale): Mark[] {
  const [one] = series;
  const value = one?.values[at];
  if (one === undefined || value === undefined) return [];
  const zero = scale.px(0);
  if (isAbsent(value))
    return [textMark(formatValue(value, unit), zero + LABEL_AT, row.middle, TEXT.quiet, { halo: true })];
  const x = scale.px(value);
  const thick = Math.min(THICKEST, row.height * 0.62);
  const bar = { x: Math.min(zero, x), y: row.middle - thick / 2, width: Math.abs(x - zero), height: thick };
  return [
    rectMark(bar, MARK_COLOURS[one.emphasis], LAYERS.over),
    textMark(formatValue(value, unit), value < 0 ? x - LABEL_AT : x + LABEL_AT, row.middle, TEXT.strong, {
      align: value < 0 ? "right" : "left",
      halo: true,
    }),
  ];
}
