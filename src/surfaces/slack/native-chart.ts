import type { Block } from "@slack/types";
import type { BarChart, ChartSpec, DumbbellChart, LineChart } from "../../briefing/chart.ts";
import { formatDate, formatMonth, roundedForChart, UNIT_LABELS } from "../../briefing/format.ts";
import { isAbsent, type Value } from "../../briefing/value.ts";
import { cleanLine, clip } from "./escape.ts";
import { LIMITS } from "./limits.ts";

/** Slack's chart block, which @slack/types does not know yet. */
export interface NativeChartBlock extends Block {
  readonly type: "data_visualization";
  readonly title: string;
  readonly chart: {
    readonly type: "line" | "bar";
    readonly series: readonly { readonly name: string; readonly data: readonly Point[] }[];
    readonly axis_config: {
      readonly categories: readonly string[];
      readonly x_label?: string;
      readonly y_label: string;
    };
  };
}
interface Point {
  readonly label: string;
  readonly value: number;
}

export interface NativeChart {
  readonly block: NativeChartBlock;
  /** What the picture shows and this does not, as sentences. */
  readonly losses: readonly string[];
}

/**
 * A chart as Slack draws it, or null where Slack's kinds would mislead: dots with their range are no bars, and
 * error bars cannot be left out.
 */
export function nativeChart(spec: ChartSpec): NativeChart | null {
  switch (spec.kind) {
    case "line":
      return lineChart(spec);
    case "bar":
      return spec.series.some(({ errors }) => errors?.some((error) => error !== null))
        ? null
        : barChart(spec);
    case "dumbbell":
      return dumbbellAsBars(spec);
    case "dots":
    case "panels":
    case "gauges":
      return null;
  }
}

interface Drawn {
  readonly type: "line" | "bar";
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly xLabel?: string | undefined;
}

/** Null where names or labels are no longer distinct once cut to Slack's length. */
function built(spec: ChartSpec, drawn: Drawn, losses: readonly string[]): NativeChart | null {
  const label = (text: string) => clip(cleanLine(text), LIMITS.nativeLabel);
  const categories = drawn.categories.map(label);
  const names = drawn.series.map(({ name }) => label(name));
  const distinct = [categories, names].every(
    (each) => new Set(each).size === each.length && !each.includes(""),
  );
  if (!distinct || categories.length < 2 || names.length === 0) return null;
  const series = drawn.series.map(({ values }, i) => ({
    name: names[i] ?? "",
    data: values.map((value, at) => ({
      label: categories[at] ?? "",
      value: roundedForChart(value, spec.unit),
    })),
  }));
  const xLabel =
    drawn.xLabel === undefined ? {} : { x_label: clip(cleanLine(drawn.xLabel), LIMITS.nativeTitle) };
  const title = clip(cleanLine(spec.title), LIMITS.nativeTitle);
  return {
    block: {
      type: "data_visualization",
      title: title === "" ? "Chart" : title,
      chart: {
        type: drawn.type,
        series,
        axis_config: { categories, ...xLabel, y_label: UNIT_LABELS[spec.unit] },
      },
    },
    losses,
  };
}

/** Context lines go first; a chart of more leading lines than Slack takes is none. */
function seriesThatFit({ series }: LineChart): LineChart["series"] | null {
  if (series.length <= LIMITS.nativeSeries) return series;
  const leading = series.filter(({ emphasis }) => emphasis !== "muted");
  if (leading.length === 0 || leading.length > LIMITS.nativeSeries) return null;
  return leading;
}

function lineChart(spec: LineChart): NativeChart | null {
  const series = seriesThatFit(spec);
  const [first] = series ?? [];
  if (!series || !first) return null;
  const values = series.map(({ points }) => new Map(points.map(([x, y]) => [x, y])));
  const shared = first.points.map(([x]) => x).filter((x) => values.every((each) => each.has(x)));
  const sampled = evenSample(shared, LIMITS.nativePoints);
  const longest = Math.max(...spec.series.map(({ points }) => points.length));
  const drawn: Drawn = {
    type: "line",
    categories: axisLabels(sampled, spec.axis),
    series: series.map(({ name }, i) => ({ name, values: sampled.map((x) => values[i]?.get(x) ?? 0) })),
    xLabel: spec.xLabel,
  };
  return built(spec, drawn, [
    ...(sampled.length < longest ? [`Drawn with ${sampled.length} of ${longest} points.`] : []),
    ...lineLosses(spec, spec.series.length - series.length),
  ]);
}

function lineLosses({ bands, marks, reference }: LineChart, leftOut: number): readonly string[] {
  const names = [
    ...(leftOut > 0 ? [`${leftOut} context lines`] : []),
    ...new Set([...bands, ...marks].map(({ label }) => clip(cleanLine(label), 40))),
    ...(reference === null ? [] : [`the line at ${reference}`]),
  ];
  if (names.length === 0) return [];
  const more = names.length > 4 ? ` and ${names.length - 4} more` : "";
  return [`Not drawn here: ${names.slice(0, 4).join(", ")}${more}.`];
}

/** At most `most` of the values at even steps, the first and the last always among them. */
export function evenSample<T>(values: readonly T[], most: number): readonly T[] {
  if (values.length <= most) return values;
  const step = (values.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => values[Math.round(i * step)]).filter(
    (value) => value !== undefined,
  );
}

/** Months where that tells the points apart, else days. */
function axisLabels(xs: readonly (string | number)[], axis: LineChart["axis"]): readonly string[] {
  if (axis === "months") return xs.map(String);
  const months = xs.map((x) => formatMonth(String(x)));
  return new Set(months).size === months.length ? months : xs.map((x) => formatDate(String(x)));
}

/** Every series has a value of every category, so groups without one are named instead of drawn. */
function barChart(spec: BarChart): NativeChart | null {
  return bars(spec, spec.groups, spec.series, []);
}

function dumbbellAsBars(spec: DumbbellChart): NativeChart | null {
  const series = [
    { name: spec.left, values: spec.rows.map(({ left }) => left) },
    { name: spec.right, values: spec.rows.map(({ right }) => right) },
  ];
  return bars(
    spec,
    spec.rows.map(({ label }) => label),
    series,
    ["The gaps are in the table."],
  );
}

function bars(
  spec: ChartSpec,
  groups: readonly string[],
  series: readonly { readonly name: string; readonly values: readonly Value[] }[],
  losses: readonly string[],
): NativeChart | null {
  const whole = groups.flatMap((_, i) => (series.every(({ values }) => isNumber(values[i])) ? [i] : []));
  if (whole.length > LIMITS.nativePoints || series.length > LIMITS.nativeSeries) return null;
  const missing = groups.filter((_, i) => !whole.includes(i)).map((name) => clip(cleanLine(name), 40));
  const drawn: Drawn = {
    type: "bar",
    categories: whole.map((i) => groups[i] ?? ""),
    series: series.map(({ name, values }) => ({
      name,
      values: whole.map((i) => values[i]).filter(isNumber),
    })),
  };
  const named = missing.length > 0 ? [`Not drawn, for want of a value: ${missing.join(", ")}.`] : [];
  return built(spec, drawn, [...named, ...losses]);
}

function isNumber(value: Value | undefined): value is number {
  return value !== undefined && !isAbsent(value);
}
