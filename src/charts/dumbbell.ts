import type { DumbbellChart } from "../briefing/chart.ts";
import { formatValue } from "../briefing/format.ts";
import { type Absent, isAbsent, type Value } from "../briefing/value.ts";
import { horizontalAxis, TICK_GAP, TICK_LINE } from "./axes.ts";
import { type Drawing, emptyDrawing, framed } from "./drawing.ts";
import { layoutKey } from "./key.ts";
import { type Align, type Box, dotMark, LAYERS, lineMark, type Mark, textMark } from "./marks.ts";
import { textWidth } from "./measure.ts";
import { labelColumnWidth, layoutRows, type Row } from "./rows.ts";
import { makeScale, type Scale } from "./scale.ts";
import { COLOURS, TEXT, type TextStyle } from "./theme.ts";
import { fitLine } from "./wrap.ts";

type DumbbellRow = DumbbellChart["rows"][number];

const RADIUS = 11;
const LABEL_AT = RADIUS + 8;
const HEADER = 34;
const GAP_MOST = 240;
const LEFT = { ...TEXT.strong, colour: COLOURS.primary };
const RIGHT = { ...TEXT.strong, colour: COLOURS.secondary };

interface Part {
  readonly marks: readonly Mark[];
  readonly notes: readonly string[];
}

interface Context {
  readonly spec: DumbbellChart;
  readonly plot: Box;
  readonly scale: Scale;
}

export function drawDumbbell(spec: DumbbellChart, area: Box): Drawing {
  if (spec.rows.length === 0) return emptyDrawing(area);
  const gaps = spec.rows.map(({ gap }) => fitLine(gap, GAP_MOST, TEXT.strong));
  const hasGaps = gaps.some(({ line }) => line !== "");
  const gapWidth = hasGaps
    ? Math.max(...["Gap", ...gaps.map(({ line }) => line)].map((line) => textWidth(line, TEXT.strong))) + 28
    : 0;
  const left = area.x + labelColumnWidth(spec.rows);
  const width = area.x + area.width - gapWidth - left;
  const values = spec.rows
    .flatMap(({ left: one, right: other }) => [one, other])
    .filter((value) => typeof value === "number");
  const pad =
    LABEL_AT +
    6 +
    Math.max(0, ...values.map((value) => textWidth(formatValue(value, spec.unit), TEXT.strong)));
  const scaleOf = (of: readonly number[]) =>
    makeScale({
      values: of,
      from: left,
      to: left + width,
      padFrom: pad,
      padTo: pad,
      minTickGap: 90,
      allowLog: true,
    });
  const close = scaleOf(values);
  // A label that would stand across the line of zero goes beyond it, which needs room there.
  const scale = spec.rows.some((row) => crosses(spec, close, row)) ? scaleOf([0, ...values]) : close;
  const direct = nameMarks(spec, scale, { x: left, y: area.y, width, height: HEADER });
  const key = layoutKey(direct === null ? keyOf(spec) : [], { ...area, width: area.width - gapWidth });
  const top = area.y + Math.max(HEADER, key.height);
  const below = TICK_GAP + TICK_LINE;
  const body = { x: area.x, y: top, width: area.width, height: area.y + area.height - below - top };
  const table = layoutRows(spec.rows, body);
  const plot = { x: left, y: top, width, height: body.height };
  const drawn = table.rows.map((row, index) => drawRow({ spec, plot, scale }, spec.rows[index], row));
  const right = area.x + area.width;
  return {
    ...framed(plot),
    marks: [
      ...table.marks,
      ...(values.length === 0 ? [] : horizontalAxis({ scale, unit: spec.unit, reference: 0 }, plot)),
      ...(scale.isLog
        ? [textMark("log scale", area.x, plot.y + plot.height + TICK_GAP + TICK_LINE / 2, TEXT.quiet)]
        : []),
      ...key.marks,
      ...(direct ?? []),
      ...drawn.flatMap(({ marks }) => marks),
      ...(hasGaps ? [textMark("Gap", right, area.y + HEADER / 2, TEXT.quiet, { align: "right" })] : []),
      ...table.rows.map((row, index) =>
        textMark(gaps[index]?.line ?? "", right, row.middle, TEXT.strong, { align: "right" }),
      ),
    ],
    notes: [
      ...table.notes,
      ...key.notes,
      ...drawn.flatMap(({ notes }) => notes),
      ...spec.rows.filter((_, index) => gaps[index]?.cut).map(({ label, gap }) => `${label}: ${gap}`),
    ],
  };
}

function keyOf({ left, right }: DumbbellChart) {
  return [
    { swatch: "dot", colour: COLOURS.primary, text: left },
    { swatch: "dot", colour: COLOURS.secondary, text: right },
  ] as const;
}

/** The two names above the first row's dots, or null where they do not fit there. */
function nameMarks(spec: DumbbellChart, scale: Scale, strip: Box): Mark[] | null {
  const first = spec.rows[0];
  if (first === undefined || isAbsent(first.left) || isAbsent(first.right)) return null;
  const isLeftFirst = first.left <= first.right;
  const ends = [
    {
      name: isLeftFirst ? spec.left : spec.right,
      style: isLeftFirst ? LEFT : RIGHT,
      x: scale.px(Math.min(first.left, first.right)) + RADIUS,
    },
    {
      name: isLeftFirst ? spec.right : spec.left,
      style: isLeftFirst ? RIGHT : LEFT,
      x: scale.px(Math.max(first.left, first.right)) - RADIUS,
    },
  ] as const;
  const [low, high] = ends;
  const middle = (low.x + high.x) / 2;
  const lowX = Math.min(low.x, middle - 10);
  const highX = Math.max(high.x, middle + 10);
  const names = [
    fitLine(low.name, lowX - strip.x, low.style),
    fitLine(high.name, strip.x + strip.width - highX, high.style),
  ];
  if (names.some(({ line, cut }) => cut || line === "")) return null;
  const y = strip.y + strip.height / 2;
  return [
    textMark(low.name, lowX, y, low.style, { align: "right" }),
    textMark(high.name, highX, y, high.style, { align: "left" }),
  ];
}

function drawRow(context: Context, row: DumbbellRow | undefined, place: Row): Part {
  if (row === undefined) return { marks: [], notes: [] };
  const { left, right } = row;
  if (isAbsent(left)) {
    if (isAbsent(right)) return absentRow(context, row.label, [left, right], place);
    return oneSided(context, row, { value: right, isLeft: false, missing: left }, place);
  }
  if (isAbsent(right)) return oneSided(context, row, { value: left, isLeft: true, missing: right }, place);
  return { marks: pairMarks(context, left, right, place.middle), notes: [] };
}

function pairMarks({ spec, scale }: Context, left: number, right: number, y: number): Mark[] {
  const [x1, x2] = [scale.px(left), scale.px(right)];
  const label = (value: number, x: number, isBefore: boolean, style: TextStyle): Mark => {
    const text = formatValue(value, spec.unit);
    return textMark(text, labelAt(scale, x, isBefore, textWidth(text, style)), y, style, {
      align: isBefore ? "right" : "left",
      halo: true,
    });
  };
  return [
    lineMark(x1, y, x2, y, { colour: COLOURS.axis, width: 5, layer: LAYERS.grid + 1 }),
    // Coinciding dots show as a ring: the smaller one lies on the larger.
    dotMark(x1, y, RADIUS, COLOURS.primary),
    dotMark(x2, y, Math.abs(x1 - x2) < RADIUS ? RADIUS - 5 : RADIUS, COLOURS.secondary),
    label(left, x1, left <= right, LEFT),
    label(right, x2, left > right, RIGHT),
  ];
}

const BESIDE_ZERO = 10;

/** Where a label's near end stands: beside its dot, or beyond the line of zero where it would lie across that. */
function labelAt(scale: Scale, x: number, isBefore: boolean, width: number): number {
  const beside = isBefore ? x - LABEL_AT : x + LABEL_AT;
  if (scale.isLog) return beside;
  const zero = scale.px(0);
  const [from, to] = isBefore ? [beside - width, beside] : [beside, beside + width];
  if (zero <= from - BESIDE_ZERO || zero >= to + BESIDE_ZERO) return beside;
  return isBefore ? zero - BESIDE_ZERO : zero + BESIDE_ZERO;
}

function crosses({ unit }: DumbbellChart, scale: Scale, { left, right }: DumbbellRow): boolean {
  if (isAbsent(left) || isAbsent(right)) return false;
  const isMoved = (value: number, isBefore: boolean) => {
    const x = scale.px(value);
    const beside = isBefore ? x - LABEL_AT : x + LABEL_AT;
    return labelAt(scale, x, isBefore, textWidth(formatValue(value, unit), TEXT.strong)) !== beside;
  };
  return isMoved(Math.min(left, right), true) || isMoved(Math.max(left, right), false);
}

/** The reasons stand where the dots would be. */
function absentRow(
  { plot, spec }: Context,
  label: string,
  sides: readonly [Absent, Absent],
  place: Row,
): Part {
  const reasons = sides.map((side) =>
    [formatValue(side, spec.unit), side.note].filter((part) => part !== "").join(": "),
  );
  const words = [...new Set(reasons)].join("; ");
  const { line, cut } = fitLine(words, plot.width - 24, TEXT.quiet);
  return {
    marks: [textMark(line, plot.x + 12, place.middle, TEXT.quiet, { halo: true })],
    notes: cut ? [`${label}: ${words}`] : [],
  };
}

/** One dot with its value; the missing side is named beside it, towards the side with more room. */
function oneSided(
  { spec, plot, scale }: Context,
  row: DumbbellRow,
  side: { value: number; isLeft: boolean; missing: Value },
  place: Row,
): Part {
  const x = scale.px(side.value);
  const style = side.isLeft ? LEFT : RIGHT;
  const isRightwards = x < plot.x + plot.width / 2;
  const align: Align = isRightwards ? "left" : "right";
  const direction = isRightwards ? 1 : -1;
  const value = formatValue(side.value, spec.unit);
  const near = x + direction * LABEL_AT;
  const far = near + direction * (textWidth(value, style) + 16);
  const room = isRightwards ? plot.x + plot.width - far : far - plot.x;
  const words = `${side.isLeft ? spec.right : spec.left}: ${formatValue(side.missing, spec.unit)}`;
  const { line, cut } = fitLine(words, room, TEXT.quiet);
  return {
    marks: [
      dotMark(x, place.middle, RADIUS, style.colour),
      textMark(value, near, place.middle, style, { align, halo: true }),
      textMark(line, far, place.middle, TEXT.quiet, { align, halo: true }),
    ],
    notes: cut ? [`${row.label}: ${words}`] : [],
  };
}
