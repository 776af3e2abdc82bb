import type { ChartSpec } from "../briefing/chart.ts";
import { isAbsent } from "../briefing/value.ts";
import { overdue } from "../market/freshness.ts";
import { recessionBands } from "./bands.ts";
import { BASIS_WORDS } from "./levels.ts";
import type { View } from "./topic.ts";
import { SIDES, type Side, type VolatilityResult } from "./volatility-figures.ts";
import { PAST_PERFORMANCE } from "./words.ts";

type Seen = View<Readonly<Record<string, unknown>>, VolatilityResult>;

export function volatilityCharts(view: Seen): readonly ChartSpec[] {
  return [...ratio(view), ...drawdowns(view)];
}

function ratio(view: Seen): readonly ChartSpec[] {
  const { result, pair } = view;
  const { history, read } = result;
  const [first, end] = [history[0], history.at(-1)];
  if (!first || !end || history.length < 12) return [];
  const window = read.series.frequency === "daily" ? "252 trading days" : "36 months";
  return [
    {
      kind: "line",
      id: "volatility-ratio",
      axis: "date",
      title: ratioTitle(view, end.ratio),
      subtitle: `Volatility of small over large, ${window} to each month-end, ${BASIS_WORDS[read.basis]} · ${pair.label}`,
      unit: "ratio",
      series: [
        {
          name: "Small / large",
          emphasis: "primary",
          points: history.map(({ date, ratio: value }) => [date, value]),
        },
      ],
      bands: recessionBands(result.recessions, first.date, end.date),
      marks: [],
      reference: 1,
      asOf: end.date,
      alt: `Line chart of the volatility of small over that of large (${pair.label}): above one at {{volatility.history.aboveOne}} of {{volatility.history.n}} month-ends. Over one year: {{volatility.1y.ratio}}. Over three years: {{volatility.3y.ratio}}. Over five years: {{volatility.5y.ratio}}.`,
      footnote: `Above one, small moved more than large. Neighbouring windows overlap. ${PAST_PERFORMANCE}`,
    },
  ];
}

function ratioTitle({ result, asOf, quarterly, value }: Seen, latest: number): string {
  const ended =
    overdue("levels", { date: result.asOf, cadence: result.read.series.frequency, quarterly }, asOf) !== null;
  if (ended) return "Small-cap volatility against large-caps through time";
  const percentile = value("volatility.history.percentile");
  if (isAbsent(percentile)) return `Small-caps ${latest > 1 ? "the" : "not the"} more volatile side`;
  const place = percentile >= 75 ? "high" : percentile <= 25 ? "low" : "in the middle";
  return `Small-caps against large-caps: the volatility ratio is ${place} ${place === "in the middle" ? "of" : "in"} its history`;
}

function drawdowns({ result, pair, value }: Seen): readonly ChartSpec[] {
  const { ends, read } = result;
  const [first, end] = [ends[0], ends.at(-1)];
  if (!first || !end || ends.length < 12) return [];
  const [small, large] = SIDES.map((side) => value(`volatility.drawdown.${side}.deepest`));
  const isCompared = typeof small === "number" && typeof large === "number";
  return [
    {
      kind: "line",
      id: "volatility-drawdown",
      axis: "date",
      title: isCompared
        ? `${small < large ? "Small-caps" : "Large-caps"} had the deeper fall from a high`
        : "Falls from a high, small and large",
      subtitle: `Month-end level below the highest so far, ${BASIS_WORDS[read.basis]}, % · ${pair.label}`,
      unit: "%",
      series: [
        { name: "Large", emphasis: "secondary", points: below(result, "large") },
        { name: "Small", emphasis: "primary", points: below(result, "small") },
      ],
      bands: recessionBands(result.recessions, first.date, end.date),
      marks: [],
      reference: 0,
      asOf: end.date,
      alt: `Line chart of how far small and large stood below their highs at month-ends (${pair.label}). Small: {{volatility.drawdown.small.current}} now, {{volatility.drawdown.small.deepest}} at the deepest. Large: {{volatility.drawdown.large.current}} now, {{volatility.drawdown.large.deepest}} at the deepest.`,
      footnote: `Month-ends are drawn: the deepest level may lie between them. ${PAST_PERFORMANCE}`,
    },
  ];
}

/** At month-ends, below the highest level of any day before. */
function below({ ends, read }: VolatilityResult, side: Side): readonly (readonly [string, number])[] {
  const shown = new Set(ends.map(({ date }) => date));
  let high = Number.NEGATIVE_INFINITY;
  return read.series.levels.flatMap((level) => {
    high = Math.max(high, level[side]);
    return shown.has(level.date) ? [[level.date, 100 * (level[side] / high - 1)] as const] : [];
  });
}
