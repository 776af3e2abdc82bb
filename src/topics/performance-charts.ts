import type { ChartSpec, LineChart } from "../briefing/chart.ts";
import { formatDate, formatMonth } from "../briefing/format.ts";
import { isAbsent } from "../briefing/value.ts";
import type { PolicyDecision } from "../market/datasets.ts";
import { overdue } from "../market/freshness.ts";
import { addMonths, addMonthsToDate, monthOf } from "../maths/calendar.ts";
import { levelAt, type PairSeries, returnSince } from "../maths/returns.ts";
import { recessionBands } from "./bands.ts";
import { BASIS_WORDS, type Read } from "./levels.ts";
import { type PerformanceResult, WINDOWS, type Window } from "./performance-figures.ts";
import type { View } from "./topic.ts";
import { inWords, PAST_PERFORMANCE } from "./words.ts";

type Seen = View<{ readonly window: Window }, PerformanceResult>;

export function performanceCharts(view: Seen): readonly ChartSpec[] {
  const asked = windowChart(view, view.args.window);
  const lead = asked.length > 0 ? asked : windowChart(view, "12m");
  return [...lead, ...historyChart(view), ...discreteChart(view)];
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

const MONTHS: Partial<Record<Window, number>> = { "1m": 1, "3m": 3, "6m": 6, "12m": 12 };
const DAYS: Partial<Record<Window, number>> = { "5d": 5 };

/** The closes of a window, from the close that opens it; none where that is missing, or for a day. */
function closesOf(window: Window, series: PairSeries, opens: string | null): PairSeries["levels"] {
  const { frequency, levels } = series;
  const [months, days] = [MONTHS[window], DAYS[window]];
  if (days !== undefined) return frequency === "daily" ? levels.slice(-1 - days) : [];
  if (months === undefined) return opens === null ? [] : levels.filter(({ date }) => date >= opens);
  const start = addMonthsToDate(levels.at(-1)?.date ?? "", -months);
  const first =
    frequency === "monthly"
      ? levels.find(({ date }) => monthOf(date) === monthOf(start))
      : levelAt(levels, start);
  return first ? levels.filter(({ date }) => date >= first.date) : [];
}

/** The close before the month, quarter or year to date; null for other windows, or where there is none. */
function opensToDate(window: Window, series: PairSeries, asked: string): string | null {
  const months = { mtd: 1, qtd: 3, ytd: 12 }[window as string];
  if (months === undefined) return null;
  const start = addMonths(monthOf(asked), -((Number(asked.slice(5, 7)) - 1) % months));
  const value = returnSince(series, start);
  return isAbsent(value) ? null : value.from;
}

/** How the last point compares with the first: for the title, and for the words of the picture. */
function standing(end: number): readonly [word: string, place: string] {
  if (end > 100.05) return ["ahead of", "above"];
  return end < 99.95 ? ["behind", "below"] : ["level with", "level with"];
}

const hasEnded = ({ asOf, quarterly }: Seen, { series }: Read) =>
  overdue(
    "levels",
    { date: series.levels.at(-1)?.date ?? "", cadence: series.frequency, quarterly },
    asOf,
  ) !== null;

/** Of the present: none where the data are overdue, or where the window has too few closes for a line. */
function windowChart(view: Seen, window: Window): readonly ChartSpec[] {
  const { days, main, cuts } = view.result;
  if (hasEnded(view, days)) return [];
  const opening = days.basis === main.basis ? "Small-caps" : "On price, small-caps";
  return relativeChart(view, {
    id: window === "12m" ? "performance-year" : `performance-${window}`,
    window,
    read: days,
    levels: closesOf(window, days.series, opensToDate(window, days.series, view.asOf)),
    title: (word) => `${opening} stand ${word} large-caps over ${WINDOWS[window]}`,
    cuts,
  });
}

function historyChart(view: Seen): readonly ChartSpec[] {
  const { main, ends } = view.result;
  const ended = hasEnded(view, main);
  return relativeChart(view, {
    id: "performance-history",
    window: "12m",
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
  /** Whose returns the words of the picture give. */
  readonly window: Window;
  readonly read: Read;
  readonly levels: PairSeries["levels"];
  readonly title: (word: string, from: string, to: string) => string;
  readonly cuts: readonly PolicyDecision[];
}

function relativeChart(
  { result, pair }: Seen,
  { id, window, read, levels, title, cuts }: Relative,
): readonly ChartSpec[] {
  const spoken = result.windows.find((each) => each.window === window)?.read ?? result.main;
  const spokenTo = spoken.series.levels.at(-1)?.date ?? "";
  const over = `${WINDOWS[window][0]?.toUpperCase()}${WINDOWS[window].slice(1)}`;
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
    bands: recessionBands(result.recessions, first[0], end[0]),
    marks: cuts
      .filter(({ announced }) => announced >= first[0] && announced <= end[0])
      .map(({ announced }) => ({ x: announced, label: "Fed cut" })),
    reference: 100,
    asOf: end[0],
    alt: `Line chart of small over large, ${formatDate(first[0])} to ${formatDate(end[0])} (${pair.label}): it ends ${place} its start. ${over} to ${formatDate(spokenTo)}, ${BASIS_WORDS[spoken.basis]}: small {{performance.${window}.small}}, large {{performance.${window}.large}}, difference {{performance.${window}.relative}} pp.`,
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
      asOf: result.asOf,
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
