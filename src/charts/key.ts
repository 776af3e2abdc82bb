import { type Box, dotMark, LAYERS, lineMark, type Mark, rectMark, textMark } from "./marks.ts";
import { textWidth } from "./measure.ts";
import { COLOURS, TEXT } from "./theme.ts";
import { fitLine } from "./wrap.ts";

export type Swatch = "none" | "area" | "line" | "dashed" | "square" | "dot" | "tick" | "whisker";

export interface KeyItem {
  readonly swatch: Swatch;
  readonly colour: string;
  readonly text: string;
}

export interface Key {
  readonly marks: readonly Mark[];
  readonly height: number;
  readonly notes: readonly string[];
}

const ROW = 32;
const SWATCH = 26;
const GAP = 10;
const BETWEEN = 34;

/** Explains shading, marks and colours in rows above the plot; it takes no room where there is nothing to explain. */
export function layoutKey(items: readonly KeyItem[], area: Box): Key {
  const marks: Mark[] = [];
  const notes: string[] = [];
  let x = area.x;
  let y = area.y + ROW / 2;
  for (const item of items) {
    const { line, cut } = fitLine(item.text, area.width - SWATCH - GAP, TEXT.label);
    if (cut) notes.push(item.text);
    const indent = item.swatch === "none" ? 0 : SWATCH + GAP;
    const width = indent + textWidth(line, TEXT.label);
    if (x > area.x && x + width > area.x + area.width) {
      x = area.x;
      y += ROW;
    }
    marks.push(...swatchMarks(item, x, y), textMark(line, x + indent, y, TEXT.label));
    x += width + BETWEEN;
  }
  return { marks, height: items.length === 0 ? 0 : y + ROW / 2 + 12 - area.y, notes };
}

function swatchMarks({ swatch, colour }: KeyItem, x: number, y: number): Mark[] {
  const middle = x + SWATCH / 2;
  const right = x + SWATCH;
  switch (swatch) {
    case "none":
      return [];
    case "area":
      return [rectMark({ x, y: y - 11, width: SWATCH, height: 22 }, colour)];
    case "square":
      return [rectMark({ x: x + 3, y: y - 10, width: 20, height: 20 }, colour)];
    case "line":
      return [lineMark(x, y, right, y, { colour, width: 3 })];
    case "dashed":
      return [lineMark(middle, y - 12, middle, y + 12, { colour, width: 2, dash: [5, 4] })];
    case "dot":
      return [dotMark(middle, y, 9, colour)];
    case "tick":
      return [lineMark(middle, y - 12, middle, y + 12, { colour, width: 5 })];
    case "whisker":
      return whisker(x, right, y, 7);
  }
}

/** A horizontal interval with caps, on a white halo so that it stays visible on what it crosses. */
export function whisker(x1: number, x2: number, y: number, cap: number): Mark[] {
  const strokes = [
    { colour: COLOURS.paper, width: 6, layer: LAYERS.over },
    { colour: COLOURS.text, width: 2.2, layer: LAYERS.over },
  ];
  return strokes.flatMap((stroke) => [
    lineMark(x1, y, x2, y, stroke),
    lineMark(x1, y - cap, x1, y + cap, stroke),
    lineMark(x2, y - cap, x2, y + cap, stroke),
  ]);
}

/** The same, upright. */
export function uprightWhisker(x: number, y1: number, y2: number, cap: number): Mark[] {
  const strokes = [
    { colour: COLOURS.paper, width: 5.5, layer: LAYERS.over },
    { colour: COLOURS.ink, width: 2, layer: LAYERS.over },
  ];
  return strokes.flatMap((stroke) => [
    lineMark(x, y1, x, y2, stroke),
    lineMark(x - cap, y1, x + cap, y1, stroke),
    lineMark(x - cap, y2, x + cap, y2, stroke),
  ]);
}
