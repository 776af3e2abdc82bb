import type { ChartSpec, LineChart } from "../briefing/chart.ts";
import { formatDate, formatMonth } from "../briefing/format.ts";
import { isAbsent } from "../briefing/value.ts";
import { addMonthsToDate, monthEnd, monthOf } from "../maths/calendar.ts";
import type { PairSeries } from "../maths/returns.ts";
import { BASIS_WORDS } from "./levels.ts";
import type { PerformanceResult } from "./performance-figures.ts";
import type { View } from "./topic.ts";
import { inWords, PAST_PERFORMANCE } from "./words.ts";

type Seen = View<unknown, PerformanceResult>;

export function performanceCharts(view: Seen): readonly ChartSpec[] {
  return [...relativeChart(view, "year"), ...relativeChart(view, "history"), ...discreteChart(view)];
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

function relativeChart(view: Seen, name: "year" | "history"): readonly ChartSpec[] {
  const { result, pair } = view;
  const { basis, series } = name === "year" ? result.days : result.main;
  const last = series.levels.at(-1)?.date ?? "";
  const yearAgo = addMonthsToDate(last, -12);
  const shown =
    name === "year"
      ? series.levels.filter(({ date }) => monthOf(date) >= monthOf(yearAgo))
      : [...result.ends.values()];
  const points = relativeIndex(
    name === "year" && series.frequency === "daily" ? shown.filter(({ date }) => date >= yearAgo) : shown,
  );
  const [first, end] = [points[0], points.at(-1)];
  if (!first || !end || points.length < 3) return [];
  const word = end[1] > 100.05 ? "ahead of" : end[1] < 99.95 ? "behind" : "level with";
  const inside = (date: string) => date >= first[0] && date <= end[0];
  const chart: LineChart = {
    kind: "line",
    id: `performance-${name}`,
    axis: "date",
    title:
      name === "year"
        ? `Small-caps stand ${word} large-caps over twelve months`
        : `Small-caps stand ${word} large-caps since ${formatMonth(first[0])}`,
    subtitle: `Small over large, ${BASIS_WORDS[basis]}, 100 = ${formatDate(first[0])} · ${pair.label}`,
    unit: "index",
    series: [{ name: "Small / large", emphasis: "primary", points }],
    bands: result.recessions
      .filter(({ peak, trough }) => monthEnd(trough) >= first[0] && `${peak}-01` <= end[0])
      .map(({ peak, trough }) => ({ from: `${peak}-01`, to: monthEnd(trough), label: "NBER recession" })),
    marks:
      name === "year"
        ? result.cuts
            .filter(({ announced }) => inside(announced))
            .map(({ announced }) => ({ x: announced, label: "Fed cut" }))
        : [],
    reference: 100,
    alt: `Line chart of small over large, ${formatDate(first[0])} to ${formatDate(end[0])} (${pair.label}): it ends ${word} its start. Twelve months, ${BASIS_WORDS[result.main.basis]}: small {{performance.12m.small}}, large {{performance.12m.large}}, difference {{performance.12m.relative}} pp.`,
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
      title: `Small-caps ahead in ${inWords(ahead)} of ${inWords(periods.length)} discrete twelve-month periods`,
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
