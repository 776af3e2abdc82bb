import type { ChartSpec, DumbbellChart } from "../briefing/chart.ts";
import { formatMonth, formatValue } from "../briefing/format.ts";
import { isAbsent } from "../briefing/value.ts";
import { monthEnd } from "../maths/calendar.ts";
import { gapHistory } from "../maths/gap-history.ts";
import { VARIANTS, type Variant } from "../maths/multiples.ts";
import { datesOf } from "./members.ts";
import { ROWS, upToYears } from "./valuation-figures.ts";
import { gapKey, LEAD_WORDS, readings, type ValuationView, valuationHeadline } from "./valuation-headline.ts";

export function valuationCharts(view: ValuationView): readonly ChartSpec[] {
  return [...dumbbell(view), ...historyChart(view)];
}

/** None without a gap to show: the table says what is missing. */
function dumbbell(view: ValuationView): readonly ChartSpec[] {
  const { args, result, pair, value, text } = view;
  const hypothetical = args.eps !== null;
  const smallKey = (v: Variant) => (hypothetical ? `valuation.whatIf.${v}.pe` : `valuation.small.${v}.pe`);
  const said = readings(view);
  if (said.size === 0) return [];
  const losses = said.get("aggIncl") === "above" && said.get("aggExLoss") === "below" && !hypothetical;
  const chart: DumbbellChart = {
    kind: "dumbbell",
    id: "valuation-dumbbell",
    asOf: [result.small.asOf, result.large.asOf].sort().at(-1) ?? result.asOf,
    title: losses ? "Loss-makers turn a discount into a premium" : valuationHeadline(view),
    subtitle: `${result.basis === "forward" ? "Forward" : "Trailing"} P/E (x), four definitions · ${pair.label} · ${datesOf(result)}`,
    unit: "x",
    left: "Small",
    right: "Large",
    rows: VARIANTS.map((variant) => ({
      label: ROWS[variant],
      left: value(smallKey(variant)),
      right: value(`valuation.large.${variant}.pe`),
      gap: text(gapKey(view, variant)),
    })),
    alt: `Dumbbell chart of P/E, small against large (${pair.label}). ${VARIANTS.map(
      (v) =>
        `${ROWS[v]}: {{${smallKey(v)}}} against {{valuation.large.${v}.pe}}, gap {{${gapKey(view, v)}}}.`,
    ).join(" ")}`,
    footnote:
      "Loss-makers, by count (by value): {{valuation.small.lossShareCount}} ({{valuation.small.lossShareCap}}) of small, {{valuation.large.lossShareCount}} ({{valuation.large.lossShareCap}}) of large. Covered: {{valuation.small.coverage}} / {{valuation.large.coverage}} of value.",
  };
  return [chart];
}

function historyChart({ args, result, pair, figure }: ValuationView): readonly ChartSpec[] {
  if (isAbsent(result.history) || args.eps !== null) return [];
  const lead: Variant = args.variant === "all" ? "aggExLoss" : args.variant;
  const counter: Variant = lead === "aggIncl" ? "aggExLoss" : "aggIncl";
  const history = result.history;
  const line = (variant: Variant) =>
    gapHistory(history, variant).map(({ month, gap }): [string, number] => [monthEnd(month), gap]);
  if (line(lead).length < 24) return [];
  const ending = (variant: Variant, points: Points) => `${ROWS[variant]}, ${formatMonth(lastOf(points))}`;
  const series = [
    { variant: lead, emphasis: "primary" as const, points: line(lead) },
    { variant: counter, emphasis: "secondary" as const, points: line(counter) },
  ]
    .filter(({ points }) => points.length > 0)
    .map(({ variant, ...drawn }) => ({ name: ending(variant, drawn.points), ...drawn }));
  const drawn = series.map(
    ({ name, points }) =>
      `${name}: ${formatValue(points.at(-1)?.[1] ?? 0, "%", true)}, from ${formatMonth(points[0]?.[0] ?? "")} on.`,
  );
  return [
    {
      kind: "line",
      id: "valuation-gap-history",
      axis: "date",
      title:
        series.length > 1
          ? `The P/E gap through time, ${bothWords(lead, counter)}`
          : `The P/E gap through time, ${LEAD_WORDS[lead]}`,
      subtitle: `Forward P/E of small over large, minus one (%), monthly · ${pair.label}`,
      unit: "%",
      series,
      asOf:
        series
          .map(({ points }) => points.at(-1)?.[0] ?? "")
          .sort()
          .at(-1) ?? result.asOf,
      bands: [],
      marks: [],
      reference: 0,
      alt: `Line chart of the monthly gap in forward P/E, small over large (${pair.label}). ${drawn.join(" ")} The members, not drawn, on ${datesOf(result)}: ${ROWS[lead].toLowerCase()} {{valuation.discount.${lead}}}. ${ROWS[counter]}: {{valuation.discount.${counter}}}. ${ROWS[lead]}: {{valuation.percentile20y.${lead}}} of ${upToYears(figure(`valuation.percentile20y.${lead}`).n, 20)}.`,
      footnote: "Below zero is a discount. The same definition on both sides and through time.",
    },
  ];
}

type Points = readonly (readonly [string, number])[];
const lastOf = (points: Points) => points.at(-1)?.[0] ?? "";

function bothWords(lead: Variant, counter: Variant): string {
  return lead === "aggExLoss" || lead === "aggIncl"
    ? "with and without loss-makers"
    : `${LEAD_WORDS[lead]} and ${LEAD_WORDS[counter]}`;
}
