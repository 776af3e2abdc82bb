import { createHash } from "node:crypto";
import type { ChartDrawer, ChartImage, FramedChart } from "../../briefing/chart.ts";

/** Charts that an answer points to, drawn when their picture is asked for; the longest unused go first. */
export interface ChartShelf {
  /** The same chart gets the same id. */
  put(chart: FramedChart): string;
  /** Null for an id that was never put, or was dropped since. */
  image(id: string): Promise<ChartImage> | null;
}

interface Entry {
  readonly chart: FramedChart;
  drawing: Promise<ChartImage> | null;
}

export function createChartShelf(drawer: ChartDrawer, capacity: number): ChartShelf {
  const entries = new Map<string, Entry>();

  function touch(id: string, entry: Entry): void {
    entries.delete(id);
    entries.set(id, entry);
    for (const oldest of entries.keys()) {
      if (entries.size <= capacity) return;
      entries.delete(oldest);
    }
  }

  async function draw(entry: Entry): Promise<ChartImage> {
    try {
      return await drawer.draw(entry.chart, "slide");
    } catch (error) {
      entry.drawing = null; // so that the next request tries again
      throw error;
    }
  }

  return {
    put(chart) {
      const id = createHash("sha256").update(JSON.stringify(chart)).digest("hex").slice(0, 32);
      touch(id, entries.get(id) ?? { chart, drawing: null });
      return id;
    },
    image(id) {
      const entry = entries.get(id);
      if (entry === undefined) return null;
      touch(id, entry);
      entry.drawing ??= draw(entry);
      return entry.drawing;
    },
  };
}
