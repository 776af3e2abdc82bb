import type { LineChart } from "../briefing/chart.ts";
import { TICK_GAP, TICK_LINE, tickColumnWidth, verticalAxis } from "./axes.ts";
import { horizontalTicks } from "./axes-time.ts";
import { xOf } from "./check.ts";
import { type Drawing, emptyDrawing, pxAxis } from "./drawing.ts";
import { type KeyItem, layoutKey } from "./key.ts";
import { bandMarks, layoutMarkers } from "./line-context.ts";
import { type EndLabel, endLabels, labelColumn, placeEndLabels } from "./line-labels.ts";
import { type Box, dotMark, type Mark, textMark } from "./marks.ts";
import { makeScale, type Scale } from "./scale.ts";
import { COLOURS, LINE_WIDTHS, MARK_COLOURS, TEXT } from "./theme.ts";
import { fitLine } from "./wrap.ts";

export type LineSeries = LineChart["series"][number];

/** Several series of one emphasis differ by dash, never by colour alone. */
const DASHES: readonly (readonly number[] | null)[] = [null, [9, 5], [3, 4], [12, 4, 3, 4]];
const TICK_EVERY = 46;
/** Px of a line chart's area that are not plot, about: what ticks are counted with. */
const AROUND_PLOT = 100;

export function drawLine(spec: LineChart, area: Box): Drawing {
  const series = spec.series.filter(({ points }) => points.length > 0);
  const xs = series.flatMap(({ points }) => points.map(([x]) => xOf(spec.axis, x)));
  if (xs.length === 0) return emptyDrawing(area);
  const span = domain(xs);
  const labels = endLabels(spec, series, span, area.height - AROUND_PLOT);
  const xTitle = spec.xLabel === undefined ? null : fitLine(spec.xLabel, area.width, TEXT.quiet);
  const draft = valueScale(spec, series, area, area);
  const left = area.x + tickColumnWidth({ scale: draft, unit: spec.unit, reference: spec.reference });
  const right = area.x + area.width - labelColumn(labels.shown);
  const xScale = makeScale({ values: span, from: left, to: right, minTickGap: 70 });
  const ticks = horizontalTicks(spec.axis, span, xScale);
  const markers = layoutMarkers(spec, span, xScale, area);
  const key = layoutKey([...markers.key, ...othersKey(labels.left), ...logKey(draft)], area);
  const top = area.y + key.height + markers.stripHeight + (key.height + markers.stripHeight === 0 ? 14 : 0);
  const below = TICK_GAP + TICK_LINE * (ticks.rows + (xTitle === null ? 0 : 1));
  const plot = { x: left, y: top, width: right - left, height: area.y + area.height - below - top };
  const yScale = valueScale(spec, series, plot, area);
  const toPx = ([x, y]: readonly [string | number, number]) => ({
    x: xScale.px(xOf(spec.axis, x)),
    y: yScale.px(y),
  });
  const paths = series.map(({ points }) => points.map(toPx));
  const placed = placeEndLabels(labels.shown, paths, plot, referencePath(spec.reference, yScale, plot));
  const bottom = plot.y + plot.height;
  return {
    plot,
    xAxis: pxAxis(plot.x, plot.width),
    yAxis: pxAxis(plot.y, plot.height, true),
    series: series.map((one, index) => lineSeries(one, dashOf(series, index), paths[index] ?? [])),
    marks: [
      ...bandMarks(spec, span, xScale, plot),
      ...verticalAxis({ scale: yScale, unit: spec.unit, reference: spec.reference }, plot),
      ...ticks.marks(plot),
      ...markers.marks(plot, area.y + key.height),
      ...key.marks,
      ...endDots(series, paths),
      ...placed.marks,
      ...(xTitle === null ? [] : [titleMark(xTitle.line, plot, bottom + below - TICK_LINE / 2)]),
    ],
    notes: [
      ...key.notes,
      ...markers.notes,
      ...labels.notes,
      ...placed.notes,
      ...(xTitle?.cut ? [spec.xLabel ?? ""] : []),
    ],
  };
}

function domain(xs: readonly number[]): [number, number] {
  const first = xs.reduce((a, b) => Math.min(a, b));
  const last = xs.reduce((a, b) => Math.max(a, b));
  return first < last ? [first, last] : [first - 1, last + 1];
}

function valueScale(spec: LineChart, series: readonly LineSeries[], plot: Box, area: Box): Scale {
  const values = series.flatMap(({ points }) => points.map(([, y]) => y));
  return makeScale({
    values: spec.reference === null ? values : [...values, spec.reference],
    from: plot.y + plot.height,
    to: plot.y,
    minTickGap: TICK_EVERY,
    tickLength: area.height - AROUND_PLOT,
    allowLog: spec.unit === "index",
    snap: true,
  });
}

function dashOf(series: readonly LineSeries[], index: number): readonly number[] | null {
  const emphasis = series[index]?.emphasis;
  if (emphasis === "muted") return null;
  const before = series.slice(0, index).filter((other) => other.emphasis === emphasis).length;
  return DASHES[before % DASHES.length] ?? null;
}

const DEPTH = { muted: 2, accent: 3, secondary: 3.5, primary: 4 } as const;

function lineSeries(
  one: LineSeries,
  dash: readonly number[] | null,
  path: readonly { x: number; y: number }[],
): object {
  return {
    type: "line",
    z: DEPTH[one.emphasis],
    silent: true,
    showSymbol: false,
    data: path.map(({ x, y }) => [x, y]),
    lineStyle: {
      width: LINE_WIDTHS[one.emphasis],
      color: MARK_COLOURS[one.emphasis],
      join: "round",
      cap: dash === null ? "round" : "butt",
      ...(dash === null ? {} : { type: [...dash] }),
    },
  };
}

/** What a label should not lie on besides the series. */
function referencePath(reference: number | null, yScale: Scale, plot: Box): { x: number; y: number }[][] {
  if (reference === null) return [];
  const y = yScale.px(reference);
  return [
    [
      { x: plot.x, y },
      { x: plot.x + plot.width, y },
    ],
  ];
}

function endDots(
  series: readonly LineSeries[],
  paths: readonly (readonly { x: number; y: number }[])[],
): Mark[] {
  return series.flatMap((one, index) => {
    const end = paths[index]?.at(-1);
    if (end === undefined || (one.emphasis === "muted" && one.points.length > 1)) return [];
    return [dotMark(end.x, end.y, 7, MARK_COLOURS[one.emphasis], 0)];
  });
}

function othersKey(left: readonly EndLabel[]): KeyItem[] {
  if (left.length === 0) return [];
  return [
    { swatch: "line", colour: COLOURS.muted, text: left.length === 1 ? "1 other" : `${left.length} others` },
  ];
}

function logKey({ isLog }: Scale): KeyItem[] {
  return isLog ? [{ swatch: "none", colour: COLOURS.text, text: "log scale" }] : [];
}

function titleMark(text: string, plot: Box, y: number): Mark {
  return textMark(text, plot.x + plot.width / 2, y, TEXT.quiet, { align: "center" });
}
