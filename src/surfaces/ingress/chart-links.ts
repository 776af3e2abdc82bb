import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { ChartDrawer, ChartFormat, ChartImage, FramedChart } from "../../briefing/chart.ts";
import { CHART_LIFE_MS, EXPIRY_STEP_MS, MAX_CHART_LINKS } from "./limits.ts";

/** Public addresses of charts, for platforms that fetch pictures themselves. Nobody can guess one or extend its life. */
export interface ChartLinks {
  /** The same chart in the same format has the same address until the hour is full. */
  linkFor(chart: FramedChart, format: ChartFormat): ChartLink;
  /** Null for an id that was never given out, is forged, has expired, or was dropped since. */
  find(id: string): LinkedChart | null;
}

export interface ChartLink {
  readonly url: string;
  readonly expires: Date;
}

export interface LinkedChart {
  readonly chartId: string;
  readonly expires: Date;
  /** Callers that come together share a drawing. */
  draw(): Promise<ChartImage>;
}

export interface ChartLinksOptions {
  readonly drawer: ChartDrawer;
  /** The install's own, at least 32 bytes. */
  readonly secret: Uint8Array;
  /** "https://smallcaps.example.com", without a slash at the end. */
  readonly publicUrl: string;
  readonly capacity?: number;
  readonly lifeMs?: number;
  readonly now?: () => number;
}

/** Enough of the id to find the entry by; the rest is compared in constant time. */
const HANDLE = 16;
const ID = /^[\w-]{43}$/;

interface Entry {
  readonly chart: FramedChart;
  readonly format: ChartFormat;
  readonly expires: number;
  drawing: Promise<ChartImage> | null;
}

export function createChartLinks(options: ChartLinksOptions): ChartLinks {
  const { drawer, secret, capacity = MAX_CHART_LINKS, lifeMs = CHART_LIFE_MS, now = Date.now } = options;
  if (secret.byteLength < 32) throw new RangeError("the secret of the chart links is shorter than 32 bytes");
  const publicUrl = options.publicUrl.replace(/\/+$/, "");
  const entries = new Map<string, Entry>();

  /** The chart's content stands for its briefing: it carries the figures, the frame and the dates. */
  function idOf({ chart, format, expires }: Omit<Entry, "drawing">): string {
    const content = createHash("sha256")
      .update(JSON.stringify([chart.spec, chart.frame]))
      .digest("hex");
    const signed = JSON.stringify(["chart", content, chart.spec.id, format, expires]);
    return createHmac("sha256", secret).update(signed).digest("base64url");
  }

  function touch(handle: string, entry: Entry): void {
    entries.delete(handle);
    entries.set(handle, entry);
    for (const oldest of entries.keys()) {
      if (entries.size <= capacity) return;
      entries.delete(oldest);
    }
  }

  function draw(entry: Entry): Promise<ChartImage> {
    entry.drawing ??= drawer.draw(entry.chart, entry.format).finally(() => {
      entry.drawing = null; // the drawer keeps the pictures
    });
    return entry.drawing;
  }

  return {
    linkFor(chart, format) {
      const expires = Math.ceil((now() + lifeMs + 1) / EXPIRY_STEP_MS) * EXPIRY_STEP_MS;
      const id = idOf({ chart, format, expires });
      const handle = id.slice(0, HANDLE);
      touch(handle, entries.get(handle) ?? { chart, format, expires, drawing: null });
      return { url: `${publicUrl}/charts/${id}.png`, expires: new Date(expires) };
    },
    find(id) {
      if (!ID.test(id)) return null;
      const handle = id.slice(0, HANDLE);
      const entry = entries.get(handle);
      if (entry === undefined || !timingSafeEqual(Buffer.from(id), Buffer.from(idOf(entry)))) return null;
      if (entry.expires <= now()) {
        entries.delete(handle);
        return null;
      }
      touch(handle, entry);
      return { chartId: entry.chart.spec.id, expires: new Date(entry.expires), draw: () => draw(entry) };
    },
  };
}
