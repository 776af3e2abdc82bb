import type { BarChart, ChartSpec, DumbbellChart, Emphasis, LineChart } from "../../briefing/chart.ts";
import { roundedForChart, UNIT_LABELS } from "../../briefing/format.ts";
import { cleanLine, clip } from "../../briefing/plain-text.ts";
import { isAbsent, type Value } from "../../briefing/value.ts";
import { LIMITS } from "./limits.ts";
import type { Json } from "./message.ts";

export interface NativeChart {
  /** `Chart.*`, without its fallback. */
  readonly element: Json;
  /** What the picture shows and this does not, as sentences. */
  readonly losses: readonly string[];
}

const COLOURS: Readonly<Record<Emphasis, string>> = {
  primary: "categoricalBlue",
  secondary: "categoricalMarigold",
  accent: "categoricalTeal",
  muted: "neutral",
};

const label = (text: string) => clip(cleanLine(text), LIMITS.nativeLabel);

/** A chart as Teams draws it, or null where its kinds would mislead: dots are no bars, error bars cannot be left out. */
export function nativeChart(spec: ChartSpec): NativeChart | null {
  switch (spec.kind) {
    case "line":
      return lineChart(spec);
    case "bar":
      return barChart(spec);
    case "dumbbell":
      return dumbbellAsBars(spec);
    case "dots":
    case "panels":
    case "gauges":
      return null;
  }
}

function frame(spec: ChartSpec, xTitle: string) {
  const title = clip(cleanLine(spec.title), LIMITS.nativeTitle);
  return {
    title: title === "" ? "Chart" : title,
    showTitle: true,
    xAxisTitle: clip(cleanLine(xTitle), LIMITS.nativeLabel),
    yAxisTitle: UNIT_LABELS[spec.unit],
    colorSet: "categorical",
  };
}

/** Null where names are no longer distinct once cut, or empty. */
function distinct(names: readonly string[]): boolean {
  return new Set(names).size === names.length && !names.includes("");
}

/** Context lines go first; bands are part of what a chart says, so a chart with bands is none. */
function lineChart(spec: LineChart): NativeChart | null {
  const leading = spec.series.filter(({ emphasis }) => emphasis !== "muted");
  const series = spec.series.length <= LIMITS.nativeSeries ? spec.series : leading;
  const usable = series.length > 0 && series.length <= LIMITS.nativeSeries && spec.bands.length === 0;
  if (!usable || !distinct(series.map(({ name }) => label(name)))) return null;
  const longest = Math.max(...series.map(({ points }) => points.length));
  if (longest < 2) return null;
  const data = series.map(({ name, emphasis, points }) => ({
    legend: label(name),
    color: COLOURS[emphasis],
    values: evenSample(points, LIMITS.nativePoints).map(([x, y]) => ({
      x,
      y: roundedForChart(y, spec.unit),
    })),
  }));
  const drawn = Math.min(longest, LIMITS.nativePoints);
  const losses = [
    ...(drawn < longest ? [`Drawn with ${drawn} of ${longest} points.`] : []),
    ...lineLosses(spec, spec.series.length - series.length),
  ];
  return { element: { type: "Chart.Line", ...frame(spec, spec.xLabel ?? ""), data }, losses };
}

function lineLosses({ marks, reference }: LineChart, leftOut: number): readonly string[] {
  const names = [
    ...(leftOut > 0 ? [`${leftOut} context line${leftOut === 1 ? "" : "s"}`] : []),
    ...new Set(marks.map(({ label: name }) => clip(cleanLine(name), LIMITS.nativeLabel))),
    ...(reference === null ? [] : [`the line at ${reference}`]),
  ];
  if (names.length === 0) return [];
  const more = names.length > 4 ? ` and ${names.length - 4} more` : "";
  return [`Not drawn here: ${names.slice(0, 4).join(", ")}${more}.`];
}

/** At most `most` of the values at even steps, the first and the last always among them. */
function evenSample<T>(values: readonly T[], most: number): readonly T[] {
  if (values.length <= most) return values;
  const step = (values.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => values[Math.round(i * step)]).filter(
    (value) => value !== undefined,
  );
}

function barChart(spec: BarChart): NativeChart | null {
  if (spec.series.some(({ errors }) => errors?.some((error) => error !== null))) return null;
  return bars(spec, spec.groups, spec.series, []);
}

function dumbbellAsBars(spec: DumbbellChart): NativeChart | null {
  const series = [
    { name: spec.left, emphasis: "primary", values: spec.rows.map(({ left }) => left) },
    { name: spec.right, emphasis: "secondary", values: spec.rows.map(({ right }) => right) },
  ] as const;
  const groups = spec.rows.map(({ label: name }) => name);
  return bars(spec, groups, series, ["The gaps are in the table."]);
}

/** A missing value draws no bar, so the groups that lack one are named. */
function bars(
  spec: ChartSpec,
  groups: readonly string[],
  series: BarChart["series"],
  losses: readonly string[],
): NativeChart | null {
  const names = series.map(({ name }) => label(name));
  const fits = groups.length * series.length <= LIMITS.nativeBars && series.length <= LIMITS.nativeSeries;
  if (!fits || series.length === 0 || !distinct(names) || !distinct(groups.map(label))) return null;
  const data = series.map(({ emphasis, values }, i) => ({
    legend: names[i],
    color: COLOURS[emphasis],
    values: values.flatMap((value, at) =>
      isNumber(value) ? [{ x: label(groups[at] ?? ""), y: roundedForChart(value, spec.unit) }] : [],
    ),
  }));
  const drawn = data.flatMap(({ values }) => values);
  // Clients do not agree on bars below zero: some draw them upwards.
  if (drawn.length === 0 || drawn.some(({ y }) => y < 0)) return null;
  const missing = groups.filter((_, at) => !series.every(({ values }) => isNumber(values[at])));
  const named =
    missing.length > 0 ? [`Without a bar, for want of a value: ${missing.map(label).join(", ")}.`] : [];
  const [only] = data;
  const element =
    series.length === 1 && only
      ? {
          type: "Chart.VerticalBar",
          ...frame(spec, ""),
          data: only.values.map((value) => ({ ...value, color: only.color })),
        }
      : { type: "Chart.VerticalBar.Grouped", ...frame(spec, ""), data };
  return { element, losses: [...named, ...losses] };
}

function isNumber(value: Value | undefined): value is number {
  return value !== undefined && !isAbsent(value);
}
