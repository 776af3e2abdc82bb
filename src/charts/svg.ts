import { BarChart as BarSeries, LineChart as LineSeries } from "echarts/charts";
import { GraphicComponent, GridComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { ChartSpec, FramedChart } from "../briefing/chart.ts";
import { drawBar } from "./bar.ts";
import { drawLyingBars } from "./bar-rows.ts";
import { checkSpec } from "./check.ts";
import { drawDots } from "./dots.ts";
import type { Drawing } from "./drawing.ts";
import { drawDumbbell } from "./dumbbell.ts";
import { type Frame, layoutFrame, sampleMark } from "./frame.ts";
import { drawGauges } from "./gauges.ts";
import { drawLine } from "./line.ts";
import { type Box, rectMark } from "./marks.ts";
import { drawPanels } from "./panels.ts";
import { COLOURS, FONT_FAMILY, PAGE } from "./theme.ts";

echarts.use([LineSeries, BarSeries, GridComponent, GraphicComponent, SVGRenderer]);

export interface SvgChart {
  readonly svg: string;
  /** The spec's alt text, with every text in full that the picture had to shorten or leave out. */
  readonly alt: string;
}

const UNLABELLED = "For want of room some words are shortened or left out here.";

export function chartSvg(chart: FramedChart): SvgChart {
  checkSpec(chart.spec);
  const { frame, drawing } = layout(chart);
  const notes = [...new Set([...frame.notes, ...drawing.notes])];
  const alt =
    notes.length === 0
      ? chart.spec.alt
      : `${chart.spec.alt} Not in full in the picture: ${notes.join("; ")}.`;
  return { svg: toSvg(optionOf(chart, frame, drawing)), alt };
}

/**
 * A picture that leaves something out says so in its footer, which is then laid out again with that sentence: what it
 * is where there is room, for the picture may be passed on without its text description.
 */
function layout(chart: FramedChart): { frame: Frame; drawing: Drawing } {
  let said = "";
  for (let round = 0; ; round += 1) {
    const frame = layoutFrame(chart, said);
    const drawing = drawKind(chart.spec, frame.area);
    const left = leftOut([...frame.notes, ...drawing.notes]);
    if (left === said || round === ROUNDS) return { frame, drawing };
    said = round === ROUNDS - 1 ? UNLABELLED : left;
  }
}

const ROUNDS = 3;
/** More than a few names are no sentence. */
const NAMED_MOST = { names: 4, length: 110 };

function leftOut(notes: readonly string[]): string {
  if (notes.length === 0) return "";
  const names = [...new Set(notes)];
  const named = `Not in full in the picture: ${names.join("; ")}.`;
  return names.length <= NAMED_MOST.names && named.length <= NAMED_MOST.length ? named : UNLABELLED;
}

function drawKind(spec: ChartSpec, area: Box): Drawing {
  switch (spec.kind) {
    case "line":
      return drawLine(spec, area);
    case "dumbbell":
      return drawDumbbell(spec, area);
    case "dots":
      return drawDots(spec, area);
    case "bar":
      return spec.lying === undefined ? drawBar(spec, area) : drawLyingBars(spec, spec.lying, area);
    case "gauges":
      return drawGauges(spec, area);
    case "panels":
      return drawPanels(spec, area);
  }
}

function optionOf(
  { frame: { sample } }: FramedChart,
  frame: Frame,
  drawing: Drawing,
): echarts.EChartsCoreOption {
  const { x, y, width, height } = drawing.plot;
  const paper = rectMark({ x: 0, y: 0, width: PAGE.width, height: PAGE.height }, COLOURS.paper, -1);
  return {
    animation: false,
    textStyle: { fontFamily: FONT_FAMILY },
    grid: { left: x, top: y, width, height, containLabel: false },
    xAxis: drawing.xAxis,
    yAxis: drawing.yAxis,
    series: drawing.series,
    graphic: {
      elements: [paper, ...frame.marks, ...drawing.marks, ...(sample ? [sampleMark(drawing.plot)] : [])],
    },
  };
}

function toSvg(option: echarts.EChartsCoreOption): string {
  const chart = echarts.init(null, null, {
    renderer: "svg",
    ssr: true,
    width: PAGE.width,
    height: PAGE.height,
  });
  try {
    chart.setOption(option);
    return withoutClips(longhandFonts(chart.renderToSVGString()));
  } finally {
    chart.dispose();
  }
}

/**
 * ECharts clips each line to the plot even with `clip: false`, which doubles the time to rasterise.
 * Every scale here is made from the data it shows, so there is nothing to cut.
 */
function withoutClips(svg: string): string {
  return svg.replace(/ clip-path="[^"]*"/g, "");
}

/** resvg ignores the CSS `font:` shorthand and would fall back to 12 px in silence. */
export function longhandFonts(svg: string): string {
  return svg.replace(
    /font:\s*(?:(normal|italic|oblique)\s+)?(?:(\w+)\s+)?([\d.]+px)\s+([^";]+)/g,
    (_, style: string | undefined, weight: string | undefined, size: string, family: string) =>
      `font-style:${style ?? "normal"};font-weight:${weight ?? "normal"};font-size:${size};font-family:${family}`,
  );
}
