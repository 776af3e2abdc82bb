import type { LineChart } from "../briefing/chart.ts";
import { formatNumber } from "../briefing/format.ts";
import { TICK_GAP, TICK_LINE } from "./axes.ts";
import { type Box, lineMark, type Mark, textMark } from "./marks.ts";
import { multiples, niceStep, type Scale } from "./scale.ts";
import { COLOURS, TEXT } from "./theme.ts";
import { timeTicks } from "./time-axis.ts";
import { blockWidth } from "./wrap.ts";

export interface HorizontalTicks {
  /** Lines of text below the plot. */
  readonly rows: number;
  readonly marks: (plot: Box) => Mark[];
}

interface Tick {
  readonly at: number;
  readonly lines: readonly string[];
}

const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 36, 60, 120];
const STROKE = { colour: COLOURS.axis, width: 1.6 };

/** Ticks of a date or month axis: the widest label decides how many there are. */
export function horizontalTicks(
  axis: LineChart["axis"],
  [first, last]: readonly [number, number],
  scale: Scale,
): HorizontalTicks {
  const length = scale.px(last) - scale.px(first);
  const ticks: readonly Tick[] =
    axis === "months"
      ? monthCounts(first, last, Math.max(2, Math.floor(length / 64)))
      : timeTicks(first, last, length).map(({ day, lines }) => ({
          at: day,
          lines,
        }));
  return {
    rows: Math.max(1, ...ticks.map(({ lines }) => lines.length)),
    marks: (plot) => [baseline(plot), ...ticks.flatMap((tick) => tickMarks(tick, scale, plot))],
  };
}

function monthCounts(first: number, last: number, maxTicks: number): Tick[] {
  const step =
    MONTH_STEPS.find((candidate) => (last - first) / candidate + 1 <= maxTicks) ??
    niceStep((last - first) / maxTicks);
  return multiples(step, first, last).map((at) => ({ at, lines: [formatNumber(at, 0)] }));
}

function baseline(plot: Box): Mark {
  const bottom = plot.y + plot.height;
  return lineMark(plot.x, bottom, plot.x + plot.width, bottom, STROKE);
}

function tickMarks({ at, lines }: Tick, scale: Scale, plot: Box): Mark[] {
  const bottom = plot.y + plot.height;
  const x = scale.px(at);
  const half = blockWidth(lines, TEXT.quiet) / 2;
  const middle = Math.min(x, plot.x + plot.width + 36 - half);
  return [
    lineMark(x, bottom, x, bottom + 7, STROKE),
    ...lines.map((line, row) =>
      textMark(line, middle, bottom + TICK_GAP + TICK_LINE * (row + 0.5), TEXT.quiet, { align: "center" }),
    ),
  ];
}
