import { Gauge, Histogram, type Registry } from "prom-client";
import type { Deliveries, DeliveryState } from "../storage/port.ts";

export interface DeliveryGauges {
  /** Of the last week, by state. */
  readonly counts: () => Promise<Readonly<Record<DeliveryState, number>>>;
  /** Jobs by queue; null where there is no queue. */
  readonly queued: () => Promise<Readonly<Record<string, number>> | null>;
  /** 1: the kill switch is on. */
  readonly stopped: () => Promise<boolean>;
}

const MINUTE = 60;
const LAG_BUCKETS = [1, 5, 15, 30, MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE, 120 * MINUTE, 360 * MINUTE];
/** A scrape is no reason to wait for a database that hangs. */
const GIVEN_UP_MS = 2_000;

/**
 * Gauges read at each scrape; where their source does not answer they keep still, and `smallcaps_delivery_readable`
 * says 0. Returns what to tell of every delivery that was posted.
 */
export function registerDeliveryMetrics(
  registry: Registry,
  gauges: DeliveryGauges,
): { readonly posted: (lagMs: number) => void } {
  const registers = [registry];
  const readable = new Gauge({
    name: "smallcaps_delivery_readable",
    help: "1 if the database told how deliveries stand at this scrape",
    registers,
    collect: async () => readable.set((await fill()) ? 1 : 0),
  });
  const states = gauge("smallcaps_deliveries", "Deliveries due in the last week, by state", ["state"]);
  const queued = gauge("smallcaps_queue_jobs", "Jobs waiting or running, by queue", ["queue"]);
  const stopped = gauge("smallcaps_posting_stopped", "1 while the kill switch is on", []);
  const lag = new Histogram({
    name: "smallcaps_delivery_lag_seconds",
    help: "From when a briefing was due until the platform had it",
    buckets: LAG_BUCKETS,
    registers,
  });

  function gauge(name: string, help: string, labelNames: string[]): Gauge {
    return new Gauge({ name, help, labelNames, registers });
  }

  async function fill(): Promise<boolean> {
    try {
      const [counts, jobs, isStopped] = await inTime(
        Promise.all([gauges.counts(), gauges.queued(), gauges.stopped()]),
      );
      for (const [state, count] of Object.entries(counts)) states.set({ state }, count);
      for (const [queue, count] of Object.entries(jobs ?? {})) queued.set({ queue }, count);
      stopped.set(isStopped ? 1 : 0);
      return true;
    } catch {
      return false;
    }
  }

  return { posted: (lagMs) => lag.observe(lagMs / 1_000) };
}

async function inTime<T>(promise: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("too late")), GIVEN_UP_MS);
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** The same deliveries; each that is posted on its own behalf, no notice or test, is told with its lag. */
export function measured(deliveries: Deliveries, posted: (lagMs: number) => void): Deliveries {
  return {
    ...deliveries,
    move: async (claim, to, details) => {
      const moved = await deliveries.move(claim, to, details);
      if (to === "posted" && moved !== null) {
        const { postedAt, changedAt, scheduledAt } = moved.delivery;
        posted(Math.max(0, Date.parse(postedAt ?? changedAt) - Date.parse(scheduledAt)));
      }
      return moved;
    },
  };
}
