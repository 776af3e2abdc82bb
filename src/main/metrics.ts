import { Gauge, Histogram, type Registry } from "prom-client";
import { isBriefing } from "../delivery/schedule/outcome.ts";
import type { Deliveries, DeliveryState } from "../storage/port.ts";
import { inTime } from "./in-time.ts";

export interface DeliveryGauges {
  /** Of the last week, by state. */
  readonly counts: () => Promise<Readonly<Record<DeliveryState, number>>>;
  /** Jobs by queue; null where there is no queue. */
  readonly queued: () => Promise<Readonly<Record<string, number>> | null>;
  /** 1: the kill switch is on. */
  readonly stopped: () => Promise<boolean>;
}

const WEEK_MS = 7 * 86_400_000;
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
  let filling: Promise<void> | null = null;
  /** All gauges are collected at once, and share one look. */
  const refresh = () => {
    filling ??= fill().finally(() => {
      filling = null;
    });
    return filling;
  };
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers: [registry], collect: refresh });
  const readable = gauge("smallcaps_delivery_readable", "1 if the database told how deliveries stand");
  const states = gauge("smallcaps_deliveries", "Deliveries due in the last week, by state", ["state"]);
  const queued = gauge("smallcaps_queue_jobs", "Jobs waiting or running, by queue", ["queue"]);
  const stopped = gauge("smallcaps_posting_stopped", "1 while the kill switch is on");
  const lag = new Histogram({
    name: "smallcaps_delivery_lag_seconds",
    help: "From when a briefing was due until the platform had it",
    buckets: LAG_BUCKETS,
    registers: [registry],
  });

  async function fill(): Promise<void> {
    try {
      const [counts, jobs, isStopped] = await inTime(
        GIVEN_UP_MS,
        Promise.all([gauges.counts(), gauges.queued(), gauges.stopped()]),
      );
      for (const [state, count] of Object.entries(counts)) states.set({ state }, count);
      for (const [queue, count] of Object.entries(jobs ?? {})) queued.set({ queue }, count);
      stopped.set(isStopped ? 1 : 0);
      readable.set(1);
    } catch {
      readable.set(0);
    }
  }

  return { posted: (lagMs) => lag.observe(lagMs / 1_000) };
}

/** The same deliveries; of each briefing that is posted, no notice or test, the lag is told. */
export function measured(deliveries: Deliveries, posted: (lagMs: number) => void): Deliveries {
  return {
    ...deliveries,
    move: async (claim, to, details) => {
      const moved = await deliveries.move(claim, to, details);
      if (to === "posted" && moved !== null && isBriefing(moved.delivery)) {
        const { postedAt, changedAt, scheduledAt } = moved.delivery;
        posted(Math.max(0, Date.parse(postedAt ?? changedAt) - Date.parse(scheduledAt)));
      }
      return moved;
    },
  };
}

export async function countsOfTheWeek(
  deliveries: Deliveries,
): Promise<Readonly<Record<DeliveryState, number>>> {
  return deliveries.counts(new Date((await deliveries.now()) - WEEK_MS).toISOString());
}
