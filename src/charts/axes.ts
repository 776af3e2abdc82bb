import type { Unit } from "../briefing/figure.ts";
import { type Box, LAYERS, lineMark, type Mark, textMark } from "./marks.ts";
import { textWidth } from "./measure.ts";
import { formatTick, type Scale } from "./scale.ts";
import { COLOURS, lineHeight, TEXT } from "./theme.ts";

const GRID = { colour: COLOURS.grid, width: 1.2 };
const REFERENCE = { colour: COLOURS.ink, width: 1.8, layer: LAYERS.grid };

/** Height of one line of tick labels with its distance from the plot. */
export const TICK_LINE = lineHeight(TEXT.quiet);
export const TICK_GAP = 10;

interface ValueAxis {
  readonly scale: Scale;
  readonly unit: Unit;
  /** The value that others are read against: its line and label stand out. */
  readonly reference: number | null;
}

/** Width of the column of tick labels left of a plot. */
export function tickColumnWidth({ scale, unit }: ValueAxis): number {
  return (
    Math.max(0, ...scale.ticks.map((tick) => textWidth(formatTick(tick, unit, scale), TEXT.strong))) + 14
  );
}

/** Horizontal grid lines with labels at their left. */
export function verticalAxis(axis: ValueAxis, plot: Box): Mark[] {
  const right = plot.x + plot.width;
  return ticksWithReference(axis, 26).flatMap(({ value, y, isReference }) => [
    lineMark(plot.x, y, right, y, isReference ? REFERENCE : GRID),
    textMark(
      formatTick(value, axis.unit, axis.scale),
      plot.x - 12,
      y,
      isReference ? TEXT.strong : TEXT.quiet,
      {
        align: "right",
      },
    ),
  ]);
}

/** The reference is a tick of its own; ticks that would crowd it give way. */
function ticksWithReference(
  axis: ValueAxis,
  gap: number,
): { value: number; y: number; isReference: boolean }[] {
  const { scale, reference } = axis;
  const isShown = reference !== null && (!scale.isLog || reference > 0);
  const referenceY = isShown ? scale.px(reference) : null;
  const others = scale.ticks
    .map((value) => ({ value, y: scale.px(value), isReference: false }))
    .filter(({ y }) => referenceY === null || Math.abs(y - referenceY) >= gap);
  return isShown && referenceY !== null
    ? [...others, { value: reference, y: referenceY, isReference: true }]
    : others;
}

/** Vertical grid lines with labels below, leaving out labels that would touch. */
export function horizontalAxis(axis: ValueAxis, plot: Box): Mark[] {
  const bottom = plot.y + plot.height;
  let occupiedTo = Number.NEGATIVE_INFINITY;
  return axis.scale.ticks.flatMap((value) => {
    const x = axis.scale.px(value);
    const isReference = value === axis.reference;
    const label = formatTick(value, axis.unit, axis.scale);
    const line = lineMark(x, plot.y, x, bottom, isReference ? REFERENCE : GRID);
    const half = textWidth(label, TEXT.strong) / 2;
    if (x - half < occupiedTo + 12) return [line];
    occupiedTo = x + half;
    const style = isReference ? TEXT.strong : TEXT.quiet;
    return [line, textMark(label, x, bottom + TICK_GAP + TICK_LINE / 2, style, { align: "center" })];
  });
}
