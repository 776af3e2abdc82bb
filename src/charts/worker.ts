import { constants, setPriority } from "node:os";
import { setImmediate } from "node:timers/promises";
import { isMainThread } from "node:worker_threads";
import type { ChartFormat, FramedChart } from "../briefing/chart.ts";
import type { ClientSheet } from "../briefing/client-sheet.ts";
import { type Raster, rasterise, rasteriseSheet } from "./raster.ts";
import { sheetSvg } from "./sheet.ts";
import { chartSvg } from "./svg.ts";

/** JSON, since one string crosses threads faster than a tree of points. */
export type Task =
  | { readonly chart: string; readonly format: ChartFormat }
  /** A copy for clients. */
  | { readonly sheet: string };

export interface Drawn extends Raster {
  readonly alt: string;
}

// On Linux 0 names the calling thread alone: pictures are drawn when the main thread, which answers, has nothing to do.
if (!isMainThread && process.platform === "linux") setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);

/** What a pool worker runs for each picture. */
export default async function drawInWorker(task: Task): Promise<Drawn> {
  const drawn =
    "sheet" in task ? drawnSheet(JSON.parse(task.sheet)) : drawnChart(JSON.parse(task.chart), task.format);
  // resvg frees its native memory on a turn of the event loop only; without one a busy worker passes 1 GB.
  await setImmediate();
  return drawn;
}

function drawnChart(chart: FramedChart, format: ChartFormat): Drawn {
  const { svg, alt } = chartSvg(chart);
  return { alt, ...rasterise(svg, format) };
}

function drawnSheet(sheet: ClientSheet): Drawn {
  const { svg, height, alt } = sheetSvg(sheet);
  return { alt, ...rasteriseSheet(svg, height) };
}
