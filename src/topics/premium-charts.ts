import type { ChartSpec, DotsChart } from "../briefing/chart.ts";
import { formatMonth } from "../briefing/format.ts";
import { isAbsent } from "../briefing/value.ts";
import { monthEnd } from "../maths/calendar.ts";
import { sum } from "../maths/statistics.ts";
import { recessionBands } from "./bands.ts";
import { ERA_NAMES, type Era, type PremiumResult, rowName, spanName } from "./premium-figures.ts";
import type { View } from "./topic.ts";
import { counted, inWords, PAST_PERFORMANCE } from "./words.ts";

type Seen = View<{ readonly era: Era }, PremiumResult>;

export function premiumCharts(view: Seen): readonly ChartSpec[] {
  return [...eras(view), ...rolling(view)];
}

function eras(view: Seen): readonly ChartSpec[] {
  const { result, value, pair } = view;
  const shown = ERA_NAMES.filter((era) => !isAbsent(value(`premium.${era}.t`)));
  if (shown.length === 0) return [];
  const clear = shown.filter((era) => Math.abs(numberAt(view, `premium.${era}.t`)) >= 2).length;
  const rows = [...shown, "january" as const].map((era): DotsChart["rows"][number] => {
    const [low, high] = [value(`premium.${era}.rangeLow`), value(`premium.${era}.rangeHigh`)];
    return {
      label: rowName(era),
      detail: value(`premium.${era}.n`) === 1 ? "1 month" : `${view.text(`premium.${era}.n`)} months`,
      dots: [],
      mean: value(`premium.${era}.meanAnnual`),
      interval: isAbsent(low) || isAbsent(high) ? null : [low, high],
    };
  });
  return [
    {
      kind: "dots",
      intervalLabel: "two standard errors either way",
      id: "premium-eras",
      asOf: result.asOf,
      title:
        clear === 0
          ? "Small against big: not clear of zero in any era shown"
          : `Small against big: clear of zero in ${inWords(clear)} of ${counted(shown.length, "era")} shown`,
      subtitle: `SMB, mean of monthly returns, % a year · ${formatMonth(result.first)} to ${formatMonth(result.last)} · ${pair.label}`,
      unit: "%",
      rows,
      alt: `Dot plot of the size premium by era (${pair.label}). ${shown
        .map((era) => `${spanName(era)}: {{premium.${era}.meanAnnual}} a year, t {{premium.${era}.t}}.`)
        .join(
          " ",
        )} January months, mean of one month times twelve: {{premium.january.meanAnnual}}. All other months, likewise: {{premium.otherMonths.meanAnnual}}.`,
      footnote: `Tick: monthly mean times 12; line: two standard errors either way. Of January alone that is no year's return: a January adds a twelfth of it. January months are part of every era. ${PAST_PERFORMANCE}`,
    },
  ];
}

function rolling({ result, pair }: Seen): readonly ChartSpec[] {
  const points = result.rolling.map(({ month, value }): [string, number] => [monthEnd(month), value]);
  const [first, end] = [points[0], points.at(-1)];
  if (!first || !end || points.length < 24) return [];
  const above = sum(points.map(([, value]) => (value > 0 ? 1 : 0)));
  return [
    {
      kind: "line",
      id: "premium-rolling",
      axis: "date",
      title: rollingTitle(above, points.length),
      subtitle: `SMB, mean of the ten years before each month, % a year · ${pair.label}`,
      unit: "%",
      series: [{ name: `Ten years to ${formatMonth(end[0])}`, emphasis: "primary", points }],
      bands: recessionBands(result.recessions, first[0], end[0]),
      marks: [],
      reference: 0,
      asOf: end[0],
      alt: `Line chart of the size premium over rolling ten years (${pair.label}): above zero in {{premium.rolling10y.positiveShare}} of {{premium.rolling10y.n}} windows, between {{premium.rolling10y.lowest}} and {{premium.rolling10y.highest}}. The latest, to ${formatMonth(end[0])}, is {{premium.rolling10y.latest}}.`,
      footnote: `Each point is the mean of 120 months in a row, times 12. ${PAST_PERFORMANCE}`,
    },
  ];
}

function rollingTitle(above: number, all: number): string {
  if (above === all) return "Over every ten years in the data small was ahead of big";
  if (above === 0) return "Over no ten years in the data was small ahead of big";
  return "Decade by decade, small was ahead of big and behind it";
}

function numberAt({ value }: Seen, key: string): number {
  const found = value(key);
  return isAbsent(found) ? 0 : found;
}
