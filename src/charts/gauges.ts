import type { GaugesChart } from "../briefing/chart.ts";
import { isAbsent } from "../briefing/value.ts";
import { type Drawing, emptyDrawing, framed } from "./drawing.ts";
import { type Box, dotMark, LAYERS, lineMark, type Mark, rectMark, textMark } from "./marks.ts";
import { textWidth } from "./measure.ts";
import { labelColumnWidth, layoutRows, type Row } from "./rows.ts";
import { COLOURS, LABEL_COLOURS, MARK_COLOURS, TEXT } from "./theme.ts";
import { fitLine } from "./wrap.ts";

type GaugeRow = GaugesChart["rows"][number];

const HEADER = 36;
const TEXT_MOST = 280;
const RADIUS = 9;
/** What lies further off than this is drawn at the edge, with an open end. */
const FARTHEST = -4;
const FURTHEST = 2;

/** A lane a measure: its dot moves right towards the threshold that warns and the one that fires. */
export function drawGauges(spec: GaugesChart, area: Box): Drawing {
  if (spec.rows.length === 0) return emptyDrawing(area);
  const texts = spec.rows.map(({ text }) => fitLine(text, TEXT_MOST, TEXT.strong));
  const textColumn = Math.max(...texts.map(({ line }) => textWidth(line, TEXT.strong))) + 28;
  const left = area.x + labelColumnWidth(spec.rows);
  const plot = {
    x: left,
    y: area.y + HEADER,
    width: area.x + area.width - textColumn - left,
    height: area.height - HEADER,
  };
  const table = layoutRows(spec.rows, { ...area, y: plot.y, height: plot.height });
  const px = (position: number) =>
    plot.x + 16 + ((position - FARTHEST) / (FURTHEST - FARTHEST)) * (plot.width - 32);
  const right = area.x + area.width;
  const lanes = table.rows.map((row, at) => laneMarks(spec.rows[at], row, plot, px));
  return {
    ...framed(plot),
    marks: [
      ...zoneMarks(spec, plot, px),
      ...table.marks,
      ...lanes.flatMap(({ marks }) => marks),
      ...table.rows.map((row, at) =>
        textMark(texts[at]?.line ?? "", right, row.middle, TEXT.strong, { align: "right" }),
      ),
    ],
    notes: [
      ...table.notes,
      ...lanes.flatMap(({ notes }) => notes),
      ...spec.rows.filter((_, at) => texts[at]?.cut).map(({ label, text }) => `${label}: ${text}`),
    ],
  };
}

/** From the first threshold on shaded, from the second on darker, each named above its line. */
function zoneMarks({ thresholds }: GaugesChart, plot: Box, px: (position: number) => number): Mark[] {
  const [first, second] = [px(0), px(1)];
  const bottom = plot.y + plot.height;
  const room = second - first - 8;
  const names = thresholds.map((name) => fitLine(name, room, TEXT.quiet).line);
  const zone = (x: number, to: number, fill: string) =>
    rectMark({ x, y: plot.y, width: to - x, height: plot.height }, fill);
  return [
    zone(first, second, COLOURS.rowLine),
    zone(second, plot.x + plot.width, COLOURS.band),
    ...[first, second].map((x) => lineMark(x, plot.y, x, bottom, { colour: COLOURS.axis, width: 2 })),
    textMark(names[0] ?? "", first, plot.y - HEADER / 2, TEXT.quiet, { align: "center" }),
    textMark(names[1] ?? "", second, plot.y - HEADER / 2, TEXT.quiet, { align: "center" }),
  ];
}

function laneMarks(
  row: GaugeRow | undefined,
  { middle }: Row,
  plot: Box,
  px: (position: number) => number,
): { marks: Mark[]; notes: string[] } {
  if (row === undefined) return { marks: [], notes: [] };
  const { position, emphasis, label } = row;
  if (isAbsent(position)) {
    const { line, cut } = fitLine(position.note, px(0) - plot.x - 20, TEXT.quiet);
    return {
      marks: [textMark(line, plot.x + 12, middle, TEXT.quiet, { halo: true })],
      notes: cut ? [`${label}: ${position.note}`] : [],
    };
  }
  const shown = Math.max(FARTHEST, Math.min(FURTHEST, position));
  const x = px(shown);
  const colour = MARK_COLOURS[emphasis];
  const rail = { colour: COLOURS.axis, width: 1.4 };
  const way = { colour, width: 5, layer: LAYERS.grid + 1 };
  const isOff = shown !== position;
  return {
    marks: [
      lineMark(plot.x + 16, middle, plot.x + plot.width - 16, middle, rail),
      ...(x < px(1) ? [] : [lineMark(px(1), middle, x, middle, way)]),
      ...(isOff ? chevron(x, middle, shown < position ? 1 : -1, LABEL_COLOURS[emphasis]) : []),
      dotMark(x, middle, RADIUS, colour),
    ],
    notes: [],
  };
}

/** Beside a dot at the edge: it stands further off than drawn. */
function chevron(x: number, y: number, towards: 1 | -1, colour: string): Mark[] {
  const [tip, base] = [x + towards * 16, x + towards * 10];
  const stroke = { colour, width: 2.4, layer: LAYERS.over };
  return [lineMark(base, y - 7, tip, y, stroke), lineMark(base, y + 7, tip, y, stroke)];
}
