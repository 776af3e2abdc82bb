import type { ChartSpec, LineChart } from "../briefing/chart.ts";
import { formatDate, formatMonth } from "../briefing/format.ts";
import { isAbsent } from "../briefing/value.ts";
import type { PolicyDecision } from "../market/datasets.ts";
import { overdue } from "../market/freshness.ts";
import { addMonthsToDate, monthEnd, monthOf } from "../maths/calendar.ts";
import { levelAt, type PairSeries } from "../maths/returns.ts";
import { BASIS_WORDS } from "./levels.ts";
import type { PerformanceResult, Read } from "./performance-figures.ts";
import type { View } from "./topic.ts";
import { inWords, PAST_PERFORMANCE } from "./words.ts";

type Seen = View<unknown, PerformanceResult>;

export function performanceCharts(view: Seen): readonly ChartSpec[] {
  return [...yearChart(view), ...historyChart(view), ...discreteChart(view)];
}

/** Small over large, rebased to 100 at the first level. */
function relativeIndex(levels: PairSeries["levels"]): readonly (readonly [string, number])[] {
  const [first] = levels;
  if (!first) return [];
  return levels.map(({ date, small, large }) => [
    date,
    (100 * (small / large)) / (first.small / first.large),
  ]);
}

/** The closes of the twelve months to the last one, from the close that opens them; none where it is missing. */
function lastTwelveMonths({ frequency, levels }: PairSeries): PairSeries["levels"] {
  const yearAgo = addMonthsToDate(levels.at(-1)?.date ?? "", -12);
  const first =
    frequency === "monthly"
      ? levels.find(({ date }) => monthOf(date) === monthOf(yearAgo))
      : levelAt(levels, yearAgo);
  return first ? levels.filter(({ date }) => date >= first.date) : [];
}

/** How the last point compares with the first: for the title, and for the words of the picture. */
function standing(end: number): readonly [word: string, place: string] {
  if (end > 100.05) return ["ahead of", "above"];
  return end < 99.95 ? ["behind", "below"] : ["level with", "level with"];
}

const hasEnded = ({ asOf }: Seen, { series }: Read) =>
  overdue("levels", { date: series.levels.at(-1)?.date ?? "", cadence: series.frequency }, asOf) !== null;

/** Of the present: none where the data are overdue. */
function yearChart(view: Seen): readonly ChartSpec[] {
  const { days, main, cuts } = view.result;
  if (hasEnded(view, days)) return [];
  const { asOf, daysAsOf } = view.result;
  const same = days.basis === main.basis && asOf === daysAsOf;
  const over = same
    ? "over twelve months"
    : `in the year to ${formatDate(daysAsOf)}, ${BASIS_WORDS[days.basis]}`;
  return relativeChart(view, {
    id: "performance-year",
    read: days,
    levels: lastTwelveMonths(days.series),
    title: (word) => `Small-caps stand ${word} large-caps ${over}`,
    cuts,
  });
}

function historyChart(view: Seen): readonly ChartSpec[] {
  const { main, ends } = view.result;
  const ended = hasEnded(view, main);
  return relativeChart(view, {
    id: "performance-history",
    read: main,
    levels: [...ends.values()],
    title: (word, from, to) =>
      ended
        ? `Small-caps ${word} large-caps from ${formatMonth(from)} to ${formatMonth(to)}`
        : `Small-caps stand ${word} large-caps since ${formatMonth(from)}`,
    cuts: [],
  });
}

interface Relative {
  readonly id: string;
  readonly read: Read;
  readonly levels: PairSeries["levels"];
  readonly title: (word: string, from: string, to: string) => string;
  readonly cuts: readonly PolicyDecision[];
}

function relativeChart(
  { result, pair }: Seen,
  { id, read, levels, title, cuts }: Relative,
): readonly ChartSpec[] {
  const points = relativeIndex(levels);
  const [first, end] = [points[0], points.at(-1)];
  if (!first || !end || points.length < 3) return [];
  const [word, place] = standing(end[1]);
  const chart: LineChart = {
    kind: "line",
    id,
    axis: "date",
    title: title(word, first[0], end[0]),
    subtitle: `Small over large, ${BASIS_WORDS[read.basis]}, 100 = ${formatDate(first[0])} · ${pair.label}`,
    unit: "index",
    series: [{ name: "Small / large", emphasis: "primary", points }],
    bands: result.recessions
      .filter(({ peak, trough }) => monthEnd(trough) >= first[0] && `${peak}-01` <= end[0])
      .map(({ peak, trough }) => ({ from: `${peak}-01`, to: monthEnd(trough), label: "NBER recession" })),
    marks: cuts
      .filter(({ announced }) => announced >= first[0] && announced <= end[0])
      .map(({ announced }) => ({ x: announced, label: "Fed cut" })),
    reference: 100,
    alt: `Line chart of small over large, ${formatDate(first[0])} to ${formatDate(end[0])} (${pair.label}): it ends ${place} its start. Twelve months to ${formatDate(result.asOf)}, ${BASIS_WORDS[result.main.basis]}: small {{performance.12m.small}}, large {{performance.12m.large}}, difference {{performance.12m.relative}} pp.`,
    footnote: PAST_PERFORMANCE,
  };
  return [chart];
}

function discreteChart({ result, value, pair }: Seen): readonly ChartSpec[] {
  const periods = result.discrete.filter((period) => !isAbsent(period.value)).reverse();
  if (periods.length < 2) return [];
  const label = (each: PerformanceResult["discrete"][number]) =>
    isAbsent(each.value) ? "" : `to ${formatMonth(each.value.to)}`;
  const bars = (side: "small" | "large") =>
    periods.map(({ number }) => value(`performance.discrete12m.${number}.${side}`));
  const ahead = periods.filter((each) => !isAbsent(each.value) && each.value.relative > 0).length;
  return [
    {
      kind: "bar",
      id: "performance-discrete",
      title: `Small-caps ahead in ${ahead === 0 ? "none" : inWords(ahead)} of ${inWords(periods.length)} discrete twelve-month periods`,
      subtitle: `Return of discrete 12-month periods, ${BASIS_WORDS[result.main.basis]}, %, USD · ${pair.label}`,
      unit: "%",
      groups: periods.map(label),
      series: [
        { name: "Small", emphasis: "primary", values: bars("small") },
        { name: "Large", emphasis: "secondary", values: bars("large") },
      ],
      alt: `Bar chart of ${periods.length} discrete 12-month periods (${pair.label}). ${periods
        .map(
          (each) =>
            `${label(each)}: small {{performance.discrete12m.${each.number}.small}}, large {{performance.discrete12m.${each.number}.large}}.`,
        )
        .join(" ")}`,
      footnote: PAST_PERFORMANCE,
    },
  ];
}
