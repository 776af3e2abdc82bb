import type { DotsChart } from "../briefing/chart.ts";
import { formatValue } from "../briefing/format.ts";
import { isAbsent } from "../briefing/value.ts";
import { horizontalAxis, TICK_GAP, TICK_LINE } from "./axes.ts";
import { placeDotLabels } from "./dot-labels.ts";
import { type Drawing, emptyDrawing, framed } from "./drawing.ts";
import { type KeyItem, layoutKey, whisker } from "./key.ts";
import { type Box, dotMark, LAYERS, lineMark, type Mark, textMark } from "./marks.ts";
import { textWidth } from "./measure.ts";
import { labelColumnWidth, layoutRows, type Row } from "./rows.ts";
import { makeScale, type Scale } from "./scale.ts";
import { COLOURS, lineHeight, TEXT, type TextStyle } from "./theme.ts";
import { fitLine } from "./wrap.ts";

type DotsRow = DotsChart["rows"][number];

const RADIUS = 8;
const MEAN_HALF = 20;
const COLUMN_GAP = 30;
const LINE = lineHeight(TEXT.label);
const MEAN = { ...TEXT.strong, colour: COLOURS.secondary };

export function drawDots(spec: DotsChart, area: Box): Drawing {
  if (spec.rows.length === 0) return emptyDrawing(area);
  const numbers = spec.rows.map((row) => meanTexts(spec, row));
  const column = Math.max(
    0,
    ...numbers.flatMap(({ mean, interval }) => [textWidth(mean, MEAN), textWidth(interval, TEXT.quiet)]),
  );
  const left = area.x + labelColumnWidth(spec.rows);
  const width = area.x + area.width - column - COLUMN_GAP - left;
  const values = spec.rows.flatMap(({ dots, mean, interval }) => [
    ...dots.map(({ value }) => value),
    ...(isAbsent(mean) ? [] : [mean]),
    ...(interval ?? []),
  ]);
  const scale = makeScale({ values, from: left, to: left + width, padFrom: 34, padTo: 34, minTickGap: 90 });
  const key = layoutKey(keyOf(spec), { ...area, width: area.width - column - COLUMN_GAP });
  const top = area.y + Math.max(key.height, 34);
  const body = { ...area, y: top, height: area.y + area.height - TICK_GAP - TICK_LINE - top };
  const table = layoutRows(spec.rows, body);
  const plot = { x: left, y: top, width, height: body.height };
  const drawn = table.rows.map((row, index) => drawRow(spec, spec.rows[index], row, { scale, plot }));
  const right = area.x + area.width;
  return {
    ...framed(plot),
    marks: [
      ...table.marks,
      ...(values.length === 0 ? [] : horizontalAxis({ scale, unit: spec.unit, reference: 0 }, plot)),
      ...key.marks,
      textMark("Mean", right, area.y + 16, TEXT.quiet, { align: "right" }),
      ...drawn.flatMap(({ marks }) => marks),
      ...table.rows.flatMap((row, index) => numberMarks(numbers[index], right, row)),
    ],
    notes: [...table.notes, ...key.notes, ...drawn.flatMap(({ notes }) => notes)],
  };
}

interface MeanTexts {
  readonly mean: string;
  readonly interval: string;
  readonly style: TextStyle;
}

function keyOf({ rows, intervalLabel }: DotsChart): KeyItem[] {
  return [
    ...(rows.some(({ mean }) => !isAbsent(mean))
      ? [{ swatch: "tick", colour: COLOURS.secondary, text: "mean" } as const]
      : []),
    ...(rows.some(({ interval }) => interval !== null)
      ? [{ swatch: "whisker", colour: COLOURS.text, text: intervalLabel } as const]
      : []),
  ];
}

function meanTexts(spec: DotsChart, { mean, interval }: DotsRow): MeanTexts {
  const bounds = interval?.map((bound) => formatValue(bound, spec.unit));
  const style = isAbsent(mean) ? TEXT.quiet : MEAN;
  return {
    style,
    mean: formatValue(mean, spec.unit),
    interval: bounds === undefined ? "" : bounds.join(" to "),
  };
}

/** The mean, and its interval where the row has a second line. */
function numberMarks(texts: MeanTexts | undefined, right: number, row: Row): Mark[] {
  if (texts === undefined) return [];
  const isTwoLines = texts.interval !== "" && row.height >= 2 * LINE + 4;
  const y = row.middle - (isTwoLines ? LINE / 2 : 0);
  return [
    textMark(texts.mean, right, y, texts.style, { align: "right" }),
    ...(isTwoLines ? [textMark(texts.interval, right, y + LINE, TEXT.quiet, { align: "right" })] : []),
  ];
}

function drawRow(
  spec: DotsChart,
  row: DotsRow | undefined,
  place: Row,
  { scale, plot }: { scale: Scale; plot: Box },
): { marks: Mark[]; notes: string[] } {
  if (row === undefined) return { marks: [], notes: [] };
  const y = place.middle;
  const meanHalf = Math.min(MEAN_HALF, place.height / 2 - 3);
  const dots = row.dots.map(({ label, value }) => ({ label, value, x: scale.px(value) }));
  const labels = placeDotLabels(dots, {
    y,
    clear: meanHalf + 1,
    bounds: { x: plot.x, y: place.top + 1, width: plot.width + COLUMN_GAP / 2, height: place.height - 2 },
  });
  const isBlank = dots.length === 0 && isAbsent(row.mean) && row.interval === null;
  const blank = isBlank ? blankMarks(row, plot, y) : { marks: [], notes: [] };
  return {
    marks: [
      ...(row.interval === null
        ? []
        : whisker(scale.px(row.interval[0]), scale.px(row.interval[1]), y, Math.min(9, meanHalf))),
      ...dots.map(({ x }) => ({ ...dotMark(x, y, RADIUS, COLOURS.primary), z: LAYERS.over + 1 })),
      ...(isAbsent(row.mean) ? [] : meanMarks(scale.px(row.mean), y, meanHalf)),
      ...labels.marks,
      ...blank.marks,
    ],
    notes: [
      ...blank.notes,
      ...labels.unplaced.map(
        ({ label, value }) => `${row.label}, ${label}: ${formatValue(value, spec.unit)}`,
      ),
    ],
  };
}

function meanMarks(x: number, y: number, half: number): Mark[] {
  return [
    lineMark(x, y - half, x, y + half, { colour: COLOURS.paper, width: 9, layer: LAYERS.over + 2 }),
    lineMark(x, y - half, x, y + half, { colour: COLOURS.secondary, width: 5, layer: LAYERS.over + 2 }),
  ];
}

function blankMarks(row: DotsRow, plot: Box, y: number): { marks: Mark[]; notes: string[] } {
  const words = isAbsent(row.mean) ? row.mean.note : "";
  const { line, cut } = fitLine(words, plot.width - 24, TEXT.quiet);
  return {
    marks: [textMark(line, plot.x + 12, y, TEXT.quiet, { halo: true })],
    notes: cut ? [`${row.label}: ${words}`] : [],
  };
}
