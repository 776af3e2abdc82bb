import { type Box, type Mark, textMark } from "./marks.ts";
import { TEXT } from "./theme.ts";

/** A spec laid out in px: what ECharts is told, and what the picture had no room for. */
export interface Drawing {
  /** Where the data lie. */
  readonly plot: Box;
  readonly xAxis: object;
  readonly yAxis: object;
  readonly series: readonly object[];
  readonly marks: readonly Mark[];
  /** Texts shortened or left out, in full, for the alt text. */
  readonly notes: readonly string[];
}

/**
 * ECharts gets positions in px: ticks and labels are our own marks, whose boxes we know, and its own
 * scales refuse ranges that are very small or very large.
 */
export function pxAxis(from: number, length: number, inverse = false): object {
  return { type: "value", show: false, min: from, max: from + length, inverse };
}

/** Axes as wide and high as the plot, for pictures made of marks alone: y grows downwards, as in px. */
export function framed(plot: Box): Pick<Drawing, "plot" | "xAxis" | "yAxis" | "series"> {
  return {
    plot,
    xAxis: pxAxis(plot.x, plot.width),
    yAxis: pxAxis(plot.y, plot.height, true),
    series: [],
  };
}

export function emptyDrawing(area: Box): Drawing {
  const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
  return {
    plot: area,
    xAxis: pxAxis(0, 1),
    yAxis: pxAxis(0, 1),
    series: [],
    marks: [textMark("No observations to draw", middle.x, middle.y, TEXT.quiet, { align: "center" })],
    notes: [],
  };
}
