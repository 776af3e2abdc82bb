import type { LineChart } from "../briefing/chart.ts";
import { formatValue } from "../briefing/format.ts";
import { xOf } from "./check.ts";
import type { LineSeries } from "./line.ts";
import { type Box, lineMark, type Mark, textMark } from "./marks.ts";
import { contains, overlaps, spread } from "./place.ts";
import { COLOURS, LABEL_COLOURS, lineHeight, TEXT, type TextStyle } from "./theme.ts";
import { blockWidth, wrap } from "./wrap.ts";

/** The name of a series, with its last value unless it is context, to stand at its end. */
export interface EndLabel {
  /** Index of the series among those drawn. */
  readonly index: number;
  readonly name: string;
  readonly lines: readonly string[];
  readonly style: TextStyle;
  readonly isMuted: boolean;
  /** True where the series ends at the right edge: its label stands in the column beside the plot. */
  readonly isEdge: boolean;
}

type Point = Readonly<{ x: number; y: number }>;

interface Labels {
  readonly marks: readonly Mark[];
  readonly notes: readonly string[];
}

const COLUMN_TEXT = 226;
const OFFSET = 14;
const ROW = lineHeight(TEXT.label);

/** Labels for as many series as fit beside a plot of `height` px; context goes without first. */
export function endLabels(
  spec: LineChart,
  series: readonly LineSeries[],
  [first, last]: readonly [number, number],
  height: number,
): { shown: EndLabel[]; left: EndLabel[]; notes: string[] } {
  const notes: string[] = [];
  const all = series.map((one, index): EndLabel => {
    const [x, y] = one.points.at(-1) ?? [0, 0];
    const isMuted = one.emphasis === "muted";
    const style = { ...(isMuted ? TEXT.quiet : TEXT.strong), colour: LABEL_COLOURS[one.emphasis] };
    const name = wrap(one.name, COLUMN_TEXT, style, 3);
    if (name.cut) notes.push(one.name);
    const lines = isMuted ? name.lines : [...name.lines, formatValue(y, spec.unit)];
    const isEdge = (last - xOf(spec.axis, x)) / (last - first) < 0.03;
    return { index, name: one.name, lines, style, isMuted, isEdge };
  });
  const room = (labels: readonly EndLabel[]) =>
    labels.reduce((sum, { lines, isEdge }) => sum + (isEdge ? lines.length * ROW + 2 : 0), 0);
  if (room(all) <= height) return { shown: all, left: [], notes };
  const shown: EndLabel[] = [];
  for (const label of all.filter(({ isMuted }) => !isMuted)) {
    if (room([...shown, label]) <= height) shown.push(label);
  }
  const left = all.filter((label) => !shown.includes(label));
  return { shown, left, notes: [...notes, ...left.map(({ name }) => name)] };
}

/** Width right of the plot that the labels of series ending there take. */
export function labelColumn(labels: readonly EndLabel[]): number {
  const widths = labels.filter(({ isEdge }) => isEdge).map(({ lines, style }) => blockWidth(lines, style));
  return widths.length === 0 ? 36 : Math.max(...widths) + OFFSET + 8;
}

export function placeEndLabels(
  labels: readonly EndLabel[],
  paths: readonly (readonly Point[])[],
  plot: Box,
  obstacles: readonly (readonly Point[])[],
): Labels {
  const edge = placeEdge(
    labels.filter(({ isEdge }) => isEdge),
    paths,
    plot,
  );
  const inner = placeInner(
    labels.filter(({ isEdge }) => !isEdge),
    paths,
    plot,
    obstacles,
  );
  return { marks: [...edge.marks, ...inner.marks], notes: [...edge.notes, ...inner.notes] };
}

const endOf = (label: EndLabel, paths: readonly (readonly Point[])[]): Point =>
  paths[label.index]?.at(-1) ?? { x: 0, y: 0 };

/** A column right of the plot; a label moved away from its line's end is tied to it by a thin line. */
function placeEdge(labels: readonly EndLabel[], paths: readonly (readonly Point[])[], plot: Box): Labels {
  const x = plot.x + plot.width + OFFSET;
  const blocks = labels.map((label) => ({
    middle: endOf(label, paths).y,
    height: label.lines.length * ROW + 2,
  }));
  const middles = spread(blocks, plot.y - 8, plot.y + plot.height + 6);
  if (middles === null) {
    const last = labels.findLast(({ isMuted }) => isMuted) ?? labels.at(-1);
    const fewer = placeEdge(
      labels.filter((label) => label !== last),
      paths,
      plot,
    );
    return { marks: fewer.marks, notes: [...fewer.notes, ...(last === undefined ? [] : [last.name])] };
  }
  const marks = labels.flatMap((label, index) => {
    const middle = middles[index] ?? 0;
    const end = endOf(label, paths);
    const isMoved = Math.abs(middle - end.y) > (label.lines.length * ROW) / 2;
    const tie = { colour: label.style.colour, width: 1 };
    return [
      ...(isMoved ? [lineMark(end.x + 5, end.y, x - 2, middle, tie)] : []),
      ...blockMarks(label, x, middle),
    ];
  });
  return { marks, notes: [] };
}

function blockMarks({ lines, style }: EndLabel, x: number, middle: number): Mark[] {
  const top = middle - (lines.length * ROW) / 2;
  return lines.map((line, row) => textMark(line, x, top + ROW * (row + 0.5), style, { halo: true }));
}

/** Beside the end of a series that stops inside the plot: the free spot that covers the least of other lines. */
function placeInner(
  labels: readonly EndLabel[],
  paths: readonly (readonly Point[])[],
  plot: Box,
  obstacles: readonly (readonly Point[])[],
): Labels {
  const inked = [...paths, ...obstacles].flatMap(densified);
  const taken: Box[] = [];
  const marks: Mark[] = [];
  const notes: string[] = [];
  for (const label of labels.toSorted((a, b) => Number(a.isMuted) - Number(b.isMuted))) {
    const end = endOf(label, paths);
    const best = candidates(label, end)
      .filter(({ box }) => contains(plot, box) && !taken.some((other) => overlaps(other, box, 4)))
      .map(({ box, distance }) => ({
        box,
        cost: distance / 8 + inked.filter((point) => isInside(point, box)).length,
      }))
      .reduce<{ box: Box; cost: number } | null>((a, b) => (a === null || b.cost < a.cost ? b : a), null);
    if (best === null) {
      notes.push(label.name);
      continue;
    }
    taken.push(best.box);
    const middle = best.box.y + best.box.height / 2;
    if (Math.abs(middle - end.y) > best.box.height) marks.push(tieMark(best.box, end));
    marks.push(...blockMarks(label, best.box.x, middle));
  }
  return { marks, notes };
}

function tieMark(box: Box, end: Point): Mark {
  const y = box.y > end.y ? box.y : box.y + box.height;
  const x = Math.min(Math.max(end.x, box.x), box.x + box.width);
  return lineMark(end.x, end.y, x, y, { colour: COLOURS.axis, width: 1 });
}

function candidates({ lines, style }: EndLabel, end: Point): { box: Box; distance: number }[] {
  const width = blockWidth(lines, style);
  const height = lines.length * ROW;
  const shifts = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6];
  return [end.x + OFFSET, end.x - width / 3, end.x - OFFSET - width].flatMap((x) =>
    shifts.map((shift) => {
      const dy = shift * 0.75 * ROW;
      return { box: { x, y: end.y - height / 2 + dy, width, height }, distance: Math.abs(dy) };
    }),
  );
}

const isInside = ({ x, y }: Point, box: Box): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

/** Points every few px along a path, so that a line between two far points counts as ink. */
function densified(path: readonly Point[]): Point[] {
  return path.flatMap((point, index) => {
    const next = path[index + 1];
    if (next === undefined) return [point];
    const steps = Math.min(60, Math.max(1, Math.ceil((next.x - point.x) / 8)));
    return Array.from({ length: steps }, (_, step) => ({
      x: point.x + ((next.x - point.x) * step) / steps,
      y: point.y + ((next.y - point.y) * step) / steps,
    }));
  });
}
