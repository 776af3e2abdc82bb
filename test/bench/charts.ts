import { monitorEventLoopDelay } from "node:perf_hooks";
import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import type { FramedChart, LineChart } from "../../src/briefing/chart.ts";
import { createChartDrawer } from "../../src/charts/drawer.ts";
import { rasterise, render } from "../../src/charts/raster.ts";
import { chartSvg } from "../../src/charts/svg.ts";
import { EXAMPLES } from "../charts/examples.ts";
import { bareHistorySvg } from "./bare-svg.ts";
import type { BenchRow } from "./row.ts";

const CHARTS = 100;
const IDLE_MS = 3000;
const ROUNDS = 21;

type Delays = ReturnType<typeof monitorEventLoopDelay>;

/** Charts drawn off the main thread, and what a chart costs beside a bare SVG of the same picture. */
export async function chartBench(): Promise<BenchRow[]> {
  return [await eventLoopRow(), ...(await costRows())];
}

const p99 = (delays: Delays): number => delays.percentile(99) / 1e6;
const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Idle is the quieter of before and after, so that a neighbour's burst cannot hide a blocked loop. */
async function eventLoopRow(): Promise<BenchRow> {
  const before = await delaysDuring(() => sleep(IDLE_MS));
  const drawer = createChartDrawer({ cacheBytes: 0 });
  const busy = await delaysDuring(() =>
    Promise.all(distinctCharts().map((chart) => drawer.draw(chart, "slide"))),
  );
  await drawer.close();
  const after = await delaysDuring(() => sleep(IDLE_MS));
  const above = p99(busy) - Math.min(p99(before), p99(after));
  return {
    name: `event loop delay, p99 above idle, while ${CHARTS} charts are drawn`,
    value: rounded(above),
    unit: "ms",
    target: "at most 10 ms",
    ok: above <= 10,
  };
}

async function delaysDuring(work: () => Promise<unknown>): Promise<Delays> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  await work();
  delays.disable();
  return delays;
}

function distinctCharts(): FramedChart[] {
  const kinds = Object.values(EXAMPLES);
  return Array.from({ length: CHARTS }, (_, index) => {
    const { spec, frame } = kinds[index % kinds.length]!;
    return { spec: { ...spec, id: `${spec.id}-${index}` }, frame };
  });
}

/** All in this thread, taking turns, so that the machine's mood meets each. */
async function costRows(): Promise<BenchRow[]> {
  const { spec, frame } = EXAMPLES["history"]!;
  const chart = { spec: spec as LineChart, frame };
  const ours: number[] = [];
  const bare: number[] = [];
  const library: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await timed(() => rasterise(chartSvg(chart).svg, "slide")));
    bare.push(await timed(() => rasterise(bareHistorySvg(chart), "slide")));
    library.push(await timed(() => render(bareHistorySvg(chart), "slide").asPng()));
  }
  const value = median(ours.slice(1));
  const row = (against: string, times: readonly number[], limit: number): BenchRow => {
    const ratio = value / median(times.slice(1));
    return {
      name: "one chart at 2400x1350 px",
      value: rounded(value),
      unit: "ms",
      target: `at most ${limit} times`,
      ok: ratio <= limit,
      ratio: rounded(ratio),
      against,
    };
  };
  return [
    row("a bare hand-written SVG of the same picture, rasterised and encoded by resvg", library, 1.3),
    // Stricter than asked: what our layout alone costs. The bare picture has fewer colours, so it gets a palette.
    row("the same, with our PNG encoder", bare, 1.5),
  ];
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  work();
  const taken = performance.now() - start;
  await setImmediate();
  return taken;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
