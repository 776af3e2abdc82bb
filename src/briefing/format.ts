import type { Figure, Unit } from "./figure.ts";
import { isAbsent, type Value } from "./value.ts";

export const MINUS = "\u2212";
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Short words for why a number is missing, for table cells. */
const ABSENT_WORDS = {
  not_reported: "not reported",
  not_meaningful: "n/m",
  stale: "withheld",
  too_few_points: "too few",
  unavailable: "n/a",
} as const;

/** Making one costs more than using it a thousand times. */
const formats = new Map<number, Intl.NumberFormat>();

function fixed(decimals: number): Intl.NumberFormat {
  const format =
    formats.get(decimals) ??
    new Intl.NumberFormat("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(decimals, format);
  return format;
}

/** `decimals` fixed places with a true minus sign; a rounded −0 prints as 0; thousands with commas. */
export function formatNumber(
  value: number,
  decimals: number,
  sign: "always" | "negative" = "negative",
): string {
  const magnitude = fixed(decimals).format(Math.abs(value));
  if (Number(magnitude.replaceAll(",", "")) === 0) return magnitude;
  if (value < 0) return MINUS + magnitude;
  return sign === "always" ? `+${magnitude}` : magnitude;
}

/** What became of a claim that was tested: 1 is the first. What cannot be tested is absent, with its reason. */
export const VERDICT_WORDS = ["holds", "fails", "depends on definition", "opinion"] as const;
const UNTESTED = "cannot be tested";

/** Phases of the regime replica: 1 is the first. */
export const PHASE_WORDS = ["recovery", "expansion", "slowdown", "contraction"] as const;

/** How each unit prints; `signed` marks differences, whose sign is part of the reading. */
const UNIT_FORMATS: Record<Unit, (value: number, signed: boolean) => string> = {
  pp: (value) => formatNumber(value, 1, "always"),
  "%": (value, signed) => `${formatNumber(value, 1, signed ? "always" : "negative")}%`,
  x: (value) => `${formatNumber(value, 1)}x`,
  count: (value) => formatNumber(value, 0),
  number: (value) => formatNumber(value, 1),
  months: (value) => formatNumber(value, 0),
  rank: (value) => formatNumber(value, 0),
  ratio: (value) => formatNumber(value, 2),
  index: (value) => formatNumber(value, 1),
  p: (value) => (value < 0.005 ? "<0.01" : formatNumber(value, 2)),
  bp: (value) => `${formatNumber(value, 0, "always")} bp`,
  level: (value, signed) => formatNumber(value, 2, signed ? "always" : "negative"),
  verdict: (value) => VERDICT_WORDS[value - 1] ?? formatNumber(value, 0),
  phase: (value) => PHASE_WORDS[value - 1] ?? formatNumber(value, 0),
  percentile: (value) => `${ordinal(Math.min(99, Math.max(1, Math.round(value))))} percentile`,
  "USD bn": (value) => `${value < 0 ? MINUS : ""}${dollars(Math.abs(value))}`,
};

/** Of billions; below one in millions. */
function dollars(billions: number): string {
  return billions < 0.9995 ? `$${formatNumber(1_000 * billions, 0)}m` : `$${formatNumber(billions, 1)}bn`;
}

/** What an axis of values in a unit is called. */
export const UNIT_LABELS: Readonly<Record<Unit, string>> = {
  pp: "percentage points",
  "%": "%",
  x: "multiple (x)",
  count: "count",
  number: "number",
  months: "months",
  rank: "rank",
  ratio: "ratio",
  index: "index",
  p: "probability",
  percentile: "percentile",
  "USD bn": "USD billions",
  bp: "basis points",
  level: "level",
  verdict: "verdict",
  phase: "phase",
};

/** Units that a printed value carries with it, or that its label is a name for. */
const SELF_EVIDENT: ReadonlySet<Unit> = new Set([
  "%",
  "x",
  "bp",
  "percentile",
  "USD bn",
  "ratio",
  "rank",
  "p",
  "verdict",
  "phase",
]);

/** "6 months, small minus large, pp": for a table whose rows are of several units. */
export function labelWithUnit({
  label,
  unit,
  measuredIn,
}: Pick<Figure, "label" | "unit" | "measuredIn">): string {
  const named = measuredIn ?? (SELF_EVIDENT.has(unit) ? "" : unit);
  return named === "" || label.endsWith(named) || label.includes(`(${named})`) ? label : `${label}, ${named}`;
}

const CHART_DECIMALS: Partial<Readonly<Record<Unit, number>>> = {
  count: 0,
  months: 0,
  rank: 0,
  ratio: 2,
  p: 2,
  bp: 0,
  level: 2,
};

/** A value as a chart that a platform draws is to hold it: it prints what it is given. */
export function roundedForChart(value: number, unit: Unit): number {
  return Number(value.toFixed(CHART_DECIMALS[unit] ?? 1));
}

/** 1 -> "1st", 12 -> "12th" */
export function ordinal(value: number): string {
  const tail = value % 100;
  const suffix = tail >= 11 && tail <= 13 ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th");
  return `${value}${suffix}`;
}

export function formatValue(value: Value, unit: Unit, signed = false): string {
  if (isAbsent(value) && unit === "verdict" && value.absent === "unavailable") return UNTESTED;
  return isAbsent(value) ? ABSENT_WORDS[value.absent] : UNIT_FORMATS[unit](value, signed);
}

export function formatFigure(figure: Figure): string {
  return formatValue(figure.value, figure.unit, figure.signed === true);
}

/** "2026-11-19" -> "19 Nov 2026"; a date-time keeps its minutes, in UTC, which it is unless it has an offset. */
export function formatDate(dateOrTime: string): string {
  const offset = /[+-]\d\d:?\d\d$/.test(dateOrTime.slice(10));
  const iso = offset ? new Date(dateOrTime).toISOString() : dateOrTime;
  const day = `${Number(iso.slice(8, 10))} ${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;
  return iso.length > 10 ? `${day} ${iso.slice(11, 16)} UTC` : day;
}

/** "2026-11" or "2026-11-19" -> "Nov 2026" */
export function formatMonth(iso: string): string {
  return `${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;
}
