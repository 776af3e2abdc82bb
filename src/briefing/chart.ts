import type { Source, Unit } from "./figure.ts";
import type { Value } from "./value.ts";

/** "primary" and "secondary" are the two sides or the two readings; "muted" is context drawn behind them. */
export type Emphasis = "primary" | "secondary" | "accent" | "muted";

interface ChartBase {
  /** Stable within a topic, file-name safe: "valuation-dumbbell". */
  readonly id: string;
  /** The finding in words; no return figure. */
  readonly title: string;
  /** What is drawn, with its unit and the pair. */
  readonly subtitle: string;
  readonly unit: Unit;
  /** The chart in words, with its figures, for those who cannot see it. */
  readonly alt: string;
  /** Definition, n and past-performance warning; the renderer adds source and as-of. */
  readonly footnote: string;
  /** ISO date of the newest data drawn, where the briefing's may be newer: the source line is dated by it. */
  readonly asOf?: string;
  /** What it draws, where the briefing's sources are of more: its source line names these alone. */
  readonly sources?: readonly Source[];
}

/** Where an x value is an ISO date (`axis: "date"`) or a number of months (`axis: "months"`). */
export interface LineChart extends ChartBase {
  readonly kind: "line";
  readonly axis: "date" | "months";
  readonly xLabel?: string;
  readonly series: readonly {
    readonly name: string;
    readonly emphasis: Emphasis;
    /** In x order. */
    readonly points: readonly (readonly [x: string | number, y: number])[];
  }[];
  /** Shaded spans, e.g. NBER recessions. */
  readonly bands: readonly { readonly from: string; readonly to: string; readonly label: string }[];
  /** Vertical markers, e.g. Fed cuts. */
  readonly marks: readonly { readonly x: string; readonly label: string }[];
  /** A horizontal line the eye compares with: 100 for an index, 0 for a relative return. */
  readonly reference: number | null;
}

/** Two dots a row joined by a bar: the same measure for both sides. */
export interface DumbbellChart extends ChartBase {
  readonly kind: "dumbbell";
  readonly left: string;
  readonly right: string;
  readonly rows: readonly {
    readonly label: string;
    readonly left: Value;
    readonly right: Value;
    /** Already formatted, e.g. "−19.0%". */
    readonly gap: string;
  }[];
}

/** One labelled dot an observation, with its mean as a tick and an interval as whiskers where there is one. */
export interface DotsChart extends ChartBase {
  readonly kind: "dots";
  /** What the whiskers are: "95% range". */
  readonly intervalLabel: string;
  readonly rows: readonly {
    readonly label: string;
    readonly detail: string;
    readonly dots: readonly { readonly label: string; readonly value: number }[];
    readonly mean: Value;
    readonly interval: readonly [low: number, high: number] | null;
  }[];
}

/** Grouped bars, with error bars where given. */
export interface BarChart extends ChartBase {
  readonly kind: "bar";
  /** Bars of one series that lie, a row each with its whole name: words at the right of each, under a heading. */
  readonly lying?: { readonly heading: string; readonly ends: readonly string[] };
  readonly groups: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly emphasis: Emphasis;
    readonly values: readonly Value[];
    readonly errors?: readonly (readonly [low: number, high: number] | null)[];
  }[];
}

/** Small multiples: one small line chart an episode, all on the same two scales, so that they compare. */
export interface PanelsChart extends ChartBase {
  readonly kind: "panels";
  readonly xLabel: string;
  readonly panels: readonly {
    readonly label: string;
    /** "accent" is the one to look at. */
    readonly emphasis: Emphasis;
    /** In x order, x a number of months; none: `reason` says why. */
    readonly points: readonly (readonly [x: number, y: number])[];
    readonly reason?: string;
  }[];
  /** A horizontal line the eye compares with. */
  readonly reference: number | null;
}

/** How far each of several unlike measures is from a first and a second threshold, on one scale. */
export interface GaugesChart extends ChartBase {
  readonly kind: "gauges";
  /** What the two thresholds do: "Warns", "Fires". */
  readonly thresholds: readonly [first: string, second: string];
  readonly rows: readonly {
    readonly label: string;
    readonly detail: string;
    /** 0 at the first threshold, 1 at the second; or why there is none. */
    readonly position: Value;
    /** The value itself, already formatted. */
    readonly text: string;
    readonly emphasis: Emphasis;
  }[];
}

export type ChartSpec = LineChart | DumbbellChart | DotsChart | BarChart | PanelsChart | GaugesChart;

/** What every chart of one briefing shares, burned into the picture so that it can be passed on. */
export interface ChartFrame {
  /** "Source: …, as of 30 Nov 2025, retrieved 28 Feb 2026" */
  readonly sourceLine: string;
  /** Printed across the plot when true. */
  readonly sample: boolean;
  readonly firm: string;
}

export interface FramedChart {
  readonly spec: ChartSpec;
  readonly frame: ChartFrame;
}

/** "slide" is 1200x675 at 2x (2400x1350 px); "card" is 1024x576 for Teams. */
export type ChartFormat = "slide" | "card";

export interface ChartImage {
  readonly id: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly png: Uint8Array;
}

/** Port: draws a chart. Rejects only on a bug or a closed drawer; callers fall back to the table. */
export interface ChartDrawer {
  draw(chart: FramedChart, format: ChartFormat): Promise<ChartImage>;
  close(): Promise<void>;
}
