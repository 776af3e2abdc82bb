import type { PanelsChart } from "../briefing/chart.ts";
import { formatNumber, formatValue } from "../briefing/format.ts";
import { TICK_GAP, TICK_LINE, tickColumnWidth } from "./axes.ts";
import { type Drawing, emptyDrawing, pxAxis } from "./drawing.ts";
import { type Box, dotMark, LAYERS, lineMark, type Mark, textBlock, textMark } from "./marks.ts";
import { textWidth } from "./measure.ts";
import { formatTick, makeScale, multiples, niceStep, type Scale } from "./scale.ts";
import { COLOURS, LABEL_COLOURS, LINE_WIDTHS, lineHeight, MARK_COLOURS, TEXT } from "./theme.ts";
import { fitLine, wrap } from "./wrap.ts";

type Panel = PanelsChart["panels"][number];

const LINE = lineHeight(TEXT.label);
const LEAST = { width: 210, height: LINE + 64 };
const BETWEEN = { x: 34, y: 16 };
const GRID = { colour: COLOURS.grid, width: 1.2 };
const REFERENCE = { colour: COLOURS.ink, width: 1.6, layer: LAYERS.grid };
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 36, 60, 120];

interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly shown: readonly Panel[];
  readonly rest: readonly Panel[];
}

interface Part {
  readonly marks: readonly Mark[];
  readonly notes: readonly string[];
}

/** Panels in reading order; what has no room is counted, never dropped in silence. */
export function drawPanels(spec: PanelsChart, area: Box): Drawing {
  const points = spec.panels.flatMap((panel) => panel.points);
  if (points.length === 0) return emptyDrawing(area);
  const below = TICK_GAP + 2 * TICK_LINE;
  const body = { ...area, height: area.height - below };
  const grid = gridOf(spec.panels, body);
  const rest = grid.rest.length > 0 ? `${grid.rest.length} more not drawn · ` : "";
  const title = fitLine(`${rest}${spec.xLabel}`, area.width - 160, TEXT.quiet);
  const values = points.map(([, y]) => y);
  const rough = (height: number): Scale =>
    makeScale({
      values: spec.reference === null ? values : [...values, spec.reference],
      from: height,
      to: 0,
      minTickGap: 34,
      snap: true,
    });
  const height = (body.height - (grid.rows - 1) * BETWEEN.y) / grid.rows;
  const yScale = rough(height - LINE - 8);
  const left = body.x + tickColumnWidth({ scale: yScale, unit: spec.unit, reference: spec.reference });
  const width = (body.x + body.width - left - (grid.columns - 1) * BETWEEN.x) / grid.columns;
  const xs = points.map(([x]) => x);
  const xScale = makeScale({
    values: [Math.min(0, ...xs), Math.max(1, ...xs)],
    from: 0,
    to: width,
    minTickGap: 60,
  });
  const boxes = grid.shown.map((_, at) => ({
    x: left + (at % grid.columns) * (width + BETWEEN.x),
    y: body.y + Math.floor(at / grid.columns) * (height + BETWEEN.y),
    width,
    height,
  }));
  const context = { spec, xScale, yScale };
  const parts = grid.shown.map((panel, at) => drawPanel(context, panel, boxes[at] ?? body));
  const isLowest = (at: number) => at + grid.columns >= grid.shown.length;
  const bottom = body.y + body.height;
  return {
    plot: body,
    xAxis: pxAxis(body.x, body.width),
    yAxis: pxAxis(body.y, body.height, true),
    series: grid.shown.map((panel, at) => pathSeries(context, panel, boxes[at] ?? body)),
    marks: [
      ...boxes.flatMap((box, at) => (at % grid.columns === 0 ? valueTicks(context, box) : [])),
      ...boxes.flatMap((box, at) => (isLowest(at) ? monthTicks(context, box) : [])),
      ...parts.flatMap(({ marks }) => marks),
      textMark(
        title.line,
        left + (area.x + area.width - left) / 2,
        bottom + below - TICK_LINE / 2,
        TEXT.quiet,
        {
          align: "center",
        },
      ),
    ],
    notes: [
      ...parts.flatMap(({ notes }) => notes),
      ...grid.rest.map(({ label }) => label),
      ...(title.cut ? [spec.xLabel] : []),
    ],
  };
}

function gridOf(panels: readonly Panel[], { width, height }: Box): Grid {
  const mostColumns = Math.max(1, Math.floor((width - 60) / LEAST.width));
  const columns = Math.min(mostColumns, panels.length <= 3 ? panels.length : Math.ceil(panels.length / 2));
  const mostRows = Math.max(1, Math.floor((height - LINE + BETWEEN.y) / (LEAST.height + BETWEEN.y)));
  const shown = panels.slice(0, columns * mostRows);
  return { columns, rows: Math.ceil(shown.length / columns), shown, rest: panels.slice(shown.length) };
}

interface Context {
  readonly spec: PanelsChart;
  /** Px from a panel's own left, and from the top of its plot. */
  readonly xScale: Scale;
  readonly yScale: Scale;
}

const plotTop = (box: Box) => box.y + LINE + 8;

function pathSeries({ xScale, yScale }: Context, { emphasis, points }: Panel, box: Box): object {
  return {
    type: "line",
    z: 3,
    silent: true,
    showSymbol: false,
    data: points.map(([x, y]) => [box.x + xScale.px(x), plotTop(box) + yScale.px(y)]),
    lineStyle: { width: LINE_WIDTHS.primary, color: MARK_COLOURS[emphasis], join: "round", cap: "round" },
  };
}

/** The label at the left, the last value at the right, both above the panel's plot. */
function drawPanel(context: Context, panel: Panel, box: Box): Part {
  const { spec, xScale, yScale } = context;
  const top = plotTop(box);
  const right = box.x + box.width;
  const end = panel.points.at(-1);
  const style = { ...TEXT.strong, colour: LABEL_COLOURS[panel.emphasis] };
  const value = end === undefined ? "" : formatValue(end[1], spec.unit);
  const label = fitLine(panel.label, box.width - textWidth(value, style) - 14, TEXT.strong);
  const reason = wrap(end === undefined ? (panel.reason ?? "") : "", box.width - 12, TEXT.quiet, 2);
  return {
    marks: [
      textMark(label.line, box.x, box.y + LINE / 2, TEXT.strong),
      textMark(value, right, box.y + LINE / 2, style, { align: "right" }),
      ...yScale.ticks.map((tick) =>
        lineMark(box.x, top + yScale.px(tick), right, top + yScale.px(tick), GRID),
      ),
      ...(spec.reference === null
        ? []
        : [
            lineMark(
              box.x,
              top + yScale.px(spec.reference),
              right,
              top + yScale.px(spec.reference),
              REFERENCE,
            ),
          ]),
      ...(end === undefined
        ? textBlock(reason.lines, box.x + 6, top + 6, TEXT.quiet, { halo: true })
        : [dotMark(box.x + xScale.px(end[0]), top + yScale.px(end[1]), 6, MARK_COLOURS[panel.emphasis], 0)]),
    ],
    notes: [
      ...(label.cut ? [panel.label] : []),
      ...(reason.cut ? [`${panel.label}: ${panel.reason ?? ""}`] : []),
    ],
  };
}

/** Left of the first panel of a row; labels that would touch are left out. */
function valueTicks({ spec, yScale }: Context, box: Box): Mark[] {
  let free = Number.POSITIVE_INFINITY;
  return yScale.ticks.flatMap((tick) => {
    const y = plotTop(box) + yScale.px(tick);
    if (y > free) return [];
    free = y - LINE;
    const style = tick === spec.reference ? TEXT.strong : TEXT.quiet;
    return [textMark(formatTick(tick, spec.unit, yScale), box.x - 12, y, style, { align: "right" })];
  });
}

function monthTicks({ xScale, spec }: Context, box: Box): Mark[] {
  const months = spec.panels.flatMap(({ points }) => points.map(([x]) => x));
  const last = Math.max(1, ...months);
  const most = Math.max(2, Math.floor(box.width / 46));
  const step = MONTH_STEPS.find((each) => last / each + 1 <= most) ?? niceStep(last / most);
  const bottom = box.y + box.height;
  return multiples(step, Math.min(0, ...months), last).map((month) =>
    textMark(
      formatNumber(month, 0),
      box.x + xScale.px(month),
      bottom + TICK_GAP + TICK_LINE / 2,
      TEXT.quiet,
      {
        align: "center",
      },
    ),
  );
}
