import { constants, setPriority } from "node:os";
import { setImmediate } from "node:timers/promises";
import { isMainThread } from "node:worker_threads";
import type { ChartFormat, FramedChart } from "../briefing/chart.ts";
import { type Raster, rasterise } from "./raster.ts";
import { chartSvg } from "./svg.ts";

export interface Task {
  /** The framed chart as JSON: one string crosses threads faster than a tree of points. */
  readonly chart: string;
  readonly format: ChartFormat;
}

export interface Drawn extends Raster {
  readonly alt: string;
}

// On Linux 0 names the calling thread alone: pictures are drawn when the main thread, which answers, has nothing to do.
if (!isMainThread && process.platform === "linux") setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);

/** What a pool worker runs for each chart. */
export default async function drawInWorker({ chart, format }: Task): Promise<Drawn> {
  const framed: FramedChart = JSON.parse(chart);
  const { svg, alt } = chartSvg(framed);
  const raster = rasterise(svg, format);
  // resvg frees its native memory on a turn of the event loop only; without one a busy worker passes 1 GB.
  await setImmediate();
  return { alt, ...raster };
}
