import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { ChartDrawer, ChartFormat, ChartImage, FramedChart } from "../../briefing/chart.ts";
import type { Store } from "../../storage/port.ts";
import type { IngressLog } from "./app.ts";
import { CHART_LIFE_MS, EXPIRY_STEP_MS, MAX_CHART_LINKS } from "./limits.ts";

/**
 * Public addresses of charts, for platforms that fetch pictures themselves, also long after a restart. Nobody can
 * guess one or extend its life.
 */
export interface ChartLinks {
  /** The same chart in the same format has the same address until the hour is full. */
  linkFor(chart: FramedChart, format: ChartFormat): ChartLink;
  /** Null for an id that was never given out, is forged, has expired, or was dropped since; never rejects. */
  find(id: string): Promise<LinkedChart | null>;
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
  readonly store: Store;
  readonly log: IngressLog;
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

/** The store holds the chart itself; keys carry the expiry, so that what has expired is found without opening it. */
interface Entry {
  readonly expires: number;
  drawing: Promise<ChartImage> | null;
}
const keyOf = (handle: string, { expires }: Entry) => `${handle}/${expires}`;

interface Stored {
  readonly chart: FramedChart;
  readonly format: ChartFormat;
}
/** Its signature tells the rest: nothing is drawn that was not linked by this install. */
const shape = z.looseObject({
  chart: z.looseObject({ spec: z.looseObject({ id: z.string() }), frame: z.looseObject({}) }),
  format: z.string(),
});
const isStored = (value: unknown): value is Stored => shape.safeParse(value).success;

/** Links given out before are found again; those that have expired are forgotten. */
export async function openChartLinks(options: ChartLinksOptions): Promise<ChartLinks> {
  const { drawer, store, log, secret } = options;
  const { capacity = MAX_CHART_LINKS, lifeMs = CHART_LIFE_MS, now = Date.now } = options;
  if (secret.byteLength < 32) throw new RangeError("the secret of the chart links is shorter than 32 bytes");
  const publicUrl = options.publicUrl.replace(/\/+$/, "");
  const failed = (error: unknown) => log.error({ err: error }, "a chart link could not be kept or found");
  const keys = await store.keys("chartLinks").catch((error: unknown) => {
    failed(error);
    return [];
  });
  /** The longest unused first; after a start, those that expire first. */
  const entries = new Map<string, Entry>(keys.map(entryOf).sort(([, a], [, b]) => a.expires - b.expires));
  for (const [handle, entry] of entries) if (entry.expires <= now()) drop(handle, entry);
  dropExcess();

  /** The chart's content stands for its briefing: it carries the figures, the frame and the dates. */
  function idOf({ chart, format }: Stored, expires: number): string {
    const content = createHash("sha256")
      .update(JSON.stringify([chart.spec, chart.frame]))
      .digest("hex");
    const signed = JSON.stringify(["chart", content, chart.spec.id, format, expires]);
    return createHmac("sha256", secret).update(signed).digest("base64url");
  }

  function drop(handle: string, entry: Entry): void {
    entries.delete(handle);
    store.delete("chartLinks", keyOf(handle, entry)).catch(failed);
  }

  function dropExcess(): void {
    for (const [handle, entry] of entries) {
      if (entries.size <= capacity) return;
      drop(handle, entry);
    }
  }

  function touch(handle: string, entry: Entry): void {
    entries.delete(handle);
    entries.set(handle, entry);
    dropExcess();
  }

  function draw(entry: Entry, { chart, format }: Stored): Promise<ChartImage> {
    entry.drawing ??= drawer.draw(chart, format).finally(() => {
      entry.drawing = null; // the drawer keeps the pictures
    });
    return entry.drawing;
  }

  /** The chart of an id; null where the id is not its signature. */
  async function read(id: string, handle: string, entry: Entry): Promise<Stored | null> {
    const held = await store.get("chartLinks", keyOf(handle, entry)).catch(failed);
    if (!isStored(held)) return null;
    return timingSafeEqual(Buffer.from(id), Buffer.from(idOf(held, entry.expires))) ? held : null;
  }

  return {
    linkFor(chart, format) {
      const expires = Math.ceil((now() + lifeMs + 1) / EXPIRY_STEP_MS) * EXPIRY_STEP_MS;
      const id = idOf({ chart, format }, expires);
      const handle = id.slice(0, HANDLE);
      const known = entries.get(handle);
      const entry = known ?? { expires, drawing: null };
      // The store reads a key after what was written to it before, so nobody has to wait for the writing.
      if (!known) store.set("chartLinks", keyOf(handle, entry), { chart, format }).catch(failed);
      touch(handle, entry);
      return { url: `${publicUrl}/charts/${id}.png`, expires: new Date(expires) };
    },
    async find(id) {
      if (!ID.test(id)) return null;
      const handle = id.slice(0, HANDLE);
      const entry = entries.get(handle);
      if (entry === undefined) return null;
      if (entry.expires <= now()) {
        drop(handle, entry);
        return null;
      }
      const stored = await read(id, handle, entry);
      if (stored === null) return null;
      if (entries.has(handle)) touch(handle, entry);
      return {
        chartId: stored.chart.spec.id,
        expires: new Date(entry.expires),
        draw: () => draw(entry, stored),
      };
    },
  };
}

function entryOf(key: string): [handle: string, Entry] {
  const [handle = "", expires] = key.split("/");
  return [handle, { expires: Number(expires), drawing: null }];
}
