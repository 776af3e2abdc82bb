import { COLOURS, FONT_FAMILY, lineHeight, type TextStyle } from "./theme.ts";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Align = "left" | "center" | "right";

/** An element of ECharts' graphic component. */
export type Mark = Readonly<Record<string, unknown>>;

/** Drawing order: grid behind series (which ECharts puts at 2), labels above, the watermark over all. */
export const LAYERS = { back: 0, grid: 1, over: 5, label: 10, watermark: 20 } as const;

const round = (value: number): number => Math.round(value * 100) / 100;

interface TextOptions {
  readonly align?: Align;
  /** A white outline, for labels that may lie on lines. */
  readonly halo?: boolean;
}

/** One line of text; `y` is its middle. */
export function textMark(
  text: string,
  x: number,
  y: number,
  style: TextStyle,
  options: TextOptions = {},
): Mark {
  const halo = options.halo === true ? { stroke: COLOURS.paper, lineWidth: 5 } : {};
  return {
    type: "text",
    silent: true,
    z: LAYERS.label,
    x: round(x),
    y: round(y),
    style: {
      text: safeKey(text),
      align: options.align ?? "left",
      verticalAlign: "middle",
      fontFamily: FONT_FAMILY,
      fontSize: style.size,
      fontWeight: style.weight,
      fill: style.colour,
      ...halo,
    },
  };
}

/**
 * zrender caches text widths in a plain object: a name such as "__proto__" or "constructor" would find there,
 * and change, what every object inherits. With a space behind it, it is a key like others.
 */
function safeKey(text: string): string {
  return text in Object.prototype ? `${text} ` : text;
}

/** Lines of text downwards; `y` is the top of the block. */
export function textBlock(
  lines: readonly string[],
  x: number,
  y: number,
  style: TextStyle,
  options: TextOptions = {},
): Mark[] {
  const step = lineHeight(style);
  return lines.map((line, index) => textMark(line, x, y + step * (index + 0.5), style, options));
}

export interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly layer?: number;
}

export function lineMark(x1: number, y1: number, x2: number, y2: number, stroke: Stroke): Mark {
  return {
    type: "line",
    silent: true,
    z: stroke.layer ?? LAYERS.grid,
    shape: { x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) },
    style: {
      stroke: stroke.colour,
      lineWidth: stroke.width,
      ...(stroke.dash === undefined ? {} : { lineDash: [...stroke.dash] }),
    },
  };
}

export function rectMark(box: Box, fill: string, layer: number = LAYERS.back): Mark {
  const shape = { x: round(box.x), y: round(box.y), width: round(box.width), height: round(box.height) };
  return { type: "rect", silent: true, z: layer, shape, style: { fill } };
}

/** `ring` is the white edge that keeps neighbouring dots apart. */
export function dotMark(x: number, y: number, radius: number, fill: string, ring = 2): Mark {
  return {
    type: "circle",
    silent: true,
    z: LAYERS.over,
    shape: { cx: round(x), cy: round(y), r: radius },
    style: ring === 0 ? { fill } : { fill, stroke: COLOURS.paper, lineWidth: ring },
  };
}
