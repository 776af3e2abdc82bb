import type { BarChart, ChartSpec, LineChart } from "../briefing/chart.ts";
import { formatMonth } from "../briefing/format.ts";
import { isAbsent } from "../briefing/value.ts";
import { monthEnd } from "../maths/calendar.ts";
import { GROWTH_VARIANTS } from "../maths/earnings.ts";
import { compared, staleSince } from "./compare.ts";
import { GROWTH_ROWS } from "./earnings-figures.ts";
import type { EarningsView } from "./earnings-result.ts";
import { datesOf, SIDES } from "./members.ts";
import { capital, withheldSince } from "./words.ts";

/** Revisions over three months, then expected growth on two definitions that may disagree. */
export function earningsHeadline(view: EarningsView): string {
  const [revised, growth] = [revisionWords(view), growthWords(view)];
  if (revised !== null) return growth === null ? revised : `${revised}; ${growth}`;
  if (growth !== null) return capital(growth);
  const stale = staleSince(view, ["earnings.small.breadth.3m", "earnings.growthGap.aggIncl"]);
  return `Earnings of small-caps and large-caps: ${stale === null ? "too little is reported to compare" : withheldSince(stale)}`;
}

type Way = "raised more often than cut" | "cut more often than raised" | "raised as often as cut";

function way({ value }: EarningsView, side: string): Way | null {
  const breadth = value(`earnings.${side}.breadth.3m`);
  if (isAbsent(breadth)) return null;
  if (Math.abs(breadth) < 0.05) return "raised as often as cut";
  return breadth > 0 ? "raised more often than cut" : "cut more often than raised";
}

function revisionWords(view: EarningsView): string | null {
  const [small, large] = [way(view, "small"), way(view, "large")];
  if (small === null) return null;
  const other =
    large === null
      ? ""
      : large === small
        ? ", as were those of large-caps"
        : `, those of large-caps ${large}`;
  return `Estimates of small-caps were ${small} over three months${other}`;
}

const THAN = { more: "above", less: "below", level: "level with" } as const;

/** Of sums and of the median: they disagree where a few companies decide the sum. */
function growthWords(view: EarningsView): string | null {
  const [sum, median] = ["aggIncl", "median"].map((variant) =>
    compared(view, `earnings.small.growth.${variant}`, `earnings.large.growth.${variant}`),
  );
  if (!sum && !median) return null;
  if (sum && median && sum !== median)
    return `expected growth of small-caps is ${THAN[sum]} that of large-caps in sum, ${THAN[median]} at the median`;
  const where = sum && median ? "in sum and at the median" : sum ? "in sum" : "at the median";
  return `expected growth of small-caps is ${THAN[sum ?? median ?? "level"]} that of large-caps ${where}`;
}

export function earningsCharts(view: EarningsView): readonly ChartSpec[] {
  return [...breadthChart(view), ...growthChart(view)];
}

function breadthChart(view: EarningsView): readonly ChartSpec[] {
  const { result, pair, figure } = view;
  const words = revisionWords(view);
  const series = SIDES.map((side) => ({
    name: side === "small" ? "Small" : "Large",
    emphasis: side === "small" ? ("primary" as const) : ("secondary" as const),
    points: result.revised[side].history.map(({ month, breadth }): [string, number] => [
      monthEnd(month),
      breadth,
    ]),
  })).filter(({ points }) => points.length >= 12);
  if (words === null || series.length === 0) return [];
  const chart: LineChart = {
    kind: "line",
    id: "earnings-breadth",
    axis: "date",
    title: words,
    subtitle: `Breadth of revisions, three months: raised less cut, % of changed estimates · ${pair.label}`,
    unit: "%",
    series,
    bands: [],
    marks: [],
    reference: 0,
    asOf: monthEnd(result.lastMonth),
    sources: figure("earnings.small.breadth.3m").sources,
    alt: `Line chart of the breadth of revisions over three months (${pair.label}). To ${formatMonth(result.lastMonth)}, small: {{earnings.small.breadth.3m}}. To ${formatMonth(result.lastMonth)}, large: {{earnings.large.breadth.3m}}. Small minus large: {{earnings.breadthGap.3m}} pp.`,
    footnote:
      "Above zero, more estimates were raised than cut. In its own history: small {{earnings.small.breadthPercentile}}, large {{earnings.large.breadthPercentile}}.",
  };
  return [chart];
}

function growthChart(view: EarningsView): readonly ChartSpec[] {
  const { value, pair, result, figure } = view;
  const words = growthWords(view);
  const known = GROWTH_VARIANTS.filter((variant) => !isAbsent(value(`earnings.growthGap.${variant}`)));
  if (words === null || known.length === 0) return [];
  const chart: BarChart = {
    kind: "bar",
    id: "earnings-growth",
    asOf: result.asOf,
    sources: figure("earnings.small.growth.aggIncl").sources,
    title: capital(words),
    subtitle: `Expected earnings, next 12 months over last 12, % · ${pair.label} · ${datesOf(result)}`,
    unit: "%",
    groups: known.map((variant) => GROWTH_ROWS[variant]),
    series: SIDES.map((side) => ({
      name: side === "small" ? "Small" : "Large",
      emphasis: side === "small" ? "primary" : "secondary",
      values: known.map((variant) => value(`earnings.${side}.growth.${variant}`)),
    })),
    alt: `Bar chart of the expected growth of earnings, next 12 months over last 12 (${pair.label}). ${known
      .map(
        (variant) =>
          `${GROWTH_ROWS[variant]}: small {{earnings.small.growth.${variant}}}, large {{earnings.large.growth.${variant}}}.`,
      )
      .join(" ")}`,
    footnote:
      "Growth from a low base is large. Companies that lost money over the last 12 months: {{earnings.small.losingShare}} of small, {{earnings.large.losingShare}} of large. Estimates change.",
  };
  return [chart];
}
