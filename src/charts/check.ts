import type { BarChart, ChartSpec, LineChart, PanelsChart } from "../briefing/chart.ts";
import { isAbsent } from "../briefing/value.ts";
import { dayOf } from "./time-axis.ts";

/** Throws a TypeError that names chart and place for what cannot be drawn truthfully. */
export function checkSpec(spec: ChartSpec): void {
  if (!/^[a-z0-9][a-zA-Z0-9.-]*$/.test(spec.id))
    throw new TypeError(`chart id "${spec.id}" is not file-name safe`);
  for (const name of ["title", "subtitle", "alt"] as const) {
    if (spec[name].trim() === "") throw new TypeError(`chart ${spec.id}: ${name} is empty`);
  }
  if (spec.kind === "line") {
    checkLine(spec);
    return;
  }
  walk(spec, spec.id, spec.kind);
  if (spec.kind === "panels") checkPanels(spec);
  if (spec.kind === "bar") checkBars(spec);
}

function checkPanels({ id, panels }: PanelsChart): void {
  for (const { label, points } of panels) {
    if (points.some(([x], at) => x < (points[at - 1]?.[0] ?? Number.NEGATIVE_INFINITY)))
      throw new TypeError(`chart ${id}: the points of panel "${label}" are out of order`);
  }
}

function checkBars({ id, groups, series, lying }: BarChart): void {
  if (lying !== undefined && (series.length !== 1 || lying.ends.length !== groups.length))
    throw new TypeError(`chart ${id}: lying bars are of one series, with words at the end of each`);
  for (const { name, values, errors } of series) {
    const isEven =
      values.length === groups.length && (errors === undefined || errors.length === values.length);
    if (!isEven) throw new TypeError(`chart ${id}: series "${name}" does not have one value a group`);
  }
}

/** No number anywhere in a spec may be NaN or infinite: JSON would turn it into a null, and a null into a gap. */
function walk(value: unknown, chart: string, place: string): void {
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`chart ${chart}: ${value} at ${place}`);
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      walk(item, chart, `${place}[${index}]`);
    });
  } else if (typeof value === "object" && value !== null && !isAbsent(value)) {
    for (const [key, item] of Object.entries(value)) walk(item, chart, `${place}.${key}`);
  }
}

function checkLine(spec: LineChart): void {
  if (spec.reference !== null) walk(spec.reference, spec.id, "reference");
  spec.series.forEach(({ name, points }, index) => {
    let last = Number.NEGATIVE_INFINITY;
    points.forEach(([x, y], at) => {
      const place = `series[${index}] "${name}" points[${at}]`;
      walk(y, spec.id, place);
      const position = xPosition(spec, x, place);
      if (position < last) throw new TypeError(`chart ${spec.id}: ${place} is out of order (${x})`);
      last = position;
    });
  });
  spec.bands.forEach(({ from, to }, index) => {
    xPosition(spec, from, `bands[${index}].from`);
    xPosition(spec, to, `bands[${index}].to`);
  });
  spec.marks.forEach(({ x }, index) => {
    xPosition(spec, x, `marks[${index}].x`);
  });
}

function xPosition(spec: LineChart, x: string | number, place: string): number {
  const position = xOf(spec.axis, x);
  if (Number.isFinite(position)) return position;
  throw new TypeError(
    `chart ${spec.id}: ${place} has x "${x}", which is no ${spec.axis === "date" ? "date" : "number of months"}`,
  );
}

/** Position on the axis: days since 1970, or months. A month alone means its first day, or its last with `end`. */
export function xOf(axis: LineChart["axis"], x: string | number, end = false): number {
  if (axis === "months") return x === "" ? Number.NaN : Number(x);
  return typeof x === "string" ? dayOf(x, end) : Number.NaN;
}
