import type { ChartSpec } from "../briefing/chart.ts";
import { formatMonth } from "../briefing/format.ts";
import { isAbsent } from "../briefing/value.ts";
import { BASIS_WORDS } from "./levels.ts";
import type { RecoveryResult } from "./recovery-figures.ts";
import type { View } from "./topic.ts";
import { allOf, inWords, PAST_PERFORMANCE } from "./words.ts";

type Seen = View<{ readonly trough: string }, RecoveryResult>;

export function recoveryCharts(view: Seen): readonly ChartSpec[] {
  return [...episodes(view), ...sweep(view)];
}

function episodes({ result, value, pair }: Seen): readonly ChartSpec[] {
  const drawn = result.episodes.filter(({ path }) => path.length > 1);
  if (drawn.length === 0) return [];
  const led = drawn.filter(({ month }) => numberOr0(value(`recovery.${month}.36m.relative`)) > 0).length;
  const whole = drawn.filter(({ month }) => !isAbsent(value(`recovery.${month}.36m.relative`))).length;
  return [
    {
      kind: "panels",
      id: "recovery-paths",
      asOf: result.asOf,
      title: pathsTitle(led, whole),
      subtitle: `Small minus large since each trough, ${BASIS_WORDS[result.basis]}, pp · ${pair.label}`,
      unit: "pp",
      xLabel: "Months after the trough",
      reference: 0,
      panels: drawn.map(({ month, path }) => ({
        label: formatMonth(month),
        emphasis: (path.at(-1)?.[1] ?? 0) > 0 ? "primary" : "secondary",
        points: path,
      })),
      alt: `Small line charts of small minus large over the months after each trough, one a recession (${pair.label}). ${drawn
        .map(
          ({ month }) =>
            `${formatMonth(month)}: {{recovery.${month}.12m.relative}} pp at 12m. ${formatMonth(month)}, at 36m: {{recovery.${month}.36m.relative}} pp.`,
        )
        .join(" ")} Any month: {{recovery.base.12m.mean}} pp at 12m.`,
      footnote: `NBER troughs. Blue ends ahead, red behind; the number is the last month drawn. Any month: {{recovery.base.36m.mean}} pp at 36m. ${PAST_PERFORMANCE}`,
    },
  ];
}

function pathsTitle(led: number, whole: number): string {
  if (whole === 0) return "After recessions, no three years are over yet in the data";
  if (whole === 1) return "After recessions, one recovery alone says little";
  return led === whole
    ? `Small-caps were ahead three years after ${allOf(whole)} troughs`
    : `Small-caps were ahead three years after ${inWords(led)} of ${inWords(whole)} troughs`;
}

function sweep({ result, value, pair }: Seen): readonly ChartSpec[] {
  const { swept, sweep: starts } = result;
  const values = starts.map(({ month }) => value(`recovery.sweep.${month}.36m.relative`));
  const present = values.filter((each) => typeof each === "number");
  if (swept === null || present.length < 2) return [];
  const isMixed = present.some((each) => each > 0) && present.some((each) => each <= 0);
  const trough = formatMonth(swept);
  return [
    {
      kind: "bar",
      id: "recovery-sweep",
      asOf: result.asOf,
      title: isMixed
        ? `Around ${trough}, the start month decides who led`
        : `Around ${trough}, small-caps ${(present[0] ?? 0) > 0 ? "led" : "lagged"} from every start month`,
      subtitle: `Small minus large over the three years from each month-end, ${BASIS_WORDS[result.basis]}, pp · ${pair.label}`,
      unit: "pp",
      groups: starts.map(({ month }) => formatMonth(month)),
      series: [{ name: "Three years", emphasis: "primary", values }],
      alt: `Bar chart of small minus large over three years by start month around the trough of ${trough} (${pair.label}). ${starts
        .map(({ month }) => `${formatMonth(month)}: {{recovery.sweep.${month}.36m.relative}} pp.`)
        .join(" ")}`,
      footnote: `From nine months before the NBER trough to it; windows overlap. ${PAST_PERFORMANCE}`,
    },
  ];
}

function numberOr0(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
