import type { LineChart } from "../briefing/chart.ts";
import { xOf } from "./check.ts";
import type { KeyItem } from "./key.ts";
import { type Box, LAYERS, lineMark, type Mark, rectMark, textMark } from "./marks.ts";
import { textWidth } from "./measure.ts";
import { contains, overlaps } from "./place.ts";
import type { Scale } from "./scale.ts";
import { COLOURS, lineHeight, TEXT } from "./theme.ts";

type Span = readonly [first: number, last: number];

/** Shaded spans behind everything, at least 2 px wide so that a short recession stays visible. */
export function bandMarks(spec: LineChart, span: Span, scale: Scale, plot: Box): Mark[] {
  return bandsWithin(spec, span).map(({ from, to }) => {
    const x = scale.px(from);
    return rectMark(
      { x, y: plot.y, width: Math.max(2, scale.px(to) - x), height: plot.height },
      COLOURS.band,
    );
  });
}

function bandsWithin(spec: LineChart, [first, last]: Span): { from: number; to: number; label: string }[] {
  return spec.bands
    .map(({ from, to, label }) => ({
      from: Math.max(first, xOf(spec.axis, from)),
      to: Math.min(last, xOf(spec.axis, to, true)),
      label,
    }))
    .filter(({ from, to }) => from < to);
}

/** Vertical markers: labelled above the plot where their labels differ and fit, else explained once in the key. */
export interface Markers {
  readonly key: readonly KeyItem[];
  /** Room that labels take above the plot. */
  readonly stripHeight: number;
  readonly marks: (plot: Box, stripTop: number) => Mark[];
  readonly notes: readonly string[];
}

const STYLE = { ...TEXT.label, colour: COLOURS.accent };
const STRIP_ROW = lineHeight(STYLE);
/** Keeps a label that reaches over the axis clear of the topmost tick's. */
const STRIP_GAP = 10;
const FULL_HEIGHT_AT_MOST = 12;
const DASH = [6, 5];

export function layoutMarkers(spec: LineChart, span: Span, scale: Scale, area: Box): Markers {
  const at = spec.marks
    .map(({ x, label }) => ({ day: xOf(spec.axis, x), label }))
    .filter(({ day }) => day >= span[0] && day <= span[1])
    .sort((a, b) => a.day - b.day)
    .map(({ day, label }) => ({ x: scale.px(day), label }));
  const bandKey = bandKeyItems(bandsWithin(spec, span).map(({ label }) => label));
  if (at.length === 0) return { key: bandKey, stripHeight: 0, marks: () => [], notes: [] };
  const names = [...new Set(at.map(({ label }) => label))];
  const strip = names.length === 1 ? null : placeStrip(at, area);
  if (strip !== null) return { key: bandKey, notes: [], ...strip };
  const isRug = at.length > FULL_HEIGHT_AT_MOST;
  const shown = names.slice(0, 4).join(", ") + (names.length > 4 ? ", …" : "");
  return {
    key: [...bandKey, { swatch: isRug ? "tick" : "dashed", colour: COLOURS.accent, text: shown }],
    stripHeight: 0,
    marks: (plot) => at.map(({ x }) => (isRug ? rugMark(x, plot) : dashedMark(x, plot.y, plot))),
    notes: names.slice(4),
  };
}

function bandKeyItems(labels: readonly string[]): KeyItem[] {
  if (labels.length === 0) return [];
  return [{ swatch: "area", colour: COLOURS.band, text: [...new Set(labels)].join(" / ") }];
}

function rugMark(x: number, plot: Box): Mark {
  const bottom = plot.y + plot.height;
  return lineMark(x, bottom - 16, x, bottom, { colour: COLOURS.accent, width: 2.4 });
}

function dashedMark(x: number, top: number, plot: Box): Mark {
  const stroke = { colour: COLOURS.accent, width: 1.8, dash: DASH, layer: LAYERS.grid };
  return lineMark(x, top, x, plot.y + plot.height, stroke);
}

/** Labels in one row, else in two; null where they would touch each other or a neighbour's line. */
function placeStrip(
  at: readonly { x: number; label: string }[],
  area: Box,
): Pick<Markers, "stripHeight" | "marks"> | null {
  for (const rows of [1, 2]) {
    const height = rows * STRIP_ROW + STRIP_GAP;
    const placed = at.map(({ x, label }, index) => stripBox(x, label, (index % rows) * STRIP_ROW, area));
    const lines = placed.map(({ x, box }) => ({
      x,
      y: box.y + box.height,
      width: 0,
      height: height - box.y - box.height,
    }));
    const isFree = placed.every(({ box }, index) => {
      const others = [
        ...placed.slice(0, index).map((other) => other.box),
        ...lines.filter((_, line) => line !== index),
      ];
      return (
        contains({ ...area, y: 0 }, box) &&
        !others.some((other) => other.height > 0 && overlaps(box, other, 6))
      );
    });
    if (!isFree) continue;
    const marks = (plot: Box, top: number): Mark[] =>
      placed.flatMap(({ x, label, box }) => [
        textMark(label, box.x + box.width / 2, top + box.y + box.height / 2, STYLE, { align: "center" }),
        dashedMark(x, top + box.y + box.height, plot),
      ]);
    return { stripHeight: height, marks };
  }
  return null;
}

function stripBox(x: number, label: string, y: number, area: Box): { x: number; label: string; box: Box } {
  const width = textWidth(label, STYLE);
  const left = Math.min(Math.max(x - width / 2, area.x), area.x + area.width - width);
  return { x, label, box: { x: left, y, width, height: STRIP_ROW } };
}
