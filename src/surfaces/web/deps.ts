import type { Page } from "../../briefing/briefing.ts";
import type { ChartDrawer } from "../../briefing/chart.ts";
import type { Exporter } from "../../briefing/exporter.ts";
import type { Question } from "../../briefing/question.ts";
import type { Delivery, DeliveryState, Subscription } from "../../storage/port.ts";
import type { Assistant } from "../surface.ts";

/** The part of pino that the console uses. */
export interface ConsoleLog {
  info(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Downloads public data and switches the process to live; rejects with a `BriefingError`. */
export type LoadRealData = (progress: (message: string) => void) => Promise<void>;

/** What is posted by itself, to all channels. */
export interface DeliveriesView {
  /** Of the last week. */
  readonly counts: Readonly<Record<DeliveryState, number>>;
  /** Latest scheduled first. */
  readonly deliveries: readonly Delivery[];
  readonly schedules: readonly (Pick<
    Subscription,
    "id" | "platform" | "workspace" | "channel" | "state" | "note"
  > & {
    readonly rule: string;
    /** ISO 8601 UTC, soonest first. */
    readonly next: readonly string[];
  })[];
  /** Schedules beyond those listed. */
  readonly moreSchedules: number;
  /** What operators stopped, and why, in words. */
  readonly stopped: readonly string[];
}

export interface ConsoleDeps {
  /** A getter, since the market is swapped whole once real data are loaded. */
  readonly assistant: () => Assistant;
  readonly drawer: ChartDrawer;
  readonly exporter: Exporter;
  readonly mode: () => "sample" | "live";
  /** What works now. Commands in `backticks` become links; those of the first section that has any, chips. */
  readonly menu: () => Promise<Page>;
  /** Null hides the button. */
  readonly loadRealData: LoadRealData | null;
  /** Null where nothing is posted by itself. */
  readonly deliveries?: () => Promise<DeliveriesView | null>;
  readonly firm: { readonly name: string; readonly disclaimer: string };
  readonly log: ConsoleLog;
  /** Keeps a record of a question that was refused; never rejects. */
  readonly refused?: (question: Question) => Promise<void>;
  readonly readiness: () => Promise<{ readonly ready: boolean; readonly reasons: readonly string[] }>;
  /** Prometheus text format. */
  readonly metrics: () => Promise<string>;
  readonly version: string;
}
