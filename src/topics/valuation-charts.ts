import type { ChartSpec } from "../briefing/chart.ts";
import { formatDate } from "../briefing/format.ts";
import { isAbsent, type Value } from "../briefing/value.ts";
import { gapHistory } from "../maths/gap-history.ts";
import { VARIANTS, type Variant } from "../maths/multiples.ts";
import type { View } from "./topic.ts";
import { ROWS, type ValuationResult } from "./valuation-figures.ts";

type ValuationView = View<
  { readonly variant: Variant | "all"; readonly eps: number | null },
  ValuationResult
>;

export function valuationCharts(view: ValuationView): readonly ChartSpec[] {
  return [dumbbell(view), ...historyChart(view)];
}

type Reading = "below" | "above" | "level with" | "unclear against";

/** A gap that rounds to nothing is neither a discount nor a premium. */
function reading(gap: Value): Reading {
  if (isAbsent(gap)) return "unclear against";
  return Math.abs(gap) < 0.05 ? "level with" : gap < 0 ? "below" : "above";
}

const LEAD_WORDS: Record<Variant, string> = {
  aggIncl: "with loss-makers in",
  aggExLoss: "without loss-makers",
  median: "at the median",
  profitable: "among the profitable",
};

/** Which side is dearer, in words, on the definitions there are. */
export function valuationHeadline({ args, result, value }: ValuationView): string {
  const gapKey =
    args.eps === null
      ? (v: Variant) => `valuation.discount.${v}`
      : (v: Variant) => `valuation.whatIf.${v}.discount`;
  const read = (variant: Variant) => reading(value(gapKey(variant)));
  const readings = new Set(VARIANTS.map(read));
  const basis = result.basis === "trailing" ? " on trailing earnings" : "";
  const opening = args.eps === null ? "Small-caps trade" : "Hypothetical: small-caps would trade";
  const agree = readings.size === 1 ? "on every definition" : "the definition decides";
  if (args.variant !== "all") {
    return `${opening} ${read(args.variant)} large-caps ${LEAD_WORDS[args.variant]}${basis}; ${agree === "the definition decides" ? agree : "every definition agrees"}`;
  }
  if (readings.size === 1) return `${opening} ${read("aggIncl")} large-caps${basis} on every definition`;
  const [without, within] = [read("aggExLoss"), read("aggIncl")];
  if (isAbsent(value(gapKey("aggIncl"))) && !isAbsent(value(gapKey("aggExLoss")))) {
    return `${opening} ${without} large-caps${basis} without loss-makers; with them the P/E means nothing`;
  }
  if (without !== within)
    return `${opening} ${without} large-caps${basis} without loss-makers, ${within} with them`;
  return `${opening} ${within} large-caps${basis} in aggregate; at the median and among the profitable it differs`;
}

function dumbbell(view: ValuationView): ChartSpec {
  const { args, result, pair, value, text } = view;
  const hypothetical = args.eps !== null;
  const smallKey = (v: Variant) => (hypothetical ? `valuation.whatIf.${v}.pe` : `valuation.small.${v}.pe`);
  const gapKey = (v: Variant) =>
    hypothetical ? `valuation.whatIf.${v}.discount` : `valuation.discount.${v}`;
  const [within, without] = [reading(value(gapKey("aggIncl"))), reading(value(gapKey("aggExLoss")))];
  const losses = within === "above" && without === "below" && !hypothetical;
  return {
    kind: "dumbbell",
    id: "valuation-dumbbell",
    title: losses ? "Loss-makers turn a discount into a premium" : valuationHeadline(view),
    subtitle: `${result.basis === "forward" ? "Forward" : "Trailing"} P/E (x), four definitions · ${pair.label} · ${formatDate(result.asOf)}`,
    unit: "x",
    left: "Small",
    right: "Large",
    rows: VARIANTS.map((variant) => ({
      label: ROWS[variant],
      left: value(smallKey(variant)),
      right: value(`valuation.large.${variant}.pe`),
      gap: text(gapKey(variant)),
    })),
    alt: `Dumbbell chart of P/E, small against large (${pair.label}). ${VARIANTS.map(
      (v) => `${ROWS[v]}: {{${smallKey(v)}}} against {{valuation.large.${v}.pe}}, gap {{${gapKey(v)}}}.`,
    ).join(" ")}`,
    footnote:
      "Loss-makers, by count (by value): {{valuation.small.lossShareCount}} ({{valuation.small.lossShareCap}}) of small, {{valuation.large.lossShareCount}} ({{valuation.large.lossShareCap}}) of large. Covered: {{valuation.small.coverage}} / {{valuation.large.coverage}} of value.",
  };
}

function historyChart({ args, result, pair }: ValuationView): readonly ChartSpec[] {
  if (isAbsent(result.history) || args.eps !== null) return [];
  const lead: Variant = args.variant === "all" ? "aggExLoss" : args.variant;
  const counter: Variant = lead === "aggIncl" ? "aggExLoss" : "aggIncl";
  const history = result.history;
  const line = (variant: Variant) =>
    gapHistory(history, variant).map(({ month, gap }): [string, number] => [`${month}-01`, gap]);
  if (line(lead).length < 24) return [];
  const series = [
    { name: ROWS[lead], emphasis: "primary" as const, points: line(lead) },
    { name: ROWS[counter], emphasis: "secondary" as const, points: line(counter) },
  ].filter(({ points }) => points.length > 0);
  return [
    {
      kind: "line",
      id: "valuation-gap-history",
      axis: "date",
      title: "The gap against its own history, with and without loss-makers",
      subtitle: `Forward P/E of small over large, minus one (%), monthly · ${pair.label}`,
      unit: "%",
      series,
      bands: [],
      marks: [],
      reference: 0,
      alt: `Line chart of the monthly gap in forward P/E, small over large (${pair.label}). Today: ${ROWS[lead].toLowerCase()} {{valuation.discount.${lead}}}, {{valuation.percentile20y.${lead}}} of 20 years; ${ROWS[counter].toLowerCase()} {{valuation.discount.${counter}}}.`,
      footnote: "Below zero is a discount. The same definition on both sides and through time.",
    },
  ];
}
