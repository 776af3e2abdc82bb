import { createHash } from "node:crypto";
import { Tinypool } from "tinypool";
import type { ChartDrawer, ChartFormat, ChartImage, FramedChart } from "../briefing/chart.ts";
import type { ClientSheet, SheetDrawer } from "../briefing/client-sheet.ts";
import { checkSpec } from "./check.ts";
import { createImageCache } from "./image-cache.ts";
import { createLimiter } from "./limiter.ts";
import type { Drawn, Task } from "./worker.ts";

export interface ChartDrawerOptions {
  /** Worker threads; each adds about 120 MB, with ECharts, resvg, the fonts and one picture. */
  readonly threads?: number;
  /** Bytes of finished PNGs kept for the same chart asked for again; 0 keeps none. */
  readonly cacheBytes?: number;
  /** From the start of one drawing, the first of a worker included, to giving it up. */
  readonly timeoutMs?: number;
  /** Module whose default export draws a Task. */
  readonly worker?: URL;
}

const DEFAULTS = {
  threads: 1,
  cacheBytes: 32 * 1024 * 1024,
  timeoutMs: 15_000,
  worker: new URL("./worker.ts", import.meta.url),
};

/** Draws charts in worker threads, started at the first chart: the main thread loads neither ECharts nor resvg. */
export function createChartDrawer(options: ChartDrawerOptions = {}): ChartDrawer & SheetDrawer {
  const { threads, cacheBytes, timeoutMs, worker } = { ...DEFAULTS, ...options };
  const cache = createImageCache(cacheBytes);
  const inFlight = new Map<string, Promise<ChartImage>>();
  const limit = createLimiter(threads);
  let pool: Tinypool | null = null;
  let isClosed = false;

  async function run(id: string, task: Task): Promise<ChartImage> {
    if (isClosed) throw new Error("the chart drawer is closed");
    pool ??= new Tinypool({
      filename: worker.href,
      minThreads: 1,
      maxThreads: threads,
      concurrentTasksPerWorker: 1,
      // Workers need none of this process's flags, and some, such as --input-type, stop them.
      execArgv: [],
      // V8 does not see the 13 MB of pixels behind each image: frequent small collections hold 210 MB, not 500.
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const drawn: Drawn = await pool.run(task, { signal });
      return { id, ...drawn };
    } catch (cause) {
      const reason = signal.aborted ? `was given up after ${timeoutMs} ms` : "failed";
      throw new Error(`drawing chart ${id} ${reason}`, { cause });
    }
  }

  function start(key: string, id: string, task: Task): Promise<ChartImage> {
    const drawing = limit(() => run(id, task))
      .then((image) => {
        cache.set(key, image);
        return image;
      })
      .finally(() => inFlight.delete(key));
    inFlight.set(key, drawing);
    return drawing;
  }

  async function drawn(kind: string, content: string, id: string, task: Task): Promise<ChartImage> {
    if (isClosed) throw new Error("the chart drawer is closed");
    const key = createHash("sha256").update(kind).update(content).digest("hex");
    return cache.get(key) ?? inFlight.get(key) ?? start(key, id, task);
  }

  return {
    async draw(chart: FramedChart, format: ChartFormat): Promise<ChartImage> {
      checkSpec(chart.spec);
      const content = JSON.stringify({ spec: chart.spec, frame: chart.frame });
      return drawn(format, content, chart.spec.id, { chart: content, format });
    },
    async sheet(sheet: ClientSheet): Promise<ChartImage> {
      if (sheet.chart !== null) checkSpec(sheet.chart.spec);
      const content = JSON.stringify(sheet);
      return drawn("sheet", content, sheet.id, { sheet: content });
    },
    async close(): Promise<void> {
      isClosed = true;
      cache.clear();
      const last = pool;
      pool = null;
      await last?.destroy();
    },
  };
}
